/// What a passage is in its article, the most telling first.
public enum PassageKind: UInt8, Sendable, CaseIterable {
  /// A string or pattern of `errors:`, or a code of the front matter.
  case declared
  /// The article's title.
  case title
  /// A heading below the title.
  case heading
  /// Words in quotation marks or in bold.
  case quoted
  /// A sentence of the text.
  case sentence

  /// The name in JSON.
  public var name: String {
    switch self {
    case .declared: "declared"
    case .title: "title"
    case .heading: "heading"
    case .quoted: "quoted"
    case .sentence: "sentence"
    }
  }
}
