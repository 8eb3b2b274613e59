/// The first step of normalisation: one form for width, quotation marks, dashes and blanks.
///
/// Case stays, since codes are known by it. Invisible scalars and marks of composition go.
enum WidthFolding {
  /// The scalars of `text` in their one form.
  static func scalars(of text: String) -> [UInt32] {
    var folded: [UInt32] = []
    folded.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { append(scalar.value, to: &folded) }
    return folded
  }

  private static func append(_ value: UInt32, to folded: inout [UInt32]) {
    if value < 0x80 {
      folded.append(value == 0x60 ? 0x27 : value)
      return
    }
    switch value {
    case 0x00AD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF, 0xFE00...0xFE0F,
      0x0300...0x036F:
      return
    case 0x00A0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x3000, 0xFFFD: folded.append(0x20)
    case 0x2018...0x201B, 0x2032, 0x00B4, 0x02BC, 0x2039, 0x203A: folded.append(0x27)
    case 0x201C...0x201F, 0x2033, 0x00AB, 0x00BB, 0x300C...0x300F, 0x301D...0x301F, 0xFF62, 0xFF63:
      folded.append(0x22)
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: folded.append(0x2D)
    case 0x3008, 0x300A, 0x3010, 0x3014: folded.append(0x5B)
    case 0x3009, 0x300B, 0x3011, 0x3015: folded.append(0x5D)
    case 0x3001: folded.append(0x2C)
    case 0x3002: folded += [0x2E, 0x20]
    case 0x2026: folded += [0x2E, 0x2E, 0x2E]
    case 0xFF01...0xFF5E: append(value - 0xFEE0, to: &folded)
    case 0xFF66...0xFF9D: folded.append(halfwidth[Int(value - 0xFF66)])
    case 0x3099, 0xFF9E: compose(&folded, semivoiced: false)
    case 0x309A, 0xFF9F: compose(&folded, semivoiced: true)
    default: folded.append(value)
    }
  }

  /// Joins a mark of voicing with the kana before it.
  private static func compose(_ folded: inout [UInt32], semivoiced: Bool) {
    guard let last = folded.last else { return }
    let kana = last >= 0x30A0 ? last - 0x60 : last
    let isVoiceable: Bool =
      switch kana {
      case 0x304B...0x3062: kana % 2 == 1
      case 0x3064, 0x3066, 0x3068: true
      case 0x306F...0x307D: kana % 3 == 0
      default: false
      }
    if last == 0x30A6, !semivoiced {
      folded[folded.count - 1] = 0x30F4
    } else if semivoiced, kana >= 0x306F, kana <= 0x307D, kana % 3 == 0 {
      folded[folded.count - 1] = last + 2
    } else if !semivoiced, isVoiceable {
      folded[folded.count - 1] = last + 1
    }
  }

  /// Katakana for U+FF66 to U+FF9D.
  private static let halfwidth: [UInt32] = {
    let kana = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
    return kana.unicodeScalars.map(\.value)
  }()
}
