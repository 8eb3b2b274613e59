/// Keeping a store for a later build.
///
/// What is read has been checked by its sum; numbers out of their range are refused all the same, so that
/// nothing that is read leads outside of a store.
extension PassageStore {
  /// Hands over all that the store holds, in parts that need not much memory.
  package func forEachPart<Failure: Error>(
    _ take: (IndexBytes) throws(Failure) -> Void
  ) throws(Failure) {
    try vocabulary.forEachPart(take) { $0.appendText($1) }
    try sequences.forEachPart(take) { bytes, key in
      bytes.appendVariable(key.count)
      for element in key { bytes.appendVariable(Int(element)) }
    }
    for interner in [texts, links, anchors] { try interner.forEachPart(take) { $0.appendText($1) } }
    var bytes = IndexBytes()
    bytes.appendVariable(languages.count)
    for language in languages { bytes.appendText(language.utf8) }
    bytes.appendVariable(pieces.count)
    for (sequence, parts) in pieces.sorted(by: { $0.key < $1.key }) {
      bytes.appendVariable(Int(sequence))
      bytes.appendVariable(parts.count)
      for part in parts { bytes.appendVariable(Int(part)) }
    }
    bytes.appendVariable(places.count)
    for start in stride(from: 0, to: places.count, by: Self.part) {
      for index in start..<min(start + Self.part, places.count) {
        places[index].append(to: &bytes)
      }
      try take(bytes)
      bytes.removeAll()
    }
    try take(bytes)
  }

  /// As many elements as a part holds.
  fileprivate static let part = 1 << 14

  /// Reads what `forEachPart(_:)` has handed over; `nil` where it is anything else.
  package init?(_ cursor: inout IndexCursor, _ bytes: [UInt8]) {
    guard let vocabulary = KeyInterner<UInt8>(&cursor, bytes),
      let sequences = KeyInterner<Int32>(&cursor, bytes, below: vocabulary.count),
      let texts = KeyInterner<UInt8>(&cursor, bytes),
      let links = KeyInterner<UInt8>(&cursor, bytes),
      let anchors = KeyInterner<UInt8>(&cursor, bytes)
    else { return nil }
    var languages: [String] = []
    for _ in 0..<cursor.count(bytes, atMost: bytes.count) {
      languages.append(String(decoding: bytes[cursor.text(bytes)], as: UTF8.self))
    }
    var pieces: [Int32: [Int32]] = [:]
    for _ in 0..<cursor.count(bytes, atMost: sequences.count) {
      let sequence = Int32(cursor.count(bytes, atMost: sequences.count - 1))
      pieces[sequence] = (0..<cursor.count(bytes, atMost: bytes.count)).map { _ in
        Int32(cursor.count(bytes, atMost: sequences.count - 1))
      }
    }
    var places = ChunkedArray<Place>()
    for _ in 0..<cursor.count(bytes, atMost: bytes.count) {
      let place = Place(&cursor, bytes)
      guard place.sequence < sequences.count, place.text < texts.count,
        place.link < links.count, place.anchor < anchors.count, place.language < languages.count
      else { return nil }
      places.append(place)
    }
    guard !cursor.isOver else { return nil }
    self.init(
      vocabulary: vocabulary, sequences: sequences, texts: texts, links: links, anchors: anchors,
      languages: languages, places: places, pieces: pieces)
  }

  /// Reads what `StoredEntry.append(to:)` has written; `nil` where it leads out of the store.
  package func entry(_ cursor: inout IndexCursor, _ bytes: [UInt8]) -> StoredEntry? {
    let (id, title) = (cursor.variable(bytes), cursor.variable(bytes))
    let (url, locale) = (cursor.variable(bytes) - 1, cursor.variable(bytes))
    let views = (0..<3).map { _ in
      let start = cursor.variable(bytes)
      return start..<(start + cursor.variable(bytes))
    }
    guard !cursor.isOver, max(id, title, url) < texts.count, locale < languages.count,
      views.allSatisfy({ $0.upperBound <= places.count })
    else { return nil }
    return StoredEntry(
      id: Int32(id), title: Int32(title), url: Int32(url), locale: UInt16(locale),
      isFallback: false, codes: View(views[0]), declared: View(views[1]), sides: View(views[2]))
  }
}

