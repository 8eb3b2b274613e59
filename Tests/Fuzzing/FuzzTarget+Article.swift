internal import HjelpArticle
internal import HjelpCompiler
internal import HjelpDiagnostics
internal import HjelpLocale

extension FuzzTarget {
  /// The article that `bytes` are read as.
  static func article(_ bytes: [UInt8], yaml: YAMLReader = FrontMatterYAML.reader) -> Article {
    Article(
      SourceFile(path: "nb-NO/fuzz.md", bytes: bytes), id: ArticleID("fuzz"),
      expectedLocale: LocaleTag("nb-NO"), yaml: yaml)
  }

  /// Reading never fails; the pieces joined are the body; every place lies in the file.
  static func checkArticle(_ bytes: [UInt8]) throws(Violation) {
    let article = article(bytes)
    try checkPieces(of: article)
    try checkUnits(article.units, in: article.body, of: article)
    try checkUnits(article.frontMatterUnits, in: 0..<article.body.lowerBound, of: article)
    for defect in article.defects {
      try Violation.unless(
        article.body.holds(defect.range)
          && defect.repairs.allSatisfy { article.body.holds($0.range) },
        "a defect stands outside of the body: \(defect)")
    }
    var line = article.body.lowerBound
    for heading in article.headings {
      try Violation.unless(
        heading.line.lowerBound >= line && article.body.holds(heading.line)
          && heading.line.holds(heading.content..<heading.line.upperBound)
          && (1...6).contains(heading.level),
        "a heading is out of order or of the body: \(heading)")
      line = heading.line.upperBound
      guard let anchor = heading.anchor else { continue }
      try Violation.unless(
        heading.line.holds(anchor.range) && anchor.range.holds(anchor.name),
        "a bookmark stands outside of its heading: \(heading)")
    }
    for fence in article.fences {
      try Violation.unless(article.body.holds(fence), "fenced code outside of the body: \(fence)")
    }
    for side in [Side.target, .source] {
      try checkEdition(article.edition(of: side), of: article)
    }
    try checkEdition(article.edition(of: .target, isForPage: true), of: article)
    try checkSplit(of: article)
  }

  private static func checkPieces(of article: Article) throws(Violation) {
    var end = article.body.lowerBound
    var next = 0
    for piece in article.pieces {
      let range: Range<Int>
      switch piece {
      case .text(let text): range = text
      case .unit(let index):
        try Violation.unless(index == next, "unit \(index) is piece number \(next)")
        range = article.units[index].range
        next += 1
      }
      try Violation.unless(
        range.lowerBound == end && !range.isEmpty, "a piece begins at \(range), not at \(end)")
      end = range.upperBound
    }
    try Violation.unless(next == article.units.count, "\(next) of the units are pieces")
    try Violation.unless(end == article.body.upperBound, "the pieces end at \(end)")
    try Violation.unless(
      article.body.upperBound == article.file.bytes.count, "the body ends before the file does")
  }

  private static func checkUnits(
    _ units: [TranslationUnit], in whole: Range<Int>, of article: Article
  ) throws(Violation) {
    var end = whole.lowerBound
    for unit in units {
      try Violation.unless(
        unit.range.lowerBound >= end && whole.holds(unit.range) && !unit.range.isEmpty,
        "unit \(unit.name) at \(unit.range) is out of order or place")
      try Violation.unless(
        unit.range.holds(unit.openingTag) && unit.range.holds(unit.target)
          && unit.range.holds(unit.source),
        "a part of unit \(unit.name) stands outside of it: \(unit)")
      try Violation.unless(
        unit.target.isEmpty || unit.source.isEmpty
          || unit.target.upperBound <= unit.source.lowerBound,
        "the halves of unit \(unit.name) overlap: \(unit)")
      try Violation.unless(
        unit.openingTag.upperBound <= unit.target.lowerBound || unit.target.isEmpty,
        "the target of unit \(unit.name) holds its tag: \(unit)")
      end = unit.range.upperBound
    }
  }

