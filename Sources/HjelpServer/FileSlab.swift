internal import HjelpRelease

/// Files that share one array.
///
/// Ten thousand small arrays, with other things between them, would leave holes in the memory when
/// their files are compressed, which the system does not get back; an array of a megabyte goes as a
/// whole.
struct FileSlab {
  private static let size = 1 << 20

  private var bytes: [UInt8] = []
  private var places: [(file: Manifest.File, range: Range<Int>)] = []

  /// Adds a file.
  ///
  /// - Returns: true if the array is full: it is emptied before the next file is added.
  mutating func append(_ file: Manifest.File, _ content: [UInt8]) -> Bool {
    if bytes.isEmpty { bytes.reserveCapacity(max(Self.size, content.count)) }
    places.append((file, bytes.count..<bytes.count + content.count))
    bytes.append(contentsOf: content)
    return bytes.count >= Self.size * 7 / 8
  }

  /// Hands the files over, and begins a new array.
  mutating func empty(into files: inout [ReleasePath: SiteFile], room: BufferRoom) {
    for (file, range) in places {
      files[file.path] = SiteFile(file, bytes: bytes[range], room: room)
    }
    self = FileSlab()
  }
}
