/// The inline HTML of a unit's half: elements that a page knows, by name.
struct TagBalance {
  /// How many tags open each element.
  private(set) var opened: [String: Int] = [:]
  /// How many more tags open each element than close it.
  private(set) var balance: [String: Int] = [:]

  init(_ tags: ArraySlice<TagSpan>) {
    for tag in tags where Self.elements.contains(tag.name) {
      if tag.isClosing {
        balance[tag.name, default: 0] -= 1
      } else {
        opened[tag.name, default: 0] += 1
        if !tag.isEmpty { balance[tag.name, default: 0] += 1 }
      }
    }
    balance = balance.filter { $0.value != 0 }
  }

  /// Elements whose loss changes the page; a line break may come and go.
  private static let elements: Set<String> = [
    "a", "b", "i", "em", "strong", "code", "sup", "sub", "u", "p", "div", "img", "table", "tr",
    "td",
    "th", "ul", "ol", "li", "kbd", "var", "pre", "span", "font", "del", "ins", "mark", "small", "s",
    "q", "cite", "dl", "dt", "dd", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6",
  ]
}
