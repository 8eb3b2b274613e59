internal import HjelpDiagnostics

extension Rule {
  /// `term.forbidden`
  static let termForbidden = Rule(
    id: "term.forbidden", severity: .warning,
    summary: "A term is translated by a word that the glossary forbids.",
    rationale: """
      The word was used once and means something else, or another product's thing. Use the translation \
      of the glossary; `--unsafe-fixes` writes its basic form.
      """,
    messages: [message, plain],
    flagged: [
      Example(
        Example.frontMatter + unit("Start ⟦samkjøringen⟧.", "Start the synchronization."),
        facts: facts)
    ],
    accepted: [
      Example(
        Example.frontMatter + unit("Start synkroniseringen.", "Start the synchronization."),
        facts: facts),
      Example(Example.frontMatter + unit("Start samkjøringen.", "Start the merge."), facts: facts),
    ],
    check: { input in
      guard let glossary = input.facts.terms?.glossary else { return [] }
      return input.findings { pair, found in
        let places = glossary.occurrences(in: pair)
        guard !places.isEmpty else { return }
        let search = TermSearch(pair)
        var seen: Set<Int> = []
        for (index, range) in places where seen.insert(index).inserted {
          let term = glossary.terms[index]
          for word in term.forbidden {
            guard let place = search.place(of: word) else { continue }
            let target = pair.targetPlace(place)
            let fix = term.accepted.first.map {
              Fix(isSafe: false, edits: [.init(range: target, text: $0)])
            }
            found.append(
              pair.finding(
                "term.forbidden", .warning,
                term.accepted.first.map { message.filled(word, term.source, $0) }
                  ?? plain.filled(word, term.source),
                at: target, source: pair.sourcePlace(range), fix: fix))
            break
          }
        }
      }
    })

  private static var facts: FileFacts {
    FileFacts(
      terms: TermFacts(
        glossary: Glossary([
          GlossaryTerm(
            source: "synchronization", accepted: ["synkronisering"], forbidden: ["samkjøring"])
        ])))
  }

  private static let message: MessageTemplate =
    "the glossary forbids '{word}' for '{term}'; use '{translation}'"
  private static let plain: MessageTemplate =
    "the glossary forbids '{word}' for '{term}'; use another word"
}
