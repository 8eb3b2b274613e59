internal import HTTPTypes
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
  private let cacheControl: String
  /// True if the file is sent with gzip to those who accept it.
  let isCompressible: Bool
  private let hash: String
  private let room: BufferRoom
  private let form: Mutex<Form>

  private struct Form {
    /// The bytes as they are; `nil` if they have to be unpacked.
    var plain: ArraySlice<UInt8>?
    /// The bytes with gzip; `nil` if that would not make them shorter, or was not tried.
    var gzipped: [UInt8]?
    var wasTried: Bool
    /// Both as they are sent, where there is room for that.
    var plainAnswer: Answer?
    var gzippedAnswer: Answer?
  }

  /// What is sent to who asks for the file.
  struct Answer {
    /// The bytes.
    var body: ByteBuffer
    /// The tag of these bytes.
    var tag: EntityTag
    /// The header fields of an answer that holds them.
    var fields: HTTPFields
  }

  /// A file of a manifest.
  ///
  /// - Parameters:
  ///   - bytes: the bytes, or the part of a larger array that they are: slices, since a buffer takes
  ///     the next power of two.
  ///   - room: the room for buffers that all files of the release share.
  init(_ file: Manifest.File, bytes: ArraySlice<UInt8>, room: BufferRoom) {
    contentType = ContentType.value(for: file.path.fileExtension)
    isCompressible = ContentType.isCompressible(contentType)
    // What lies in `assets` has a hash in its name; any other name can get another content.
    cacheControl =
      file.path.isBelow("assets") ? "public, max-age=31536000, immutable" : "no-cache"
    hash = file.hash
    self.room = room
    form = Mutex(Form(plain: bytes, gzipped: nil, wasTried: !isCompressible))
  }

  /// The file as it is.
  var plain: Answer {
    if let known = form.withLock({ $0.plainAnswer }) { return known }
    let form = form.withLock { $0 }
    let body: ByteBuffer
    if let plain = form.plain {
      body = ByteBuffer(bytes: plain)
    } else {
      body = Gzip.decompressed(ByteBuffer(bytes: form.gzipped ?? []))
    }
    let answer = answer(body, isCompressed: false)
    self.form.withLock { form in
      // What was unpacked is kept anyway.
      guard form.plainAnswer == nil, form.plain == nil || room.take(body.capacity) else { return }
      form.plainAnswer = answer
    }
    return answer
  }

  /// The file with gzip; `nil` if that would not make it shorter.
  var gzipped: Answer? {
    if let known = form.withLock({ $0.gzippedAnswer }) { return known }
    compress()
    guard let gzipped = form.withLock({ $0.gzipped }) else { return nil }
    let answer = answer(ByteBuffer(bytes: gzipped), isCompressed: true)
    form.withLock { form in
      if form.gzippedAnswer == nil, room.take(answer.body.capacity) { form.gzippedAnswer = answer }
    }
    return answer
  }

  private func answer(_ body: ByteBuffer, isCompressed: Bool) -> Answer {
    let tag = EntityTag(hash: hash, isCompressed: isCompressed)
    var fields: HTTPFields = [:]
    if isCompressible { fields[.vary] = "Accept-Encoding" }
    fields[.cacheControl] = cacheControl
    fields[.eTag] = tag.description
    if isCompressed { fields[.contentEncoding] = "gzip" }
    fields[.contentType] = contentType
    return Answer(body: body, tag: tag, fields: fields)
  }

  /// Compresses the file, unless it was tried before.
  func compress() {
    let form = form.withLock { $0 }
    guard !form.wasTried, let plain = form.plain else { return }
    // Two threads at once may both compress; the results are equal.
    let made = Gzip.compressed(ByteBuffer(bytes: plain)).map { Array($0.readableBytesView) }
    self.form.withLock { form in
      form.plain = made == nil ? plain : nil
      form.gzipped = made
      form.wasTried = true
    }
  }
}
