import HjelpLookup

/// Small indexes of our own text: the two files of each, joined.
enum IndexInputs {
  /// The inputs by their names.
  static let all: [(name: String, bytes: [UInt8])] =
    cases.map { name, entries in
      var builder = LookupIndexBuilder(locale: "nb-NO")
      for entry in entries { builder.append(entry) }
      let files = builder.build()
      return (name, files.index + files.text)
    }
    + [
      ("foreign.hjx", Array("<!doctype html>".utf8)), ("short.hjx", Array("HJLX\u{1}\0".utf8)),
      ("nothing.hjx", []), ("text.hjx", Array("HJLS".utf8)),
    ]

  private static let cases: [(String, [LookupEntry])] = [
    ("empty.hjx", []),
    ("title.hjx", [entry("a", [.init(kind: .title, text: "Widgets", language: "en-US")])]),
    (
      "declared.hjx",
      [
        entry(
          "sync/stale",
          [
            .init(
              kind: .declared, text: "The folder {name} was last synced {days} days ago",
              language: "en-US"),
            sentence("102", "The message “no recent synchronization” means that nothing came in."),
          ], codes: ["vbaxl10.chm5199", "0f5a1e9c-22d4-4d2e-9b0c-7c1a2b3c4d5e"])
      ]
    ),
    (
      "codes.hjx",
      [entry("mail/blocked", [sentence("p101", "Error 5.7.750, as does 0x80070005, AADSTS50011.")])]
    ),
    (
      "twins.hjx",
      ["mail/copy", "mail/copy-2"].map {
        entry($0, [sentence("102", "The mailbox could not be found in the local forest.")])
      }
    ),
    (
      "japanese.hjx",
      [entry("同期", [.init(kind: .heading, text: "同期が停止しました", language: "ja-JP", anchor: "x")])]
    ),
    (
      "odd.hjx",
      [
        LookupEntry(
          id: "a b/ÆØ", url: "https://help.example/x?y=1", title: "Odd", locale: "en-US",
          isFallback: true,
          passages: [
            .init(
              kind: .quoted, text: "Frozen widgets", language: "ar-SA", unit: "0101", anchor: "f")
          ])
      ]
    ),
    (
      "many.hjx",
      (0..<20).map { entry("a\($0)", [sentence("\($0 + 101)", "Widget number \($0) is lost")]) }
    ),
    ("long.hjx", [entry("long", [sentence("103", words(130))])]),
  ]

  private static func words(_ count: Int) -> String {
    (0..<count).map { "word\($0)x" }.joined(separator: " ")
  }

  private static func entry(
    _ id: String, _ passages: [Passage], codes: [String] = []
  ) -> LookupEntry {
    LookupEntry(
      id: id, url: "/nb-NO/\(id).html", title: "Artikkel \(id)", locale: "nb-NO", codes: codes,
      passages: passages)
  }

  private static func sentence(_ unit: String, _ text: String) -> Passage {
    Passage(kind: .sentence, text: text, language: "en-US", unit: unit, anchor: "u\(unit)")
  }
}
