internal import HjelpRelease
internal import Hummingbird
internal import Synchronization

/// A file of the release that is served, ready to be sent.
///
/// A class, because its compressed form is made once, when it is first asked for, and then shared.
final class SiteFile: Sendable {
  /// The value of `Content-Type`.
  let contentType: String
  /// The value of `Cache-Control`.
  let cacheControl: String
  /// True if the file is sent with gzip to those who accept it.
  let isCompressible: Bool
  private let hash: String
  private let body: Body
  private let compressed = Mutex<Compression>(.unknown)

  private enum Body {
    case buffer(ByteBuffer)
    /// The bytes of an index, which the lookup holds too.
    case shared([UInt8])
  }

  private enum Compression {
    case unknown
    case useless
    case done(ByteBuffer)
  }

  /// A file of a manifest.
  ///
  /// - Parameter isShared: whether the bytes are kept as they are, because somebody else holds them.
  init(_ file: Manifest.File, bytes: [UInt8], isShared: Bool) {
    contentType = ContentType.value(for: file.path.fileExtension)
    isCompressible = ContentType.isCompressible(contentType)
    // What lies in `assets` has a hash in its name; any other name can get another content.
    cacheControl =
      file.path.isBelow("assets") ? "public, max-age=31536000, immutable" : "no-cache"
    hash = file.hash
    body = isShared ? .shared(bytes) : .buffer(ByteBuffer(bytes: bytes))
  }

  /// The file as it is.
  var plain: (body: ByteBuffer, tag: EntityTag) {
    let tag = EntityTag(hash: hash)
    return switch body {
    case .buffer(let buffer): (buffer, tag)
    case .shared(let bytes): (ByteBuffer(bytes: bytes), tag)
    }
  }

  /// The file with gzip; `nil` if that would not make it shorter.
  var gzipped: (body: ByteBuffer, tag: EntityTag)? {
    guard isCompressible else { return nil }
    var state = compressed.withLock { $0 }
    if case .unknown = state {
      // Two requests at once may both compress; the results are equal.
      let made = Gzip.compressed(plain.body)
      let result = made.map { Compression.done($0) } ?? .useless
      compressed.withLock { $0 = result }
      state = result
    }
    guard case .done(let buffer) = state else { return nil }
    return (buffer, EntityTag(hash: hash, isCompressed: true))
  }
}
