public import HjelpLocale

/// The locale that a reader asked for, and the one that answers.
public struct LocaleChoice: Sendable, Hashable {
  /// The locale that was wanted most; `nil` if none was named.
  public let requested: LocaleTag?
  /// The locale whose index answers.
  public let served: LocaleTag
}
