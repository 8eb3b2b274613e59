internal import HjelpAnswers
internal import HjelpEncoding
internal import HjelpLocale
internal import HjelpLookup
internal import Hummingbird

/// A search page with its answers in it, for readers without JavaScript.
struct SearchPage {
  let snapshot: SiteSnapshot

  /// The page for a question, `q` of a query; `nil` if the path is no search page or nothing is asked.
  func response(path: [UInt8], target: RequestTarget) -> Response? {
    guard path.suffix(12).elementsEqual("/search.html".utf8), let service = snapshot.service,
      let locale = LocaleTag(String(decoding: path.dropLast(12), as: UTF8.self)),
      let file = snapshot.file(path),
      let parameters = try? QueryParameters(target.query),
      let text = try? parameters.text("q"), !text.isEmpty, text.utf8.count <= 2048
    else { return nil }
    let answer = service.answer(text: text, locale: locale)
    var page = Array(file.plain.body.readableBytesView)
    var said: [UInt8] = []
    let sure = answer.answer.answers.filter {
      answer.answer.status == .match || answer.answer.status == .ambiguous
        ? $0.confidence >= LookupStatus.matchThreshold : false
    }
    for match in sure { append(match, of: answer, to: &said) }
    if sure.isEmpty { paragraph("data-none", in: page, "p", &said) }
    let near = answer.answer.answers.filter { match in
      !sure.contains { $0.id.utf8.elementsEqual(match.id.utf8) } && match.confidence >= 0.2
    }
    if !near.isEmpty {
      paragraph("data-near", in: page, "h2", &said)
      for match in near { append(match, of: answer, to: &said) }
    }
    insert(said, behind: "id=\"Hjelp-answers\"", atEndOfTag: true, &page)
    // Without a script the answers are here.
    if let start = page.firstRange(of: Array("<noscript>".utf8)),
      let end = page[start.upperBound...].firstRange(of: Array("</noscript>".utf8))
    {
      page.removeSubrange(start.lowerBound..<end.upperBound)
    }
    insert(
      Array(" value=\"\(HTMLEscaping.escaped(text))\"".utf8), behind: "id=\"Hjelp-q\"",
      atEndOfTag: false, &page)
    return Response(
      status: .ok, headers: [.contentType: file.contentType, .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: page)))
  }

  private func append(
    _ match: LookupMatch, of answer: LocalizedAnswer, to bytes: inout [UInt8]
  ) {
    func write(_ text: String) { bytes.append(contentsOf: text.utf8) }
    let anchor = match.anchor.map { "#" + PercentEncoding.path($0.utf8) } ?? ""
    // The page stands one folder below the root, wherever that is.
    let address = "../" + match.url.drop { $0 == "/" } + anchor
    write("<div class=\"hit\"><a href=\"\(HTMLEscaping.escaped(address))\"")
    write(" lang=\"\(match.locale)\" dir=\"auto\">\(HTMLEscaping.escaped(match.title))</a>")
    if let text = match.matched, text != match.title {
      write("<p lang=\"\(match.language)\" dir=\"auto\">\(HTMLEscaping.escaped(text))</p>")
    }
    write("</div>")
  }

  /// What the page says in an attribute of the box for answers, as an element.
  private func paragraph(
    _ attribute: String, in page: [UInt8], _ element: String, _ bytes: inout [UInt8]
  ) {
    guard let start = end(of: "\(attribute)=\"", in: page),
      let end = page[start...].firstIndex(of: UInt8(ascii: "\""))
    else { return }
    bytes += Array("<\(element)>".utf8) + page[start..<end] + Array("</\(element)>".utf8)
  }

  private func insert(
    _ bytes: [UInt8], behind mark: String, atEndOfTag: Bool, _ page: inout [UInt8]
  ) {
    guard var place = end(of: mark, in: page) else { return }
    if atEndOfTag {
      guard let close = page[place...].firstIndex(of: UInt8(ascii: ">")) else { return }
      place = close + 1
    }
    page.insert(contentsOf: bytes, at: place)
  }

  private func end(of mark: String, in page: [UInt8]) -> Int? {
    let mark = Array(mark.utf8)
    return page.firstRange(of: mark)?.upperBound
  }
}
