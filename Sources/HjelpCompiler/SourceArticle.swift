package import HjelpLocale
internal import HjelpArticle

/// Finds the source-locale article that a translation is made of.
package enum SourceArticle {
  /// The article with this id or path, and where its translation into `locale` belongs.
  ///
  /// - Parameter name: The id, with or without `.md`, or the path of the file.
  package static func find(
    _ name: String, locale: LocaleTag, in content: Content
  ) throws(CompilerError) -> (file: ArticleFile, target: String) {
    let source = content.workspace.configuration.source
    let id = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    let found = content.files.first { file in
      file.article.locale ?? source == source && !file.article.isBilingual
        && (file.article.id == ArticleID(id) || file.input.name == name)
    }
    guard let found else {
      throw .unusable(path: name, reason: "no article of that id is in the source locale \(source)")
    }
    guard let folder = found.input.locale else {
      throw .unusable(
        path: found.input.name, reason: "it lies in no locale folder such as '\(source)'")
    }
    // The folder of the source locale ends before the id.
    let below = found.article.id.bytes.count + 3
    let root = found.input.path.dropLast(below)
    var parts = root.split(separator: 0x2F, omittingEmptySubsequences: false)
    while parts.last?.isEmpty ?? false { parts.removeLast() }
    guard let last = parts.popLast(), LocaleTag(String(decoding: last, as: UTF8.self)) == folder
    else {
      throw .unusable(
        path: found.input.name, reason: "name the folder that holds the locale folders")
    }
    let parent = parts.map { String(decoding: $0, as: UTF8.self) }
    let target = (parent + ["\(locale)", "\(found.article.id).md"]).joined(separator: "/")
    return (found, target)
  }
}
