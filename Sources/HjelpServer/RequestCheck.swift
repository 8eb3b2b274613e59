internal import HTTPTypes
internal import NIOCore
internal import NIOHTTP1

/// Refuses what is no request, before the framework sees it: with an answer that says why, and the
/// headers that every answer has.
///
/// That is what no HTTP parser takes, and a request of HTTP/1.1 that has not exactly one `Host` (RFC 9112,
/// section 3.2).
final class RequestCheck: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private var isRefused = false

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isRefused else { return }
    if case .head(let head) = unwrapInboundIn(data) {
      let hosts = head.headers["host"].count
      if hosts > 1 || hosts == 0 && head.version.major == 1 && head.version.minor > 0 {
        refuse("a request must have one 'Host'", context)
        return
      }
    }
    context.fireChannelRead(data)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard error is HTTPParserError else {
      context.fireErrorCaught(error)
      return
    }
    guard !isRefused else { return }
    refuse("the request is no HTTP/1.1", context)
  }

  private func refuse(_ detail: String, _ context: ChannelHandlerContext) {
    isRefused = true
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
