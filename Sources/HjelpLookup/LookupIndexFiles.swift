/// The two files of a locale's index.
public struct LookupIndexFiles: Sendable, Hashable {
  /// What is searched: the bytes of `LOCALE.hjx`.
  public var index: [UInt8]
  /// The text of the passages: the bytes of `LOCALE.hjs`.
  public var text: [UInt8]
  /// The hash of all that was put in: 16 lower-case hex digits, in both files.
  public var buildHash: String
}
