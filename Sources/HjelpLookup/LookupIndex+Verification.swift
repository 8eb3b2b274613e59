extension LookupIndex {
  /// Reads every record of the files, so that one whose tables are wrong under a right checksum is
  /// refused, and not answered from: 10 ms for 3,000 articles.
  ///
  /// An index that was damaged by chance is refused when it is opened; this is for files of whom nobody
  /// knows who made them.
  public func verify() throws(LookupIndexError) {
    for (table, name, section) in [
      (ids, "the table of articles", IndexFormat.Section.articleIDs),
      (anchors, "the table of anchors", .anchors),
      (vocabulary.tables[0], "the table of words", .shortTokens),
      (vocabulary.tables[1], "the table of words", .mediumTokens),
      (vocabulary.tables[2], "the table of words", .longTokens),
    ] where !table.isWhole(bytes, end: self.section(section).upperBound) {
      throw LookupIndexError(file: .index, reason: .structure(name))
    }
    guard namesAreWhole else {
      throw LookupIndexError(file: .index, reason: .structure("the list of languages"))
    }
    guard articlesAreWhole else {
      throw LookupIndexError(file: .index, reason: .structure("the list of articles"))
    }
    guard postingsAreWhole else {
      throw LookupIndexError(file: .index, reason: .structure("the lists of the words"))
    }
    guard sequencesAreWhole else {
      throw LookupIndexError(file: .index, reason: .structure("the list of passages"))
    }
    if let text, !text.isWhole(sequenceCount: sequenceCount) {
      throw LookupIndexError(file: .text, reason: .structure("the table of texts"))
    }
  }

  private var namesAreWhole: Bool {
    let names = section(.names)
    var cursor = IndexCursor(names.lowerBound)
    _ = cursor.text(bytes)
    for _ in 0..<cursor.count(bytes, atMost: names.count) { _ = cursor.text(bytes) }
    return !cursor.isOver && cursor.position == names.upperBound
  }

  private func isText(_ range: Range<Int>) -> Bool {
    String(validating: bytes[range], as: UTF8.self) != nil
  }

  /// Whether a range holds letters, digits and hyphens alone, as a locale does.
  private func isTag(_ range: Range<Int>) -> Bool {
    !range.isEmpty
      && bytes[range].allSatisfy { byte in
        byte == 0x2D || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
      }
  }

  private var articlesAreWhole: Bool {
    let records = section(.articles)
    var cursor = IndexCursor(records.lowerBound)
    for number in 0..<articleCount {
      let offset = section(.articleOffsets).lowerBound + 4 * number
      guard IndexCursor.fixed32(bytes, offset) == cursor.position - records.lowerBound else {
        return false
      }
      let flags = cursor.byte(bytes)
      guard isText(cursor.text(bytes)), flags & 2 != 0 || isText(cursor.text(bytes)),
        flags & 4 == 0 || isTag(cursor.text(bytes))
      else { return false }
      guard flags < 16, !cursor.isOver, cursor.position <= records.upperBound else { return false }
    }
    return cursor.position == records.upperBound
  }

  private var postingsAreWhole: Bool {
    let records = section(.postings)
    var cursor = IndexCursor(records.lowerBound)
    for token in 0..<vocabulary.count {
      let offset = section(.postingOffsets).lowerBound + 4 * token
      guard IndexCursor.fixed32(bytes, offset) == cursor.position - records.lowerBound else {
        return false
      }
      let count = cursor.count(bytes, atMost: sequenceCount)
      var sequence = -1
      for _ in 0..<count { sequence += cursor.variable(bytes) + 1 }
      guard sequence < sequenceCount, !cursor.isOver, cursor.position <= records.upperBound else {
        return false
      }
    }
    return cursor.position == records.upperBound
  }

  private var sequencesAreWhole: Bool {
    let records = section(.sequences)
    var cursor = IndexCursor(records.lowerBound)
    for sequence in 0..<sequenceCount {
      let offset = section(.sequenceOffsets).lowerBound + 4 * sequence
      guard IndexCursor.fixed32(bytes, offset) == cursor.position - records.lowerBound else {
        return false
      }
      let places = cursor.count(bytes, atMost: articleCount)
      guard places > 0 else { return false }
      for _ in 0..<places {
        guard Occurrence.isForm(cursor, bytes) else { return false }
        let occurrence = Occurrence(&cursor, bytes)
        guard occurrence.article < articleCount, occurrence.language < languages.count,
          occurrence.anchor ?? 0 < max(anchors.count, 1),
          occurrence.unit ?? 0 <= Occurrence.lastUnit
        else { return false }
      }
      let tokens = cursor.count(bytes, atMost: LookupIndexBuilder.pieceLength)
      guard tokens > 0 else { return false }
      for _ in 0..<tokens {
        guard cursor.token(bytes) < vocabulary.count else { return false }
      }
      guard !cursor.isOver, cursor.position <= records.upperBound else { return false }
    }
    return cursor.position == records.upperBound
  }
}

extension KeyTable {
  /// Whether its keys are sorted, its blocks begin where they should, and it ends where its section
  /// does.
  func isWhole(_ bytes: [UInt8], end: Int) -> Bool {
    var previous: [UInt8] = []
    var key: [UInt8] = []
    var cursor = IndexCursor(firstKey)
    for index in 0..<count {
      var shared = 0
      if index % KeyTable.blockLength == 0 {
        guard start(ofBlock: index / KeyTable.blockLength, bytes) == cursor.position else {
          return false
        }
      } else {
        shared = cursor.variable(bytes)
        guard shared <= previous.count else { return false }
      }
      key.removeAll(keepingCapacity: true)
      key.append(contentsOf: previous[..<shared])
      key.append(contentsOf: bytes[cursor.text(bytes)])
      guard !cursor.isOver, index == 0 || previous.lexicographicallyPrecedes(key) else {
        return false
      }
      swap(&previous, &key)
    }
    return cursor.position == end
  }
}

extension IndexText {
  /// Whether its blocks begin where they should, and it ends where its bytes do.
  func isWhole(sequenceCount: Int) -> Bool {
    var cursor = IndexCursor(texts)
    for sequence in 0..<sequenceCount {
      if sequence % IndexFormat.textBlock == 0 {
        let offset = IndexFormat.headLength + 4 + 4 * (sequence / IndexFormat.textBlock)
        guard IndexCursor.fixed32(bytes, offset) == cursor.position - texts else { return false }
      }
      var distinct = 0
      let count = cursor.count(bytes, atMost: bytes.count)
      var place = 0
      while place < count, !cursor.isOver {
        let known = cursor.variable(bytes)
        guard known <= distinct else { return false }
        if known == 0 {
          distinct += 1
          _ = cursor.text(bytes)
        }
        place += 1
      }
      guard !cursor.isOver else { return false }
    }
    return cursor.position == bytes.count
  }
}
