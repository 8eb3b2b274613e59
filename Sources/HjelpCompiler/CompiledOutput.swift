internal import HjelpDiagnostics
internal import HjelpRelease

/// What is left of an article when its pages are written.
struct CompiledOutput: Sendable {
  var files: [(Manifest.File, Bool)] = []
  var pages = 0
  var diagnostics: [Diagnostic]
  var entries: [LocalizedEntry]

  init(_ article: CompiledArticle) {
    diagnostics = article.diagnostics
    entries = article.entries
  }

  mutating func add(_ file: (Manifest.File, Bool)) {
    files.append(file)
    pages += 1
  }
}
