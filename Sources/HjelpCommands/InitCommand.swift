internal import ArgumentParser
internal import HjelpArticle
internal import HjelpCompiler
internal import HjelpDiagnostics
internal import HjelpLocale

/// `hjelp init`
struct InitCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "init", abstract: "Begin a project with a source article and its translation.",
      discussion: "Example: hjelp init help && hjelp serve help")
  }

  @Argument(help: "The folder to make.")
  var directory: String

  @OptionGroup var verbosity: QuietOption

  func run() throws {
    guard !directory.isEmpty else {
      throw CommandFailure("the folder has no name; name one, such as 'help'")
    }
    let source = SourceFile(path: "en-US/index.md", bytes: Array(Self.article.utf8))
    guard let norwegian = LocaleTag("nb-NO") else { return }
    let article = Article(
      source, id: ArticleID("index"), expectedLocale: .americanEnglish,
      yaml: FrontMatterYAML.reader)
    let translation = BilingualArticle.make(from: article, locale: norwegian) {
      Self.translations[$0]
    }
    let configuration = directory + "/hjelp.yml"
    guard FileWriter.isFree(configuration) else {
      throw CommandFailure(CompilerError.inTheWay(path: configuration).description)
    }
    // It comes last: where it is missing, the command can be run again.
    try NewFile.write(source.bytes, to: directory + "/en-US/index.md", again: true)
    try NewFile.write(translation, to: directory + "/nb-NO/index.md", again: true)
    try NewFile.write(Array(Self.configurationFile.utf8), to: configuration)
    if !verbosity.quiet {
      Terminal.say("made '\(directory)'; run 'hjelp serve \(directory)' to see it")
    }
  }

  private static let configurationFile = """
    # The settings of this help; all keys are optional.
    title: Help
    source: en-US

    """

  private static let article = """
    ---
    title: Welcome
    ---
    # Welcome

    This is the first article of your help. Write the next one in this folder.

    """

  private static let translations = [
    "Welcome": "Velkommen",
    "This is the first article of your help.": "Dette er den første artikkelen i hjelpen din.",
    "Write the next one in this folder.": "Skriv den neste i denne mappen.",
  ]
}
