/// Reads HTML as strictly as it should be written, with rules of its own: none of the program's code
/// is used, and what it does not know it refuses.
package struct HTMLInspector {
  private struct Attribute {
    var name: String
    var value: String?
  }

  private let html: [UInt8]
  private let isPage: Bool
  private var index = 0
  private var open: [String] = []
  private var ids: Set<String> = []

  /// Of `isPage`, the furniture of a page is allowed too, if it carries the page's mark.
  package init(_ html: [UInt8], isPage: Bool) {
    self.html = html
    self.isPage = isPage
  }

  /// Throws at the first thing that should not be there.
  package mutating func inspect() throws(Violation) {
    try require(String(validating: html, as: UTF8.self) != nil, "no UTF-8")
    if isPage, html.starts(with: Self.doctype) { index = Self.doctype.count }
    while index < html.count {
      if html[index] == UInt8(ascii: "<") {
        try readTag()
      } else {
        let text = try readText(until: UInt8(ascii: "<"))
        let isBlank = text.utf8.allSatisfy { $0 <= 0x20 }
        try require(
          isBlank || open.last.map { Self.children[$0] == nil } ?? true,
          "a text stands in '\(open.last ?? "")'")
      }
    }
    try require(open.isEmpty, "'\(open.last ?? "")' is never closed")
  }

  private static let doctype = Array("<!doctype html>".utf8)

  // MARK: - Parts

  /// Reads text or a quoted value; character references are resolved in what comes back.
  @discardableResult
  private mutating func readText(until end: UInt8) throws(Violation) -> String {
    var text: [UInt8] = []
    while index < html.count, html[index] != end {
      let byte = html[index]
      try require(
        byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">"), "'<' or '>' stands in a text")
      try require(
        byte >= 0x20 && byte != 0x7F || byte == 0x0A || byte == 0x09 || byte == 0x0D,
        "a control character stands in a text")
      guard byte == UInt8(ascii: "&") else {
        text.append(byte)
        index += 1
        continue
      }
      let known = Self.references.first { html[index...].starts(with: $0.name.utf8) }
      guard let known else { throw failure("'&' begins no known reference") }
      text.append(known.byte)
      index += known.name.utf8.count
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static let references: [(name: String, byte: UInt8)] = [
    ("&amp;", 0x26), ("&lt;", 0x3C), ("&gt;", 0x3E), ("&quot;", 0x22),
  ]

  private mutating func readName() throws(Violation) -> String {
    let start = index
    while index < html.count, Self.isNameByte(html[index]) { index += 1 }
    try require(index > start, "a name is missing")
    return String(decoding: html[start..<index], as: UTF8.self)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x3A
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < html.count, html[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func readTag() throws(Violation) {
    index += 1
    if take(UInt8(ascii: "/")) {
      let name = try readName()
      try require(take(UInt8(ascii: ">")), "the end of '\(name)' is not closed")
      try require(open.popLast() == name, "'\(name)' is closed where it is not the last one open")
      return
    }
    let name = try readName()
    var attributes: [Attribute] = []
    while take(0x20) {
      let attribute = try readName()
      try require(
        !attributes.contains { $0.name == attribute }, "'\(attribute)' stands twice on '\(name)'")
      var value: String?
      if take(UInt8(ascii: "=")) {
        try require(take(UInt8(ascii: "\"")), "the value of '\(attribute)' is not quoted")
        value = try readText(until: UInt8(ascii: "\""))
        try require(take(UInt8(ascii: "\"")), "the value of '\(attribute)' does not end")
      }
      attributes.append(Attribute(name: attribute, value: value))
    }
    try require(take(UInt8(ascii: ">")), "the tag '\(name)' is not closed")
    try inspect(name, attributes)
    if name == "script" { try readScript() }
    if !Self.void.contains(name) { open.append(name) }
  }

  /// A script of a page is elsewhere, or a block of data that cannot end early.
  private mutating func readScript() throws(Violation) {
    let start = index
    while index < html.count, html[index] != UInt8(ascii: "<") { index += 1 }
    try require(html[index...].starts(with: "</script>".utf8), "a script holds '<'")
    try require(
      index == start || html[start...].starts(with: "{\"@context\":".utf8), "a script holds code")
  }

  // MARK: - Rules

  private mutating func inspect(
    _ name: String, _ attributes: [Attribute]
  ) throws(Violation) {
    let isFurniture = attributes.contains { $0.name == "data-hjelp-chrome" }
    if isPage {
      let isKnown =
        Self.content.contains(name) || Self.structure.contains(name)
        || isFurniture && Self.furniture.contains(name)
      try require(isKnown, "'\(name)' stands on a page")
    } else {
      try require(Self.content.contains(name), "'\(name)' stands in an article")
      try require(!isFurniture, "an article claims to be furniture")
    }
    for attribute in attributes { try inspect(attribute, of: name, isFurniture: isFurniture) }
    if name == "a" { try require(!open.contains("a"), "a link stands in a link") }
    if Self.blocks.contains(name), let paragraph = open.last(where: Self.phrasing.contains),
      !isPage
    {
      throw failure("the block '\(name)' stands in '\(paragraph)'")
    }
    if let parents = Self.parents[name] {
      try require(
        open.last.map(parents.contains) ?? false, "'\(name)' stands in '\(open.last ?? "")'")
    }
    if let parent = open.last, let children = Self.children[parent] {
      try require(children.contains(name), "'\(name)' stands in '\(parent)'")
    }
  }

  private mutating func inspect(
    _ attribute: Attribute, of name: String, isFurniture: Bool
  ) throws(Violation) {
    let known = isPage ? Self.attributes.union(Self.pageAttributes) : Self.attributes
    try require(
      known.contains(attribute.name), "'\(name)' has the attribute '\(attribute.name)'")
    guard let value = attribute.value else {
      let isFlag = Self.flags.contains(attribute.name)
      return try require(isFlag, "'\(attribute.name)' has no value")
    }
    switch attribute.name {
    case "id":
      try require(ids.insert(value).inserted, "the id '\(value)' stands twice")
      try require(
        !value.isEmpty && !value.utf8.contains { $0 <= 0x20 }, "the id '\(value)' is none")
    case "href", "src", "cite", "action":
      let isImage = name == "img" && attribute.name == "src"
      let isIcon = name == "link" && value == "data:,"
      let isAllowed = isIcon || Self.isHarmless(value, isImage: isImage)
      try require(isAllowed, "'\(name)' leads to '\(value)'")
    default: break
    }
  }

  /// Whether a browser that follows `url` runs nothing (WHATWG URL: blanks and control characters
  /// around it, and tabs and line ends in it, count for nothing).
  private static func isHarmless(_ url: String, isImage: Bool) -> Bool {
    let scalars = url.unicodeScalars.drop { $0.value <= 0x20 }
      .filter { !["\t", "\n", "\r"].contains($0) }
    let scheme = scalars.prefix {
      $0.isASCII && ($0.properties.isAlphabetic || "0123456789+-.".unicodeScalars.contains($0))
    }
    guard !scheme.isEmpty, scheme.count < scalars.count,
      scalars[scalars.index(scalars.startIndex, offsetBy: scheme.count)] == ":",
      scheme.first?.properties.isAlphabetic ?? false
    else { return true }
    let name = String(String.UnicodeScalarView(scheme)).lowercased()
    if isImage, name == "data" {
      let rest = String(String.UnicodeScalarView(scalars)).lowercased()
      return rest.hasPrefix("data:image/") && !rest.hasPrefix("data:image/svg")
    }
    if isImage { return name == "http" || name == "https" }
    return ["http", "https", "mailto", "tel", "ftp"].contains(name) || name.hasPrefix("ms-")
  }

  private func require(_ holds: Bool, _ text: @autoclosure () -> String) throws(Violation) {
    if !holds { throw failure(text()) }
  }

  private func failure(_ text: String) -> Violation {
    let around = html[max(0, index - 120)..<min(html.count, index + 60)]
    return Violation(
      description: "\(text), at byte \(index): …\(String(decoding: around, as: UTF8.self))…")
  }

  // MARK: - Tables

  private static let void: Set = ["br", "wbr", "img", "hr", "meta", "link", "input"]
  private static let blocks: Set = [
    "p", "div", "blockquote", "pre", "ul", "ol", "dl", "table", "hr", "details", "figure", "h1",
    "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot",
    "caption", "summary", "figcaption",
  ]
  private static let texts: Set = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark",
    "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u",
    "var", "br", "wbr", "img",
  ]
  private static let content = blocks.union(texts)
  private static let phrasing: Set = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "pre"]
  private static let structure: Set = [
    "html", "head", "body", "meta", "title", "link", "script", "header", "nav", "main", "article",
    "fieldset", "legend", "label", "footer",
  ]
  private static let furniture: Set = ["form", "input", "button"]
  private static let parents: [String: Set<String>] = [
    "li": ["ul", "ol"], "tr": ["table", "thead", "tbody", "tfoot"], "td": ["tr"], "th": ["tr"],
    "thead": ["table"], "tbody": ["table"], "tfoot": ["table"], "caption": ["table"],
    "dt": ["dl"], "dd": ["dl"], "summary": ["details"], "figcaption": ["figure"],
  ]
  private static let children: [String: Set<String>] = [
    "ul": ["li"], "ol": ["li"], "dl": ["dt", "dd"], "tr": ["td", "th"],
    "table": ["caption", "thead", "tbody", "tfoot", "tr"], "thead": ["tr"], "tbody": ["tr"],
    "tfoot": ["tr"],
  ]
  private static let attributes: Set = [
    "id", "lang", "dir", "title", "href", "src", "alt", "width", "height", "colspan", "rowspan",
    "scope", "start", "reversed", "value", "open", "cite", "class", "tabindex", "loading", "data-u",
  ]
  private static let flags: Set = ["defer", "checked", "popover", "data-hjelp-chrome"]
  private static let pageAttributes: Set = [
    "charset", "http-equiv", "content", "name", "rel", "hreflang", "property", "type", "role",
    "action", "placeholder", "aria-label", "aria-labelledby", "aria-current", "datetime", "for",
    "defer", "checked", "popover", "popovertarget", "data-hjelp-chrome", "data-href",
  ]
}
