internal import HjelpArticle
internal import HjelpChecks
internal import HjelpDiagnostics
internal import HjelpLocale
internal import HjelpLookup
package import HjelpMarkdown
internal import HjelpRelease
internal import HjelpSite
internal import HjelpTheme

/// Builds a site: pages in all languages, findings, the lookup index, the manifest.
package struct SiteBuild: Sendable {
  private let content: Content
  private let options: BuildOptions
  private let state: BuildState?
  private let site: SiteModel
  private let plan: BuildPlan
  private let owner: OwnerFiles
  private let redirects: Redirects

  /// Plans the build of `content`.
  ///
  /// - Parameter state: What the last build into the same folder has left, if the same decided then.
  /// - Throws: An error if a file that the configuration names cannot be used.
  package init(
    _ content: Content, options: BuildOptions, state: BuildState? = nil
  ) throws(CompilerError) {
    self.content = content
    self.options = options
    self.state = state
    let configuration = content.workspace.configuration
    plan = BuildPlan(content)
    let style = Self.asset("hjelp", "css", Theme.stylesheet)
    let script = Self.asset("hjelp", "js", Theme.script)
    let wanted =
      options.locales.isEmpty ? plan.locales : plan.locales.filter(options.locales.contains)
    owner = try OwnerFiles(configuration, urls: Self.urls(configuration))
    redirects = content.redirects
    var site = SiteModel(
      title: configuration.title, source: configuration.source, locales: wanted,
      baseURL: options.baseURL ?? configuration.baseURL, linkBase: configuration.linkBase,
      urls: Self.urls(configuration), stylesheet: style, script: script,
      pages: plan.pages.filter { wanted.contains($0.key) },
      images: plan.images.filter { wanted.contains($0.key) })
    site.fallbacks = plan.fallbacks.filter { wanted.contains($0.key) }
    site.owner = owner.settings
    self.site = site
  }

  /// The schemes that links may have.
  package static func urls(_ configuration: Configuration) -> URLPolicy {
    URLPolicy(extraSchemes: configuration.urlSchemes)
  }

  /// The path of a file of the theme or the owner, named after what it holds.
  static func asset(_ name: String, _ suffix: String, _ bytes: [UInt8]) -> String {
    "assets/\(name)-\(ContentHash.sha256(of: bytes).prefix(10)).\(suffix)"
  }

  /// Builds and publishes.
  ///
  /// - Parameters:
  ///   - inputs: What the build is made of, if a later one shall see what it need not do again.
  ///   - outcome: What that one is told if there is nothing to do at all.
  package func run(
    _ inputs: InputStamps? = nil,
    outcome: (@Sendable (BuildSummary) -> BuildRecord.Outcome)? = nil
  ) async throws -> BuildSummary {
    let folder = try OutputFolder(options.output)
    do {
      let (summary, kept) = try await build(in: folder, inputs)
      var record = inputs.map { BuildRecord($0) }
      record?.outcome = outcome?(summary)
      folder.keep(record, kept)
      folder.discard()
      return summary
    } catch {
      folder.discard()
      throw error
    }
  }

  private func build(
    in folder: OutputFolder, _ inputs: InputStamps?
  ) async throws -> (BuildSummary, KeptBuild?) {
    var summary = BuildSummary()
    let wanted = site.locales
    let indexPages = wanted.map { "\($0)/index.html" }
    let pages = PagePaths(plan, of: content.files, in: site)
    // Another process may have published a site since the state was read.
    let state = state.flatMap { folder.hasManifest($0.manifest) ? $0 : nil }
    let lists = try await SiteLists.make(
      plan.items(site), tables: try ContentTables.read(content.workspace), jobs: options.jobs,
      known: state?.lists ?? [:])
    let unchanged = state.flatMap {
      UnchangedArticles(content, pages, lists, since: $0)
    }
    var made: Set<String> = []
    try folder.makeFolders(
      for: pages.inFolders + indexPages + redirects.pages.map(\.from) + images.map(\.0)
        + [site.stylesheet, "lookup/x"], besides: &made)
    let compiler = ArticleCompiler(
      site: site, rules: options.rules, sourceLocale: site.source, wanted: Set(wanted),
      lists: lists)
    var store = unchanged?.store ?? PassageStore()
    let compiled = try await Workers.map(plan.jobs, jobs: options.jobs) {
      [content] job in
      if let known = unchanged?.outcome(of: job.file),
        let files = folder.takeOver(pages.paths(of: job.file))
      {
        return Made.before(known, files.map { .init($0) })
      }
      var result = try compiler.compile(job, of: content)
      let pages = try result.pages.map {
        CompiledOutput.Page(try folder.add($0.html, at: $0.path))
      }
      result.pages = []
      return Made.now(result, pages)
    } take: { made in
      let output: CompiledOutput
      switch made {
      case .before(let known, let pages):
        output = CompiledOutput(pages: pages, counts: known.counts, entries: known.entries)
      case .now(let result, let pages):
        summary.compiled += 1
        output = CompiledOutput(
          result, pages: pages, in: &store, keepsDiagnostics: options.keepsDiagnostics)
      }
      if !options.keepsDiagnostics { summary.report.omit(output.counts) }
      return output
    }
    summary.pages = compiled.reduce(0) { $0 + $1.pages.count }
    var writer = SiteWriter(folder: folder, folders: made)
    try writeLists(wanted, lists, isAsBefore: unchanged?.hasSameLists ?? false, &writer)
    let indexes = IndexBuild(source: site.source, outputs: compiled, in: store)
    var searchFiles = unchanged?.searchFiles(compiled, in: store)
    if let files = searchFiles, try !writer.takeOver(files) { searchFiles = nil }
    let (lookup, written) = try await writeIndexes(
      wanted, indexes, compiled, makesSearch: searchFiles == nil, &writer)
    for (file, output) in compiled.enumerated() {
      writer.take(output.pages, at: pages.paths(of: file))
    }
    try writeCopies(areAsBefore: unchanged != nil, &writer)
    report(compiled, lookup, in: &summary.report)
    summary.files = writer.files.count
    summary.written = writer.written
    summary.pageMaker = PageMaker(content: content, compiler: compiler, jobs: plan.jobs)
    let manifest = Manifest(
      source: (wanted.contains(site.source) ? site.source : wanted[0]).description,
      locales: wanted.map(\.description), baseURL: site.baseURL,
      files: writer.files,
      redirects: redirects.pages.filter { wanted.contains($0.locale) }
        .map { .init(from: $0.from, to: $0.to) })
    try content.failures.check()
    try folder.publish(manifest)
    guard let inputs, inputs.isSafeBesideArticles else { return (summary, nil) }
    let kept = KeptBuild(
      inputs: inputs, content: content, pages: pages, outputs: compiled,
      store: indexes.store, lists: lists, unchanged: unchanged, searchFiles: searchFiles ?? written)
    return (summary, kept)
  }

  // MARK: - Parts

  /// What came of an article: before, or now.
  private enum Made: Sendable {
    case before(BuildState.Outcome, [CompiledOutput.Page])
    case now(CompiledArticle, [CompiledOutput.Page])
  }

  /// The images of the locales that are built.
  private var images: [(String, Workspace.Input)] {
    let source = site.source
    return plan.imageFiles.filter { site.locales.contains($0.1.locale ?? source) }
  }

  private func writeLists(
    _ wanted: [LocaleTag], _ lists: SiteLists, isAsBefore: Bool, _ writer: inout SiteWriter
  ) throws {
    let pages = ListPages(site: site)
    for locale in wanted where !(site.pages[locale]?.contains(ArticleID("index")) ?? false) {
      let path = "\(locale)/index.html"
      if isAsBefore, try writer.takeOver([path]) { continue }
      try writer.write(pages.index(of: locale, groups: lists.groups(in: locale)), at: path)
    }
    try writer.write(pages.languages(), at: "index.html")
    try writer.write(pages.notFound(), at: "404.html")
    for redirect in redirects.pages where wanted.contains(redirect.locale) {
      try writer.write(
        pages.redirect(from: redirect.from, to: redirect.to, locale: redirect.locale),
        at: redirect.from)
    }
    for (path, bytes) in owner.files { try writer.write(bytes, at: path) }
    let machine = MachineFiles(site: site)
    if let sitemap = machine.sitemap(plan.indexed) { try writer.write(sitemap, at: "sitemap.xml") }
    try writer.write(machine.robots(), at: "robots.txt")
    try writer.write(Theme.stylesheet, at: site.stylesheet)
    try writer.write(Theme.script, at: site.script)
    try writer.write(Theme.answerElement, at: "hjelp-answer.js")
  }

  /// Writes the indexes.
  ///
  /// - Parameter makesSearch: Whether what search pages read is made, too.
  /// - Returns: What the indexes say to the declared errors, and the paths of the search files.
  private func writeIndexes(
    _ wanted: [LocaleTag], _ indexes: IndexBuild, _ compiled: [CompiledOutput],
    makesSearch: Bool, _ writer: inout SiteWriter
  ) async throws -> ([Diagnostic], searchFiles: [String]) {
    let isNeeded = DeclaredErrorCheck.isNeeded(for: content)
    // The indexes take longest, so they come first.
    let parts =
      wanted.map { IndexPart.Task.lookup($0) } + (makesSearch ? wanted.map { .search($0) } : [])
    let folder = writer.folder
    let made = try await Workers.map(parts, jobs: options.jobs) {
      try IndexPart($0, of: indexes, to: folder, isKept: isNeeded)
    }
    var built: [LookupIndexFiles] = []
    var searches: [SearchFiles] = []
    for part in made {
      switch part {
      case .lookup(let files, let written):
        writer.take(written)
        if let files { built.append(files) }
      case .search(let files): searches.append(files)
      }
    }
    let paths = try writeSearch(zip(wanted, searches), &writer)
    return (try lookupDiagnostics(compiled, indexes.store, zip(wanted, built)), paths)
  }

  /// Writes the search pages, and what they read where no server answers.
  ///
  /// - Returns: The paths of the files that are made of articles.
  private func writeSearch(
    _ searches: some Sequence<(LocaleTag, SearchFiles)>, _ writer: inout SiteWriter
  ) throws -> [String] {
    let reader = Self.asset("hjelp-search", "js", Theme.search)
    try writer.write(Theme.search, at: reader)
    let pages = ListPages(site: site)
    var paths: [String] = []
    for (locale, search) in searches {
      for file in search.files { try writer.write(file.bytes, at: file.path) }
      paths += search.files.map(\.path) + ["\(locale)/search.html"]
      let data = ListPages.SearchData(
        folder: search.folder, shards: SearchTables.shardCount, block: SearchFiles.block)
      try writer.write(
        pages.search(of: locale, reader: reader, data: data), at: "\(locale)/search.html")
    }
    return paths
  }

  private func lookupDiagnostics(
    _ compiled: [CompiledOutput], _ store: PassageStore,
    _ built: some Sequence<(LocaleTag, LookupIndexFiles)>
  ) throws -> [Diagnostic] {
    guard DeclaredErrorCheck.isNeeded(for: content) else { return [] }
    var opened: [String: LookupIndex] = [:]
    for (locale, files) in built {
      opened[locale.description] = try LookupIndex(index: files.index, text: nil)
    }
    return DeclaredErrorCheck(
      content, outputs: compiled, in: store, indexes: opened
    )
    .diagnostics(options.rules)
  }

  /// What the lookup says to the errors that the articles declare; nothing is written.
  func lookupDiagnostics() async throws -> [Diagnostic] {
    guard DeclaredErrorCheck.isNeeded(for: content) else { return [] }
    let compiler = ArticleCompiler(
      site: site, rules: RuleSet(), sourceLocale: site.source, wanted: [], lists: .none)
    var store = PassageStore()
    let compiled = try await Workers.map(plan.jobs, jobs: options.jobs) { [content] in
      try compiler.compile($0, of: content)
    } take: {
      CompiledOutput($0, pages: [], in: &store, keepsDiagnostics: false)
    }
    let indexes = IndexBuild(source: site.source, outputs: compiled, in: store)
    let wanted = site.locales
    let built = try await Workers.map(wanted, jobs: options.jobs) { indexes.files(for: $0) }
    return try lookupDiagnostics(compiled, indexes.store, zip(wanted, built))
  }

  /// The images beside the articles, and the public folder.
  ///
  /// - Parameter areAsBefore: Whether all images are as they were when the last site was built.
  private func writeCopies(areAsBefore: Bool, _ writer: inout SiteWriter) throws {
    for (path, input) in images {
      if areAsBefore, try writer.takeOver([path]) { continue }
      switch SystemCalls.read(input.path, limit: 1 << 28) {
      case .bytes(let bytes): try writer.write(bytes, at: path)
      case .tooLarge: throw CompilerError.unusable(path: input.name, reason: "it is too large")
      case .failed(let reason, _): throw CompilerError.unusable(path: input.name, reason: reason)
      }
    }
    guard let root = content.workspace.publicFolder else { return }
    let paths = writer.paths
    for file in try PublicFiles.find(in: root) {
      guard !(ReleasePath(file.target).map(paths.contains) ?? false) else {
        throw CompilerError.unusable(
          path: file.name, reason: "the site has a file of its own at '\(file.target)'; rename it")
      }
      try writer.write(file.bytes, at: file.target)
    }
  }

  private func report(
    _ compiled: [CompiledOutput], _ lookup: [Diagnostic], in report: inout CheckReport
  ) {
    // Only who writes the findings asks for the names.
    if options.keepsDiagnostics { report.files = Set(content.files.map(\.input.name)) }
    report.articles = content.files.count
    report.units = content.files.reduce(0) { $0 + $1.summary.units }
    report.diagnostics = CheckReport.sorted(compiled.flatMap(\.diagnostics) + lookup)
  }
}
