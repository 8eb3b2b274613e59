extension InterfaceWords {
  /// Spanish.
  static let es: StaticString = """
    skip: Ir al contenido
    language-menu: Idioma
    read-original: Ver el original
    reading-mode: Modo de lectura
    both: Ambos
    machine-translated: Este artículo es una traducción automática.
    machine-edited: Este artículo es una traducción automática revisada por una persona.
    updated: Actualizado
    on-this-page: En esta página
    breadcrumb: Ruta de navegación
    articles: Artículos
    not-found: Página no encontrada
    not-found-text: No hay ninguna página en esta dirección. Estos son los artículos:
    choose-language: Elija un idioma
    video: Ver el vídeo
    note: Nota
    tip: Sugerencia
    important: Importante
    warning: Advertencia
    caution: Precaución
    search: Buscar
    search-hint: Mensaje de error o pregunta
    search-none: Ningún artículo responde a esto.
    search-nearest: Artículos más cercanos
    search-no-script: La búsqueda necesita JavaScript aquí. Todos los artículos están en la lista:
    related: Artículos relacionados
    feedback: Informar de un problema en este artículo
    fallback: Este artículo no está disponible en {language}.
    filter: Filtrar la lista
    other-articles: Otros artículos
    moved: Esta página se ha movido.
    """
}
