internal import HjelpRelease
internal import Hummingbird
internal import NIOCore
internal import Synchronization

/// A file of the release that is served, ready to be sent.
///
/// A class, because its compressed form is made once, when it is first asked for, and then shared.
/// Both forms are kept as arrays, which take what they hold: a buffer takes the next power of two,
/// a third more over the files of a site, and copying a page into one takes a microsecond.
final class SiteFile: Sendable {
  /// The value of `Content-Type`.
  let contentType: String
  /// The value of `Cache-Control`.
  let cacheControl: String
  /// True if the file is sent with gzip to those who accept it.
  let isCompressible: Bool
  private let hash: String
  private let bytes: [UInt8]
  private let compressed = Mutex<Compression>(.unknown)

  private enum Compression {
    case unknown
    case useless
    case done([UInt8])
  }

  /// A file of a manifest; its bytes are kept as they are, since the lookup holds those of an index
  /// too.
  init(_ file: Manifest.File, bytes: [UInt8]) {
    contentType = ContentType.value(for: file.path.fileExtension)
    isCompressible = ContentType.isCompressible(contentType)
    // What lies in `assets` has a hash in its name; any other name can get another content.
    cacheControl =
      file.path.isBelow("assets") ? "public, max-age=31536000, immutable" : "no-cache"
    hash = file.hash
    self.bytes = bytes
  }

  /// The file as it is.
  var plain: (body: ByteBuffer, tag: EntityTag) {
    (ByteBuffer(bytes: bytes), EntityTag(hash: hash))
  }

  /// The file with gzip; `nil` if that would not make it shorter.
  var gzipped: (body: ByteBuffer, tag: EntityTag)? {
    guard isCompressible else { return nil }
    var state = compressed.withLock { $0 }
    if case .unknown = state {
      // Two requests at once may both compress; the results are equal.
      let made = Gzip.compressed(plain.body)
      let result = made.map { Compression.done(Array($0.readableBytesView)) } ?? .useless
      compressed.withLock { $0 = result }
      state = result
    }
    guard case .done(let bytes) = state else { return nil }
    return (ByteBuffer(bytes: bytes), EntityTag(hash: hash, isCompressed: true))
  }
}
