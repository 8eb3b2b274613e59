/// Why a command cannot be carried out: what, where, and what to do.
public enum CompilerError: Error, Sendable, CustomStringConvertible {
  /// A named folder or file is not there.
  case missing(path: String)
  /// A named folder or file cannot be used.
  case unusable(path: String, reason: String)
  /// The configuration is wrong; the line is 0 where it comes from no file.
  case configuration(file: String, line: Int, message: String)
  /// A locale that no folder has.
  case unknownLocale(String, known: [String])
  /// There is nothing to build.
  case noArticles(paths: [String])
  /// The output folder is not Hjelp's.
  case foreignOutput(path: String, reason: String)
  /// A revision, a repository or a list of files that cannot be used.
  case revision(String)
  /// Something stands where a new file is to be made.
  case inTheWay(path: String)
  /// A file operation failed.
  case system(call: String, path: String, reason: String)

  /// The message for a person, in lower case and without a full stop.
  public var description: String {
    switch self {
    case .missing(let path):
      "'\(path)' is not there; name a folder that holds articles"
    case .unusable(let path, let reason):
      "'\(path)' cannot be read: \(reason)"
    case .configuration(let file, let line, let message):
      line > 0 ? "\(file):\(line): \(message)" : "\(file): \(message)"
    case .unknownLocale(let name, let known):
      "no folder has the locale '\(name)'; there are \(known.joined(separator: ", "))"
    case .noArticles(let paths):
      "no '.md' file below \(paths.map { "'\($0)'" }.joined(separator: ", ")); "
        + "name a folder that holds articles"
    case .foreignOutput(let path, let reason):
      "'\(path)' \(reason); name another folder with --output"
    case .revision(let message): message
    case .inTheWay(let path): "'\(path)' is there already; remove it first"
    case .system(let call, let path, let reason):
      "\(call) '\(path)': \(reason)"
    }
  }
}
