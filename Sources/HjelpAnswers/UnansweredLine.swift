internal import HjelpEncoding
internal import HjelpRelease

/// A line of the log of unanswered questions: `{"time":"…","text":"…","locale":"nb-NO","count":3}`.
public struct UnansweredLine: Sendable, Hashable {
  /// When it was written: UTC, RFC 3339.
  public let time: String
  /// What was asked.
  public let question: UnansweredQuestion
  /// How often it was asked since the line before; at least 1.
  public let count: Int

  /// A line for a question.
  public init(time: String, question: UnansweredQuestion, count: Int) {
    self.time = time
    self.question = question
    self.count = count
  }

  /// The line as JSON in UTF-8, without its line end.
  public var json: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.field("time", time)
    json.field("text", question.text)
    json.field("locale", question.locale)
    json.field("count", count)
    json.endObject()
    return json.bytes
  }

  /// Reads a line; members that are not known are passed over.
  public init(json: [UInt8]) throws(UnansweredLineError) {
    var reader = JSONReader(json)
    var time = ""
    var text: String?
    var locale: String?
    var count: Int?
    do {
      try reader.beginObject()
      while let key = try reader.nextKey() {
        switch key {
        case "time": time = try reader.string()
        case "text": text = try reader.string()
        case "locale": locale = try reader.string()
        case "count": count = try reader.integer()
        default: try reader.skipValue()
        }
      }
      try reader.finish()
    } catch {
      throw UnansweredLineError(description: "it is not JSON at \(error.description)")
    }
    guard let text, !text.isEmpty else {
      throw UnansweredLineError(description: "it has no 'text'")
    }
    guard let locale else { throw UnansweredLineError(description: "it has no 'locale'") }
    guard let count, count > 0 else {
      throw UnansweredLineError(description: "it has no 'count' of 1 or more")
    }
    self.init(
      time: time, question: UnansweredQuestion(text: text, locale: locale), count: count)
  }
}
