/// Aligns passages with a query, one after the other, in the same memory.
struct Aligner {
  private struct Link {
    var place: Int
    var element: Int
    var score: Int
    var before: Int
  }

  /// More pairs than this are not chained.
  private static let mostLinks = 72

  /// Words of a query that one hole can take.
  private static let longestFill = 6

  private var links: [Link] = []
  /// What of each word of the query the passage holds.
  private var held: [Int] = []

  /// The best chain between the plan's query and a passage of these tokens.
  mutating func align(_ plan: QueryPlan, _ tokens: [Int], _ index: LookupIndex) -> Alignment? {
    collect(plan, tokens)
    guard !links.isEmpty else { return nil }
    var best = 0
    for current in links.indices {
      let element = plan.elements[links[current].element]
      var score = 0
      var before = -1
      for earlier in 0..<current where links[earlier].place < links[current].place {
        let other = plan.elements[links[earlier].element]
        guard other.end <= element.start else { continue }
        let reached =
          links[earlier].score
          - cost(links[current].place - links[earlier].place - 1, (element.start - other.end) / 2)
        if reached > score {
          score = reached
          before = earlier
        }
      }
      links[current].score = score + element.gain
      links[current].before = before
      if links[current].score > links[best].score { best = current }
    }
    return trace(best, plan, tokens, index)
  }

  private mutating func collect(_ plan: QueryPlan, _ tokens: [Int]) {
    links.removeAll(keepingCapacity: true)
    for (place, token) in tokens.enumerated() {
      var element = plan.firstElement(of: token)
      while element >= 0, links.count < Aligner.mostLinks {
        links.append(Link(place: place, element: element, score: 0, before: -1))
        element = plan.elements[element].next
      }
    }
  }

  /// What words without a partner between two pairs cost.
  private func cost(_ inPassage: Int, _ inQuery: Int) -> Int {
    min(48, 5 * min(inPassage, 8) + 5 * min(inQuery, 8))
  }

  private mutating func trace(
    _ best: Int, _ plan: QueryPlan, _ tokens: [Int], _ index: LookupIndex
  ) -> Alignment {
    var alignment = Alignment()
    var link = best
    while link >= 0 {
      alignment.pairs.append(.init(place: links[link].place, element: links[link].element))
      link = links[link].before
    }
    alignment.pairs.reverse()
    weigh(&alignment, plan, tokens, index)
    return alignment
  }

  private mutating func weigh(
    _ alignment: inout Alignment, _ plan: QueryPlan, _ tokens: [Int], _ index: LookupIndex
  ) {
    var previous: (place: Int, end: Int)?
    for pair in alignment.pairs {
      let element = plan.elements[pair.element]
      alignment.gain += element.gain
      if !element.isExact { alignment.isVerbatim = false }
      if let previous {
        if pair.place == previous.place + 1, element.start == previous.end {
          alignment.adjacentGain += element.gain
        } else {
          alignment.isVerbatim = false
        }
      }
      alignment.queryCovered += min(element.gain, weight(plan, element.start, element.end))
      alignment.passageCovered += min(
        element.gain, index.vocabulary.weight(index.bytes, of: tokens[pair.place]))
      previous = (pair.place, element.end)
    }
    guard let first = alignment.pairs.first, let last = alignment.pairs.last else { return }
    let window = plan.elements[first.element].start..<plan.elements[last.element].end
    alignment.windowTotal = weight(plan, window.lowerBound, window.upperBound)
    let segments =
      plan.words[window.lowerBound / 2].segment...plan.words[(window.upperBound - 1) / 2].segment
    for word in plan.words where segments.contains(word.segment) {
      alignment.segmentTotal += word.weight
    }
    for (place, token) in tokens.enumerated() {
      let weight = index.vocabulary.weight(index.bytes, of: token)
      alignment.passageTotal += weight
      if place >= first.place, place <= last.place { alignment.passageWindow += weight }
    }
    weighWithoutOrder(&alignment, plan, tokens, index)
    alignment.absorbed = absorbed(alignment, plan, tokens, index)
    alignment.segmentTotal -= alignment.absorbed
    alignment.windowTotal -= alignment.absorbed
    alignment.startsPassage = first.place == 0 || first.place == 1 && tokens[0] == index.hole
    face(&alignment, plan, tokens, index)
    alignment.segmentTotal -= alignment.facedQuery
    alignment.passageTotal -= alignment.facedPassage
  }

