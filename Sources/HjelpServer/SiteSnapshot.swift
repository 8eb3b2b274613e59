internal import HjelpAnswers
internal import HjelpLocale
internal import HjelpRelease

/// A release as it is served: files, answers, and the locales that requests lead to.
///
/// It never changes; a new release is a new snapshot. A class, so that a request that holds it
/// costs one reference.
final class SiteSnapshot: Sendable {
  /// SHA-256 of the manifest.
  let hash: String
  /// Answers to lookups; `nil` if the site has no index.
  let service: LookupService?
  /// The answers of this release that were asked for lately.
  let cache: AnswerCache<QuestionKey>
  /// The same answers by the GETs that they were asked for with.
  let targets: AnswerCache<TargetKey>
  /// The `type` of each kind of problem.
  let problemTypes: ProblemTypes
  /// As many bytes of files as are kept as they are sent.
  private static let bufferBytes = 16 << 20

  /// The site's locales in their order.
  let locales: [LocaleTag]
  private let files: [ReleasePath: SiteFile]
  /// The files that pages load: their names hold their hashes.
  private let assets: [ReleasePath: SiteFile]
  /// Those of the release before, which pages that were fetched just now still ask for.
  private let formerAssets: [ReleasePath: SiteFile]
  private let redirects: [[UInt8]: String]
  private let negotiation: LocaleNegotiation

  /// Loads a site from its folder; blocks until every file is read and checked.
  ///
  /// - Parameters:
  ///   - cacheSize: how many bytes answers are kept in at most, about.
  ///   - former: the release that was served before.
  init(
    site: String, cacheSize: Int, former: SiteSnapshot? = nil
  ) throws(ServerError) {
    var files: [ReleasePath: SiteFile] = [:]
    var indexes: [ReleasePath: [UInt8]] = [:]
    let manifest: Manifest
    do {
      var slab = FileSlab()
      let room = BufferRoom(bytes: Self.bufferBytes)
      (manifest, hash) = try Release.read(directory: site) { file, bytes in
        if file.path.isBelow("lookup") {
          indexes[file.path] = bytes
          files[file.path] = SiteFile(file, bytes: bytes[...], room: room)
        } else if slab.append(file, bytes) {
          slab.empty(into: &files, room: room)
        }
      }
      slab.empty(into: &files, room: room)
    } catch {
      throw ServerError.release(error)
    }
    let release = Release(manifest: manifest, hash: hash, files: indexes)
    do {
      service = try LookupService(release: release, site: site)
    } catch .noIndex {
      service = nil
    } catch {
      throw ServerError.answers(error)
    }
    cache = AnswerCache(capacity: cacheSize / 2)
    targets = AnswerCache(capacity: cacheSize / 2)
    problemTypes = ProblemTypes(manifest) { files[$0] != nil }
    self.files = files
    assets = files.filter { $0.key.isBelow("assets") }
    formerAssets = former?.assets ?? [:]
    redirects = Dictionary(
      manifest.redirects.map { (Array($0.from.utf8), $0.to) },
      uniquingKeysWith: { first, _ in first })
    locales = manifest.locales.compactMap { LocaleTag($0) }
    let shown = locales.filter { files[Self.path("\($0)/index.html")] != nil }
    let source = LocaleTag(manifest.source) ?? .americanEnglish
    negotiation = LocaleNegotiation(
      available: shown, source: shown.contains(source) ? source : shown.first ?? source)
  }

  /// The file with exactly this path.
  func file(_ path: [UInt8]) -> SiteFile? {
    let path = ReleasePath(unchecked: path)
    return files[path] ?? formerAssets[path]
  }

  /// The file with exactly this path.
  func file(_ path: String) -> SiteFile? { files[Self.path(path)] }

  /// Where an address leads that a page had before: a path below the root, or a whole address.
  func redirect(_ path: [UInt8]) -> String? { redirects.isEmpty ? nil : redirects[path] }

  /// The files that are sent with gzip to those who accept it.
  var compressibleFiles: [SiteFile] { files.values.filter(\.isCompressible) }

  /// The locale whose start page a reader gets; `nil` if no locale has one.
  func startLocale(acceptLanguage: String?) -> LocaleTag? {
    let best = negotiation.best(forAcceptLanguage: acceptLanguage ?? "")
    return negotiation.available.contains(best) ? best : nil
  }

  private static func path(_ text: String) -> ReleasePath {
    ReleasePath(unchecked: Array(text.utf8))
  }
}
