internal import HjelpEncoding
public import HjelpLocale
public import HjelpLookup

/// An answer as it goes out: what the index says, and in which locale.
public struct LocalizedAnswer: Sendable {
  /// What the index says.
  public let answer: LookupAnswer
  /// The locale that was wanted most; `nil` if none was named.
  public let requested: LocaleTag?
  /// The locale whose index answered.
  public let served: LocaleTag
  /// The hash of the index.
  public let indexVersion: String
  /// The URL that the site is published at, without a slash at its end.
  public let baseURL: String?

  /// True if a match is not in the language that was wanted.
  ///
  /// Without a wanted locale: not in that of the index.
  public func isFallback(_ match: LookupMatch) -> Bool {
    guard let requested, let locale = LocaleTag(match.locale) else { return match.isFallback }
    return !requested.isReadable(as: locale)
  }

  /// The URL of a match's page: a path in the site, or absolute where the site has a base URL.
  public func url(of match: LookupMatch) -> String { (baseURL ?? "") + match.url }

  /// The answer as JSON in UTF-8, the same over HTTP and from the command; no line end.
  public var json: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.field("status", answer.status.rawValue)
    json.beginObject("query")
    json.field("normalized", answer.normalized)
    json.beginArray("codes")
    for code in answer.codes { json.element(code) }
    json.endArray()
    json.endObject()
    json.beginArray("answers")
    for match in answer.answers { write(match, to: &json) }
    json.endArray()
    json.beginObject("locale")
    json.field("requested", requested?.description)
    json.field("served", served.description)
    json.endObject()
    json.beginObject("index")
    json.field("version", indexVersion)
    json.endObject()
    json.endObject()
    return json.bytes
  }

  private func write(_ match: LookupMatch, to json: inout JSONWriter) {
    json.beginObject()
    json.field("id", match.id)
    json.field("url", url(of: match))
    json.field("title", match.title)
    json.field("locale", match.locale)
    json.field("confidence", match.confidence)
    json.field("fallback", isFallback(match))
    json.beginObject("matched")
    json.field("text", match.matched)
    json.field("kind", match.kind.name)
    json.field("language", match.language)
    json.field("unit", match.unit)
    json.field("anchor", match.anchor)
    json.endObject()
    if let explanation = match.explanation { write(explanation, to: &json) }
    json.endObject()
  }

  private func write(_ explanation: LookupExplanation, to json: inout JSONWriter) {
    json.beginObject("explanation")
    json.beginArray("aligned")
    for word in explanation.aligned {
      json.beginObject()
      json.field("query", word.query)
      json.field("passage", word.passage)
      json.number("bits", word.bits)
      json.endObject()
    }
    json.endArray()
    json.number("bits", explanation.bits)
    json.number("queryCoverage", explanation.queryCoverage)
    json.number("passageCoverage", explanation.passageCoverage)
    json.field("holes", explanation.holes)
    json.beginArray("features")
    for feature in explanation.features {
      json.beginObject()
      json.field("name", feature.name)
      json.number("value", feature.value)
      json.endObject()
    }
    json.endArray()
    json.number("score", explanation.score)
    json.endObject()
  }
}
