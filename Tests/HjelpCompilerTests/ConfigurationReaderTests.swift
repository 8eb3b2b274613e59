import Foundation
import HjelpChecks
import HjelpDiagnostics
import HjelpLocale
import Testing

@testable import HjelpCompiler

@Suite("The settings of the server in hjelp.yml")
struct ConfigurationReaderTests {
  private func read(_ text: String) throws -> Configuration {
    try ConfigurationReader.read(Array(text.utf8), file: "help/hjelp.yml")
  }

  @Test("are read, with files beside the configuration")
  func areRead() throws {
    let configuration = try read(
      """
      cors:
        - https://app.example.com
        - http://localhost:3000
      server:
        host: 0.0.0.0
        port: 8443
        metrics-port: 9090
        unanswered: logs/unanswered.jsonl

      """)
    #expect(
      configuration.allowedOrigins == ["https://app.example.com", "http://localhost:3000"])
    #expect(configuration.server.host == "0.0.0.0")
    #expect(configuration.server.port == 8443)
    #expect(configuration.server.metricsPort == 9090)
    #expect(configuration.server.unanswered == "help/logs/unanswered.jsonl")
  }

  @Test("levels of rules hold in all articles, or in some locales and paths, the last one first")
  func ruleLevels() throws {
    let rules = try read(
      """
      rules:
        unit.gap: error
        link.glued:
        - level: warning
        - {level: off, locales: [nb-NO], paths: ["archive/**"]}

      """
    ).rules
    #expect(
      rules == [
        RuleSetting(rule: "unit.gap", level: .severity(.error)),
        RuleSetting(rule: "link.glued", level: .severity(.warning)),
        RuleSetting(
          rule: "link.glued", level: .off, locales: [try #require(LocaleTag("nb-NO"))],
          paths: ["archive/**"]),
      ])
  }

  @Test(
    "are refused with file, line and what was meant",
    arguments: [
      ("server:\n  prot: 80\n", "help/hjelp.yml:2: unknown key 'prot'; did you mean 'port'?"),
      (
        "server:\n  port: 70000\n",
        "help/hjelp.yml:2: 'port' must be a number from 0 to 65535"
      ),
      (
        "rules:\n  unit.gap: {levle: off}\n",
        "help/hjelp.yml:2: unknown key 'levle'; did you mean 'level'?"
      ),
      (
        "rules:\n  unit.gap: {paths: [a]}\n",
        "help/hjelp.yml:2: the level of 'unit.gap' must be error, warning, info or off"
      ),
      ("server: 80\n", "help/hjelp.yml:1: 'server' must hold lines such as 'port: 8080'"),
    ])
  func areRefused(_ text: String, _ message: String) {
    #expect {
      try read(text)
    } throws: { ($0 as? CompilerError)?.description == message }
  }

  @Test(
    "take origins as browsers send them",
    arguments: [
      ("https://app.example.com", true), ("http://localhost:3000", true), ("*", true),
      ("http://[::1]:8080", true), ("https://app.example.com/", false),
      ("https://app.example.com:443", false), ("app.example.com", false),
      ("https://App.example.com", false),
    ])
  func origins(_ text: String, _ isOrigin: Bool) {
    #expect(WebOrigin.isOrigin(text) == isOrigin)
  }

  @Test("takes settings that stand in no file, and names where they come from")
  func setsFromElsewhere() throws {
    var settings = Configuration()
    let pairs = [
      ("port", "9000"), ("base-url", "https://help.example.com/"), ("locales", "nb-NO, ja-JP"),
      ("trusted-proxies", "10.0.0.0/8,::1"), ("rate-limit", "50"),
    ]
    for (key, text) in pairs {
      try ConfigurationReader.set(key, to: text, from: "HJELP_X", in: &settings)
    }
    #expect(settings.server.port == 9000)
    #expect(settings.baseURL == "https://help.example.com")
    #expect(settings.locales.map(\.description) == ["nb-NO", "ja-JP"])
    #expect(settings.server.trustedProxies == ["10.0.0.0/8", "::1"])
    #expect(settings.server.rateLimit == 50)
    let error = #expect(throws: CompilerError.self) {
      try ConfigurationReader.set("port", to: "x", from: "HJELP_PORT", in: &settings)
    }
    #expect(error?.description == "HJELP_PORT: 'port' must be a number from 0 to 65535")
  }

  @Test("have a schema for editors with the same keys")
  func haveSchema() throws {
    struct Schema: Decodable {
      struct Part: Decodable {
        let properties: [String: Part]?
      }
      let properties: [String: Part]
    }
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let schema = try JSONDecoder().decode(
      Schema.self, from: Data(contentsOf: root.appending(path: "Public/schemas/hjelp.json")))
    #expect(schema.properties.keys.sorted() == Configuration.keys.sorted())
    #expect(
      schema.properties["server"]?.properties?.keys.sorted() == Configuration.Server.keys.sorted())
    #expect(
      schema.properties["colors"]?.properties?.keys.sorted()
        == Configuration.colorNames.map(\.key).sorted())
  }
}
