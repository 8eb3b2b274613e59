internal import HjelpRelease

/// The `type` of each kind of problem.
///
/// It is the URL of the help article where the site that is served has one, which Hjelp's own help
/// does and a product's help can: `problems/NAME` in the source locale, so that one problem has
/// one type whoever asks. Other sites have no page about it, and a made-up URL would lead nowhere:
/// there it is a name, `urn:hjelp:problem:NAME`.
struct ProblemTypes: Sendable {
  private let urls: [ProblemKind: String]

  /// Names alone, for as long as no site is loaded.
  static let names = ProblemTypes(urls: [:])

  private init(urls: [ProblemKind: String]) {
    self.urls = urls
  }

  /// The types on a site.
  init(_ manifest: Manifest, has: (ReleasePath) -> Bool) {
    var urls: [ProblemKind: String] = [:]
    for kind in ProblemKind.allCases {
      let path = "\(manifest.source)/problems/\(kind.name).html"
      guard let page = ReleasePath(path), has(page) else { continue }
      urls[kind] = "\(manifest.baseURL ?? "")/\(path)"
    }
    self.urls = urls
  }

  /// A URI reference (RFC 9457, section 3.1.1).
  subscript(kind: ProblemKind) -> String { urls[kind] ?? "urn:hjelp:problem:\(kind.name)" }
}
