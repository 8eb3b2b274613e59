/// A language with a script, a region, or neither: `nb-NO`, `zh-Hans`, `zh-Hant-TW`, `ja`.
///
/// The part of BCP 47 (RFC 5646) that help is published in; variants and extensions are not read.
public struct LocaleTag: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Two or three small letters.
  public let language: String
  /// Four letters, the first one large.
  public let script: String?
  /// Two large letters, or three digits.
  public let region: String?
  /// The tag in the case of BCP 47.
  public let description: String

  /// Reads a tag in any case, with `-` or `_`; `nil` if it is not of the form, or its script is
  /// not in ISO 15924.
  public init?(_ text: some StringProtocol) {
    let parts = text.utf8.split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }.map { Array($0) }
    guard let first = parts.first, (2...3).contains(first.count), parts.count <= 3,
      first.allSatisfy(Self.isLetter)
    else { return nil }
    var script: String?
    var region: String?
    for part in parts.dropFirst() {
      if part.count == 4, part.allSatisfy(Self.isLetter), script == nil, region == nil {
        let name = Self.lowered(part.prefix(1), upper: true) + Self.lowered(part.dropFirst())
        guard ScriptCode.all.contains(name) else { return nil }
        script = name
      } else if region == nil,
        part.count == 2 && part.allSatisfy(Self.isLetter)
          || part.count == 3 && part.allSatisfy(Self.isDigit)
      {
        region = Self.lowered(part[...], upper: true)
      } else {
        return nil
      }
    }
    self.init(language: Self.lowered(first[...]), script: script, region: region)
  }

  private init(language: String, script: String?, region: String?) {
    self.language = language
    self.script = script
    self.region = region
    description = ([language] + [script, region].compactMap(\.self)).joined(separator: "-")
  }

  /// The tag of a folder that holds a locale's articles: as `init(_:)`, but a bare language is
  /// none, since `api` or `docs` would be languages too.
  public init?(folder name: some StringProtocol) {
    self.init(name)
    guard script != nil || region != nil, !name.utf8.contains(UInt8(ascii: "_")) else { return nil }
  }

  /// English of the United States: the source language where nothing else is said.
  public static let americanEnglish = LocaleTag(language: "en", script: nil, region: "US")

  /// The tag without its last part; `nil` for a bare language (RFC 4647, section 3.4).
  public var truncated: LocaleTag? {
    if region != nil { return LocaleTag(language: language, script: script, region: nil) }
    if script != nil { return LocaleTag(language: language, script: nil, region: nil) }
    return nil
  }

  /// The script that text in this locale is written in, as far as it follows from the tag.
  public var likelyScript: String {
    if let script { return script }
    switch language {
    case "zh", "yue":
      return ["TW", "HK", "MO"].contains(region ?? "") || language == "yue" ? "Hant" : "Hans"
    case "ja": return "Jpan"
    case "ko": return "Kore"
    case "ar", "fa", "ur", "ps", "ckb", "ug", "sd": return "Arab"
    case "he", "yi": return "Hebr"
    case "th": return "Thai"
    case "ru", "uk", "bg", "be", "mk", "kk", "ky", "mn", "sr": return "Cyrl"
    case "el": return "Grek"
    case "hi", "mr", "ne": return "Deva"
    case "dv": return "Thaa"
    default: return "Latn"
    }
  }

  /// The direction of its script.
  public var direction: TextDirection {
    switch likelyScript {
    case "Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm": .rightToLeft
    default: .leftToRight
    }
  }

  /// Tags are the same if their texts are.
  public static func == (left: LocaleTag, right: LocaleTag) -> Bool {
    left.description == right.description
  }

  /// Feeds the text of the tag.
  public func hash(into hasher: inout Hasher) { hasher.combine(description) }

  /// Orders by the bytes of the tag.
  public static func < (left: LocaleTag, right: LocaleTag) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func lowered(_ bytes: ArraySlice<UInt8>, upper: Bool = false) -> String {
    String(
      decoding: bytes.map { byte in
        guard isLetter(byte) else { return byte }
        return upper ? byte & 0xDF : byte | 0x20
      }, as: UTF8.self)
  }
}
