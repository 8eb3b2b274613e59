internal import HjelpArticle
internal import HjelpLocale

/// The tables of contents of a workspace: `TOC.yml` at the root of a locale.
enum ContentTables {
  private static let names = ["TOC.yml", "toc.yml"]

  /// The files that there are or may be.
  static func files(_ workspace: Workspace) -> [[UInt8]] {
    folders(workspace).values.flatMap { folder in names.map { folder + Array($0.utf8) } }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static func folders(_ workspace: Workspace) -> [LocaleTag: [UInt8]] {
    var folders: [LocaleTag: [UInt8]] = [:]
    for input in workspace.articles {
      guard let locale = input.locale, folders[locale] == nil else { continue }
      folders[locale] = Array(input.path.dropLast(input.id.bytes.count + 3))
    }
    return folders
  }

  /// Reads those that are there.
  static func read(_ workspace: Workspace) throws(CompilerError) -> [LocaleTag: ContentTable] {
    var tables: [LocaleTag: ContentTable] = [:]
    for (locale, folder) in folders(workspace) {
      for name in names {
        let path = folder + Array(name.utf8)
        guard try SystemCalls.found(path, follows: false)?.kind == .file else { continue }
        let file = String(decoding: path, as: UTF8.self)
        switch SystemCalls.read(path, limit: 1 << 22) {
        case .bytes(let bytes): tables[locale] = try ContentTable(bytes, file: file)
        case .tooLarge: throw .unusable(path: file, reason: "it is larger than 4 MiB")
        case .failed(let reason, _): throw .unusable(path: file, reason: reason)
        }
        break
      }
    }
    return tables
  }
}
