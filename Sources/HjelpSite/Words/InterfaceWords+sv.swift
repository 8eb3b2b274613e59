extension InterfaceWords {
  /// Swedish.
  static let sv: StaticString = """
    skip: Gå till innehållet
    language-menu: Språk
    read-original: Visa originalet
    reading-mode: Läsläge
    both: Båda
    machine-translated: Artikeln är maskinöversatt.
    machine-edited: Artikeln är maskinöversatt och redigerad av en människa.
    updated: Uppdaterad
    on-this-page: På den här sidan
    breadcrumb: Brödsmulor
    articles: Artiklar
    not-found: Sidan hittades inte
    not-found-text: Det finns ingen sida på den här adressen. Här är artiklarna:
    choose-language: Välj språk
    video: Titta på videon
    note: Obs!
    tip: Tips
    important: Viktigt
    warning: Varning
    caution: Försiktighet
    search: Sök
    search-hint: Felmeddelande eller fråga
    search-none: Ingen artikel besvarar detta.
    search-nearest: Närmaste artiklar
    search-no-script: Sökningen kräver JavaScript här. Alla artiklar finns i listan:
    related: Relaterade artiklar
    feedback: Rapportera ett problem med den här artikeln
    fallback: Artikeln finns inte på {language}.
    filter: Filtrera listan
    other-articles: Andra artiklar
    moved: Sidan har flyttats.
    """
}
