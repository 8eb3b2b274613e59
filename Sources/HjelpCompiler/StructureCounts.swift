internal import HjelpArticle
internal import HjelpMarkdown

/// How many parts of each kind an article has.
struct StructureCounts {
  /// Heading lines.
  let headings: Int
  /// Fenced code.
  let fences: Int
  /// Images.
  let images: Int

  init(_ article: Article) {
    headings = article.headings.count
    fences = article.fences.count
    let document = Document(markdown: article.edition(of: .target).markdown)
    images = document.nodes.count { $0.kind == .image }
  }
}
