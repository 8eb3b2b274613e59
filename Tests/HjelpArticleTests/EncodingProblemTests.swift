import Testing

@testable import HjelpArticle

/// Bytes that are no text, and where.
@Suite struct EncodingProblemTests {
  @Test(
    "the first problem is named with its place",
    arguments: [
      ([0x61, 0xFF], EncodingProblem.Kind.invalidUTF8, 1), ([0xC0, 0x80], .invalidUTF8, 0),
      ([0xE0, 0x80, 0x80], .invalidUTF8, 0), ([0xED, 0xA0, 0x80], .invalidUTF8, 0),
      ([0xF4, 0x90, 0x80, 0x80], .invalidUTF8, 0), ([0x61, 0xE3, 0x81], .invalidUTF8, 1),
      ([0xFF, 0xFE, 0x61, 0], .utf16, 0), ([0x61, 0], .nul, 1),
      ([0x61, 0x0D, 0x62], .loneCarriageReturn, 1),
      ([0x61, 0x0D], .loneCarriageReturn, 1),
      ([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF], .secondByteOrderMark, 3),
    ] as [([UInt8], EncodingProblem.Kind, Int)])
  func problems(_ bytes: [UInt8], _ kind: EncodingProblem.Kind, _ offset: Int) {
    #expect(EncodingProblem.first(in: bytes) == EncodingProblem(kind: kind, offset: offset))
  }

  @Test("text is text", arguments: ["", "æøå\r\n同期\u{1F600}", "\u{FEFF}a", "\u{10FFFF}"])
  func text(_ text: String) { #expect(EncodingProblem.first(in: Array(text.utf8)) == nil) }
}
