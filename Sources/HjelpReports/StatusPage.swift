internal import HjelpEncoding

/// The figures of `hjelp status` as one page: plots, and the table behind each of them.
///
/// The page holds its style and its plots, runs no script and loads nothing.
package struct StatusPage {
  private let figures: StatusFigures

  /// A page of these figures.
  package init(_ figures: StatusFigures) { self.figures = figures }

  /// The page, in UTF-8.
  package func bytes() -> [UInt8] {
    var html = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Status of the translations</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <main>
      <h1>Status of the translations</h1>
      <p>Locales: \(figures.locales.count). Articles: \(sum { $0.articles }). \
      Units: \(sum { $0.units }). Errors: \(sum { $0.findings.errors }). \
      Warnings: \(sum { $0.findings.warnings }). Infos: \(sum { $0.findings.infos }).</p>

      """
    html += locales
    for (kind, title) in [
      ("service", "Services"), ("collection", "Collections"), ("folder", "Folders"),
    ] { html += groups(kind, title) }
    html += ratios
    html += rules
    html += "</main>\n</body>\n</html>\n"
    return Array(html.utf8)
  }

  private func sum(_ value: (StatusFigures.Locale) -> Int) -> Int {
    figures.locales.reduce(0) { $0 + value($1) }
  }

  private func escaped(_ text: String) -> String {
    HTMLEscaping.escaped(ControlCharacters.escaped(text))
  }

  // MARK: - Tables

  /// A table whose first `names` columns are names and the rest numbers.
  private func table(
    _ caption: String, _ header: [String], _ rows: [[String]], names: Int
  ) -> String {
    var html =
      "<div class=\"scroll\" role=\"group\" aria-label=\"\(escaped(caption))\" tabindex=\"0\">"
    html += "<table>\n<caption>\(escaped(caption))</caption>\n<thead><tr>"
    for (index, cell) in header.enumerated() {
      html += "<th scope=\"col\"\(index < names ? "" : " class=\"n\"")>\(escaped(cell))</th>"
    }
    html += "</tr></thead>\n<tbody>\n"
    for row in rows {
      html += "<tr>"
      for (index, cell) in row.enumerated() {
        if index == 0 {
          html += "<th scope=\"row\">\(escaped(cell))</th>"
        } else {
          html += "<td\(index < names ? "" : " class=\"n\"")>\(escaped(cell))</td>"
        }
      }
      html += "</tr>\n"
    }
    return html + "</tbody>\n</table></div>\n"
  }

  private func details(_ table: String) -> String {
    "<details>\n<summary>The figures as a table</summary>\n\(table)</details>\n"
  }

  private func counts(_ findings: StatusFigures.Findings) -> [String] {
    ["\(findings.errors)", "\(findings.warnings)", "\(findings.infos)"]
  }

  private var locales: String {
    let rows = figures.locales.map { locale in
      [
        locale.locale, "\(locale.articles)", "\(locale.units)", "\(locale.present)",
        "\(locale.wanted)", "\(locale.coverage)", "\(locale.machine)", "\(locale.human)",
        "\(locale.machineShare)", "\(locale.fresh)", "\(locale.stale)", "\(locale.orphan)",
        "\(locale.behind)",
      ] + counts(locale.findings)
    }
    return "<section aria-labelledby=\"locales\">\n<h2 id=\"locales\">Locales</h2>\n"
      + "<p>Coverage is the part of the wanted articles that is there. Fresh and stale articles are "
      + "compared with their source; articles that are behind, with another locale.</p>\n"
      + table(
        "Articles by locale",
        [
          "Locale", "Articles", "Units", "Present", "Wanted", "Coverage (%)", "By machine",
          "By people", "Machine share (%)", "Fresh", "Stale", "Orphan", "Behind", "Errors",
          "Warnings", "Infos",
        ], rows, names: 1) + "</section>\n"
  }

  // MARK: - Groups

  /// As many rows as a plot shows; the table behind it has all.
  private static let shown = 30

  private func groups(_ kind: String, _ title: String) -> String {
    let groups = figures.groups.filter { $0.kind == kind }
    guard groups.contains(where: { !$0.name.isEmpty }) else { return "" }
    func name(_ text: String) -> String { text.isEmpty ? "none" : text }
    var weights: [String: Int] = [:]
    for group in groups {
      weights[group.name, default: 0] += group.findings.errors + group.findings.warnings
    }
    let order = weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    var html = "<section aria-labelledby=\"\(kind)\">\n<h2 id=\"\(kind)\">\(title)</h2>\n"
    html +=
      "<p>Errors and warnings; the stronger a cell's colour is, the more there are for 100 units."
    if order.count > Self.shown {
      html += " The \(Self.shown) of \(order.count) with most of them are shown."
    }
    html +=
      "</p>\n<div class=\"scroll\" role=\"group\" aria-label=\"\(title) by locale\" tabindex=\"0\">"
    html += "<table class=\"heat\">\n<caption>Errors and warnings by locale</caption>\n<thead><tr>"
    html += "<th scope=\"col\">\(title)</th>"
    for locale in figures.locales {
      html += "<th scope=\"col\" class=\"n\">\(escaped(locale.locale))</th>"
    }
    html += "</tr></thead>\n<tbody>\n"
    for value in order.prefix(Self.shown) {
      html += "<tr><th scope=\"row\">\(escaped(name(value)))</th>"
      for locale in figures.locales {
        let group = groups.first { $0.name == value && $0.locale == locale.locale }
        if let group {
          let count = group.findings.errors + group.findings.warnings
          html += "<td class=\"n h\(Self.heat(count, group.units))\">\(count)</td>"
        } else {
          html += "<td class=\"n none\">–</td>"
        }
      }
      html += "</tr>\n"
    }
    html += "</tbody>\n</table></div>\n"
    html += details(
      table(
        "\(title) by locale",
        [title, "Locale", "Articles", "Units", "Errors", "Warnings", "Infos"],
        groups.map {
          [name($0.name), $0.locale, "\($0.articles)", "\($0.units)"] + counts($0.findings)
        }, names: 2))
    return html + "</section>\n"
  }

  /// The shade of a cell, 0 to 5, by the findings for 100 units.
  private static func heat(_ count: Int, _ units: Int) -> Int {
    guard count > 0 else { return 0 }
    let rate = Double(count) * 100 / Double(max(units, 1))
    return rate < 1 ? 1 : rate < 3 ? 2 : rate < 6 ? 3 : rate < 12 ? 4 : 5
  }

  // MARK: - Plots

  private static func bin(_ index: Int) -> String {
    index == 30 ? "3.0 and more" : "\(index / 10).\(index % 10)"
  }

  private var ratios: String {
    guard figures.locales.contains(where: { $0.ratios.contains { $0 > 0 } }) else { return "" }
    var html = "<section aria-labelledby=\"ratios\">\n<h2 id=\"ratios\">Lengths</h2>\n"
    html += "<p>Units by the length of the translation as a multiple of the source's.</p>\n"
    html += "<div class=\"plots\">\n"
    for locale in figures.locales where locale.ratios.contains(where: { $0 > 0 }) {
      let most = max(locale.ratios.max() ?? 1, 1)
      let total = locale.ratios.reduce(0, +)
      html += "<figure>\n<svg viewBox=\"0 0 340 150\" role=\"img\" "
      html +=
        "aria-label=\"Histogram of the length ratios of \(total) units in \(escaped(locale.locale))\">"
      for (index, count) in locale.ratios.enumerated() where count > 0 {
        let height = max(1, count * 120 / most)
        html += "<rect class=\"bar\" x=\"\(10 + index * 10)\" y=\"\(125 - height)\" "
        html +=
          "width=\"9\" height=\"\(height)\"><title>\(Self.bin(index)): \(count)</title></rect>"
      }
      html += "<line class=\"axis\" x1=\"8\" y1=\"125.5\" x2=\"322\" y2=\"125.5\"/>"
      for tick in 0...3 {
        html += "<text x=\"\(10 + tick * 100)\" y=\"140\">\(tick)</text>"
      }
      html += "</svg>\n<figcaption>\(escaped(locale.locale))</figcaption>\n</figure>\n"
    }
    html += "</div>\n"
    html += details(
      table(
        "Units by length ratio", ["From"] + figures.locales.map(\.locale),
        (0...30).map { index in
          [Self.bin(index)] + figures.locales.map { "\($0.ratios[index])" }
        }, names: 1))
    return html + "</section>\n"
  }

  private var rules: String {
    guard !figures.rules.isEmpty else { return "" }
    var totals: [(rule: String, findings: StatusFigures.Findings)] = []
    for rule in figures.rules {
      if totals.last?.rule != rule.rule { totals.append((rule.rule, .init())) }
      totals[totals.count - 1].findings.errors += rule.findings.errors
      totals[totals.count - 1].findings.warnings += rule.findings.warnings
      totals[totals.count - 1].findings.infos += rule.findings.infos
    }
    func total(_ findings: StatusFigures.Findings) -> Int {
      findings.errors + findings.warnings + findings.infos
    }
    let order = totals.sorted {
      (total($1.findings), $0.rule) < (total($0.findings), $1.rule)
    }
    let most = max(order.first.map { total($0.findings) } ?? 1, 1)
    let rows = Array(order.prefix(Self.shown))
    var html = "<section aria-labelledby=\"rules\">\n<h2 id=\"rules\">Findings by rule</h2>\n"
    html += "<p class=\"key\"><span class=\"error\">errors</span> <span class=\"warning\">warnings"
    html += "</span> <span class=\"info\">infos</span></p>\n<figure>\n"
    html += "<svg viewBox=\"0 0 720 \(rows.count * 22 + 4)\" role=\"img\" "
    html += "aria-label=\"Findings of the \(rows.count) rules with most of them\">"
    for (index, row) in rows.enumerated() {
      let y = index * 22 + 2
      html += "<text class=\"label\" x=\"200\" y=\"\(y + 14)\">\(escaped(row.rule))</text>"
      var x = 208
      for (kind, count) in [
        ("error", row.findings.errors), ("warning", row.findings.warnings),
        ("info", row.findings.infos),
      ] where count > 0 {
        let width = max(1, count * 440 / most)
        html += "<rect class=\"\(kind)\" x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"18\">"
        html += "<title>\(count) \(kind)s</title></rect>"
        x += width
      }
      html += "<text x=\"\(x + 6)\" y=\"\(y + 14)\">\(total(row.findings))</text>"
    }
    html += "</svg>\n</figure>\n"
    html += details(
      table(
        "Findings by rule and locale", ["Rule", "Locale", "Errors", "Warnings", "Infos"],
        figures.rules.map { [$0.rule, $0.locale] + counts($0.findings) }, names: 2))
    return html + "</section>\n"
  }

  private static let style = """
    :root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --line: #c9ced6; --soft: #f3f5f8;
      --bar: #2f6db5; --error: #b3261e; --warning: #b26a00; --info: #5b6b7f;
      --h1: #fdf0dc; --h2: #fbdcae; --h3: #f5bd78; --h4: #ec9a55; --h5: #df7b3d; --hot: #1b1f24; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e8ebef; --paper: #15181c; --line: #454c56; --soft: #1f242a;
        --bar: #7db0ea; --error: #ff8a80; --warning: #ffb74d; --info: #a9b6c6;
        --h1: #2c261c; --h2: #41331c; --h3: #5a421d; --h4: #74501d; --h5: #8c5a1b; --hot: #fff; }
    }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
    main { max-width: 84rem; margin: 0 auto; padding: 1.5rem; }
    h1 { font-size: 1.75rem; margin: 0 0 .5rem; }
    h2 { font-size: 1.25rem; margin: 2.5rem 0 .25rem; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; margin: .75rem 0; font-size: .9375rem; font-variant-numeric: tabular-nums; }
    caption { text-align: start; padding: .25rem 0; }
    th, td { padding: .3rem .6rem; border-bottom: 1px solid var(--line); text-align: start; }
    thead th { vertical-align: bottom; background: var(--soft); }
    tbody th { font-weight: 500; }
    .n { text-align: end; }
    .heat td { min-width: 4.5rem; border: 2px solid var(--paper); }
    .h1, .h2, .h3, .h4, .h5 { color: var(--hot); }
    .h0 { background: var(--soft); } .h1 { background: var(--h1); } .h2 { background: var(--h2); }
    .h3 { background: var(--h3); } .h4 { background: var(--h4); } .h5 { background: var(--h5); }
    .plots { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr)); }
    figure { margin: .75rem 0; }
    svg { width: 100%; max-width: 45rem; height: auto; font: 12px system-ui, sans-serif; }
    svg text { fill: var(--ink); } svg .label { text-anchor: end; }
    .axis { stroke: var(--line); }
    rect.bar { fill: var(--bar); } rect.error { fill: var(--error); }
    rect.warning { fill: var(--warning); } rect.info { fill: var(--info); }
    .key span::before { content: ""; display: inline-block; width: .8em; height: .8em; margin-inline: .75em .35em; }
    .key .error::before { background: var(--error); } .key .warning::before { background: var(--warning); }
    .key .info::before { background: var(--info); }
    summary { cursor: pointer; padding: .25rem 0; }
    summary:focus-visible, .scroll:focus-visible { outline: 2px solid var(--bar); outline-offset: 2px; }
    @media print { details { display: block; } }
    """
}
