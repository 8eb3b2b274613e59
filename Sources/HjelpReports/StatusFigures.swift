package import HjelpDiagnostics

/// How the translations of a content folder stand, in numbers.
package struct StatusFigures: Sendable {
  /// Findings by severity.
  package struct Findings: Sendable, Hashable {
    /// Findings that are errors.
    package var errors = 0
    /// Findings that are warnings.
    package var warnings = 0
    /// Findings that are infos.
    package var infos = 0

    /// No finding.
    package init() {}

    /// Counts a finding.
    package mutating func add(_ severity: Severity, count: Int = 1) {
      switch severity {
      case .error: errors += count
      case .warning: warnings += count
      case .info: infos += count
      }
    }
  }

  /// One locale.
  package struct Locale: Sendable {
    /// The locale, in BCP 47 case.
    package var locale: String
    /// Its articles.
    package var articles = 0
    /// Their units.
    package var units = 0
    /// Articles of the source locale, or of all locales where that is not at hand.
    package var wanted = 0
    /// How many of these it has.
    package var present = 0
    /// Articles that a machine translated (`MT`), also where a person went over them (`MTE`).
    package var machine = 0
    /// Articles that a person translated (`HT`).
    package var human = 0
    /// Articles whose source, which is at hand, has not changed since.
    package var fresh = 0
    /// Articles of whose source, which is at hand, sentences have changed.
    package var stale = 0
    /// Articles without their source, though the source locale is at hand.
    package var orphan = 0
    /// Articles that are behind another locale's, the source not being at hand.
    package var behind = 0
    /// What was found in them.
    package var findings = Findings()
    /// Units by the length of their translation in tenths of the source's: the last place is for three
    /// times and more. Characters are Unicode scalars of the halves as they stand in the file.
    package var ratios = [Int](repeating: 0, count: 31)

    /// A locale without articles.
    package init(locale: String) { self.locale = locale }

    /// Per cent of the wanted articles that are there, to one decimal.
    package var coverage: Double { StatusFigures.percent(present, of: wanted) }
    /// Per cent of the articles whose translator is known that a machine translated.
    package var machineShare: Double { StatusFigures.percent(machine, of: machine + human) }
  }

  /// The articles of one locale that have a value in common.
  package struct Group: Sendable {
    /// `service`, `collection` or `folder`.
    package var kind: String
    /// The value; empty for articles without one.
    package var name: String
    /// The locale.
    package var locale: String
    /// Articles in it.
    package var articles = 0
    /// Their units.
    package var units = 0
    /// What was found in them.
    package var findings = Findings()

    /// A group without articles.
    package init(kind: String, name: String, locale: String) {
      self.kind = kind
      self.name = name
      self.locale = locale
    }
  }

  /// What one rule found in one locale.
  package struct Rule: Sendable {
    /// The rule.
    package var rule: String
    /// The locale.
    package var locale: String
    /// What it found.
    package var findings = Findings()

    /// A rule without findings.
    package init(rule: String, locale: String) {
      self.rule = rule
      self.locale = locale
    }
  }

  /// The locales, in the order in which they are offered.
  package var locales: [Locale]
  /// The groups, by kind, name and locale.
  package var groups: [Group]
  /// The rules with findings, by name and locale.
  package var rules: [Rule]

  /// Figures with these parts.
  package init(locales: [Locale], groups: [Group], rules: [Rule]) {
    self.locales = locales
    self.groups = groups
    self.rules = rules
  }

  /// Per cent to one decimal; 0 of nothing.
  static func percent(_ part: Int, of whole: Int) -> Double {
    whole == 0 ? 0 : (Double(part) * 1000 / Double(whole)).rounded() / 10
  }
}
