internal import HjelpArticle
internal import HjelpDiagnostics
internal import HjelpLocale

extension Rule {
  /// `metadata.invalid`
  static let metadataInvalid = Rule(
    id: "metadata.invalid", severity: .error,
    summary: "A field of the front matter is misspelt, or its value cannot be used.",
    rationale: """
      A field that cannot be read counts as absent: the article loses its locale, its date or its \
      declared errors without a word. Write the field as the message says.
      """,
    messages: [misspelt, text, locale, list, rule, type],
    flagged: [
      Example(
        """
        ---
        title: Synkronisering
        ms.openlocfilehash: 3517f424b4dcd89f915acebab747a9bff993fdbd
        ms.contentlocale: nb-NO
        ⟦ms.lasthandof⟧: 09/14/2020
        ---

        """ + soundUnit),
      Example(
        """
        ---
        title: Synkronisering
        ms.openlocfilehash: 3517f424b4dcd89f915acebab747a9bff993fdbd
        ms.contentlocale: ⟦norsk bokmål⟧
        ---

        """ + soundUnit),
      Example(
        """
        ---
        title: Synkronisering
        ms.openlocfilehash: 3517f424b4dcd89f915acebab747a9bff993fdbd
        ms.contentlocale: nb-NO
        ignore: ⟦unit.gaps⟧
        ---

        """ + soundUnit),
    ],
    accepted: [
      Example(
        """
        ---
        title: Synkronisering
        ms.openlocfilehash: 3517f424b4dcd89f915acebab747a9bff993fdbd
        ms.contentlocale: nb-NO
        ms:assetid: 142eb27e
        ignore: unit.gap
        ---

        """ + soundUnit)
    ],
    check: { input in
      guard let frontMatter = input.article.frontMatter else { return [] }
      return frontMatter.fields.compactMap { field in
        problem(of: field, in: frontMatter).map { message, range in
          Finding(rule: "metadata.invalid", severity: .error, message: message, range: range)
        }
      }
    })

  private static func problem(
    of field: FrontMatter.Field, in frontMatter: FrontMatter
  ) -> (String, Range<Int>)? {
    switch field.key {
    case "title", "ms.openlocfilehash", "ms.lasthandoff", "ROBOTS":
      if case .scalar = field.value { return nil }
      if field.value == .empty { return nil }
      return (text.filled(field.key), field.valueRange)
    case "ms.contentlocale":
      guard field.value != .empty, let value = field.value.texts.first, LocaleTag(value) == nil
      else { return nil }
      return (locale.filled(value), field.valueRange)
    case "ms.translationtype":
      let known = ["MT", "HT", "MTE", "MTE75", "MTE95"]
      guard case .scalar(let value) = field.value, !known.contains(value) else { return nil }
      return (type.filled(value), field.valueRange)
    case "errors", "redirect_from", "no-loc":
      return field.value == .other ? (list.filled(field.key), field.valueRange) : nil
    case "ignore":
      for entry in field.value.texts {
        let name = entry.split(separator: " ").last.map(String.init) ?? entry
        if !RuleSet.all.contains(where: { $0.id.description == name }) {
          let near = Suggestion.nearest(to: name, among: RuleSet.all.map(\.id.description))
          return (rule.filled(name, near ?? "the list of 'hjelp explain'"), field.valueRange)
        }
      }
      return field.value == .other ? (list.filled(field.key), field.valueRange) : nil
    default:
      guard !usual.contains(field.key), !guarded.contains(field.key),
        let meant = Suggestion.nearest(to: field.key, among: guarded),
        frontMatter.field(meant) == nil
      else { return nil }
      return (misspelt.filled(field.key, meant), field.keyRange)
    }
  }

  /// The fields whose misspelling does harm, and that nothing else is near to.
  private static let guarded = [
    "title", "description", "ms.openlocfilehash", "ms.sourcegitcommit", "ms.translationtype",
    "ms.contentlocale", "ms.lasthandoff", "errors", "redirect_from", "ignore", "ROBOTS",
  ]

  /// Fields that articles have and that are near to none of these: they are not compared.
  private static let usual: Set<String> = [
    "author", "manager", "keywords", "localization_priority", "ms.assetid", "ms.audience",
    "ms.author", "ms.collection", "ms.custom", "ms.date", "ms.locfileid", "ms.prod", "ms.reviewer",
    "ms.service", "ms.topic", "ms:assetid", "search.appverid", "f1_keywords", "api_name",
  ]

  private static let misspelt: MessageTemplate =
    "front matter has a field '{key}'; did you mean '{other}'?"
  private static let text: MessageTemplate = "field '{key}' must be a single text"
  private static let locale: MessageTemplate =
    "'ms.contentlocale' is '{value}', which is not a locale; write it as 'nb-NO'"
  private static let list: MessageTemplate = "field '{key}' must be a list of texts"
  private static let rule: MessageTemplate =
    "'ignore' names '{rule}', which is no rule; did you mean '{other}'?"
  private static let type: MessageTemplate =
    "'ms.translationtype' is '{value}'; write MT, HT, MTE, MTE75 or MTE95"
}