  /// Adds what query and passage share, whatever the order of the words.
  private mutating func weighWithoutOrder(
    _ alignment: inout Alignment, _ plan: QueryPlan, _ tokens: [Int], _ index: LookupIndex
  ) {
    held.removeAll(keepingCapacity: true)
    held.append(contentsOf: repeatElement(0, count: plan.words.count))
    var place = -1
    for link in links {
      let element = plan.elements[link.element]
      for word in element.start / 2...(element.end - 1) / 2 {
        let share = element.gain * 2 / max(2, element.end - element.start)
        held[word] = max(held[word], min(share, plan.words[word].weight))
      }
      guard link.place != place else { continue }
      place = link.place
      alignment.passageHeld += min(
        element.gain, index.vocabulary.weight(index.bytes, of: tokens[place]))
    }
    alignment.queryHeld = held.reduce(0, +)
  }

  /// The weight of words of the query that fill holes of the passage.
  private func absorbed(
    _ alignment: Alignment, _ plan: QueryPlan, _ tokens: [Int], _ index: LookupIndex
  ) -> Int {
    guard index.hole >= 0, tokens.contains(index.hole) else { return 0 }
    var weight = 0
    var previous = (place: -1, word: -1)
    for pair in alignment.pairs {
      let element = plan.elements[pair.element]
      let words = previous.word + 1..<max(previous.word + 1, element.start / 2)
      if tokens[previous.place + 1..<pair.place].contains(index.hole) {
        let fill = words.suffix(Aligner.longestFill)
        weight += fill.reduce(0) { $0 + plan.words[$1].weight }
      }
      previous = (pair.place, (element.end - 1) / 2)
    }
    if tokens[(previous.place + 1)...].contains(index.hole) {
      let segment = plan.words[previous.word].segment
      let fill = (previous.word + 1..<plan.words.count).prefix(Aligner.longestFill)
      for word in fill where plan.words[word].segment <= segment + 1 {
        weight += plan.words[word].weight
      }
    }
    return weight
  }

  /// Numbers and unknown codes of the query that stand where the passage has others of the same
  /// shape.
  ///
  /// A number varies from one message to the next, and counts as neither held nor missing. A code
  /// tells messages apart: that there is another one only softens that this one is unknown.
  private func face(
    _ alignment: inout Alignment, _ plan: QueryPlan, _ tokens: [Int], _ index: LookupIndex
  ) {
    guard plan.hasVariables else { return }
    var last = (place: -1, word: -1)
    for pair in alignment.pairs {
      let element = plan.elements[pair.element]
      face(&alignment, after: last, before: (pair.place, element.start / 2), plan, tokens, index)
      last = (pair.place, (element.end - 1) / 2)
    }
    face(&alignment, after: last, before: (tokens.count, plan.words.count), plan, tokens, index)
  }

  private func face(
    _ alignment: inout Alignment, after start: (place: Int, word: Int),
    before end: (place: Int, word: Int), _ plan: QueryPlan, _ tokens: [Int], _ index: LookupIndex
  ) {
    var place = start.place + 1
    let places = min(end.place, place + Aligner.longestFill)
    guard place < places, start.word + 1 < end.word else { return }
    let isTail = end.word == plan.words.count
    let isHead = start.word < 0
    let words =
      isHead && !isTail
      ? max(0, end.word - Aligner.longestFill)..<end.word
      : start.word + 1..<min(end.word, start.word + 1 + Aligner.longestFill)
    for word in words {
      let kind = plan.words[word].kind
      guard kind == .number || kind == .code && plan.words[word].token == nil else { continue }
      let shape = Aligner.shape(plan.key(word))
      var other = place
      while other < places {
        let key = index.vocabulary.key(index.bytes, of: tokens[other])
        if key.first == kind.rawValue, kind == .number || Aligner.shape(key[...]) == shape { break }
        other += 1
      }
      guard other < places else { continue }
      if kind == .code {
        alignment.facedCodes += 1
      } else {
        alignment.facedQuery += plan.words[word].weight
        alignment.facedPassage += index.vocabulary.weight(index.bytes, of: tokens[other])
      }
      place = other + 1
    }
  }

  /// A code with each run of digits as one, and all hexadecimal ones alike.
  private static func shape(_ key: ArraySlice<UInt8>) -> [UInt8] {
    if key.starts(with: [TokenKind.code.rawValue, 0x30, 0x78]) { return [0x78] }
    var shape: [UInt8] = []
    for byte in key {
      let isDigit = byte >= 0x30 && byte <= 0x39
      if !isDigit || shape.last != 0x30 { shape.append(isDigit ? 0x30 : byte) }
    }
    return shape
  }

  /// The weight of the words in a stretch of half words.
  private func weight(_ plan: QueryPlan, _ start: Int, _ end: Int) -> Int {
    var weight = 0
    for half in start..<end { weight += plan.words[half / 2].weight }
    return weight / 2
  }
}
