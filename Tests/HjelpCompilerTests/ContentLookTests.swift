import Foundation
import TestSupport
import Testing

@testable import HjelpCompiler

@Suite("Looks at files")
struct ContentLookTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("# One\n", to: "content/en-US/one.md")
    try folder.write("# Two\n", to: "content/en-US/more/two.md")
    try folder.write("title: Help\n", to: "content/hjelp.yml")
  }

  private func newLook() throws -> ContentLook {
    let begin = ContentLook.Begin()
    let workspace = try Workspace(paths: [folder.path("content")], configurationFile: nil)
    return ContentLook(workspace, since: begin)
  }

  /// A look at folders that have not changed for a while.
  private func settledLook() async throws -> ContentLook {
    try await Task.sleep(for: .milliseconds(200))
    return try newLook()
  }

  @Test("a file that changed is named, and nothing else")
  func changedFile() async throws {
    let first = try await settledLook()
    let same = try #require(first.again())
    #expect(same.changes(since: first).isEmpty)
    try folder.write("# Two, longer\n", to: "content/en-US/more/two.md")
    let next = try #require(first.again())
    let changes = next.changes(since: first)
    #expect(changes.files == [Array(folder.path("content/en-US/more/two.md").utf8)])
    #expect(!changes.isOfMore)
    #expect(next.changes(since: next).isEmpty)
  }

  @Test("a folder that has changed just now is listed again")
  func unsettled() throws {
    #expect(try newLook().again() == nil)
  }

  @Test("a file that comes or goes, and another configuration, need a new look")
  func otherFiles() async throws {
    for change in ["new", "gone", "configuration"] {
      let first = try await settledLook()
      switch change {
      case "new": try folder.write("# Three\n", to: "content/en-US/more/three.md")
      case "gone":
        try FileManager.default.removeItem(atPath: folder.path("content/en-US/more/three.md"))
      default: try folder.write("title: Other\n", to: "content/hjelp.yml")
      }
      #expect(first.again() == nil, "\(change)")
      let changes = try newLook().changes(since: first)
      #expect(changes.isOfMore == (change != "configuration"), "\(change)")
      #expect(changes.files.count == (change == "configuration" ? 1 : 0), "\(change)")
    }
  }
}
