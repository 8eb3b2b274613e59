/// Pairs the span tags of a body to units and says what is wrong with them.
///
/// The end of a target is the literal `</span><span class="sxs-lookup">`, never the first
/// `</span>`. A damaged unit costs no other: the scanner goes on at the next tag that begins one.
struct UnitScanner {
  /// The units, in order; their ranges do not overlap.
  private(set) var units: [TranslationUnit] = []
  /// The damage, in the order of the units.
  private(set) var defects: [UnitDefect] = []

  private let bytes: [UInt8]
  private let body: Range<Int>
  private let tags: [SpanTag]
  private var index = 0
  private var openPlainSpans = 0
  private var forgivenClosings = 0
  private var reported: Set<String> = []

  /// Reads the units of `body`.
  init(_ bytes: [UInt8], body: Range<Int>, fences: [Range<Int>]) {
    self.bytes = bytes
    self.body = body
    tags = SpanTagReader.tags(in: bytes, body: body, outside: fences)
    units.reserveCapacity(tags.count / 6)
    scan()
  }

  private mutating func scan() {
    while index < tags.count {
      switch tags[index].kind {
      case .target: readUnit()
      case .lookup:
        if let next = tag(index + 1), next.kind == .source, isAdjacent(index) {
          readLoneSource(wrapper: index, source: index + 1)
        } else {
          openPlainSpans += 1
          index += 1
        }
      case .source: readLoneSource(wrapper: nil, source: index)
      case .other:
        openPlainSpans += 1
        index += 1
      case .closing:
        readClosing()
      }
    }
  }

  // MARK: - Units

  private mutating func readUnit() {
    let opening = index
    var depth = 0
    var firstClosing: Int?
    var next = opening + 1
    while let tag = tag(next) {
      if tag.kind == .closing {
        if let (wrapper, source) = sourceStart(after: next) {
          var damage = tags[opening].damage
          if damage == nil, firstClosing != nil { damage = .strayClosing }
          if damage == nil, depth > 0 { damage = .unclosed }
          readSource(
            opening: opening, targetEnd: tag.range.lowerBound, wrapper: wrapper, source: source,
            damage: damage ?? tag.damage)
          return
        }
        if depth > 0 { depth -= 1 } else { firstClosing = firstClosing ?? next }
      } else if tag.kind == .other {
        depth += 1
      } else {
        break
      }
      next += 1
    }
    recover(opening: opening, stop: next, firstClosing: firstClosing)
  }

  /// The tags that begin a source half directly behind the closing tag at `closing`.
  private func sourceStart(after closing: Int) -> (wrapper: Int?, source: Int)? {
    guard isAdjacent(closing), let first = tag(closing + 1) else { return nil }
    if first.kind == .source { return (nil, closing + 1) }
    guard first.kind == .lookup || first.kind == .other, isAdjacent(closing + 1),
      let second = tag(closing + 2), second.kind == .source
    else { return nil }
    return (closing + 1, closing + 2)
  }

  /// A target whose end is not where it should be.
  private mutating func recover(opening: Int, stop: Int, firstClosing: Int?) {
    let id = tags[opening].id
    if let wrapper = tag(stop), wrapper.kind != .target {
      let source = wrapper.kind == .source ? stop : stop + 1
      if let half = tag(source), half.kind == .source, name(half) == name(tags[opening]) {
        let end = firstClosing.map { tags[$0].range.lowerBound } ?? wrapper.range.lowerBound
        readSource(
          opening: opening, targetEnd: end, wrapper: wrapper.kind == .source ? nil : stop,
          source: source, damage: firstClosing == nil ? .unclosed : .separated)
        return
      }
    }
    if let firstClosing {
      let closing = tags[firstClosing].range
      add(
        opening: opening, end: closing.upperBound,
        target: tags[opening].range.upperBound..<closing.lowerBound,
        source: closing.upperBound..<closing.upperBound)
      report(.missingSource, opening)
      index = firstClosing + 1
      return
    }
    if stop < tags.count {
      let isNested = tags[stop...].prefix(16).contains {
        $0.kind == .source && !id.isEmpty && name($0) == name(tags[opening])
      }
      let end = tags[opening].range.upperBound
      add(opening: opening, end: end, target: end..<end, source: end..<end)
      report(isNested ? .nested : .unclosed, opening)
      forgivenClosings += isNested ? 1 : 0
      index = stop
      return
    }
    // Nothing follows: the file was cut, or the closing tag was. The text up to the end of the
    // paragraph is the target.
    let start = tags[opening].range.upperBound
    let end = paragraphEnd(from: start, limit: body.upperBound)
    add(opening: opening, end: end, target: start..<end, source: end..<end)
    report(end == body.upperBound ? .cut : .unclosed, opening)
    index = stop
  }

  private mutating func readSource(
    opening: Int, targetEnd: Int, wrapper: Int?, source: Int, damage: UnitDefect.Kind?
  ) {
    let start = tags[source].range.upperBound
    let end = sourceEnd(from: source, isWrapped: wrapper != nil)
    add(
      opening: opening, end: end.unit,
      target: tags[opening].range.upperBound..<targetEnd, source: start..<end.source)
    index = end.next
    if let damage = damage ?? wrapperDamage(wrapper) ?? tags[source].damage ?? end.damage {
      let repairs = damage == .quotes ? repairs([opening, wrapper, source]) : []
      report(damage, opening, repairs: repairs)
      return
    }
    let names = (name(tags[opening]), name(tags[source]))
    if UnitID(names.0) == nil {
      report(.badIdentifier, opening)
    } else if names.0 != names.1 {
      report(UnitID(names.1) == nil ? .badIdentifier : .idMismatch(names.1), opening)
    }
    if isBlank(tags[opening].range.upperBound..<targetEnd) {
      report(.emptyTarget, opening)
    } else if isBlank(start..<end.source) {
      report(.emptySource, opening)
    }
  }

