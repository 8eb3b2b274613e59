internal import HjelpArticle
public import HjelpDiagnostics

/// The rules, and the levels that a configuration gives them.
public struct RuleSet: Sendable {
  /// All rules, in the order of their names.
  public static let all: [Rule] = [
    .alertLabel, .alertUnknown, .anchorDuplicate, .anchorMissing, .anchorWrong, .characterBidi,
    .characterControl, .characterReplacement, .characterScript, .codeDropped, .codeFence, .codeSpan,
    .emailChanged, .emphasisBroken, .emphasisCount, .emphasisEscaped, .emphasisMisplaced,
    .entityBroken, .fileBrackets, .fileCollision, .fileEncoding, .fileName, .fileNesting,
    .fileTooLarge, .fileUnreadable, .freshnessLocalesDiffer, .freshnessOrphan, .freshnessStale,
    .freshnessStructure, .htmlDisallowedAttribute, .htmlDisallowedScheme, .htmlDisallowedTag,
    .identifierCmdlet, .identifierDotted, .identifierErrorCode, .identifierGUID,
    .identifierParameter, .identifierPath, .imageUnresolved, .linkBroken, .linkCase, .linkCount,
    .linkEmptyText, .linkFragment, .linkGlued, .linkTarget, .linkText, .linkUnresolved, .listExtra,
    .lookupAmbiguous, .lookupUnanswerable, .markdownUnsupported, .metadataDuplicate, .metadataHash,
    .metadataInvalid, .metadataLocale, .metadataMissing, .metadataTitle, .metadataYAML,
    .numberDecimal, .numberExtra, .numberMissing, .placeholderChanged, .punctuationEnd,
    .punctuationInverted, .quoteStyle, .redirectConflict, .redirectLoop, .spacingBeforeMark,
    .spacingDouble, .spacingEdge, .tagMismatch, .tagUnbalanced, .termForbidden, .termGlossary,
    .termInconsistent, .termNoLoc, .textDoubledWord, .textPartlyUntranslated, .textUntranslated,
    .uiPath, .unitDuplicateID, .unitGap, .unitIDMismatch, .unitLength, .unitMalformed,
    .unitMissingSource, .unitMissingTarget, .unitOrder, .unitTextOutside, .unitTruncated,
    .unitWrongPair,
  ]

  /// The rule with this name.
  public static func rule(_ name: String) -> Rule? { all.first { $0.id.description == name } }

  /// What a configuration says of a rule.
  public enum Level: Hashable, Sendable {
    /// The rule does not speak.
    case off
    /// All its findings have this severity.
    case severity(Severity)

    /// Reads `off`, `info`, `warning` or `error`.
    public init?(_ name: String) {
      if name == "off" {
        self = .off
      } else if let severity = Severity(name) {
        self = .severity(severity)
      } else {
        return nil
      }
    }
  }

  /// Settings in the order in which they hold: a later one wins.
  private let settings: [RuleSetting]

  /// All rules, with these levels for some.
  public init(levels: [RuleID: Level] = [:]) {
    self.init(settings: levels.map { RuleSetting(rule: $0.key, level: $0.value) })
  }

  /// All rules, with the levels that these settings give; of those that hold in an article the last.
  public init(settings: [RuleSetting]) { self.settings = settings }

  /// The level that a rule has in an article, where it is not the rule's own.
  private func levels(in input: CheckInput) -> [RuleID: Level] {
    var levels: [RuleID: Level] = [:]
    for setting in settings where setting.covers(input) { levels[setting.rule] = setting.level }
    return levels
  }

  /// The findings in an article, in the order of their places; those that its front matter ignores
  /// are left out.
  ///
  /// - Parameter only: The names of the rules that are asked; `nil` for all.
  public func findings(in input: CheckInput, only: Set<RuleID>? = nil) -> [Finding] {
    let ignored = Suppression(input.article)
    let levels = levels(in: input)
    var findings: [Finding] = []
    let count = input.article.file.bytes.count
    // By index: a copy of a rule would count up the references of all its texts.
    let rules = Self.all
    for index in rules.indices {
      if let only, !only.contains(rules[index].id) { continue }
      let level = levels.isEmpty ? nil : levels[rules[index].id]
      if level == .off { continue }
      for var finding in rules[index].check(input) where !ignored.covers(finding) {
        if case .severity(let severity) = level { finding.severity = severity }
        finding.range = finding.range.clamped(to: 0..<max(count, 0))
        findings.append(finding)
      }
    }
    return Causes.merged(findings).sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }
}
