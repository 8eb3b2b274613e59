import Foundation
import Testing

/// The program itself, as a shell runs it.
@Suite struct CommandTests {
  private struct Result {
    var status: Int32
    var output: String
    var error: String
  }

  private func run(_ arguments: String..., in folder: URL) throws -> Result {
    let process = Process()
    let program: URL = try #require(Self.program)
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let output = Pipe()
    let error = Pipe()
    process.standardOutput = output
    process.standardError = error
    try process.run()
    let outputData = output.fileHandleForReading.readDataToEndOfFile()
    let errorData = error.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: outputData, as: UTF8.self),
      error: String(decoding: errorData, as: UTF8.self))
  }

  /// The products stand beside the test bundle.
  private static let program: URL? = {
    let known = ProcessInfo.processInfo.arguments + Bundle.allBundles.compactMap(\.bundlePath)
    return known.map {
      URL(fileURLWithPath: $0).deletingLastPathComponent().appending(path: "hjelp")
    }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  private func folder() throws -> URL {
    let url = FileManager.default.temporaryDirectory.appending(path: "hjelp-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }

  @Test("an evaluation counts, fails under a figure, and names the line that is broken")
  func evaluation() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try run("init", "help", in: folder).status == 0)
    #expect(try run("build", "help", "--output", "site", in: folder).status == 0)
    let file = folder.appending(path: "queries.jsonl")
    let good =
      #"{"set":"own","locale":"nb-NO","text":"Write the next one in this folder","relevant":["index.md"]}"#
    let none = #"{"set":"none","locale":"nb-NO","text":"segmentation fault","relevant":[]}"#
    try Data("\(good)\n\(none)\n".utf8).write(to: file)
    let clean = try run(
      "eval", "queries.jsonl", "--site", "site", "--fail-under", "own=100", "--fail-under",
      "none=100", in: folder)
    #expect(clean.status == 0)
    #expect(clean.output.contains("own"))
    let wrong = good.replacing("index.md", with: "other.md")
    try Data("\(wrong)\n".utf8).write(to: file)
    let low = try run(
      "eval", "queries.jsonl", "--site", "site", "--fail-under", "own=50", in: folder)
    #expect(low.status == 1)
    #expect(low.error == "error: own is 0.0 %, under 50.0 %\n")
    try Data("\(good)\n{\"set\": 1}\n".utf8).write(to: file)
    let broken = try run("eval", "queries.jsonl", "--site", "site", in: folder)
    #expect(broken.status == 2)
    #expect(broken.error.hasPrefix("error: queries.jsonl:2: 'set' is of another type"))
    try Data("\(good.replacing("nb-NO", with: "n_o"))\n".utf8).write(to: file)
    let foreign = try run("eval", "queries.jsonl", "--site", "site", in: folder)
    #expect(foreign.status == 2)
    #expect(
      foreign.error == "error: queries.jsonl:1: 'n_o' is not a locale; write it as nb-NO\n")
  }

  @Test("an error that finds another article, and one that two declare, are reported")
  func declaredErrors() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let locale = folder.appending(path: "help/en-US")
    try FileManager.default.createDirectory(at: locale, withIntermediateDirectories: true)
    func write(_ name: String, _ error: String) throws {
      let text = "---\ntitle: Tray \(name)\nerrors:\n- \(error)\n---\n# Tray \(name)\n\nFill it.\n"
      try Data(text.utf8).write(to: locale.appending(path: "\(name).md"))
    }
    try write("one", "The paper tray {number} is empty")
    try write("two", "The paper tray {number} is empty")
    let check = try run("check", "help", in: folder)
    #expect(
      check.output.contains(
        "en-US/one.md:4:3: warning: the error 'The paper tray {number} is empty' is"))
    #expect(check.output.contains("en-US/two.md:4:3: warning:"))
    try write("two", "Toner cartridge {name} is not seated")
    let fixed = try run("check", "help", in: folder)
    #expect(fixed.status == 0)
    #expect(fixed.output == "")
  }

  @Test("a new project checks clean, builds, and answers")
  func project() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try run("init", "help", in: folder).status == 0)
    let check = try run("check", "help", in: folder)
    #expect(check.status == 0)
    #expect(check.output == "")
    #expect(check.error == "2 articles, 3 units: 0 errors, 0 warnings, 0 infos\n")
    #expect(try run("build", "help", "--output", "site", in: folder).status == 0)
    let lookup = try run(
      "lookup", "Write the next one in this folder", "--site", "site", "--locale", "nb", in: folder)
    #expect(lookup.status == 0)
    #expect(lookup.output.contains("/nb-NO/index.html#u104"))
    #expect(try run("init", "help", in: folder).status == 2)
  }

  @Test(
    "a new translation has identifiers, anchors and the hash, and its targets are to be written")
  func newArticle() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try run("init", "help", in: folder)
    let made = try run("new", "index", "--locale", "ja-JP", "--content", "help", in: folder)
    #expect(made.status == 0)
    let text = try String(
      contentsOf: folder.appending(path: "help/ja-JP/index.md"), encoding: .utf8)
    #expect(text.contains("# <a name=\"welcome\"></a><span data-ttu-id=\""))
    #expect(text.contains("-102\"></span><span class=\"sxs-lookup\"><span data-stu-id=\""))
    // sha1sum of help/en-US/index.md with CRLF line ends.
    #expect(text.contains("ms.openlocfilehash: b2918bbde205bea9f736fc295fa8e089f295b323"))
    let check = try run("check", "help", "--format", "json", in: folder)
    #expect(check.status == 1)
    #expect(check.output.components(separatedBy: "unit.missing-target").count == 4)
  }

  @Test(
    "what cannot be done is one clear line and status 2",
    arguments: [
      (["check", "nowhere"], "error: 'nowhere' is not there; name a folder that holds articles\n"),
      (
        ["check", "help", "--locale", "de-DE"],
        "error: no folder has the locale 'de-DE'; there are en-US, nb-NO\n"
      ),
      (
        ["check", "help", "--rule", "unit.gaps=off"],
        "error: unknown rule 'unit.gaps'; did you mean 'unit.gap'?\n"
      ),
      (["build", "help", "-o", "no/such/site"], "error: open 'no/such': no such folder\n"),
      (
        ["build", "help", "-o", "help"],
        "error: 'help' is not empty and holds no site that 'hjelp build' made; name another folder with --output\n"
      ),
      (
        ["explain", "unit.missing-sorce"],
        "error: unknown rule 'unit.missing-sorce'; did you mean 'unit.missing-source'?\n"
      ),
      (
        ["split", "help/nb-NO", "--side", "target", "--output", "help/nb-NO"],
        "error: --output 'help/nb-NO' would write over the article 'help/nb-NO/index.md'; name another folder\n"
      ),
      (
        ["export", "postgresql", "--site", "site", "--output", "help"],
        "error: 'help' is not empty; name another folder with --output\n"
      ),
      (["init", ""], "error: the folder has no name; name one, such as 'help'\n"),
      (["lookup", "x"], "error: name a site with --site, or an index with --index\n"),
      (
        ["check", "empty"],
        "error: no '.md' file below 'empty'; name a folder that holds articles\n"
      ),
    ])
  func refusals(_ arguments: [String], _ message: String) throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try run("init", "help", in: folder)
    try FileManager.default.createDirectory(
      at: folder.appending(path: "empty"), withIntermediateDirectories: true)
    let process = Process()
    let program: URL = try #require(Self.program)
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let error = Pipe()
    process.standardError = error
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(text == message)
    #expect(process.terminationStatus == 2)
  }

  @Test("wrong usage has status 2, help has 0")
  func usage() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try run("check", "--nonsense", in: folder).status == 2)
    let help = try run("check", "--help", in: folder)
    #expect(help.status == 0)
    #expect(help.output.contains("Example: hjelp check Content"))
  }

  @Test("a damaged index is refused with its file and a reason")
  func damagedIndex() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try run("init", "help", in: folder)
    _ = try run("build", "help", "-o", "site", in: folder)
    let file = folder.appending(path: "site/lookup/nb-NO.hjx")
    var bytes = try Data(contentsOf: file)
    bytes[bytes.count / 2] ^= 0xFF
    try bytes.write(to: file)
    let result = try run("lookup", "x y", "--site", "site", "--locale", "nb-NO", in: folder)
    #expect(result.status == 2)
    #expect(result.error.contains("nb-NO.hjx"))
    #expect(result.error.split(separator: "\n").count == 1)
  }
}
