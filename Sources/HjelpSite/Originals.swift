internal import HjelpEncoding
internal import HjelpLocale
internal import HjelpMarkdown

/// Puts the original beside each block of a translation.
final class Originals {
  private var writer: OriginalWriter
  private let language: LocaleTag
  private var count = 0

  init(writer: OriginalWriter, language: LocaleTag) {
    self.writer = writer
    self.language = language
  }

  /// The frame of a block: a button behind it, and the original as a card.
  func frame(_ block: HTMLWriter.LeafBlock, words: InterfaceWords) -> HTMLWriter.Frame? {
    let original = writer.original(of: block)
    guard !original.isEmpty else { return nil }
    count += 1
    let container = block.isWithinText ? "span" : "div"
    let element =
      block.isWithinText ? "span" : block.headingLevel > 0 ? "h\(block.headingLevel)" : "div"
    var after = Array("<button class=\"see\" type=\"button\" data-hjelp-chrome".utf8)
    func append(_ text: String) { after.append(contentsOf: text.utf8) }
    append(" popovertarget=\"Hjelp-o\(count)\" aria-label=\"")
    HTMLEscaping.append(words[.readOriginal].utf8, to: &after)
    append("\">\(language.language.uppercased())</button><\(element) class=\"o\"")
    append(
      " lang=\"\(language)\" dir=\"\(language.direction.html)\" popover id=\"Hjelp-o\(count)\">")
    after.append(contentsOf: original)
    append("</\(element)></\(container)>")
    return HTMLWriter.Frame(before: Array("<\(container) class=\"b\">".utf8), after: after)
  }
}
