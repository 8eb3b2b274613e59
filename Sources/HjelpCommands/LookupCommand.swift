internal import ArgumentParser
internal import Foundation
internal import HjelpAnswers
internal import HjelpLocale
internal import HjelpLookup

/// `hjelp lookup`
struct LookupCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "lookup", abstract: "Find the article for an error message.",
      discussion: "Example: hjelp lookup 'no recent synchronization' --site site --locale nb-NO")
  }

  @Argument(help: "The message as a product shows it.")
  var text: String?

  @Option(help: "The folder of a site.")
  var site: String?

  @Option(help: "The reader's locale.")
  var locale: String?

  @Option(help: "A single index file (.hjx) instead of a site.")
  var index: String?

  @Option(help: "How many answers at most, 1 to 50.")
  var limit = 5

  @Option(help: "text or json.")
  var format = AnswerFormat.text

  @Flag(help: "Read messages from standard input, one a line.")
  var stdin = false

  @OptionGroup var verbosity: QuietOption

  func run() async throws {
    guard (1...50).contains(limit) else {
      throw CommandFailure("--limit is \(limit); it must be 1 to 50")
    }
    var tag: LocaleTag?
    if let locale {
      guard let read = LocaleTag(locale) else {
        throw CommandFailure("--locale is '\(locale)', which is not a locale; write it as nb-NO")
      }
      tag = read
    }
    let service = try await CommandFailure.translating { try load(tag) }
    if stdin {
      try answerLines(service, tag)
      return
    }
    guard let text, text.utf8.contains(where: { $0 > 0x20 }) else {
      throw CommandFailure("there is no message; write it in quotes, or use --stdin")
    }
    let answer = service.answer(
      text: text, locale: tag, acceptLanguage: nil, limit: limit, explain: false)
    Terminal.print(format == .json ? answer.json + [0x0A] : Array(shown(answer).utf8))
    if !isAnswer(answer) { throw ExitCode(1) }
  }

  private func load(_ tag: LocaleTag?) throws -> LookupService {
    if let index { return try LookupService.load(index: index) }
    guard let site else {
      throw CommandFailure("name a site with --site, or an index with --index")
    }
    return try LookupService.load(site: site, for: tag)
  }

  private func isAnswer(_ answer: LocalizedAnswer) -> Bool {
    answer.answer.status == .match || answer.answer.status == .ambiguous
  }

  private func shown(_ answer: LocalizedAnswer) -> String {
    var text = "\(answer.answer.status.rawValue)\n"
    if answer.answer.status == .none, !answer.answer.answers.isEmpty {
      text += "the nearest articles, none of which answers:\n"
    }
    for match in answer.answer.answers {
      let fallback = answer.isFallback(match) ? " (\(match.locale))" : ""
      text += "\(percent(match.confidence))  \(match.title)\(fallback)\n"
      text += "      \(answer.url(of: match))\(match.anchor.map { "#" + $0 } ?? "")\n"
      if let sentence = match.matched { text += "      “\(sentence)”\n" }
    }
    return text
  }

  private func percent(_ confidence: Double) -> String { "\(Int((confidence * 100).rounded())) %" }

  /// Writes status, confidence, id and text of each line by tabs.
  private func answerLines(_ service: LookupService, _ tag: LocaleTag?) throws {
    var isComplete = true
    while let line = readLine() {
      let answer = service.answer(
        text: line, locale: tag, acceptLanguage: nil, limit: 1, explain: false)
      isComplete = isComplete && isAnswer(answer)
      let best = answer.answer.answers.first
      let fields = [
        answer.answer.status.rawValue, best.map { String(format: "%.2f", $0.confidence) } ?? "",
        best?.id ?? "", line,
      ]
      Terminal.print(fields.joined(separator: "\t") + "\n")
    }
    if !isComplete { throw ExitCode(1) }
  }
}
