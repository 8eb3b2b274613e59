internal import Crypto
package import HjelpArticle
internal import HjelpDiagnostics
package import HjelpLocale
internal import HjelpMarkdown

/// Makes a bilingual article out of a source-locale one.
package enum BilingualArticle {
  /// The file for a translator: every sentence as a unit with its source, the targets to be
  /// written.
  ///
  /// - Parameters:
  ///   - source: The article in the source locale.
  ///   - locale: The locale of the translation.
  ///   - translate: The translation of a sentence, as Markdown; `nil` for one that is to be written.
  package static func make(
    from source: Article, locale: LocaleTag, translate: (String) -> String? = { _ in nil }
  ) -> [UInt8] {
    let edition = source.edition(of: .target)
    let document = Document(markdown: edition.markdown)
    let segments = SourceSegmenter(document)
    let translated = ["title", "description"].filter { source.frontMatter?.field($0) != nil }
    var number = 101 + translated.count
    let prefix = prefix(of: source.id, locale)
    var out = Array(frontMatter(of: source, locale: locale, translate: translate).utf8)
    var start = 0
    var headings = segments.headings[...]
    for sentence in segments.sentences {
      out.append(contentsOf: edition.markdown[start..<sentence.lowerBound])
      if let heading = headings.first, heading.start == sentence.lowerBound {
        out.append(contentsOf: "<a name=\"\(Slug.slug(of: heading.text))\"></a>".utf8)
        headings.removeFirst()
      }
      let text = edition.markdown[sentence]
      let target = translate(String(decoding: text, as: UTF8.self)) ?? ""
      let id = "\(prefix)-\(number)"
      out.append(contentsOf: "<span data-ttu-id=\"\(id)\">\(target)</span>".utf8)
      out.append(contentsOf: "<span class=\"sxs-lookup\"><span data-stu-id=\"\(id)\">".utf8)
      out.append(contentsOf: text)
      out.append(contentsOf: "</span></span>".utf8)
      start = sentence.upperBound
      number += 1
    }
    out.append(contentsOf: edition.markdown[start...])
    return out
  }

  /// The SHA-1 of a source file with CRLF line ends, as `ms.openlocfilehash` has it.
  package static func hash(of bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 40)
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 0x0A, previous != 0x0D { text.append(0x0D) }
      text.append(byte)
      previous = byte
    }
    return hex(Insecure.SHA1.hash(data: text))
  }

  /// Five hexadecimal digits that are the article's own in its locale.
  private static func prefix(of id: ArticleID, _ locale: LocaleTag) -> String {
    let name = Array("\(locale)/".utf8) + id.bytes
    return String(hex(Insecure.SHA1.hash(data: name)).prefix(5))
  }

  private static func hex(_ digest: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The source's front matter with what a translation adds; its errors and redirects hold for
  /// every locale and are not repeated.
  private static func frontMatter(
    of source: Article, locale: LocaleTag, translate: (String) -> String?
  ) -> String {
    var text = "---\n"
    if source.title == nil, let heading = source.headings.first {
      let title = source.text(heading.content..<max(heading.content, heading.line.upperBound))
      text += "title: \(quoted(translate(title) ?? title))\n"
    }
    for field in source.frontMatter?.fields ?? [] {
      guard !["errors", "redirect_from", "no-loc", "ignore"].contains(field.key),
        !field.key.hasPrefix("ms.openloc"), field.key != "ms.contentlocale"
      else { continue }
      switch field.value {
      case .scalar(let value):
        let isTranslated = field.key == "title" || field.key == "description"
        text += "\(field.key): \(quoted(isTranslated ? translate(value) ?? value : value))\n"
      case .list(let values):
        text += "\(field.key):\n" + values.map { "- \(quoted($0))\n" }.joined()
      case .empty, .other: break
      }
    }
    text += "ms.openlocfilehash: \(hash(of: source.file.bytes))\n"
    text += "ms.translationtype: HT\nms.contentlocale: \(locale)\n---\n"
    return text
  }

  /// A YAML scalar: plain where that is certain to mean the same.
  private static func quoted(_ text: String) -> String {
    let isPlain =
      text.utf8.first.map {
        (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 >= 0x80
      } ?? false
      && !text.contains(": ") && !text.contains(" #") && !text.hasSuffix(":")
    if isPlain { return text }
    return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
