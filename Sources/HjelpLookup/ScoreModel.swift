/// The constants of the score, learned by `Tests/Scripts/lookup-train/train.py`.
enum ScoreModel {
  /// The hash of the features that the constants were learned from.
  static let trainingHash = "98183a5045836c71"

  /// The weights by which articles are ordered, for ``Features/names``.
  static let rankWeights: [Double] = [
    0, 3.618, 0.29, 0, 0.928, 0.491, 5.751, -1.75, 1.613, 1.333, 0, 4.6, -2.03, 3.605, 2,
    0.851, 0, 0.698, -0.005, 0.783, -0.247, 4.455, -4.047, 3.896, 1.238, -0.068,
  ]

  /// The weights of the confidence, for ``Features/names``.
  static let confidenceWeights: [Double] = [
    -6.541, 3.363, 1.49, 0.103, 1.814, 0, 3.432, -2.17, 1.007, 0, 0.228, 2.881, -5.087,
    3.145, 2, 0.177, 0.374, 0.942, -0.328, 0.839, -1.08, 0.763, -1.772, 1.019, 0.322, -1.876,
  ]

  /// The confidence that belongs to a score, 0 to 1.
  static func confidence(_ score: Double) -> Double {
    1 / (1 + exponential(-score))
  }

  /// e to the power of `x`, without the platform's library: the same bits everywhere.
  private static func exponential(_ x: Double) -> Double {
    let scaled = min(max(x, -40), 40) * 1.442_695_040_888_963_4
    let whole = scaled.rounded()
    let rest = (scaled - whole) * 0.693_147_180_559_945_3
    var term = 1.0
    var sum = 1.0
    for power in 1...12 {
      term *= rest / Double(power)
      sum += term
    }
    return Double(sign: .plus, exponent: Int(whole), significand: sum)
  }
}
