internal import HjelpArticle
internal import HjelpDiagnostics

/// What of an article differs from an older version of it: units one by one, the text around them
/// line by line.
struct ChangedParts {
  /// The units that are new or differ, and those that stand behind a removed one.
  private let units: Set<String>
  /// Whether a line has changed apart from what stands in its units, from line 1.
  private let lines: [Bool]
  private let article: Article
  private let isHeadChanged: Bool

  init(of article: Article, since old: Article) {
    self.article = article
    units = Self.changedUnits(article, old)
    let new = Self.skeleton(article)
    lines = Self.changedLines(new, Self.skeleton(old))
    let head = article.body.lowerBound
    isHeadChanged = !article.file.bytes[..<head].elementsEqual(
      old.file.bytes[..<old.body.lowerBound])
  }

  /// Whether a finding is about what has changed.
  func cover(_ finding: Diagnostic) -> Bool {
    if let unit = finding.unit, units.contains(unit) { return true }
    // What is missing in the front matter stands at line 1; a fault of the file is its own line's.
    if finding.start.offset == 0, isHeadChanged || finding.rule.group == "file" { return true }
    let range = finding.start.offset..<max(finding.end.offset, finding.start.offset + 1)
    if article.units.contains(where: { $0.range.contains(range.lowerBound) }) { return false }
    let first = finding.start.line - 1
    let last = min(max(finding.end.line - 1, first), lines.count - 1)
    return first <= last && lines[first...last].contains(true)
  }

  private static func changedUnits(_ article: Article, _ old: Article) -> Set<String> {
    func key(_ unit: TranslationUnit) -> String { unit.id?.suffix ?? unit.name }
    func halves(_ unit: TranslationUnit, _ article: Article) -> [UInt8] {
      Array(article.file.bytes[unit.target]) + [0] + Array(article.file.bytes[unit.source])
    }
    var before: [String: [[UInt8]]] = [:]
    for unit in old.units { before[key(unit), default: []].append(halves(unit, old)) }
    var changed: Set<String> = []
    var now: [String: Int] = [:]
    for unit in article.units {
      now[key(unit), default: 0] += 1
      if !(before[key(unit)] ?? []).contains(halves(unit, article)) { changed.insert(unit.name) }
    }
    // A unit that came a second time, or whose place has changed, is touched too.
    for unit in article.units where now[key(unit)] != before[key(unit)]?.count {
      changed.insert(unit.name)
    }
    var isBehindRemoved = false
    var kept = article.units.filter { before[key($0)] != nil }[...]
    for unit in old.units {
      if now[key(unit)] == nil {
        isBehindRemoved = true
      } else if isBehindRemoved, let next = kept.first(where: { key($0) == key(unit) }) {
        changed.insert(next.name)
        kept = kept.drop { $0.name != next.name }
        isBehindRemoved = false
      }
    }
    return changed
  }

  /// The lines of an article with the name of each unit in place of it.
  private static func skeleton(_ article: Article) -> [[UInt8]] {
    let bytes = article.file.bytes
    var lines: [[UInt8]] = [[]]
    func append(_ range: Range<Int>) {
      for byte in bytes[range] {
        if byte == 0x0A { lines.append([]) } else { lines[lines.count - 1].append(byte) }
      }
    }
    var start = 0
    for unit in article.units {
      append(start..<unit.range.lowerBound)
      lines[lines.count - 1] += Array("\u{1}\(unit.id?.suffix ?? unit.name)\u{1}".utf8)
      // Line ends in a unit keep the count of the file's lines.
      for _ in 0..<bytes[unit.range].count(where: { $0 == 0x0A }) { lines.append([]) }
      start = unit.range.upperBound
    }
    append(start..<bytes.count)
    return lines
  }

  /// Which of the new lines are not in the old ones at their place, and which stand behind a removed
  /// one.
  private static func changedLines(_ new: [[UInt8]], _ old: [[UInt8]]) -> [Bool] {
    var changed = [Bool](repeating: false, count: new.count)
    let head = zip(new, old).prefix { $0 == $1 }.count
    let tail = zip(new.dropFirst(head).reversed(), old.dropFirst(head).reversed())
      .prefix { $0 == $1 }.count
    let middle = head..<(new.count - tail)
    let oldMiddle = head..<(old.count - tail)
    // The differences of very long stretches take long to find: all of it counts as changed.
    guard middle.count < 3_000, oldMiddle.count < 3_000 else {
      for line in middle { changed[line] = true }
      return changed
    }
    for change in new[middle].difference(from: old[oldMiddle]) {
      switch change {
      case .insert(let offset, _, _): changed[head + offset] = true
      case .remove: break
      }
    }
    if middle.count < oldMiddle.count, middle.upperBound < new.count {
      changed[middle.upperBound] = true
    }
    return changed
  }
}
