internal import HjelpArticle
internal import HjelpDiagnostics

extension Rule {
  /// `ui.path`
  static let uiPath = Rule(
    id: "ui.path", severity: .warning,
    summary: "The steps of a path through menus differ, or one of them is empty.",
    rationale: """
      The reader follows the steps one by one and stops where one is missing. Write each step of the \
      source between two `>`.
      """,
    messages: [empty, count],
    flagged: [
      .body(unit("Gå til Fil ⟦>   >⟧ Lagre nå.", "Go to File > Info > Save now.")),
      .body(unit("⟦Gå til Fil > Lagre nå⟧.", "Go to File > Info > Save now.")),
    ],
    accepted: [
      .body(unit("Gå til Fil > Lagre.", "Go to File > Save.")),
      .body(
        unit("[ファイル]、[情報]、[保存] の順に選択します。", "Select File > Info > Save."),
        locale: "ja-JP"),
      .body(unit("Gå til Fil > Lagre.", "Go to File and then Save.")),
    ],
    check: { input in
      input.findings { pair, found in
        guard pair.target.bytes.contains(UInt8(ascii: ">")) else { return }
        let target = steps(pair.sides.target, pair.target.text)
        guard target.count > 0 else { return }
        let source = steps(pair.sides.source, pair.source.text)
        if let place = target.empty, source.empty == nil {
          found.append(
            pair.finding("ui.path", .warning, empty.filled(), at: pair.targetPlace(place)))
        } else if source.count > 0, source.count != target.count,
          !(pair.isUnspaced && target.count < source.count && joinsSteps(pair.targetText))
        {
          found.append(
            pair.finding(
              "ui.path", .warning, count.filled("\(source.count + 1)", "\(target.count + 1)"),
              at: pair.wholeTarget, source: pair.unit.source))
        }
      }
    })

  /// How many `>` part steps, and where two have nothing between them.
  ///
  /// Arrows (`->`) and the ends of `<name>` part none.
  private static func steps(
    _ side: SideContent, _ range: Range<Int>
  ) -> (count: Int, empty: Range<Int>?) {
    var result: (count: Int, empty: Range<Int>?) = (0, nil)
    var last: Int?
    var isOpen = false
    for index in range where !side.traits[index].contains(.code) {
      if side.text[index] == UInt8(ascii: "<") {
        isOpen = true
        continue
      }
      guard side.text[index] == UInt8(ascii: ">") else { continue }
      if isOpen {
        isOpen = false
        continue
      }
      if index > range.lowerBound,
        side.text[index - 1] == UInt8(ascii: "-") || side.text[index - 1] == UInt8(ascii: "=")
      {
        continue
      }
      if let last, result.empty == nil, index > last + 1,
        side.text[last + 1..<index].allSatisfy({ $0 == 0x20 || $0 == 0xC2 || $0 == 0xA0 })
      {
        result.empty = last..<index + 1
      }
      result.count += 1
      last = index
    }
    return result
  }

  /// Whether steps are joined by `、` or `→`.
  private static func joinsSteps(_ text: ArraySlice<UInt8>) -> Bool {
    text.contains(Array("、".utf8)) || text.contains(Array("→".utf8))
  }

  private static let empty: MessageTemplate =
    "a step is missing between these two marks; write it as in the source"
  private static let count: MessageTemplate =
    "the source's path has {count} steps, this one {other}; write the same steps"
}
