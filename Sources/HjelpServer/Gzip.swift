internal import Hummingbird
internal import NIOCore
internal import NIOEmbedded
internal import NIOHTTP1
internal import NIOHTTPCompression

/// Compresses a whole body at once, and gives it back.
///
/// The codecs of swift-nio-extras are handlers of a channel, so that the body is sent through a
/// channel that leads nowhere.
enum Gzip {
  /// Shorter bodies are left alone: the header would eat what is won.
  private static let worthwhile = 512

  /// The body compressed; `nil` if it would not be shorter.
  static func compressed(_ body: ByteBuffer) -> ByteBuffer? {
    guard body.readableBytes >= worthwhile else { return nil }
    let channel = EmbeddedChannel()
    defer { _ = try? channel.finish(acceptAlreadyClosed: true) }
    do {
      try channel.pipeline.syncOperations.addHandler(NIOHTTPRequestCompressor(encoding: .gzip))
      let head = HTTPRequestHead(version: .http1_1, method: .POST, uri: "/")
      try channel.writeOutbound(HTTPClientRequestPart.head(head))
      try channel.writeOutbound(HTTPClientRequestPart.body(.byteBuffer(body)))
      try channel.writeOutbound(HTTPClientRequestPart.end(nil))
      var compressed = ByteBuffer()
      while let part = try channel.readOutbound(as: HTTPClientRequestPart.self) {
        if case .body(.byteBuffer(var bytes)) = part { compressed.writeBuffer(&bytes) }
      }
      guard compressed.readableBytes > 0, compressed.readableBytes < body.readableBytes else {
        return nil
      }
      return compressed
    } catch {
      return nil
    }
  }

  /// The body that `compressed` was made of by this type.
  static func decompressed(_ compressed: ByteBuffer) -> ByteBuffer {
    let channel = EmbeddedChannel()
    defer { _ = try? channel.finish(acceptAlreadyClosed: true) }
    var body = ByteBuffer()
    do {
      try channel.pipeline.syncOperations.addHandler(NIOHTTPRequestDecompressor(limit: .none))
      let head = HTTPRequestHead(
        version: .http1_1, method: .POST, uri: "/", headers: ["Content-Encoding": "gzip"])
      try channel.writeInbound(HTTPServerRequestPart.head(head))
      try channel.writeInbound(HTTPServerRequestPart.body(compressed))
      try channel.writeInbound(HTTPServerRequestPart.end(nil))
      while let part = try channel.readInbound(as: HTTPServerRequestPart.self) {
        if case .body(var bytes) = part { body.writeBuffer(&bytes) }
      }
    } catch {
      preconditionFailure("a body that was compressed here cannot be read: \(error)")
    }
    return body
  }
}
