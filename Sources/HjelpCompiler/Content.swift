internal import CHjelpSystem
internal import HjelpArticle
internal import HjelpDiagnostics
package import HjelpChecks
package import HjelpLocale
internal import Foundation

/// All articles of a workspace, read, with what follows from their being together.
package struct Content: Sendable {
  /// The workspace.
  package let workspace: Workspace
  /// The articles, in the order of their paths.
  package private(set) var files: [ArticleFile]
  /// The locales that have articles, in the order in which they are offered.
  package let locales: [LocaleTag]
  /// The addresses that pages had before.
  private(set) var redirects = Redirects()
  private var facts: ContentFacts?
  /// What went wrong as articles were read again.
  let failures: ReadFailures
  /// Whether the facts of the files are in them.
  private let isFilled: Bool

  /// Reads all articles.
  ///
  /// - Parameters:
  ///   - jobs: How many are read at once.
  ///   - scope: The files whose findings are wanted: of the others as much is read as these need.
  ///   - keepsArticles: Whether the articles stay in memory; else each is read again when it is needed.
  ///   - state: What the last build has left, where articles are not kept: of those that have not changed
  ///     since none is read.
  package static func read(
    _ workspace: Workspace, jobs: Int, scope: CheckScope = .all, keepsArticles: Bool = true,
    state: BuildState? = nil
  ) async throws -> Content {
    let terms = try TermTable(workspace.configuration)
    let inputs = workspace.articles
    guard !inputs.isEmpty else { throw CompilerError.noArticles(paths: workspace.paths) }
    if !keepsArticles { hjelp_return_large_memory() }
    guard !scope.isEverything else {
      let (large, failures) = (LargeArticles(), ReadFailures())
      let files = try await Workers.map(Array(inputs.enumerated()), jobs: jobs) { index, input in
        guard !keepsArticles else { return ArticleFile(reading: input) }
        if let known = state?.unchangedArticle(index) {
          return ArticleFile(unchanged: input, known, failures: failures)
        }
        return ArticleFile(summarizing: input, large: large, failures: failures)
      }
      return try Content(workspace, files, terms, isFilled: keepsArticles, failures)
    }
    hjelp_keep_free_memory()
    // The other locales of an article in scope are compared with it.
    let ids = Set(inputs.filter { scope.part(of: $0) != nil }.map(\.id))
    let read = try await Workers.map(inputs.filter { ids.contains($0.id) }, jobs: jobs) {
      ArticleFile(reading: $0)
    }
    var wanted: Set<UInt64> = []
    for file in read {
      for unit in file.article.units {
        wanted.insert(ByteHash.value(file.article.file.bytes[unit.source]))
      }
    }
    let sources = wanted
    let known = Dictionary(read.map { ($0.input.path, $0) }) { first, _ in first }
    var files = try await Workers.map(inputs, jobs: jobs) {
      known[$0.path] ?? ArticleFile(sketching: $0, wanted: sources)
    }
    // Whether a declared error finds its article depends on all others.
    if files.contains(where: { !$0.isSketch && DeclaredErrorCheck.declares($0) }) {
      files = try await Workers.map(files, jobs: jobs) {
        $0.isSketch ? ArticleFile(reading: $0.input) : $0
      }
    }
    return try Content(workspace, files, terms, isFilled: true)
  }

  /// - Parameter isFilled: Whether the articles are kept and get their facts at once.
  private init(
    _ workspace: Workspace, _ files: [ArticleFile], _ terms: TermTable, isFilled: Bool,
    _ failures: ReadFailures = ReadFailures()
  ) throws(CompilerError) {
    self.workspace = workspace
    self.files = files
    self.isFilled = isFilled
    self.failures = failures
    let source = workspace.configuration.source
    let found = Set(files.map { Self.locale(of: $0, source: source) })
    let wanted = workspace.configuration.locales.filter(found.contains)
    locales = wanted + found.subtracting(wanted).sorted()
    markCollisions()
    redirects = try Redirects(self)
    for (index, found) in redirects.facts { self.files[index].facts.redirects = found }
    let facts = ContentFacts(
      files, workspace: workspace, source: source, terms: terms, redirects: redirects.ids)
    if isFilled {
      for index in self.files.indices where !self.files[index].isSketch {
        facts.fill(&self.files[index], at: index)
      }
    }
    self.facts = facts
  }

  /// The articles whose bookmarks were asked for by links of an article.
  func asked(by id: ArticleID) -> Set<ArticleID> { facts?.asked(by: id) ?? [] }

  /// A file with its article and all that is known of it.
  ///
  /// - Throws: An error if the file is not what it was when it was read first.
  func loaded(_ index: Int) throws(CompilerError) -> ArticleFile {
    guard !isFilled else { return files[index] }
    var file = try files[index].loaded()
    facts?.fill(&file, at: index)
    return file
  }

  /// A file as it is now, with what was known of the others.
  func reread(_ index: Int) -> ArticleFile {
    var file = ArticleFile(reading: files[index].input)
    file.facts.collisions = files[index].facts.collisions
    file.facts.isShadowed = files[index].facts.isShadowed
    file.facts.redirects = files[index].facts.redirects
    facts?.fill(&file, at: index)
    return file
  }

  /// The locale that an article is built in: what it says, else its folder's, else the source.
  package static func locale(of file: ArticleFile, source: LocaleTag) -> LocaleTag {
    file.summary.locale ?? source
  }

  /// Checks that the locales that were asked for are there.
  package func validate(locales wanted: [String]) throws(CompilerError) -> [LocaleTag] {
    var tags: [LocaleTag] = []
    for name in wanted {
      guard let tag = LocaleTag(name), locales.contains(tag) else {
        throw .unknownLocale(name, known: locales.map(\.description))
      }
      tags.append(tag)
    }
    return tags
  }

  /// The articles of these locales; all of them if none is named.
  package func files(in only: [LocaleTag]) -> [ArticleFile] {
    let source = workspace.configuration.source
    return only.isEmpty
      ? files : files.filter { only.contains(Self.locale(of: $0, source: source)) }
  }

  /// The findings of all rules.
  ///
  /// - Parameters:
  ///   - rules: The rules with their levels.
  ///   - only: Locales whose findings are wanted; empty for all.
  ///   - scope: The files whose findings are wanted, and the parts of them.
  ///   - jobs: How many articles are checked at once.
  package func check(
    _ rules: RuleSet, only: [LocaleTag], scope: CheckScope = .all, jobs: Int
  ) async throws -> CheckReport {
    hjelp_keep_free_memory()
    let checker = ArticleChecker(self, rules, scope: scope)
    let chosen = files(in: only).filter { scope.part(of: $0.input) != nil }
    let found = try await Workers.map(chosen, jobs: jobs) { checker.diagnostics(of: $0) }
    var report = CheckReport()
    let options = BuildOptions(output: "", baseURL: nil, locales: [], jobs: jobs, rules: rules)
    let names = Set(chosen.map(\.input.name))
    let lookup =
      !files.contains(where: \.isSketch) && DeclaredErrorCheck.isNeeded(for: self)
      ? try await SiteBuild(self, options: options).lookupDiagnostics()
        .filter { names.contains($0.file) } : []
    report.diagnostics = CheckReport.sorted(found.flatMap { $0 } + lookup)
    report.files = Set(files.map(\.input.name))
    report.articles = chosen.count
    report.units = chosen.reduce(0) { $0 + $1.summary.units }
    return report
  }

  /// Two inputs with one output path: the first one in the order of the paths is built.
  private mutating func markCollisions() {
    let source = workspace.configuration.source
    var first: [LocaleTag: [ArticleID: Int]] = [:]
    for index in files.indices {
      let locale = Self.locale(of: files[index], source: source)
      let id = files[index].input.id
      if id.bytes.count == 6, id.bytes.map({ $0 | 0x20 }).elementsEqual("search".utf8) {
        files[index].facts.collisions.append("")
        files[index].facts.isShadowed = true
        continue
      }
      let folded = Self.folded(id)
      guard let other = first[locale]?[folded] else {
        first[locale, default: [:]][folded] = index
        continue
      }
      files[index].facts.collisions.append(files[other].input.name)
      files[index].facts.isShadowed = true
      files[other].facts.collisions.append(files[index].input.name)
    }
  }

  /// A path as a file system without case and Unicode forms sees it.
  private static func folded(_ id: ArticleID) -> ArticleID {
    guard id.bytes.contains(where: { $0 >= 0x80 }) else {
      let folded = id.bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      return folded == id.bytes ? id : ArticleID(folded)
    }
    return ArticleID(id.description.precomposedStringWithCanonicalMapping.lowercased())
  }
}
