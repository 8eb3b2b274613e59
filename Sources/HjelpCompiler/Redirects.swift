internal import HjelpArticle
internal import HjelpChecks
internal import HjelpDiagnostics
internal import HjelpLocale
internal import HjelpMarkdown
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

  /// None.
  init() {}

  /// Plans the redirects of a site.
  ///
  /// - Throws: An error with file and line for one that the configuration or the JSON file has.
  init(_ content: Content) throws(CompilerError) {
    let configuration = content.workspace.configuration
    var rules: [Rule] = []
    for (index, file) in content.files.enumerated() where file.isBuildable {
      let locale = Content.locale(of: file, source: configuration.source)
      for old in file.summary.oldAddresses {
        rules.append(
          Rule(
            // Those of the source article hold for every locale.
            locale: locale == configuration.source ? nil : locale, from: Self.id(old),
            to: file.input.id.description, file: index))
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
    let existing = Self.pages(of: content)
    let urls = SiteBuild.urls(configuration)
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
        if !Self.isUsable(rule.from) {
          try refuse(index, .unusable(old: rule.from.description))
        } else if let scheme = URLPolicy.scheme(of: rule.to.utf8), !urls.allowsLink(scheme) {
          try refuse(index, .harmful(old: rule.from.description, new: rule.to))
        } else if existing[locale]?.contains(rule.from) ?? false {
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

  /// The ids of the pages of each locale: of its articles, of those that it shows in the source's
  /// language, and of its own lists.
  private static func pages(of content: Content) -> [LocaleTag: Set<ArticleID>] {
    let source = content.workspace.configuration.source
    var pages: [LocaleTag: Set<ArticleID>] = [source: []]
    for file in content.files where file.isBuildable {
      let id = file.input.id
      pages[Content.locale(of: file, source: source), default: []].insert(id)
      // The source's page is made of a translation with pairs where there is no other.
      if file.summary.isBilingual { pages[source, default: []].insert(id) }
    }
    let shared = pages[source] ?? []
    return pages.mapValues { $0.union(shared).union([ArticleID("index"), ArticleID("search")]) }
  }

  /// Whether a page can have this path: no part is empty, leads up, or is too long for a file system.
  private static func isUsable(_ id: ArticleID) -> Bool {
    let parts = id.bytes.split(separator: 0x2F, omittingEmptySubsequences: false)
    return ReleasePath(bytes: id.bytes) != nil && id.bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
      && parts.allSatisfy { $0.count <= 240 }
      && !parts.dropLast().contains { $0.suffix(5).elementsEqual(".html".utf8) }
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
      // A plain article may be in another locale alone.
      let places = [locale, configuration.source] + existing.keys.sorted()
      if let place = places.first(where: { existing[$0]?.contains(id) ?? false }) {
        return "\(place)/\(id).html"
      }
      if to.hasPrefix("/") { return (configuration.linkBase ?? "") + to }
    }
    return to
  }
}
