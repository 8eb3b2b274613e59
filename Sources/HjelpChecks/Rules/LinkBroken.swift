internal import HjelpDiagnostics

extension Rule {
  /// `link.broken`
  static let linkBroken = Rule(
    id: "link.broken", severity: .error,
    summary: "A link is broken, so that the reader sees its brackets.",
    rationale: """
      A blank between `]` and `(`, a parenthesis that is never closed, or a link in a link makes text of \
      it. Write it as `[text](destination)`; where only a blank is too much, the fix removes it.
      """,
    messages: [message],
    flagged: [
      .body(
        unit("Se [denne⟦] (⟧https://example.com/a).", "See [this](https://example.com/a).")),
      .body(unit("Se [denne⟦](⟧a.md.", "See [this](a.md).")),
    ],
    accepted: [
      .body(unit("[設定] (歯車) を選択します。", "Select [Settings] (gear)."), locale: "ja-JP"),
      .body(unit("Skriv `[a] (b.md)` her.", "Type `[a] (b.md)` here.")),
    ],
    check: { input in
      input.findings { pair, found in
        guard pair.target.bytes.contains(UInt8(ascii: "]")) else { return }
        let target = places(pair.sides.target, pair.target.text)
        guard !target.isEmpty, target.count > places(pair.sides.source, pair.source.text).count
        else { return }
        for place in target.prefix(1) {
          let range = pair.targetPlace(place)
          let isBlank = place.count > 2
          found.append(
            pair.finding(
              "link.broken", .error, message.filled(), at: range,
              fix: isBlank
                ? Fix(isSafe: true, edits: [.init(range: range, text: "](")]) : nil))
        }
      }
    })

  /// Where `](` or `] (` with an address behind it is seen.
  private static func places(_ side: SideContent, _ range: Range<Int>) -> [Range<Int>] {
    var places: [Range<Int>] = []
    for index in range
    where side.text[index] == UInt8(ascii: "]") && !side.traits[index].contains(.code) {
      var next = index + 1
      while next < range.upperBound, side.text[next] == 0x20, next < index + 4 { next += 1 }
      guard next < range.upperBound, side.text[next] == UInt8(ascii: "("),
        next == index + 1 ? isLink(side, next + 1, range) : isAddress(side, next + 1, range)
      else { continue }
      places.append(index..<next + 1)
    }
    return places
  }

  /// Whether what stands behind `](` may have been a destination: prose begins with a letter that
  /// a blank follows later.
  private static func isLink(_ side: SideContent, _ start: Int, _ range: Range<Int>) -> Bool {
    isAddress(side, start, range) || start == range.upperBound
      || side.text[start..<range.upperBound].prefix { $0 > 0x20 && $0 < 0x80 }.contains {
        $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":")
      }
  }

  private static func isAddress(_ side: SideContent, _ start: Int, _ range: Range<Int>) -> Bool {
    let text = side.text[min(start, range.upperBound)..<range.upperBound]
    if text.starts(with: "http".utf8) || text.starts(with: "/".utf8) || text.starts(with: "#".utf8)
      || text.starts(with: "mailto:".utf8) || text.starts(with: "www.".utf8)
    {
      return true
    }
    let word = text.prefix { $0 > 0x20 && $0 < 0x80 && $0 != UInt8(ascii: ")") }
    guard let dot = word.lastIndex(of: UInt8(ascii: ".")) else { return false }
    let ending = word[(dot + 1)...].prefix { TextBytes.isLetter($0) }
    return ending.elementsEqual("md".utf8) || ending.elementsEqual("htm".utf8)
      || ending.elementsEqual("html".utf8) || ending.elementsEqual("aspx".utf8)
      || ending.elementsEqual("png".utf8)
  }

  private static let message: MessageTemplate =
    "the link is broken and its brackets are shown; write it as '[text](destination)'"
}
