internal import HjelpDiagnostics

/// One cause gives one finding: of the rules that speak about a unit, the one that names the cause
/// silences those that see what follows from it, and takes them as notes.
///
/// A finding of a higher level is silenced by `unit.wrong-pair` alone: with the wrong source beside it
/// everything in a unit differs.
enum Causes {
  /// A rule, and the rules and groups that it speaks for.
  private static let order: [(rule: RuleID, covers: [String])] = [
    (
      "unit.wrong-pair",
      [
        "number.", "link.", "identifier.", "code.", "emphasis.", "placeholder.", "email.", "text.",
        "ui.", "tag.", "unit.length", "unit.truncated", "punctuation.", "quote.", "list.",
      ]
    ),
    (
      "text.untranslated",
      [
        "text.partly-untranslated", "text.doubled-word", "unit.length", "punctuation.", "quote.",
        "emphasis.misplaced", "spacing.",
      ]
    ),
    ("unit.truncated", ["unit.length", "punctuation.", "quote."]),
    ("link.broken", ["link.", "punctuation.", "spacing.", "emphasis."]),
    ("emphasis.escaped", ["emphasis.", "ui.", "spacing.", "punctuation."]),
    ("emphasis.broken", ["emphasis.", "ui.", "spacing.", "punctuation."]),
    ("link.count", ["link.target", "link.text", "link.glued", "email."]),
    ("link.empty-text", ["link.glued", "link.text", "spacing."]),
    ("link.glued", ["link.text", "spacing."]),
    ("ui.path", ["emphasis.count", "emphasis.misplaced", "spacing."]),
    ("emphasis.count", ["emphasis.misplaced"]),
    ("tag.unbalanced", ["tag.mismatch"]),
    ("number.decimal", ["number.missing", "number.extra"]),
    ("number.missing", ["number.extra"]),
    ("identifier.path", ["code.", "placeholder.", "number.", "identifier.dotted", "spacing."]),
    ("identifier.cmdlet", ["code."]),
    ("identifier.parameter", ["code.", "spacing."]),
    ("identifier.dotted", ["code.", "spacing.", "punctuation.", "emphasis.misplaced"]),
    ("identifier.error-code", ["code.", "number."]),
    ("identifier.guid", ["code.", "number."]),
    ("placeholder.changed", ["code.", "tag."]),
    ("code.span", ["number."]),
    ("alert.label", ["number.", "punctuation.", "emphasis.", "text."]),
    ("character.replacement", ["character.", "spacing.", "punctuation."]),
  ]

  /// Whether the place of a finding is a narrow one and touches that of another.
  private static func touch(_ left: Finding, _ right: Finding) -> Bool {
    left.range.count <= 60 && left.range.lowerBound <= right.range.upperBound + 2
      && right.range.lowerBound <= left.range.upperBound + 2
  }

  /// The findings without those that another one of the same unit speaks for.
  static func merged(_ findings: [Finding]) -> [Finding] {
    guard findings.count > 1 else { return findings }
    var findings = findings
    var isCovered = [Bool](repeating: false, count: findings.count)
    for (rule, covers) in order {
      for index in findings.indices
      where findings[index].rule == rule && !isCovered[index] && findings[index].unit != nil {
        for other in findings.indices
        where other != index && !isCovered[other] && findings[other].unit == findings[index].unit
          && (findings[other].severity <= findings[index].severity || rule == "unit.wrong-pair")
          && findings[other].rule != rule
        {
          let name = findings[other].rule.description
          guard covers.contains(where: { name.hasPrefix($0) }),
            !name.hasPrefix("spacing.") || touch(findings[index], findings[other])
          else { continue }
          isCovered[other] = true
          if findings[other].severity > .info {
            findings[index].notes.append(
              .init(message: findings[other].message, range: findings[other].range))
          }
        }
      }
    }
    return findings.indices.filter { !isCovered[$0] }.map { findings[$0] }
  }
}
