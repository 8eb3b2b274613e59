import HjelpLookup

/// A small index of our own text in Norwegian and English.
enum SampleIndex {
  static let entries: [LookupEntry] = [
    entry(
      "sync/stale", "Synkroniseringen har stanset",
      passages: [
        Passage(
          kind: .title, text: "Synchronization has stopped", language: "en-US", unit: "101",
          anchor: "u101"),
        unit(
          "102",
          "Meldingen «ingen nylig synkronisering» betyr at ingenting er hentet på tre timer.",
          "nb-NO"),
        unit(
          "102",
          "The message “no recent synchronization” means that nothing came in for three hours.",
          "en-US"),
        quoted("102", "ingen nylig synkronisering", "nb-NO"),
        quoted("102", "no recent synchronization", "en-US"),
        Passage(
          kind: .heading, text: "Before you start", language: "en-US", unit: "103",
          anchor: "before-you-start"),
      ]),
    entry(
      "sync/declared", "Synkronisering, kort fortalt",
      passages: [
        Passage(
          kind: .declared, text: "The folder {name} was last synced {days} days ago",
          language: "en-US")
      ]),
    entry(
      "mail/blocked", "E-post blir avvist",
      codes: ["vbaxl10.chm5199", "0f5a1e9c-22d4-4d2e-9b0c-7c1a2b3c4d5e"],
      passages: [
        unit("p101", "Feil 5.7.750 betyr at avsenderen er sperret.", "nb-NO"),
        unit(
          "p101", "Error 5.7.750 means that the sender is blocked, as does 0x80070005.", "en-US"),
      ]),
    entry(
      "mail/copy", "Kopier av e-post",
      passages: [unit("102", "The mailbox could not be found in the local forest.", "en-US")]),
    entry(
      "mail/copy-2", "Flere kopier av e-post",
      passages: [unit("102", "The mailbox could not be found in the local forest.", "en-US")]),
    LookupEntry(
      id: "english/printing", url: "/en-US/english/printing.html", title: "Printing from a browser",
      locale: "en-US", isFallback: true,
      passages: [
        Passage(kind: .title, text: "Printing from a browser", language: "en-US"),
        Passage(
          kind: .sentence, text: "The printer spooler stopped unexpectedly.", language: "en-US",
          unit: "104", anchor: "u104"),
      ]),
  ]

  static func files(_ entries: [LookupEntry] = entries) -> LookupIndexFiles {
    var builder = LookupIndexBuilder(locale: "nb-NO")
    for entry in entries { builder.append(entry) }
    return builder.build()
  }

  static func open() throws -> LookupIndex {
    let files = files()
    return try LookupIndex(index: files.index, text: files.text)
  }

  private static func entry(
    _ id: String, _ title: String, codes: [String] = [], passages: [Passage]
  ) -> LookupEntry {
    LookupEntry(
      id: id, url: "/nb-NO/\(id).html", title: title, locale: "nb-NO", codes: codes,
      passages: [Passage(kind: .title, text: title, language: "nb-NO")] + passages)
  }

  private static func unit(_ unit: String, _ text: String, _ language: String) -> Passage {
    Passage(kind: .sentence, text: text, language: language, unit: unit, anchor: "u\(unit)")
  }

  private static func quoted(_ unit: String, _ text: String, _ language: String) -> Passage {
    Passage(kind: .quoted, text: text, language: language, unit: unit, anchor: "u\(unit)")
  }
}
