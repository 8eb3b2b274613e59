/// What is wrong with an address that an article had before.
public enum RedirectFact: Sendable, Hashable {
  /// No page can have that address.
  case unusable(old: String)
  /// The new address can run scripts.
  case harmful(old: String, new: String)
  /// A page is at that address now.
  case takesPage(old: String)
  /// Another redirect from there leads elsewhere.
  case twoTargets(old: String, other: String)
  /// The redirects lead back to where they began.
  case loop(old: String)

  /// What to say of it.
  package var message: String {
    switch self {
    case .unusable(let old): Rule.redirectUnusable.filled(old)
    case .harmful(let old, let new): Rule.redirectHarmful.filled(old, new)
    case .takesPage(let old): Rule.redirectTaken.filled(old)
    case .twoTargets(let old, let other): Rule.redirectTwice.filled(old, other)
    case .loop(let old): Rule.redirectLoops.filled(old)
    }
  }
}
