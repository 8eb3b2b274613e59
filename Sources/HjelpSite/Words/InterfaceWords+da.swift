extension InterfaceWords {
  /// Danish.
  static let da: StaticString = """
    skip: Gå til indholdet
    language-menu: Sprog
    read-original: Vis originalen
    reading-mode: Læsevisning
    both: Begge
    machine-translated: Artiklen er maskinoversat.
    machine-edited: Artiklen er maskinoversat og redigeret af et menneske.
    updated: Opdateret
    on-this-page: På denne side
    breadcrumb: Brødkrummer
    articles: Artikler
    not-found: Siden blev ikke fundet
    not-found-text: Der er ingen side på denne adresse. Her er artiklerne:
    choose-language: Vælg et sprog
    video: Se videoen
    note: Bemærk
    tip: Tip
    important: Vigtigt
    warning: Advarsel
    caution: Forsigtig
    search: Søg
    search-hint: Fejlmeddelelse eller spørgsmål
    search-none: Ingen artikel besvarer dette.
    search-nearest: Nærmeste artikler
    search-no-script: Søgningen kræver JavaScript her. Alle artikler står på listen:
    related: Relaterede artikler
    feedback: Rapportér et problem med denne artikel
    fallback: Artiklen findes ikke på {language}.
    filter: Filtrér listen
    other-articles: Andre artikler
    moved: Siden er flyttet.
    """
}
