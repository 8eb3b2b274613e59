import Foundation
import HjelpChecks
import HjelpDiagnostics
import TestSupport
import Testing

@testable import HjelpCompiler

@Suite("What a build leaves for the next one")
struct BuildStateTests {
  private let folder: TemporaryFolder

  init() async throws {
    folder = try TemporaryFolder()
    for name in ["one", "two", "three", "four", "five"] {
      try folder.write(article(name, "The \(name) gate is shut."), to: "content/en-US/\(name).md")
    }
    try folder.write(
      article("six", "See [one](one.md#first)."), to: "content/en-US/six.md")
    try await settle()
  }

  private func article(_ name: String, _ text: String) -> String {
    "---\ntitle: The \(name) gate\n---\n# The \(name) gate\n\n\(text)\n\n## First\n\nMore.\n"
  }

  /// Lets so much time go by that no change to a file can be missed.
  private func settle() async throws { try await Task.sleep(for: .milliseconds(200)) }

  private func state(_ site: String = "site") throws -> (Workspace, InputStamps, BuildState?) {
    let workspace = try Workspace(paths: [folder.path("content")], configurationFile: nil)
    let inputs = InputStamps(workspace, settings: ["tests"])
    return (workspace, inputs, BuildState(inputs, ofSite: folder.path(site)))
  }

  /// Builds, with the state of the last build if that fits.
  private func build(to site: String = "site") async throws -> BuildSummary {
    let (workspace, inputs, state) = try state(site)
    let content = try await Content.read(
      workspace, jobs: 2, keepsArticles: false, state: state)
    let options = BuildOptions(
      output: folder.path(site), baseURL: nil, locales: [], jobs: 2, rules: RuleSet(),
      keepsDiagnostics: false)
    return try await SiteBuild(content, options: options, state: state).run(inputs)
  }

  private func tree(_ site: String) throws -> [String: Data] {
    Dictionary(
      uniqueKeysWithValues: try folder.files(below: site).map {
        ($0, try Data(contentsOf: folder.url.appending(path: "\(site)/\($0)")))
      })
  }

  /// Builds over the last site and into an empty folder: both must give the same.
  ///
  /// - Returns: How many files were written over the last site.
  private func buildBoth() async throws -> Int {
    let over = try await build()
    let fresh = try await build(to: "fresh")
    #expect(try tree("site") == tree("fresh"))
    #expect(over.report.counts == fresh.report.counts)
    #expect(over.pages == fresh.pages)
    #expect(over.files == fresh.files)
    for name in ["fresh", ".fresh.hjelp"] {
      try FileManager.default.removeItem(atPath: folder.path(name))
    }
    return over.written
  }

  @Test("a sentence of one article costs its page and the index")
  func sentence() async throws {
    _ = try await build()
    #expect(try state().2 != nil)
    try folder.write(article("two", "The other gate is open."), to: "content/en-US/two.md")
    try await settle()
    let written = try await buildBoth()
    #expect(written <= 3)
    #expect(try folder.text("site/en-US/two.html").contains("The other gate is open."))
  }

  @Test("a bookmark that goes is missed by the article that leads to it")
  func bookmark() async throws {
    let before = try await build().report.counts
    let text = article("one", "Now.").replacing("## First", with: "## Last")
    try folder.write(text, to: "content/en-US/one.md")
    try await settle()
    let after = try await build().report.counts
    #expect(after[.warning, default: 0] == before[.warning, default: 0] + 1)
    _ = try await buildBoth()
  }

  @Test("a title stands on the pages of the articles that are near")
  func title() async throws {
    _ = try await build()
    let text = article("two", "Text.").replacing("The two gate", with: "A wholly new name")
    try folder.write(text, to: "content/en-US/two.md")
    try await settle()
    _ = try await buildBoth()
    let pages = try ["index", "one", "three"].map { try folder.text("site/en-US/\($0).html") }
    #expect(pages[0].contains("A wholly new name"))
    #expect(pages.allSatisfy { !$0.contains("The two gate") })
  }

  @Test("an article that was written just before is read again")
  func justWritten() async throws {
    try folder.write(article("two", "First."), to: "content/en-US/two.md")
    _ = try await build()
    let known = try #require(try state().2)
    #expect(known.articles.filter { $0.status == nil }.count == 1)
    try folder.write(article("two", "Again."), to: "content/en-US/two.md")
    try await settle()
    _ = try await buildBoth()
  }

  @Test("another article, or one less, makes all of it worthless")
  func others() async throws {
    _ = try await build()
    try folder.write(article("seven", "Text."), to: "content/en-US/seven.md")
    #expect(try state().2 == nil)
    try FileManager.default.removeItem(atPath: folder.path("content/en-US/seven.md"))
    #expect(try state().2 != nil)
    try FileManager.default.removeItem(atPath: folder.path("content/en-US/six.md"))
    #expect(try state().2 == nil)
  }

  @Test("so does a site that was touched")
  func touchedSite() async throws {
    _ = try await build()
    try folder.write("x", to: "site/en-US/one.html")
    #expect(try state().2 == nil)
  }

  @Test("and a file that is not as it was written")
  func damage() async throws {
    _ = try await build()
    let file = folder.url.appending(path: ".site.hjelp/state")
    let bytes = try Data(contentsOf: file)
    for place in stride(from: 0, to: bytes.count, by: 307) {
      var damaged = bytes
      damaged[place] ^= 1
      try damaged.write(to: file)
      #expect(try state().2 == nil, "byte \(place)")
    }
    try bytes.dropLast().write(to: file)
    #expect(try state().2 == nil)
    try bytes.write(to: file)
    #expect(try state().2 != nil)
  }
}
