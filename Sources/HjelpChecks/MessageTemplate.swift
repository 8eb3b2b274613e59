/// The text of a rule's message with holes: `unit '{unit}' has no source half`.
///
/// The holes are what `errors:` of the rule's help page has, so that the text of every finding finds
/// its page.
public struct MessageTemplate: Sendable, ExpressibleByStringLiteral {
  /// The text, holes in braces.
  public let text: String

  /// A template of a text.
  public init(stringLiteral text: String) { self.text = text }

  /// The text with its holes filled, in order.
  func filled(_ values: String...) -> String {
    var result = ""
    var rest = values[...]
    var isInHole = false
    for character in text {
      if character == "{" {
        isInHole = true
        result += rest.popFirst() ?? ""
      } else if character == "}" {
        isInHole = false
      } else if !isInHole {
        result.append(character)
      }
    }
    return result
  }
}
