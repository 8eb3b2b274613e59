import Foundation
import HjelpRelease
import Testing

@Suite("A release")
struct ReleaseTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("root", to: "404.html")
    try folder.write("", to: "a/empty.txt")
    try folder.write("deep", to: "a/b/c/deep.html")
    try folder.write("æ", to: "a/b/æ.html")
    try folder.write("z", to: "z/index.html")
    try writeManifest()
  }

  private func writeManifest(_ files: [String: String] = Self.files) throws {
    let files = try files.map {
      Manifest.File(path: try #require(ReleasePath($0.key)), bytes: Array($0.value.utf8))
    }
    let manifest = Manifest(source: "en-US", locales: ["en-US"], baseURL: nil, files: files)
    try folder.write(String(decoding: manifest.bytes, as: UTF8.self), to: "manifest.json")
  }

  private static let files = [
    "404.html": "root", "a/empty.txt": "", "a/b/c/deep.html": "deep", "a/b/æ.html": "æ",
    "z/index.html": "z",
  ]

  @Test("holds what the manifest names, and nothing else")
  func holdsFiles() throws {
    try folder.write("secret", to: "a/unnamed.txt")
    let release = try Release.load(directory: folder.path)
    var found: [String: String] = [:]
    for (path, bytes) in release.files {
      found[path.description] = String(decoding: bytes, as: UTF8.self)
    }
    #expect(found == Self.files)
    let manifest = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/manifest.json"))
    #expect(release.hash == ContentHash.sha256(of: [UInt8](manifest)))
  }

  @Test("is read in part where a part is wanted")
  func isReadInPart() throws {
    try folder.write("changed", to: "404.html")
    let release = try Release.load(directory: folder.path) { $0.description.hasPrefix("a/") }
    #expect(release.files.count == 3)
    #expect(release.manifest.files.count == 5)
  }

  @Test("can be reached through a link")
  func followsLinkToSite() throws {
    let other = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: other.path + "/current", withDestinationPath: folder.path)
    #expect(try Release.load(directory: other.path + "/current").files.count == 5)
  }

  @Test("is refused where there is none")
  func isNotThere() throws {
    check(folder.path + "/none") { $0.contains("cannot be opened: no such file or directory") }
    check(folder.path + "/404.html") { $0.contains("cannot be opened: not a directory") }
    check(folder.path + "/z") {
      $0.hasSuffix(
        "z' has no manifest.json; build it with 'hjelp build --output \(folder.path)/z'")
    }
  }

  @Test("is refused if a file is not what the manifest says")
  func isDamaged() throws {
    try folder.write("deeq", to: "a/b/c/deep.html")
    check(folder.path) { $0.contains("a/b/c/deep.html' is not the file that the manifest names") }
    try folder.write("deeper", to: "a/b/c/deep.html")
    check(folder.path) { $0.contains("holds 6 bytes where the manifest says 4") }
    try FileManager.default.removeItem(atPath: folder.path + "/a/b/c/deep.html")
    check(folder.path) { $0.contains("cannot be read: no such file or directory") }
  }

  @Test(
    "never follows a link inside",
    arguments: ["404.html", "a/b/c/deep.html", "a/b", "a", "manifest.json"])
  func followsNoLink(_ place: String) throws {
    let path = folder.path + "/" + place
    try FileManager.default.moveItem(atPath: path, toPath: folder.path + "/moved")
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: folder.path + "/moved")
    check(folder.path) { $0.contains("is not a regular file") }
  }

  @Test("never waits for a pipe, and reads no folder", .timeLimit(.minutes(1)))
  func readsNoPipe() throws {
    let path = folder.path + "/404.html"
    try FileManager.default.removeItem(atPath: path)
    let made = unsafe mkfifo(path, 0o600)
    #expect(made == 0)
    check(folder.path) { $0.contains("is not a regular file") }
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    check(folder.path) { $0.contains("is not a regular file") }
  }

  private func check(
    _ site: String, _ isRight: (String) -> Bool,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(sourceLocation: sourceLocation) {
      try Release.load(directory: site)
    } throws: { error in
      let message = (error as? ReleaseError)?.description ?? ""
      return isRight(message) && !message.contains("\n")
    }
  }

  @Test("has another stamp when its manifest is another file")
  func hasStamp() throws {
    let before = try #require(ReleaseStamp(site: folder.path))
    #expect(ReleaseStamp(site: folder.path) == before)
    try writeManifest(["404.html": "root"])
    #expect(ReleaseStamp(site: folder.path) != before)
    #expect(ReleaseStamp(site: folder.path + "/none") == nil)
  }
}
