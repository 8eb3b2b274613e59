import Foundation
import HTTPTypes
import HjelpRelease
import HummingbirdTesting
import NIOCore
import Testing

@testable import HjelpServer

@Suite("A problem")
struct ProblemTests {
  private func type(_ response: TestResponse) throws -> String? {
    let body = try JSONSerialization.jsonObject(with: Data(response.body.readableBytesView))
    return (body as? [String: Any])?["type"] as? String
  }

  @Test(
    "has a name that never changes",
    arguments: [
      ("/v1/lookup", "missing-text"), ("/v1/lookup?q=%FF", "bad-text"),
      ("/v1/lookup?q=a&q=a", "duplicate-field"), ("/v1/lookup?q=a&x=1", "unknown-field"),
      ("/v1/lookup?q=a&limit=0", "bad-limit"), ("/v1/lookup?q=a&locale=!", "bad-locale"),
      ("/v1/lookup?q=a&explain=2", "bad-value"), ("/v1/none", "address-not-found"),
      ("/v1/lookup:batch", "method-not-allowed"), ("/v1/articles?id=x", "article-not-found"),
      ("/v1/errors/AADSTS99999", "no-answer"), ("/%", "bad-address"),
      ("/v1/lookup?q=" + String(repeating: "a", count: 3_000), "text-too-long"),
    ])
  func hasName(_ path: String, _ name: String) async throws {
    #expect(try type(await ServerTester().get(path)) == "urn:hjelp:problem:\(name)")
  }

  @Test(
    "with a body has a name too",
    arguments: [
      ("/v1/lookup", "{", "bad-json"), ("/v1/lookup:batch", #"{"queries":[]}"#, "bad-batch"),
      ("/v1/lookup", String(repeating: " ", count: 120_000), "body-too-long"),
    ])
  func hasNameForBody(_ path: String, _ body: String, _ name: String) async throws {
    let response = try await ServerTester().get(path, method: .post, body: body)
    #expect(try type(response) == "urn:hjelp:problem:\(name)")
  }

  @Test("has the help article as its type, where the site has one")
  func hasArticle() async throws {
    let release = try SampleRelease()
    var files = SampleRelease.files()
    files["en-US/problems/bad-limit.html"] = Array("<!doctype html>".utf8)
    files["nb-NO/problems/bad-locale.html"] = Array("<!doctype html>".utf8)
    for (base, prefix) in [(nil, ""), ("https://help.example.com/x", "https://help.example.com/x")]
    {
      try release.write(files, baseURL: base)
      let server = try ServerTester(release: release)
      let limit = try await server.get("/v1/lookup?q=a&limit=0", [.acceptLanguage: "nb"])
      #expect(try type(limit) == prefix + "/en-US/problems/bad-limit.html")
      let locale = try await server.get("/v1/lookup?q=a&locale=!")
      #expect(try type(locale) == "urn:hjelp:problem:bad-locale")
    }
  }

  @Test("has a name that fits a file, a title, and a status of its own")
  func isWhole() {
    let names = ProblemKind.allCases.map(\.name)
    #expect(names.allSatisfy { $0.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil })
    #expect(names.count == 23)
    #expect(Set(ProblemKind.allCases.map(\.title)).count == 23)
    #expect(ProblemKind.allCases.allSatisfy { (400...599).contains($0.status.code) })
  }

  @Test(
    "is told to who sends another type than JSON",
    arguments: [
      (nil, 415), ("", 415), ("text/plain", 415), ("application/x-www-form-urlencoded", 415),
      ("application/json; charset=utf-16", 415), ("application/jsonx", 415),
      ("multipart/form-data; boundary=x", 415), ("application/problem+json", 415),
      ("application/json", 200), ("Application/JSON; Charset=UTF-8", 200),
      ("application/json;charset=\"utf-8\"", 200), ("application/json; profile=x", 200),
    ] as [(String?, Int)])
  func isToldForTypes(_ type: String?, _ status: Int) async throws {
    let body = ByteBuffer(string: #"{"text":"AADSTS50011"}"#)
    let headers: HTTPFields = type.map { [.contentType: $0] } ?? [:]
    let server = try ServerTester()
    try await server.run { client in
      let response = try await client.execute(
        uri: "/v1/lookup", method: .post, headers: headers, body: body)
      #expect(response.status.code == status)
      guard status == 415 else { return }
      #expect(response["accept"] == "application/json")
      #expect(try self.type(response) == "urn:hjelp:problem:unsupported-media-type")
    }
  }

  @Test("is told to who sends a compressed body")
  func isToldForEncodings() async throws {
    let response = try await ServerTester().get(
      "/v1/lookup", [.contentEncoding: "gzip"], method: .post, body: "{}")
    #expect(response.status == .unsupportedMediaType)
    #expect(response["accept-encoding"] == "identity")
  }
}
