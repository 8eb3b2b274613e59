/// Function words of languages that sources are in now and then, though they should be English.
enum ForeignWords {
  /// Words that Spanish, Portuguese or French has and English has not.
  static let set = WordSet(
    [Language.es, .pt, .fr].reduce(into: Set<[UInt8]>()) { $0.formUnion($1.functionWords) }
      .subtracting(Language.en.functionWords).filter { $0.count > 1 })
}
