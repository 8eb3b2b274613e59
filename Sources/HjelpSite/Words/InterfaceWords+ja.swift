extension InterfaceWords {
  /// Japanese.
  static let ja: StaticString = """
    skip: 本文へ移動
    language-menu: 言語
    read-original: 原文を表示
    reading-mode: 表示モード
    both: 両方
    machine-translated: この記事は機械翻訳されています。
    machine-edited: この記事は機械翻訳を人が編集したものです。
    updated: 更新日
    on-this-page: このページの内容
    breadcrumb: パンくずリスト
    articles: 記事
    not-found: ページが見つかりません
    not-found-text: このアドレスにページはありません。記事の一覧はこちらです。
    choose-language: 言語を選択
    video: 動画を見る
    note: 注意
    tip: ヒント
    important: 重要
    warning: 警告
    caution: 要注意
    search: 検索
    search-hint: エラー メッセージまたは質問
    search-none: これに答える記事はありません。
    search-nearest: 近い記事
    search-no-script: ここでの検索には JavaScript が必要です。すべての記事は一覧にあります。
    related: 関連記事
    feedback: この記事の問題を報告する
    fallback: この記事は{language}ではご利用いただけません。
    filter: 一覧を絞り込む
    other-articles: その他の記事
    moved: このページは移動しました。
    """
}
