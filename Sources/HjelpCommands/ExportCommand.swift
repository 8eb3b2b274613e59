internal import ArgumentParser
internal import HjelpAnswers
internal import HjelpCompiler

/// `hjelp export`
struct ExportCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export", abstract: "Write what a site answers for a database that you run.",
      discussion: """
        For PostgreSQL: tables, and a function that gives the answers of the lookup for exact \
        strings and codes. For OpenSearch: documents and the settings of their index.

        Example: hjelp export postgresql --site site --output export
        """)
  }

  /// The databases.
  enum Target: String, ExpressibleByArgument, CaseIterable {
    case postgresql, opensearch
  }

  @Argument(help: "postgresql or opensearch.")
  var target: Target

  @Option(help: "The folder of a site.")
  var site: String

  @Option(name: [.short, .long], help: "The folder to make; nothing may be in it yet.")
  var output: String

  @OptionGroup var verbosity: QuietOption

  func run() async throws {
    let summary = try await CommandFailure.translating {
      try NewFolder.check(output)
      let service = try LookupService.load(site: site)
      let contents = try service.exportContents()
      switch target {
      case .postgresql: return try await writeTables(contents, service)
      case .opensearch: return try writeDocuments(contents, service)
      }
    }
    if !verbosity.quiet { Terminal.say(summary) }
  }

  private func writeTables(
    _ contents: [ExportContent], _ service: LookupService
  ) async throws -> String {
    var export = PostgreSQLExport(service)
    for content in contents {
      let locale = content.locale
      let texts = content.phrases.map(\.text) + content.codes.map(\.query)
      let answers = try await Workers.map(texts, jobs: Processors.count) {
        service.exportAnswer(to: $0, in: locale)
      }
      export.append(
        content, phraseAnswers: Array(answers.prefix(content.phrases.count)),
        codeAnswers: Array(answers.dropFirst(content.phrases.count)))
    }
    try NewFolder.write(export.files, to: output)
    return "\(contents.count) locales: \(export.phraseCount) phrases and \(export.codeCount) codes "
      + "with an answer"
  }

  private func writeDocuments(
    _ contents: [ExportContent], _ service: LookupService
  ) throws -> String {
    var export = OpenSearchExport(service)
    for content in contents { export.append(content) }
    try NewFolder.write(export.files, to: output)
    return "\(contents.count) locales: \(export.documentCount) documents"
  }
}
