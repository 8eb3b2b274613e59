import HjelpRelease
import Testing

@Suite("The manifest")
struct ManifestTests {
  private static let hash = String(repeating: "a", count: 64)

  @Test("names one file on each line, sorted by bytes")
  func isWritten() throws {
    let files = try ["b.html", "a/é.html", "a.html", "Z"].map {
      let path = try #require(ReleasePath($0))
      return try #require(Manifest.File(path: path, size: 3, hash: Self.hash))
    }
    let manifest = Manifest(
      source: "en-US", locales: ["en-US", "nb-NO"], baseURL: "https://help.example.com",
      files: files)
    let expected = """
      {"generator":"hjelp","version":1,"source":"en-US","locales":["en-US","nb-NO"],\
      "baseURL":"https://help.example.com","files":[
      {"path":"Z","size":3,"hash":"\(Self.hash)"},
      {"path":"a.html","size":3,"hash":"\(Self.hash)"},
      {"path":"a/é.html","size":3,"hash":"\(Self.hash)"},
      {"path":"b.html","size":3,"hash":"\(Self.hash)"}]}

      """
    #expect(String(decoding: manifest.bytes, as: UTF8.self) == expected)
    #expect(try Manifest(bytes: manifest.bytes) == manifest)
  }

  @Test("is read without a base URL and with keys of a later version")
  func isRead() throws {
    let text = """
      {"later": [{"x": 1}], "generator": "hjelp", "version": 1, "source": "en-US",
       "locales": [], "files": [{"size": 0, "hash": "\(Self.hash)", "new": null, "path": "a"}]}
      """
    let manifest = try Manifest(bytes: Array(text.utf8))
    #expect(manifest.baseURL == nil)
    #expect(manifest.files.map(\.path.description) == ["a"])
  }

  @Test(
    "is refused with the reason",
    arguments: [
      ("", "expected '{'"),
      ("{}", "its generator is not 'hjelp'"),
      (#"{"generator":"other","version":1}"#, "its generator is not 'hjelp'"),
      (#"{"generator":"hjelp","version":2}"#, "its version is 2"),
      (#"{"generator":"hjelp","version":1}"#, "is missing"),
      (file(path: "../x"), "leads out of the site"),
      (file(path: "/x"), "leads out of the site"),
      (file(path: "a//x"), "leads out of the site"),
      (file(path: "a\\u0000x"), "leads out of the site"),
      (file(path: "manifest.json"), "leads out of the site"),
      (file(size: "-1"), "no file has that size"),
      (file(size: "9223372036854775807"), "no file has that size"),
      (file(size: "1e3"), "expected a whole number"),
      (file(hash: "abc"), "not 64 hexadecimal digits"),
      (file(hash: String(repeating: "A", count: 64)), "not 64 hexadecimal digits"),
      (files(#"{"path":"b"}"#), "lacks path, size or hash"),
      (files(entry("b") + "," + entry("a")), "file 2 is out of order"),
      (files(entry("b") + "," + entry("b")), "file 2 is out of order"),
    ])
  func isRefused(_ text: String, _ problem: String) {
    #expect {
      try Manifest(bytes: Array(text.utf8), path: "site/manifest.json")
    } throws: { error in
      let message = (error as? ReleaseError)?.description ?? ""
      return message.contains(problem) && message.contains("'site/manifest.json'")
    }
  }

  private static func entry(
    _ path: String, size: String = "3", hash: String = hash
  ) -> String {
    #"{"path":"\#(path)","size":\#(size),"hash":"\#(hash)"}"#
  }

  private static func files(_ entries: String) -> String {
    #"{"generator":"hjelp","version":1,"source":"en-US","locales":[],"files":[\#(entries)]}"#
  }

  private static func file(path: String) -> String { files(entry(path)) }

  private static func file(size: String) -> String { files(entry("x", size: size)) }

  private static func file(hash: String) -> String { files(entry("x", hash: hash)) }

  @Test("of 10,000 files is read in a moment")
  func isQuick() throws {
    let files = try (10_000..<20_000).map {
      let path = try #require(ReleasePath("nb-NO/some/folder/article-\($0).html"))
      return try #require(Manifest.File(path: path, size: $0, hash: Self.hash))
    }
    let bytes = Manifest(source: "en-US", locales: [], baseURL: nil, files: files).bytes
    let start = ContinuousClock.now
    let manifest = try Manifest(bytes: bytes)
    let time = ContinuousClock.now - start
    #expect(manifest.files == files)
    // A build for debugging takes fifty times as long as one for release.
    #expect(time < .seconds(5))
  }
}
