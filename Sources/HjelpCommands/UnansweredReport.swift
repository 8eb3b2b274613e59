internal import HjelpAnswers
internal import HjelpEncoding
internal import HjelpLookup

/// The questions without an answer, for people and for programs.
struct UnansweredReport {
  /// A question, and what the site says to it now.
  struct Entry {
    let question: UnansweredTally.Entry
    /// `nil` without a site.
    let answer: LocalizedAnswer?

    init(_ question: UnansweredTally.Entry, answer: LocalizedAnswer?) {
      self.question = question
      self.answer = answer
    }

    /// True if the site answers the question by now.
    var isAnswered: Bool {
      switch answer?.answer.status {
      case .match, .ambiguous: true
      case .candidates, .none?, nil: false
      }
    }

    /// An element of `errors:`, as YAML in double quotes.
    var declaration: String {
      var json = JSONWriter()
      json.element(question.question.pattern)
      return "- " + String(decoding: json.bytes, as: UTF8.self)
    }
  }

  let entries: [Entry]

  /// One object with all of them, and a line end.
  var json: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.beginArray("questions")
    for entry in entries {
      json.lineBreak()
      write(entry, to: &json)
    }
    json.endArray()
    json.endObject()
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private func write(_ entry: Entry, to json: inout JSONWriter) {
    json.beginObject()
    json.field("count", entry.question.count)
    json.field("text", entry.question.text)
    json.beginArray("locales")
    for part in entry.question.locales {
      json.beginObject()
      json.field("locale", part.locale)
      json.field("count", part.count)
      json.endObject()
    }
    json.endArray()
    json.field("pattern", entry.question.question.pattern)
    if let answer = entry.answer {
      json.field("status", answer.answer.status.rawValue)
      json.beginArray("nearest")
      for match in answer.answer.answers {
        json.beginObject()
        json.field("id", match.id)
        json.field("title", match.title)
        json.field("locale", match.locale)
        json.field("confidence", match.confidence)
        json.endObject()
      }
      json.endArray()
    }
    json.endObject()
  }

  /// A paragraph for each question.
  var text: String {
    entries.map { entry in
      let locales = entry.question.locales.map { "\($0.locale) \($0.count)" }
      var text = "\(entry.question.count)  \(entry.question.text)\n"
      text += "      asked in \(locales.joined(separator: ", "))\n"
      if let answer = entry.answer {
        text += entry.isAnswered ? "      answered by now:\n" : ""
        for match in answer.answer.answers {
          text +=
            "      \(Int((match.confidence * 100).rounded())) %  \(match.title) (\(match.id))\n"
        }
        if answer.answer.answers.isEmpty { text += "      no article comes near\n" }
      }
      return entry.isAnswered ? text : text + entry.declaration + "\n"
    }.joined(separator: "\n")
  }
}
