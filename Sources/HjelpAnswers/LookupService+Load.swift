public import HjelpLocale
internal import HjelpLookup
public import HjelpRelease

extension LookupService {
  /// Reads the indexes of a site; of its pages nothing is read.
  ///
  /// - Parameters:
  ///   - site: the site's folder.
  ///   - wanted: the locale that will be asked for, if it is known: then the index that answers to
  ///     it is read and no other.
  public static func load(
    site: String, for wanted: LocaleTag? = nil
  ) throws(AnswersError) -> LookupService {
    guard let wanted else { return try LookupService(release: load(site, nil), site: site) }
    let manifest = try load(site, []).manifest
    let layout = try SiteLayout(manifest, site: site)
    let served = layout.served(wanted)
    let names = [SiteLayout.indexPath(served), SiteLayout.textPath(served)].compactMap(\.self)
    return try LookupService(release: load(site, names), site: site)
  }

  /// The indexes of a release that was loaded before.
  ///
  /// - Parameters:
  ///   - release: the release; an index that was not read with it is left out.
  ///   - site: the site's folder in messages.
  public init(release: Release, site: String) throws(AnswersError) {
    let layout = try SiteLayout(release.manifest, site: site)
    var indexes: [LocaleTag: LookupIndex] = [:]
    for locale in layout.indexed {
      guard let path = SiteLayout.indexPath(locale), let bytes = release.files[path] else {
        continue
      }
      let text = SiteLayout.textPath(locale).flatMap { release.files[$0] }
      do {
        let index = try LookupIndex(index: bytes, text: text)
        try index.verify()
        indexes[locale] = index
      } catch {
        throw AnswersError.index(path: "\(site)/lookup/\(locale).\(error.file.rawValue)", error)
      }
      if let found = indexes[locale]?.locale, found != locale.description {
        throw AnswersError.otherLocale(path: "\(site)/lookup/\(locale).hjx", tag: found)
      }
    }
    let service = LookupService(
      indexes: indexes, source: layout.source, locales: layout.locales,
      baseURL: release.manifest.baseURL)
    guard let service else { throw AnswersError.noIndex(site: site) }
    self = service
  }

  /// Reads one index file, `LOCALE.hjx`, and the text that stands beside it.
  public static func load(index path: String) throws(AnswersError) -> LookupService {
    let name = path.hasSuffix(".hjx") ? String(path.dropLast(4)) : path
    let bytes: [UInt8]
    do {
      bytes = try SingleFile.bytes(at: path)
    } catch {
      throw AnswersError.unreadable(path: path, reason: error.description)
    }
    let text = try? SingleFile.bytes(at: name + ".hjs")
    let index: LookupIndex
    do {
      index = try LookupIndex(index: bytes, text: text)
      try index.verify()
    } catch {
      throw AnswersError.index(path: error.file == .index ? path : name + ".hjs", error)
    }
    guard let locale = LocaleTag(index.locale) else {
      throw AnswersError.locale(site: path, tag: index.locale)
    }
    let service = LookupService(indexes: [locale: index], source: locale, locales: [locale])
    guard let service else { throw AnswersError.noIndex(site: path) }
    return service
  }

  /// The release with these files alone; `nil` for all that lie in its lookup folder.
  private static func load(
    _ site: String, _ names: [ReleasePath]?
  ) throws(AnswersError) -> Release {
    do {
      return try Release.load(directory: site) { names?.contains($0) ?? $0.isBelow("lookup") }
    } catch {
      throw AnswersError.release(error)
    }
  }
}
