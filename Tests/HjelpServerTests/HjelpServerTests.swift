import Foundation
import HTTPTypes
import HjelpRelease
import HummingbirdTesting
import Synchronization
import Testing

@testable import HjelpServer

@Suite("The server")
struct HjelpServerTests {
  @Test("says that it lives and which release it serves")
  func isHealthy() async throws {
    let server = try ServerTester()
    #expect(try await server.get("/livez").text == "{\"status\":\"live\"}\n")
    let manifest = try Data(
      contentsOf: URL(fileURLWithPath: server.release.path + "/manifest.json"))
    let hash = ContentHash.sha256(of: [UInt8](manifest))
    let ready = try await server.get("/readyz")
    #expect(ready.status == .ok)
    #expect(
      ready.text == """
        {"status":"ready","release":"\(hash)","locales":["en-US","nb-NO"]}

        """)
  }

  @Test("takes a new release, refuses a bad one, and keeps the old", .timeLimit(.minutes(1)))
  func reloads() async throws {
    let server = try ServerTester()
    let release = server.release
    let before = try await server.get("/readyz").text
    try await server.live { client in
      func wait(_ isDone: (String) -> Bool) async throws {
        while try await !isDone(client.execute(uri: "/readyz", method: .get).text) {
          try await Task.sleep(for: .milliseconds(10))
        }
      }
      try release.write(SampleRelease.files(page: "new"))
      try await wait { $0 != before }
      #expect(try await client.execute(uri: "/nb-NO/sync.html", method: .get).text == "new")

      let path = release.path + "/nb-NO/sync.html"
      try release.write(SampleRelease.files(page: "half"))
      try Data("hal".utf8).write(to: URL(fileURLWithPath: path))
      try await wait { $0.contains("refused") }
      #expect(try await client.execute(uri: "/nb-NO/sync.html", method: .get).text == "new")
      let ready = try await client.execute(uri: "/readyz", method: .get)
      #expect(ready.status == .ok)
      #expect(ready.text.contains("holds 3 bytes where the manifest says 4"))

      try Data("half".utf8).write(to: URL(fileURLWithPath: path))
      try await wait { !$0.contains("refused") }
      #expect(try await client.execute(uri: "/nb-NO/sync.html", method: .get).text == "half")
    }
  }

  @Test("answers 503 until there is a release, if it is told to wait", .timeLimit(.minutes(1)))
  func waits() async throws {
    let release = try SampleRelease()
    try FileManager.default.moveItem(
      atPath: release.path + "/manifest.json", toPath: release.path + "/later.json")
    let server = try HjelpServer(
      configuration: ServerConfiguration(
        site: release.path, port: 0, reloadInterval: .milliseconds(10), waitsForRelease: true),
      log: ServerLog(format: .json) { _ in })
    try await server.application().test(.live) { client in
      for path in ["/readyz", "/nb-NO/", "/v1/lookup?q=x"] {
        let response = try await client.execute(uri: path, method: .get)
        #expect(response.status == .serviceUnavailable)
      }
      #expect(try await client.execute(uri: "/livez", method: .get).status == .ok)
      try FileManager.default.moveItem(
        atPath: release.path + "/later.json", toPath: release.path + "/manifest.json")
      while try await client.execute(uri: "/readyz", method: .get).status != .ok {
        try await Task.sleep(for: .milliseconds(10))
      }
    }
  }

  @Test("serves pages without an index, and says that there is none")
  func servesWithoutIndex() async throws {
    let release = try SampleRelease()
    try release.write(SampleRelease.files().filter { !$0.key.hasPrefix("lookup/") })
    let server = try ServerTester(release: release)
    #expect(try await server.get("/nb-NO/sync.html").status == .ok)
    let response = try await server.get("/v1/lookup?q=x")
    #expect(response.status == .serviceUnavailable)
    #expect(response.text.contains("without a lookup index"))
  }

  @Test("does not start without a site, or with a damaged index")
  func refusesSite() throws {
    check("site '/none' cannot be opened: no such file or directory") {
      try HjelpServer(configuration: ServerConfiguration(site: "/none"))
    }
    let release = try SampleRelease()
    var files = SampleRelease.files()
    files["lookup/nb-NO.hjx"]?[100] ^= 1
    try release.write(files)
    check("'\(release.path)/lookup/nb-NO.hjx' is refused: the .hjx file is damaged") {
      try HjelpServer(configuration: ServerConfiguration(site: release.path))
    }
    check("65536 is no port") {
      try HjelpServer(configuration: ServerConfiguration(site: release.path, port: 65_536))
    }
  }

  private func check(
    _ message: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ start: () throws -> HjelpServer
  ) {
    #expect(sourceLocation: sourceLocation) {
      try start()
    } throws: { error in
      (error as? ServerError)?.description.contains(message) == true
    }
  }

  @Test("says in one line that its port is in use", .timeLimit(.minutes(1)))
  func findsPortInUse() async throws {
    let release = try SampleRelease()
    let (ready, continuation) = AsyncStream.makeStream(of: ServerAddresses.self)
    let first = try HjelpServer(configuration: ServerConfiguration(site: release.path, port: 0))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await first.run { continuation.yield($0) } }
      var addresses = ready.makeAsyncIterator()
      let address = try #require(await addresses.next()).site
      #expect(address.description == "http://127.0.0.1:\(address.port)/")
      let second = try HjelpServer(
        configuration: ServerConfiguration(site: release.path, port: address.port))
      do {
        try await second.run { _ in Issue.record("two servers listen on one port") }
        Issue.record("the second server stopped without an error")
      } catch let error as ServerError {
        #expect(
          error.description
            == "port \(address.port) on 127.0.0.1 is in use; choose another with --port, "
            + "or stop the program that holds it")
      }
      group.cancelAll()
      while let result = await group.nextResult() { _ = result }
    }
  }
}
