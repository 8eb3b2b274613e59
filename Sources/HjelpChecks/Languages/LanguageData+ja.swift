extension LanguageData {
  /// Japanese.
  ///
  /// Made by Tests/Scripts/languages/make.py from babel 2.19.0
  /// and hand/ja.txt.
  static let ja: StaticString = """
    spaces no
    decimal .
    group ,
    cardinal 0 〇 零 ゼロ
    cardinal 1 一 壱 ひとつ 一つ
    cardinal 2 二 ふたつ 二つ 両方 両者 両
    cardinal 3 三 みっつ 三つ
    cardinal 4 四 四つ
    cardinal 5 五 五つ
    cardinal 6 六
    cardinal 7 七
    cardinal 8 八
    cardinal 9 九
    cardinal 10 十
    cardinal 100 百
    cardinal 1000 千
    ordinal 1 最初 第一 ファースト 初回 初
    ordinal 2 第二 セカンド 次
    ordinal 3 第三 サード
    part 1 最初 単一 唯一 毎 各 ワン ひと 個人
    part 2 二重 双 ペア 倍 ツー
    part 3 三者 トリプル 四半期
    part 4 四半 クォーター
    part 7 週
    part 12 ダース
    part 24 日 終日 一日
    part 30 か月 ヶ月 月
    part 60 分 時間
    part 365 年
    scale 1000 千 k キロ
    scale 10000 万
    scale 1000000 百万 メガ
    scale 100000000 億
    counter つ 個 日 月 年 時 分 秒 人 回 件 番 種 行 列 ページ 通 台 本 枚 度 倍 段 点 か ヶ ヵ カ 箇 週 名 社 文 字 語 組 対 社 歳 匹 冊
    counter 泊 階 次 桁 項 章 節 式 方 世 社 者 台 件 セ 部 ユ
    quote 「 」
    quote 『 』
    quote “ ”
    quote " "
    function を に は が の で と も へ から まで より や か し て する します した して され れる ます です では には とは への での からの および
    function または
    length 0.61
    end statement . 。 ．
    end question ? ？ ؟
    end exclamation ! ！
    end colon : ：
    """
}
