internal import HjelpLocale
internal import HjelpMarkdown
internal import HjelpSite

/// What the owner of a site has set, read from the files that the configuration names.
struct OwnerFiles: Sendable {
  /// The settings for the pages.
  let settings: SiteOwner
  /// The files that belong to them, by their paths in the site.
  let files: [(path: String, bytes: [UInt8])]

  init(_ configuration: Configuration, urls: URLPolicy) throws(CompilerError) {
    var settings = SiteOwner()
    var files: [(path: String, bytes: [UInt8])] = []
    settings.links = configuration.links
    settings.feedback = configuration.feedback
    if let logo = configuration.logo {
      let bytes = try Self.read("logo", logo, configuration)
      let path = SiteBuild.asset("logo", Self.suffix(of: logo), bytes)
      settings.logo = path
      files.append((path, bytes))
    }
    var style = Self.style(configuration.colors)
    if let own = configuration.stylesheet {
      style += try Self.read("stylesheet", own, configuration)
    }
    if !style.isEmpty {
      let path = SiteBuild.asset("site", "css", style)
      settings.stylesheet = path
      files.append((path, style))
    }
    if let header = configuration.header {
      settings.header = try Self.html("header", header, configuration, urls)
    }
    if let footer = configuration.footer {
      settings.footer = try Self.html("footer", footer, configuration, urls)
    }
    for (locale, words) in configuration.interface {
      settings.words[locale] = InterfaceWords.words(for: locale, replaced: words)
    }
    self.settings = settings
    self.files = files
  }

  private static func read(
    _ key: String, _ path: String, _ configuration: Configuration
  ) throws(CompilerError) -> [UInt8] {
    let reason: String
    switch SystemCalls.read(Array(path.utf8), limit: 1 << 20) {
    case .bytes(let bytes): return bytes
    case .tooLarge: reason = "it is larger than 1 MiB"
    case .failed(let text, _): reason = text
    }
    throw .configuration(
      file: configuration.file ?? path, line: configuration.lines[key] ?? 1,
      message: "'\(key)': '\(path)' cannot be read: \(reason)")
  }

  /// A file's HTML by the allow-list of articles; what is not allowed is refused.
  private static func html(
    _ key: String, _ path: String, _ configuration: Configuration, _ urls: URLPolicy
  ) throws(CompilerError) -> OwnerHTML {
    let bytes = try read(key, path, configuration)
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw .configuration(file: path, line: 1, message: "it is not UTF-8")
    }
    let html = OwnerHTML(bytes, urls: urls)
    if let first = html.dropped.min(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      let line = 1 + bytes.prefix(first.range.lowerBound).count { $0 == 0x0A }
      let what =
        switch first.kind {
        case .tag, .pseudoTag: "element '\(first.name)'"
        case .attribute: "attribute '\(first.name)'"
        case .scheme: "scheme '\(first.name):'"
        }
      throw .configuration(
        file: path, line: line, message: "\(what) is not allowed here; remove it")
    }
    return html
  }

  /// The custom properties that the theme's colours are made of.
  private static func style(_ colors: [(name: String, light: String, dark: String)]) -> [UInt8] {
    guard !colors.isEmpty else { return [] }
    let properties = colors.map { color in
      "--\(color.name):light-dark(\(color.light),\(color.dark))"
    }
    return Array(":root{\(properties.joined(separator: ";"))}\n".utf8)
  }

  private static func suffix(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return name.contains(".") ? String(name.split(separator: ".").last ?? "") : "bin"
  }
}
