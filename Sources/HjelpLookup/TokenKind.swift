/// What a token is; the raw value is the first byte of its key in the vocabulary.
enum TokenKind: UInt8, CaseIterable {
  /// A code of a known family, in its canonical form.
  case code = 0x63
  /// A pair of scalars of a script without blanks, or one that stands alone.
  case pair = 0x6A
  /// A pair of hiragana.
  case kana = 0x6B
  /// Digits, with what may stand between them.
  case number = 0x6E
  /// A word of letters.
  case word = 0x77
  /// What varies from case to case: a GUID, an address, a path, a time, a placeholder.
  case hole = 0x7A
}
