import HjelpDiagnostics
import Testing

@Suite("Lines and columns")
struct LineTableTests {
  @Test("are right wherever the last place was, also on a line of many kilobytes")
  func areRight() {
    // Ten characters of one to four bytes each, 22 bytes in all.
    let piece = "aæ同𝄞b😀é三 c"
    let text = "first\n" + String(repeating: piece, count: 3_000) + "\r\nlast"
    let bytes = Array(text.utf8)
    #expect(piece.utf8.count == 22 && piece.unicodeScalars.count == 10)
    var table = LineTable(bytes)
    // Forth and back, near and far: of piece N the first character has the column 10 N + 1.
    for number in [2_999, 0, 1, 2_998, 24, 23, 1_500, 1_499, 2_999, 46, 47] {
      let place = table.position(at: 6 + number * 22, in: bytes)
      #expect(place.line == 2)
      #expect(place.column == number * 10 + 1)
      #expect(place.byteColumn == number * 22 + 1)
      // The last character of the piece is the tenth.
      #expect(table.position(at: 6 + number * 22 + 21, in: bytes).column == number * 10 + 10)
    }
    let last = table.position(at: bytes.count, in: bytes)
    #expect(last.line == 3 && last.column == 5 && last.byteColumn == 5)
    #expect(table.position(at: 3, in: bytes).column == 4)
  }
}
