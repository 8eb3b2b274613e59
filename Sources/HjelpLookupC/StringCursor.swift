/// Writes strings one after the other into memory that was measured for them.
@unsafe struct StringCursor {
  private var next: UnsafeMutablePointer<CChar>

  /// Begins at `start`.
  init(_ start: UnsafeMutablePointer<CChar>) {
    unsafe next = start
  }

  /// Writes a string and its NUL, and gives its first byte; nil for nil.
  mutating func append(_ text: String?) -> UnsafePointer<CChar>? {
    guard let text else { return nil }
    let start = unsafe next
    for byte in text.utf8 {
      unsafe next.initialize(to: CChar(bitPattern: byte))
      unsafe next += 1
    }
    unsafe next.initialize(to: 0)
    unsafe next += 1
    return unsafe UnsafePointer(start)
  }
}
