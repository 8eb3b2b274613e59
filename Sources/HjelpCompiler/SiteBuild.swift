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
  private let site: SiteModel
  private let plan: BuildPlan

  /// Plans the build of `content`.
  package init(_ content: Content, options: BuildOptions) {
    self.content = content
    self.options = options
    let configuration = content.workspace.configuration
    plan = BuildPlan(content)
    let style = Self.asset("hjelp", "css", Theme.stylesheet)
    let script = Self.asset("hjelp", "js", Theme.script)
    let wanted =
      options.locales.isEmpty ? plan.locales : plan.locales.filter(options.locales.contains)
    site = SiteModel(
      title: configuration.title, source: configuration.source, locales: wanted,
      baseURL: options.baseURL ?? configuration.baseURL, linkBase: configuration.linkBase,
      urls: Self.urls(configuration), stylesheet: style, script: script,
      pages: plan.pages.filter { wanted.contains($0.key) },
      images: plan.images.filter { wanted.contains($0.key) })
  }

  /// The schemes that links may have.
  package static func urls(_ configuration: Configuration) -> URLPolicy {
    URLPolicy(extraSchemes: configuration.urlSchemes)
  }

  private static func asset(_ name: String, _ suffix: String, _ bytes: [UInt8]) -> String {
    "assets/\(name)-\(ContentHash.sha256(of: bytes).prefix(10)).\(suffix)"
  }

  /// Builds and publishes.
  package func run() async throws -> BuildSummary {
    let folder = try OutputFolder(options.output)
    do {
      return try await build(in: folder)
    } catch {
      folder.discard()
      throw error
    }
  }

  private func build(in folder: OutputFolder) async throws -> BuildSummary {
    let wanted = site.locales
    let indexPages = wanted.map { "\($0)/index.html" }
    let folders = Set(wanted.map(\.description))
    let pagePaths = plan.jobs.flatMap { $0.paths(site) }.filter {
      folders.contains(String($0.prefix { $0 != "/" }))
    }
    try folder.makeFolders(
      for: pagePaths + indexPages + images.map(\.0) + [site.stylesheet, "lookup/x"])
    let compiler = ArticleCompiler(
      site: site, rules: options.rules, sourceLocale: site.source, wanted: Set(wanted),
      titles: plan.listings(site))
    var compiled = try await Workers.map(plan.jobs, jobs: options.jobs) { job in
      let result = compiler.compile(job)
      var output = CompiledOutput(result)
      for page in result.pages { output.add(try folder.add(page.html, at: page.path)) }
      return output
    }
    var writer = SiteWriter(folder: folder)
    for index in compiled.indices { writer.take(&compiled[index]) }
    try writeLists(wanted, compiled, &writer)
    let lookup = try await writeIndexes(wanted, compiled, &writer)
    try writeCopies(&writer)
    var summary = BuildSummary()
    summary.report = report(compiled, lookup)
    summary.pages = compiled.reduce(0) { $0 + $1.pages }
    summary.files = writer.files.count
    summary.written = writer.written
    let manifest = Manifest(
      source: (wanted.contains(site.source) ? site.source : wanted[0]).description,
      locales: wanted.map(\.description), baseURL: site.baseURL,
      files: writer.files)
    try folder.publish(manifest, changed: writer.written > 0)
    return summary
  }

  // MARK: - Parts

  /// The images of the locales that are built.
  private var images: [(String, Workspace.Input)] {
    let source = site.source
    return plan.imageFiles.filter { site.locales.contains($0.1.locale ?? source) }
  }

  private func writeLists(
    _ wanted: [LocaleTag], _ compiled: [CompiledOutput], _ writer: inout SiteWriter
  ) throws {
    let lists = ListPages(site: site)
    let listings = plan.listings(site)
    for locale in wanted where !(site.pages[locale]?.contains(ArticleID("index")) ?? false) {
      try writer.write(
        lists.index(of: locale, entries: listings[locale] ?? []), at: "\(locale)/index.html")
    }
    try writer.write(lists.languages(), at: "index.html")
    try writer.write(lists.notFound(), at: "404.html")
    let machine = MachineFiles(site: site)
    if let sitemap = machine.sitemap(plan.indexed) { try writer.write(sitemap, at: "sitemap.xml") }
    try writer.write(machine.robots(), at: "robots.txt")
    try writer.write(Theme.stylesheet, at: site.stylesheet)
    try writer.write(Theme.script, at: site.script)
    try writer.write(Theme.answerElement, at: "hjelp-answer.js")
  }

  /// Writes the indexes, and returns what they say to the declared errors.
  private func writeIndexes(
    _ wanted: [LocaleTag], _ compiled: [CompiledOutput], _ writer: inout SiteWriter
  ) async throws -> [Diagnostic] {
    let entries = compiled.flatMap(\.entries)
    let indexes = IndexBuild(source: site.source, entries: entries)
    let built = try await Workers.map(wanted, jobs: options.jobs) { indexes.files(for: $0) }
    for (locale, files) in zip(wanted, built) {
      try writer.write(files.index, at: "lookup/\(locale).hjx")
      try writer.write(files.text, at: "lookup/\(locale).hjs")
    }
    return try lookupDiagnostics(entries, zip(wanted, built))
  }

  private func lookupDiagnostics(
    _ entries: [LocalizedEntry], _ built: some Sequence<(LocaleTag, LookupIndexFiles)>
  ) throws -> [Diagnostic] {
    guard DeclaredErrorCheck.isNeeded(for: content) else { return [] }
    var opened: [LocaleTag: LookupIndex] = [:]
    for (locale, files) in built {
      opened[locale] = try LookupIndex(index: files.index, text: nil)
    }
    return DeclaredErrorCheck(content, entries: entries, indexes: opened)
      .diagnostics(options.rules)
  }

  /// What the lookup says to the errors that the articles declare; nothing is written.
  func lookupDiagnostics() async throws -> [Diagnostic] {
    guard DeclaredErrorCheck.isNeeded(for: content) else { return [] }
    let compiler = ArticleCompiler(
      site: site, rules: RuleSet(), sourceLocale: site.source, wanted: [], titles: [:])
    let entries = try await Workers.map(plan.jobs, jobs: options.jobs) { job in
      compiler.compile(job).entries
    }
    .flatMap { $0 }
    let indexes = IndexBuild(source: site.source, entries: entries)
    let wanted = site.locales
    let built = try await Workers.map(wanted, jobs: options.jobs) { indexes.files(for: $0) }
    return try lookupDiagnostics(entries, zip(wanted, built))
  }

  /// The images beside the articles, and the public folder.
  private func writeCopies(_ writer: inout SiteWriter) throws {
    for (path, input) in images {
      switch SystemCalls.read(input.path, limit: 1 << 28) {
      case .bytes(let bytes): try writer.write(bytes, at: path)
      case .tooLarge: throw CompilerError.unusable(path: input.name, reason: "it is too large")
      case .failed(let reason): throw CompilerError.unusable(path: input.name, reason: reason)
      }
    }
    guard let root = content.workspace.publicFolder else { return }
    for file in try PublicFiles.find(in: root) {
      guard !writer.has(file.target) else {
        throw CompilerError.unusable(
          path: file.name, reason: "the site has a file of its own at '\(file.target)'; rename it")
      }
      try writer.write(file.bytes, at: file.target)
    }
  }

  private func report(_ compiled: [CompiledOutput], _ lookup: [Diagnostic]) -> CheckReport {
    var report = CheckReport()
    report.articles = content.files.count
    report.units = content.files.reduce(0) { $0 + $1.article.units.count }
    report.diagnostics = CheckReport.sorted(compiled.flatMap(\.diagnostics) + lookup)
    return report
  }
}
