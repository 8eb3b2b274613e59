import Foundation
import HTTPTypes
import HjelpRelease
import HummingbirdTesting
import NIOCore
import Testing

@testable import HjelpServer

@Suite("Pages")
struct PageRoutesTests {
  private let server: ServerTester

  init() throws { server = try ServerTester() }

  @Test(
    "are served by their exact paths, with their types",
    arguments: [
      ("/nb-NO/sync.html", "text/html; charset=utf-8", "no-cache"),
      ("/nb-NO/", "text/html; charset=utf-8", "no-cache"),
      ("/nb-NO/index.html", "text/html; charset=utf-8", "no-cache"),
      ("/nb-NO/katalog/", "text/html; charset=utf-8", "no-cache"),
      ("/nb-NO/p%C3%A5%20tur%20%26%20mer.html", "text/html; charset=utf-8", "no-cache"),
      ("/%6eb-NO/sync.html?mode=both", "text/html; charset=utf-8", "no-cache"),
      ("http://help.example.com/nb-NO/sync.html", "text/html; charset=utf-8", "no-cache"),
      ("/robots.txt", "text/plain; charset=utf-8", "no-cache"),
      ("/sitemap.xml", "application/xml; charset=utf-8", "no-cache"),
      ("/logo.png", "image/png", "no-cache"),
      ("/lookup/nb-NO.hjx", "application/octet-stream", "no-cache"),
      (
        "/assets/theme-0a1b.css", "text/css; charset=utf-8", "public, max-age=31536000, immutable"
      ),
    ])
  func areServed(_ path: String, _ type: String, _ cache: String) async throws {
    let response = try await server.get(path)
    #expect(response.status == .ok)
    #expect(response["content-type"] == type)
    #expect(response["cache-control"] == cache)
    #expect(response["content-length"] == "\(response.body.readableBytes)")
    #expect(response.body.readableBytes > 0)
  }

  @Test(
    "are found under another case of the locale and without '.html'",
    arguments: [
      ("/nb-no/sync.html", "/nb-NO/sync.html"), ("/NB-NO/sync", "/nb-NO/sync.html"),
      ("/nb-NO/sync", "/nb-NO/sync.html"), ("/nb-NO", "/nb-NO/"), ("/nb_no/", "/nb-NO/"),
      ("/nb-NO/katalog", "/nb-NO/katalog/"),
      ("/nb-NO/sync?a=1&b=%22", "/nb-NO/sync.html?a=1&b=%22"),
      ("/nb-no/p%c3%a5%20tur%20&%20mer", "/nb-NO/p%C3%A5%20tur%20%26%20mer.html"),
    ])
  func areMoved(_ path: String, _ location: String) async throws {
    let response = try await server.get(path)
    #expect(response.status == .permanentRedirect)
    #expect(response["location"] == location)
    #expect(response.body.readableBytes == 0)
  }

  @Test(
    "begin with the reader's language",
    arguments: [
      (nil, "/en-US/"), ("nb", "/nb-NO/"), ("no,en;q=0.9", "/nb-NO/"), ("nn-NO", "/nb-NO/"),
      ("en;q=0.8, nb;q=0.9", "/nb-NO/"), ("nb;q=0, en", "/en-US/"), ("fr-CH, fr;q=0.9", "/en-US/"),
      ("*", "/en-US/"), (";;q=,", "/en-US/"),
    ] as [(String?, String)])
  func negotiateLanguage(_ header: String?, _ location: String) async throws {
    let response = try await server.get("/", header.map { [.acceptLanguage: $0] } ?? [:])
    #expect(response.status == .found)
    #expect(response["location"] == location)
    #expect(response["vary"] == "Accept-Language")
  }

  @Test(
    "are the page for what is not here, whatever is asked for",
    arguments: [
      "/none", "/nb-NO/none.html", "/nb-NO/../404", "/../../etc/passwd", "/nb-NO/%2e%2e/sync.html",
      "/%2e%2e/%2e%2e/etc/passwd", "//", "//etc/passwd", "///", "/nb-NO//sync.html",
      "/nb-NO/./sync.html", "/nb-NO\\sync.html", "/..%5c..%5cetc", "/nb-NO%2Fsync.html",
      "/nb-NO%2fsync", "/nb-NO/sync.html/", "/nb-NO/sync.html/x", "/manifest.json",
      "/.hjelp/lock", "/%FF%FE", "/%C0%AE%C0%AE/", "/nb-NO/sync.html%20", "/nb-NO/SYNC.html",
      "/nb-NO/sync.html;a=b", "/~root", "/con", "/nb-NO/%E2%80%AE", "/lookup/", "/v1", "/V1/lookup",
      "/%252e%252e/x", "/nb-NO/sync.html%3Fx", "/" + String(repeating: "a/", count: 5_000),
      "/" + String(repeating: "a", count: 16_000), "/fr-FR/sync.html", "/*", "/\u{202E}",
    ])
  func areMissing(_ path: String) async throws {
    let response = try await server.get(path)
    #expect(response.status == .notFound)
    #expect(response.text == "<!doctype html><title>Not here</title>")
    #expect(response["content-type"] == "text/html; charset=utf-8")
    #expect(response["etag"] == nil)
  }

  @Test(
    "are refused to what is no address",
    arguments: [
      ("/a%00", 400), ("/nb-NO/sync.html%00.png", 400), ("/%", 400), ("/%zz", 400), ("/a%2", 400),
      ("*", 400), ("", 400), ("nb-NO/sync.html", 400), ("?q=1", 400),
      ("/" + String(repeating: "a", count: 16_384), 414),
      ("/v1/lookup?q=" + String(repeating: "a", count: 16_384), 414),
    ])
  func areRefused(_ path: String, _ status: Int) async throws {
    let response = try await server.get(path)
    #expect(response.status.code == status)
    #expect(response["content-type"] == "application/problem+json; charset=utf-8")
  }

