/// What a release holds: the `manifest.json` at a site's root.
///
/// It names every other file with size and hash. Who serves a site reads what stands here and
/// nothing else.
public struct Manifest: Sendable, Hashable {
  /// The manifest's name at the site's root.
  public static let fileName = "manifest.json"
  /// The version of the format that this program writes and reads.
  public static let formatVersion = 1

  /// The BCP 47 tag of the locale that serves in the end.
  public let source: String
  /// The BCP 47 tags of all locales, in the order in which regions of a language are tried.
  public let locales: [String]
  /// The URL that the site is published at, without a slash at its end; `nil` if none was given.
  public let baseURL: String?
  /// Every other file, in the order of the paths' bytes.
  public let files: [File]

  /// The addresses that pages had before, in the order of the paths.
  public let redirects: [Redirect]

  /// An address that a page had before.
  public struct Redirect: Sendable, Hashable {
    /// The path of the old page below the site's root.
    public let from: String
    /// The path of the new page below the root, or an address that begins with `/` or a scheme.
    public let to: String

    /// A redirect.
    public init(from: String, to: String) {
      self.from = from
      self.to = to
    }
  }

  /// A manifest of these files, which may come in any order; no path may come twice.
  public init(
    source: String, locales: [String], baseURL: String?, files: [File],
    redirects: [Redirect] = []
  ) {
    self.redirects = redirects
    self.source = source
    self.locales = locales
    self.baseURL = baseURL
    self.files = files.sorted { $0.path < $1.path }
  }

  /// A file of a release.
  public struct File: Sendable, Hashable {
    /// Its place below the site's root.
    public let path: ReleasePath
    /// Its length in bytes.
    public let size: Int
    /// Its SHA-256: a site has as many as files, and as texts they would take most of its memory.
    let digest: ContentDigest
    /// Its SHA-256, 64 lower-case hexadecimal digits.
    public var hash: String { digest.description }

    /// A file as it stands in a manifest.
    init(path: ReleasePath, size: Int, digest: ContentDigest) {
      self.path = path
      self.size = size
      self.digest = digest
    }

    /// A file as it stands in a manifest; `nil` if `hash` is not 64 lower-case hexadecimal digits.
    public init?(path: ReleasePath, size: Int, hash: String) {
      guard let digest = ContentDigest(Array(hash.utf8)[...]) else { return nil }
      self.init(path: path, size: size, digest: digest)
    }

    /// The length and the hash of a file.
    package struct Content: Sendable, Hashable {
      fileprivate let size: Int
      fileprivate let digest: ContentDigest
    }

    /// Its length and its hash.
    package var content: Content { Content(size: size, digest: digest) }

    /// A file with content of this length and hash.
    package init(path: ReleasePath, content: Content) {
      self.init(path: path, size: content.size, digest: content.digest)
    }

    /// A file with this content.
    public init(path: ReleasePath, bytes: [UInt8]) {
      self.init(path: path, size: bytes.count, digest: ContentDigest(of: bytes))
    }
  }
}
