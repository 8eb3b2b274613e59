public import HjelpDiagnostics
public import HjelpLocale

/// An article as it was read: its bytes, and where in them everything is.
///
/// Reading never fails: what is wrong stands in `frontMatter`, `defects` and `encodingProblem`.
public final class Article: Sendable {
  /// The file.
  public let file: SourceFile
  /// The path below the locale folder, without `.md`.
  public let id: ArticleID
  /// The locale of the nearest locale folder, if there is one.
  public let expectedLocale: LocaleTag?
  /// The front matter, if the file has both marks.
  public let frontMatter: FrontMatter?
  /// The opening mark of front matter that is never closed.
  public let unclosedFrontMatter: Range<Int>?
  /// The body, in bytes from the start of the file.
  public let body: Range<Int>
  /// The units in the order of the file.
  public let units: [TranslationUnit]
  /// The body in pieces.
  public let pieces: [Piece]
  /// Units that stand in the front matter, which is damaged then.
  public let frontMatterUnits: [TranslationUnit]
  /// The damage to units.
  public let defects: [UnitDefect]
  /// The heading lines of the body.
  public let headings: [Heading]
  /// Fenced code, in bytes from the start of the file.
  public let fences: [Range<Int>]
  /// The locale of the article: what its front matter says, else what its folder says.
  public let locale: LocaleTag?
  /// Why the bytes are no text, if they are none; then there are no units.
  public let encodingProblem: EncodingProblem?

  /// The most that a file may hold, in bytes.
  public static let sizeLimit = 2 * 1024 * 1024

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - file: Its name and bytes.
  ///   - id: Its path below the locale folder, without `.md`.
  ///   - expectedLocale: The locale of the nearest locale folder.
  ///   - yaml: Reads front matter that is not plain.
  public init(
    _ file: SourceFile, id: ArticleID, expectedLocale: LocaleTag?, yaml: YAMLReader
  ) {
    self.file = file
    self.id = id
    self.expectedLocale = expectedLocale
    let bytes = file.bytes
    let problem = EncodingProblem.first(in: bytes)
    encodingProblem = problem
    guard problem == nil, bytes.count <= Self.sizeLimit else {
      frontMatter = nil
      locale = expectedLocale
      unclosedFrontMatter = nil
      body = 0..<bytes.count
      units = []
      frontMatterUnits = []
      pieces = [.text(0..<bytes.count)]
      defects = []
      headings = []
      fences = []
      return
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    switch FrontMatterReader.read(bytes, from: start, yaml: yaml) {
    case .none:
      frontMatter = nil
      unclosedFrontMatter = nil
      body = start..<bytes.count
    case .unclosed(let range):
      frontMatter = nil
      unclosedFrontMatter = range
      body = start..<bytes.count
    case .found(let found):
      frontMatter = found
      unclosedFrontMatter = nil
      body = found.range.upperBound..<bytes.count
    }
    let named = frontMatter?.text("ms.contentlocale")
    locale =
      named == expectedLocale?.description
      ? expectedLocale : named.flatMap { LocaleTag($0) } ?? expectedLocale
    fences = FenceFinder.fences(in: bytes, body: body)
    headings = HeadingFinder.headings(in: bytes, body: body, outside: fences)
    let scanner = UnitScanner(bytes, body: body, fences: fences)
    units = scanner.units
    // A unit with `: ` in it reads as a field.
    let mayHoldUnits =
      frontMatter?.problem != nil
      || frontMatter?.fields.contains { bytes[$0.keyRange].contains(UInt8(ascii: "<")) } ?? false
    if mayHoldUnits, body.lowerBound > start {
      frontMatterUnits = UnitScanner(bytes, body: start..<body.lowerBound, fences: []).units
    } else {
      frontMatterUnits = []
    }
    defects = scanner.defects
    pieces = Self.pieces(of: body, units: units)
  }

  /// Whether the article holds pairs.
  public var isBilingual: Bool { !units.isEmpty }

  /// The text of a range of the file.
  public func text(_ range: Range<Int>) -> String {
    String(decoding: file.bytes[range], as: UTF8.self)
  }

  /// The article's name in front matter, if there is one.
  public var title: String? { frontMatter?.text("title") }

  private static func pieces(of body: Range<Int>, units: [TranslationUnit]) -> [Piece] {
    var pieces: [Piece] = []
    pieces.reserveCapacity(units.count * 2 + 1)
    var start = body.lowerBound
    for (index, unit) in units.enumerated() {
      if unit.range.lowerBound > start { pieces.append(.text(start..<unit.range.lowerBound)) }
      pieces.append(.unit(index))
      start = unit.range.upperBound
    }
    if start < body.upperBound { pieces.append(.text(start..<body.upperBound)) }
    return pieces
  }
}