  private func wrapperDamage(_ wrapper: Int?) -> UnitDefect.Kind? {
    guard let wrapper else { return .lostClass }
    return tags[wrapper].kind == .other ? .lostClass : tags[wrapper].damage
  }

  /// A source half that no target stands before.
  private mutating func readLoneSource(wrapper: Int?, source: Int) {
    let opening = wrapper ?? source
    let start = tags[source].range.upperBound
    let end = sourceEnd(from: source, isWrapped: wrapper != nil)
    let unit = name(tags[source])
    index = end.next
    let known = reported.contains(unit)
    let place = tags[opening].range.lowerBound
    units.append(
      TranslationUnit(
        name: unit, id: UnitID(unit), range: place..<end.unit,
        openingTag: place..<start, target: place..<place, source: start..<end.source))
    if !known { report(.missingTarget, unit: unit, range: place..<start) }
  }

  private func sourceEnd(
    from source: Int, isWrapped: Bool
  ) -> (source: Int, unit: Int, next: Int, damage: UnitDefect.Kind?) {
    var depth = 0
    var firstClosing: Int?
    var firstPair: Int?
    var next = source + 1
    while let tag = tag(next), tag.kind == .closing || tag.kind == .other {
      if tag.kind == .other {
        depth += 1
      } else {
        let isPair = isWrapped && isAdjacent(next) && self.tag(next + 1)?.kind == .closing
        if isPair { firstPair = firstPair ?? next }
        if depth > 0 {
          depth -= 1
        } else if isPair || !isWrapped {
          let last = isPair ? next + 1 : next
          return (
            tag.range.lowerBound, tags[last].range.upperBound, last + 1,
            firstClosing == nil ? tag.damage : .strayClosing
          )
        } else {
          firstClosing = firstClosing ?? next
        }
      }
      next += 1
    }
    if let pair = firstPair {
      return (tags[pair].range.lowerBound, tags[pair + 1].range.upperBound, pair + 2, .unclosed)
    }
    if let closing = firstClosing {
      let range = tags[closing].range
      return (range.lowerBound, range.upperBound, closing + 1, .unclosed)
    }
    let start = tags[source].range.upperBound
    let limit = tag(next)?.range.lowerBound ?? body.upperBound
    let end = paragraphEnd(from: start, limit: limit)
    return (end, end, next, end == body.upperBound ? .cut : .unclosed)
  }

  private mutating func readClosing() {
    let closing = tags[index]
    index += 1
    if openPlainSpans > 0 {
      openPlainSpans -= 1
    } else if forgivenClosings > 0 {
      forgivenClosings -= 1
    } else if let last = units.last, last.range.upperBound == closing.range.lowerBound {
      if !reported.contains(last.name) {
        report(.strayClosing, unit: last.name, range: last.openingTag)
      }
    }
  }

  // MARK: - Parts

  private func tag(_ index: Int) -> SpanTag? { index < tags.count ? tags[index] : nil }

  private func isAdjacent(_ index: Int) -> Bool {
    index + 1 < tags.count && tags[index].range.upperBound == tags[index + 1].range.lowerBound
  }

  private func name(_ tag: SpanTag) -> String { String(decoding: bytes[tag.id], as: UTF8.self) }

  private func isBlank(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy { $0 <= 0x20 } }

  /// The blank line or the end of the body behind `start`.
  private func paragraphEnd(from start: Int, limit: Int) -> Int {
    var index = start
    while index < limit {
      if bytes[index] == 0x0A {
        var next = index + 1
        while next < body.upperBound, bytes[next] == 0x20 || bytes[next] == 0x0D { next += 1 }
        if next == body.upperBound || bytes[next] == 0x0A {
          return next == body.upperBound ? next : index
        }
      }
      index += 1
    }
    return limit
  }

  private mutating func add(
    opening: Int, end: Int, target: Range<Int>, source: Range<Int>
  ) {
    let unit = name(tags[opening])
    let range = tags[opening].range
    units.append(
      TranslationUnit(
        name: unit, id: UnitID(unit), range: range.lowerBound..<end, openingTag: range,
        target: target, source: source))
  }

  private func repairs(_ indexes: [Int?]) -> [UnitDefect.Repair] {
    indexes.compactMap(\.self).flatMap { tags[$0].repairs }
  }

  private mutating func report(
    _ kind: UnitDefect.Kind, _ opening: Int, repairs: [UnitDefect.Repair] = []
  ) {
    report(kind, unit: name(tags[opening]), range: tags[opening].range, repairs: repairs)
  }

  private mutating func report(
    _ kind: UnitDefect.Kind, unit: String, range: Range<Int>, repairs: [UnitDefect.Repair] = []
  ) {
    reported.insert(unit)
    defects.append(UnitDefect(kind: kind, unit: unit, range: range, repairs: repairs))
  }
}
