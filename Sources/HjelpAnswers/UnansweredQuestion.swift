internal import HjelpLocale
internal import HjelpLookup

/// A question that got no answer, in the form in which it may be kept: normalised and masked.
public struct UnansweredQuestion: Sendable, Hashable {
  /// The longest text that is kept, in UTF-8 bytes; the rest of a longer one is left out.
  public static let maximumLength = 512

  /// The question's normal form, with `#` for what varies and for every number.
  public let text: String
  /// The BCP 47 tag of the locale that was asked for, else of the one that answered.
  public let locale: String

  /// A question as it stands in a log.
  public init(text: String, locale: String) {
    self.text = text
    self.locale = locale
  }

  /// The question behind an answer; `nil` if the answer can be trusted, or if nothing but numbers
  /// and the like is left of its text.
  public init?(_ answer: LocalizedAnswer) {
    switch answer.answer.status {
    case .match, .ambiguous: return nil
    case .candidates, .none: break
    }
    guard let text = Self.masked(answer.answer) else { return nil }
    self.init(text: text, locale: (answer.requested ?? answer.served).description)
  }

  /// The text as a pattern for `errors:` in front matter, where a hole is written in braces.
  public var pattern: String {
    text.split(separator: " ").map { $0 == "#" ? "{value}" : $0 }.joined(separator: " ")
  }

  /// The normaliser has masked GUIDs, addresses, paths and times. Numbers it keeps, since they tell
  /// versions apart; here they could be somebody's, and so could a word that holds four digits in a
  /// row. Codes stay: they are what an article can declare.
  private static func masked(_ answer: LookupAnswer) -> String? {
    var text = ""
    var hasWords = false
    for word in answer.normalized.split(separator: " ") {
      var shown = String(word)
      if answer.codes.contains(shown) {
        // In capitals, so that the normaliser knows it for a code again.
        if !shown.hasPrefix("0x") { shown = shown.uppercased() }
        hasWords = true
      } else if isPersonal(word) {
        shown = "#"
      } else if word != "#" {
        hasWords = true
      }
      guard text.utf8.count + shown.utf8.count < maximumLength else {
        if text.isEmpty { text = cut(shown) }
        break
      }
      text += text.isEmpty ? shown : " " + shown
    }
    return hasWords ? text : nil
  }

  private static func isPersonal(_ word: Substring) -> Bool {
    var digits = 0
    var isNumber = true
    for byte in word.utf8 {
      let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      digits = isDigit ? digits + 1 : 0
      if digits == 4 { return true }
      isNumber = isNumber && (isDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ","))
    }
    return isNumber
  }

  /// The beginning of a word without blanks, which scripts without blanks have.
  private static func cut(_ word: String) -> String {
    var length = 0
    return String(
      word.unicodeScalars.prefix { scalar in
        length += UTF8.width(scalar)
        return length < maximumLength
      })
  }
}
