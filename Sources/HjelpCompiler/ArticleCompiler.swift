internal import HjelpArticle
internal import HjelpChecks
internal import HjelpEncoding
internal import HjelpLocale
internal import HjelpLookup
internal import HjelpMarkdown
internal import HjelpSite

/// Compiles one article: a pure function of the article and of what is known of the site.
struct ArticleCompiler: Sendable {
  let site: SiteModel
  let rules: RuleSet
  let sourceLocale: LocaleTag
  /// The locales whose pages are wanted.
  let wanted: Set<LocaleTag>
  /// The index pages, and the articles that are near each other.
  let lists: SiteLists

  /// Compiles the article of a job.
  ///
  /// - Throws: An error if it cannot be read again, or would get other pages now.
  func compile(_ job: BuildPlan.Job, of content: Content) throws(CompilerError) -> CompiledArticle {
    compile(job, of: content, as: try content.loaded(job.file))
  }

  /// - Parameter file: The file of the job, with its article and all that is known of it.
  func compile(
    _ job: BuildPlan.Job, of content: Content, as file: ArticleFile
  ) -> CompiledArticle {
    let source = job.source.map { content.files[$0] }
    let article = file.article
    let locale = Content.locale(of: file, source: sourceLocale)
    var result = CompiledArticle()
    guard file.isBuildable else {
      let input = CheckInput(
        article: article, facts: file.facts, sourceLocale: sourceLocale, shown: nil,
        original: nil, dropped: [], excesses: file.excesses)
      result.diagnostics = Diagnosis.diagnostics(rules.findings(in: input), in: article)
      return result
    }
    let shown = EditionDocument(article, side: .target)
    let original = article.isBilingual ? EditionDocument(article, side: .source) : nil
    let page = ArticlePage(
      site: site,
      input: .init(
        article: article, side: .target, locale: locale, shown: shown, original: original,
        sourceHeadings: source.map { headings(of: $0) } ?? [],
        listing: listing(article, locale),
        related: lists.related(to: article.id, in: locale),
        group: lists.group(of: article.id, in: locale)))
    let output = page.render()
    if wanted.contains(locale) {
      result.pages.append(
        .init(path: site.path(of: article.id, in: locale), html: output.html))
    }
    if locale == sourceLocale { compileFallbacks(article, shown, .target, &result) }
    let input = CheckInput(
      article: article, facts: file.facts, sourceLocale: sourceLocale,
      shown: (shown.edition, shown.document), original: original.map { ($0.edition, $0.document) },
      dropped: output.dropped, excesses: [])
    result.diagnostics = Diagnosis.diagnostics(rules.findings(in: input), in: article)
    let declared = declaredErrors(file, source)
    let target = view(
      article, shown, language: locale, headingIDs: output.headingIDs,
      side: locale == sourceLocale ? .source : .target)
    // Made once: the page of the source locale holds the same passages.
    let sourceIDs =
      original.map {
        HeadingIDs.ids(shown: $0, source: nil, article: article, sourceHeadings: [])
      } ?? [:]
    let originalView = original.map {
      view(article, $0, language: sourceLocale, headingIDs: sourceIDs, side: .source)
    }
    let views = [target] + [originalView].compactMap { $0 }
    result.sides = views.map(\.passages)
    result.entries.append(
      entry(article, locale: locale, views, views.indices, declared: declared))
    if job.makesSourcePage, let original, let originalView {
      compileSource(article, original, sourceIDs, &result)
      result.entries.append(
        entry(article, locale: sourceLocale, [target, originalView], 1..<2, declared: declared))
    }
    return result
  }

  /// The page of the source locale, made of the source halves.
  private func compileSource(
    _ article: Article, _ original: EditionDocument, _ headingIDs: [Int: String],
    _ result: inout CompiledArticle
  ) {
    let page = ArticlePage(
      site: site,
      input: .init(
        article: article, side: .source, locale: sourceLocale, shown: original, original: nil,
        listing: listing(article, sourceLocale),
        related: lists.related(to: article.id, in: sourceLocale),
        group: lists.group(of: article.id, in: sourceLocale)))
    let output = page.render(headingIDs: headingIDs)
    if wanted.contains(sourceLocale) {
      result.pages.append(
        .init(path: site.path(of: article.id, in: sourceLocale), html: output.html))
    }
    compileFallbacks(article, original, .source, &result)
  }

  /// The pages of the locales that have no such article: in the source's language, and saying so.
  private func compileFallbacks(
    _ article: Article, _ shown: EditionDocument, _ side: Side, _ result: inout CompiledArticle
  ) {
    for locale in site.locales
    where wanted.contains(locale) && site.fallbacks[locale]?.contains(article.id) ?? false {
      let page = ArticlePage(
        site: site,
        input: .init(
          article: article, side: side, locale: locale, shown: shown, original: nil,
          group: lists.group(of: article.id, in: locale), contentLocale: sourceLocale))
      result.pages.append(
        .init(path: site.path(of: article.id, in: locale), html: page.render().html))
    }
  }

  private func listing(_ article: Article, _ locale: LocaleTag) -> [IndexGroup]? {
    article.id == ArticleID("index") ? lists.groups(in: locale) : nil
  }

  private func headings(of file: ArticleFile) -> [String] {
    let edition = EditionDocument(file.article, side: .target)
    return edition.headings.map { edition.document.plainText(of: $0) }
  }

  // MARK: - Lookup

  /// The errors that the article declares: those of its source-locale article, then its own.
  private func declaredErrors(
    _ file: ArticleFile, _ source: ArticleFile?
  ) -> [(String, LocaleTag)] {
    let own = file.summary.errors
    let original = source?.summary.errors ?? []
    var seen: Set<[UInt8]> = []
    return
      (original.map { ($0, sourceLocale) }
      + own.map { ($0, Content.locale(of: file, source: sourceLocale)) })
      .filter { seen.insert(Array($0.0.utf8)).inserted }
  }

  /// What can be found of one side: its name and its passages.
  private struct View {
    var name: String
    var passages: [Passage]
  }

  private func view(
    _ article: Article, _ edition: EditionDocument, language: LocaleTag,
    headingIDs: [Int: String], side: Side
  ) -> View {
    let name = ArticlePage.name(of: article, shown: edition, side: side)
    let reader = PassageReader(
      edition, article: article, name: name, language: language.description,
      headingIDs: headingIDs)
    return View(name: name, passages: reader.passages)
  }

  private func entry(
    _ article: Article, locale: LocaleTag, _ views: [View], _ sides: Range<Int>,
    declared: [(String, LocaleTag)]
  ) -> LocalizedEntry {
    let frontMatter = article.frontMatter
    let entry = LookupEntry(
      id: article.id.description,
      url: "/" + PercentEncoding.path(site.path(of: article.id, in: locale).utf8),
      title: views[sides.lowerBound].name, locale: locale.description, isFallback: false,
      codes: (frontMatter?.texts("f1_keywords") ?? []) + (frontMatter?.texts("ms.assetid") ?? []),
      passages: [])
    let passages = declared.isEmpty ? [] : views[sides].flatMap(\.passages)
    return LocalizedEntry(
      locale: locale, entry: entry,
      declared: declared.map {
        DeclaredError.passage($0.0, language: $0.1, among: passages)
      }, sides: sides)
  }
}
