/// What is wrong with an address that an article had before.
public enum RedirectFact: Sendable, Hashable {
  /// An article is at that address now.
  case takesPage(old: String)
  /// Another redirect from there leads elsewhere.
  case twoTargets(old: String, other: String)
  /// The redirects lead back to where they began.
  case loop(old: String)

  /// What to say of it.
  package var message: String {
    switch self {
    case .takesPage(let old): Rule.redirectTaken.filled(old)
    case .twoTargets(let old, let other): Rule.redirectTwice.filled(old, other)
    case .loop(let old): Rule.redirectLoops.filled(old)
    }
  }
}
