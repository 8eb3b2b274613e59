internal import HjelpRelease
internal import Hummingbird
internal import NIOCore
internal import Synchronization

/// A file of the release that is served, ready to be sent.
///
/// A class, because a text is compressed once, when it is first asked for or some seconds after the
/// release was loaded, and then kept in that form alone: nearly every client takes gzip, and pages
/// are most of a site. Who asks for a text as it is gets it unpacked, and from then on it is kept in
/// both forms.
final class SiteFile: Sendable {
  /// The value of `Content-Type`.
  let contentType: String
  /// The value of `Cache-Control`.
  let cacheControl: String
  /// True if the file is sent with gzip to those who accept it.
  let isCompressible: Bool
  private let hash: String
  private let form: Mutex<Form>

  private struct Form {
    /// The bytes as they are; `nil` if they have to be unpacked.
    var plain: ArraySlice<UInt8>?
    /// The bytes with gzip; `nil` if that would not make them shorter, or was not tried.
    var gzipped: [UInt8]?
    var wasTried: Bool
  }

  /// A file of a manifest.
  ///
  /// - Parameter bytes: the bytes, or the part of a larger array that they are: slices, since a buffer
  ///   takes the next power of two, and copying a page into one takes a microsecond.
  init(_ file: Manifest.File, bytes: ArraySlice<UInt8>) {
    contentType = ContentType.value(for: file.path.fileExtension)
    isCompressible = ContentType.isCompressible(contentType)
    // What lies in `assets` has a hash in its name; any other name can get another content.
    cacheControl =
      file.path.isBelow("assets") ? "public, max-age=31536000, immutable" : "no-cache"
    hash = file.hash
    form = Mutex(Form(plain: bytes, gzipped: nil, wasTried: !isCompressible))
  }

  /// The file as it is.
  var plain: (body: ByteBuffer, tag: EntityTag) {
    let form = form.withLock { $0 }
    let body: ByteBuffer
    if let plain = form.plain {
      body = ByteBuffer(bytes: plain)
    } else {
      body = Gzip.decompressed(ByteBuffer(bytes: form.gzipped ?? []))
      self.form.withLock { $0.plain = Array(body.readableBytesView)[...] }
    }
    return (body, EntityTag(hash: hash))
  }

  /// The file with gzip; `nil` if that would not make it shorter.
  var gzipped: (body: ByteBuffer, tag: EntityTag)? {
    compress()
    guard let gzipped = form.withLock({ $0.gzipped }) else { return nil }
    return (ByteBuffer(bytes: gzipped), EntityTag(hash: hash, isCompressed: true))
  }

  /// Compresses the file, unless it was tried before.
  func compress() {
    let form = form.withLock { $0 }
    guard !form.wasTried, let plain = form.plain else { return }
    // Two threads at once may both compress; the results are equal.
    let made = Gzip.compressed(ByteBuffer(bytes: plain)).map { Array($0.readableBytesView) }
    self.form.withLock { form in
      form = Form(plain: made == nil ? plain : nil, gzipped: made, wasTried: true)
    }
  }
}
