internal import HjelpAnswers
internal import HjelpEncoding
internal import HjelpLocale
internal import HjelpLookup
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
  let service: LookupService

  /// `GET` and `POST /v1/lookup`.
  func lookup(_ request: Request, target: RequestTarget) async throws -> Response {
    if request.method == .post {
      let body = try await body(of: request, limit: Self.bodyLimit)
      return Reply.json(answer(try LookupRequest(body: body), request).json)
    }
    let query = try LookupRequest(QueryParameters(target.query))
    return Reply.tagged(answer(query, request).json, for: request)
  }

  /// `POST /v1/lookup:batch`.
  func batch(_ request: Request) async throws -> Response {
    let queries = try LookupRequest.batch(
      body: try await body(of: request, limit: Self.batchBodyLimit))
    var json = JSONWriter()
    json.beginObject()
    json.beginArray("results")
    for (number, query) in queries.enumerated() {
      // A batch can take a tenth of a second; other requests come in between.
      if number % 8 == 7 { await Task.yield() }
      json.raw(nil, answer(query, request).json)
    }
    json.endArray()
    json.endObject()
    return Reply.json(json.bytes)
  }

  /// `GET /v1/open`: to the article and the sentence, else to the search page.
  func open(_ request: Request, target: RequestTarget) throws -> Response {
    let query = try LookupRequest(QueryParameters(target.query), isStrict: false)
    let answer = answer(query, request)
    if answer.answer.status == .match, let match = answer.answer.answers.first {
      return see(match)
    }
    let search = "\(answer.served)/search.html"
    let hasSearch = snapshot.file(search) != nil
    guard hasSearch || snapshot.file("\(answer.served)/index.html") != nil else {
      throw RequestProblem(status: .notFound, detail: "no article answers to this text", field: "q")
    }
    let text = hasSearch ? "q=" + PercentEncoding.path(query.text.utf8) : nil
    var response = Reply.redirect(
      .seeOther, to: (hasSearch ? search : "\(answer.served)/").utf8,
      query: text.map { Array($0.utf8) })
    response.headers[.vary] = "Accept-Language"
    return response
  }

  /// `GET /v1/errors/{code}`.
  func error(_ code: [UInt8], _ request: Request, target: RequestTarget) throws -> Response {
    let text = try LookupRequest.checked(
      String(validating: code, as: UTF8.self), field: "code", limit: LookupRequest.queryLimit,
      tooLong: .uriTooLong)
    let locale = try LookupRequest.locale(in: QueryParameters(target.query))
    let answer = answer(LookupRequest(text: text, locale: locale, limit: 1), request).answer
    let isCertain = answer.status == .match || answer.status == .ambiguous
    guard isCertain, let match = answer.answers.first else {
      throw RequestProblem(
        status: .notFound, detail: "no article answers to this code", field: "code")
    }
    return see(match)
  }

  /// `GET /v1/articles?id=…`.
  func article(_ request: Request, target: RequestTarget) throws -> Response {
    let parameters = try QueryParameters(target.query)
    try parameters.requireOnly("id", "locale")
    guard let id = try parameters.text("id"), !id.isEmpty else {
      throw RequestProblem.field("id", "'id' must be an article's path without locale and '.html'")
    }
    let article = service.article(
      id: id, locale: try LookupRequest.locale(in: parameters),
      acceptLanguage: request.headers[.acceptLanguage])
    guard let article else {
      throw RequestProblem.field("id", "this site has no article of this id", status: .notFound)
    }
    return Reply.tagged(article.json, for: request)
  }

  private func answer(_ query: LookupRequest, _ request: Request) -> LocalizedAnswer {
    service.answer(
      text: query.text, locale: query.locale, acceptLanguage: request.headers[.acceptLanguage],
      limit: query.limit, explain: query.explain)
  }

  private func see(_ match: LookupMatch) -> Response {
    let anchor = match.anchor.map { "#" + PercentEncoding.path($0.utf8) } ?? ""
    return Reply.empty(
      .seeOther,
      [
        .location: match.url + anchor, .cacheControl: "no-cache", .vary: "Accept-Language",
      ])
  }

  private func body(of request: Request, limit: Int) async throws -> [UInt8] {
    let tooLarge = RequestProblem(
      status: .contentTooLarge, detail: "the body is longer than \(limit) bytes", field: "body")
    if let length = request.headers[.contentLength].flatMap(Int.init), length > limit {
      throw tooLarge
    }
    do {
      let buffer = try await request.body.collect(upTo: limit)
      return Array(buffer.readableBytesView)
    } catch is NIOTooManyBytesError {
      throw tooLarge
    }
  }
}
