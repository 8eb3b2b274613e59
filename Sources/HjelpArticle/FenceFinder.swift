/// Finds fenced code, in which tags are examples.
enum FenceFinder {
  /// The places of fenced code, from the opening line to the closing line; a fence that is never
  /// closed is none, so that it cannot hide the units of the rest of the file.
  static func fences(in bytes: [UInt8], body: Range<Int>) -> [Range<Int>] {
    var fences: [Range<Int>] = []
    var open: (start: Int, mark: UInt8, length: Int)?
    var line = body.lowerBound
    while line < body.upperBound {
      var next = line
      while next < body.upperBound, bytes[next] != 0x0A { next += 1 }
      let end = next
      next = min(next + 1, body.upperBound)
      if let (mark, length, rest) = fenceMark(in: bytes, line: line..<end, isOpen: open != nil) {
        if let fence = open {
          if mark == fence.mark, length >= fence.length,
            bytes[rest..<end].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D })
          {
            fences.append(fence.start..<next)
            open = nil
          }
        } else if mark == UInt8(ascii: "~") || !bytes[rest..<end].contains(UInt8(ascii: "`")) {
          open = (line, mark, length)
        }
      }
      line = next
    }
    return fences
  }

  /// The run of three or more marks that begins a line behind blanks, `>` and list markers.
  private static func fenceMark(
    in bytes: [UInt8], line: Range<Int>, isOpen: Bool
  ) -> (mark: UInt8, length: Int, rest: Int)? {
    var index = line.lowerBound
    while index < line.upperBound {
      switch bytes[index] {
      case 0x20, 0x09, UInt8(ascii: ">"):
        index += 1
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard !isOpen, let after = listMarkerEnd(in: bytes, at: index, end: line.upperBound) else {
          return nil
        }
        index = after
      case UInt8(ascii: "`"), UInt8(ascii: "~"):
        let mark = bytes[index]
        var end = index
        while end < line.upperBound, bytes[end] == mark { end += 1 }
        return end - index >= 3 ? (mark, end - index, end) : nil
      default:
        return nil
      }
    }
    return nil
  }

  private static func listMarkerEnd(in bytes: [UInt8], at start: Int, end: Int) -> Int? {
    var index = start
    while index < end, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) { index += 1 }
    if index > start {
      guard index < end, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")")
      else { return nil }
    }
    index += 1
    return index < end && bytes[index] == 0x20 ? index + 1 : nil
  }
}
