internal import ArgumentParser
internal import HjelpAnswers

/// A figure that an evaluation must reach: `exact-*=99`, `retranslated-nb@5=85`, `confident=97`.
struct EvaluationAim: ExpressibleByArgument {
  /// The name as it was written, without the figure.
  let name: String
  /// The set, or the beginning of the names of sets and `*`.
  let set: String
  /// Whether a right article among the first five counts.
  let isInFive: Bool
  /// The least share, 0 to 100.
  let percent: Double

  init?(argument: String) {
    let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, let percent = Double(parts[1]),
      (0...100).contains(percent)
    else { return nil }
    name = String(parts[0])
    isInFive = name.hasSuffix("@5")
    set = isInFive ? String(name.dropLast(2)) : name
    self.percent = percent
  }

  /// The share that an evaluation has, 0 to 1; `nil` if it has no such set.
  func share(in evaluation: Evaluation) -> Double? {
    if set == "confident" { return evaluation.total.shareOfConfident }
    guard let figures = evaluation.figures(set) else { return nil }
    return isInFive ? figures.shareInFive : figures.share
  }
}