  @Test("carry the hash of their content as a strong tag")
  func carryTags() async throws {
    let hash = ContentHash.sha256(of: Array(SampleRelease.page.utf8))
    let response = try await server.get("/nb-NO/sync.html")
    #expect(response["etag"] == "\"\(hash)\"")
    #expect(response["vary"] == "Accept-Encoding")
  }

  @Test(
    "are not sent to who has them (RFC 9110, 13.1.2)",
    arguments: [
      ("\"HASH\"", true), ("W/\"HASH\"", true), ("*", true), ("\"a\", \"HASH\"", true),
      ("\"a\",W/\"HASH\" , \"b\"", true), ("\"HASH-gzip\"", true), ("\"a\"", false),
      ("HASH", false), ("\"\"", false), ("", false), ("\"-gzip\"", false), ("\"has", false),
    ])
  func areNotModified(_ header: String, _ isKnown: Bool) async throws {
    let hash = ContentHash.sha256(of: Array(SampleRelease.page.utf8))
    let response = try await server.get(
      "/nb-NO/sync.html", [.ifNoneMatch: header.replacingOccurrences(of: "HASH", with: hash)])
    #expect(response.status == (isKnown ? .notModified : .ok))
    #expect(response["etag"] == "\"\(hash)\"")
    #expect(response["cache-control"] == "no-cache")
    #expect(response.body.readableBytes == (isKnown ? 0 : SampleRelease.page.utf8.count))
    #expect(response["content-length"] == (isKnown ? nil : "\(SampleRelease.page.utf8.count)"))
  }

  @Test(
    "are compressed for who accepts it (RFC 9110, 12.5.3)",
    arguments: [
      ("gzip", true), ("br, gzip;q=0.5", true), ("GZIP", true), ("*", true), ("x-gzip", true),
      ("gzip;q=0", false), ("gzip; q=0.0, *", false), ("br", false), ("identity", false),
      ("*;q=0", false), ("", false), ("gzip;q=x", false),
    ])
  func areCompressed(_ header: String, _ isCompressed: Bool) async throws {
    let hash = ContentHash.sha256(of: Array(SampleRelease.page.utf8))
    let response = try await server.get("/nb-NO/sync.html", [.acceptEncoding: header])
    #expect(response["content-encoding"] == (isCompressed ? "gzip" : nil))
    #expect(response["etag"] == (isCompressed ? "\"\(hash)-gzip\"" : "\"\(hash)\""))
    #expect((response.body.readableBytes < SampleRelease.page.utf8.count) == isCompressed)
    #expect(response["content-length"] == "\(response.body.readableBytes)")
    if isCompressed {
      #expect(response.body.getBytes(at: 0, length: 3) == [0x1F, 0x8B, 8])
      // The last four bytes of a gzip member are the length of what it holds.
      let length = response.body.getInteger(
        at: response.body.writerIndex - 4, endianness: .little, as: UInt32.self)
      #expect(length == UInt32(SampleRelease.page.utf8.count))
    }
  }

  @Test("that are no text or are short are never compressed")
  func areLeftAlone() async throws {
    for path in ["/logo.png", "/lookup/nb-NO.hjx", "/robots.txt"] {
      let response = try await server.get(path, [.acceptEncoding: "gzip"])
      #expect(response["content-encoding"] == nil)
    }
  }

  @Test(
    "have heads alone", arguments: ["/nb-NO/sync.html", "/none", "/", "/livez", "/v1/lookup?q=x"])
  func haveHeads(_ path: String) async throws {
    let whole = try await server.get(path)
    let head = try await server.get(path, method: .head)
    #expect(head.status == whole.status)
    #expect(head.body.readableBytes == 0)
    #expect(head.headers == whole.headers)
  }

  @Test(
    "take GET and HEAD alone",
    arguments: [HTTPRequest.Method.post, .put, .delete, .patch, .options, .trace, .connect])
  func takeMethods(_ method: HTTPRequest.Method) async throws {
    let response = try await server.get("/nb-NO/sync.html", method: method)
    #expect(response.status == .methodNotAllowed)
    #expect(response["allow"] == "GET, HEAD")
  }

  @Test(
    "and all else have the headers of security",
    arguments: [
      "/nb-NO/sync.html", "/none", "/", "/nb-NO", "/%", "/v1/lookup", "/livez", "/logo.png",
    ])
  func haveSecurityHeaders(_ path: String) async throws {
    let response = try await server.get(path)
    #expect(
      response["content-security-policy"] == """
        default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' https: data:; \
        font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
        frame-ancestors 'none'
        """)
    #expect(response["x-content-type-options"] == "nosniff")
    #expect(response["referrer-policy"] == "strict-origin-when-cross-origin")
  }

  @Test("come whole over a connection")
  func comeOverNetwork() async throws {
    try await server.live { client in
      for _ in 0..<3 {
        let page = try await client.execute(uri: "/nb-NO/sync.html", method: .get)
        #expect(page.text == SampleRelease.page)
        let head = try await client.execute(uri: "/nb-NO/sync.html", method: .head)
        #expect(head.status == .ok)
        let known = try await client.execute(
          uri: "/nb-NO/sync.html", method: .get, headers: [.ifNoneMatch: "*"])
        #expect(known.status == .notModified)
        #expect(known.body.readableBytes == 0)
        let moved = try await client.execute(uri: "/nb-no/sync", method: .get)
        #expect(moved["location"] == "/nb-NO/sync.html")
      }
    }
  }
}
