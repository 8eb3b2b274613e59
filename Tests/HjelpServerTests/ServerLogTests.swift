import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import HjelpServer

@Suite("The server's log")
struct ServerLogTests {
  @Test("is one JSON object a line, whatever a field holds")
  func isJSON() throws {
    let recorded = RecordedLog()
    let nasty = "a\nb\r\u{0}\u{1B}[31m\"\\\u{7F} æ \u{2028}"
    recorded.log().event(
      "release.refused", level: .error,
      [("reason", .text(nasty)), ("files", .number(3)), ("milliseconds", .duration(.seconds(2)))])
    recorded.log().event("server.stopped")
    let lines = recorded.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 3)
    #expect(lines.last == "")
    let first = try #require(
      JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
    #expect(first["level"] as? String == "error")
    #expect(first["event"] as? String == "release.refused")
    #expect(first["reason"] as? String == nasty)
    #expect(first["files"] as? Int == 3)
    #expect(first["milliseconds"] as? Int == 2000)
    let time = try #require(first["time"] as? String)
    #expect(time.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil)
    #expect(recorded.events[1].keys.sorted() == ["event", "level", "time"])
  }

  @Test(
    "is a line for people too",
    arguments: [
      ("plain", "plain"), ("two words", "\"two words\""), ("", "\"\""), ("a\nb", "\"a\\nb\""),
      ("\u{1B}[31m", "\"\\u001b[31m\""), ("say \"x\"", "\"say \\\"x\\\"\""), ("æ", "æ"),
    ])
  func isText(_ value: String, _ shown: String) {
    let recorded = RecordedLog()
    recorded.log(.text).event("release.refused", level: .error, [("reason", .text(value))])
    #expect(recorded.text.hasSuffix("Z error release.refused reason=\(shown)\n"))
  }

  @Test("says when releases come and go", .timeLimit(.minutes(1)))
  func saysReleases() async throws {
    let recorded = RecordedLog()
    let server = try ServerTester(log: recorded.log())
    try await server.live { client in
      try server.release.write(SampleRelease.files(page: "new"))
      while recorded.events.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
      let path = server.release.path + "/nb-NO/sync.html"
      try Data("x".utf8).write(to: URL(fileURLWithPath: path))
      try server.release.writeManifest(SampleRelease.files(page: "newer"))
      while recorded.events.count < 2 { try await Task.sleep(for: .milliseconds(10)) }
    }
    let events = recorded.events.prefix(2)
    #expect(events.map { $0["event"] } == ["release.served", "release.refused"])
    #expect(events.map { $0["level"] } == ["info", "error"])
    #expect(events.first?["release"]?.count == 64)
    #expect(events.last?["reason"]?.contains("holds 1 bytes where the manifest says 5") == true)
  }

  @Test("names no request, and tells of each its route alone if it is asked to")
  func tellsRoutes() async throws {
    let silent = RecordedLog()
    let server = try ServerTester(log: silent.log())
    _ = try await server.get("/v1/lookup?q=secret")
    #expect(silent.text.isEmpty)

    let recorded = RecordedLog()
    let telling = try ServerTester(log: recorded.log()) { $0.logsRequests = true }
    for path in [
      "/v1/lookup?q=secret", "/v1/errors/secret", "/nb-NO/secret", "/v1/secret", "/secret%",
    ] {
      _ = try await telling.get(path)
    }
    _ = try await telling.get(
      "/v1/lookup", method: HTTPRequest.Method("SECRET") ?? .get, body: "{\"text\":\"secret\"}")
    #expect(!recorded.text.lowercased().contains("secret"))
    let requests = recorded.events.map {
      "\($0["route"] ?? "") \($0["method"] ?? "") \($0["status"] ?? "")"
    }
    #expect(
      requests == [
        "lookup GET 200", "errors GET 404", "page GET 404", "other GET 404", "other GET 400",
        "lookup other 405",
      ])
  }
}
