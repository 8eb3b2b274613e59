extension InterfaceWords {
  /// German.
  static let de: StaticString = """
    skip: Zum Inhalt springen
    language-menu: Sprache
    read-original: Original anzeigen
    reading-mode: Leseansicht
    both: Beide
    machine-translated: Dieser Artikel wurde maschinell übersetzt.
    machine-edited: Dieser Artikel wurde maschinell übersetzt und von einem Menschen bearbeitet.
    updated: Aktualisiert
    on-this-page: Auf dieser Seite
    breadcrumb: Navigationspfad
    articles: Artikel
    not-found: Seite nicht gefunden
    not-found-text: Unter dieser Adresse gibt es keine Seite. Hier sind die Artikel:
    choose-language: Sprache auswählen
    video: Video ansehen
    note: Hinweis
    tip: Tipp
    important: Wichtig
    warning: Warnung
    caution: Vorsicht
    search: Suchen
    search-hint: Fehlermeldung oder Frage
    search-none: Kein Artikel beantwortet das.
    search-nearest: Nächstliegende Artikel
    search-no-script: Die Suche benötigt hier JavaScript. Alle Artikel stehen in der Liste:
    related: Verwandte Artikel
    feedback: Ein Problem mit diesem Artikel melden
    fallback: Dieser Artikel ist nicht auf {language} verfügbar.
    filter: Liste filtern
    other-articles: Weitere Artikel
    moved: Diese Seite ist umgezogen.
    """
}
