/// How the server writes what happens to it.
public enum LogFormat: String, Sendable, CaseIterable {
  /// A line for people: time, level, event, `key=value`.
  case text
  /// A line for programs: a JSON object.
  case json
}
