internal import HjelpArticle
internal import HjelpChecks
internal import HjelpDiagnostics
internal import HjelpLocale
internal import HjelpLookup

/// Looks every declared error up, as a product will.
struct DeclaredErrorCheck {
  private static let rules: Set<RuleID> = ["lookup.ambiguous", "lookup.unanswerable"]

  private let content: Content
  private var facts: [Int: [LookupFact]] = [:]
  /// The files of the articles by locale and id.
  private var places: [[UInt8]: Int] = [:]

  /// Whether an article declares an error.
  static func isNeeded(for content: Content) -> Bool {
    content.files.contains { declares($0) }
  }

  /// Whether a file declares an error.
  static func declares(_ file: ArticleFile) -> Bool {
    !(file.article.frontMatter?.texts("errors").isEmpty ?? true)
  }

  /// Looks the errors of `entries` up in the indexes of their locales.
  init(
    _ content: Content, entries: [LocalizedEntry], indexes: [LocaleTag: LookupIndex]
  ) {
    self.content = content
    let source = content.workspace.configuration.source
    for (index, file) in content.files.enumerated() where file.isBuildable {
      let locale = Content.locale(of: file, source: source)
      places[Self.key(locale, file.article.id.description)] = index
    }
    findAmbiguous(entries)
    for entry in entries {
      guard let index = indexes[entry.locale] else { continue }
      for passage in entry.entry.passages where passage.kind == .declared {
        look(passage.text, of: entry, up: index)
      }
    }
  }

  /// The findings, in the order of the files.
  func diagnostics(_ rules: RuleSet) -> [Diagnostic] {
    facts.sorted { $0.key < $1.key }.flatMap { index, facts in
      let file = content.files[index]
      var known = file.facts
      known.lookup = facts
      let input = CheckInput(
        article: file.article, facts: known, sourceLocale: content.workspace.configuration.source,
        shown: nil, original: nil, dropped: [], excesses: [])
      return Diagnosis.diagnostics(rules.findings(in: input, only: Self.rules), in: file.article)
    }
  }

  private mutating func look(_ text: String, of entry: LocalizedEntry, up index: LookupIndex) {
    let answer = index.answers(to: LookupQuery(text: text, limit: 1))
    let best = answer.answers.first
    let isFound =
      (best?.confidence ?? 0) >= LookupStatus.matchThreshold
      && best.map { $0.id.utf8.elementsEqual(entry.entry.id.utf8) } ?? false
    guard !isFound, let place = place(of: text, entry) else { return }
    // An error that several articles declare is reported as that.
    let isKnown = facts[place, default: []].contains { $0.text == text }
    guard !isKnown else { return }
    facts[place, default: []].append(
      LookupFact(text: text, outcome: .unanswerable(locale: entry.locale.description)))
  }

  private mutating func findAmbiguous(_ entries: [LocalizedEntry]) {
    var first: [[UInt8]: (entry: LocalizedEntry, text: String)] = [:]
    for entry in entries {
      for passage in entry.entry.passages where passage.kind == .declared {
        let normal = LookupNormalizer.normalise(passage.text)
        let key = Self.key(entry.locale, normal)
        guard let other = first[key] else {
          first[key] = (entry, passage.text)
          continue
        }
        guard !other.entry.entry.id.utf8.elementsEqual(entry.entry.id.utf8) else { continue }
        add(passage.text, of: entry, other: other.entry)
        add(other.text, of: other.entry, other: entry)
      }
    }
  }

  private mutating func add(_ text: String, of entry: LocalizedEntry, other: LocalizedEntry) {
    guard let place = place(of: text, entry) else { return }
    let fact = LookupFact(text: text, outcome: .ambiguous(other: other.entry.id))
    if !facts[place, default: []].contains(fact) { facts[place, default: []].append(fact) }
  }

  /// The file that declares an error: the article's own, else that of its source locale.
  private func place(of text: String, _ entry: LocalizedEntry) -> Int? {
    let source = content.workspace.configuration.source
    return [entry.locale, source].lazy
      .compactMap { places[Self.key($0, entry.entry.id)] }
      .first { index in
        content.files[index].article.frontMatter?.texts("errors").contains {
          $0.utf8.elementsEqual(text.utf8)
        } ?? false
      }
  }

  private static func key(_ locale: LocaleTag, _ text: String) -> [UInt8] {
    Array(locale.description.utf8) + [0] + Array(text.utf8)
  }
}
