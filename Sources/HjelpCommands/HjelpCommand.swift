public import ArgumentParser

/// The program: its commands, and what its exit status means.
public struct HjelpCommand: AsyncParsableCommand {
  /// Names the commands.
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "hjelp",
      abstract:
        "Compiles bilingual help articles, checks their translation, answers error messages.",
      discussion: """
        Exit status: 0 done and clean, 1 findings, no answer or a figure that is too low, 2 usage, \
        configuration or a file that refuses, 3 a fault of Hjelp's own.
        """,
      version: version, subcommands: subcommands)
  }

  /// The program's version, as `--version` prints it.
  static let version = "0.1.0"

  private static var subcommands: [any ParsableCommand.Type] {
    var commands: [any ParsableCommand.Type] = [
      BuildCommand.self, CheckCommand.self, StatusCommand.self, ExplainCommand.self,
      LookupCommand.self, EvalCommand.self, UnansweredCommand.self, SplitCommand.self,
      InitCommand.self, NewCommand.self, ConfigCommand.self, ExportCommand.self,
    ]
    #if Server
      commands.append(ServeCommand.self)
    #endif
    return commands
  }

  /// A command as the argument parser makes it.
  public init() {}

  /// Reads the arguments, runs the command and leaves with its status.
  public static func run() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let status as ExitCode {
      leave(status)
    } catch let error as CommandFailure {
      Terminal.complain(error.message)
      leave(ExitCode(2))
    } catch {
      let status = exitCode(for: error)
      if status == .success {
        Terminal.print(fullMessage(for: error) + "\n")
        leave(.success)
      }
      // The parser's own status for wrong usage is 64; here it is 2.
      Terminal.complainPlainly(fullMessage(for: error))
      leave(ExitCode(status == .validationFailure ? 2 : 3))
    }
  }

  private static func leave(_ status: ExitCode) -> Never { exit(withError: status) }
}
