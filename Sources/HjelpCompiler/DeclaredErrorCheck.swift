internal import HjelpArticle
internal import HjelpChecks
internal import HjelpDiagnostics
internal import HjelpLocale
internal import HjelpLookup

/// Looks every declared error up, as a product will.
struct DeclaredErrorCheck {
  private static let rules: Set<RuleID> = ["lookup.ambiguous", "lookup.unanswerable"]

  /// An error that an article declares in a locale.
  private struct Declaration {
    var locale: String
    var id: String
    var text: String
  }

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
    !file.summary.errors.isEmpty
  }

  /// Looks the errors of `entries` up in the indexes of their locales.
  init(
    _ content: Content, outputs: [CompiledOutput], in store: PassageStore,
    indexes: [String: LookupIndex]
  ) {
    self.content = content
    let source = content.workspace.configuration.source
    for (index, file) in content.files.enumerated() where file.isBuildable {
      let locale = Content.locale(of: file, source: source)
      places[Self.key(locale.description, file.input.id.description)] = index
    }
    let declarations = outputs.flatMap(\.entries).flatMap { entry in
      let id = store.names(of: entry.stored).id
      let locale = store.locale(of: entry.stored)
      return entry.declared.map { Declaration(locale: locale, id: id, text: $0) }
    }
    findAmbiguous(declarations)
    for declaration in declarations {
      if let index = indexes[declaration.locale] { look(declaration, up: index) }
    }
  }

  /// The findings, in the order of the files.
  func diagnostics(_ rules: RuleSet) -> [Diagnostic] {
    facts.sorted { $0.key < $1.key }.flatMap { index, facts in
      let file = content.files[index]
      let article = file.article
      var known = file.facts
      known.lookup = facts
      let input = CheckInput(
        article: article, facts: known, sourceLocale: content.workspace.configuration.source,
        shown: nil, original: nil, dropped: [], excesses: [])
      return Diagnosis.diagnostics(rules.findings(in: input, only: Self.rules), in: article)
    }
  }

  private mutating func look(_ declaration: Declaration, up index: LookupIndex) {
    let answer = index.answers(to: LookupQuery(text: declaration.text, limit: 1))
    let best = answer.answers.first
    let isFound =
      (best?.confidence ?? 0) >= LookupStatus.matchThreshold
      && best.map { $0.id.utf8.elementsEqual(declaration.id.utf8) } ?? false
    guard !isFound, let place = place(of: declaration) else { return }
    // An error that several articles declare is reported as that.
    let isKnown = facts[place, default: []].contains { $0.text == declaration.text }
    guard !isKnown else { return }
    facts[place, default: []].append(
      LookupFact(
        text: declaration.text,
        outcome: .unanswerable(locale: declaration.locale)))
  }

  private mutating func findAmbiguous(_ declarations: [Declaration]) {
    var first: [[UInt8]: Declaration] = [:]
    for declaration in declarations {
      let normal = LookupNormalizer.normalise(declaration.text)
      let key = Self.key(declaration.locale, normal)
      guard let other = first[key] else {
        first[key] = declaration
        continue
      }
      guard !other.id.utf8.elementsEqual(declaration.id.utf8) else { continue }
      add(declaration, other: other.id)
      add(other, other: declaration.id)
    }
  }

  private mutating func add(_ declaration: Declaration, other: String) {
    guard let place = place(of: declaration) else { return }
    let fact = LookupFact(text: declaration.text, outcome: .ambiguous(other: other))
    if !facts[place, default: []].contains(fact) { facts[place, default: []].append(fact) }
  }

  /// The file that declares an error: the article's own, else that of its source locale.
  private func place(of declaration: Declaration) -> Int? {
    let source = content.workspace.configuration.source
    return [declaration.locale, source.description].lazy
      .compactMap { places[Self.key($0, declaration.id)] }
      .first { index in
        content.files[index].summary.errors.contains {
          $0.utf8.elementsEqual(declaration.text.utf8)
        }
      }
  }

  private static func key(_ locale: String, _ text: String) -> [UInt8] {
    Array(locale.utf8) + [0] + Array(text.utf8)
  }
}
