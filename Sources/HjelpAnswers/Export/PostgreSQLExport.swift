internal import HjelpLocale
internal import HjelpLookup

/// The tables of a site for PostgreSQL: files for `COPY`, and the statements that load and ask them.
///
/// Of each phrase and code the lookup's own answer is kept, so that the database finds a text and
/// judges nothing.
package struct PostgreSQLExport: Sendable {
  private var locales = CopyText()
  private var articles = CopyText()
  private var passages = CopyText()
  private var phrases = CopyText()
  private var codes = CopyText()
  private var answers = CopyText()
  private let baseURL: String
  private var numbers: [LocalizedKey: Int] = [:]
  /// How many phrases have an answer.
  package private(set) var phraseCount = 0
  /// How many codes have an answer.
  package private(set) var codeCount = 0

  private struct LocalizedKey: Hashable {
    var locale: String
    var matches: [ExportAnswer.Match]
  }

  /// Tables without a row, but for the locales.
  package init(_ service: LookupService) {
    baseURL = service.baseURL ?? ""
    for row in ExportLocales(service).rows {
      locales.row(row.wanted, row.served.description)
    }
  }

  /// Adds a locale.
  ///
  /// - Parameters:
  ///   - phraseAnswers: what the lookup says to each phrase, in their order.
  ///   - codeAnswers: what it says to each code.
  package mutating func append(
    _ content: ExportContent, phraseAnswers: [ExportAnswer?], codeAnswers: [ExportAnswer?]
  ) {
    let locale = content.locale.description
    for article in content.articles {
      articles.row(
        locale, article.id, baseURL + article.url, article.title, article.locale,
        article.isFallback ? "t" : "f")
    }
    for passage in content.passages where content.articles.indices.contains(passage.article) {
      passages.row(
        locale, content.articles[passage.article].id, passage.kind.name, passage.language,
        passage.unit, passage.anchor, passage.text)
    }
    for (phrase, answer) in zip(content.phrases, phraseAnswers) {
      guard let answer, let first = answer.matches.first else { continue }
      phraseCount += 1
      phrases.row(
        locale, phrase.kind.name, phrase.language, phrase.text, first.article,
        answer.status.rawValue, first.confidence.description,
        String(number(of: answer, in: locale)))
    }
    for (code, answer) in zip(content.codes, codeAnswers) {
      guard let answer, let first = answer.matches.first else { continue }
      codeCount += 1
      let number = String(number(of: answer, in: locale))
      for form in code.forms {
        codes.row(
          locale, code.code, form, first.article, answer.status.rawValue,
          first.confidence.description, number)
      }
    }
  }

  /// The files by name.
  package var files: [(name: String, bytes: [UInt8])] {
    [
      ("schema.sql", Array(PostgreSQLScripts.schema.utf8)),
      ("load.sql", Array(PostgreSQLScripts.load.utf8)),
      ("lookup.sql", Array(PostgreSQLScripts.lookup.utf8)),
      ("locales.tsv", locales.bytes), ("articles.tsv", articles.bytes),
      ("passages.tsv", passages.bytes), ("answers.tsv", answers.bytes),
      ("phrases.tsv", phrases.bytes), ("codes.tsv", codes.bytes),
    ]
  }

  /// The number of an answer; equal answers have one.
  private mutating func number(of answer: ExportAnswer, in locale: String) -> Int {
    let key = LocalizedKey(locale: locale, matches: answer.matches)
    if let known = numbers[key] { return known }
    let number = numbers.count + 1
    numbers[key] = number
    for (place, match) in answer.matches.enumerated() {
      answers.row(
        String(number), String(place + 1), locale, match.article, match.confidence.description,
        match.anchor)
    }
    return number
  }
}
