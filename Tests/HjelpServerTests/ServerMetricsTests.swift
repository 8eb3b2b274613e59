import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import HjelpServer

@Suite("The metrics")
struct ServerMetricsTests {
  private let server: ServerTester

  init() throws { server = try ServerTester() }

  /// The value of a sample; `nil` if it is not there.
  private func value(_ sample: String) async throws -> Double? {
    let lines = try await server.metrics().text.split(separator: "\n")
    let line = lines.first { $0.hasPrefix(sample + " ") }
    return line?.split(separator: " ").last.flatMap { Double($0) }
  }

  @Test("count requests by route and class of status")
  func countRequests() async throws {
    for path in ["/v1/lookup?q=x", "/v1/lookup?q=y", "/v1/lookup", "/nb-NO/", "/nb-no/", "/%"] {
      _ = try await server.get(path)
    }
    let counts: [(String, Double)] = [
      ("lookup\",status=\"2xx", 2), ("lookup\",status=\"4xx", 1), ("page\",status=\"2xx", 1),
      ("page\",status=\"3xx", 1), ("other\",status=\"4xx", 1), ("livez\",status=\"2xx", 0),
    ]
    for (labels, count) in counts {
      #expect(try await value("hjelp_http_requests_total{route=\"\(labels)\"}") == count)
    }
    #expect(try await value("hjelp_http_request_duration_seconds_count{route=\"lookup\"}") == 3)
    let last = "hjelp_http_request_duration_seconds_bucket{route=\"lookup\",le=\"+Inf\"}"
    #expect(try await value(last) == 3)
    #expect(try await value("hjelp_http_requests_in_flight") == 0)
  }

  @Test("count answers by status and locale, found in memory or not, by GET, POST and batch")
  func countAnswers() async throws {
    _ = try await server.get("/v1/lookup?q=AADSTS50011&locale=nb")
    _ = try await server.get("/v1/lookup", method: .post, body: #"{"text":"AADSTS50011"}"#)
    _ = try await server.get(
      "/v1/lookup:batch", method: .post,
      body: #"{"queries":[{"text":"AADSTS50011","locale":"nb"},{"text":"zebra flute"}]}"#)
    _ = try await server.get("/v1/open?q=AADSTS50011&locale=nb")
    _ = try await server.get("/v1/errors/AADSTS99999")
    let answers: [(String, Double)] = [
      ("match\",locale=\"nb-NO", 3), ("match\",locale=\"en-US", 1), ("none\",locale=\"en-US", 2),
      ("candidates\",locale=\"en-US", 0),
    ]
    for (labels, count) in answers {
      #expect(try await value("hjelp_lookup_answers_total{status=\"\(labels)\"}") == count)
    }
    #expect(try await value("hjelp_lookup_cache_requests_total{result=\"hit\"}") == 1)
    #expect(try await value("hjelp_lookup_cache_requests_total{result=\"miss\"}") == 3)
  }

  @Test("tell the release and the process, and hold nothing that was asked")
  func tellRelease() async throws {
    _ = try await server.get("/v1/lookup?q=secret&locale=nb", [.userAgent: "secret"])
    _ = try await server.get("/secret/secret?secret")
    let response = try await server.metrics()
    #expect(response.status == .ok)
    #expect(response["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
    #expect(!response.text.contains("secret"))
    let release = try await server.get("/readyz").text.split(separator: "\"")[7]
    #expect(response.text.contains("hjelp_release_info{release=\"\(release)\"} 1\n"))
    #if os(Linux)
      for name in [
        "process_resident_memory_bytes", "process_cpu_seconds_total", "process_open_fds",
        "process_max_fds", "process_start_time_seconds",
      ] {
        #expect(try await value(name) ?? 0 > 0)
      }
    #endif
  }

  @Test("are at their own address alone")
  func haveOneAddress() async throws {
    #expect(try await server.metrics("/").status == .notFound)
    #expect(try await server.metrics("/metrics?x=1").status == .ok)
    let response = try await server.metrics(method: .post)
    #expect(response.status == .methodNotAllowed)
    #expect(response["allow"] == "GET, HEAD")
    #expect(try await server.metrics(method: .head).body.readableBytes == 0)
    #expect(try await server.get("/metrics").status == .notFound)
  }

  @Test(
    "put a duration into its bucket",
    arguments: [
      (Duration.zero, 0), (.nanoseconds(50_000), 0), (.nanoseconds(50_001), 1),
      (.milliseconds(1), 4), (.seconds(1), 10), (.seconds(3600), 11),
    ])
  func putIntoBuckets(_ duration: Duration, _ bucket: Int) {
    let histogram = DurationHistogram()
    histogram.record(duration)
    let expected = (0...11).map { $0 >= bucket ? 1 : 0 }
    #expect(histogram.cumulative == expected)
    #expect(histogram.sum == Int(duration / .nanoseconds(1)))
  }

  @Test("escape the values of labels")
  func escapeLabels() {
    var text = MetricsText()
    text.sample("x", [("y", "a\"b\\c\nd")], 1)
    #expect(text.text == "x{y=\"a\\\"b\\\\c\\nd\"} 1\n")
  }
}
