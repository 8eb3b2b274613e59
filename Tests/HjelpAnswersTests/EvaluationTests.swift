import HjelpAnswers
@testable import HjelpLookup
import Testing

@Suite("The evaluation")
struct EvaluationTests {
  private func answer(_ status: LookupStatus, _ matches: (String, Double)...) -> LookupAnswer {
    LookupAnswer(
      status: status, normalized: "", codes: [],
      answers: matches.map { id, confidence in
        LookupMatch(
          id: id, url: "/\(id)", title: id, locale: "en-US", confidence: confidence,
          isFallback: false, matched: nil, kind: .title, language: "en-US", unit: nil, anchor: nil,
          explanation: nil)
      })
  }

  private func evaluation(
    _ rows: [(set: String, relevant: [String], answer: LookupAnswer)]
  ) -> Evaluation {
    var evaluation = Evaluation()
    for row in rows {
      let query = EvaluationQuery(
        set: row.set, locale: "en-US", text: "x", relevant: row.relevant)
      evaluation.count(row.answer, to: query, in: .microseconds(10))
    }
    return evaluation
  }

  @Test("counts a first article, one of five, and a status that answers")
  func counts() throws {
    let evaluation = evaluation([
      ("exact-en", ["a"], answer(.match, ("a", 0.95), ("b", 0.2))),
      ("exact-en", ["b"], answer(.match, ("a", 0.95), ("b", 0.2))),
      ("exact-en", ["b"], answer(.ambiguous, ("a", 0.85), ("b", 0.84))),
      ("exact-en", ["a"], answer(.candidates, ("a", 0.7))),
      ("exact-en", ["z"], answer(.none)),
    ])
    let figures = try #require(evaluation.figures("exact-en"))
    #expect(figures.queries == 5)
    #expect(figures.answerable == 5)
    #expect(figures.first == 2)
    #expect(figures.five == 4)
    #expect(figures.right == 2)
    #expect(figures.wrong == 1)
    #expect(figures.confident == 2)
    #expect(figures.confidentRight == 1)
    #expect(figures.share == 0.4)
    #expect(figures.shareInFive == 0.8)
    #expect(figures.shareOfConfident == 0.5)
  }

  @Test("counts an answer where nothing is right as false")
  func countsFalse() throws {
    let evaluation = evaluation([
      ("neg-unix", [], answer(.none, ("a", 0.1))),
      ("neg-unix", [], answer(.candidates, ("a", 0.7))),
      ("neg-unix", [], answer(.match, ("a", 0.9))), ("neg-code", [], answer(.none)),
    ])
    let figures = try #require(evaluation.figures("neg-unix"))
    #expect(figures.falsePositives == 1)
    #expect(figures.unanswerable == 3)
    #expect(evaluation.figures("neg-*")?.share == 0.75)
  }

  @Test("takes a name, or its beginning and a star")
  func patterns() {
    let evaluation = evaluation([
      ("code", ["a"], answer(.none)), ("code-in-line", ["a"], answer(.none)),
      ("codes", ["a"], answer(.none)),
    ])
    #expect(evaluation.names == ["code", "code-in-line", "codes"])
    #expect(evaluation.groups == ["code-*"])
    #expect(evaluation.figures("code-*")?.queries == 2)
    #expect(evaluation.figures("code")?.queries == 1)
    #expect(evaluation.figures("*")?.queries == 3)
    #expect(evaluation.figures("exact") == nil)
  }

  @Test(
    "rounds a share down",
    arguments: [(1.0, "100.0 %"), (0.98999, "98.9 %"), (0.99, "99.0 %"), (0, "0.0 %")])
  func percents(_ share: Double, _ shown: String) {
    #expect(Evaluation.percent(share) == shown)
  }

  @Test("is written with its sets, then its groups")
  func json() {
    let evaluation = evaluation([("a-b", ["x"], answer(.match, ("x", 0.9)))])
    let set =
      #"{"set":"a-b","queries":1,"answerable":1,"first":1,"five":1,"right":1,"wrong":0,"#
      + #""falsePositives":0,"confident":1,"confidentRight":1}"#
    let all = set.replacing("a-b", with: "*")
    #expect(
      String(decoding: evaluation.json, as: UTF8.self)
        == "{\"version\":1,\"sets\":[\(set)],\"groups\":[\(all)]}\n")
  }
}
