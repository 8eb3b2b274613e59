internal import HjelpDiagnostics

extension Article {
  /// One side as a file of its own.
  ///
  /// target: the whole file with each unit replaced by its target, also in damaged front matter.
  /// source: the body alone, as `edition(of:)` has it.
  public func split(_ side: Side) -> [UInt8] {
    let edition = edition(of: side)
    guard side == .target else { return edition.markdown }
    var result: [UInt8] = []
    result.reserveCapacity(file.bytes.count)
    var start = 0
    for unit in frontMatterUnits {
      result.append(contentsOf: file.bytes[start..<unit.range.lowerBound])
      result.append(contentsOf: file.bytes[unit.target])
      start = unit.range.upperBound
    }
    result.append(contentsOf: file.bytes[start..<body.lowerBound])
    result.append(contentsOf: edition.markdown)
    return result
  }
}
