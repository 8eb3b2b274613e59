internal import HjelpDiagnostics

extension Rule {
  /// `term.glossary`
  static let termGlossary = Rule(
    id: "term.glossary", severity: .warning,
    summary: "A term is not translated as the glossary says.",
    rationale: """
      Readers know a thing by one name. Use the translation of the glossary, inflected as the sentence \
      needs it.
      """,
    messages: [message],
    flagged: [
      Example(
        Example.frontMatter + unit("⟦Start samkjøringen⟧.", "Start the synchronization."),
        facts: facts)
    ],
    accepted: [
      Example(
        Example.frontMatter + unit("Start katalogsynkroniseringen.", "Start the synchronization."),
        facts: facts),
      Example(
        Example.frontMatter + unit("Skriv `synchronization`.", "Type `synchronization`."),
        facts: facts),
    ],
    check: { input in
      guard let glossary = input.facts.terms?.glossary else { return [] }
      return input.findings { pair, found in
        let places = glossary.occurrences(in: pair)
        guard !places.isEmpty else { return }
        let search = TermSearch(pair)
        var seen: Set<Int> = []
        for (index, range) in places
        where seen.insert(index).inserted {
          let term = glossary.terms[index]
          guard !term.accepted.isEmpty,
            !term.accepted.contains(where: { search.place(of: $0) != nil }),
            !term.forbidden.contains(where: { search.place(of: $0) != nil })
          else { continue }
          found.append(
            pair.finding(
              "term.glossary", .warning,
              message.filled(term.source, term.accepted.joined(separator: "' or '")),
              at: pair.wholeTarget, source: pair.sourcePlace(range)))
        }
      }
    })

  private static var facts: FileFacts {
    FileFacts(
      terms: TermFacts(
        glossary: Glossary([GlossaryTerm(source: "synchronization", accepted: ["synkronisering"])]))
    )
  }

  private static let message: MessageTemplate =
    "the glossary translates '{term}' by '{translation}', which is not here; use it"
}
