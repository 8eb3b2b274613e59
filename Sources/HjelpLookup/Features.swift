/// What the score of a passage is made of.
struct Features {
  /// The names, in the order of the values and of the weights of ``ScoreModel``.
  static let names = [
    "bias", "queryCoverage", "segmentCoverage", "windowCoverage", "passageCoverage",
    "passageWindow", "bits", "fewBits", "adjacent", "verbatim", "exact", "knownCode", "unknownCode",
    "onlyCode", "declared", "title", "heading", "quoted", "spread", "startsPassage",
    "missingBits", "moreInArticle", "listing",
    "whole", "part", "unknownCodeFewBits", "held", "heldTitle", "heldHeading",
    "wholeSegment",
  ]

  /// The values.
  private(set) var values: [Double]
  /// How well the words of query and passage agree, whatever their order, 0 to 1.
  private let held: Double

  /// The features of an alignment, but for those of the occurrence.
  init(_ alignment: Alignment, _ plan: QueryPlan, codeBits: Int, spread: Int) {
    func share(_ part: Int, _ whole: Int) -> Double {
      whole <= 0 ? 0 : min(1, Double(part) / Double(whole))
    }
    let bits = Double(alignment.gain) / Double(TokenWeights.bit)
    let passage = share(alignment.passageCovered, alignment.passageTotal)
    let asked = plan.total - alignment.absorbed - alignment.facedQuery
    let query = share(alignment.queryCovered, asked)
    let segment = share(alignment.queryCovered, alignment.segmentTotal)
    let missing = Double(max(0, alignment.segmentTotal - alignment.queryCovered)) / 16
    let queryHeld = share(alignment.queryHeld, asked)
    let passageHeld = share(alignment.passageHeld, alignment.passageTotal)
    held = min(bits, 30) / 30 * queryHeld * passageHeld
    let isOnlyCode = codeBits > 0 && alignment.gain <= codeBits
    values = [
      1, query, segment,
      share(alignment.queryCovered, alignment.windowTotal), passage,
      share(alignment.passageCovered, alignment.passageWindow), min(bits, 60) / 60,
      max(0, 24 - bits) / 24, share(alignment.adjacentGain, alignment.gain),
      query > 0.99 && alignment.isVerbatim ? 1 : 0, query > 0.99 && passage > 0.99 ? 1 : 0,
      codeBits > 0 ? 1 : 0, plan.unknownCodes > alignment.facedCodes && codeBits == 0 ? 1 : 0,
      isOnlyCode ? 1 : 0,
      0, 0, 0, 0, Double(TokenWeights.log2(max(1, spread))) / 16 / 4,
      alignment.startsPassage ? 1 : 0, min(missing, 40) / 40, 0, 0,
      min(bits, 30) / 30 * segment * passage, min(bits, 30) / 30 * segment * (1 - passage),
      plan.unknownCodes > 0 && codeBits == 0 ? max(0, 1 - bits / 32) : 0,
      max(0, queryHeld - query), 0, 0,
      segment > 0.99 && passage > 0.99 ? min(bits, 20) / 20 : 0,
    ]
  }

  /// Adds what an occurrence says.
  mutating func set(_ kind: PassageKind) {
    for index in 14...17 { values[index] = 0 }
    values[27] = kind == .title ? held : 0
    values[28] = kind == .heading ? held : 0
    switch kind {
    case .declared: values[14] = 1
    case .title: values[15] = 1
    case .heading: values[16] = 1
    case .quoted: values[17] = 1
    case .sentence: break
    }
  }

  /// Adds what the article says: how much of the query it holds elsewhere, 0 to 1.
  mutating func set(articleCoverage: Double, isListing: Bool) {
    values[21] = max(0, articleCoverage - values[1])
    values[22] = isListing ? 1 : 0
  }

  /// The score that orders the articles.
  var rank: Double { sum(ScoreModel.rankWeights) }

  /// How likely an article with these features is right, 0 to 1.
  var confidence: Double { ScoreModel.confidence(sum(ScoreModel.confidenceWeights)) }

  private func sum(_ weights: [Double]) -> Double {
    var sum = 0.0
    for index in values.indices { sum += values[index] * weights[index] }
    return sum
  }
}
