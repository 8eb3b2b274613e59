/// Character references in raw HTML: `&nbsp;`, `&#8217;`, `&#x2019;`.
enum CharacterReference {
  /// The bytes with all known references resolved; unknown ones stay as they are.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "&")) else { return Array(bytes) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "&"), let (text, end) = reference(bytes, at: index) {
        result.append(contentsOf: text.utf8)
        index = end
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  /// The character that the reference at `start` stands for, and where it ends.
  private static func reference(_ bytes: ArraySlice<UInt8>, at start: Int) -> (String, Int)? {
    var end = start + 1
    while end < bytes.endIndex, end - start < 34, bytes[end] != UInt8(ascii: ";") { end += 1 }
    guard end < bytes.endIndex, bytes[end] == UInt8(ascii: ";"), end > start + 1 else { return nil }
    let name = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
      guard let value = UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10) else {
        return nil
      }
      let scalar = value == 0 ? nil : Unicode.Scalar(value)
      return (String(Character(scalar ?? "\u{FFFD}")), end + 1)
    }
    return named[name].map { ($0, end + 1) }
  }

  /// The names of HTML 4 that help articles use, and those that could hide a scheme.
  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "AMP": "&", "LT": "<", "GT": ">", "QUOT": "\"", "colon": ":", "Tab": "\t", "NewLine": "\n",
    "sol": "/", "lpar": "(", "rpar": ")", "num": "#", "period": ".", "comma": ",", "excl": "!",
    "copy": "©", "reg": "®", "trade": "™", "deg": "°", "sect": "§", "para": "¶", "middot": "·",
    "laquo": "«", "raquo": "»", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“",
    "rdquo": "”", "bdquo": "„", "lsaquo": "‹", "rsaquo": "›", "ndash": "–", "mdash": "—",
    "hellip": "…", "bull": "•", "dagger": "†", "Dagger": "‡", "permil": "‰", "prime": "′",
    "Prime": "″", "times": "×", "divide": "÷", "plusmn": "±", "minus": "−", "le": "≤", "ge": "≥",
    "ne": "≠", "asymp": "≈", "infin": "∞", "larr": "←", "uarr": "↑", "rarr": "→", "darr": "↓",
    "harr": "↔", "rArr": "⇒", "hArr": "⇔", "frac12": "½", "frac14": "¼", "frac34": "¾",
    "sup1": "¹", "sup2": "²", "sup3": "³", "ordm": "º", "ordf": "ª", "micro": "µ", "euro": "€",
    "pound": "£", "yen": "¥", "cent": "¢", "iexcl": "¡", "iquest": "¿", "shy": "\u{AD}",
    "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}", "zwnj": "\u{200C}",
    "zwj": "\u{200D}", "lrm": "\u{200E}", "rlm": "\u{200F}", "alpha": "α", "beta": "β",
    "gamma": "γ", "delta": "δ", "epsilon": "ε", "theta": "θ", "lambda": "λ", "mu": "μ",
    "pi": "π", "sigma": "σ", "phi": "φ", "omega": "ω", "Delta": "Δ", "Sigma": "Σ", "Omega": "Ω",
    "sum": "∑", "radic": "√", "int": "∫", "part": "∂", "prod": "∏", "isin": "∈", "cap": "∩",
    "cup": "∪", "sub": "⊂", "sup": "⊃", "and": "∧", "or": "∨", "not": "¬", "check": "✓",
    "agrave": "à", "aacute": "á", "acirc": "â", "atilde": "ã", "auml": "ä", "aring": "å",
    "aelig": "æ", "ccedil": "ç", "egrave": "è", "eacute": "é", "ecirc": "ê", "euml": "ë",
    "igrave": "ì", "iacute": "í", "icirc": "î", "iuml": "ï", "ntilde": "ñ", "ograve": "ò",
    "oacute": "ó", "ocirc": "ô", "otilde": "õ", "ouml": "ö", "oslash": "ø", "ugrave": "ù",
    "uacute": "ú", "ucirc": "û", "uuml": "ü", "yacute": "ý", "szlig": "ß", "thorn": "þ",
    "eth": "ð", "Agrave": "À", "Aacute": "Á", "Acirc": "Â", "Atilde": "Ã", "Auml": "Ä",
    "Aring": "Å", "AElig": "Æ", "Ccedil": "Ç", "Egrave": "È", "Eacute": "É", "Ecirc": "Ê",
    "Euml": "Ë", "Iacute": "Í", "Ntilde": "Ñ", "Oacute": "Ó", "Ocirc": "Ô", "Ouml": "Ö",
    "Oslash": "Ø", "Uacute": "Ú", "Ucirc": "Û", "Uuml": "Ü",
  ]
}
