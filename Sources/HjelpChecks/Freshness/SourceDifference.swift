package import HjelpArticle

/// Finds the sentences of a translation's source half in a newer source text.
///
/// Each unit's sentence is sought in the new text as it is; of all places that are found, the
/// heaviest chain in the order of the units is kept. What is not in it has moved, changed or vanished;
/// what the chain leaves over of the new text, and did not stand between the same units before, is new.
package struct SourceDifference {
  /// What has changed, in the order of the units.
  package private(set) var changes: [SourceChange] = []

  private let text: [UInt8]
  private let units: [[UInt8]]
  /// The wording between units in the article: before the first, between two, behind the last.
  private let gaps: [[UInt8]]
  /// Where each unit stands in the new text; `nil` if it is not in the chain.
  private var places: [Range<Int>?]

  /// Compares the source side of a bilingual article with a newer text.
  ///
  /// - Parameter newer: The Markdown of the newer source, without front matter.
  package init(_ article: Article, newer: ArraySlice<UInt8>) {
    let edition = article.edition(of: .source)
    var units = [[UInt8]](repeating: [], count: article.units.count)
    var gaps: [[UInt8]] = []
    var order: [Int] = []
    var start = 0
    for mark in edition.marks {
      let wording = SourceWording.folded(edition.markdown[mark.range])
      // A mark alone is no sentence.
      units[mark.unit] = Self.hasWord(wording) ? wording : []
      gaps.append(SourceWording.folded(edition.markdown[start..<mark.range.lowerBound]))
      order.append(mark.unit)
      start = mark.range.upperBound
    }
    gaps.append(SourceWording.folded(edition.markdown[start...]))
    text = SourceWording.folded(newer)
    self.units = order.map { units[$0] }
    self.gaps = gaps
    places = [Range<Int>?](repeating: nil, count: order.count)
    // Two copies of one version: nothing to look for.
    guard SourceWording.folded(edition.markdown) != text else { return }
    chain()
    findChanges(order)
  }

  /// Finds the heaviest chain of places in the order of the units; a unit weighs what it is long.
  private mutating func chain() {
    struct Link {
      var unit: Int
      var place: Range<Int>
      var weight: Int
      var previous: Int?
    }
    var links: [Link] = []
    // The best chain that ends at or before a place in the text, as a tree of maxima.
    var best = [Int](repeating: -1, count: text.count + 2)
    func query(_ place: Int) -> Int? {
      var index = place + 1
      var found: Int?
      while index > 0 {
        let link = best[index]
        if link >= 0, found.map({ links[link].weight > links[$0].weight }) ?? true { found = link }
        index -= index & -index
      }
      return found
    }
    let index = WordStarts(text)
    for unit in units.indices where !units[unit].isEmpty {
      let new = index.places(of: units[unit]).map { place in
        let previous = query(place.lowerBound)
        let before = previous.map { links[$0].weight } ?? 0
        return Link(unit: unit, place: place, weight: before + place.count + 1, previous: previous)
      }
      for link in new {
        links.append(link)
        var node = link.place.upperBound + 1
        while node < best.count {
          if best[node] < 0 || links[best[node]].weight < link.weight {
            best[node] = links.count - 1
          }
          node += node & -node
        }
      }
    }
    var next = links.indices.max { links[$0].weight < links[$1].weight }
    while let link = next {
      places[links[link].unit] = links[link].place
      next = links[link].previous
    }
  }

  private mutating func findChanges(_ order: [Int]) {
    var kept = units.indices.filter { places[$0] != nil }
    kept.append(units.count)
    var last: Int?
    var lastEnd = 0
    var leftovers: [(after: Int?, lost: [Int], text: [UInt8])] = []
    for unit in kept {
      let start = unit < units.count ? places[unit]?.lowerBound ?? lastEnd : text.count
      let first = last.map { $0 + 1 } ?? 0
      let lost = Array(first..<unit).filter { !units[$0].isEmpty }
      // What stood between the same units before: text outside of units.
      let known = gaps[first...unit].filter { !$0.isEmpty }
      let rest = Self.without(known, Self.trimmed(text[lastEnd..<start]))
      leftovers.append((last, lost, rest))
      last = unit
      if unit < units.count { lastEnd = places[unit]?.upperBound ?? lastEnd }
    }
    // Sentences that are there but for their marks have not changed.
    for gap in leftovers.indices where !leftovers[gap].lost.isEmpty {
      let letters = SourceWording.letters(leftovers[gap].text)
      let same = leftovers[gap].lost.filter {
        Self.find(SourceWording.letters(units[$0]), in: letters, from: 0) != nil
      }
      guard !same.isEmpty else { continue }
      leftovers[gap].lost.removeAll { same.contains($0) }
      let rest = Self.without(same.map { SourceWording.letters(units[$0]) }, letters)
      if rest.isEmpty { leftovers[gap].text = [] }
    }
    // A lost sentence that is whole in another gap has moved.
    var moved: Set<Int> = []
    for gap in leftovers.indices {
      for unit in leftovers[gap].lost {
        for other in leftovers.indices
        where leftovers[other].text.count >= units[unit].count {
          guard let place = WordStarts(leftovers[other].text).places(of: units[unit]).first else {
            continue
          }
          leftovers[other].text.removeSubrange(place)
          moved.insert(unit)
          break
        }
      }
    }
    for gap in leftovers {
      let lost = gap.lost.filter { !moved.contains($0) }
      let isNew = Self.hasWord(gap.text)
      for unit in gap.lost {
        if moved.contains(unit) {
          changes.append(.moved(unit: order[unit]))
        } else if isNew {
          changes.append(.changed(unit: order[unit], to: Self.clipped(gap.text)))
        } else {
          changes.append(.vanished(unit: order[unit]))
        }
      }
      if isNew, lost.isEmpty {
        changes.append(.new(after: gap.after.map { order[$0] }, Self.clipped(gap.text)))
      }
    }
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var text = text
    while text.first == 0x20 { text.removeFirst() }
    while text.last == 0x20 { text.removeLast() }
    return Array(text)
  }

  /// A text without the pieces that it had before, each taken out once, in order.
  private static func without(_ pieces: [[UInt8]], _ text: [UInt8]) -> [UInt8] {
    var text = text
    var start = 0
    for piece in pieces {
      guard let place = find(piece, in: text, from: start) else { continue }
      text.removeSubrange(place..<place + piece.count)
      start = place
    }
    return text
  }

  private static func find(_ piece: [UInt8], in text: [UInt8], from start: Int) -> Int? {
    guard let first = piece.first, piece.count <= text.count else { return nil }
    var index = start
    while index + piece.count <= text.count {
      if text[index] == first, text[index..<index + piece.count].elementsEqual(piece) {
        return index
      }
      index += 1
    }
    return nil
  }

  /// Whether there is a letter or digit: marks of lists, tables and headings are no sentence.
  private static func hasWord(_ text: [UInt8]) -> Bool {
    text.contains { $0 >= 0x80 || TextBytes.isASCIIAlphanumeric($0) }
  }

  /// The start of a text for a message.
  private static func clipped(_ text: [UInt8]) -> String {
    var end = min(text.count, 80)
    while end < text.count, end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
    let start = text.firstIndex { $0 >= 0x80 || TextBytes.isASCIIAlphanumeric($0) } ?? 0
    let shown = String(decoding: text[min(start, end)..<end], as: UTF8.self)
    return end < text.count ? shown + "…" : shown
  }
}
