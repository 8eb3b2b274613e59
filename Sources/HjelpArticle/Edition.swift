internal import HjelpDiagnostics

/// One side of an article as Markdown, with a map back to the file.
public struct Edition: Sendable {
  /// A unit's place in the edition.
  public struct Mark: Sendable {
    /// The index of the unit in the article.
    public let unit: Int
    /// Its text, in bytes from the start of the edition.
    public let range: Range<Int>
  }

  /// The side that is shown.
  public let side: Side
  /// The Markdown text, in UTF-8.
  public let markdown: [UInt8]
  /// The units that are not empty on this side, in order.
  public let marks: [Mark]
  /// Where runs of the edition come from: starts in the edition and in the file, in order.
  private let runs: [(edition: Int, file: Int)]

  /// The offset in the file of an offset in the edition.
  public func fileOffset(of offset: Int) -> Int {
    var low = 0
    var high = runs.count
    guard high > 0 else { return 0 }
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].edition <= offset { low = middle } else { high = middle }
    }
    return runs[low].file + offset - runs[low].edition
  }

  /// The range in the file of a range in the edition; from its first to its last byte.
  public func fileRange(of range: Range<Int>) -> Range<Int> {
    let start = fileOffset(of: range.lowerBound)
    guard !range.isEmpty else { return start..<start }
    return start..<max(start, fileOffset(of: range.upperBound - 1) + 1)
  }

  fileprivate init(
    side: Side, markdown: [UInt8], marks: [Mark], runs: [(edition: Int, file: Int)]
  ) {
    self.side = side
    self.markdown = markdown
    self.marks = marks
    self.runs = runs
  }
}

extension Article {
  /// The body in one of its languages.
  ///
  /// target: each unit is replaced by its target, nothing else is changed. source: each unit is
  /// replaced by its source, bookmarks in headings are taken out, leading line ends dropped.
  ///
  /// - Parameter isForPage: Drops the line end and the blanks at the start of a target whose source
  ///   has none there: on a page they would make code of a sentence in a list.
  public func edition(of side: Side, isForPage: Bool = false) -> Edition {
    var markdown: [UInt8] = []
    markdown.reserveCapacity(body.count)
    var marks: [Edition.Mark] = []
    marks.reserveCapacity(units.count)
    var runs: [(edition: Int, file: Int)] = []
    runs.reserveCapacity(pieces.count)
    func append(_ range: Range<Int>) {
      guard !range.isEmpty else { return }
      runs.append((markdown.count, range.lowerBound))
      markdown.append(contentsOf: file.bytes[range])
    }
    let anchors = side == .source ? headings.compactMap(\.anchor?.range) : []
    var anchor = 0
    for piece in pieces {
      switch piece {
      case .unit(let index):
        let start = markdown.count
        let segment = units[index].segment(side)
        append(isForPage && side == .target ? withoutLeadingLineEnd(index) : segment)
        if markdown.count > start {
          marks.append(Edition.Mark(unit: index, range: start..<markdown.count))
        }
      case .text(let range):
        var start = range.lowerBound
        while anchor < anchors.count, anchors[anchor].lowerBound < range.upperBound {
          if anchors[anchor].lowerBound >= start {
            append(start..<anchors[anchor].lowerBound)
            start = anchors[anchor].upperBound
          }
          anchor += 1
        }
        if side == .source, markdown.isEmpty {
          while start < range.upperBound, file.bytes[start] == 0x0A || file.bytes[start] == 0x0D {
            start += 1
          }
        }
        append(start..<max(start, range.upperBound))
      }
    }
    return Edition(side: side, markdown: markdown, marks: marks, runs: runs)
  }

  private func withoutLeadingLineEnd(_ unit: Int) -> Range<Int> {
    let target = units[unit].target
    guard target.first.map({ file.bytes[$0] }) == 0x0A,
      let first = units[unit].source.first, file.bytes[first] > 0x20,
      let start = target.first(where: { file.bytes[$0] > 0x20 })
    else { return target }
    return start..<target.upperBound
  }
}
