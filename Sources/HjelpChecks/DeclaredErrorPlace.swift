internal import HjelpArticle
internal import HjelpDiagnostics

/// Finds a declared error in the front matter.
enum DeclaredErrorPlace {
  /// The place of the text, else of the whole list, in bytes from the start of the file.
  static func range(_ fact: LookupFact, _ input: CheckInput) -> Range<Int> {
    guard let field = input.article.frontMatter?.field("errors") else { return 0..<0 }
    let value = input.article.file.bytes[field.valueRange]
    return value.firstRange(of: Array(fact.text.utf8)) ?? field.valueRange
  }
}
