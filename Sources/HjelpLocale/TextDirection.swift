/// The direction in which lines are written.
public enum TextDirection: Sendable {
  /// As Latin.
  case leftToRight
  /// As Arabic and Hebrew.
  case rightToLeft

  /// The value of HTML's `dir`.
  public var html: String { self == .leftToRight ? "ltr" : "rtl" }
}
