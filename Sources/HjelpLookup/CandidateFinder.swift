/// Picks the sequences that share the most telling words with a query.
struct CandidateFinder {
  /// Entries of lists that are read for one query.
  private static let budget = 40_000
  /// Entries of lists whose articles are looked at.
  private static let articleBudget = 4_000
  private static let longestList = 800

  private let index: LookupIndex
  private var scores: [UInt16]
  private var touched: [Int32] = []

  /// Prepares to search `index`.
  init(_ index: LookupIndex) {
    self.index = index
    scores = Array(repeating: 0, count: index.sequenceCount)
  }

  /// The best `limit` sequences by shared bits, in the order of their numbers, and those that hold a
  /// code of the query.
  mutating func candidates(_ plan: QueryPlan, limit: Int) -> [Int] {
    accumulate(plan)
    var found = Set(best(limit))
    for code in plan.knownCodes {
      forEachSequence(of: code) { sequence in
        found.insert(sequence)
        return found.count < 2 * limit
      }
    }
    return found.sorted()
  }

  private func forEachSequence(of token: Int, _ visit: (Int) -> Bool) {
    var cursor = index.vocabulary.listCursor(index.bytes, of: token)
    let length = cursor.count(index.bytes, atMost: index.sequenceCount)
    var sequence = -1
    for _ in 0..<length {
      sequence += cursor.variable(index.bytes) + 1
      guard sequence < index.sequenceCount, !cursor.isOver, visit(sequence) else { return }
    }
  }

  /// How much of the query each article holds, whatever the passage, in sixteenths of a bit; and the
  /// passages that are best in the `limit` best articles.
  ///
  /// To be called after `candidates`.
  func articles(_ plan: QueryPlan, limit: Int) -> (coverage: [Int32], sequences: [Int]) {
    var coverage = [Int32](repeating: 0, count: index.articleCount)
    var bestSequence = [Int32](repeating: -1, count: index.articleCount)
    var lastPosition = [Int32](repeating: -1, count: index.articleCount)
    var budget = CandidateFinder.articleBudget
    let elements = plan.elements.sorted {
      if $0.start / 2 != $1.start / 2 { return $0.start < $1.start }
      return $0.gain != $1.gain ? $0.gain > $1.gain : $0.token < $1.token
    }
    for element in elements where element.gain > TokenWeights.bit {
      let length = index.vocabulary.listLength(index.bytes, of: element.token)
      guard length <= min(budget, CandidateFinder.longestList) else { continue }
      budget -= length
      forEachSequence(of: element.token) { sequence in
        let cursor = index.cursor(atSequence: sequence)
        index.forEachOccurrence(cursor, limit: 4) { _, occurrence in
          let article = occurrence.article
          let best = bestSequence[article]
          if best < 0 || scores[Int(best)] < scores[sequence] {
            bestSequence[article] = Int32(sequence)
          }
          if lastPosition[article] != Int32(element.start / 2) {
            lastPosition[article] = Int32(element.start / 2)
            coverage[article] += Int32(element.gain)
          }
        }
        return true
      }
    }
    let least = (coverage.max() ?? 0) / 2
    let order = coverage.indices.filter { coverage[$0] > least }.sorted {
      coverage[$0] != coverage[$1] ? coverage[$0] > coverage[$1] : $0 < $1
    }
    return (coverage, order.prefix(limit).map { Int(bestSequence[$0]) })
  }

  private mutating func accumulate(_ plan: QueryPlan) {
    var gains: [(token: Int, gain: Int, length: Int)] = []
    var seen: [Int: Int] = [:]
    for element in plan.elements {
      if let known = seen[element.token] {
        gains[known].gain = max(gains[known].gain, element.gain)
        continue
      }
      let length = index.vocabulary.listLength(index.bytes, of: element.token)
      guard length > 0 else { continue }
      seen[element.token] = gains.count
      gains.append((element.token, element.gain, length))
    }
    gains.sort { $0.length != $1.length ? $0.length < $1.length : $0.token < $1.token }
    var read = 0
    for (token, gain, length) in gains {
      if read + length > CandidateFinder.budget { break }
      read += length
      add(token, gain)
    }
  }

  private mutating func add(_ token: Int, _ gain: Int) {
    var cursor = index.vocabulary.listCursor(index.bytes, of: token)
    let length = cursor.count(index.bytes, atMost: index.sequenceCount)
    var sequence = -1
    for _ in 0..<length {
      sequence += cursor.variable(index.bytes) + 1
      guard sequence < scores.count, !cursor.isOver else { return }
      if scores[sequence] == 0 { touched.append(Int32(sequence)) }
      scores[sequence] = UInt16(clamping: Int(scores[sequence]) + max(1, gain))
    }
  }

  private func best(_ limit: Int) -> [Int] {
    let bits = index.section(.sequenceBits).lowerBound
    var counts = [Int](repeating: 0, count: 1024)
    var ranks: [Int32] = []
    ranks.reserveCapacity(touched.count)
    for sequence in touched {
      let shared = Int(scores[Int(sequence)])
      let total = Int(index.bytes[bits + Int(sequence)]) * 2 * TokenWeights.bit
      let rank = shared - min(shared / 3, max(0, total - shared) / 8)
      ranks.append(Int32(rank))
      counts[min(1023, rank / 4)] += 1
    }
    var cut = 1023
    var above = counts[1023]
    while cut > 0, above < limit {
      cut -= 1
      above += counts[cut]
    }
    var found: [Int] = []
    for (position, sequence) in touched.enumerated()
    where min(1023, Int(ranks[position]) / 4) > cut { found.append(Int(sequence)) }
    for (position, sequence) in touched.enumerated()
    where min(1023, Int(ranks[position]) / 4) == cut && found.count < limit {
      found.append(Int(sequence))
    }
    return found.sorted()
  }
}
