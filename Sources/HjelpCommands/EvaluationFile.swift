internal import Foundation
internal import HjelpAnswers
internal import HjelpLocale

/// Reads queries with their right answers: one JSON object a line.
struct EvaluationFile {
  /// A line as it stands in the file; other members are ignored.
  private struct Line: Decodable {
    var set: String
    var locale: String
    var text: String
    var relevant: [String]
  }

  /// The queries of a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - prefix: what is put before the ids.
  /// - Throws: a failure that names the file and the line.
  static func queries(
    _ path: String, prefix: String
  ) throws(CommandFailure) -> [EvaluationQuery] {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw CommandFailure("'\(path)' cannot be read: \(error.localizedDescription)")
    }
    let decoder = JSONDecoder()
    var queries: [EvaluationQuery] = []
    let lines = data.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where line.contains(where: { $0 > 0x20 }) {
      let read: Line
      do {
        read = try decoder.decode(Line.self, from: line)
      } catch {
        throw CommandFailure("\(path):\(number + 1): \(reason(error))")
      }
      guard LocaleTag(read.locale) != nil else {
        throw CommandFailure(
          "\(path):\(number + 1): '\(read.locale)' is not a locale; write it as nb-NO")
      }
      queries.append(
        EvaluationQuery(
          set: read.set, locale: read.locale, text: read.text,
          relevant: read.relevant.map {
            prefix + ($0.hasSuffix(".md") ? String($0.dropLast(3)) : $0)
          }))
    }
    guard !queries.isEmpty else { throw CommandFailure("'\(path)' holds no query") }
    return queries
  }

  private static func reason(_ error: any Error) -> String {
    switch error as? DecodingError {
    case .keyNotFound(let key, _): "the line has no '\(key.stringValue)'"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      context.codingPath.first.map { "'\($0.stringValue)' is of another type; " + shape }
        ?? "the line is no object; " + shape
    default: "the line is not JSON; " + shape
    }
  }

  private static let shape = "write {\"set\", \"locale\", \"text\", \"relevant\": []}"
}
