#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What this process takes of the machine.
struct ProcessFigures: Sendable {
  /// When it started: seconds since 1970.
  var startTime: Double?
  /// The time of the processors, its own and the system's for it, in seconds.
  let processorTime: Double
  /// The memory that it holds, in bytes.
  var residentMemory: Int?
  /// How many files and connections are open.
  var openFiles: Int?
  /// How many can be open.
  let maximumFiles: Int

  /// The figures now; what the system does not tell is left out.
  init() {
    var usage = rusage()
    _ = unsafe getrusage(Self.ownProcess, &usage)
    processorTime = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
    maximumFiles = ConnectionLimit.openFiles
    #if os(Linux)
      readProcessFolder()
    #endif
  }

  #if canImport(Glibc)
    private static var ownProcess: __rusage_who_t { __rusage_who_t(RUSAGE_SELF.rawValue) }
  #else
    private static var ownProcess: Int32 { RUSAGE_SELF }
  #endif

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000
  }

  #if os(Linux)
    /// Reads `/proc/self` (the manual's page proc(5)).
    private mutating func readProcessFolder() {
      let pages = Self.words("/proc/self/statm")
      if pages.count > 1, let resident = Int(pages[1]) {
        residentMemory = resident * sysconf(Int32(_SC_PAGESIZE))
      }
      // The name in brackets can hold blanks; the fields behind it are numbered from 3.
      let fields =
        Self.text("/proc/self/stat").split(separator: ")").last?
        .split(separator: " ") ?? []
      let boot = Self.text("/proc/stat").split(separator: "\n").first { $0.hasPrefix("btime ") }
      if fields.count > 19, let ticks = Double(fields[19]),
        let booted = boot.flatMap({ Double($0.dropFirst("btime ".count)) })
      {
        startTime = booted + ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
      }
      openFiles = Self.entries(of: "/proc/self/fd")
    }

    private static func words(_ path: String) -> [Substring] { text(path).split(separator: " ") }

    /// The beginning of a file, 64 kB at most.
    private static func text(_ path: String) -> String {
      let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return "" }
      defer { close(descriptor) }
      var bytes = [UInt8](repeating: 0, count: 1 << 16)
      var length = 0
      while length < bytes.count {
        let count = unsafe bytes[length...].withUnsafeMutableBytes {
          unsafe read(descriptor, $0.baseAddress, $0.count)
        }
        guard count > 0 else { break }
        length += count
      }
      return String(decoding: bytes[..<length], as: UTF8.self)
    }

    private static func entries(of path: String) -> Int? {
      guard let folder = unsafe opendir(path) else { return nil }
      defer { unsafe closedir(folder) }
      var count = 0
      while unsafe readdir(folder) != nil { count += 1 }
      // The folder itself, the one above it, and the descriptor that it is read through.
      return count - 3
    }
  #endif
}
