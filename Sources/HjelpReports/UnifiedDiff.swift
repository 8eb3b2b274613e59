/// The difference of two versions of a file, as `patch` and `git apply` read it.
package enum UnifiedDiff {
  /// Lines around a change that are shown.
  private static let context = 3

  /// The text of the difference; empty if there is none.
  package static func text(old: [UInt8], new: [UInt8], name: String) -> [UInt8] {
    let before = lines(old)
    let after = lines(new)
    let changes = changes(before, after)
    guard !changes.isEmpty else { return [] }
    // A tab ends a name that holds blanks, as patch and git write it.
    let end = name.contains(" ") ? "\t\n" : "\n"
    var out = Array("--- a/\(name)\(end)+++ b/\(name)\(end)".utf8)
    var index = 0
    while index < changes.count {
      // Changes with no more than twice the context between them make one hunk.
      var last = index
      while last + 1 < changes.count,
        changes[last + 1].old.lowerBound - changes[last].old.upperBound <= 2 * context
      {
        last += 1
      }
      hunk(changes[index...last], before, after, &out)
      index = last + 1
    }
    return out
  }

  private struct Change {
    var old: Range<Int>
    var new: Range<Int>
  }

  private static func hunk(
    _ changes: ArraySlice<Change>, _ before: [ArraySlice<UInt8>], _ after: [ArraySlice<UInt8>],
    _ out: inout [UInt8]
  ) {
    guard let first = changes.first, let last = changes.last else { return }
    let lead = min(context, first.old.lowerBound)
    let trail = min(context, before.count - last.old.upperBound)
    let old = (first.old.lowerBound - lead)..<(last.old.upperBound + trail)
    let new = (first.new.lowerBound - lead)..<(last.new.upperBound + trail)
    // A range without lines is named by the line before it.
    func range(_ range: Range<Int>) -> String {
      "\(range.isEmpty ? range.lowerBound : range.lowerBound + 1),\(range.count)"
    }
    out += Array("@@ -\(range(old)) +\(range(new)) @@\n".utf8)
    var place = old.lowerBound
    for change in changes {
      for line in before[place..<change.old.lowerBound] { write(" ", line, &out) }
      for line in before[change.old] { write("-", line, &out) }
      for line in after[change.new] { write("+", line, &out) }
      place = change.old.upperBound
    }
    for line in before[place..<old.upperBound] { write(" ", line, &out) }
  }

  private static func write(_ mark: Unicode.Scalar, _ line: ArraySlice<UInt8>, _ out: inout [UInt8])
  {
    out.append(UInt8(ascii: mark))
    out += line
    if line.last != 0x0A { out += Array("\n\\ No newline at end of file\n".utf8) }
  }

  /// The lines with their ends.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }

  private static func changes(
    _ before: [ArraySlice<UInt8>], _ after: [ArraySlice<UInt8>]
  ) -> [Change] {
    let difference = after.difference(from: before)
    let removed = Set(
      difference.removals.map {
        if case .remove(let offset, _, _) = $0 { offset } else { -1 }
      })
    let inserted = Set(
      difference.insertions.map {
        if case .insert(let offset, _, _) = $0 { offset } else { -1 }
      })
    var changes: [Change] = []
    var old = 0
    var new = 0
    while old < before.count || new < after.count {
      let start = (old, new)
      while removed.contains(old) { old += 1 }
      while inserted.contains(new) { new += 1 }
      if (old, new) == start {
        old += 1
        new += 1
      } else {
        changes.append(Change(old: start.0..<old, new: start.1..<new))
      }
    }
    return changes
  }
}
