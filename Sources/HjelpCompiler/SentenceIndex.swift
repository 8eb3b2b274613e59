internal import HjelpArticle
internal import HjelpChecks
internal import HjelpDiagnostics
internal import HjelpLocale
internal import Synchronization

/// The sentences that a locale translates in several ways.
final class SentenceIndex: Sendable {
  /// A translation and how often it is used.
  private struct Translation {
    var hash: UInt64
    var count: Int
    var isHuman: Bool
    /// The file that has it, and which of its sentences it is.
    var file: Int
    var place: Int
  }

  private let files: [ArticleFile]
  private let source: LocaleTag
  private let translations: [UInt64: [Translation]]
  /// The best translations that were asked for, with their text.
  private let known = Mutex<[UInt64: (hash: UInt64, text: [UInt8])]>([:])

  init(_ files: [ArticleFile], source: LocaleTag) {
    self.files = files
    self.source = source
    // Of most sentences there is one translation, so first those are found that have several.
    var first: [UInt64: UInt64] = [:]
    var several: Set<UInt64> = []
    for file in files where file.isBuildable {
      let seed = Self.seed(Content.locale(of: file, source: source))
      for sentence in file.summary.sentences {
        let key = Self.key(sentence, seed)
        if let other = first[key] {
          if other != sentence.target { several.insert(key) }
        } else {
          first[key] = sentence.target
        }
      }
    }
    guard !several.isEmpty else {
      translations = [:]
      return
    }
    var found: [UInt64: [Translation]] = [:]
    for (index, file) in files.enumerated() where file.isBuildable {
      let seed = Self.seed(Content.locale(of: file, source: source))
      let isHuman = file.summary.isHuman
      for (place, sentence) in file.summary.sentences.enumerated() {
        let key = Self.key(sentence, seed)
        guard several.contains(key) else { continue }
        if let known = found[key]?.firstIndex(where: { $0.hash == sentence.target }) {
          found[key]?[known].count += 1
          if isHuman { found[key]?[known].isHuman = true }
        } else {
          found[key, default: []].append(
            Translation(
              hash: sentence.target, count: 1, isHuman: isHuman, file: index, place: place))
        }
      }
    }
    translations = found
  }

  /// What the keys of a locale begin with.
  private static func seed(_ locale: LocaleTag) -> UInt64 {
    ByteHash.value(Array(locale.description.utf8)[...])
  }

  private static func key(_ sentence: ArticleSummary.Sentence, _ seed: UInt64) -> UInt64 {
    (sentence.source ^ sentence.source >> 32) &* 0x9E37_79B9_7F4A_7C15 ^ seed
  }

  /// The articles that have a sentence of which another translation may be the best one than before.
  ///
  /// - Parameters:
  ///   - files: The articles as they are.
  ///   - before: What was known of those that have changed, by their places among the files.
  static func affected(
    in files: [ArticleFile], before: [Int: ArticleSummary], source: LocaleTag
  ) -> [Int] {
    var touched: Set<UInt64> = []
    for (index, old) in before {
      let new = files[index].summary
      guard old.sentences != new.sentences || old.isHuman != new.isHuman else { continue }
      let seed = seed(Content.locale(of: files[index], source: source))
      for sentence in old.sentences + new.sentences { touched.insert(key(sentence, seed)) }
    }
    guard !touched.isEmpty else { return [] }
    let (old, new) = (UsedTranslations(), UsedTranslations())
    var users: [(file: Int, key: UInt64)] = []
    for (index, file) in files.enumerated() where file.isBuildable {
      let seed = seed(Content.locale(of: file, source: source))
      func count(_ summary: ArticleSummary, in uses: UsedTranslations) {
        for sentence in summary.sentences {
          let key = key(sentence, seed)
          guard touched.contains(key) else { continue }
          uses.add(sentence.target, isHuman: summary.isHuman, of: key)
          users.append((index, key))
        }
      }
      count(file.summary, in: new)
      count(before[index] ?? file.summary, in: old)
    }
    let changed = touched.filter { old.leading($0) != new.leading($0) }
    return Set(users.lazy.filter { changed.contains($0.key) }.map(\.file)).sorted()
  }

  /// How often translations are used, by sentence.
  private final class UsedTranslations {
    private var uses: [UInt64: [UInt64: (count: Int, isHuman: Bool)]] = [:]

    func add(_ target: UInt64, isHuman: Bool, of key: UInt64) {
      uses[key, default: [:]][target, default: (0, false)].count += 1
      if isHuman { uses[key]?[target]?.isHuman = true }
    }

    /// Those of which the best one is chosen by its text.
    func leading(_ key: UInt64) -> Set<UInt64> {
      let all = uses[key] ?? [:]
      let isHuman = all.values.contains(where: \.isHuman)
      let own = all.filter { $0.value.isHuman == isHuman }
      let count = own.values.map(\.count).max() ?? 0
      return Set(own.filter { $0.value.count == count }.keys)
    }
  }

  /// The units of an article whose sentence is translated otherwise elsewhere.
  ///
  /// - Parameter file: The article, at hand.
  func otherTranslations(_ file: ArticleFile) -> [String: TermFacts.OtherTranslations] {
    var found: [String: TermFacts.OtherTranslations] = [:]
    guard file.isBuildable, !file.isSketch, !translations.isEmpty else { return found }
    let seed = Self.seed(Content.locale(of: file, source: source))
    for (sentence, pair) in zip(file.summary.sentences, ArticleSummary.pairs(of: file.article)) {
      let key = Self.key(sentence, seed)
      guard let all = translations[key] else { continue }
      let best = best(key, all)
      guard best.hash != sentence.target else { continue }
      found[pair.unit.name] = .init(count: all.count, proposed: Self.clipped(best.text))
    }
    return found
  }

  /// The best of the translations of a sentence: of a translator, used most, the first by its text.
  private func best(_ key: UInt64, _ all: [Translation]) -> (hash: UInt64, text: [UInt8]) {
    if let best = known.withLock({ $0[key] }) { return best }
    let isHuman = all.contains(where: \.isHuman)
    let own = all.filter { $0.isHuman == isHuman }
    let count = own.map(\.count).max() ?? 0
    let texts = own.filter { $0.count == count }.map { ($0.hash, text($0)) }
    let best = texts.min { $0.1.lexicographicallyPrecedes($1.1) } ?? (0, [])
    known.withLock { $0[key] = best }
    return best
  }

  private func text(_ translation: Translation) -> [UInt8] {
    let file = files[translation.file]
    guard !file.isSketch else { return file.sentences[translation.place].target }
    let article = file.article
    let pairs = ArticleSummary.pairs(of: article)
    guard translation.place < pairs.count else { return [] }
    return Array(article.file.bytes[pairs[translation.place].unit.target])
  }

  /// The start of a translation for a message.
  private static func clipped(_ text: [UInt8]) -> String {
    var end = min(120, text.endIndex)
    while end < text.endIndex, text[end] & 0xC0 == 0x80 { end -= 1 }
    let shown = String(decoding: text[..<end], as: UTF8.self)
    return end < text.endIndex ? shown + "…" : shown
  }
}
