/// A file that shows when a rule speaks: a test, and a part of the rule's page.
public struct Example: Sendable {
  /// The text; `⟦` and `⟧` stand around each place of a finding.
  public let text: String
  /// The locale folder that the file lies in.
  public let locale: String
  /// The path below the locale folder, with `.md`.
  public let path: String
  /// What is known of the file beside its text.
  public let facts: FileFacts

  /// A whole file.
  public init(
    _ text: String, locale: String = "nb-NO", path: String = "article.md",
    facts: FileFacts = FileFacts()
  ) {
    self.text = text
    self.locale = locale
    self.path = path
    self.facts = facts
  }

  /// The body of a bilingual article in nb-NO, behind front matter that is in order.
  static func body(_ text: String) -> Example { Example(frontMatter + text) }

  /// The body of a bilingual article in another locale, behind front matter that is in order.
  static func body(_ text: String, locale: String) -> Example {
    Example(frontMatter(locale) + text, locale: locale)
  }

  /// Front matter that no rule has a word on.
  static let frontMatter = frontMatter("nb-NO")

  private static func frontMatter(_ locale: String) -> String {
    """
    ---
    title: Synkronisering
    ms.openlocfilehash: 3517f424b4dcd89f915acebab747a9bff993fdbd
    ms.contentlocale: \(locale)
    ---

    """
  }

  /// The text that is shown on a page: without the front matter that all examples share.
  public var shownText: String {
    let shared = Self.frontMatter(locale)
    return text.hasPrefix(shared) ? String(text.dropFirst(shared.count)) : text
  }
}

extension Rule {
  /// A unit with its line end, for examples.
  static func unit(_ target: String, _ source: String, id: String = "e8e74-103") -> String {
    "<span data-ttu-id=\"\(id)\">\(target)</span><span class=\"sxs-lookup\">"
      + "<span data-stu-id=\"\(id)\">\(source)</span></span>\n"
  }
}
