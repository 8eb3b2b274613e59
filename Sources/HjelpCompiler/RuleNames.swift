internal import HjelpChecks
internal import HjelpDiagnostics

/// Help with the names of rules.
package enum RuleNames {
  /// What is added to a message on a name that no rule has.
  package static func hint(for name: String) -> String {
    let names = RuleSet.all.map(\.id.description)
    guard let meant = Suggestion.nearest(to: name, among: names) else {
      return "; 'hjelp explain' lists them"
    }
    return "; did you mean '\(meant)'?"
  }
}
