/// The links and images of a unit's halves, compared by where they lead.
struct LinkComparison {
  /// Links of the source that the target has not.
  private(set) var missing: [LinkSpan] = []
  /// Links of the target that the source has not.
  private(set) var extra: [LinkSpan] = []

  /// Compares a unit; `nil` if it has no link, or the same ones on both sides.
  init?(_ pair: UnitPair) {
    guard !pair.source.links.isEmpty || !pair.target.links.isEmpty, !Self.areSame(pair) else {
      return nil
    }
    var unmatched = Array(pair.targetLinks)
    // First links of the same kind, then bare addresses for bare addresses or links: an address that
    // stands in the text does not make up for a lost link.
    var rest: [LinkSpan] = []
    for link in pair.sourceLinks {
      if let index = unmatched.firstIndex(where: { $0.kind == link.kind && Self.lead($0, link) }) {
        unmatched.remove(at: index)
      } else {
        rest.append(link)
      }
    }
    for link in rest {
      if link.kind == .autolink,
        let index = unmatched.firstIndex(where: { $0.kind == .link && Self.lead($0, link) })
      {
        unmatched.remove(at: index)
      } else {
        missing.append(link)
      }
    }
    extra = unmatched
  }

  /// Whether both halves have the same links in the same order, byte for byte: the usual case.
  private static func areSame(_ pair: UnitPair) -> Bool {
    pair.source.links.count == pair.target.links.count
      && zip(pair.source.links, pair.target.links).allSatisfy {
        pair.sides.source.links[$0].kind == pair.sides.target.links[$1].kind
          && pair.sides.source.links[$0].destination == pair.sides.target.links[$1].destination
      }
  }

  /// Whether two links lead to the same place: the locale in the path, case, and a slash at the end
  /// do not count.
  static func lead(_ left: LinkSpan, _ right: LinkSpan) -> Bool {
    if left.destination == right.destination { return true }
    let isBare = left.kind == .autolink || right.kind == .autolink
    return normalized(left.destination, isBare: isBare)
      == normalized(right.destination, isBare: isBare)
  }

  /// A destination without what does not count: the locale in the path, case, a slash at the end.
  ///
  /// - Parameter isBare: Whether one of the addresses stands in the text: there a bracket begins what
  ///   the reader is to fill in (`…?owner=[e-mail]`).
  static func normalized(_ destination: [UInt8], isBare: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(destination.count)
    var index = 0
    while index < destination.count {
      let byte = destination[index]
      if isBare, byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { break }
      if byte == UInt8(ascii: "/"), let end = localeEnd(destination, index + 1) {
        index = end
        continue
      }
      if byte != UInt8(ascii: "\\"), byte > 0x20 { result.append(TextBytes.lowered(byte)) }
      index += 1
    }
    while let last = result.last, last == UInt8(ascii: "/") || last == UInt8(ascii: ".") {
      result.removeLast()
    }
    return result
  }

  /// The end of a path segment such as `nb-no`, `es` or `zh-hans-cn` behind a host.
  private static func localeEnd(_ text: [UInt8], _ start: Int) -> Int? {
    guard start > 1, text[start - 2] != UInt8(ascii: "/"), text[start - 2] != UInt8(ascii: ":")
    else { return nil }
    var end = start
    while end < text.count, TextBytes.isLetter(text[end]) || text[end] == 0x2D { end += 1 }
    guard end == text.count || text[end] == UInt8(ascii: "/") else { return nil }
    let parts = text[start..<end].split(separator: 0x2D, omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), (2...3).contains(parts[0].count),
      parts.dropFirst().allSatisfy({ $0.count == 2 || $0.count == 4 })
    else { return nil }
    return end
  }
}
