internal import HjelpEncoding

extension JSONWriter {
  /// Writes any number, as far as JSON has it: what is not finite becomes `null`.
  ///
  /// `field` writes numbers from 0 on with four decimals; weights can be negative and large.
  mutating func number(_ key: StaticString, _ value: Double) {
    raw(key, Array((value.isFinite ? "\(value)" : "null").utf8))
  }
}
