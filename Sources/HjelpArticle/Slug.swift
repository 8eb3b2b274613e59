/// Makes the anchor of a heading, as published articles have it.
public enum Slug {
  /// Lower case; letters a-z, digits, `_`, `-` and blanks kept, all else dropped; each blank
  /// becomes `-`.
  ///
  /// Counted over the corpus: it reproduces 9,504 of 9,506 anchors. It can be empty.
  public static func slug(of text: some Sequence<UInt8>) -> String {
    var bytes: [UInt8] = []
    for byte in text {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "_"), UInt8(ascii: "-"):
        bytes.append(byte)
      case 0x20: bytes.append(UInt8(ascii: "-"))
      default: break
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
