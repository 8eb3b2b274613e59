import Foundation
import HjelpChecks
import HjelpDiagnostics
import HjelpRelease
import TestSupport
import Testing

@testable import HjelpCompiler

/// The files beside articles that a site is made of: redirects, tables of contents, what its owner sets.
@Suite struct SiteFilesTests {
  private func build(_ files: [String: String]) async throws -> (TemporaryFolder, BuildSummary) {
    let folder = try TemporaryFolder()
    for (path, text) in files { try folder.write(text, to: "content/\(path)") }
    let workspace = try Workspace(paths: [folder.path("content")], configurationFile: nil)
    let content = try await Content.read(workspace, jobs: 1)
    let options = BuildOptions(
      output: folder.path("site"), baseURL: nil, locales: [], jobs: 1, rules: RuleSet())
    return (folder, try await SiteBuild(content, options: options).run())
  }

  private static let articles = [
    "en-US/a.md": "# A\n\nText of a.\n", "en-US/b.md": "# B\n\nText of b.\n",
  ]

  @Test(
    "a broken file is refused with its line, before anything is written",
    arguments: [
      ("hjelp.yml", "title: T\ncolors:\n  accent: blurple(\n", "hjelp.yml:3: 'accent' must be"),
      ("hjelp.yml", "header: no.html\n", "hjelp.yml:1: 'header': "),
      ("hjelp.yml", "title: T\nfooter: en-US\n", "hjelp.yml:2: 'footer': "),
      ("hjelp.yml", "header: en-US/a.md\nlogo: no.svg\n", "hjelp.yml:2: 'logo': "),
      ("hjelp.yml", "redirects:\n  old: a\n  a: b\n", "hjelp.yml:3: a page is at the old"),
      (
        "hjelp.yml", "redirects:\n  x: y\n  y: x\n", "hjelp.yml:2: the redirect from 'x' leads back"
      ),
      ("hjelp.yml", "redirects:\n  ../x: a\n", "hjelp.yml:2: '../x' can be no old address"),
      ("hjelp.yml", "redirects:\n  x: javascript:1\n", "leads to 'javascript:1', whose scheme"),
      ("hjelp.yml", "interface:\n  nb-NO:\n    serch: x\n", "hjelp.yml:3: unknown key 'serch'"),
      ("en-US/TOC.yml", "- name: A\n  href: [\n", "TOC.yml:3: the table of contents is not YAML"),
      ("en-US/TOC.yml", "name: A\n", "TOC.yml:1: the table of contents must be a list"),
      (
        "en-US/TOC.yml",
        "- &a0 {name: x, href: a.md}\n"
          + (1...24).map { "- &a\($0) {name: x, items: [*a\($0 - 1), *a\($0 - 1)]}\n" }.joined(),
        "the table of contents has more than 100000 entries"
      ),
      (
        ".openpublishing.redirection.json", "{\"redirections\": [\n{\"source_path\": \"x\"}\n]}",
        "redirection.json:2: the redirects are damaged"
      ),
    ])
  func refused(_ path: String, _ text: String, _ message: String) async throws {
    var files = Self.articles
    files[path] = text
    let error = await #expect(throws: CompilerError.self) { _ = try await build(files) }
    #expect(error?.description.contains(message) ?? false, "\(error?.description ?? "")")
  }

