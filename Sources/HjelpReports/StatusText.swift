internal import HjelpEncoding

/// The figures of `hjelp status` as text, JSON and CSV.
package enum StatusText {
  /// Two tables for a terminal: the locales, and what each rule found in them.
  package static func text(_ figures: StatusFigures) -> [UInt8] {
    var rows = [
      [
        "locale", "articles", "units", "coverage", "machine", "fresh", "stale", "orphan", "behind",
        "errors", "warnings", "infos",
      ]
    ]
    for locale in figures.locales {
      rows.append([
        locale.locale, "\(locale.articles)", "\(locale.units)", "\(locale.coverage) %",
        locale.machine + locale.human == 0 ? "-" : "\(locale.machineShare) %",
        "\(locale.fresh)", "\(locale.stale)", "\(locale.orphan)", "\(locale.behind)",
        "\(locale.findings.errors)", "\(locale.findings.warnings)", "\(locale.findings.infos)",
      ])
    }
    var text = table(rows)
    if !figures.rules.isEmpty {
      rows = [["rule", "locale", "errors", "warnings", "infos"]]
      for rule in figures.rules {
        rows.append([
          rule.rule, rule.locale, "\(rule.findings.errors)", "\(rule.findings.warnings)",
          "\(rule.findings.infos)",
        ])
      }
      text += "\n" + table(rows)
    }
    return Array(text.utf8)
  }

  private static func table(_ rows: [[String]]) -> String {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].unicodeScalars.count }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let gap = String(repeating: " ", count: widths[column] - cell.unicodeScalars.count)
        // Names to the left, numbers to the right.
        let isName = rows.dropFirst().contains { $0[column].utf8.first.map { $0 >= 0x41 } ?? false }
        line += (column > 0 ? "  " : "") + (isName ? cell + gap : gap + cell)
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  /// One object with all figures.
  package static func json(_ figures: StatusFigures) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.field("version", 1)
    json.lineBreak()
    json.beginArray("locales")
    for locale in figures.locales {
      json.lineBreak()
      json.beginObject()
      json.field("locale", locale.locale)
      json.field("articles", locale.articles)
      json.field("units", locale.units)
      json.field("wanted", locale.wanted)
      json.field("present", locale.present)
      json.field("coverage", locale.coverage)
      json.field("machine", locale.machine)
      json.field("human", locale.human)
      json.field("machineShare", locale.machineShare)
      json.field("fresh", locale.fresh)
      json.field("stale", locale.stale)
      json.field("orphan", locale.orphan)
      json.field("behind", locale.behind)
      write(locale.findings, &json)
      json.beginArray("ratios")
      for count in locale.ratios { json.raw(nil, Array(String(count).utf8)) }
      json.endArray()
      json.endObject()
    }
    json.endArray()
    json.lineBreak()
    json.beginArray("groups")
    for group in figures.groups {
      json.lineBreak()
      json.beginObject()
      json.field("kind", group.kind)
      json.field("name", group.name)
      json.field("locale", group.locale)
      json.field("articles", group.articles)
      json.field("units", group.units)
      write(group.findings, &json)
      json.endObject()
    }
    json.endArray()
    json.lineBreak()
    json.beginArray("rules")
    for rule in figures.rules {
      json.lineBreak()
      json.beginObject()
      json.field("rule", rule.rule)
      json.field("locale", rule.locale)
      write(rule.findings, &json)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.bytes + [0x0A]
  }

  private static func write(_ findings: StatusFigures.Findings, _ json: inout JSONWriter) {
    json.field("errors", findings.errors)
    json.field("warnings", findings.warnings)
    json.field("infos", findings.infos)
  }

  /// One table (RFC 4180): a row for each locale, group and rule; cells that say nothing are empty.
  package static func csv(_ figures: StatusFigures) -> [UInt8] {
    var text =
      "kind,name,locale,articles,units,errors,warnings,infos,coverage,machine,human,fresh,stale,"
      + "orphan,behind\r\n"
    func counts(_ findings: StatusFigures.Findings) -> [String] {
      ["\(findings.errors)", "\(findings.warnings)", "\(findings.infos)"]
    }
    func row(_ cells: [String]) {
      let filled = cells + [String](repeating: "", count: max(0, 15 - cells.count))
      text += filled.map { cell($0) }.joined(separator: ",") + "\r\n"
    }
    for locale in figures.locales {
      row(
        ["locale", locale.locale, locale.locale, "\(locale.articles)", "\(locale.units)"]
          + counts(locale.findings) + [
            "\(locale.coverage)", "\(locale.machine)", "\(locale.human)", "\(locale.fresh)",
            "\(locale.stale)", "\(locale.orphan)", "\(locale.behind)",
          ])
    }
    for group in figures.groups {
      row(
        [group.kind, group.name, group.locale, "\(group.articles)", "\(group.units)"]
          + counts(group.findings))
    }
    for rule in figures.rules {
      row(["rule", rule.rule, rule.locale, "", ""] + counts(rule.findings))
    }
    return Array(text.utf8)
  }

  private static func cell(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
