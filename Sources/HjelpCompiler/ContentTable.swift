internal import HjelpArticle
internal import HjelpSite
internal import Yams

/// A locale's table of contents: `TOC.yml`, a list of `name`, `href` and `items`.
struct ContentTable: Sendable {
  /// An article in it.
  struct Article: Sendable {
    var id: ArticleID
    var name: String?
  }

  /// A part of it with its articles.
  struct Section: Sendable {
    var name: String?
    /// 0 for the parts at the top.
    var depth: Int
    var articles: [Article] = []
  }

  private(set) var sections: [Section] = []

  /// As deep as parts may lie in each other.
  private static let depthLimit = 32
  /// As many entries as there may be, so that aliases of aliases do not make more than memory holds.
  private static let entryLimit = 100_000

  /// Reads a table from its bytes.
  ///
  /// - Throws: An error that names the file and the line.
  init(_ bytes: [UInt8], file: String) throws(CompilerError) {
    let node: Node?
    do {
      node = try Yams.compose(yaml: String(decoding: bytes, as: UTF8.self), .basic, .default)
    } catch {
      let line = (error as? YamlError).flatMap { Self.line(of: $0) } ?? 1
      throw .configuration(file: file, line: line, message: "the table of contents is not YAML")
    }
    guard let node else { return }
    let top = node.mapping?["items"] ?? node
    guard top.sequence != nil else {
      throw .configuration(
        file: file, line: 1, message: "the table of contents must be a list of 'name' and 'href'")
    }
    sections = [Section(name: nil, depth: 0)]
    // Parts in the order of the file, without recursion.
    var open: [(node: Node, depth: Int, section: Int)] = [(top, 0, 0)]
    var entries = 0
    while let (list, depth, section) = open.popLast() {
      entries += list.sequence?.count ?? 0
      guard entries <= Self.entryLimit else {
        throw .configuration(
          file: file, line: list.mark?.line ?? 1,
          message: "the table of contents has more than \(Self.entryLimit) entries")
      }
      var inner: [(node: Node, depth: Int, section: Int)] = []
      for item in list.sequence ?? Node.Sequence([]) {
        guard let mapping = item.mapping else {
          throw .configuration(
            file: file, line: item.mark?.line ?? 1,
            message: "an entry of the table of contents must have 'name', 'href' or 'items'")
        }
        let name = mapping["name"]?.scalar?.string
        if let article = Self.article(mapping["href"]?.scalar?.string, name) {
          sections[section].articles.append(article)
        }
        guard let items = mapping["items"] else { continue }
        guard depth < Self.depthLimit else {
          throw .configuration(
            file: file, line: item.mark?.line ?? 1,
            message: "the table of contents is deeper than \(Self.depthLimit)")
        }
        sections.append(Section(name: name, depth: depth))
        inner.append((items, depth + 1, sections.count - 1))
      }
      open += inner.reversed()
    }
  }

  private static func article(_ href: String?, _ name: String?) -> Article? {
    guard let href, !href.contains("://"), href.hasSuffix(".md") || href.contains(".md#"),
      let path = SitePath.resolve(
        href.utf8.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }, in: [])
    else { return nil }
    return Article(id: ArticleID(path.dropLast(3)), name: name)
  }

  private static func line(of error: YamlError) -> Int? {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    default: nil
    }
  }
}
