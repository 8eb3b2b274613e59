internal import HjelpAnswers
internal import HjelpEncoding
internal import HjelpLocale
internal import HjelpLookup
internal import HjelpRelease
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// Answers the addresses below `/v1/`.
struct LookupRoutes {
  /// The longest body of a single question: every byte of the text can be written as `\u00XX`.
  private static let bodyLimit = 6 * LookupRequest.textLimit + 1024
  /// The longest body of a batch.
  private static let batchBodyLimit = 256 * 1024

  let snapshot: SiteSnapshot
  let answers: AnswerSource

  /// `GET` and `POST /v1/lookup`.
  func lookup(_ request: Request, target: RequestTarget) async throws -> Response {
    if request.method == .post {
      let body = try await RequestJSON.body(of: request, limit: Self.bodyLimit)
      var response = Reply.json(written(try LookupRequest(body: body), request).json)
      response.headers.append(HeaderField.varyLanguage)
      return response
    }
    let query = try LookupRequest(QueryParameters(target.query))
    let answer = written(query, request)
    answers.keep(answer, to: query, for: TargetKey(request))
    return Reply.tagged(answer.json, answer.tag, for: request)
  }

  /// A GET of `/v1/lookup` that came before in the very same words; `nil` if its answer is not kept.
  func repeated(_ request: Request) -> Response? {
    guard let answer = TargetKey(request).flatMap(answers.kept) else { return nil }
    return Reply.tagged(answer.json, answer.tag, for: request)
  }

  /// `POST /v1/lookup:batch`.
  func batch(_ request: Request) async throws -> Response {
    let queries = try LookupRequest.batch(
      body: try await RequestJSON.body(of: request, limit: Self.batchBodyLimit))
    var answers: [[UInt8]] = []
    for (number, query) in queries.enumerated() {
      // A batch can take a tenth of a second; other requests come in between.
      if number % 8 == 7 { await Task.yield() }
      answers.append(written(query, request).json)
    }
    var body = ByteBuffer()
    body.reserveCapacity(answers.reduce(answers.count + 32) { $0 + $1.count })
    body.writeStaticString("{\"results\":[")
    for (number, answer) in answers.enumerated() {
      if number > 0 { body.writeInteger(UInt8(ascii: ",")) }
      body.writeBytes(answer)
    }
    body.writeStaticString("]}\n")
    var response = Reply.json(body)
    response.headers.append(HeaderField.varyLanguage)
    return response
  }

  /// `GET /v1/open`: to the article and the sentence, else to the search page.
  func open(_ request: Request, target: RequestTarget) throws(RequestProblem) -> Response {
    let query = try LookupRequest(QueryParameters(target.query), isStrict: false)
    let answer = answer(query, request)
    if answer.answer.status == .match, let match = answer.answer.answers.first {
      return see(match)
    }
    let search = "\(answer.served)/search.html"
    let hasSearch = snapshot.file(search) != nil
    guard hasSearch || snapshot.file("\(answer.served)/index.html") != nil else {
      throw RequestProblem(.noAnswer, field: "q", "no article answers to this text")
    }
    let text = hasSearch ? "q=" + PercentEncoding.path(query.text.utf8) : nil
    var response = Reply.redirect(
      .seeOther, to: (hasSearch ? search : "\(answer.served)/").utf8,
      query: text.map { Array($0.utf8) })
    response.headers.append(HeaderField.varyLanguage)
    return response
  }

  /// `GET /v1/errors/{code}`.
  func error(
    _ code: [UInt8], _ request: Request, target: RequestTarget
  ) throws(RequestProblem) -> Response {
    guard let text = String(validating: code, as: UTF8.self) else {
      throw RequestProblem(.badText, field: "code", "'code' is not valid UTF-8")
    }
    let query = LookupRequest(
      text: try LookupRequest.checked(
        text, field: "code", limit: LookupRequest.queryLimit, tooLong: .uriTooLong),
      locale: try LookupRequest.locale(in: QueryParameters(target.query)), limit: 1)
    let answer = answer(query, request).answer
    let isCertain = answer.status == .match || answer.status == .ambiguous
    guard isCertain, let match = answer.answers.first else {
      throw RequestProblem(.noAnswer, field: "code", "no article answers to this code")
    }
    return see(match)
  }

  /// `GET /v1/articles?id=…`.
  func article(_ request: Request, target: RequestTarget) throws(RequestProblem) -> Response {
    let parameters = try QueryParameters(target.query)
    try parameters.requireOnly("id", "locale")
    guard let id = try parameters.text("id"), !id.isEmpty else {
      throw RequestProblem(
        .missingText, field: "id", "'id' must be an article's path without locale and '.html'")
    }
    let article = answers.service.article(
      id: id, locale: try LookupRequest.locale(in: parameters),
      acceptLanguage: request.headers[.acceptLanguage])
    guard let article else {
      throw RequestProblem(.articleNotFound, field: "id", "this site has no article of this id")
    }
    let json = article.json
    let tag = EntityTag(hash: ContentHash.sha256(of: json).prefix(32))
    return Reply.tagged(json, tag, for: request)
  }

  private func written(_ query: LookupRequest, _ request: Request) -> WrittenAnswer {
    answers.written(query, acceptLanguage: request.headers[.acceptLanguage])
  }

  private func answer(_ query: LookupRequest, _ request: Request) -> LocalizedAnswer {
    answers.answer(query, acceptLanguage: request.headers[.acceptLanguage])
  }

  private func see(_ match: LookupMatch) -> Response {
    let anchor = match.anchor.map { "#" + PercentEncoding.path($0.utf8) } ?? ""
    var response = Reply.empty(
      .seeOther, [.location: match.url + anchor, .cacheControl: "no-cache"])
    response.headers.append(HeaderField.varyLanguage)
    return response
  }
}
