/// The parameters behind the question mark, as a form sends them.
struct QueryParameters {
  private let parameters: [(name: [UInt8], value: [UInt8])]

  /// Reads `a=1&b=2`; `+` is a blank.
  init(_ query: [UInt8]?) throws(RequestProblem) {
    var parameters: [(name: [UInt8], value: [UInt8])] = []
    for pair in (query ?? []).split(separator: UInt8(ascii: "&")) {
      let mark = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
      let name = FormDecoding.decoded(pair[..<mark])
      let value = FormDecoding.decoded(pair[mark...].dropFirst())
      guard let name, let value else {
        throw RequestProblem(
          .badText, field: Self.text(name ?? Array(pair[..<mark])),
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
    var found: [UInt8]?
    for parameter in parameters where parameter.name.elementsEqual(name.utf8) {
      guard found == nil else {
        throw RequestProblem(
          .duplicateField, field: name, "'\(name)' is sent more than once; send it once")
      }
      found = parameter.value
    }
    guard let value = found else { return nil }
    guard let text = String(validating: value, as: UTF8.self) else {
      throw RequestProblem(.badText, field: name, "'\(name)' is not valid UTF-8")
    }
    return text
  }

  /// Refuses every parameter that is none of these.
  func requireOnly(_ names: String...) throws(RequestProblem) {
    for parameter in parameters
    where !names.contains(where: { parameter.name.elementsEqual($0.utf8) }) {
      let known = names.map { "'\($0)'" }.joined(separator: ", ")
      throw RequestProblem(
        .unknownField, field: Self.text(parameter.name),
        "there is no such parameter; there are \(known)")
    }
  }

  private static func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix(64), as: UTF8.self)
  }
}
