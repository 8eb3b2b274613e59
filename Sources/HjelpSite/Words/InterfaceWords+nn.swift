extension InterfaceWords {
  /// Norwegian Nynorsk.
  static let nn: StaticString = """
    skip: Hopp til innhaldet
    language-menu: Språk
    read-original: Vis originalen
    reading-mode: Lesemåte
    both: Begge
    machine-translated: Artikkelen er maskinomsett.
    machine-edited: Artikkelen er maskinomsett og redigert av eit menneske.
    updated: Oppdatert
    on-this-page: På denne sida
    breadcrumb: Brødsmular
    articles: Artiklar
    not-found: Sida finst ikkje
    not-found-text: Det er inga side på denne adressa. Her er artiklane:
    choose-language: Vel språk
    video: Sjå videoen
    note: Merk
    tip: Tips
    important: Viktig
    warning: Åtvaring
    caution: Ver varsam
    search: Søk
    search-hint: Feilmelding eller spørsmål
    search-none: Ingen artikkel svarer på dette.
    search-nearest: Næraste artiklar
    search-no-script: Søket treng JavaScript her. Alle artiklane står i lista:
    related: Relaterte artiklar
    feedback: Meld frå om ein feil i denne artikkelen
    fallback: Artikkelen finst ikkje på {language}.
    filter: Filtrer lista
    other-articles: Andre artiklar
    moved: Sida er flytta.
    """
}
