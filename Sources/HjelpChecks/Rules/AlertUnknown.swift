internal import HjelpArticle
internal import HjelpDiagnostics
internal import HjelpMarkdown

extension Rule {
  /// `alert.unknown`
  static let alertUnknown = Rule(
    id: "alert.unknown", severity: .warning,
    summary: "A quote begins with a label that no alert has.",
    rationale: """
      The page shows it as an ordinary quote with the label as text. Write one of NOTE, TIP, \
      IMPORTANT, WARNING and CAUTION, also in translations.
      """,
    messages: [message],
    flagged: [Example("# Sync\n\n> ⟦[!TIPS]⟧\n> Wait a moment.\n", locale: "en-US")],
    accepted: [Example("# Sync\n\n> [!tip]\n> Wait a moment.\n", locale: "en-US")],
    check: { input in
      guard let shown = input.shown else { return [] }
      let document = shown.document
      return document.nodes.indices.compactMap { index in
        let node = document.nodes[index]
        guard node.kind == .paragraph, node.parent >= 0,
          document.nodes[node.parent].kind == .blockQuote,
          document.nodes[node.parent].firstChild == index, let label = document.label(at: index),
          document.text[label.upperBound] == UInt8(ascii: "]"),
          document.offset(ofTextByte: label.lowerBound - 2) >= 0
        else { return nil }
        let start = document.offset(ofTextByte: label.lowerBound - 2)
        let end = document.offset(ofTextByte: label.upperBound) + 1
        guard document.markdown[start] == UInt8(ascii: "["), end > start else { return nil }
        let place = shown.edition.fileRange(of: start..<end)
        return Finding(
          rule: "alert.unknown", severity: .warning,
          message: message.filled(String(decoding: document.bytes(label), as: UTF8.self)),
          unit: input.unit(at: place.lowerBound), range: place)
      }
    })

  private static let message: MessageTemplate =
    "alert label '{label}' is not known; write NOTE, TIP, IMPORTANT, WARNING or CAUTION"
}