extension StoredEntry {
  /// Adds the entry as it is in its own locale's index, in the numbers of its store.
  package func append(to bytes: inout IndexBytes) {
    for number in [Int(id), Int(title), Int(url) + 1, Int(locale)] { bytes.appendVariable(number) }
    for view in [codes, declared, sides] {
      bytes.appendVariable(view.places.lowerBound)
      bytes.appendVariable(view.places.count)
    }
  }
}

extension PassageStore.Place {
  /// Adds the passage: none of its numbers is below -2.
  fileprivate func append(to bytes: inout IndexBytes) {
    bytes.appendVariable(Int(sequence))
    bytes.appendVariable(Int(text))
    bytes.appendVariable(Int(link) + 1)
    bytes.appendVariable(Int(unit) + 1)
    bytes.appendVariable(Int(anchor) + 2)
    bytes.appendVariable(Int(language) << 3 | Int(kind.rawValue))
  }

  fileprivate init(_ cursor: inout IndexCursor, _ bytes: [UInt8]) {
    let limit = Int(Int32.max)
    let sequence = Int32(cursor.count(bytes, atMost: 0x1FFF_FFFF))
    let text = Int32(cursor.count(bytes, atMost: limit))
    let link = Int32(cursor.count(bytes, atMost: limit)) - 1
    let unit = Int32(cursor.count(bytes, atMost: Occurrence.lastUnit + 1)) - 1
    let anchor = Int32(cursor.count(bytes, atMost: limit)) - 2
    let last = cursor.count(bytes, atMost: Int(UInt16.max) << 3 | 7)
    self.init(
      sequence: sequence, text: text, link: link, unit: unit, anchor: anchor,
      language: UInt16(last >> 3), kind: PassageKind(rawValue: UInt8(last & 7)) ?? .sentence)
  }
}

extension KeyInterner {
  /// Hands over the number of the keys, and all of them as `append` writes one.
  fileprivate func forEachPart<Failure: Error>(
    _ take: (IndexBytes) throws(Failure) -> Void,
    _ append: (inout IndexBytes, ArraySlice<Element>) -> Void
  ) throws(Failure) {
    var bytes = IndexBytes()
    bytes.appendVariable(count)
    for start in stride(from: 0, to: count, by: PassageStore.part) {
      for index in start..<min(start + PassageStore.part, count) { append(&bytes, key(index)) }
      try take(bytes)
      bytes.removeAll()
    }
    try take(bytes)
  }
}

extension KeyInterner<UInt8> {
  fileprivate init?(_ cursor: inout IndexCursor, _ bytes: [UInt8]) {
    let count = cursor.count(bytes, atMost: bytes.count)
    self.init(reserving: count)
    for _ in 0..<count { append(bytes[cursor.text(bytes)]) }
    guard !cursor.isOver else { return nil }
  }
}

extension KeyInterner<Int32> {
  /// - Parameter limit: What all numbers of the keys are below.
  fileprivate init?(_ cursor: inout IndexCursor, _ bytes: [UInt8], below limit: Int) {
    let count = cursor.count(bytes, atMost: bytes.count)
    self.init(reserving: count)
    var key: [Int32] = []
    for _ in 0..<count {
      key.removeAll(keepingCapacity: true)
      for _ in 0..<cursor.count(bytes, atMost: bytes.count) {
        key.append(Int32(cursor.count(bytes, atMost: limit - 1)))
      }
      append(key[...])
    }
    guard !cursor.isOver else { return nil }
  }
}
