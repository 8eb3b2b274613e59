internal import HjelpArticle
internal import HjelpLocale
internal import HjelpSite

/// The paths of the pages that the articles of a build give, in the order in which they are compiled.
struct PagePaths: Sendable {
  private let files: [ArticleFile]
  private let site: SiteModel
  /// The lists of locales that there are: nearly all articles have the same.
  private var lists: [[LocaleTag]] = []
  /// The number of the list of each file.
  private var numbers: [Int32] = []
  /// A page in each of the folders that they need.
  private(set) var inFolders: [String] = []

  init(_ plan: BuildPlan, of files: [ArticleFile], in site: SiteModel) {
    self.files = files
    self.site = site
    var known: [[LocaleTag]: Int32] = [:]
    var folders: Set<[UInt8]> = []
    var last: (list: [LocaleTag], number: Int32, folder: ArraySlice<UInt8>)?
    for job in plan.jobs {
      let id = files[job.file].input.id
      let list = Self.locales(job, of: files[job.file], in: site)
      let number = last?.list == list ? last?.number : known[list]
      if number == nil {
        known[list] = Int32(lists.count)
        lists.append(list)
      }
      numbers.append(number ?? Int32(lists.count - 1))
      let folder = SitePath.folder(of: id.bytes)
      if number == nil || number != last?.number || last?.folder != folder {
        for locale in list where folders.insert(Array("\(locale)/".utf8) + folder).inserted {
          inFolders.append(site.path(of: id, in: locale))
        }
      }
      last = (list, numbers[numbers.count - 1], folder)
    }
  }

  /// The locales of the pages of an article: its own, the source, those that have no such article.
  private static func locales(
    _ job: BuildPlan.Job, of file: ArticleFile, in site: SiteModel
  ) -> [LocaleTag] {
    guard file.isBuildable else { return [] }
    var locales = [Content.locale(of: file, source: site.source)]
    if job.makesSourcePage { locales.append(site.source) }
    if locales.last == site.source {
      locales += site.locales.filter { site.fallbacks[$0]?.contains(file.input.id) ?? false }
    }
    return locales.filter(site.locales.contains)
  }

  /// The locales of the pages of a file.
  func locales(of file: Int) -> [LocaleTag] { lists[Int(numbers[file])] }

  /// The paths of the pages of a file.
  func paths(of file: Int) -> [String] {
    locales(of: file).map { site.path(of: files[file].input.id, in: $0) }
  }
}
