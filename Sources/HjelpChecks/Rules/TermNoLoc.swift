internal import HjelpDiagnostics

extension Rule {
  /// `term.no-loc`
  static let termNoLoc = Rule(
    id: "term.no-loc", severity: .error,
    summary: "A name that must not be translated is missing in the translation.",
    rationale: """
      Names of products and features under `no-loc` are the same in every language, and readers search \
      for them. Write the name as in the source.
      """,
    messages: [message],
    flagged: [
      Example(
        Example.frontMatter + unit("⟦Åpne Utforsker⟧.", "Open Contoso Explorer."), facts: facts)
    ],
    accepted: [
      Example(
        Example.frontMatter + unit("Åpne Contoso Explorer-vinduet.", "Open Contoso Explorer."),
        facts: facts),
      Example(Example.frontMatter + unit("Åpne utforskeren.", "Open the explorer."), facts: facts),
    ],
    check: { input in
      let names = input.facts.terms?.kept ?? []
      guard !names.isEmpty else { return [] }
      let kept = names.map { Array($0.utf8) }.filter { !$0.isEmpty }
      return input.findings { pair, found in
        for name in kept {
          guard let place = place(of: name, in: pair.sides.source.text, pair.source.text),
            Rule.place(of: name, in: pair.sides.target.text, pair.target.text) == nil
          else { continue }
          found.append(
            pair.finding(
              "term.no-loc", .error, message.filled(String(decoding: name, as: UTF8.self)),
              at: pair.wholeTarget, source: pair.sourcePlace(place)))
        }
      }
    })

  private static var facts: FileFacts {
    FileFacts(terms: TermFacts(kept: ["Contoso Explorer"]))
  }

  /// Where a name stands without ASCII letters or digits glued to it.
  private static func place(
    of name: [UInt8], in text: [UInt8], _ range: Range<Int>
  ) -> Range<Int>? {
    var index = range.lowerBound
    while index + name.count <= range.upperBound {
      let end = index + name.count
      if text[index] == name[0], text[index..<end].elementsEqual(name),
        index == range.lowerBound || !TextBytes.isASCIIWord(text[index - 1]),
        end == range.upperBound || !TextBytes.isASCIIWord(text[end])
      {
        return index..<end
      }
      index += 1
    }
    return nil
  }

  private static let message: MessageTemplate =
    "the name '{name}' must stay as it is and is not here; write it as in the source"
}
