internal import HjelpEncoding

extension HTMLWriter {
  /// Writes an allowed element's opening tag with its allowed attributes.
  ///
  /// - Returns: False if nothing was written, since the element makes no sense without an attribute
  ///   that is not allowed.
  mutating func writeOpening(_ tag: HTMLTag) -> Bool {
    let start = out.count
    write("<")
    write(tag.name)
    var seen: Set<String> = []
    for attribute in tag.attributes {
      guard seen.insert(attribute.name).inserted else { continue }
      guard HTMLPolicy.allows(attribute: attribute.name, on: tag.name) else {
        reportAttribute(attribute, of: tag)
        continue
      }
      guard let value = value(of: attribute, on: tag) else { continue }
      write(" ")
      write(attribute.name)
      write("=\"")
      HTMLEscaping.append(value, to: &out)
      write("\"")
    }
    if tag.name == "a", !seen.contains("href") {
      out.removeSubrange(start...)
      return false
    }
    write(">")
    return true
  }

  /// Writes `br`, `wbr` or `img`.
  mutating func writeVoid(_ tag: HTMLTag) {
    guard tag.name == "img" else {
      write("<")
      write(tag.name)
      write(">")
      return
    }
    let alternative = tag.attribute("alt").map {
      CharacterReference.decoded(document.bytes($0.value))
    }
    guard let source = tag.attribute("src"), let address = imageAddress(source) else {
      if let alternative { HTMLEscaping.append(alternative, to: &out) }
      return
    }
    write("<img src=\"")
    writeEscaped(address)
    write("\" alt=\"")
    if let alternative { HTMLEscaping.append(alternative, to: &out) }
    write("\"")
    for name in ["width", "height"] {
      guard let attribute = tag.attribute(name),
        let value = value(of: attribute, on: tag)
      else { continue }
      write(" ")
      write(name)
      write("=\"")
      HTMLEscaping.append(value, to: &out)
      write("\"")
    }
    for attribute in tag.attributes
    where !HTMLPolicy.allows(attribute: attribute.name, on: "img") {
      reportAttribute(attribute, of: tag)
    }
    write(">")
  }

  private mutating func imageAddress(_ source: HTMLTag.Attribute) -> String? {
    let url = CharacterReference.decoded(document.bytes(source.value))
    if let scheme = URLPolicy.scheme(of: url), !options.urls.allowsImage(scheme, url: url) {
      drop(.scheme, scheme, markdownRange(of: source.range))
      return nil
    }
    return url.isEmpty ? nil : options.image(url[...])
  }

  private mutating func reportAttribute(_ attribute: HTMLTag.Attribute, of tag: HTMLTag) {
    guard !HTMLPolicy.isPresentation(attribute.name), attribute.name.utf8.count < 40 else { return }
    drop(.attribute, attribute.name, markdownRange(of: attribute.range))
  }

  /// The value to be written; `nil` if the attribute is left out.
  private mutating func value(of attribute: HTMLTag.Attribute, on tag: HTMLTag) -> [UInt8]? {
    let value = CharacterReference.decoded(document.bytes(attribute.value))
    switch attribute.name {
    case "href", "cite":
      if let scheme = URLPolicy.scheme(of: value), !options.urls.allowsLink(scheme) {
        drop(.scheme, scheme, markdownRange(of: attribute.range))
        return Array("#".utf8)
      }
      return Array(options.link(value[...]).utf8)
    case "id": return claim(value) ? value : nil
    case "width", "height", "colspan", "rowspan", "start", "value":
      let digits = value.prefix { (0x30...0x39).contains($0) }
      guard (1...4).contains(digits.count) else { return nil }
      if digits.count != value.count, tag.name != "img" { return nil }
      if tag.name == "td" || tag.name == "th" {
        guard let number = Int(String(decoding: digits, as: UTF8.self)), (1...1000).contains(number)
        else { return nil }
      }
      return Array(digits)
    case "lang":
      let isTag = value.allSatisfy {
        (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2D
      }
      return isTag && (2...35).contains(value.count) ? value : nil
    case "dir":
      return ["ltr", "rtl", "auto"].contains(String(decoding: value, as: UTF8.self)) ? value : nil
    case "scope":
      return ["row", "col", "rowgroup", "colgroup"].contains(String(decoding: value, as: UTF8.self))
        ? value : nil
    case "datetime": return nil
    default: return value
    }
  }
}
