internal import HjelpArticle
internal import HjelpDiagnostics

/// The page of a rule: what `hjelp explain` prints and the help shows.
public enum RulePage {
  /// The page as Markdown, from its title on.
  public static func markdown(_ rule: Rule) -> String {
    var text = "# \(rule.id)\n\n\(rule.summary)\n\n"
    text += "Its findings have the level **\(rule.severity.name)** unless the configuration says "
    text += "otherwise.\n\n## Why it matters\n\n\(rule.rationale)\n\n## What is reported\n\n"
    if rule.flagged.isEmpty {
      text += "No example of it is short enough to be shown.\n"
    } else {
      text += "The marks `⟦` and `⟧` show the places.\n"
    }
    // Where front matter is what the rule is about, it is shown.
    let isAboutHead = rule.id.group == "metadata"
    text += fences(rule.flagged, whole: isAboutHead)
    if !rule.accepted.isEmpty {
      text += "\n## What is not reported\n" + fences(rule.accepted, whole: isAboutHead)
    }
    text += "\n## Message\n\n```text\n"
    for message in rule.messages { text += message.text + "\n" }
    text += "```\n"
    return text
  }

  private static func fences(_ examples: [Example], whole: Bool) -> String {
    examples.map { example in
      let text = whole ? example.text : example.shownText
      let shown = text.hasSuffix("\n") ? text : text + "\n"
      return "\n````markdown\n" + visible(shown) + "````\n"
    }.joined()
  }

  /// Control characters by their names.
  private static func visible(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0: result += "␀"
      case 0x0D: result += "␍"
      case 0xFEFF: result += "<BOM>"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
