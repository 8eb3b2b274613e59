/// Small letters of UTF-8 text: ASCII, Latin-1 and Latin Extended-A.
enum LetterCase {
  static func lowered(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result = Array(text)
    var index = 0
    while index < result.count {
      let byte = result[index]
      if byte < 0x80 {
        result[index] = TextBytes.lowered(byte)
      } else if byte == 0xC3, index + 1 < result.count, (0x80...0x9E).contains(result[index + 1]),
        result[index + 1] != 0x97
      {
        result[index + 1] |= 0x20
      }
      index += 1
    }
    return result
  }
}
