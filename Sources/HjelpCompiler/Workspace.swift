package import HjelpArticle
internal import HjelpChecks
package import HjelpLocale

/// The files that a command works on.
package struct Workspace: Sendable {
  /// A file with its place in the content.
  package struct Input: Sendable {
    /// The path as named on the command line, joined.
    package var path: [UInt8]
    /// The path below the locale folder; of an article without `.md`.
    package var id: ArticleID
    /// The locale of the nearest locale folder.
    package var locale: LocaleTag?
    /// The named path that it was found under, resolved.
    var root: [UInt8]
    /// What stands there; a link is not followed.
    var kind: SystemCalls.Kind?
    /// Why a folder could not be listed.
    var refusal: String?

    /// The path as text.
    package var name: String { String(decoding: path, as: UTF8.self) }
  }

  /// The articles, in the order of their paths.
  package private(set) var articles: [Input] = []
  /// The images beside them.
  package private(set) var images: [Input] = []
  /// The files that are neither: links can lead to them.
  private var others: [[UInt8]] = []
  /// The folders that were listed, and those beside the named paths that may get a file of Hjelp's.
  private(set) var folders: [[UInt8]] = []
  /// The settings.
  package let configuration: Configuration
  /// The folder whose files are copied as they are, if it is there.
  package let publicFolder: String?
  /// The paths as named.
  package let paths: [String]

  /// Finds the files below `paths`.
  ///
  /// - Parameters:
  ///   - paths: Folders of locale folders, roots of a locale, or single articles; empty for the
  ///     current folder if it holds `hjelp.yml`, else `Content`.
  ///   - configurationFile: The configuration that was named.
  ///   - adjust: Puts settings that stand in no file over those of the file.
  package init(
    paths named: [String], configurationFile: String?,
    adjust: (inout Configuration) throws(CompilerError) -> Void = { (_) throws(CompilerError) in }
  ) throws(CompilerError) {
    let paths = Self.paths(named)
    for path in paths where try SystemCalls.found(Array(path.utf8)) == nil {
      throw named.isEmpty
        ? .unusable(
          path: path,
          reason: "it is not there, and no folder is named; name one, or run 'hjelp init'")
        : .missing(path: path)
    }
    self.paths = paths
    var settings = try Self.configuration(paths: paths, named: configurationFile)
    try adjust(&settings)
    configuration = settings
    publicFolder = try Self.publicFolder(paths: paths, configuration: configuration)
    for path in paths { try scan(path) }
    if let first = paths.first { folders.append(Array(Self.join(first, "..").utf8)) }
    articles.sort { $0.path.lexicographicallyPrecedes($1.path) }
    images.sort { $0.path.lexicographicallyPrecedes($1.path) }
  }

  /// The files of the content that a build reads, or would read if they were there.
  var contentFiles: [[UInt8]] { articles.map(\.path) + contentFilesBesideArticles }

  private var contentFilesBesideArticles: [[UInt8]] {
    images.map(\.path) + ContentTables.files(self)
      + (configuration.files + RedirectionFile.files(self)).map { Array($0.utf8) }
  }

  /// Every file that a build reads, or whose being there it looks at, but the articles.
  var filesBesideArticles: [[UInt8]] {
    let files =
      contentFilesBesideArticles + others.sorted { $0.lexicographicallyPrecedes($1) }
    guard let publicFolder else { return files }
    return files
      + ((try? PublicFiles.paths(in: Array(publicFolder.utf8))) ?? []).map(\.path)
  }

  /// The paths that are meant where these are named.
  static func paths(_ named: [String]) -> [String] {
    guard named.isEmpty else { return named }
    return [SystemCalls.status(Array("hjelp.yml".utf8)) != nil ? "." : "Content"]
  }

  // MARK: - Settings

  private static func configuration(
    paths: [String], named: String?
  ) throws(CompilerError) -> Configuration {
    if let named {
      switch SystemCalls.read(Array(named.utf8), limit: 1 << 20) {
      case .bytes(let bytes): return try ConfigurationReader.read(bytes, file: named)
      case .tooLarge: throw .unusable(path: named, reason: "it is larger than 1 MiB")
      case .failed(let reason, _): throw .unusable(path: named, reason: reason)
      }
    }
    guard let first = paths.first else { return Configuration() }
    var candidates = [join(first, "hjelp.yml")]
    if LocaleTag(folder: name(of: first)) != nil {
      candidates.append(join(join(first, ".."), "hjelp.yml"))
    }
    for candidate in candidates {
      guard try SystemCalls.found(Array(candidate.utf8), follows: false) != nil else { continue }
      return try configuration(paths: paths, named: candidate)
    }
    return Configuration()
  }

  private static func publicFolder(
    paths: [String], configuration: Configuration
  ) throws(CompilerError) -> String? {
    if let named = configuration.publicFolder {
      let folder = configuration.file.map { parent(of: $0) } ?? "."
      return named.hasPrefix("/") ? named : join(folder, named)
    }
    guard let first = paths.first else { return nil }
    let isLocale = LocaleTag(folder: name(of: first)) != nil
    let folder = join(isLocale ? join(first, "..") : first, "../Public")
    return try SystemCalls.found(Array(folder.utf8))?.kind == .folder ? folder : nil
  }

  // MARK: - Files

  private mutating func scan(_ path: String) throws(CompilerError) {
    let bytes = Array(path.utf8)
    guard let root = SystemCalls.resolved(bytes) else {
      throw .unusable(path: path, reason: SystemCalls.lastReason)
    }
    var locale: LocaleTag?
    var prefix: [[UInt8]] = []
    for part in root.split(separator: 0x2F) {
      prefix.append(Array(part))
      if let tag = folderLocale(part) {
        locale = tag
        prefix = []
      }
    }
    // Below a locale's root, the folders down to the named path are part of the id.
    if locale == nil { prefix = [] }
    if SystemCalls.status(bytes)?.kind == .file {
      guard let name = prefix.popLast() ?? root.split(separator: 0x2F).last.map({ Array($0) })
      else {
        return
      }
      let folder = root.dropLast(name.count + 1)
      let kind = SystemCalls.status(bytes, follows: false)?.kind
      try add(bytes, parts: prefix + [name], locale: locale, root: Array(folder), kind: kind)
      return
    }
    var trimmed = bytes
    while trimmed.count > 1, trimmed.last == 0x2F { trimmed.removeLast() }
    try walk(trimmed, parts: prefix, locale: locale, root: root)
  }

  private mutating func walk(
    _ named: [UInt8], parts: [[UInt8]], locale: LocaleTag?, root: [UInt8]
  ) throws(CompilerError) {
    var open = [(path: named, parts: parts, locale: locale)]
    while let folder = open.popLast() {
      let entries: [(name: [UInt8], kind: SystemCalls.Kind?)]
      folders.append(folder.path)
      do throws(CompilerError) {
        entries = try SystemCalls.entries(folder.path)
        guard SystemCalls.canEnter(folder.path) else {
          throw SystemCalls.failure("access", folder.path)
        }
      } catch {
        if folder.path == named { throw error }
        // One folder that cannot be read is a finding; the others are built.
        addRefused(
          folder.path, parts: folder.parts, locale: folder.locale, root: root,
          reason: error.description)
        continue
      }
      for (name, known) in entries where name.first != 0x2E {
        let path = folder.path == [0x2E] ? name : Self.joined([folder.path, name])
        let parts = folder.parts + [name]
        guard !isExcluded(parts) else { continue }
        let kind = known ?? SystemCalls.status(path, follows: false)?.kind
        let reason = kind == nil ? SystemCalls.lastReason : nil
        if kind == .folder, !Self.hasSuffix(name, ".md") {
          if let tag = folderLocale(name[...]) {
            open.append((path, [], tag))
          } else {
            open.append((path, parts, folder.locale))
          }
        } else if kind == nil && !name.contains(0x2E)
          || kind == .link && SystemCalls.status(path)?.kind == .folder
        {
          addRefused(path, parts: parts, locale: folder.locale, root: root, reason: reason)
        } else {
          try add(path, parts: parts, locale: folder.locale, root: root, kind: kind)
        }
      }
    }
  }

  private mutating func add(
    _ path: [UInt8], parts: [[UInt8]], locale: LocaleTag?, root: [UInt8],
    kind: SystemCalls.Kind?
  ) throws(CompilerError) {
    let whole = Self.joined(parts)
    if Self.hasSuffix(whole, ".md") {
      articles.append(
        Input(
          path: path, id: ArticleID(Array(whole.dropLast(3))), locale: locale, root: root,
          kind: kind))
    } else if Self.imageSuffixes.contains(where: { Self.hasSuffix(whole, $0) }) {
      // An image that cannot be copied stops a build; so does one that cannot be looked at.
      guard kind != nil else { throw SystemCalls.failure("stat", path) }
      guard kind == .file || isFile(path, within: root) else { return }
      images.append(
        Input(path: path, id: ArticleID(whole), locale: locale, root: root, kind: kind))
    } else {
      others.append(path)
    }
  }

  /// Something that is not read, so that a finding says so.
  private mutating func addRefused(
    _ path: [UInt8], parts: [[UInt8]], locale: LocaleTag?, root: [UInt8], reason: String? = nil
  ) {
    let id = ArticleID(parts.joined(separator: [0x2F]))
    let kind = SystemCalls.status(path, follows: false)?.kind
    articles.append(
      Input(path: path, id: id, locale: locale, root: root, kind: kind, refusal: reason))
  }

  /// Whether a path is a regular file, or a link to one that stays in the content.
  private func isFile(_ path: [UInt8], within root: [UInt8]) -> Bool {
    switch SystemCalls.status(path, follows: false)?.kind {
    case .file: true
    case .link:
      SystemCalls.status(path)?.kind == .file
        && SystemCalls.resolved(path)?.starts(with: root + [0x2F]) ?? false
    default: false
    }
  }

  /// The path of these parts, in as much memory as it needs: there are many.
  private static func joined(_ parts: [[UInt8]]) -> [UInt8] {
    var path: [UInt8] = []
    path.reserveCapacity(parts.reduce(parts.count) { $0 + $1.count })
    for part in parts {
      if !path.isEmpty { path.append(0x2F) }
      path += part
    }
    return path
  }

  private func isExcluded(_ parts: [[UInt8]]) -> Bool {
    guard !configuration.exclude.isEmpty else { return false }
    let path = Array(parts.joined(separator: [0x2F]))
    return configuration.exclude.contains { PathPattern($0).matches(path) }
  }

  private func folderLocale(_ name: ArraySlice<UInt8>) -> LocaleTag? {
    let text = String(decoding: name, as: UTF8.self)
    if let tag = LocaleTag(folder: text) { return tag }
    guard let tag = LocaleTag(text), configuration.locales.contains(tag) else { return nil }
    return tag
  }

  private static let imageSuffixes = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"]

  private static func hasSuffix(_ name: [UInt8], _ suffix: String) -> Bool {
    name.count > suffix.utf8.count
      && zip(name.suffix(suffix.utf8.count), suffix.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
  }

  private static func name(of path: String) -> String {
    let resolved = SystemCalls.resolved(Array(path.utf8)) ?? Array(path.utf8)
    return String(decoding: resolved.split(separator: 0x2F).last ?? [], as: UTF8.self)
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return String(path[..<slash])
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }
}
