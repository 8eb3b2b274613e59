internal import ArgumentParser
internal import HjelpCompiler

/// `hjelp config`
struct ConfigCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "config",
      abstract: "Show each setting, its value, and where it comes from.",
      discussion: """
        A flag wins over the environment (HJELP_PORT=8080), the environment over hjelp.yml, and that \
        over the default. Passwords in addresses are not shown.

        Example: HJELP_PORT=9000 hjelp config Content
        """)
  }

  @OptionGroup var content: ContentOptions

  #if Server
    @OptionGroup var server: ServerOptions
  #endif

  @Option(help: "text or json.")
  var format = AnswerFormat.text

  func run() async throws {
    let workspace = try await CommandFailure.translating { try content.workspace() }
    var table = SettingTable(workspace.configuration)
    table.override("jobs", content.jobs.map(String.init), flag: "--jobs")
    table.override("config", content.config, flag: "--config")
    #if Server
      _ = try server.configuration(site: "", workspace.configuration)
      for (key, flag, value) in server.named { table.override(key, value, flag: flag) }
    #endif
    Terminal.print(format == .json ? table.json : Array(table.text.utf8))
  }
}
