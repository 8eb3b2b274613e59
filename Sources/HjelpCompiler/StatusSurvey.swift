internal import HjelpArticle
internal import HjelpChecks
internal import HjelpDiagnostics
package import HjelpLocale
package import HjelpReports

/// Counts how the translations of a content folder stand.
package struct StatusSurvey {
  private let content: Content
  private let source: LocaleTag

  /// A survey of these articles.
  package init(_ content: Content) {
    self.content = content
    source = content.workspace.configuration.source
  }

  /// The figures of the locales but the source's.
  ///
  /// - Parameters:
  ///   - report: The findings, at all levels.
  ///   - only: The locales that are wanted; empty for all.
  package func figures(_ report: CheckReport, only: [LocaleTag]) -> StatusFigures {
    let locales = content.locales.filter {
      only.isEmpty ? $0 != source || content.locales == [source] : only.contains($0)
    }
    var figures = StatusFigures(locales: [], groups: [], rules: [])
    var findings: [String: [Diagnostic]] = [:]
    for finding in report.diagnostics { findings[finding.file, default: []].append(finding) }
    var groups: [[String]: StatusFigures.Group] = [:]
    var rules: [[String]: StatusFigures.Rule] = [:]
    for tag in locales {
      let name = tag.description
      var locale = StatusFigures.Locale(locale: name)
      let wanted = wanted(in: tag)
      locale.wanted = wanted.count
      locale.present = Set(files(in: tag).map(\.input.id)).intersection(wanted).count
      for file in files(in: tag) {
        count(file, in: &locale)
        let found = findings[file.input.name] ?? []
        for finding in found {
          locale.findings.add(finding.severity)
          let rule = finding.rule.description
          rules[[rule, name], default: .init(rule: rule, locale: name)].findings
            .add(finding.severity)
        }
        for (kind, value) in Self.groups(of: file) {
          var group = groups[[kind, value, name]] ?? .init(kind: kind, name: value, locale: name)
          group.articles += 1
          group.units += file.article.units.count
          for finding in found { group.findings.add(finding.severity) }
          groups[[kind, value, name]] = group
        }
      }
      figures.locales.append(locale)
    }
    figures.groups = groups.sorted { Self.precedes($0.key, $1.key) }.map(\.value)
    figures.rules = rules.sorted { Self.precedes($0.key, $1.key) }.map(\.value)
    return figures
  }

  /// The articles that a locale could have: those of the source locale beside it, else those of all
  /// locales beside it.
  private func wanted(in locale: LocaleTag) -> Set<ArticleID> {
    let roots = Set(files(in: locale).map { FreshnessFacts.root(of: $0) })
    let beside = content.files.filter { roots.contains(FreshnessFacts.root(of: $0)) }
    let sources = beside.filter { Content.locale(of: $0, source: source) == source }
    return Set((sources.isEmpty ? beside : sources).map(\.input.id))
  }

  private func files(in locale: LocaleTag) -> [ArticleFile] { content.files(in: [locale]) }

  private func count(_ file: ArticleFile, in locale: inout StatusFigures.Locale) {
    let article = file.article
    locale.articles += 1
    locale.units += article.units.count
    switch article.frontMatter?.text("ms.translationtype") {
    case .some(let type) where type.hasPrefix("MT"): locale.machine += 1
    case "HT": locale.human += 1
    default: break
    }
    if let facts = file.facts.source {
      if facts.isOrphan {
        locale.orphan += 1
      } else if !facts.changes.isEmpty || facts.isHashDifferent {
        locale.stale += 1
      } else if let newer = facts.newer {
        if !newer.changes.isEmpty { locale.behind += 1 }
      } else {
        locale.fresh += 1
      }
    }
    for unit in article.units where !unit.source.isEmpty && !unit.target.isEmpty {
      func scalars(_ range: Range<Int>) -> Int {
        article.file.bytes[range].count { $0 & 0xC0 != 0x80 }
      }
      let tenths = scalars(unit.target) * 10 / scalars(unit.source)
      locale.ratios[min(tenths, locale.ratios.count - 1)] += 1
    }
  }

  /// The groups that an article belongs to: one of a kind, or as many as its field has values.
  private static func groups(of file: ArticleFile) -> [(kind: String, name: String)] {
    let fields = file.article.frontMatter
    func values(_ key: String) -> [String] {
      var texts: [String] = []
      for text in fields?.texts(key) ?? [] where !texts.contains(text) { texts.append(text) }
      return texts.isEmpty ? [""] : texts
    }
    let id = file.input.id.bytes
    let folder = String(decoding: id[..<(id.lastIndex(of: 0x2F) ?? 0)], as: UTF8.self)
    return values("ms.service").map { ("service", $0) }
      + values("ms.collection").map { ("collection", $0) } + [("folder", folder)]
  }

  private static func precedes(_ left: [String], _ right: [String]) -> Bool {
    for (one, other) in zip(left, right) where !one.utf8.elementsEqual(other.utf8) {
      return one.utf8.lexicographicallyPrecedes(other.utf8)
    }
    return false
  }
}
