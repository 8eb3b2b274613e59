internal import HjelpEncoding

/// The parameters behind the question mark, as a form sends them.
struct QueryParameters {
  private let parameters: [(name: [UInt8], value: [UInt8])]

  /// Reads `a=1&b=2`; `+` is a blank.
  init(_ query: [UInt8]?) throws(RequestProblem) {
    var parameters: [(name: [UInt8], value: [UInt8])] = []
    for pair in (query ?? []).split(separator: UInt8(ascii: "&")) {
      let mark = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
      let name = Self.decoded(pair[..<mark])
      let value = Self.decoded(pair[mark...].dropFirst())
      guard let name, let value else {
        throw RequestProblem.field(
          Self.text(name ?? Array(pair[..<mark])),
          "a '%' in the query must be followed by two hexadecimal digits")
      }
      parameters.append((name, value))
    }
    self.parameters = parameters
  }

  /// The value of a parameter; `nil` if it is not there.
  ///
  /// Sent twice, or not UTF-8, it is refused.
  func text(_ name: String) throws(RequestProblem) -> String? {
    let values = parameters.filter { $0.name.elementsEqual(name.utf8) }.map(\.value)
    guard let value = values.first else { return nil }
    guard values.count == 1 else {
      throw RequestProblem.field(name, "'\(name)' is sent \(values.count) times; send it once")
    }
    guard let text = String(validating: value, as: UTF8.self) else {
      throw RequestProblem.field(name, "'\(name)' is not valid UTF-8")
    }
    return text
  }

  /// Refuses every parameter that is none of these.
  func requireOnly(_ names: String...) throws(RequestProblem) {
    for parameter in parameters
    where !names.contains(where: { parameter.name.elementsEqual($0.utf8) }) {
      let known = names.map { "'\($0)'" }.joined(separator: ", ")
      throw RequestProblem.field(
        Self.text(parameter.name), "there is no such parameter; there are \(known)")
    }
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    PercentEncoding.decoded(bytes.map { $0 == UInt8(ascii: "+") ? 0x20 : $0 })
  }

  private static func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix(64), as: UTF8.self)
  }
}
