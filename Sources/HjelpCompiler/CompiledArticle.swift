internal import HjelpDiagnostics
internal import HjelpLookup

/// What an article gives: pages, findings, entries of the index.
struct CompiledArticle: Sendable {
  struct Page: Sendable {
    var path: String
    var html: [UInt8]
  }

  var pages: [Page] = []
  var diagnostics: [Diagnostic] = []
  /// The passages of its sides: of the translation, and of the source where there are pairs.
  var sides: [[Passage]] = []
  var entries: [LocalizedEntry] = []
}
