extension LanguageData {
  /// Chinese (Simplified).
  ///
  /// Made by Tests/Scripts/languages/make.py from babel 2.19.0
  /// and hand/zhHans.txt.
  static let zhHans: StaticString = """
    spaces no
    decimal .
    group ,
    cardinal 0 零 〇
    cardinal 1 一
    cardinal 2 二 两 双
    cardinal 3 三
    cardinal 4 四
    cardinal 5 五
    cardinal 6 六
    cardinal 7 七
    cardinal 8 八
    cardinal 9 九
    cardinal 10 十
    cardinal 100 百
    cardinal 1000 千
    ordinal 1 首 第一 首次
    ordinal 2 第二 次
    ordinal 3 第三
    part 1 单 唯一 每 各
    part 2 双 两 倍
    part 3 第三方 季度
    part 7 周 星期
    part 12 打
    part 24 天 全天 日
    scale 1000 千 k
    scale 10000 万
    scale 1000000 百万
    scale 100000000 亿
    counter 个 日 月 年 时 分 秒 人 次 件 种 行 列 页 封 台 本 张 度 倍 段 点 周 名 位 天 小时 条 项 章 节 步 组 对 款
    quote “ ”
    quote ‘ ’
    quote 「 」
    function 的 了 和 与 或 在 是 有 为 对 于 从 到 以 及 而 并 但 将 把 被 您 你 的 也 都 就 不 请 可以
    length 0.35
    month 1 一月
    month 2 二月
    month 3 三月
    month 4 四月
    month 5 五月
    month 6 六月
    month 7 七月
    month 8 八月
    month 9 九月
    month 10 十月
    month 11 十一月
    month 12 十二月
    end statement . 。 ．
    end question ? ？ ؟
    end exclamation ! ！
    end colon : ：
    """
}
