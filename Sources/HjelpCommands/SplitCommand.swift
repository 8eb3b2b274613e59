internal import ArgumentParser
internal import Foundation
internal import HjelpArticle
internal import HjelpChecks
internal import HjelpCompiler
internal import HjelpDiagnostics

/// `hjelp split`
struct SplitCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "split",
      abstract: "Make monolingual Markdown of one side of bilingual articles.",
      discussion: "Example: hjelp split Content/nb-NO --side target --output nb")
  }

  @Argument(help: "An article, or folders.")
  var paths: [String]

  @Option(help: "The side: target (the whole file) or source (the body).")
  var side: SideOption

  @Option(name: [.short, .long], help: "The folder to write to; needed for more than one article.")
  var output: String?

  @OptionGroup var verbosity: QuietOption

  enum SideOption: String, ExpressibleByArgument, CaseIterable {
    case target, source
  }

  func run() async throws {
    let files = try await CommandFailure.translating {
      let workspace = try Workspace(
        paths: paths, configurationFile: nil, adjust: EnvironmentSettings.apply)
      return try await Content.read(workspace, jobs: Processors.count).files
    }
    let wanted: Side = side == .target ? .target : .source
    guard let output else {
      guard files.count == 1, let file = files.first else {
        throw CommandFailure(
          "there are \(files.count) articles; name a folder for them with --output")
      }
      try refuse(file)
      Terminal.print(file.article.split(wanted))
      return
    }
    let inputs = Set(files.map { standardized($0.input.name) })
    for file in files where inputs.contains(standardized(target(of: file, in: output))) {
      throw CommandFailure(
        "--output '\(output)' would write over the article '\(file.input.name)'; name another folder"
      )
    }
    var isClean = true
    for file in files {
      do {
        try refuse(file)
      } catch let error as CommandFailure {
        Terminal.complain(error.message)
        isClean = false
        continue
      }
      // A disk that takes no file takes none of the others.
      try await CommandFailure.translating {
        let path = target(of: file, in: output)
        try FileWriter.makeFolders(for: Array(path.utf8))
        try FileWriter.replace(file.article.split(wanted), at: path)
      }
    }
    if !isClean { throw ExitCode(1) }
  }

  private func refuse(_ file: ArticleFile) throws {
    if let reason = file.facts.unreadable {
      throw CommandFailure("'\(file.input.name)' cannot be read: \(reason)")
    }
    if file.facts.excessiveSize != nil || file.article.encodingProblem != nil {
      throw CommandFailure("'\(file.input.name)' is no text that can be split; see 'hjelp check'")
    }
  }

  private func target(of file: ArticleFile, in output: String) -> String {
    output + "/" + relativePath(of: file)
  }

  private func standardized(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  /// The path below the named path.
  private func relativePath(of file: ArticleFile) -> String {
    let name = file.input.name
    for path in paths {
      let prefix = path.hasSuffix("/") ? path : path + "/"
      if name.hasPrefix(prefix) { return String(name.dropFirst(prefix.count)) }
    }
    return (name as NSString).lastPathComponent
  }
}
