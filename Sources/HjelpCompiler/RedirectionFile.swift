internal import HjelpArticle
internal import HjelpLocale
internal import HjelpRelease

/// The redirects of `.openpublishing.redirection.json`.
enum RedirectionFile {
  /// One of them.
  struct Entry {
    var locale: LocaleTag?
    var from: ArticleID
    var to: String
    var file: String
    var line: Int
  }

  /// The files that there may be; the first one that is there counts.
  static func files(_ workspace: Workspace) -> [String] {
    guard let first = workspace.paths.first else { return [] }
    return [first, first + "/.."].map { "\($0)/\(Redirects.fileName)" }
  }

  /// Reads the file in the first path or the folder above it, if it is there.
  ///
  /// - Throws: An error that names the file and the line.
  static func read(_ workspace: Workspace) throws(CompilerError) -> [Entry] {
    for path in files(workspace) {
      guard try SystemCalls.found(Array(path.utf8), follows: false)?.kind == .file else {
        continue
      }
      switch SystemCalls.read(Array(path.utf8), limit: 1 << 26) {
      case .bytes(let bytes): return try read(bytes, path, workspace)
      case .tooLarge: throw .unusable(path: path, reason: "it is larger than 64 MiB")
      case .failed(let reason, _): throw .unusable(path: path, reason: reason)
      }
    }
    return []
  }

  private static func read(
    _ bytes: [UInt8], _ path: String, _ workspace: Workspace
  ) throws(CompilerError) -> [Entry] {
    var reader = JSONReader(bytes)
    var entries: [Entry] = []
    do throws(JSONSyntaxError) {
      try reader.beginObject()
      while let key = try reader.nextKey() {
        guard key == "redirections" else {
          try reader.skipValue()
          continue
        }
        try reader.beginArray()
        while try reader.nextElement() {
          _ = reader.nextKind()
          let start = reader.offset
          var source: String?
          var target: String?
          try reader.beginObject()
          while let key = try reader.nextKey() {
            switch key {
            case "source_path", "source_path_from_root": source = try reader.string()
            case "redirect_url": target = try reader.string()
            default: try reader.skipValue()
            }
          }
          guard let source, let target else {
            throw JSONSyntaxError(offset: start, expected: "'source_path' and 'redirect_url'")
          }
          let line = 1 + bytes[..<start].count { $0 == 0x0A }
          entries.append(entry(source, target, path, line, workspace))
        }
      }
      try reader.finish()
    } catch {
      let line = 1 + bytes[..<min(error.offset, bytes.count)].count { $0 == 0x0A }
      throw .configuration(
        file: path, line: line, message: "the redirects are damaged: expected \(error.expected)")
    }
    return entries
  }

  /// The path below its locale folder, if it names one.
  private static func entry(
    _ source: String, _ target: String, _ path: String, _ line: Int, _ workspace: Workspace
  ) -> Entry {
    var parts = source.split(separator: "/")[...]
    let place = parts.lastIndex { LocaleTag(folder: String($0)) != nil }
    let locale = place.flatMap { LocaleTag(folder: String(parts[$0])) }
    if let place { parts = parts[(place + 1)...] }
    return Entry(
      locale: locale, from: Redirects.id(parts.joined(separator: "/")), to: target, file: path,
      line: line)
  }
}
