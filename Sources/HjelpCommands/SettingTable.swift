internal import HjelpCompiler
internal import HjelpEncoding
internal import HjelpLocale
internal import HjelpSite

/// The settings with their values and where these come from.
struct SettingTable {
  /// A setting.
  struct Row {
    let key: String
    /// The value as text; `nil` where there is none.
    var value: String?
    /// `--port`, `HJELP_PORT`, `hjelp.yml:3` or `default`.
    var origin: String
  }

  private(set) var rows: [Row] = []

  /// The settings of a configuration that the environment is in already.
  init(_ configuration: Configuration) {
    for (key, value) in Self.values(configuration) {
      var origin = "default"
      if EnvironmentSettings.keys.contains(key) || EnvironmentSettings.others.contains(key),
        EnvironmentSettings.text(key) != nil
      {
        origin = EnvironmentSettings.variable(key)
      } else if let line = configuration.lines[key] {
        origin = "\(configuration.file ?? "hjelp.yml"):\(line)"
      }
      rows.append(Row(key: key, value: value.map(Self.masked), origin: origin))
    }
  }

  /// Puts the value of a flag over what is there.
  mutating func override(_ key: String, _ value: String?, flag: String) {
    guard let value, let index = rows.firstIndex(where: { $0.key == key }) else { return }
    rows[index].value = Self.masked(value)
    rows[index].origin = flag
  }

  /// A line for each setting.
  var text: String {
    let keyWidth = rows.map(\.key.count).max() ?? 0
    let originWidth = rows.map(\.origin.count).max() ?? 0
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: width - text.count)
    }
    return rows.map { row in
      "\(padded(row.key, keyWidth))  \(padded(row.origin, originWidth))  \(row.value ?? "-")\n"
    }.joined()
  }

  /// One object with all of them, and a line end.
  var json: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.beginArray("settings")
    for row in rows {
      json.lineBreak()
      json.beginObject()
      json.field("key", row.key)
      json.field("value", row.value)
      json.field("origin", row.origin)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.bytes + [UInt8(ascii: "\n")]
  }

  /// A value without the password of an address: `postgresql://hjelp:***@db/help`.
  private static func masked(_ value: String) -> String {
    guard let scheme = value.firstRange(of: "://") else { return value }
    let rest = value[scheme.upperBound...]
    guard let at = rest.prefix(while: { $0 != "/" }).lastIndex(of: "@"),
      let colon = rest[..<at].firstIndex(of: ":")
    else { return value }
    return value[...colon] + "***" + value[at...]
  }

  private static func values(_ settings: Configuration) -> [(String, String?)] {
    func list(_ texts: [String]) -> String? { texts.isEmpty ? nil : texts.joined(separator: ", ") }
    func count(_ number: Int, _ name: String) -> String? {
      number == 0 ? nil : "\(number) \(name)"
    }
    let server = settings.server
    return [
      ("config", settings.file), ("title", settings.title), ("base-url", settings.baseURL),
      ("link-base", settings.linkBase), ("public", settings.publicFolder),
      ("source", settings.source.description),
      ("locales", list(settings.locales.map(\.description))), ("exclude", list(settings.exclude)),
      ("rules", count(settings.rules.count, "levels")), ("baseline", settings.baseline),
      ("glossary", settings.glossary), ("no-loc", list(settings.noLoc)), ("logo", settings.logo),
      ("links", list(settings.links.map(\.text))), ("colors", list(settings.colors.map(\.name))),
      ("stylesheet", settings.stylesheet), ("header", settings.header),
      ("footer", settings.footer), ("feedback", settings.feedback),
      ("interface", list(settings.interface.keys.sorted().map(\.description))),
      ("redirects", count(settings.redirects.count, "addresses")),
      ("url-schemes", list(settings.urlSchemes.sorted())),
      ("cors", list(settings.allowedOrigins)), ("host", server.host ?? "127.0.0.1"),
      ("port", String(server.port ?? 8080)), ("metrics-port", server.metricsPort.map(String.init)),
      ("unanswered", server.unanswered.map { DatabaseAddress($0)?.description ?? $0 }),
      ("rate-limit", server.rateLimit.map(String.init)),
      ("trusted-proxies", list(server.trustedProxies)), ("site", EnvironmentSettings.text("site")),
      ("jobs", EnvironmentSettings.text("jobs") ?? String(Processors.count)),
      ("log-format", EnvironmentSettings.text("log-format")),
      ("access-log", EnvironmentSettings.isOn("access-log") ? "true" : "false"),
    ]
  }
}
