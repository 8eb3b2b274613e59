public import HjelpArticle
import HjelpDiagnostics
import HjelpLocale

extension SharedData {
  /// Reads an article; front matter that is not plain counts as unreadable.
  public static func article(_ path: String, below root: String) throws -> Article {
    try Article(
      SourceFile(path: path, bytes: bytes(root + "/" + path)),
      id: ArticleID(String(path.dropLast(3))), expectedLocale: nil,
      yaml: { _, start in .problem(.init(message: "not plain", range: start..<start)) })
  }
}
