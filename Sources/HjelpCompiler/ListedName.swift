internal import HjelpArticle
internal import HjelpMarkdown

/// Names of articles as lists have them.
enum ListedName {
  /// An article's name for lists: its title, else the text of its first heading.
  static func text(of article: Article, _ side: Side) -> String {
    if side == .target, let title = article.title { return title }
    if let heading = article.headings.first,
      let unit = article.units.first(where: {
        heading.line.contains($0.range.lowerBound)
      })
    {
      let text = article.text(unit.segment(side))
      if !text.isEmpty { return plain(text) }
    }
    if let heading = article.headings.first, article.units.isEmpty {
      return plain(article.text(heading.content..<max(heading.content, heading.line.upperBound)))
    }
    return article.title ?? article.id.description
  }

  /// A heading's text without its markup.
  private static func plain(_ markdown: String) -> String {
    Document(markdown: Array(markdown.utf8)).plainText(of: 0)
  }
}