  /// Every byte of an edition is the byte of the file that it is said to come from.
  private static func checkEdition(
    _ edition: Edition, of article: Article
  ) throws(Violation) {
    var last = -1
    for (offset, byte) in edition.markdown.enumerated() {
      let place = edition.fileOffset(of: offset)
      try Violation.unless(
        place > last && article.body.contains(place) && article.file.bytes[place] == byte,
        "byte \(offset) of the \(edition.side) side is not byte \(place) of the file")
      last = place
    }
    var end = 0
    for mark in edition.marks {
      let segment = article.units[mark.unit].segment(edition.side)
      try Violation.unless(
        mark.range.lowerBound >= end && !mark.range.isEmpty
          && mark.range.upperBound <= edition.markdown.count
          && segment.holds(edition.fileRange(of: mark.range)),
        "the mark \(mark) is not its unit's \(edition.side) half")
      end = mark.range.upperBound
    }
  }

  /// The target side as a file: the file without tags and sources. The source side: the edition.
  private static func checkSplit(of article: Article) throws(Violation) {
    var expected: [UInt8] = []
    var start = 0
    for unit in article.frontMatterUnits + article.units {
      expected += article.file.bytes[start..<unit.range.lowerBound]
      expected += article.file.bytes[unit.target]
      start = unit.range.upperBound
    }
    expected += article.file.bytes[start...]
    try Violation.unless(
      article.split(.target) == expected, "the target side is not the file without its sources")
    try Violation.unless(
      article.split(.source) == article.edition(of: .source).markdown,
      "the source side is not the source edition")
  }

  /// Front matter of plain lines means to a YAML reader what it means to the program.
  static func checkFrontMatter(_ bytes: [UInt8]) throws(Violation) {
    let article = article(bytes)
    guard let frontMatter = article.frontMatter else {
      try Violation.unless(
        article.unclosedFrontMatter.map { (0..<bytes.count).holds($0) } ?? true,
        "the mark of open front matter stands outside of the file")
      return
    }
    try Violation.unless(
      frontMatter.range.lowerBound >= 0 && frontMatter.range.upperBound == article.body.lowerBound,
      "front matter at \(frontMatter.range) and body at \(article.body) do not meet")
    if let problem = frontMatter.problem {
      try Violation.unless(
        frontMatter.range.holds(problem.range) && !problem.message.isEmpty
          && frontMatter.fields.isEmpty,
        "the problem at \(problem.range) stands outside of \(frontMatter.range)")
    }
    for field in frontMatter.fields {
      try Violation.unless(
        frontMatter.range.holds(field.keyRange) && frontMatter.range.holds(field.valueRange),
        "the field '\(field.key)' stands outside of the front matter: \(field)")
    }
    try comparePlain(frontMatter, of: article)
  }

  private static func comparePlain(
    _ frontMatter: FrontMatter, of article: Article
  ) throws(Violation) {
    // What the program cannot read by itself gets an error here, and has nothing to be compared.
    let alone = Self.article(article.file.bytes) { _, start in
      .problem(.init(message: "not plain", range: start..<start))
    }
    // A YAML reader of 1.1 ends lines at NEL, LS and PS too, one of 1.2 does not, nor the program.
    let ends: [Unicode.Scalar] = ["\u{85}", "\u{2028}", "\u{2029}"]
    guard let plain = alone.frontMatter, plain.problem == nil,
      !article.text(frontMatter.range).unicodeScalars.contains(where: ends.contains)
    else { return }
    let inner = article.file.bytes[frontMatter.range]
      .split(separator: 0x0A, omittingEmptySubsequences: false).dropFirst()
    let end = inner.lastIndex { $0.starts(with: "---".utf8) } ?? inner.startIndex
    let text = Array(inner[..<end].joined(separator: [0x0A]))
    guard case .fields(let read) = FrontMatterYAML.reader(text, 0),
      Set(read.map(\.key)).count == read.count
    else { return }
    try Violation.unless(
      plain.fields.map { "\($0.key): \($0.value)" } == read.map { "\($0.key): \($0.value)" },
      "plain lines: \(plain.fields.map { "\($0.key): \($0.value)" }); "
        + "YAML: \(read.map { "\($0.key): \($0.value)" })")
  }
}

extension Range<Int> {
  /// Whether `other` lies within this range.
  func holds(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
