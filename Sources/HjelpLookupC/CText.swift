/// Strings that cross the border to C.
enum CText {
  /// A copy of `text` with a NUL at its end; `free` frees it.
  static func copy(of text: String) -> UnsafeMutablePointer<CChar> {
    let start = UnsafeMutablePointer<CChar>.allocate(capacity: text.utf8.count + 1)
    var cursor = unsafe StringCursor(start)
    _ = unsafe cursor.append(text)
    return unsafe start
  }

  /// Frees a copy.
  static func free(_ copy: UnsafeMutablePointer<CChar>) { unsafe copy.deallocate() }

  /// The text of `size` bytes that came from C; what is not UTF-8 becomes U+FFFD.
  ///
  /// A `size_t` beyond the largest `Int` comes in as a negative number: nothing is that long.
  static func text(_ start: UnsafePointer<CChar>, size: Int) -> String {
    unsafe String(
      decoding: UnsafeRawBufferPointer(start: start, count: max(0, size)), as: UTF8.self)
  }
}
