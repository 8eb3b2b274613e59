internal import HjelpArticle
internal import HjelpDiagnostics

/// The edits of several fixes of one file that can be made at once.
struct FixEdits {
  private var edits: [(range: Range<Int>, text: [UInt8])] = []
  /// The findings whose fixes the edits are.
  private(set) var fixed: [Diagnostic] = []

  /// Takes the fixes in order; one that touches an edit of an earlier one waits.
  init(_ findings: [Diagnostic]) {
    for finding in findings {
      guard let fix = finding.fix else { continue }
      let wanted = fix.edits.map { ($0.start.offset..<$0.end.offset, Array($0.text.utf8)) }
      let isFree = wanted.allSatisfy { edit in
        edits.allSatisfy {
          $0.range.upperBound < edit.0.lowerBound || edit.0.upperBound < $0.range.lowerBound
        }
      }
      guard isFree, !wanted.isEmpty else { continue }
      edits += wanted
      fixed.append(finding)
    }
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The bytes with the edits made.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var start = 0
    for edit in edits {
      result += bytes[start..<edit.range.lowerBound]
      result += edit.text
      start = edit.range.upperBound
    }
    return result + bytes[start...]
  }

  /// Whether each edit lies in a translation, in the tags of a damaged unit, or in a heading's
  /// bookmark; unsafe ones may change the front matter too.
  func areAllowed(in article: Article, includesUnsafe: Bool) -> Bool {
    edits.allSatisfy { edit in
      func isWithin(_ range: Range<Int>) -> Bool {
        range.lowerBound <= edit.range.lowerBound && edit.range.upperBound <= range.upperBound
      }
      if article.units.contains(where: { isWithin($0.target) && !$0.target.isEmpty }) {
        return true
      }
      if article.defects.contains(where: { $0.repairs.contains { $0.range == edit.range } }) {
        return true
      }
      if article.headings.contains(where: {
        $0.anchor.map { isWithin($0.range) } ?? (edit.range == $0.content..<$0.content)
      }) {
        return true
      }
      return includesUnsafe && isWithin(0..<article.body.lowerBound)
    }
  }

  /// Whether every unit that both articles have whole has the same source in both.
  static func keepsSources(of old: Article, in new: Article) -> Bool {
    guard new.units.count >= old.units.count else { return false }
    let damaged = Set(old.defects.map(\.unit))
    var sources: [String: ArraySlice<UInt8>] = [:]
    for unit in new.units { sources[unit.name] = new.file.bytes[unit.source] }
    return old.units.allSatisfy {
      damaged.contains($0.name) || sources[$0.name] == old.file.bytes[$0.source]
    }
  }
}
