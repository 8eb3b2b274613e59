public import HjelpDiagnostics

/// A check: what it finds, why it matters, and examples that are its tests and its page.
public struct Rule: Sendable {
  /// Its name.
  public let id: RuleID
  /// The level of its findings unless they say otherwise or a configuration does.
  public let severity: Severity
  /// What it finds, in one sentence.
  public let summary: String
  /// Why that matters and what to do, in one or two sentences each.
  public let rationale: String
  /// The texts of its findings.
  public let messages: [MessageTemplate]
  /// Files in which it speaks, at the marked places.
  public let flagged: [Example]
  /// Files in which it is silent.
  public let accepted: [Example]
  /// The findings in an article.
  let check: @Sendable (CheckInput) -> [Finding]
}
