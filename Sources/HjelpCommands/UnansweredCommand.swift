internal import ArgumentParser
internal import HjelpAnswers
internal import HjelpDatabase
internal import HjelpEncoding
internal import HjelpLocale
internal import HjelpLookup
internal import HjelpRelease

/// `hjelp unanswered`
struct UnansweredCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "unanswered",
      abstract: "Show which questions a server could not answer, the most frequent first.",
      discussion: """
        The logs are what 'hjelp serve --unanswered FILE' writes; of a database, the counts of all \
        servers are added up. With --site, each question has the articles that come nearest to it, \
        and a line for the key 'errors:' of the right one's front matter, in which '{value}' stands \
        for what varies.

        Example: hjelp unanswered unanswered.jsonl --site site
        """)
  }

  @Argument(help: "The logs; their counts are added up.")
  var logs: [String] = []

  @Option(
    help: ArgumentHelp(
      "The database of 'hjelp serve --unanswered URL', instead of logs.", valueName: "url"))
  var database: String?

  @Option(help: "The folder of a site, to find the nearest articles in.")
  var site: String?

  @Option(help: "text or json.")
  var format = AnswerFormat.text

  @Option(help: "How many questions at most.")
  var limit = 20

  @OptionGroup var verbosity: QuietOption

  func run() async throws {
    guard limit > 0 else { throw CommandFailure("--limit is \(limit); it must be 1 or more") }
    let entries = try tally().entries
    let service = try await CommandFailure.translating {
      try site.map { try LookupService.load(site: $0) }
    }
    let report = UnansweredReport(
      entries: entries.prefix(limit).map { entry in
        UnansweredReport.Entry(entry, answer: service.map { nearest(to: entry.question, in: $0) })
      })
    Terminal.print(format == .json ? report.json : Array(report.text.utf8))
    if !verbosity.quiet, format == .text {
      let sum = entries.reduce(0) { $0 &+ $1.count }
      Terminal.say("\(entries.count) different questions, asked \(sum) times")
    }
  }

  private func tally() throws(CommandFailure) -> UnansweredTally {
    var tally = UnansweredTally()
    guard let database else {
      guard !logs.isEmpty else { throw CommandFailure("name a log, or a database with --database") }
      for log in logs { try read(log, into: &tally) }
      return tally
    }
    guard logs.isEmpty else { throw CommandFailure("name either logs or --database, not both") }
    guard let address = DatabaseAddress(database) else {
      throw CommandFailure("--database must be an address such as 'postgresql://user@host/name'")
    }
    do {
      return try UnansweredDatabase(address).tally()
    } catch {
      throw CommandFailure("'\(address)' cannot be read: \(error.description)")
    }
  }

  private func read(_ path: String, into tally: inout UnansweredTally) throws(CommandFailure) {
    let bytes: [UInt8]
    do {
      bytes = try SingleFile.bytes(at: path)
    } catch {
      throw CommandFailure("'\(path)' cannot be read: \(error.description)")
    }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where line.contains(where: { $0 > 0x20 }) {
      do {
        tally.add(try UnansweredLine(json: Array(line)))
      } catch {
        throw CommandFailure("\(path):\(number + 1): \(error.description)")
      }
    }
  }

  /// What the site says now, with answers that it would not give by itself.
  private func nearest(
    to question: UnansweredQuestion, in service: LookupService
  ) -> LocalizedAnswer {
    service.answer(
      text: question.pattern, locale: LocaleTag(question.locale), limit: 3,
      minimumConfidence: 0.01)
  }
}
