internal import HjelpArticle
internal import HjelpDiagnostics
internal import HjelpMarkdown

/// What is wrong with a link or an image.
struct LinkFault {
  var message: String
  var severity = Severity.warning
  /// What is written, and what is likely meant: a part of the destination, for a fix.
  var correction: (written: [UInt8], meant: [UInt8])?
}

extension CheckInput {
  /// What a rule finds in the links and images of the side that a page shows.
  func linkFindings(
    _ rule: RuleID, _ check: (ArticleLink, ContentPlaces) -> LinkFault?
  ) -> [Finding] {
    guard let places = facts.places, let shown else { return [] }
    return links.compactMap { link in
      guard let fault = check(link, places) else { return nil }
      let range = shown.edition.fileRange(of: link.range)
      return Finding(
        rule: rule, severity: fault.severity, message: fault.message,
        unit: unit(at: range.lowerBound), range: range,
        fix: fault.correction.flatMap { fix(in: range, $0.written, $0.meant) })
    }
  }

  /// Puts what is meant in the place of what is written; `nil` if it does not stand there once, as it
  /// does not where signs are written as entities or in percent.
  private func fix(in range: Range<Int>, _ written: [UInt8], _ meant: [UInt8]) -> Fix? {
    let link = article.file.bytes[range]
    let places = link.ranges(of: written)
    guard let place = places.first, places.count == 1,
      meant.allSatisfy({ TextBytes.isWord($0) || "-._~/#".utf8.contains($0) })
    else { return nil }
    return Fix(
      isSafe: false, edits: [.init(range: place, text: String(decoding: meant, as: UTF8.self))])
  }
}
