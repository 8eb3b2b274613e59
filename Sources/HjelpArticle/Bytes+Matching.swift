extension [UInt8] {
  /// Whether `text` stands at `index`; false beyond the end.
  package func matches(_ text: StaticString, at index: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard index >= 0, index + length <= count else { return false }
    return text.withUTF8Buffer { wanted in
      for offset in 0..<length where unsafe self[index + offset] != wanted[offset] { return false }
      return true
    }
  }
}
