import Foundation
import Fuzzing
import HjelpLookup
import TestSupport
import Testing

/// What must hold for any bytes, held against small inputs of our own and changes of them.
///
/// libFuzzer runs the same checks from the same inputs: `Tests/Robustness/fuzz.py`.
@Suite struct FuzzingTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/fuzz")

  private static func inputs(of target: FuzzTarget) throws -> [(name: String, bytes: [UInt8])] {
    let folder = folder.appending(path: target.rawValue)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
      ($0, [UInt8](try Data(contentsOf: folder.appending(path: $0))))
    }
  }

  private func check(_ target: FuzzTarget, _ bytes: [UInt8], _ name: String) {
    do {
      try target.check(bytes)
    } catch {
      Issue.record("\(name): \(error); the input: \(Data(bytes).base64EncodedString())")
    }
  }

  @Test("the properties hold for every input in the tree", arguments: FuzzTarget.allCases)
  func inputs(_ target: FuzzTarget) throws {
    let inputs = try Self.inputs(of: target)
    #expect(inputs.count >= 10)
    for (name, bytes) in inputs {
      #expect(bytes.count <= 4096, "\(name)")
      check(target, bytes, name)
    }
  }

  @Test("the properties hold for 200 changes of the inputs", arguments: FuzzTarget.allCases)
  func mutations(_ target: FuzzTarget) throws {
    let inputs = try Self.inputs(of: target).map(\.bytes)
    var mutator = Mutator(seed: 1)
    for number in 0..<200 {
      let bytes = mutator.mutated(inputs[number % inputs.count], others: inputs)
      check(target, bytes, "change \(number)")
    }
  }

  @Test(
    "the properties hold for real articles",
    .enabled(if: SharedData.isThere, "\(SharedData.reason)"))
  func articles() throws {
    let root = "corpus/alchemy/nb-NO"
    let paths = SharedData.articles(below: root)
    for path in stride(from: 0, to: paths.count, by: max(paths.count / 200, 1)).map({ paths[$0] }) {
      let bytes = try SharedData.bytes(root + "/" + path)
      for target in [FuzzTarget.frontMatter, .article, .checks, .html, .page] {
        check(target, bytes, "\(path), \(target)")
      }
    }
  }

  @Test(
    "the inspector of HTML refuses what could run, and what is not well formed",
    arguments: [
      "<p onclick=\"x\">a</p>", "<p>a", "<p>a</b></p>", "<script></script>", "<p title=a>b</p>",
      "<a href=\"javascript:x\">a</a>", "<a href=\" java\nscript:x\">a</a>", "<p id=\"a b\"></p>",
      "<img src=\"data:image/svg+xml,x\" alt=\"\">", "<p>a & b</p>", "<p>a > b</p>",
      "<p><div></div></p>", "<a href=\"x\"><b><a href=\"y\"></a></b></a>", "<iframe></iframe>",
      "<form data-hjelp-chrome></form>", "<span id=\"a\"></span><span id=\"a\"></span>",
    ])
  func refused(_ html: String) {
    var inspector = HTMLInspector(Array(html.utf8), isPage: false)
    #expect(throws: Violation.self) { try inspector.inspect() }
  }

  @Test("the inputs for an index are what is written today; HJELP_WRITE_FIXTURES writes them anew")
  func indexes() throws {
    let isWritten = ProcessInfo.processInfo.environment["HJELP_WRITE_FIXTURES"] != nil
    for (name, bytes) in IndexInputs.all {
      let file = Self.folder.appending(path: "index/\(name)")
      if isWritten { try Data(bytes).write(to: file) }
      #expect(try [UInt8](Data(contentsOf: file)) == bytes, "\(name)")
    }
  }
}
