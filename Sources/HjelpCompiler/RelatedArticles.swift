internal import HjelpArticle
internal import HjelpSite

/// The articles that are near each other, by the words of their names.
struct RelatedArticles {
  /// As many as are shown.
  static let count = 4
  /// As many names as cannot all be near: with more, large sites would take the square of their size.
  private static let many = 500

  private let items: [IndexEntry]
  /// The words of each name by number, each once.
  private var words: [[Int]] = []
  /// The names that have a word.
  private var postings: [[Int]] = []
  /// What a word tells, in bits.
  private let weights: [Int]
  /// What the words of a name tell together.
  private let sizes: [Int]

  init(_ items: [IndexEntry]) {
    self.items = items
    var numbers: [[UInt8]: Int] = [:]
    for (index, item) in items.enumerated() {
      var own: [Int] = []
      for word in Self.words(of: item.title) {
        let number = numbers[word] ?? postings.count
        if number == postings.count {
          numbers[word] = number
          postings.append([])
        }
        guard postings[number].last != index else { continue }
        postings[number].append(index)
        own.append(number)
      }
      words.append(own)
    }
    let weights = postings.map { Self.weight($0.count, of: items.count) }
    self.weights = weights
    sizes = words.map { $0.reduce(0) { $0 + weights[$1] } }
  }

  /// The articles that share most of what is special in the name of each.
  ///
  /// - Returns: For each of the items as many numbers as are shown; -1 where there are fewer.
  func all() -> [Int32] {
    var scores = [Int](repeating: 0, count: items.count)
    var found = [Int32](repeating: -1, count: items.count * Self.count)
    for index in items.indices {
      var touched: [Int] = []
      for word in words[index] {
        let others = postings[word]
        // A word of a tenth of the names tells nothing, nor does one of very many.
        guard others.count > 1, others.count * 10 < max(items.count, 40), others.count < Self.many
        else { continue }
        for other in others where other != index {
          if scores[other] == 0 { touched.append(other) }
          scores[other] += weights[word]
        }
      }
      var near: [(index: Int, score: Double)] = []
      for other in touched {
        let score = scores[other]
        scores[other] = 0
        let all = sizes[index] + sizes[other] - score
        // A quarter of what both names say together is common to both.
        if score * 4 >= all { near.append((other, Double(score) / Double(all))) }
      }
      let best = near.sorted { ($1.score, $0.index) < ($0.score, $1.index) }.prefix(Self.count)
      for (place, other) in best.enumerated() {
        found[index * Self.count + place] = Int32(other.index)
      }
    }
    return found
  }

  /// The bits of how rare a word is, without the platform's math.
  private static func weight(_ count: Int, of all: Int) -> Int {
    Int.bitWidth - max(all / max(count, 1), 1).leadingZeroBitCount
  }

  /// The words of a name in small letters, and pairs of neighbours where words are not parted.
  private static func words(of title: String) -> [[UInt8]] {
    var found: [[UInt8]] = []
    for word in title.lowercased().unicodeScalars.split(whereSeparator: {
      $0.isASCII
        ? !("a"..."z").contains($0) && !("0"..."9").contains($0) : !$0.properties.isAlphabetic
    }) {
      let scalars = Array(word)
      if scalars.contains(where: { $0.value >= 0x3040 }), scalars.count > 2 {
        for place in 0..<(scalars.count - 1) {
          found.append(Array("\(scalars[place])\(scalars[place + 1])".utf8))
        }
      } else if scalars.count > 2 {
        found.append(Array(String(String.UnicodeScalarView(scalars)).utf8))
      }
    }
    return found
  }
}
