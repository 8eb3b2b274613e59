extension InterfaceWords {
  /// Dutch.
  static let nl: StaticString = """
    skip: Naar de inhoud
    language-menu: Taal
    read-original: Origineel tonen
    reading-mode: Leesweergave
    both: Beide
    machine-translated: Dit artikel is automatisch vertaald.
    machine-edited: Dit artikel is automatisch vertaald en door een mens bewerkt.
    updated: Bijgewerkt
    on-this-page: Op deze pagina
    breadcrumb: Kruimelpad
    articles: Artikelen
    not-found: Pagina niet gevonden
    not-found-text: Er is geen pagina op dit adres. Dit zijn de artikelen:
    choose-language: Kies een taal
    video: Video bekijken
    note: Opmerking
    tip: Tip
    important: Belangrijk
    warning: Waarschuwing
    caution: Let op
    search: Zoeken
    search-hint: Foutmelding of vraag
    search-none: Geen artikel beantwoordt dit.
    search-nearest: Dichtstbijzijnde artikelen
    search-no-script: Zoeken vereist hier JavaScript. Alle artikelen staan in de lijst:
    related: Verwante artikelen
    feedback: Een probleem met dit artikel melden
    fallback: Dit artikel is niet beschikbaar in het {language}.
    filter: Lijst filteren
    other-articles: Andere artikelen
    moved: Deze pagina is verplaatst.
    """
}
