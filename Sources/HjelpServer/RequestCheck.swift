internal import HTTPTypes
internal import NIOCore
internal import NIOHTTP1

/// Refuses what is no request, before the framework sees it: with an answer that says why, and the
/// headers that every answer has.
///
/// That is what no HTTP parser takes, and a request of HTTP/1.1 that has not exactly one `Host` (RFC 9112,
/// section 3.2).
final class RequestCheck: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  private var isRefused = false
  /// Requests that were taken and are not answered yet.
  private var unanswered = 0
  /// What is said when those are answered.
  private var detail: String?

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isRefused else { return }
    if case .head(let head) = unwrapInboundIn(data) {
      let hosts = head.headers["host"].count
      if hosts > 1 || hosts == 0 && head.version.major == 1 && head.version.minor > 0 {
        refuse("a request must have one 'Host'", context)
        return
      }
      unanswered += 1
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    context.write(data, promise: promise)
    guard case .end = unwrapOutboundIn(data) else { return }
    unanswered -= 1
    if let detail, unanswered <= 0 { say(detail, context) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard error is HTTPParserError else {
      context.fireErrorCaught(error)
      return
    }
    guard !isRefused else { return }
    refuse("the request is no HTTP/1.1", context)
  }

  /// Refuses a request; what came before it on the connection is answered first.
  private func refuse(_ detail: String, _ context: ChannelHandlerContext) {
    isRefused = true
    if unanswered > 0 {
      self.detail = detail
    } else {
      say(detail, context)
    }
  }

  private func say(_ detail: String, _ context: ChannelHandlerContext) {
    self.detail = nil
    let problem = RequestProblem(.badRequest, detail)
    let body = problem.json(type: ProblemTypes.names[problem.kind])
    var headers = HTTPHeaders([
      ("content-type", ContentType.problem), ("content-length", "\(body.count)"),
      ("connection", "close"),
    ])
    for field in HeaderField.security { headers.add(name: field.name.rawName, value: field.value) }
    let head = HTTPResponseHead(version: .http1_1, status: .badRequest, headers: headers)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(
      wrapOutboundOut(.body(.byteBuffer(context.channel.allocator.buffer(bytes: body)))),
      promise: nil)
    let channel = context.channel
    context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in
      channel.close(promise: nil)
    }
  }
}

@available(*, unavailable)
extension RequestCheck: Sendable {}
