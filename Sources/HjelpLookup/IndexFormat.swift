/// The outline of the two files.
///
/// Index: 16 bytes of magic, versions and checksum; build hash, length; the end of each section; the
/// sections. Text: the same head, then the offset of each block of sequences, then the texts.
package enum IndexFormat {
  /// Rises with every change of what the bytes mean.
  package static let version = 1
  /// The first bytes of an index.
  package static let indexMagic: [UInt8] = Array("HJLX".utf8)
  /// The first bytes of an index's text.
  package static let textMagic: [UInt8] = Array("HJLS".utf8)
  /// Where the bytes begin that the checksum covers.
  static let checkedFrom = 16
  /// Bytes before the section table.
  static let headLength = 32
  /// Sequences in a block of the text file.
  static let textBlock = 16

  /// The sections of the index in their order.
  enum Section: Int, CaseIterable {
    case names, articleIDs, articleOffsets, articles, anchors
    case shortTokens, mediumTokens, longTokens, weights, postingOffsets, postings
    case sequenceOffsets, sequenceBits, sequences
  }

  /// The head of a file, whose hash, length and checksum are filled in by ``finish(_:hash:)``.
  static func head(_ magic: [UInt8]) -> IndexBytes {
    var file = IndexBytes()
    file.append(contentsOf: magic)
    file.append(contentsOf: [UInt8(version), 0, UInt8(LookupNormalizer.version), 0])
    for _ in 0..<3 { file.append64(0) }
    return file
  }

  /// The hash of what follows the head.
  static func bodyHash(_ file: IndexBytes) -> UInt64 {
    IndexChecksum.value(of: file.bytes, from: headLength, length: file.count - headLength)
  }

  /// Fills in the head of a file whose build hash is `hash`.
  static func finish(_ file: inout IndexBytes, hash: UInt64) {
    file.set64(hash, at: 16)
    file.set64(UInt64(file.count), at: 24)
    file.set64(checksum(of: file.bytes), at: 8)
  }

  /// The checksum over a file: its magic and versions, then all that follows the checksum's place.
  package static func checksum(of bytes: [UInt8]) -> UInt64 {
    IndexChecksum.value(of: bytes, from: checkedFrom) ^ IndexCursor.fixed64(bytes, 0)
  }

  /// Checks a file's head, length and checksum, and returns its build hash.
  static func verify(
    _ bytes: [UInt8], _ magic: [UInt8], _ file: LookupIndexError.File
  ) throws(LookupIndexError) -> UInt64 {
    guard bytes.count >= magic.count, bytes.prefix(magic.count) == magic[...] else {
      throw LookupIndexError(file: file, reason: .foreign)
    }
    guard bytes.count >= headLength else {
      throw LookupIndexError(file: file, reason: .length(found: bytes.count, expected: headLength))
    }
    let found = (Int(bytes[4]) | Int(bytes[5]) << 8, Int(bytes[6]) | Int(bytes[7]) << 8)
    guard found.0 == version else {
      throw LookupIndexError(file: file, reason: .version(found: found.0, supported: version))
    }
    guard found.1 == LookupNormalizer.version else {
      let reason = LookupIndexError.Reason.version(
        found: found.1, supported: LookupNormalizer.version)
      throw LookupIndexError(file: file, reason: reason)
    }
    let length = IndexCursor.fixed64(bytes, 24)
    guard length == UInt64(bytes.count) else {
      let expected = Int(clamping: length)
      throw LookupIndexError(file: file, reason: .length(found: bytes.count, expected: expected))
    }
    guard checksum(of: bytes) == IndexCursor.fixed64(bytes, 8) else {
      throw LookupIndexError(file: file, reason: .checksum)
    }
    return IndexCursor.fixed64(bytes, 16)
  }
}
