internal import HjelpMarkdown

/// Finds the parts of a link in the Markdown.
enum LinkPlace {
  /// Where the destination stands: behind `](`, in a tag's attribute, or the whole of an address.
  static func destination(of link: LinkSpan, in side: SideContent) -> Range<Int> {
    let markdown = side.document.markdown
    guard link.kind != .autolink, markdown[link.range.lowerBound] != UInt8(ascii: "<") else {
      return link.range
    }
    // From the end: `)`, perhaps a title before it.
    var index = link.range.upperBound - 1
    while index > link.range.lowerBound + 1 {
      if markdown[index] == UInt8(ascii: "("), markdown[index - 1] == UInt8(ascii: "]") {
        var start = index + 1
        while start < link.range.upperBound, markdown[start] <= 0x20 { start += 1 }
        var end = start
        while end < link.range.upperBound - 1, markdown[end] > 0x20 { end += 1 }
        return start..<max(start, end)
      }
      index -= 1
    }
    return link.range
  }
}
