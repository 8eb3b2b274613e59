internal import HjelpLookup

/// Texts in what a build keeps.
extension IndexBytes {
  /// Adds a text that there need not be.
  mutating func append(optional text: String?) {
    guard let text else { return appendVariable(0) }
    appendVariable(text.utf8.count + 1)
    append(contentsOf: text.utf8)
  }

  /// Adds texts.
  mutating func append(texts: [String]) {
    appendVariable(texts.count)
    for text in texts { appendText(text.utf8) }
  }
}
