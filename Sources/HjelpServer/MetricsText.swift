/// Writes metrics in the text format of Prometheus, version 0.0.4.
struct MetricsText {
  /// What kind of metric it is.
  enum Kind: String {
    case counter
    case gauge
    case histogram
  }

  /// The value of `Content-Type`.
  static let contentType = "text/plain; version=0.0.4; charset=utf-8"

  /// The text so far.
  private(set) var text = ""

  /// Begins a metric; its samples follow.
  mutating func begin(_ name: StaticString, _ kind: Kind, _ help: StaticString) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
  }

  /// Writes a sample.
  mutating func sample(_ name: StaticString, _ labels: [(StaticString, String)], _ value: Int) {
    write(name, labels, String(value))
  }

  /// Writes a sample.
  mutating func sample(
    _ name: StaticString, _ labels: [(StaticString, String)], _ value: Double
  ) {
    write(name, labels, String(value))
  }

  /// Writes a metric that has a single sample.
  mutating func single(_ name: StaticString, _ kind: Kind, _ help: StaticString, _ value: Int?) {
    guard let value else { return }
    begin(name, kind, help)
    sample(name, [], value)
  }

  /// Writes a metric that has a single sample.
  mutating func single(_ name: StaticString, _ kind: Kind, _ help: StaticString, _ value: Double?) {
    guard let value else { return }
    begin(name, kind, help)
    sample(name, [], value)
  }

  private mutating func write(
    _ name: StaticString, _ labels: [(StaticString, String)], _ value: String
  ) {
    text += name.description
    if !labels.isEmpty {
      text += "{" + labels.map { "\($0)=\"\(Self.escaped($1))\"" }.joined(separator: ",") + "}"
    }
    text += " \(value)\n"
  }

  private static func escaped(_ value: String) -> String {
    var text = ""
    for character in value.unicodeScalars {
      switch character {
      case "\\": text += "\\\\"
      case "\"": text += "\\\""
      case "\n": text += "\\n"
      default: text.unicodeScalars.append(character)
      }
    }
    return text
  }
}
