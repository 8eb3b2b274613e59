/// The fields at the head of an article.
public struct FrontMatter: Sendable {
  /// A field's value.
  public enum Value: Hashable, Sendable {
    /// A single text, without quotes.
    case scalar(String)
    /// A list of texts.
    case list([String])
    /// Nothing behind the key.
    case empty
    /// A mapping or a list of other things than texts.
    case other

    /// The texts of the value: one, several, or none.
    public var texts: [String] {
      switch self {
      case .scalar(let text): [text]
      case .list(let texts): texts
      case .empty, .other: []
      }
    }
  }

  /// A key and its value.
  public struct Field: Sendable {
    /// The key as it is written.
    public let key: String
    /// The value.
    public let value: Value
    /// The place of the key, in bytes from the start of the file.
    public let keyRange: Range<Int>
    /// The place of the value, down to the last element of a list; empty if it is not known.
    public let valueRange: Range<Int>

    /// A field with these parts.
    public init(key: String, value: Value, keyRange: Range<Int>, valueRange: Range<Int>) {
      self.key = key
      self.value = value
      self.keyRange = keyRange
      self.valueRange = valueRange
    }
  }

  /// Why the text between the marks is not front matter.
  public struct Problem: Sendable {
    /// What is wrong.
    public let message: String
    /// Where, in bytes from the start of the file.
    public let range: Range<Int>

    /// A problem at a place.
    public init(message: String, range: Range<Int>) {
      self.message = message
      self.range = range
    }
  }

  /// The whole block with both `---` lines, in bytes from the start of the file.
  public let range: Range<Int>
  /// The fields in the order of the file; a key that stands twice is there twice.
  public let fields: [Field]
  /// Why there are no fields, if the text could not be read.
  public let problem: Problem?

  /// The first field with this key.
  public func field(_ key: String) -> Field? { index(of: key).map { fields[$0] } }

  /// The text of the first field with this key; `nil` if it is no text, or blank.
  public func text(_ key: String) -> String? {
    guard let index = index(of: key), case .scalar(let text) = fields[index].value,
      text.utf8.contains(where: { $0 > 0x20 })
    else { return nil }
    return text
  }

  /// The texts of the first field with this key.
  public func texts(_ key: String) -> [String] {
    index(of: key).map { fields[$0].value.texts } ?? []
  }

  /// The first field with a key; none of those before it is copied.
  private func index(of key: String) -> Int? {
    fields.indices.first { fields[$0].key == key }
  }
}
