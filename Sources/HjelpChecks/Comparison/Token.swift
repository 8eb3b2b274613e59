/// A name, a number or an address in the text of a unit.
struct Token {
  enum Kind: UInt8 {
    case url, email, guid, errorCode, placeholder, path, cmdlet, parameter, dotted, number
  }

  /// Kinds of tokens, to see at a glance what a unit or an article has.
  struct Kinds: OptionSet {
    let rawValue: UInt16

    init(rawValue: UInt16) { self.rawValue = rawValue }

    init(_ kind: Kind) { rawValue = 1 << kind.rawValue }
  }

  var kind: Kind
  /// Where it stands in the text of its side.
  var range: Range<Int>
}
