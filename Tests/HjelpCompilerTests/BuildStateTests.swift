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
    for name in ["three", "four", "five"] { try write("The \(name) gate is shut.", to: name) }
    try write("At dawn.", to: "one", title: "Gravel sorter at dawn")
    try write("At dusk.", to: "two", title: "Gravel sorter at dusk")
    try write("See [one](one.md#first).", to: "six")
    try write("Text.", to: "eight", title: "The five gate", heading: "Nothing of the kind")
    try folder.write("# Tre\n\nTekst.\n\n## Den\n\nMer.\n", to: "content/nb-NO/three.md")
    for (name, text) in ["p": "Er lukket.", "q": "Er lukket.", "r": "Stengt.", "s": "Stengt."] {
      try translate(text, to: name)
    }
    try await settle()
  }

  /// Writes an article in English, called as itself.
  private func write(
    _ text: String, to name: String, title: String? = nil, heading: String? = nil,
    second: String = "First"
  ) throws {
    let title = title ?? "The \(name) gate"
    try folder.write(
      "---\ntitle: \(title)\n---\n# \(heading ?? title)\n\n\(text)\n\n## \(second)\n\nMore.\n",
      to: "content/en-US/\(name).md")
  }

  /// Writes an article of one sentence with its source, which is the same in all.
  private func translate(_ text: String, to name: String) throws {
    try folder.write(
      """
      ---
      title: \(name)
      ---
      # \(name)

      <span data-ttu-id="e8e74-103">\(text)</span><span class="sxs-lookup"><span \
      data-stu-id="e8e74-103">The door is shut.</span></span>

      """, to: "content/nb-NO/\(name).md")
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

  /// Builds, lets something change, and builds over the last site and into an empty folder: both must
  /// give the same.
  ///
  /// - Returns: How many articles were compiled for the build over the last site.
  private func compiled(after change: () throws -> Void) async throws -> Int {
    let whole = try await build()
    #expect(whole.compiled == whole.report.articles)
    try change()
    try await settle()
    let over = try await build()
    let fresh = try await build(to: "fresh")
    #expect(try tree("site") == tree("fresh"))
    #expect(over.report.counts == fresh.report.counts)
    #expect(over.pages == fresh.pages)
    #expect(over.files == fresh.files)
    #expect(fresh.compiled == whole.compiled)
    return over.compiled
  }

  @Test("a sentence costs its article")
  func sentence() async throws {
    let compiled = try await compiled { try write("The other gate is open.", to: "four") }
    #expect(compiled == 1)
    #expect(try folder.text("site/en-US/four.html").contains("The other gate is open."))
  }

  @Test("a bookmark that goes is missed by the article that leads to it")
  func bookmark() async throws {
    let before = try await build(to: "before").report.counts[.warning, default: 0]
    let compiled = try await compiled {
      try write("At dawn.", to: "one", title: "Gravel sorter at dawn", second: "Last")
    }
    #expect(compiled == 2)
    #expect(try await build(to: "after").report.counts[.warning] == before + 1)
  }

  @Test("a title stands on the page of the article that is near, and in the list")
  func title() async throws {
    let compiled = try await compiled {
      #expect(try folder.text("site/en-US/one.html").contains("Gravel sorter at dusk"))
      try write("At dusk.", to: "two", title: "A wholly new name")
    }
    #expect(compiled == 2)
    let pages = try ["index", "one"].map { try folder.text("site/en-US/\($0).html") }
    #expect(pages[0].contains("A wholly new name"))
    #expect(pages.allSatisfy { !$0.contains("Gravel sorter at dusk") })
  }

  @Test("a heading of the source is the bookmark of its translation")
  func otherLocale() async throws {
    let compiled = try await compiled {
      try write("The three gate is shut.", to: "three", second: "Second")
    }
    #expect(compiled == 2)
    #expect(try folder.text("site/nb-NO/three.html").contains("id=\"second\""))
  }

  @Test("a heading that is another article's title is no more once it is changed")
  func heading() async throws {
    let before = try await build(to: "before").report.counts[.warning, default: 0]
    let compiled = try await compiled {
      try write("The five gate is shut.", to: "five", heading: "The fifth one")
    }
    #expect(compiled == 2)
    #expect(try await build(to: "after").report.counts[.warning] == before - 1)
  }

  @Test("a translation that is used more than others makes these the odd ones")
  func translations() async throws {
    let compiled = try await compiled { try translate("Stengt.", to: "q") }
    #expect(compiled == 4)
  }

  @Test("half of the articles are more than few: all are compiled")
  func many() async throws {
    let compiled = try await compiled {
      for name in ["three", "four", "five", "six", "eight"] { try write("New.", to: name) }
      for name in ["p", "q"] { try translate("Noe annet.", to: name) }
    }
    #expect(compiled == 12)
  }

  @Test("an article that was written just before is read again")
  func justWritten() async throws {
    try write("First.", to: "four")
    _ = try await build()
    let known = try #require(try state().2)
    #expect(known.articles.filter { $0.status == nil }.count == 1)
    try write("Again.", to: "four")
    try await settle()
    #expect(try await build().compiled == 1)
    #expect(try folder.text("site/en-US/four.html").contains("Again."))
  }

  @Test("another article, or one less, makes all of it worthless")
  func others() async throws {
    _ = try await build()
    try write("Text.", to: "seven")
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