  @Test("HTML of the owner that is not allowed is refused with its line")
  func ownHTML() async throws {
    var files = Self.articles
    files["hjelp.yml"] = "footer: foot.html\n"
    files["foot.html"] = "<p>Us</p>\n<script>alert(1)</script>\n"
    let error = await #expect(throws: CompilerError.self) { _ = try await build(files) }
    #expect(
      error?.description.hasSuffix("foot.html:2: element 'script' is not allowed here; remove it")
        ?? false)
  }

  @Test("what the owner sets is on each page, with addresses from where it stands")
  func owner() async throws {
    var files = Self.articles
    files["hjelp.yml"] = """
      title: Our help
      logo: logo.svg
      links:
        Status: en-US/b.html
      colors:
        accent: ["#123456", "#abcdef"]
      stylesheet: own.css
      header: head.html
      feedback: https://example.com/?a={id}&l={locale}&u={unit}
      interface:
        en-US:
          search: Find
      """
    files["logo.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
    files["own.css"] = "h1{color:red}"
    files["head.html"] = "<p><a href=\"en-US/a.html#a\">A</a> <img src=\"x.png\" alt=\"x\"></p>"
    let (folder, _) = try await build(files)
    let page = try folder.text("site/en-US/b.html")
    for text in [
      "<a href=\"a.html#a\">A</a> <img src=\"../x.png\"", "<a href=\"b.html\">Status</a>",
      "aria-label=\"Find\"", "href=\"https://example.com/?a=b&amp;l=en-US&amp;u=\"",
      "<img src=\"../assets/logo-",
    ] {
      #expect(page.contains(text), "\(text)")
    }
    let start = try folder.text("site/index.html")
    #expect(start.contains("<a href=\"en-US/a.html#a\">A</a> <img src=\"x.png\""))
    let style = try #require(folder.files(below: "site").first { $0.hasPrefix("assets/site-") })
    #expect(
      try folder.text("site/\(style)") == ":root{--acc:light-dark(#123456,#abcdef)}\nh1{color:red}")
  }

  @Test("old addresses lead to the new ones, through others too")
  func redirects() async throws {
    var files = Self.articles
    files["en-US/a.md"] =
      "---\ntitle: A\nredirect_from:\n- old/one\n- two\n---\n# A\n\n[x](two.md)\n"
    files["hjelp.yml"] = "redirects:\n  three: two\n  out: https://example.com/x\n"
    files[".openpublishing.redirection.json"] =
      "{\"redirections\":[{\"source_path\":\"en-US/four.md\",\"redirect_url\":\"/b\"}]}"
    let (folder, summary) = try await build(files)
    let manifest = try Manifest(bytes: [UInt8](folder.text("site/manifest.json").utf8))
    #expect(
      manifest.redirects.map { "\($0.from) \($0.to)" } == [
        "en-US/four.html en-US/b.html", "en-US/old/one.html en-US/a.html",
        "en-US/out.html https://example.com/x", "en-US/three.html en-US/a.html",
        "en-US/two.html en-US/a.html",
      ])
    let page = try folder.text("site/en-US/old/one.html")
    #expect(page.contains("content=\"0;url=../a.html\""))
    #expect(!summary.report.diagnostics.contains { $0.rule.description == "link.unresolved" })
  }

  @Test("redirects of articles that contradict each other are findings")
  func conflicts() async throws {
    var files = Self.articles
    let name = String(repeating: "n", count: 300)
    files["en-US/a.md"] =
      "---\ntitle: A\nredirect_from: [x, b, ../../up, index, \(name)]\n---\n# A\n"
    files["en-US/b.md"] = "---\ntitle: B\nredirect_from: x\n---\n# B\n"
    // The page that says that there is no such article here.
    files["nb-NO/c.md"] = "---\ntitle: C\nredirect_from: b\n---\n# C\n"
    let (folder, summary) = try await build(files)
    let found = summary.report.diagnostics.filter { $0.rule.description == "redirect.conflict" }
    #expect(found.allSatisfy { $0.severity == .error && $0.start.line == 3 })
    #expect(
      found.map(\.message).sorted() == [
        "'../../up' can be no old address; write a path below the locale folder",
        "'\(name)' can be no old address; write a path below the locale folder",
        "a page is at the old address 'b'; remove the redirect",
        "a page is at the old address 'b'; remove the redirect",
        "a page is at the old address 'index'; remove the redirect",
        "the old address 'x' leads to 'a' too; keep one redirect",
      ])
    let page = try folder.text("site/en-US/x.html")
    #expect(page.contains("content=\"0;url=a.html\""))
  }

  @Test("an index page follows the table of contents; the rest comes last")
  func tableOfContents() async throws {
    var files = Self.articles
    files["en-US/c.md"] = "# C\n\nText of c.\n"
    files["en-US/TOC.yml"] = """
      - name: First part
        items:
        - name: Bee
          href: b.md
        - name: Gone
          href: gone.md
      - href: a.md
      """
    let (folder, _) = try await build(files)
    let page = try folder.text("site/en-US/index.html")
    let order = ["First part</h2>", ">Bee</a>", ">C</a>"]
    let places = order.compactMap { page.range(of: $0)?.lowerBound }
    #expect(places.count == order.count && places == places.sorted())
    #expect(!page.contains("Gone"))
  }
}
