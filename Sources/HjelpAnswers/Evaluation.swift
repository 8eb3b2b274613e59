internal import HjelpEncoding
public import HjelpLookup

/// The figures of a run over queries whose right answers are known, by set.
public struct Evaluation: Sendable {
  private var sets: [String: EvaluationFigures] = [:]
  private var times: [String: [Duration]] = [:]

  /// An evaluation of no query.
  public init() {}

  /// Counts the answer to a query.
  ///
  /// - Parameter time: what the answer took.
  public mutating func count(
    _ answer: LookupAnswer, to query: EvaluationQuery, in time: Duration
  ) {
    sets[query.set, default: EvaluationFigures()].count(answer, to: query)
    times[query.set, default: []].append(time)
  }

  /// The time within which a share of the queries of some sets was answered, in microseconds.
  ///
  /// - Parameters:
  ///   - pattern: the sets, as for `figures`.
  ///   - share: 0.5 for the median, 0.99 for the 99th percentile, 1 for the longest.
  public func microseconds(_ pattern: String, share: Double) -> Double {
    let all = names.filter { Self.matches($0, pattern) }.flatMap { times[$0] ?? [] }.sorted()
    guard !all.isEmpty else { return 0 }
    return all[min(all.count - 1, Int(Double(all.count) * share))] / .microseconds(1)
  }

  /// The names of the sets in byte order.
  public var names: [String] {
    sets.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The groups of two or more sets whose names begin with the same word, as `exact-*`, in byte order.
  public var groups: [String] {
    var counts: [String: Int] = [:]
    for name in names {
      let word = name.utf8.prefix { $0 != UInt8(ascii: "-") }
      counts[String(decoding: word, as: UTF8.self), default: 0] += 1
    }
    return counts.filter { $0.value > 1 }.keys.map { $0 + "-*" }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The figures of the sets that a pattern names; `nil` if it names none.
  ///
  /// - Parameter pattern: a set's name, or the beginning of names and `*`; `code-*` names `code` too.
  public func figures(_ pattern: String) -> EvaluationFigures? {
    let chosen = names.filter { Self.matches($0, pattern) }
    guard !chosen.isEmpty else { return nil }
    return chosen.reduce(into: EvaluationFigures()) { sum, name in
      if let figures = sets[name] { sum.add(figures) }
    }
  }

  /// True if a pattern names a set.
  public static func matches(_ name: String, _ pattern: String) -> Bool {
    guard pattern.hasSuffix("*") else { return name == pattern }
    let start = pattern.dropLast()
    return name.hasPrefix(start) || start.hasSuffix("-") && name == start.dropLast()
  }

  /// The figures of all sets together.
  public var total: EvaluationFigures { figures("*") ?? EvaluationFigures() }

  /// The figures as JSON in UTF-8; a line end at the end.
  public var json: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.field("version", 1)
    json.beginArray("sets")
    for name in names { write(name, to: &json) }
    json.endArray()
    json.beginArray("groups")
    for name in groups + ["*"] { write(name, to: &json) }
    json.endArray()
    json.endObject()
    return json.bytes + [0x0A]
  }

  private func write(_ name: String, to json: inout JSONWriter) {
    guard let figures = figures(name) else { return }
    json.beginObject()
    json.field("set", name)
    json.field("queries", figures.queries)
    json.field("answerable", figures.answerable)
    json.field("first", figures.first)
    json.field("five", figures.five)
    json.field("right", figures.right)
    json.field("wrong", figures.wrong)
    json.field("falsePositives", figures.falsePositives)
    json.field("confident", figures.confident)
    json.field("confidentRight", figures.confidentRight)
    json.endObject()
  }

  /// The figures as a table for people, one line a set, then one a group.
  ///
  /// - Parameter hasTimes: whether the median and the 99th percentile of the times stand in it.
  public func table(hasTimes: Bool) -> String {
    let width = max(12, (names + groups).map(\.count).max() ?? 0)
    let titles = ["queries", "@1", "@5", "right", "wrong", "false"]
    var text = Self.line("set", width, titles + (hasTimes ? ["median", "99 %"] : []))
    for name in names { text += line(name, width, hasTimes) }
    text += "\n"
    for name in groups { text += line(name, width, hasTimes) }
    text += line("*", width, hasTimes)
    let confident = total
    text +=
      "\nof \(confident.confident) answers with a confidence of at least 0.9,"
      + " \(confident.confidentRight) are right (\(Self.percent(confident.shareOfConfident)))\n"
    return text
  }

  private func line(_ name: String, _ width: Int, _ hasTimes: Bool) -> String {
    guard let figures = figures(name) else { return "" }
    func share(_ part: Int, _ whole: Int) -> String {
      whole == 0 ? "" : Self.percent(Double(part) / Double(whole))
    }
    return Self.line(
      name, width,
      [
        "\(figures.queries)", share(figures.first, figures.answerable),
        share(figures.five, figures.answerable), share(figures.right, figures.answerable),
        share(figures.wrong, figures.answerable),
        share(figures.falsePositives, figures.unanswerable),
      ] + (hasTimes ? [0.5, 0.99].map { time(name, $0) } : []))
  }

  private func time(_ name: String, _ share: Double) -> String {
    let tenths = Int((microseconds(name, share: share) * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) µs"
  }

  private static func line(_ name: String, _ width: Int, _ cells: [String]) -> String {
    cells.reduce(name + padding(width - name.count)) { $0 + padding(10 - $1.count) + $1 } + "\n"
  }

  private static func padding(_ count: Int) -> String {
    String(repeating: " ", count: max(0, count))
  }

  /// A share as `98.7 %`, rounded down: what is short of 99 % is not shown as 99 %.
  public static func percent(_ share: Double) -> String {
    let tenths = Int(share * 1000 + 1e-9)
    return "\(tenths / 10).\(tenths % 10) %"
  }
}
