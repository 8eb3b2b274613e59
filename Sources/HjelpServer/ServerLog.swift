internal import HjelpEncoding

/// Writes what happens to a server, one event a line, whatever its fields hold.
///
/// ```json
/// {"time":"2026-11-24T20:30:05.120Z","level":"info","event":"release.served","release":"ab12"}
/// ```
/// No event holds the text of a question, or the path or query of a request.
public struct ServerLog: Sendable {
  /// How grave an event is.
  public enum Level: String, Sendable {
    /// Something that was meant to happen.
    case info
    /// Something that somebody should look at.
    case warning
    /// Something that does not work.
    case error
  }

  /// The value of a field.
  public enum Value: Sendable {
    /// Any text.
    case text(String)
    /// A whole number.
    case number(Int)
    /// A time; it is written in milliseconds.
    case duration(Duration)
  }

  /// A field's name and its value.
  public typealias Field = (name: StaticString, value: Value)

  private let format: LogFormat
  private let write: @Sendable ([UInt8]) -> Void

  /// A log on standard error.
  public init(format: LogFormat) {
    self.init(format: format, write: StandardError.write)
  }

  init(format: LogFormat, write: @escaping @Sendable ([UInt8]) -> Void) {
    self.format = format
    self.write = write
  }

  /// Writes an event.
  ///
  /// - Parameters:
  ///   - name: what happened: `release.refused`.
  ///   - fields: what is to be known about it.
  public func event(_ name: StaticString, level: Level = .info, _ fields: [Field] = []) {
    let time = UTCTime.now(fraction: true)
    switch format {
    case .json: write(Self.json(time, level, name, fields) + [UInt8(ascii: "\n")])
    case .text: write(Array(Self.text(time, level, name, fields).utf8) + [UInt8(ascii: "\n")])
    }
  }

  private static func json(
    _ time: String, _ level: Level, _ name: StaticString, _ fields: [Field]
  ) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.field("time", time)
    json.field("level", level.rawValue)
    json.field("event", name.description)
    for field in fields {
      switch field.value {
      case .text(let value): json.field(field.name, value)
      case .number(let value): json.field(field.name, value)
      case .duration(let value): json.field(field.name, value / .milliseconds(1))
      }
    }
    json.endObject()
    return json.bytes
  }

  private static func text(
    _ time: String, _ level: Level, _ name: StaticString, _ fields: [Field]
  ) -> String {
    fields.reduce("\(time) \(level.rawValue) \(name)") { line, field in
      let value =
        switch field.value {
        case .text(let value): quoted(value)
        case .number(let value): String(value)
        case .duration(let value): String(Int((value / .milliseconds(1)).rounded()))
        }
      return line + " \(field.name)=\(value)"
    }
  }

  /// A value with a blank, a quotation mark or a control character in it, as JSON has it.
  private static func quoted(_ value: String) -> String {
    let isPlain = value.utf8.allSatisfy {
      $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    guard value.isEmpty || !isPlain else { return value }
    var json = JSONWriter()
    json.element(value)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
