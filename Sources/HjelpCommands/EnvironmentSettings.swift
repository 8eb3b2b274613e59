internal import Configuration
internal import Foundation
internal import HjelpCompiler
internal import HjelpDiagnostics
internal import HjelpRelease

/// The settings of the environment: `HJELP_` and the setting's name, `HJELP_BASE_URL`.
///
/// They win over the file, and flags over them.
enum EnvironmentSettings {
  /// The keys of the configuration that the environment can set.
  static let keys =
    [
      "title", "logo", "stylesheet", "header", "footer", "feedback", "base-url", "link-base",
      "public", "source", "locales", "exclude", "baseline", "glossary", "no-loc", "url-schemes",
      "cors",
    ] + HjelpCompiler.Configuration.Server.keys

  /// Settings that stand in no file.
  static let others = ["config", "jobs", "site", "log-format", "access-log"]

  private static let reader = ConfigReader(
    provider: EnvironmentVariablesProvider(
      environmentVariables: ProcessInfo.processInfo.environment))

  /// What is set of the configuration, and the current folder: what decides beside flags and files.
  static var decisive: [String] {
    keys.map { "\($0)=\(text($0) ?? "")" } + [FileManager.default.currentDirectoryPath]
  }

  /// The name of a setting's variable.
  static func variable(_ key: String) -> String {
    "HJELP_" + key.uppercased().replacing("-", with: "_")
  }

  /// A setting's value; `nil` where it is not set or empty.
  static func text(_ key: String) -> String? {
    guard let text = reader.string(forKey: ConfigKey(["hjelp", key])), !text.isEmpty else {
      return nil
    }
    return text
  }

  /// Whether a flag is set: `1`, `true` or `yes`.
  static func isOn(_ key: String) -> Bool {
    text(key).map { ["1", "true", "yes"].contains($0.lowercased()) } ?? false
  }

  /// Says which variables are nearly the name of a setting: they would be passed over without a word.
  private static func sayMisspelled() {
    let known = (keys + others).map(variable)
    for name in ProcessInfo.processInfo.environment.keys.sorted()
    where name.hasPrefix("HJELP_") && !known.contains(name) {
      if let meant = Suggestion.nearest(to: name, among: known) {
        Terminal.say("note: '\(name)' is not a setting; did you mean '\(meant)'?")
      }
    }
  }

  /// Puts what is set over the settings of a file.
  static func apply(
    to configuration: inout HjelpCompiler.Configuration
  ) throws(CompilerError) {
    sayMisspelled()
    for key in keys {
      guard let text = text(key) else { continue }
      try ConfigurationReader.set(key, to: text, from: variable(key), in: &configuration)
    }
  }

  /// The settings of a file, if one is named, with those of the environment over them.
  static func configuration(
    at path: String?
  ) throws(CommandFailure) -> HjelpCompiler.Configuration {
    var configuration = HjelpCompiler.Configuration()
    do {
      if let path {
        configuration = try ConfigurationReader.read(try SingleFile.bytes(at: path), file: path)
      }
      try apply(to: &configuration)
    } catch let error as CompilerError {
      throw CommandFailure(error.description)
    } catch {
      throw CommandFailure("'\(path ?? "")' cannot be read: \(error)")
    }
    return configuration
  }
}
