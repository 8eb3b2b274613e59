internal import HjelpDiagnostics

/// What an article gives: pages, findings, entries of the index.
struct CompiledArticle: Sendable {
  struct Page: Sendable {
    var path: String
    var html: [UInt8]
  }

  var pages: [Page] = []
  var diagnostics: [Diagnostic] = []
  var entries: [LocalizedEntry] = []
}
