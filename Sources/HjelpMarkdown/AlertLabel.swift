/// The alerts that a page has a look for.
package enum AlertLabel: String, CaseIterable, Sendable {
  case note, tip, important, warning, caution

  /// The label as it is written between `[!` and `]`, in any case.
  package init?(_ bytes: some Collection<UInt8>) {
    let lowered = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    self.init(rawValue: String(decoding: lowered, as: UTF8.self))
  }
}
