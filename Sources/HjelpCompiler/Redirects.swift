internal import HjelpArticle
internal import HjelpChecks
internal import HjelpDiagnostics
internal import HjelpLocale
internal import HjelpRelease
internal import HjelpSite

/// The addresses that pages had before: `redirect_from` of articles, `redirects` of `hjelp.yml`, and
/// `.openpublishing.redirection.json`.
struct Redirects: Sendable {
  /// A page at an old address.
  struct Page: Sendable {
    var locale: LocaleTag
    /// The path of the old page from the root.
    var from: String
    /// The path of the new page from the root, or a whole address.
    var to: String
  }

  /// The name of the file that other tools read.
  static let fileName = ".openpublishing.redirection.json"

  /// The pages, in the order of their paths.
  private(set) var pages: [Page] = []
  /// What is wrong, by the index of the article that says so.
  private(set) var facts: [Int: [RedirectFact]] = [:]
  /// The ids that lead to an article.
  private(set) var ids: Set<ArticleID> = []

  private struct Rule {
    var locale: LocaleTag?
    var from: ArticleID
    var to: String
    /// The article that has it in its front matter.
    var file: Int?
  }

  /// Plans the redirects of a site.
  ///
  /// - Throws: An error with file and line for one that the configuration or the JSON file has.
  init(_ content: Content) throws(CompilerError) {
    let configuration = content.workspace.configuration
    var rules: [Rule] = []
    for (index, file) in content.files.enumerated() where file.isBuildable {
      let locale = Content.locale(of: file, source: configuration.source)
      for old in file.article.frontMatter?.texts("redirect_from") ?? [] {
        rules.append(
          Rule(
            // Those of the source article hold for every locale.
            locale: locale == configuration.source ? nil : locale, from: Self.id(old),
            to: file.article.id.description, file: index))
      }
    }
    let places = rules.count
    for (from, to, _) in configuration.redirects {
      rules.append(Rule(locale: nil, from: Self.id(from), to: to, file: nil))
    }
    var lines = configuration.redirects.map { (configuration.file ?? "hjelp.yml", $0.line) }
    for entry in try RedirectionFile.read(content.workspace) {
      rules.append(Rule(locale: entry.locale, from: entry.from, to: entry.to, file: nil))
      lines.append((entry.file, entry.line))
    }
    guard !rules.isEmpty else { return }
    var existing: [LocaleTag: Set<ArticleID>] = [:]
    for file in content.files where file.isBuildable {
      let locale = Content.locale(of: file, source: configuration.source)
      existing[locale, default: []].insert(file.input.id)
    }
    func refuse(_ index: Int, _ fact: RedirectFact) throws(CompilerError) {
      if let file = rules[index].file {
        if !(facts[file] ?? []).contains(fact) { facts[file, default: []].append(fact) }
      } else {
        let (file, line) = lines[index - places]
        throw .configuration(file: file, line: line, message: fact.message)
      }
    }
    let locales = Set(content.locales + [configuration.source]).sorted()
    for locale in locales {
      var targets: [ArticleID: (to: String, rule: Int)] = [:]
      for (index, rule) in rules.enumerated() where rule.locale ?? locale == locale {
        if existing[locale]?.contains(rule.from) ?? false {
          try refuse(index, .takesPage(old: rule.from.description))
        } else if let other = targets[rule.from], other.to != rule.to {
          try refuse(index, .twoTargets(old: rule.from.description, other: other.to))
        } else {
          targets[rule.from] = (rule.to, index)
        }
      }
      for (from, target) in targets.sorted(by: { $0.key < $1.key }) {
        var to = target.to
        var seen: Set<ArticleID> = [from]
        var isLoop = false
        // A redirect to an old address leads on to where that leads.
        while let next = targets[Self.id(to)] {
          guard seen.insert(Self.id(to)).inserted else {
            isLoop = true
            break
          }
          to = next.to
        }
        if isLoop {
          try refuse(target.rule, .loop(old: from.description))
          continue
        }
        ids.insert(from)
        pages.append(
          Page(
            locale: locale, from: "\(locale)/\(from).html",
            to: Self.address(to, locale, existing, configuration)))
      }
    }
    pages.sort { $0.from.utf8.lexicographicallyPrecedes($1.from.utf8) }
  }

  /// The id that an old address stands for: without slash at its start, `.md`, `.html`, and what is
  /// behind `?` or `#`.
  static func id(_ text: String) -> ArticleID {
    var path = Array(text.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
    while path.first == UInt8(ascii: "/") { path.removeFirst() }
    for suffix in [".md", ".html"] where path.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) {
      path.removeLast(suffix.utf8.count)
    }
    return ArticleID(path)
  }

  private static func address(
    _ to: String, _ locale: LocaleTag, _ existing: [LocaleTag: Set<ArticleID>],
    _ configuration: Configuration
  ) -> String {
    let id = id(to)
    if !to.contains("://") {
      if existing[locale]?.contains(id) ?? false { return "\(locale)/\(id).html" }
      // Every article has a page in the source's language.
      if existing.values.contains(where: { $0.contains(id) }) {
        return "\(configuration.source)/\(id).html"
      }
      if to.hasPrefix("/") { return (configuration.linkBase ?? "") + to }
    }
    return to
  }
}
