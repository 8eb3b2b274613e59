internal import ArgumentParser
internal import HjelpChecks
internal import HjelpArticle
internal import HjelpCompiler
internal import HjelpDiagnostics
internal import HjelpLocale

/// `hjelp new`
struct NewCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "new", abstract: "Make a bilingual article out of a source-locale one.",
      discussion: "Example: hjelp new getting-started --locale nb-NO")
  }

  @Argument(help: "The article's id: its path below the source-locale folder, without .md.")
  var article: String

  @Option(help: "The locale of the translation.")
  var locale: String

  @Option(help: "The folder of locale folders (default: '.' with hjelp.yml, else Content).")
  var content: String?

  @Option(help: "The configuration (default: hjelp.yml in the folder).")
  var config: String?

  @OptionGroup var verbosity: QuietOption

  func run() async throws {
    guard let tag = LocaleTag(locale) else {
      throw CommandFailure("--locale is '\(locale)', which is not a locale; write it as nb-NO")
    }
    let (file, target) = try await CommandFailure.translating {
      let workspace = try Workspace(
        paths: content.map { [$0] } ?? [], configurationFile: config,
        adjust: EnvironmentSettings.apply)
      guard tag != workspace.configuration.source else {
        throw CommandFailure("--locale is the source locale itself; name another one")
      }
      guard LocaleTag(folder: "\(tag)") != nil || workspace.configuration.locales.contains(tag)
      else {
        throw CommandFailure(
          "--locale '\(tag)' is a bare language; name a region such as nb-NO, or list it under "
            + "'locales' in hjelp.yml")
      }
      let articles = try await Content.read(workspace, jobs: Processors.count)
      do {
        return try SourceArticle.find(article, locale: tag, in: articles)
      } catch {
        // It may stand where nothing can be read.
        guard let file = articles.files.first(where: { $0.facts.unreadable != nil }),
          let reason = file.facts.unreadable
        else { throw error }
        throw CommandFailure("'\(file.input.name)' cannot be read: \(reason)")
      }
    }
    if let reason = file.facts.unreadable {
      throw CommandFailure("'\(file.input.name)' cannot be read: \(reason)")
    }
    try NewFile.write(BilingualArticle.make(from: file.article, locale: tag), to: target)
    if !verbosity.quiet {
      Terminal.say("made '\(target)'; write the translations, then run 'hjelp check'")
    }
  }
}
