extension InterfaceWords {
  /// Norwegian Bokmål.
  static let nb: StaticString = """
    skip: Hopp til innholdet
    language-menu: Språk
    read-original: Vis originalen
    reading-mode: Lesemåte
    both: Begge
    machine-translated: Artikkelen er maskinoversatt.
    machine-edited: Artikkelen er maskinoversatt og redigert av et menneske.
    updated: Oppdatert
    on-this-page: På denne siden
    breadcrumb: Brødsmuler
    articles: Artikler
    not-found: Siden finnes ikke
    not-found-text: Det er ingen side på denne adressen. Her er artiklene:
    choose-language: Velg språk
    video: Se videoen
    note: Merk
    tip: Tips
    important: Viktig
    warning: Advarsel
    caution: Forsiktig
    search: Søk
    search-hint: Feilmelding eller spørsmål
    search-none: Ingen artikkel svarer på dette.
    search-nearest: Nærmeste artikler
    search-no-script: Søket trenger JavaScript her. Alle artiklene står i listen:
    related: Relaterte artikler
    feedback: Meld fra om en feil i denne artikkelen
    fallback: Artikkelen finnes ikke på {language}.
    filter: Filtrer listen
    other-articles: Andre artikler
    moved: Siden er flyttet.
    """
}
