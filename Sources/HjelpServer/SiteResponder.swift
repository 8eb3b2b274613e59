internal import HTTPTypes
internal import Hummingbird
internal import NIOHTTP1

/// Finds the route of a request, and finishes its response.
///
/// There are nine addresses and a table of files: a switch says all of it, where a router would
/// take paths apart that a manifest holds whole.
struct SiteResponder: HTTPResponder {
  typealias Context = ServerContext

  let site: CurrentSite
  let crossOrigin: CrossOrigin
  let metrics: ServerMetrics
  /// Where questions without an answer go; `nil` where nobody asked for them.
  let unanswered: UnansweredLog?
  /// Where failures are written.
  let log: ServerLog
  /// What is being written; `nil` where nothing is.
  let preview: SitePreview?
  /// Where every request is written; `nil` where nobody asked for it.
  let accessLog: AccessLog?
  /// How many requests a client may make; `nil` for any number.
  let rateLimit: RateLimit?

  func respond(to request: Request, context: ServerContext) async throws -> Response {
    let start = ContinuousClock.now
    let snapshot = site.snapshot
    var route = Route.other
    var response: Response
    metrics.begin()
    do {
      response =
        if let problem = excess(request, context) {
          Self.problem(problem, snapshot)
        } else {
          try await answer(request, from: snapshot, &route)
        }
    } catch let error as HTTPParserError {
      // A body that is no HTTP is Hummingbird's to refuse.
      metrics.end(route, .badRequest, after: .now - start)
      throw error
    } catch {
      log.event(
        "request.failed", level: .error,
        [("route", .text(route.name.description)), ("error", .text("\(type(of: error))"))])
      response = Self.problem(
        RequestProblem(.internalError, "the server failed; its log says more"), snapshot)
    }
    for field in HeaderField.security { response.headers.append(field) }
    if request.method == .head { response = response.createHeadResponse() }
    let duration: Duration = .now - start
    metrics.end(route, response.status, after: duration)
    accessLog?.write(route, request.method, response.status, duration)
    return response
  }

  /// What a client is told that asks too often; who watches over the server may always ask.
  private func excess(_ request: Request, _ context: ServerContext) -> RequestProblem? {
    guard let rateLimit, !["/livez", "/readyz"].contains(request.head.path),
      let seconds = rateLimit.wait(request, from: context.peer)
    else { return nil }
    return RequestProblem(
      .tooManyRequests, "this address asks too often; wait \(seconds) s",
      advice: HTTPField(name: .retryAfter, value: String(seconds)))
  }

  private func answer(
    _ request: Request, from snapshot: SiteSnapshot?, _ route: inout Route
  ) async throws -> Response {
    if let snapshot, var response = try? routes(snapshot).repeated(request) {
      route = .lookup
      crossOrigin.allow(&response, for: request)
      return response
    }
    let target: RequestTarget
    do {
      target = try RequestTarget(request.head.path)
    } catch {
      return Self.problem(error, snapshot)
    }
    if let preview,
      let response = try? await PreviewRoutes(site: site, preview: preview).response(to: target)
    {
      return response
    }
    guard let address = Address(target.path) else {
      route = .page
      guard let snapshot else { return Self.problem(HealthRoutes.notReady, nil) }
      return PageRoutes(snapshot: snapshot, preview: preview).respond(to: request, target: target)
    }
    route = address.route
    if request.method == .options {
      return crossOrigin.options(address.methods, for: request)
    }
    var response: Response
    do {
      guard address.takes(request.method) else {
        throw RequestProblem.methodNotAllowed(address.methods)
      }
      response = try await answer(request, at: address, target, from: snapshot)
    } catch let problem as RequestProblem {
      response = Self.problem(problem, snapshot)
    }
    crossOrigin.allow(&response, for: request)
    return response
  }

  private func answer(
    _ request: Request, at address: Address, _ target: RequestTarget, from snapshot: SiteSnapshot?
  ) async throws -> Response {
    let health = HealthRoutes(site: site)
    switch address {
    case .live: return health.live()
    case .ready: return try health.ready()
    case .description: return DescriptionRoute.response(to: request)
    case .unknown:
      throw RequestProblem(
        .addressNotFound,
        "there is no such address; '/v1/lookup?q=…' looks a text up, '/openapi.json' names all")
    case .lookup: return try await routes(snapshot).lookup(request, target: target)
    case .batch: return try await routes(snapshot).batch(request)
    case .open: return try routes(snapshot).open(request, target: target)
    case .error(let code): return try routes(snapshot).error(code, request, target: target)
    case .article: return try routes(snapshot).article(request, target: target)
    }
  }

  private func routes(_ snapshot: SiteSnapshot?) throws(RequestProblem) -> LookupRoutes {
    guard let snapshot else { throw HealthRoutes.notReady }
    guard let service = snapshot.service else {
      throw RequestProblem(.noIndex, "this site was built without a lookup index; build it again")
    }
    return LookupRoutes(
      snapshot: snapshot,
      answers: AnswerSource(
        service: service, cache: snapshot.cache, targets: snapshot.targets, metrics: metrics,
        unanswered: unanswered))
  }

  private static func problem(_ problem: RequestProblem, _ snapshot: SiteSnapshot?) -> Response {
    Reply.problem(problem, types: snapshot?.problemTypes ?? .names)
  }
}
