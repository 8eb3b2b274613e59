internal import HjelpArticle
internal import HjelpDiagnostics

/// What an article's `ignore:` takes out of the report: `rule`, or `UNIT rule`.
struct Suppression {
  private var rules: Set<String> = []
  private var unitRules: Set<[String]> = []

  init(_ article: Article) {
    for entry in article.frontMatter?.texts("ignore") ?? [] {
      let words = entry.split(separator: " ").map(String.init)
      if words.count == 1 { rules.insert(words[0]) } else { unitRules.insert(words) }
    }
  }

  /// Whether a finding is taken out; a unit is named by its whole identifier or its number.
  func covers(_ finding: Finding) -> Bool {
    let rule = finding.rule.description
    if rules.contains(rule) { return rule != "metadata.invalid" }
    guard !unitRules.isEmpty, let unit = finding.unit else { return false }
    let suffix = unit.split(separator: "-").last.map(String.init) ?? unit
    return unitRules.contains([unit, rule]) || unitRules.contains([suffix, rule])
  }
}
