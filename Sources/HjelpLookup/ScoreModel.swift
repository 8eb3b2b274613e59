/// The constants of the score, learned by `Tests/Scripts/lookup-train/train.py`.
enum ScoreModel {
  /// The hash of the features that the constants were learned from.
  static let trainingHash = "d752697a7bb0f38a"

  /// The weights by which articles are ordered, for ``Features/names``.
  static let rankWeights: [Double] = [
    0, 3.943, 0.421, 0, 0.917, 0.396, 5.695, -1.75, 1.903, 1.215, 0, 4.542, -1.873, 3.715, 2,
    0.732, 0, 1.319, -0.38, 0.549, -0.356, 4.596, -3.699, 3.176, 1.38, -0.036, 4.024, 2.008,
    0, 0.15,
  ]

  /// The weights of the confidence, for ``Features/names``.
  static let confidenceWeights: [Double] = [
    -7.32, 3.703, 1.547, 0, 2.02, 0.033, 3.54, -2.055, 1.148, 0, 0.001, 2.744, -5.268, 3.215,
    2, 0.869, 0.446, 1.528, -0.553, 0.743, -0.836, 1.244, -1.637, 0.366, 0.938, -2.049,
    1.362, 0, 0.357, 0.638,
  ]

  /// The confidence that belongs to a score, 0 to 1.
  static func confidence(_ score: Double) -> Double {
    1 / (1 + exponential(-score))
  }

  /// e to the power of `x`, without the platform's library: the same bits everywhere.
  private static func exponential(_ x: Double) -> Double {
    let scaled = min(max(x, -40), 40) * 1.442_695_040_888_963_4
    let whole = Double(Int(scaled + (scaled < 0 ? -0.5 : 0.5)))
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
