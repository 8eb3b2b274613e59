import HjelpArticle
import HjelpDiagnostics
import Testing

@testable import HjelpChecks

/// What has changed in a source since it was translated.
@Suite struct SourceDifferenceTests {
  /// An article with a unit for each source sentence; the others are text between them.
  private func article(_ parts: [String]) -> Article {
    var text = ""
    var number = 101
    for part in parts {
      guard part.hasSuffix(".") else {
        text += part
        continue
      }
      let id = "e8e74-\(number)"
      text += "<span data-ttu-id=\"\(id)\">Oversatt.</span><span class=\"sxs-lookup\">"
      text += "<span data-stu-id=\"\(id)\">\(part)</span></span>"
      number += 1
    }
    return Article(
      SourceFile(path: "nb-NO/a.md", bytes: Array(text.utf8)), id: ArticleID("a"),
      expectedLocale: nil,
      yaml: { _, start in .problem(.init(message: "no YAML", range: start..<start)) })
  }

  private static let sentences = [
    "Open the settings first.", " ", "Then wait for the other device.", "\n\n",
    "Close the window at the end.", "\n",
  ]

  @Test(
    "each sentence that changed is named, and no other",
    arguments: [
      (
        "Open the settings first. Then wait for the other device.\n\nClose the window at the end.",
        []
      ),
      // Escapes, entities, destinations of links and blanks may differ.
      (
        "Open  the settings first.\nThen wait for the other device.\n\nClose the window at the end\\.",
        []
      ),
      (
        "Open the settings first. Then wait an hour.\n\nClose the window at the end.",
        [SourceChange.changed(unit: 1, to: "Then wait an hour.")]
      ),
      ("Open the settings first.\n\nClose the window at the end.", [.vanished(unit: 1)]),
      (
        "Open the settings first. Sign in. Then wait for the other device.\n\n"
          + "Close the window at the end.", [.new(after: 0, "Sign in.")]
      ),
      (
        "Open the settings first.\n\nClose the window at the end. Then wait for the other device.",
        [.moved(unit: 2)]
      ),
      (
        "Read this. Open the settings first. Then wait for the other device.\n\n"
          + "Close the window at the end.", [.new(after: nil, "Read this.")]
      ),
      ("", [.vanished(unit: 0), .vanished(unit: 1), .vanished(unit: 2)]),
    ] as [(String, [SourceChange])])
  func changes(_ newer: String, _ expected: [SourceChange]) {
    let found = SourceDifference(article(Self.sentences), newer: Array(newer.utf8)[...]).changes
    #expect(found == expected)
  }

  @Test(
    "a link that leads elsewhere has changed, one in another locale has not",
    arguments: [
      ("See [this](https://example.com/en-us/a/).", []),
      ("See [this](https://example.com/nb-no/A).", []),
      (
        "See [this](https://example.com/b).",
        [SourceChange.changed(unit: 0, to: "See [this](https://example.com/b).")]
      ),
    ] as [(String, [SourceChange])])
  func links(_ newer: String, _ expected: [SourceChange]) {
    let own = article(["See [this](https://example.com/en-us/a).", "\n"])
    #expect(SourceDifference(own, newer: Array(newer.utf8)[...]).changes == expected)
  }

  @Test("a sentence that stands twice is found at both places")
  func repeated() {
    let parts = ["Select OK.", "\n\n", "Wait for it.", "\n\n", "Select OK.", "\n"]
    let text = "Select OK.\n\nWait for it.\n\nSelect OK."
    #expect(SourceDifference(article(parts), newer: Array(text.utf8)[...]).changes == [])
    let shorter = "Select OK.\n\nWait for it."
    #expect(
      SourceDifference(article(parts), newer: Array(shorter.utf8)[...]).changes
        == [.vanished(unit: 2)])
  }
}
