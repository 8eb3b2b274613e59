/// A site as it was built: the manifest, and the bytes of every file that it names.
///
/// A value that never changes. The folder can be swapped, cut or deleted after it was loaded.
public struct Release: Sendable {
  /// What the release holds.
  public let manifest: Manifest
  /// SHA-256 of the manifest's bytes: it names the release, since the manifest holds every hash.
  public let hash: String
  /// The bytes of the files by their paths.
  public let files: [ReleasePath: [UInt8]]

  /// A longer manifest is not read: it would name some 500,000 files.
  private static let manifestLimit = 64 << 20

  /// A release of these parts; the manifest may name more files than are here.
  package init(manifest: Manifest, hash: String, files: [ReleasePath: [UInt8]]) {
    self.manifest = manifest
    self.hash = hash
    self.files = files
  }

  /// Loads a site and checks the size and the hash of each file.
  ///
  /// Files are opened one folder after the other from the site's own, and no link is followed, so
  /// that nothing outside can be read. The site's path itself may be a link.
  ///
  /// - Parameters:
  ///   - directory: the site's folder.
  ///   - isWanted: which files to read; without it all of them.
  public static func load(
    directory: String, where isWanted: (ReleasePath) -> Bool = { _ in true }
  ) throws(ReleaseError) -> Release {
    var files: [ReleasePath: [UInt8]] = [:]
    let read = try read(directory: directory, where: isWanted) { file, bytes in
      files[file.path] = bytes
    }
    return Release(manifest: read.manifest, hash: read.hash, files: files)
  }

  /// Reads a site as `load(directory:where:)` does, and hands over one file after the other in the
  /// manifest's order, so that who keeps them in a form of their own holds them once.
  package static func read(
    directory: String, where isWanted: (ReleasePath) -> Bool = { _ in true },
    _ receive: (Manifest.File, [UInt8]) -> Void
  ) throws(ReleaseError) -> (manifest: Manifest, hash: String) {
    let root: OpenDirectory
    do {
      root = try OpenDirectory(path: directory)
    } catch {
      throw ReleaseError.noSite(site: directory, reason: error.description)
    }
    let bytes = try manifestBytes(in: root, site: directory)
    let manifest = try Manifest(bytes: bytes, path: directory + "/" + Manifest.fileName)
    var reader = ReleaseReader(root: root, site: directory)
    for file in manifest.files where isWanted(file.path) {
      receive(file, try reader.bytes(of: file))
    }
    return (manifest, ContentHash.sha256(of: bytes))
  }

  private static func manifestBytes(
    in root: OpenDirectory, site: String
  ) throws(ReleaseError) -> [UInt8] {
    let content: OpenDirectory.Content
    do {
      content = try root.file(
        named: Array(Manifest.fileName.utf8)[...], size: nil, limit: manifestLimit)
    } catch .notFound {
      throw ReleaseError.noManifest(site: site)
    } catch .isLink {
      throw ReleaseError.notRegular(site: site, path: Manifest.fileName)
    } catch {
      throw ReleaseError.unreadable(
        site: site, path: Manifest.fileName, reason: error.description)
    }
    switch content {
    case .bytes(let bytes): return bytes
    case .notRegular: throw ReleaseError.notRegular(site: site, path: Manifest.fileName)
    case .size(let found):
      throw ReleaseError.manifest(
        path: site + "/" + Manifest.fileName, problem: "\(found) bytes are too many")
    }
  }
}
