import Foundation
import HjelpArticle
import HjelpAnswers
import HjelpChecks
import HjelpDiagnostics
import HjelpLocale
import HjelpLookup
import HjelpRelease
import TestSupport
import Testing

@testable import HjelpCompiler

/// Whole builds in a temporary folder.
@Suite struct SiteBuildTests {
  private static let pair = """
    ---
    title: Synkronisering
    ms.openlocfilehash: 3517f424b4dcd89f915acebab747a9bff993fdbd
    ms.translationtype: MT
    ms.contentlocale: nb-NO
    ms.lasthandoff: 09/14/2020
    ROBOTS: NOINDEX, NOFOLLOW
    ---
    # <a name="synchronization"></a><span data-ttu-id="e8e74-102">Synkronisering</span>\
    <span class="sxs-lookup"><span data-stu-id="e8e74-102">Synchronization</span></span>

    > [!NOTE]
    > <span data-ttu-id="e8e74-103">Vent **litt**, les [mer](more.md).</span><span \
    class="sxs-lookup"><span data-stu-id="e8e74-103">Wait a **moment**, read [more](more.md).</span></span>

    ![Et bilde](media/a.png)

    """

  private func content() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.pair, to: "content/nb-NO/sync.md")
    try folder.write("# Mer\n\nTekst.\n", to: "content/nb-NO/more.md")
    try folder.write("# More\n\nThe gateway refused the request.\n", to: "content/en-US/more.md")
    try folder.write("x", to: "content/en-US/media/a.png")
    try folder.write("User files.\n", to: "Public/notes.txt")
    return folder
  }

  private func build(
    _ folder: TemporaryFolder, to output: String = "site", baseURL: String? = nil, jobs: Int = 2
  ) async throws -> BuildSummary {
    let content = try await read(folder, jobs: jobs)
    let options = BuildOptions(
      output: folder.path(output), baseURL: baseURL, locales: [], jobs: jobs, rules: RuleSet())
    return try await SiteBuild(content, options: options).run()
  }

  private func read(_ folder: TemporaryFolder, jobs: Int = 2) async throws -> Content {
    let workspace = try Workspace(paths: [folder.path("content")], configurationFile: nil)
    return try await Content.read(workspace, jobs: jobs, keepsArticles: false)
  }

  private func page(
    of content: Content, _ folder: TemporaryFolder, at path: String
  ) async throws -> String {
    let options = BuildOptions(
      output: folder.path("site"), baseURL: nil, locales: [], jobs: 2, rules: RuleSet())
    _ = try await SiteBuild(content, options: options).run()
    return try folder.text("site/\(path)")
  }

  @Test("an article that is written while the site is built is taken as it is then")
  func writtenMeanwhile() async throws {
    let folder = try content()
    let content = try await read(folder)
    try folder.write("# Mer\n\nEn helt annen tekst.\n", to: "content/nb-NO/more.md")
    let page = try await page(of: content, folder, at: "nb-NO/more.html")
    #expect(page.contains("En helt annen tekst."))
  }

  @Test(
    "one that would get other pages then stops the build",
    arguments: ["# Synkronisering\n", "\u{0}", "---\nms.contentlocale: ja-JP\n---\n# A\n"])
  func otherPages(text: String) async throws {
    let folder = try content()
    let content = try await read(folder)
    try folder.write(text, to: "content/nb-NO/sync.md")
    await #expect {
      _ = try await page(of: content, folder, at: "index.html")
    } throws: { error in
      "\(error)".contains("sync.md' cannot be read: it changed while the site was built")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path("site")))
  }

  @Test("a mended article keeps what is known of it beside its bytes")
  func replaced() async throws {
    let folder = try content()
    let workspace = try Workspace(paths: [folder.path("content")], configurationFile: nil)
    let files = try await Content.read(workspace, jobs: 2).files
    let file = try #require(files.first { $0.input.name.hasSuffix("nb-NO/more.md") })
    #expect(file.facts.places != nil)
    let mended = file.replacing(Array("# Mer\n\nAnnen tekst.\n".utf8))
    #expect(mended.facts.places != nil)
    #expect(mended.facts.source?.isHashDifferent == file.facts.source?.isHashDifferent)
    #expect(mended.article.text(mended.article.body) == "# Mer\n\nAnnen tekst.\n")
  }

  @Test("a large article is kept, and gives the page that it gives when all are")
  func large() async throws {
    let folder = try content()
    try folder.write(
      "# Mer\n\n" + String(repeating: "Tekst igjen.\n\n", count: 12_000),
      to: "content/nb-NO/more.md")
    let page = try await page(of: read(folder), folder, at: "nb-NO/more.html")
    #expect(page.components(separatedBy: "<p>Tekst igjen.</p>").count == 12_001)
  }

  @Test("findings are counted where they are not kept")
  func counted() async throws {
    let folder = try content()
    try folder.write("# Mer\n\n[Her](gone.md)\n\n[Der](lost.md)\n", to: "content/nb-NO/more.md")
    let kept = try await build(folder)
    #expect(kept.report.diagnostics.count { $0.rule == "link.unresolved" } == 2)
    let options = BuildOptions(
      output: folder.path("site"), baseURL: nil, locales: [], jobs: 2, rules: RuleSet(),
      keepsDiagnostics: false)
    let counted = try await SiteBuild(try await read(folder), options: options).run()
    #expect(counted.report.diagnostics.isEmpty)
    #expect(counted.report.counts == kept.report.counts)
  }

  @Test("one that is gone then stops the build")
  func goneMeanwhile() async throws {
    let folder = try content()
    let content = try await read(folder)
    try FileManager.default.removeItem(atPath: folder.path("content/nb-NO/more.md"))
    await #expect(throws: CompilerError.self) {
      _ = try await page(of: content, folder, at: "index.html")
    }
  }

  @Test("a site holds a page for every article in every language it has")
  func pages() async throws {
    let folder = try content()
    let summary = try await build(folder, baseURL: "https://help.example.com/docs")
    #expect(summary.pages == 4)
    #expect(
      folder.files(below: "site").filter { !$0.hasPrefix("assets/") } == [
        "404.html", "en-US/index.html", "en-US/media/a.png", "en-US/more.html",
        "en-US/search.html", "en-US/sync.html", "hjelp-answer.js", "index.html",
        "lookup/en-US.hjs", "lookup/en-US.hjx", "lookup/nb-NO.hjs", "lookup/nb-NO.hjx",
        "manifest.json", "nb-NO/index.html", "nb-NO/more.html", "nb-NO/search.html",
        "nb-NO/sync.html", "notes.txt", "robots.txt", "sitemap.xml",
      ])
    let page = try folder.text("site/nb-NO/sync.html")
    for text in [
      "<html lang=\"nb-NO\" dir=\"ltr\">", "<meta name=\"robots\" content=\"noindex, nofollow\">",
      "<link rel=\"canonical\" href=\"https://help.example.com/docs/nb-NO/sync.html\">",
      "hreflang=\"en-US\" href=\"https://help.example.com/docs/en-US/sync.html\"",
      "hreflang=\"x-default\" href=\"https://help.example.com/docs/en-US/sync.html\"",
      "<h1 class=\"t\" id=\"synchronization\"><span id=\"u102\">Synkronisering</span></h1>",
      "<div class=\"alert note\"><p class=\"al\">Merk</p>", "lang=\"en-US\" dir=\"ltr\" popover",
      "<span data-u=\"103\">Wait a <strong>moment</strong>, read <a href=\"more.html\">more</a>.</span>",
      "<img src=\"../en-US/media/a.png\" alt=\"Et bilde\"", "14. september 2020",
      "Artikkelen er maskinoversatt.",
    ] {
      #expect(page.contains(text), "\(text)")
    }
    let original = try folder.text("site/en-US/sync.html")
    #expect(original.contains("<span id=\"u103\">Wait a <strong>moment</strong>"))
    #expect(!original.contains("Vent"))
    let sitemap = try folder.text("site/sitemap.xml")
    #expect(sitemap.contains("en-US/more.html"))
    #expect(!sitemap.contains("sync.html"))
    #expect(try folder.text("site/404.html").contains("href=\"/docs/assets/"))
  }

  @Test("the manifest names every other file with its size and hash")
  func manifest() async throws {
    let folder = try content()
    _ = try await build(folder)
    let manifest = try Manifest(bytes: [UInt8](folder.text("site/manifest.json").utf8))
    let files = folder.files(below: "site").filter { $0 != "manifest.json" }
    #expect(manifest.files.map(\.path.description) == files.sorted())
    #expect(manifest.locales == ["en-US", "nb-NO"])
    _ = try Release.load(directory: folder.path("site"))
  }

  @Test("the bytes are the same with one worker and with four, and in another folder")
  func reproducible() async throws {
    let first = try content()
    let second = try content()
    _ = try await build(first, jobs: 1)
    _ = try await build(second, jobs: 4)
    for file in first.files(below: "site") {
      let one = try Data(contentsOf: first.url.appending(path: "site/\(file)"))
      let other = try Data(contentsOf: second.url.appending(path: "site/\(file)"))
      #expect(one == other, "\(file)")
    }
  }

  @Test("a second build writes nothing that did not change, and leaves nothing beside the site")
  func unchanged() async throws {
    let folder = try content()
    _ = try await build(folder)
    #expect(try await build(folder).written == 0)
    try folder.write("# Mer\n\nMer tekst.\n", to: "content/nb-NO/more.md")
    #expect(try await build(folder).written == 3)
    try FileManager.default.removeItem(atPath: folder.path("content/nb-NO/more.md"))
    _ = try await build(folder)
    let fallback = try folder.text("site/nb-NO/more.html")
    #expect(fallback.contains("<p class=\"fallback\">Artikkelen finnes ikke på norsk"))
    #expect(fallback.contains("<article lang=\"en-US\" dir=\"ltr\">"))
    #expect(!fallback.contains("hreflang=\"x-default\""))
    try FileManager.default.removeItem(atPath: folder.path("content/en-US/more.md"))
    _ = try await build(folder)
    #expect(!folder.files(below: "site").contains("nb-NO/more.html"))
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(left.sorted() == ["Public", "content", "site"])
  }

  @Test("a folder that is not Hjelp's is refused and left as it is")
  func foreign() async throws {
    let folder = try content()
    try folder.write("mine", to: "site/mine.txt")
    await #expect(throws: CompilerError.self) { try await self.build(folder) }
    #expect(folder.files(below: "site") == ["mine.txt"])
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(left.sorted() == ["Public", "content", "site"])
  }

  @Test("a file of 'Public' in the place of a page is refused, and the old site stays")
  func publicCollision() async throws {
    let folder = try content()
    _ = try await build(folder)
    let before = try folder.text("site/manifest.json")
    try folder.write("x", to: "Public/nb-NO/sync.html")
    await #expect(throws: CompilerError.self) { try await self.build(folder) }
    #expect(try folder.text("site/manifest.json") == before)
  }

  @Test("what has no translation is answered from the source locale, and says so")
  func fallback() async throws {
    let folder = try content()
    try FileManager.default.removeItem(atPath: folder.path("content/nb-NO/more.md"))
    _ = try await build(folder)
    let service = try LookupService.load(site: folder.path("site"))
    let answer = service.answer(
      text: "the gateway refused the request", locale: LocaleTag("nb-NO"), acceptLanguage: nil,
      limit: 5, explain: false)
    let best = try #require(answer.answer.answers.first)
    #expect(best.url == "/en-US/more.html")
    #expect(best.locale == "en-US")
    #expect(answer.isFallback(best))
  }

  @Test(
    "bad input is one clear error",
    arguments: [
      ("titel: x\n", "1: unknown key 'titel'; did you mean 'title'?"),
      (
        "title: a\nrules:\n  unit.gaps: off\n",
        "3: unknown rule 'unit.gaps'; did you mean 'unit.gap'?"
      ),
      ("source: english\n", "1: 'english' is not a locale; write it as 'nb-NO'"),
      (
        "base-url: help.example.com\n",
        "1: 'base-url' must be an address such as 'https://help.example.com'"
      ),
      ("title: [a\n", "it is not YAML"),
    ])
  func configuration(_ text: String, _ expected: String) throws {
    let folder = try content()
    try folder.write(text, to: "content/hjelp.yml")
    let error = #expect(throws: CompilerError.self) {
      try Workspace(paths: [folder.path("content")], configurationFile: nil)
    }
    #expect(error?.description.contains(expected) == true, "\(error?.description ?? "")")
    #expect(error?.description.contains("hjelp.yml:") == true)
  }

  @Test("one bad file never hides another")
  func badFiles() async throws {
    let folder = try content()
    try folder.write("# A\u{0}\n", to: "content/nb-NO/nul.md")
    try folder.write(String(repeating: ">", count: 100) + "x", to: "content/nb-NO/deep.md")
    try FileManager.default.createDirectory(
      atPath: folder.path("content/nb-NO/folder.md"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("content/nb-NO/link.md"), withDestinationPath: "/etc/passwd")
    let made = unsafe mkfifo(folder.path("content/nb-NO/pipe.md"), 0o644)
    #expect(made == 0)
    let summary = try await build(folder)
    let found = summary.report.diagnostics.map {
      "\($0.file.split(separator: "/").last ?? "") \($0.rule)"
    }
    for expected in [
      "nul.md file.encoding", "deep.md file.nesting", "folder.md file.unreadable",
      "link.md file.unreadable", "pipe.md file.unreadable",
    ] {
      #expect(found.contains(expected), "\(expected) in \(found)")
    }
    #expect(summary.pages == 4)
    #expect(!folder.files(below: "site").contains("nb-NO/nul.html"))
  }

  @Test("a page that was damaged on the disk is written anew")
  func repair() async throws {
    let folder = try content()
    _ = try await build(folder)
    let sound = try folder.text("site/nb-NO/more.html")
    try FileManager.default.removeItem(atPath: folder.path("site/nb-NO/more.html"))
    try folder.write(String(sound.map { $0 == "e" ? "x" : $0 }), to: "site/nb-NO/more.html")
    #expect(try await build(folder).written == 1)
    #expect(try folder.text("site/nb-NO/more.html") == sound)
  }

  @Test("links to images outside and to folders are not followed")
  func links() async throws {
    let folder = try content()
    try folder.write("secret", to: "outside/secret.png")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("content/nb-NO/leak.png"),
      withDestinationPath: folder.path("outside/secret.png"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("content/ja-JP"), withDestinationPath: folder.path("content/nb-NO"))
    let summary = try await build(folder)
    #expect(!folder.files(below: "site").contains { $0.hasSuffix("leak.png") })
    let found = summary.report.diagnostics.filter { $0.rule == "file.unreadable" }
    #expect(found.map(\.file) == [folder.path("content/ja-JP")])
  }

  @Test("a build of one locale links to nothing that is not there")
  func oneLocale() async throws {
    let folder = try content()
    let workspace = try Workspace(paths: [folder.path("content")], configurationFile: nil)
    let content = try await Content.read(workspace, jobs: 1)
    let norwegian = try #require(LocaleTag("nb-NO"))
    let options = BuildOptions(
      output: folder.path("site"), baseURL: nil, locales: [norwegian], jobs: 1, rules: RuleSet())
    _ = try await SiteBuild(content, options: options).run()
    for file in folder.files(below: "site") where file.hasSuffix(".html") {
      #expect(try !folder.text("site/\(file)").contains("en-US/"), "\(file)")
    }
  }
}
