extension InterfaceWords {
  /// Chinese (Simplified).
  static let zh: StaticString = """
    skip: 跳转到正文
    language-menu: 语言
    read-original: 显示原文
    reading-mode: 阅读模式
    both: 两者
    machine-translated: 本文由机器翻译。
    machine-edited: 本文由机器翻译并经人工编辑。
    updated: 更新时间
    on-this-page: 本页内容
    breadcrumb: 导航路径
    articles: 文章
    not-found: 找不到页面
    not-found-text: 此地址没有页面。文章列表如下：
    choose-language: 选择语言
    video: 观看视频
    note: 注意
    tip: 提示
    important: 重要
    warning: 警告
    caution: 小心
    search: 搜索
    search-hint: 错误消息或问题
    search-none: 没有文章回答此问题。
    search-nearest: 最接近的文章
    search-no-script: 此处的搜索需要 JavaScript。所有文章都在列表中：
    related: 相关文章
    feedback: 报告本文的问题
    fallback: 本文没有{language}版本。
    filter: 筛选列表
    other-articles: 其他文章
    moved: 此页面已移动。
    """
}
