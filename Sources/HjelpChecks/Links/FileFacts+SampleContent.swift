internal import HjelpArticle
internal import HjelpLocale

extension FileFacts {
  /// Facts for examples: a content folder with the articles `article` and `sync`, which has the
  /// bookmark `stop`, and the image `media/sync.png`.
  static var sampleContent: FileFacts {
    guard let locale = LocaleTag("nb-NO") else { return FileFacts() }
    return FileFacts(
      places: ContentPlaces(
        articles: [locale: [ArticleID("article"), ArticleID("sync")]],
        images: [locale: [ArticleID("media/sync.png")]],
        anchors: { id, _, _ in id == ArticleID("sync") ? [Array("stop".utf8)] : [] }))
  }
}
