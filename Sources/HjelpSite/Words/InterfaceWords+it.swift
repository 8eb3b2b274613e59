extension InterfaceWords {
  /// Italian.
  static let it: StaticString = """
    skip: Vai al contenuto
    language-menu: Lingua
    read-original: Mostra l’originale
    reading-mode: Modalità di lettura
    both: Entrambi
    machine-translated: Questo articolo è stato tradotto automaticamente.
    machine-edited: Questo articolo è stato tradotto automaticamente e rivisto da una persona.
    updated: Aggiornato
    on-this-page: In questa pagina
    breadcrumb: Percorso
    articles: Articoli
    not-found: Pagina non trovata
    not-found-text: A questo indirizzo non c’è nessuna pagina. Ecco gli articoli:
    choose-language: Scegli una lingua
    video: Guarda il video
    note: Nota
    tip: Suggerimento
    important: Importante
    warning: Avviso
    caution: Attenzione
    search: Cerca
    search-hint: Messaggio di errore o domanda
    search-none: Nessun articolo risponde a questo.
    search-nearest: Articoli più vicini
    search-no-script: Qui la ricerca richiede JavaScript. Tutti gli articoli sono nell’elenco:
    related: Articoli correlati
    feedback: Segnala un problema in questo articolo
    fallback: Questo articolo non è disponibile in {language}.
    filter: Filtra l’elenco
    other-articles: Altri articoli
    moved: Questa pagina è stata spostata.
    """
}
