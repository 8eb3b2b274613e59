extension InterfaceWords {
  /// French.
  static let fr: StaticString = """
    skip: Aller au contenu
    language-menu: Langue
    read-original: Afficher l’original
    reading-mode: Mode de lecture
    both: Les deux
    machine-translated: Cet article a été traduit automatiquement.
    machine-edited: Cet article a été traduit automatiquement puis révisé par une personne.
    updated: Mis à jour
    on-this-page: Sur cette page
    breadcrumb: Fil d’Ariane
    articles: Articles
    not-found: Page introuvable
    not-found-text: Il n’y a pas de page à cette adresse. Voici les articles :
    choose-language: Choisir une langue
    video: Regarder la vidéo
    note: Remarque
    tip: Conseil
    important: Important
    warning: Avertissement
    caution: Attention
    search: Rechercher
    search-hint: Message d’erreur ou question
    search-none: Aucun article ne répond à cela.
    search-nearest: Articles les plus proches
    search-no-script: La recherche nécessite JavaScript ici. Tous les articles sont dans la liste :
    related: Articles connexes
    feedback: Signaler un problème dans cet article
    fallback: Cet article n’est pas disponible en {language}.
    filter: Filtrer la liste
    other-articles: Autres articles
    moved: Cette page a été déplacée.
    """
}
