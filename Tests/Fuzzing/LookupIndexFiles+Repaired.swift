internal import HjelpLookup

extension LookupIndexFiles {
  /// Files whose heads say what they should: magic, versions, length, one build hash, checksum.
  static func repaired(index: [UInt8], text: [UInt8]?) -> (index: [UInt8], text: [UInt8]?) {
    let hash = Array(index[16..<24])
    return (
      IndexFormat.repaired(index, magic: IndexFormat.indexMagic, hash: hash),
      text.flatMap {
        $0.count < 32 ? nil : IndexFormat.repaired($0, magic: IndexFormat.textMagic, hash: hash)
      }
    )
  }
}

extension IndexFormat {
  fileprivate static func repaired(
    _ file: [UInt8], magic: [UInt8], hash: [UInt8]
  ) -> [UInt8] {
    var file = file
    func write(_ bytes: [UInt8], at place: Int) {
      file.replaceSubrange(place..<place + bytes.count, with: bytes)
    }
    func little(_ value: UInt64) -> [UInt8] {
      (0..<8).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    write(magic + [UInt8(version), 0, UInt8(LookupNormalizer.version), 0], at: 0)
    write(hash + little(UInt64(file.count)), at: 16)
    write(little(checksum(of: file)), at: 8)
    return file
  }
}
