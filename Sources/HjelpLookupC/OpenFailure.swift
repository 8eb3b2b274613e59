internal import HjelpLookup

/// Why an index cannot be opened.
enum OpenFailure: Error, CustomStringConvertible {
  /// No path or no bytes were given.
  case nothing(String)
  /// The system refuses the file.
  case unreadable(path: String, reason: String)
  /// The bytes are none of an index that this library reads.
  case refused(path: String?, LookupIndexError)

  /// One line for people: what, where, what to do.
  var description: String {
    switch self {
    case .nothing(let what): "there is no \(what); it is NULL"
    case .unreadable(let path, let reason):
      "'\(path)' cannot be read: \(reason); name a .hjx file of a site's lookup folder"
    case .refused(let path, let error):
      (path.map { "'\($0)' is refused: " } ?? "") + error.description
    }
  }

  /// Writes the description with a NUL after it into `buffer`, cut between two scalars if need be.
  func write(to buffer: UnsafeMutablePointer<CChar>?, size: Int) {
    guard let buffer = unsafe buffer, size > 0 else { return }
    var length = 0
    for scalar in description.unicodeScalars {
      let bytes = UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      guard length + bytes.count < size else { break }
      for byte in bytes {
        unsafe buffer[length] = CChar(bitPattern: byte)
        length += 1
      }
    }
    unsafe buffer[length] = 0
  }
}
