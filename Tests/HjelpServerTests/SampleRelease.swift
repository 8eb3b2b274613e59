import Foundation
import HjelpLookup
import HjelpRelease

/// A small site on disk: pages of two locales, assets, and an index of each locale.
final class SampleRelease: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "hjelp-\(UUID().uuidString)").path
    try write(Self.files())
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes files, and a manifest that names them.
  func write(_ files: [String: [UInt8]], baseURL: String? = nil) throws {
    let root = URL(fileURLWithPath: path)
    for (name, bytes) in files {
      let url = root.appending(path: name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url, options: .atomic)
    }
    try writeManifest(files, baseURL: baseURL)
  }

  /// Writes the manifest of these files, and not the files.
  func writeManifest(_ files: [String: [UInt8]], baseURL: String? = nil) throws {
    let manifest = Manifest(
      source: "en-US", locales: ["en-US", "nb-NO"], baseURL: baseURL,
      files: files.compactMap { name, bytes in
        ReleasePath(name).map { Manifest.File(path: $0, bytes: bytes) }
      })
    let url = URL(fileURLWithPath: path).appending(path: "manifest.json")
    try Data(manifest.bytes).write(to: url, options: .atomic)
  }

  /// The page that the tests ask for most.
  static let page =
    "<!doctype html><title>Synk</title>" + String(repeating: "<p>Synk</p>", count: 99)

  static func files(page: String = page) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for (name, text) in [
      "index.html": "<!doctype html><title>Languages</title>",
      "404.html": "<!doctype html><title>Not here</title>",
      "robots.txt": "User-agent: *\n", "sitemap.xml": "<urlset/>",
      "assets/theme-0a1b.css": "p{margin:0}", "logo.png": "\u{1}PNG",
      "en-US/index.html": "<!doctype html><title>English</title>",
      "en-US/sync.html": "<!doctype html><title>Sync</title>",
      "nb-NO/index.html": "<!doctype html><title>Norsk</title>",
      "nb-NO/search.html": "<!doctype html><title>Søk</title>",
      "nb-NO/sync.html": page,
      "nb-NO/katalog/index.html": "<!doctype html><title>Katalog</title>",
      "nb-NO/på tur & mer.html": "<!doctype html><title>På tur</title>",
    ] {
      files[name] = Array(text.utf8)
    }
    for locale in ["nb-NO", "en-US"] {
      let index = index(locale)
      files["lookup/\(locale).hjx"] = index.index
      files["lookup/\(locale).hjs"] = index.text
    }
    return files
  }

  private static func index(_ locale: String) -> LookupIndexFiles {
    var builder = LookupIndexBuilder(locale: locale)
    var passages = [
      Passage(
        kind: .quoted, text: "no recent synchronization", language: "en-US", unit: "103",
        anchor: locale == "nb-NO" ? "u103" : "delta sync")
    ]
    if locale == "nb-NO" {
      passages.append(
        Passage(
          kind: .quoted, text: "ingen nylig synkronisering", language: "nb-NO", unit: "103",
          anchor: "u103"))
    }
    builder.append(
      LookupEntry(
        id: "sync", url: "/\(locale)/sync.html", title: "Directories", locale: locale,
        codes: ["AADSTS50011"], passages: passages))
    return builder.build()
  }
}
