internal import Foundation
internal import HjelpRelease

/// The folder of a site: made anew beside the old one, and put in its place in one step.
final class OutputFolder: @unchecked Sendable {
  // `@unchecked`: all that changes after `init` happens in `publish` and `discard`, which one task
  // calls; writers share nothing but paths.
  private let target: [UInt8]
  private let next: [UInt8]
  private let old: [String: Manifest.File]
  private let oldManifest: [UInt8]
  private var work: WorkFolder?

  /// Takes the lock and begins a new tree.
  ///
  /// - Throws: An error if `path` is not empty and not a site of Hjelp's, or cannot be written.
  init(_ path: String) throws(CompilerError) {
    var name = Array(path.utf8)
    while name.count > 1, name.last == 0x2F { name.removeLast() }
    if try SystemCalls.found(name, follows: false) != nil {
      guard let resolved = SystemCalls.resolved(name) else {
        throw SystemCalls.failure("realpath", name)
      }
      name = resolved
    }
    if !name.contains(0x2F) { name = Array("./".utf8) + name }
    target = name
    let slash = name.lastIndex(of: 0x2F) ?? 0
    let parent = Array(name[..<max(slash, 1)])
    guard let parentStatus = try SystemCalls.found(parent) else {
      throw .system(
        call: "open", path: String(decoding: parent, as: UTF8.self), reason: "no such folder")
    }
    guard let work = try WorkFolder(Self.workFolder(of: name)) else {
      throw .foreignOutput(path: path, reason: "is being built by another process")
    }
    self.work = work
    next = work.path + Array("/next".utf8)
    do throws(CompilerError) {
      try Self.restore(name, from: work.path)
      oldManifest = try Self.oldManifest(in: name, parent: parentStatus, named: path)
      let files = oldManifest.isEmpty ? [] : (try? Manifest(bytes: oldManifest))?.files
      guard let files else { throw Self.foreign(path) }
      old = Dictionary(files.map { ($0.path.description, $0) }) { first, _ in first }
      if let error = SystemCalls.removeTree(next) { throw error }
      try SystemCalls.makeFolder(next)
    } catch {
      work.leave(keeping: Self.kept)
      self.work = nil
      throw error
    }
  }

  /// The folder beside a site that holds the lock, the record of the last build, and what is begun.
  static func workFolder(of site: [UInt8]) -> [UInt8] {
    let slash = site.lastIndex(of: 0x2F) ?? 0
    return site[...slash] + [0x2E] + site[(slash + 1)...] + Array(".hjelp".utf8)
  }

  /// Puts a site back that a killed build had moved aside.
  private static func restore(_ site: [UInt8], from work: [UInt8]) throws(CompilerError) {
    let aside = work + Array("/old".utf8)
    guard try SystemCalls.found(aside) != nil else { return }
    if try SystemCalls.found(site) == nil {
      try SystemCalls.move(aside, to: site)
    } else {
      SystemCalls.removeTree(aside)
    }
  }

  private static func foreign(_ path: String) -> CompilerError {
    .foreignOutput(path: path, reason: "is not empty and holds no site that 'hjelp build' made")
  }

  /// The manifest of the site that is there; empty where there is none.
  private static func oldManifest(
    in path: [UInt8], parent: SystemCalls.Status, named: String
  ) throws(CompilerError) -> [UInt8] {
    guard let status = try SystemCalls.found(path) else { return [] }
    guard status.kind == .folder else {
      throw .foreignOutput(path: named, reason: "is not a folder")
    }
    guard status.device == parent.device else {
      throw .foreignOutput(path: named, reason: "is a mount point and cannot be replaced")
    }
    let names = try SystemCalls.listing(path)
    if names.isEmpty { return [] }
    let manifestPath = path + Array("/manifest.json".utf8)
    guard names.contains(Array("manifest.json".utf8)) else { throw foreign(named) }
    switch SystemCalls.read(manifestPath, limit: 1 << 28) {
    case .bytes(let bytes) where !bytes.isEmpty: return bytes
    case .bytes, .tooLarge: throw foreign(named)
    case .failed(let reason, let call):
      throw .system(
        call: call, path: String(decoding: manifestPath, as: UTF8.self), reason: reason)
    }
  }

  /// Makes the folders that files of these paths need.
  ///
  /// - Parameter made: Those that are there already.
  func makeFolders(
    for paths: some Sequence<String>, besides made: inout Set<String>
  ) throws(CompilerError) {
    for path in paths {
      var end = path.utf8.startIndex
      while let slash = path.utf8[end...].firstIndex(of: 0x2F) {
        let folder = String(path.utf8[..<slash]) ?? path
        if made.insert(folder).inserted {
          try SystemCalls.makeFolder(next + [0x2F] + Array(folder.utf8))
        }
        end = path.utf8.index(after: slash)
      }
    }
  }

  /// Puts a file into the new tree; one that did not change is taken over from the old one.
  ///
  /// - Returns: The file's entry in the manifest, and whether it was written.
  func add(_ bytes: [UInt8], at path: String) throws(CompilerError) -> (Manifest.File, Bool) {
    guard let name = ReleasePath(path) else {
      throw .system(call: "create", path: path, reason: "the path cannot be served")
    }
    let file = Manifest.File(path: name, bytes: bytes)
    let place = next + [0x2F] + Array(path.utf8)
    if let known = old[path], known.hash == file.hash, known.size == file.size,
      case .bytes(let there) = SystemCalls.read(
        target + [0x2F] + Array(path.utf8), limit: bytes.count),
      there == bytes, SystemCalls.link(target + [0x2F] + Array(path.utf8), as: place)
    {
      return (file, false)
    }
    try SystemCalls.write(bytes, to: place)
    return (file, true)
  }

  /// Puts the new tree in the place of the old one.
  func publish(_ manifest: Manifest) throws(CompilerError) {
    let bytes = manifest.bytes
    try SystemCalls.write(bytes, to: next + Array("/manifest.json".utf8))
    if bytes != oldManifest { try SystemCalls.sync(near: next) }
    if try SystemCalls.found(target) == nil {
      try SystemCalls.move(next, to: target)
    } else if !SystemCalls.exchange(next, target) {
      let aside = Self.workFolder(of: target) + Array("/old".utf8)
      if let error = SystemCalls.removeTree(aside) { throw error }
      try SystemCalls.move(target, to: aside)
      do {
        try SystemCalls.move(next, to: target)
      } catch {
        try? SystemCalls.move(aside, to: target)
        throw error
      }
      SystemCalls.removeTree(aside)
    }
    SystemCalls.removeTree(next)
  }

  /// Keeps the record of the build that was published; without it the next one is merely slower.
  func keep(_ record: BuildRecord?) {
    let place = Self.workFolder(of: target) + Array("/record".utf8)
    guard let record, let bytes = record.bytes(site: target) else {
      SystemCalls.removeFile(place)
      return
    }
    try? SystemCalls.replace(place, with: bytes)
  }

  /// Removes what was begun.
  func discard() {
    work?.leave(keeping: Self.kept)
    work = nil
  }

  private static let kept = ["record"]

  deinit { discard() }
}
