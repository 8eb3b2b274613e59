#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What tells cheaply that a site's manifest is another file than before.
///
/// Equal stamps mean the same file, unchanged; a stamp costs one system call.
public struct ReleaseStamp: Sendable, Hashable {
  private let device: UInt64
  private let file: UInt64
  private let size: Int64
  private let changed: [Int]

  /// The stamp of the manifest in a site's folder; `nil` if there is none.
  public init?(site: String) {
    var status = stat()
    guard unsafe stat(site + "/" + Manifest.fileName, &status) == 0 else { return nil }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    file = UInt64(truncatingIfNeeded: status.st_ino)
    size = Int64(status.st_size)
    #if canImport(Darwin)
      let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (modified, changed) = (status.st_mtim, status.st_ctim)
    #endif
    self.changed = [modified.tv_sec, modified.tv_nsec, changed.tv_sec, changed.tv_nsec]
  }
}
