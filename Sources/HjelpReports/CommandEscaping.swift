/// Escapes values of a line that a CI reads as a command.
struct CommandEscaping {
  /// The characters that are replaced, and by what.
  let replacements: [(mark: Unicode.Scalar, escape: String)]

  /// `text` with the marks replaced, line ends and controls included.
  func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if let found = replacements.first(where: { $0.mark == scalar }) {
        result += found.escape
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
