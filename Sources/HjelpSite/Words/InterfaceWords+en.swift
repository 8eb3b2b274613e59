extension InterfaceWords {
  /// English.
  static let en: StaticString = """
    skip: Skip to content
    language-menu: Language
    read-original: Show the original
    reading-mode: Reading mode
    both: Both
    machine-translated: This article was translated by machine.
    machine-edited: This article was translated by machine and edited by a person.
    updated: Updated
    on-this-page: On this page
    breadcrumb: Breadcrumb
    articles: Articles
    not-found: Page not found
    not-found-text: There is no page at this address. The articles are listed here:
    choose-language: Choose a language
    video: Watch the video
    note: Note
    tip: Tip
    important: Important
    warning: Warning
    caution: Caution
    search: Search
    search-hint: Error message or question
    search-none: No article answers this.
    search-nearest: Nearest articles
    search-no-script: The search needs JavaScript here. All articles are in the list:
    related: Related articles
    feedback: Report a problem with this article
    fallback: This article is not available in {language}.
    filter: Filter the list
    other-articles: Other articles
    moved: This page has moved.
    """
}
