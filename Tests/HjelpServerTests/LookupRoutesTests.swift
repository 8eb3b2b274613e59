import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import HjelpServer

@Suite("The lookup API")
struct LookupRoutesTests {
  private let server: ServerTester

  init() throws { server = try ServerTester() }

  @Test("answers a question by GET and by POST alike")
  func answers() async throws {
    let get = try await server.get("/v1/lookup?q=Ingen+nylig%20synkronisering&locale=nb-NO&limit=3")
    #expect(get.status == .ok)
    #expect(get["content-type"] == "application/json; charset=utf-8")
    let post = try await server.get(
      "/v1/lookup", method: .post,
      body: #"{"limit": 3, "text": "Ingen nylig synkronisering", "locale": "nb-NO"}"#)
    #expect(post.status == .ok)
    #expect(post.text == get.text)
    for limit in ["3.0", "0.3e1", "30e-1"] {
      let body = #"{"limit":\#(limit),"text":"Ingen nylig synkronisering","locale":"nb-NO"}"#
      #expect(try await server.get("/v1/lookup", method: .post, body: body).text == get.text)
    }
    #expect(get.text.hasPrefix(#"{"status":"match","query":{"normalized":""#))
    #expect(
      get.text.contains(#""answers":[{"id":"sync","url":"/nb-NO/sync.html","title":"Directories""#))
    #expect(get.text.contains(#""kind":"quoted","language":"nb-NO","unit":"103","anchor":"u103"}"#))
    #expect(
      get.text.contains(#""locale":{"requested":"nb-NO","served":"nb-NO"},"index":{"version":""#))
  }

  @Test("says none with 200")
  func saysNone() async throws {
    let response = try await server.get("/v1/lookup?q=zebra%20quantum%20flute")
    #expect(response.status == .ok)
    #expect(response.text.hasPrefix(#"{"status":"none""#))
  }

  @Test(
    "chooses the locale",
    arguments: [
      ("", nil, #"{"served":"en-US"}"#), ("", "nb", #"{"requested":"nb","served":"nb-NO"}"#),
      ("&locale=no", "en", #"{"requested":"no","served":"nb-NO"}"#),
      ("&locale=fr-FR", "nb", #"{"requested":"fr-FR","served":"nb-NO"}"#),
      ("&locale=nb-NO-u-nu-latn", nil, #"{"requested":"nb-NO","served":"nb-NO"}"#),
      ("&locale=de-DE-1996", nil, #"{"requested":"de-DE","served":"en-US"}"#),
      ("&locale=x-product", "nb", #"{"requested":"nb","served":"nb-NO"}"#),
    ] as [(String, String?, String)])
  func negotiates(_ parameter: String, _ header: String?, _ locale: String) async throws {
    let response = try await server.get(
      "/v1/lookup?q=no%20recent%20synchronization" + parameter,
      header.map { [.acceptLanguage: $0] } ?? [:])
    #expect(response.text.contains("\"locale\":" + locale))
    #expect(response["vary"] == "Accept-Language")
  }

  @Test("carries a tag of the answer's content")
  func carriesTag() async throws {
    let path = "/v1/lookup?q=no%20recent%20synchronization&locale=nb-NO"
    let tag = try #require(try await server.get(path)["etag"])
    let known = try await server.get(path, [.ifNoneMatch: tag])
    #expect(known.status == .notModified)
    #expect(known.body.readableBytes == 0)
    #expect(known["etag"] == tag)
    #expect(try await server.get(path + "&limit=1", [.ifNoneMatch: "\"x\""]).status == .ok)
  }

  @Test(
    "refuses a bad question and names the field",
    arguments: [
      ("/v1/lookup", "q", 400), ("/v1/lookup?q=", "q", 400), ("/v1/lookup?q=%20%09", "q", 400),
      ("/v1/lookup?q=%FF", "q", 400), ("/v1/lookup?q=%C3", "q", 400),
      ("/v1/lookup?q=a%00b", "q", 400), ("/v1/lookup?q=%zz", "q", 400),
      ("/v1/lookup?q=a&q=b", "q", 400), ("/v1/lookup?text=a&q=b", "text", 400),
      ("/v1/lookup?q=a&limit=0", "limit", 400), ("/v1/lookup?q=a&limit=51", "limit", 400),
      ("/v1/lookup?q=a&limit=-1", "limit", 400), ("/v1/lookup?q=a&limit=1.5", "limit", 400),
      ("/v1/lookup?q=a&limit=", "limit", 400),
      ("/v1/lookup?q=a&limit=99999999999999999999", "limit", 400),
      ("/v1/lookup?q=a&locale=", "locale", 400), ("/v1/lookup?q=a&locale=norwegian", "locale", 400),
      ("/v1/lookup?q=a&locale=../nb-NO", "locale", 400), ("/v1/lookup?q=a&locale=n", "locale", 400),
      ("/v1/lookup?q=a&locale=nb--NO", "locale", 400), ("/v1/lookup?q=a&locale=%F0", "locale", 400),
      ("/v1/lookup?q=a&explain=maybe", "explain", 400),
      ("/v1/lookup?q=a&explain=1", "explain", 400),
      ("/v1/lookup?q=" + String(repeating: "a", count: 2_049), "q", 414),
      ("/v1/open", "q", 400), ("/v1/open?q=%FF", "q", 400), ("/v1/errors/%FF", "code", 400),
      ("/v1/errors/x?locale=!", "locale", 400), ("/v1/articles", "id", 400),
      ("/v1/articles?id=none", "id", 404), ("/v1/articles?id=sync&x=1", "x", 400),
    ])
  func refuses(_ path: String, _ field: String, _ status: Int) async throws {
    try check(try await server.get(path), field, status)
  }

  @Test(
    "refuses a bad body and names the member",
    arguments: [
      ("", "body", 400), ("{", "body", 400), ("[]", "body", 400), ("null", "body", 400),
      ("{}", "text", 400), (#"{"text":""}"#, "text", 400), (#"{"text":" \n"}"#, "text", 400),
      (#"{"text":1}"#, "text", 400), (#"{"text":null}"#, "text", 400),
      (#"{"text":"a\u0000b"}"#, "text", 400), (#"{"text":"\ud800"}"#, "text", 400),
      (#"{"text":"a","text":"b"}"#, "text", 400), (#"{"text":"a","q":"b"}"#, "q", 400),
      (#"{"text":"a","limit":0}"#, "limit", 400), (#"{"text":"a","limit":1.5}"#, "limit", 400),
      (#"{"text":"a","limit":"5"}"#, "limit", 400), (#"{"text":"a","locale":5}"#, "locale", 400),
      (#"{"text":"a","locale":"!"}"#, "locale", 400),
      (#"{"text":"a","explain":"yes"}"#, "explain", 400), (#"{"text":"a",}"#, "body", 400),
      (#"{"text":"a"} x"#, "body", 400), (#"{"text":"a""#, "body", 400),
      (String(repeating: "[", count: 50_000), "body", 400),
      (#"{"text":"\#(String(repeating: "a", count: 16_385))"}"#, "text", 413),
      (String(repeating: " ", count: 120_000), "body", 413),
    ])
  func refusesBody(_ body: String, _ field: String, _ status: Int) async throws {
    try check(try await server.get("/v1/lookup", method: .post, body: body), field, status)
  }

  @Test(
    "refuses a bad batch and names the member",
    arguments: [
      ("{}", "queries", 400), (#"{"queries":[]}"#, "queries", 400),
      (#"{"queries":{}}"#, "queries", 400), (#"{"queries":[1]}"#, "queries[0]", 400),
      (#"{"queries":[{"text":"a"},{"text":"a","limit":51}]}"#, "queries[1].limit", 400),
      (#"{"queries":[{"text":"a","text":"b"}]}"#, "queries[0].text", 400),
      (#"{"queries":[{"text":"a\u0000"}]}"#, "queries[0].text", 400),
      (#"{"queries":[{"text":"a","locale":"!"}]}"#, "queries[0].locale", 400),
      (#"{"queries":[{"text":"a"}],"queries":[]}"#, "queries", 400),
      (#"{"queries":[{"text":"a"},{"text":""}]}"#, "queries[1].text", 400),
      (#"{"queries":[{"text":"a","x":1}]}"#, "queries[0].x", 400),
      (#"{"query":[]}"#, "query", 400), (#"{"queries":[{"text":"a"}"#, "body", 400),
      (#"{"queries":[{"text":"a",]}"#, "body", 400), (#"{"queries":null}"#, "queries", 400),
      (
        #"{"queries":[\#(Array(repeating: #"{"text":"a"}"#, count: 101).joined(separator: ","))]}"#,
        "queries", 400
      ),
      (#"{"queries":[{"text":"\#(String(repeating: "a", count: 262_144))"}]}"#, "body", 413),
    ])
  func refusesBatch(_ body: String, _ field: String, _ status: Int) async throws {
    try check(try await server.get("/v1/lookup:batch", method: .post, body: body), field, status)
  }

  private func check(
    _ response: TestResponse, _ field: String, _ status: Int,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(response.status.code == status, sourceLocation: sourceLocation)
    #expect(
      response["content-type"] == "application/problem+json; charset=utf-8",
      sourceLocation: sourceLocation)
    let problem = try #require(
      JSONSerialization.jsonObject(with: Data(response.body.readableBytesView)) as? [String: Any],
      sourceLocation: sourceLocation)
    #expect(problem["field"] as? String == field, sourceLocation: sourceLocation)
    #expect(problem["status"] as? Int == status, sourceLocation: sourceLocation)
    #expect(
      (problem["type"] as? String)?.hasPrefix("urn:hjelp:problem:") == true,
      sourceLocation: sourceLocation)
    #expect(problem["title"] as? String != "", sourceLocation: sourceLocation)
    #expect((problem["detail"] as? String ?? "").count > 10, sourceLocation: sourceLocation)
  }

  @Test("takes a text of 16 KB, and one of 2 KB by GET")
  func takesLongTexts() async throws {
    let log = String(repeating: "line 12:00 ok; ", count: 1_000) + "AADSTS50011"
    let post = try await server.get(
      "/v1/lookup", method: .post, body: #"{"text":"\#(log)","locale":null}"#)
    let isFound = post.text.contains(#""codes":["aadsts50011"]"#)
    #expect(isFound)
    let get = try await server.get("/v1/lookup?q=" + String(repeating: "a", count: 2_048))
    #expect(get.status == .ok)
  }

  @Test("explains itself when it is asked to")
  func explains() async throws {
    let path = "/v1/lookup?q=no+recent+synchronization"
    #expect(try await server.get(path + "&explain=true").text.contains("\"explanation\":{"))
    #expect(try await !server.get(path).text.contains("\"explanation\":{"))
  }

  @Test("answers a batch in its order")
  func answersBatch() async throws {
    let queries = (0..<100).map {
      $0 == 7 ? #"{"text":"AADSTS50011","locale":"nb-NO"}"# : #"{"text":"nothing of \#($0)"}"#
    }
    let response = try await server.get(
      "/v1/lookup:batch", method: .post, body: #"{"queries":[\#(queries.joined(separator: ","))]}"#)
    let body = try #require(
      JSONSerialization.jsonObject(with: Data(response.body.readableBytesView)) as? [String: Any])
    let results = try #require(body["results"] as? [[String: Any]])
    #expect(results.count == 100)
    #expect(results.map { $0["status"] as? String == "match" } == (0..<100).map { $0 == 7 })
    let single = try await server.get("/v1/lookup?q=AADSTS50011&locale=nb-NO")
    #expect(response.text.contains(single.text.trimmingCharacters(in: .newlines)))
  }

  @Test(
    "opens the article at the sentence, else the search page",
    arguments: [
      ("no%20recent%20synchronization&locale=nb-NO", "/nb-NO/sync.html#u103"),
      ("no%20recent%20synchronization&locale=en&utm_source=x", "/en-US/sync.html#delta%20sync"),
      ("zebra+quantum%26flute&locale=nb-NO", "/nb-NO/search.html?q=zebra%20quantum%26flute"),
      ("zebra+quantum&locale=en", "/en-US/"),
      ("%0d%0aSet-Cookie:x=1&locale=nb", "/nb-NO/search.html?q=%0D%0ASet-Cookie%3Ax%3D1"),
    ])
  func opens(_ query: String, _ location: String) async throws {
    let response = try await server.get("/v1/open?q=" + query)
    #expect(response.status == .seeOther)
    #expect(response["location"] == location)
  }

  @Test("leads from a code to its article")
  func findsCodes() async throws {
    let found = try await server.get("/v1/errors/AADSTS50011?locale=nb-NO")
    #expect(found.status == .seeOther)
    #expect(found["location"]?.hasPrefix("/nb-NO/sync.html") == true)
    for path in ["/v1/errors/AADSTS99999", "/v1/errors/a%2Fb"] {
      let missing = try await server.get(path)
      #expect(missing.status == .notFound)
      #expect(missing.text.contains(#""field":"code""#))
    }
  }

  @Test("knows articles")
  func knowsArticles() async throws {
    let response = try await server.get("/v1/articles?id=sync&locale=nb")
    #expect(response.status == .ok)
    #expect(
      response.text == """
        {"id":"sync","url":"/nb-NO/sync.html","title":"Directories","locale":"nb-NO",\
        "fallback":false,"locales":["en-US","nb-NO"]}

        """)
  }

  @Test(
    "takes each address with its methods alone",
    arguments: [
      ("/v1/lookup", "GET, HEAD, POST"), ("/v1/lookup:batch", "POST"), ("/v1/open", "GET, HEAD"),
      ("/openapi.json", "GET, HEAD"),
      ("/v1/errors/x", "GET, HEAD"), ("/v1/articles", "GET, HEAD"), ("/livez", "GET, HEAD"),
      ("/readyz", "GET, HEAD"),
    ])
  func takesMethods(_ path: String, _ methods: String) async throws {
    let response = try await server.get(path, method: .delete)
    #expect(response.status == .methodNotAllowed)
    #expect(response["allow"] == methods)
    let options = try await server.get(path, method: .options)
    #expect(options.status == .noContent)
    #expect(options["allow"] == methods + ", OPTIONS")
  }

  @Test(
    "has no other addresses",
    arguments: ["/v1/", "/v1/none", "/v1/lookup/", "/v1/errors/", "/v1/lookup/x", "/v1//lookup"])
  func hasNoOther(_ path: String) async throws {
    let response = try await server.get(path)
    #expect(response.status == .notFound)
    #expect(response["content-type"] == "application/problem+json; charset=utf-8")
  }

  @Test("describes itself, with a tag")
  func describesItself() async throws {
    let response = try await server.get("/openapi.json")
    #expect(response.status == .ok)
    #expect(response["content-type"] == "application/json; charset=utf-8")
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(response.body.readableBytesView)) as? [String: Any])
    #expect(document["openapi"] as? String == "3.1.0")
    let paths = try #require(document["paths"] as? [String: Any])
    #expect(
      paths.keys.sorted() == [
        "/livez", "/openapi.json", "/readyz", "/v1/articles", "/v1/errors/{code}", "/v1/lookup",
        "/v1/lookup:batch", "/v1/open",
      ])
    let tag = try #require(response["etag"])
    let known = try await server.get("/openapi.json", [.ifNoneMatch: tag])
    #expect(known.status == .notModified)
    #expect(known.body.readableBytes == 0)
  }

  @Test(
    "has heads alone, as GET would have them",
    arguments: [
      "/v1/lookup?q=AADSTS50011", "/v1/lookup", "/v1/open?q=AADSTS50011", "/v1/errors/AADSTS50011",
      "/v1/articles?id=sync", "/v1/none", "/openapi.json", "/livez", "/readyz",
    ])
  func hasHeads(_ path: String) async throws {
    let whole = try await server.get(path)
    let head = try await server.get(path, method: .head)
    #expect(head.status == whole.status)
    #expect(head.headers == whole.headers)
    #expect(head.body.readableBytes == 0)
  }

  @Test("says what its answers depend on, also with POST")
  func saysVary() async throws {
    let bodies = [
      ("/v1/lookup", #"{"text":"AADSTS50011"}"#),
      ("/v1/lookup:batch", #"{"queries":[{"text":"AADSTS50011"}]}"#),
    ]
    for (path, body) in bodies {
      let response = try await server.get(
        path, [.acceptLanguage: "nb"], method: .post, body: body)
      #expect(response["vary"] == "Accept-Language")
      #expect(response.text.contains(#""served":"nb-NO""#))
    }
    for path in ["/v1/open?q=AADSTS50011", "/v1/open?q=zebra", "/v1/articles?id=sync"] {
      #expect(try await server.get(path)["vary"] == "Accept-Language")
    }
  }

  @Test("lets the pages of named origins read answers, and no others")
  func allowsOrigins() async throws {
    let server = try ServerTester(allowedOrigins: ["https://admin.example.com"])
    let path = "/v1/lookup?q=AADSTS50011"
    let allowed = try await server.get(path, [.origin: "https://admin.example.com"])
    #expect(allowed["access-control-allow-origin"] == "https://admin.example.com")
    #expect(allowed["vary"] == "Accept-Language, Origin")
    let other = try await server.get(path, [.origin: "https://evil.example.com"])
    #expect(other.status == .ok)
    #expect(other["access-control-allow-origin"] == nil)
    let bad = try await server.get("/v1/lookup", [.origin: "https://admin.example.com"])
    #expect(bad["access-control-allow-origin"] == "https://admin.example.com")
    let preflight = try await server.get(
      "/v1/lookup",
      [.origin: "https://admin.example.com", .accessControlRequestMethod: "POST"], method: .options)
    #expect(preflight.status == .noContent)
    #expect(preflight["access-control-allow-methods"] == "GET, HEAD, POST")
    #expect(preflight["access-control-allow-headers"] == "content-type")
    #expect(preflight["access-control-max-age"] == "86400")
    let foreign = try await server.get(
      "/v1/lookup",
      [.origin: "https://evil.example.com", .accessControlRequestMethod: "POST"], method: .options)
    #expect(foreign.status == .noContent)
    #expect(foreign["access-control-allow-origin"] == nil)
    #expect(foreign["access-control-allow-methods"] == nil)
    let tag = try #require(allowed["etag"])
    let known = try await server.get(
      path, [.origin: "https://admin.example.com", .ifNoneMatch: tag])
    #expect(known.status == .notModified)
    #expect(known["access-control-allow-origin"] == "https://admin.example.com")
    let all = try await ServerTester(allowedOrigins: ["*"]).get(
      path, [.origin: "https://x.example"])
    #expect(all["access-control-allow-origin"] == "*")
    let closed = try await self.server.get(path, [.origin: "https://admin.example.com"])
    #expect(closed["access-control-allow-origin"] == nil)
  }

  @Test("answers over a connection, also after it refused a body")
  func answersOverNetwork() async throws {
    try await server.live { client in
      for _ in 0..<3 {
        let refused = try await client.execute(
          uri: "/v1/lookup", method: .post, headers: [.contentType: "application/json"],
          body: .init(string: String(repeating: " ", count: 300_000)))
        #expect(refused.status == .contentTooLarge)
        let answer = try await client.execute(
          uri: "/v1/lookup", method: .post, headers: [.contentType: "application/json"],
          body: .init(string: #"{"text":"AADSTS50011"}"#))
        #expect(answer.text.hasPrefix(#"{"status":"match""#))
      }
    }
  }
}
