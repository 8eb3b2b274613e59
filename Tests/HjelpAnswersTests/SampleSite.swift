import Foundation
import HjelpLocale
import HjelpLookup
import HjelpRelease

/// A small site on disk, with the indexes of two locales.
final class SampleSite: Sendable {
  let path: String

  init(baseURL: String? = nil) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "hjelp-\(UUID().uuidString)")
    path = url.path
    var files: [Manifest.File] = []
    for (name, bytes) in Self.indexes {
      let file = url.appending(path: "lookup/\(name)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
      guard let path = ReleasePath("lookup/\(name)") else { continue }
      files.append(Manifest.File(path: path, bytes: bytes))
    }
    let manifest = Manifest(
      source: "en-US", locales: ["nb-NO", "en-US", "de-DE"], baseURL: baseURL, files: files)
    try Data(manifest.bytes).write(to: url.appending(path: "manifest.json"))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  private static var indexes: [(String, [UInt8])] {
    [norwegian, english].flatMap { locale, files in
      [("\(locale).hjx", files.index), ("\(locale).hjs", files.text)]
    }
  }

  private static var norwegian: (String, LookupIndexFiles) {
    var builder = LookupIndexBuilder(locale: "nb-NO")
    builder.append(
      LookupEntry(
        id: "katalog/synk", url: "/nb-NO/katalog/synk.html",
        title: "Kataloger som ikke synkroniseres",
        locale: "nb-NO", codes: ["AADSTS50011"],
        passages: [
          Passage(
            kind: .quoted, text: "ingen nylig synkronisering", language: "nb-NO", unit: "103",
            anchor: "u103"),
          Passage(
            kind: .quoted, text: "no recent synchronization", language: "en-US", unit: "103",
            anchor: "u103"),
        ]))
    builder.append(
      LookupEntry(
        id: "printer", url: "/en-US/printer.html", title: "The printer is out of paper",
        locale: "en-US", isFallback: true,
        passages: [
          Passage(kind: .title, text: "The printer is out of paper", language: "en-US")
        ]))
    return ("nb-NO", builder.build())
  }

  private static var english: (String, LookupIndexFiles) {
    var builder = LookupIndexBuilder(locale: "en-US")
    builder.append(
      LookupEntry(
        id: "katalog/synk", url: "/en-US/katalog/synk.html", title: "Directories that do not sync",
        locale: "en-US",
        passages: [
          Passage(kind: .quoted, text: "no recent synchronization", language: "en-US")
        ]))
    builder.append(
      LookupEntry(
        id: "printer", url: "/en-US/printer.html", title: "The printer is out of paper",
        locale: "en-US",
        passages: [
          Passage(kind: .title, text: "The printer is out of paper", language: "en-US")
        ]))
    return ("en-US", builder.build())
  }
}
