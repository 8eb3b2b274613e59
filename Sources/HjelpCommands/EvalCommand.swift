internal import ArgumentParser
internal import HjelpAnswers
internal import HjelpLocale

/// `hjelp eval`
struct EvalCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "eval", abstract: "Measure the lookup with queries whose answers are known.",
      discussion: """
        The file holds one JSON object a line: {"set", "locale", "text", "relevant": [id, …]}; an \
        empty list says that nothing may be answered.

        Example: hjelp eval queries.jsonl --site site --fail-under 'exact-*=99'
        """)
  }

  @Argument(help: "The file of queries, one JSON object a line.")
  var file: String

  @Option(help: "The folder of a site.")
  var site: String

  @Option(help: "What is put before each id in the file; '.md' at an id's end is ignored.")
  var idPrefix = ""

  @Option(help: "Ask the queries of these sets only: a name, or its beginning and '*'; repeatable.")
  var set: [String] = []

  @Option(
    help: """
      The least share in percent: SET=99 of right answers (and of silence where nothing is right), \
      SET@5=85 of right articles among the first five, confident=97 of answers with a confidence of \
      at least 0.9; SET may end in '*'; repeatable. Below it the exit status is 1.
      """)
  var failUnder: [EvaluationAim] = []

  @Option(help: "text or json.")
  var format = AnswerFormat.text

  @Flag(help: "Show the median and the 99th percentile of the times, on one core.")
  var times = false

  @OptionGroup var verbosity: QuietOption

  func run() async throws {
    let queries = try EvaluationFile.queries(file, prefix: idPrefix).filter { query in
      set.isEmpty || set.contains { Evaluation.matches(query.set, $0) }
    }
    guard !queries.isEmpty else {
      throw CommandFailure("'\(file)' has no set that --set names")
    }
    let service = try await CommandFailure.translating { try LookupService.load(site: site) }
    var evaluation = Evaluation()
    let clock = ContinuousClock()
    for query in queries {
      let locale = LocaleTag(query.locale)
      var answer: LocalizedAnswer?
      let time = clock.measure {
        answer = service.answer(text: query.text, locale: locale, acceptLanguage: nil, limit: 5)
      }
      if let answer { evaluation.count(answer.answer, to: query, in: time) }
    }
    Terminal.print(
      format == .json ? evaluation.json : Array(evaluation.table(hasTimes: times).utf8))
    let missed = try failUnder.filter { aim in
      guard let share = aim.share(in: evaluation) else {
        throw CommandFailure(
          "--fail-under names the set '\(aim.set)', which '\(file)' does not have")
      }
      guard share * 100 < aim.percent - 1e-9 else { return false }
      Terminal.complain("\(aim.name) is \(Evaluation.percent(share)), under \(aim.percent) %")
      return true
    }
    if !missed.isEmpty { throw ExitCode(1) }
  }
}
