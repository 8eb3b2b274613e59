/// Words that show that a text is English.
enum EnglishWords {
  /// How many words of a text are function words that English has and its neighbours have not.
  static func count(in text: ArraySlice<UInt8>) -> Int {
    let words = text.split { !((0x61...0x7A).contains($0 | 0x20) || $0 >= 0x80) }
    return words.count { word in
      function.contains(String(decoding: word.map { $0 < 0x80 ? $0 | 0x20 : $0 }, as: UTF8.self))
    }
  }

  private static let function: Set<String> = [
    "the", "of", "and", "to", "is", "you", "your", "with", "this", "that", "are", "can", "if",
    "not", "be", "it", "or", "when", "which", "from", "have", "has", "will", "does", "by", "must",
    "should", "also", "these", "those", "then", "use", "using", "following", "more", "see", "how",
    "what", "about", "an", "was", "were", "been", "they", "their", "there", "its", "any",
  ]
}
