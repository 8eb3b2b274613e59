internal import HTTPTypes
internal import NIOCore
internal import NIOHTTP1
internal import NIOHTTPTypes
internal import NIOHTTPTypesHTTP1
internal import Synchronization

/// Closes a connection that takes a place and does nothing with it.
///
/// A head must be there within a time, counted from the connection or from the first byte of the next
/// request; a body within a time in all; and of an answer something must be taken within a time. What
/// comes byte by byte is no sign of life. The time between two requests is the framework's to watch.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  /// How long each part may take.
  struct Limits {
    var head: TimeAmount
    var body: TimeAmount
    /// How long a client may take nothing of its answer.
    var answer: TimeAmount
  }

  /// After so many looks in a row that find nothing taken, the connection is closed.
  private static let looks = 5

  private enum State {
    /// A head is on its way, or none came yet.
    case head
    case body
    /// The request is there in whole, and its answer on its way; or nothing is.
    case quiet
  }

  private let limits: Limits
  private let table: ConnectionTable
  private var entry: ConnectionTable.Entry?
  private var state = State.head
  private var deadline: Scheduled<Void>?
  private var progress: RepeatedTask?
  private var pending = 0
  private var stalled = 0

  init(_ limits: Limits, _ table: ConnectionTable) {
    self.limits = limits
    self.table = table
  }

  func handlerAdded(context: ChannelHandlerContext) {
    let pipeline = context.pipeline.syncOperations
    // Bytes are seen before the decoder has a head of them, and fields as they were sent.
    try? pipeline.addHandler(ByteWatch(self), position: .first)
    if let codec = try? pipeline.handler(type: HTTP1ToHTTPServerCodec.self) {
      try? pipeline.addHandler(RequestCheck(), position: .before(codec))
    }
    entry = table.add(context.channel)
    schedule(limits.head, context)
  }

  /// The first bytes of a request are there.
  fileprivate func bytesCame() {
    guard state == .quiet, progress == nil else { return }
    state = .head
    entry?.isWaiting.store(true, ordering: .relaxed)
  }

  fileprivate func bytesWereRead(context: ChannelHandlerContext) {
    // Most requests come in one piece, and need no deadline.
    guard deadline == nil else { return }
    if state == .head { schedule(limits.head, context) }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      cancelDeadline()
      state = .body
      entry?.isWaiting.store(false, ordering: .relaxed)
    case .body: break
    case .end:
      cancelDeadline()
      state = .quiet
    }
    context.fireChannelRead(data)
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    if state == .body, deadline == nil { schedule(limits.body, context) }
    context.fireChannelReadComplete()
  }

  func flush(context: ChannelHandlerContext) {
    context.flush()
    if progress == nil, buffered(context) > 0 { watch(context) }
  }

  func channelInactive(context: ChannelHandlerContext) {
    stop()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { stop() }

  // MARK: - Times

  private func schedule(_ limit: TimeAmount, _ context: ChannelHandlerContext) {
    let channel = context.channel
    deadline = context.eventLoop.scheduleTask(in: limit) { channel.close(promise: nil) }
  }

  private func cancelDeadline() {
    deadline?.cancel()
    deadline = nil
  }

  /// The bytes that the client has not taken.
  private func buffered(_ context: ChannelHandlerContext) -> Int {
    (try? context.channel.syncOptions?.getOption(ChannelOptions.bufferedWritableBytes)) ?? 0
  }

  /// Looks from time to time whether the client takes anything.
  private func watch(_ context: ChannelHandlerContext) {
    pending = buffered(context)
    stalled = 0
    let step = TimeAmount.nanoseconds(limits.answer.nanoseconds / Int64(Self.looks + 1))
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    progress = context.eventLoop.scheduleRepeatedTask(initialDelay: step, delay: step) { _ in
      let (guardian, context) = bound.value
      guardian.look(context)
    }
  }

  private func look(_ context: ChannelHandlerContext) {
    let now = buffered(context)
    if now == 0 {
      progress?.cancel()
      progress = nil
    } else if now == pending {
      stalled += 1
      if stalled >= Self.looks { context.channel.close(promise: nil) }
    } else {
      stalled = 0
    }
    pending = now
  }

  private func stop() {
    cancelDeadline()
    progress?.cancel()
    progress = nil
    entry.map { table.remove($0) }
    entry = nil
  }
}

@available(*, unavailable)
extension ConnectionGuard: Sendable {}

/// Tells of bytes before the decoder sees them.
private final class ByteWatch: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  private let guardian: ConnectionGuard

  init(_ guardian: ConnectionGuard) { self.guardian = guardian }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guardian.bytesCame()
    context.fireChannelRead(data)
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    context.fireChannelReadComplete()
    guardian.bytesWereRead(context: context)
  }
}

@available(*, unavailable)
extension ByteWatch: Sendable {}
