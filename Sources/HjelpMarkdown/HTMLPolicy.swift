/// Which raw HTML may stand on a page. What is not named here is dropped.
package enum HTMLPolicy {
  /// Where an element may stand.
  enum Category {
    /// Within text.
    case inline
    /// Within text, without content: `br`, `img`.
    case void
    /// A block.
    case block
    /// A part of a table or list that needs its parent.
    case part(parents: [String])
  }

  /// The category of an element; `nil` if it is not allowed.
  static func category(of name: String) -> Category? {
    if inline.contains(name) { return .inline }
    switch name {
    case "br", "wbr", "img": return .void
    case "p", "div", "blockquote", "pre", "ul", "ol", "dl", "table", "hr", "details", "figure",
      "h1", "h2", "h3", "h4", "h5", "h6":
      return .block
    case "li": return .part(parents: ["ul", "ol"])
    case "dt", "dd": return .part(parents: ["dl"])
    case "caption", "thead", "tbody", "tfoot": return .part(parents: ["table"])
    case "tr": return .part(parents: ["table", "thead", "tbody", "tfoot"])
    case "td", "th": return .part(parents: ["tr"])
    case "summary": return .part(parents: ["details"])
    case "figcaption": return .part(parents: ["figure"])
    default: return nil
    }
  }

  /// Elements whose whole content goes with them: it was never meant to be read.
  static func dropsContent(_ name: String) -> Bool {
    ["script", "style", "template", "noscript", "title", "textarea", "xmp", "noembed", "noframes"]
      .contains(name)
  }

  /// Elements of HTML that are not allowed: dropped in silence of their text, which stays. Any
  /// other name, such as `<email address>`, is a pseudo tag and shown as text.
  static func isKnown(_ name: String) -> Bool {
    category(of: name) != nil || dropsContent(name) || dropped.contains(name)
  }

  /// Whether an attribute may stand on an element; `nil` names no element in particular.
  static func allows(attribute: String, on element: String) -> Bool {
    switch attribute {
    case "id", "lang", "dir", "title": true
    case "href": element == "a"
    case "src", "alt", "width", "height": element == "img"
    case "colspan", "rowspan": element == "td" || element == "th"
    case "scope": element == "th"
    case "start", "reversed": element == "ol"
    case "value": element == "li"
    case "open": element == "details"
    case "cite": element == "blockquote" || element == "q"
    case "datetime": element == "time"
    default: false
    }
  }

  /// Elements that are dropped without a word: they are about looks alone.
  static func isPresentation(element: String) -> Bool {
    ["col", "colgroup", "center", "font", "nobr", "big"].contains(element)
  }

  /// Attributes that are dropped without a word: they are about looks alone.
  static func isPresentation(_ attribute: String) -> Bool {
    [
      "class", "style", "align", "valign", "border", "cellpadding", "cellspacing", "bgcolor",
      "color", "face", "size", "target", "rel", "name", "nowrap", "hspace", "vspace", "summary",
      "type", "clear", "width", "height", "loading", "scope", "headers", "abbr",
    ].contains(attribute)
  }

  private static let inline: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark",
    "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u",
    "var",
  ]

  private static let dropped: Set<String> = [
    "acronym", "address", "applet", "area", "article", "aside", "audio", "base", "basefont",
    "bgsound", "big", "blink", "body", "button", "canvas", "center", "col", "colgroup", "command",
    "data",
    "datalist", "dialog", "dir", "embed", "fieldset", "font", "footer", "form", "frame",
    "frameset", "head", "header", "hgroup", "html", "iframe", "input", "keygen", "label", "legend",
    "link", "main", "map", "marquee", "math", "menu", "menuitem", "meta", "meter", "nav", "nobr",
    "object", "optgroup", "option", "output", "param", "picture", "plaintext", "portal",
    "progress", "search", "section", "select", "slot", "source", "spacer", "strike", "svg",
    "track", "tt", "video",
  ]
}
