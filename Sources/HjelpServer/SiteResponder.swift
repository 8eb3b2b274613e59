internal import HTTPTypes
internal import HjelpAnswers
internal import Hummingbird

/// Finds the route of a request, and finishes its response.
///
/// There are eight addresses and a table of files: a switch says all of it, where a router would
/// take paths apart that a manifest holds whole.
struct SiteResponder: HTTPResponder {
  typealias Context = ServerContext

  let site: CurrentSite
  let crossOrigin: CrossOrigin

  func respond(to request: Request, context: ServerContext) async throws -> Response {
    var response: Response
    do {
      response = try await route(request)
    } catch let problem as RequestProblem {
      response = Reply.problem(problem)
    }
    SecurityHeaders.add(to: &response)
    return request.method == .head ? response.createHeadResponse() : response
  }

  private func route(_ request: Request) async throws -> Response {
    let target = try RequestTarget(request.head.path)
    guard let address = Address(target.path) else {
      guard let snapshot = site.snapshot else { throw HealthRoutes.notReady }
      return PageRoutes(snapshot: snapshot).respond(to: request, target: target)
    }
    if request.method == .options {
      return crossOrigin.options(address.methods, for: request)
    }
    guard address.methods.split(separator: ", ").contains(where: { $0 == request.method.rawValue })
    else { return Reply.methodNotAllowed(address.methods) }
    var response: Response
    do {
      response = try await answer(request, at: address, target: target)
    } catch let problem as RequestProblem {
      response = Reply.problem(problem)
    }
    crossOrigin.allow(&response, for: request)
    return response
  }

  private func answer(
    _ request: Request, at address: Address, target: RequestTarget
  ) async throws -> Response {
    let health = HealthRoutes(site: site)
    if case .live = address { return health.live() }
    if case .ready = address { return try health.ready() }
    guard let snapshot = site.snapshot else { throw HealthRoutes.notReady }
    guard let service = snapshot.service else {
      throw RequestProblem(
        status: .serviceUnavailable, detail: "this site was built without a lookup index")
    }
    let routes = LookupRoutes(snapshot: snapshot, service: service)
    switch address {
    case .lookup: return try await routes.lookup(request, target: target)
    case .batch: return try await routes.batch(request)
    case .open: return try routes.open(request, target: target)
    case .error(let code): return try routes.error(code, request, target: target)
    case .article: return try routes.article(request, target: target)
    case .live, .ready, .unknown:
      throw RequestProblem(
        status: .notFound, detail: "there is no such address; '/v1/lookup?q=…' looks a text up")
    }
  }
}
