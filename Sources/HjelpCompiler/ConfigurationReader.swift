internal import HjelpArticle
internal import HjelpChecks
internal import HjelpDiagnostics
internal import HjelpEncoding
internal import HjelpLocale
internal import HjelpSite
internal import Yams

/// Reads `hjelp.yml`.
package struct ConfigurationReader {
  private let file: String
  private var configuration = Configuration()

  /// Reads a configuration from its bytes.
  ///
  /// - Throws: An error that names the file and the line.
  package static func read(_ bytes: [UInt8], file: String) throws(CompilerError) -> Configuration {
    var reader = ConfigurationReader(file: file)
    reader.configuration.file = file
    try reader.read(bytes)
    return reader.configuration
  }

  /// Puts the value of a setting that stands in no file into a configuration.
  ///
  /// - Parameters:
  ///   - key: A key of the file, or one of those below `server`.
  ///   - text: Its value; of a list the elements with commas between them.
  ///   - origin: What errors name: `HJELP_PORT`.
  package static func set(
    _ key: String, to text: String, from origin: String, in configuration: inout Configuration
  ) throws(CompilerError) {
    var reader = ConfigurationReader(file: origin)
    reader.configuration = configuration
    let isList = Configuration.lists.contains(key)
    let parts = text.split(separator: ",").map {
      Node($0.trimmingPrefix(while: { $0 == " " }).description)
    }
    let node = isList ? Node(parts) : Node(text)
    // Of a list nothing of the file's is kept.
    if key == "locales" { reader.configuration.locales = [] }
    if Configuration.Server.keys.contains(key) {
      try reader.setServer(key, node, line: 0)
    } else {
      try reader.set(key, node, line: 0)
      reader.configuration.lines[key] = configuration.lines[key]
    }
    configuration = reader.configuration
  }

  private init(file: String) { self.file = file }

  private mutating func read(_ bytes: [UInt8]) throws(CompilerError) {
    let node: Node?
    do {
      node = try Yams.compose(yaml: String(decoding: bytes, as: UTF8.self), .basic, .default)
    } catch let error as YamlError {
      throw syntax(error, lines: Self.lines(bytes))
    } catch {
      throw fault(1, "it is not YAML")
    }
    guard let node else { return }
    guard let mapping = node.mapping else {
      throw fault(1, "the configuration must be 'key: value' lines")
    }
    for (key, value) in mapping {
      try set(key.scalar?.string ?? "", value, line: key.mark?.line ?? 1)
    }
  }

  private mutating func set(_ key: String, _ value: Node, line: Int) throws(CompilerError) {
    configuration.lines[key] = line
    switch key {
    case "title": configuration.title = try text(key, value, line)
    case "base-url":
      configuration.baseURL = try Self.address(try text(key, value, line), key, self, line)
    case "link-base":
      configuration.linkBase = try Self.address(try text(key, value, line), key, self, line)
    case "public": configuration.publicFolder = try text(key, value, line)
    case "source": configuration.source = try locale(try text(key, value, line), line)
    case "locales":
      for name in try texts(key, value, line) {
        configuration.locales.append(try locale(name, line))
      }
    case "exclude": configuration.exclude = try texts(key, value, line)
    case "url-schemes":
      configuration.urlSchemes = Set(try texts(key, value, line).map { $0.lowercased() })
      let harmful: Set<String> = ["javascript", "data", "vbscript"]
      if let scheme = configuration.urlSchemes.intersection(harmful).sorted().first {
        throw fault(line, "scheme '\(scheme)' can run scripts and cannot be allowed")
      }
    case "rules": try setRules(value, line)
    case "baseline": configuration.baseline = try path(key, value, line)
    case "glossary": configuration.glossary = try path(key, value, line)
    case "no-loc": configuration.noLoc = try texts(key, value, line)
    case "logo": configuration.logo = try path(key, value, line)
    case "links": try setLinks(value, line)
    case "colors": try setColors(value, line)
    case "stylesheet": configuration.stylesheet = try path(key, value, line)
    case "header": configuration.header = try path(key, value, line)
    case "footer": configuration.footer = try path(key, value, line)
    case "feedback":
      configuration.feedback = try text(key, value, line)
      guard configuration.feedback?.hasPrefix("https://") ?? false else {
        throw fault(line, "'feedback' must be an address such as 'https://example.com/?id={id}'")
      }
    case "interface": try setInterface(value, line)
    case "redirects":
      for (from, to, line) in try pairs(key, value, line) {
        configuration.redirects.append((from, to, line))
      }
    case "cors": configuration.allowedOrigins = try origins(key, value, line)
    case "server": try setServer(value, line)
    default: throw unknown(key, among: Configuration.keys, line)
    }
  }

  private func unknown(_ key: String, among keys: [String], _ line: Int) -> CompilerError {
    let meant = Suggestion.nearest(to: key, among: keys)
    let hint =
      meant.map { "did you mean '\($0)'?" } ?? "the keys are \(keys.joined(separator: ", "))"
    return fault(line, "unknown key '\(key)'; \(hint)")
  }

  private mutating func setLinks(_ value: Node, _ line: Int) throws(CompilerError) {
    for (text, address, line) in try pairs("links", value, line) {
      guard !address.lowercased().hasPrefix("javascript:"), !address.hasPrefix("data:") else {
        throw fault(line, "'\(address)' can run scripts and cannot be a link")
      }
      configuration.links.append(SiteOwner.Link(text: text, address: address))
    }
  }

  /// Reads `accent: "#1750c4"`, or `accent: ["#1750c4", "#8ab4ff"]` for light and dark.
  private mutating func setColors(_ value: Node, _ line: Int) throws(CompilerError) {
    guard let mapping = value.mapping else {
      throw fault(line, "'colors' must hold lines such as 'accent: \"#1750c4\"'")
    }
    for (key, value) in mapping {
      let line = key.mark?.line ?? line
      let name = key.scalar?.string ?? ""
      guard let color = Configuration.colorNames.first(where: { $0.key == name }) else {
        throw unknown(name, among: Configuration.colorNames.map(\.key), line)
      }
      let values = try texts(name, value, line)
      guard (1...2).contains(values.count), let light = values.first, let dark = values.last,
        values.allSatisfy({ Self.isColor($0) })
      else {
        throw fault(line, "'\(name)' must be a colour such as '#1750c4', or two for light and dark")
      }
      configuration.colors.append((color.property, light, dark))
    }
  }

  private static func isColor(_ text: String) -> Bool {
    let digits = text.utf8.dropFirst()
    return text.hasPrefix("#") && [3, 6].contains(digits.count)
      && digits.allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20)
      }
  }

  private mutating func setInterface(_ value: Node, _ line: Int) throws(CompilerError) {
    guard let mapping = value.mapping else {
      throw fault(line, "'interface' must hold a locale and its words")
    }
    for (key, value) in mapping {
      let line = key.mark?.line ?? line
      let locale = try locale(key.scalar?.string ?? "", line)
      for (name, text, line) in try pairs("interface", value, line) {
        guard let word = InterfaceWords.Key(rawValue: name) else {
          throw unknown(name, among: InterfaceWords.Key.allCases.map(\.rawValue), line)
        }
        configuration.interface[locale, default: [:]][word] = text
      }
    }
  }

  /// A mapping of texts, each with its line.
  private func pairs(
    _ key: String, _ value: Node, _ line: Int
  ) throws(CompilerError) -> [(key: String, value: String, line: Int)] {
    guard let mapping = value.mapping else {
      throw fault(line, "'\(key)' must hold lines such as 'name: text'")
    }
    var pairs: [(key: String, value: String, line: Int)] = []
    for (name, value) in mapping {
      let line = name.mark?.line ?? line
      pairs.append(
        (name.scalar?.string ?? "", try text(name.scalar?.string ?? key, value, line), line))
    }
    return pairs
  }

  private mutating func setServer(_ value: Node, _ line: Int) throws(CompilerError) {
    guard let mapping = value.mapping else {
      throw fault(line, "'server' must hold lines such as 'port: 8080'")
    }
    for (key, value) in mapping {
      try setServer(key.scalar?.string ?? "", value, line: key.mark?.line ?? line)
    }
  }

  private mutating func setServer(
    _ name: String, _ value: Node, line: Int
  ) throws(CompilerError) {
    switch name {
    case "host": configuration.server.host = try text(name, value, line)
    case "port": configuration.server.port = try port(name, value, line)
    case "metrics-port": configuration.server.metricsPort = try port(name, value, line)
    case "unanswered": configuration.server.unanswered = try store(name, value, line)
    case "rate-limit":
      guard let limit = Int(try text(name, value, line)), (1...1_000_000).contains(limit) else {
        throw fault(line, "'rate-limit' must be a number of requests a second, 1 to 1000000")
      }
      configuration.server.rateLimit = limit
    case "trusted-proxies": configuration.server.trustedProxies = try texts(name, value, line)
    default: throw unknown(name, among: Configuration.Server.keys, line)
    }
    configuration.lines[name] = line
  }

  private mutating func setRules(_ value: Node, _ line: Int) throws(CompilerError) {
    guard let mapping = value.mapping else {
      throw fault(line, "'rules' must hold lines such as 'unit.gap: off'")
    }
    for (key, level) in mapping {
      let line = key.mark?.line ?? line
      let name = key.scalar?.string ?? ""
      guard let rule = RuleSet.rule(name) else {
        throw fault(line, "unknown rule '\(name)'" + RuleNames.hint(for: name))
      }
      if let items = level.sequence {
        for item in items { try addSetting(rule.id, item, line) }
      } else {
        try addSetting(rule.id, level, line)
      }
    }
  }

  /// Reads `off`, or `{level: off, locales: [ja-JP], paths: ["archive/**"]}`.
  private mutating func addSetting(
    _ rule: RuleID, _ value: Node, _ line: Int
  ) throws(CompilerError) {
    var level = value.scalar?.string
    var locales: [LocaleTag] = []
    var paths: [String] = []
    if let mapping = value.mapping {
      for (key, part) in mapping {
        let line = key.mark?.line ?? line
        let name = key.scalar?.string ?? ""
        switch name {
        case "level": level = part.scalar?.string
        case "locales":
          for name in try texts(name, part, line) { locales.append(try locale(name, line)) }
        case "paths": paths = try texts(name, part, line)
        default: throw unknown(name, among: ["level", "locales", "paths"], line)
        }
      }
    }
    guard let level = RuleSet.Level(level ?? "") else {
      throw fault(
        value.mark?.line ?? line, "the level of '\(rule)' must be error, warning, info or off")
    }
    configuration.rules.append(
      RuleSetting(rule: rule, level: level, locales: locales, paths: paths))
  }

  // MARK: - Values

  private func text(_ key: String, _ value: Node, _ line: Int) throws(CompilerError) -> String {
    guard let text = value.scalar?.string, !text.isEmpty else {
      throw fault(line, "'\(key)' must be a text")
    }
    return text
  }

  private func texts(_ key: String, _ value: Node, _ line: Int) throws(CompilerError) -> [String] {
    if let text = value.scalar?.string { return text.isEmpty ? [] : [text] }
    guard let sequence = value.sequence else { throw fault(line, "'\(key)' must be a list") }
    let texts = sequence.compactMap { $0.scalar?.string }
    guard texts.count == sequence.count else {
      throw fault(line, "'\(key)' must be a list of texts")
    }
    return texts
  }

  private func port(_ key: String, _ value: Node, _ line: Int) throws(CompilerError) -> Int {
    guard let port = Int(try text(key, value, line)), (0...65535).contains(port) else {
      throw fault(line, "'\(key)' must be a number from 0 to 65535")
    }
    return port
  }

  /// A file, relative to the configuration.
  private func path(_ key: String, _ value: Node, _ line: Int) throws(CompilerError) -> String {
    let path = try text(key, value, line)
    guard !path.contains("://") else {
      throw fault(line, "'\(key)' must be a file")
    }
    guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
    return file[...slash] + path
  }

  /// A file, or the address of a database.
  private func store(_ key: String, _ value: Node, _ line: Int) throws(CompilerError) -> String {
    let text = try text(key, value, line)
    guard DatabaseAddress(text) == nil else { return text }
    guard !text.contains("://") else {
      throw fault(
        line, "'\(key)' must be a file, or a database as in 'postgresql://user@host/name'")
    }
    return try path(key, value, line)
  }

  private func origins(
    _ key: String, _ value: Node, _ line: Int
  ) throws(CompilerError) -> [String] {
    let origins = try texts(key, value, line)
    if let wrong = origins.first(where: { !WebOrigin.isOrigin($0) }) {
      throw fault(
        line, "'\(wrong)' is no origin; write it as browsers do: 'https://admin.example.com'")
    }
    return origins
  }

  private func locale(_ name: String, _ line: Int) throws(CompilerError) -> LocaleTag {
    guard let tag = LocaleTag(name) else {
      throw fault(line, "'\(name)' is not a locale; write it as 'nb-NO'")
    }
    return tag
  }

  private static func address(
    _ text: String, _ key: String, _ reader: ConfigurationReader, _ line: Int
  ) throws(CompilerError) -> String {
    guard let address = SiteAddress.normalized(text) else {
      throw reader.fault(line, "'\(key)' must be an address such as 'https://help.example.com'")
    }
    return address
  }

  /// How many lines there are; a lone CR ends one too.
  private static func lines(_ bytes: [UInt8]) -> Int {
    1
      + bytes.indices.count {
        bytes[$0] == 0x0A
          || bytes[$0] == 0x0D && ($0 + 1 == bytes.count || bytes[$0 + 1] != 0x0A)
      }
  }

  /// - Parameter lines: How many lines the file has: the reader sees one more behind the last.
  private func syntax(_ error: YamlError, lines: Int) -> CompilerError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      fault(min(mark.line, lines), "it is not YAML: \(problem)")
    case .duplicatedKeysInMapping(_, let context):
      fault(context.mark.line, "a key stands twice")
    default: fault(1, "it is not YAML")
    }
  }

  private func fault(_ line: Int, _ message: String) -> CompilerError {
    .configuration(file: file, line: line, message: message)
  }
}
