extension InterfaceWords {
  /// Portuguese.
  static let pt: StaticString = """
    skip: Ir para o conteúdo
    language-menu: Idioma
    read-original: Mostrar o original
    reading-mode: Modo de leitura
    both: Ambos
    machine-translated: Este artigo foi traduzido automaticamente.
    machine-edited: Este artigo foi traduzido automaticamente e revisto por uma pessoa.
    updated: Atualizado
    on-this-page: Nesta página
    breadcrumb: Trilha de navegação
    articles: Artigos
    not-found: Página não encontrada
    not-found-text: Não há nenhuma página neste endereço. Estes são os artigos:
    choose-language: Escolha um idioma
    video: Ver o vídeo
    note: Nota
    tip: Dica
    important: Importante
    warning: Aviso
    caution: Cuidado
    search: Pesquisar
    search-hint: Mensagem de erro ou pergunta
    search-none: Nenhum artigo responde a isto.
    search-nearest: Artigos mais próximos
    search-no-script: A pesquisa precisa de JavaScript aqui. Todos os artigos estão na lista:
    related: Artigos relacionados
    feedback: Comunicar um problema neste artigo
    fallback: Este artigo não está disponível em {language}.
    filter: Filtrar a lista
    other-articles: Outros artigos
    moved: Esta página mudou de lugar.
    """
}
