internal import Foundation
internal import HjelpRelease

/// The folder of a site: made anew beside the old one, and put in its place in one step.
final class OutputFolder: @unchecked Sendable {
  // `@unchecked`: all that changes after `init` happens in `publish` and `discard`, which one task
  // calls; writers share nothing but paths.
  private let target: [UInt8]
  private let work: [UInt8]
  private let next: [UInt8]
  private let old: [String: Manifest.File]
  private var lock: Int32?

  /// Takes the lock and begins a new tree.
  ///
  /// - Throws: An error if `path` is not empty and not a site of Hjelp's, or cannot be written.
  init(_ path: String) throws(CompilerError) {
    var name = Array(path.utf8)
    while name.count > 1, name.last == 0x2F { name.removeLast() }
    if let resolved = SystemCalls.resolved(name) { name = resolved }
    if !name.contains(0x2F) { name = Array("./".utf8) + name }
    target = name
    let slash = name.lastIndex(of: 0x2F) ?? 0
    let parent = Array(name[..<max(slash, 1)])
    guard let parentStatus = SystemCalls.status(parent) else {
      throw .system(
        call: "open", path: String(decoding: parent, as: UTF8.self), reason: "no such folder")
    }
    old = try Self.oldFiles(in: name, parent: parentStatus, named: path)
    work = name[...slash] + [0x2E] + name[(slash + 1)...] + Array(".hjelp".utf8)
    next = work + Array("/next".utf8)
    try SystemCalls.makeFolder(work)
    guard let lock = try SystemCalls.lock(work + Array("/lock".utf8)) else {
      throw .foreignOutput(path: path, reason: "is being built by another process")
    }
    self.lock = lock
    SystemCalls.removeTree(next)
    try SystemCalls.makeFolder(next)
  }

  /// The files of the site that is there, by path.
  private static func oldFiles(
    in path: [UInt8], parent: SystemCalls.Status, named: String
  ) throws(CompilerError) -> [String: Manifest.File] {
    guard let status = SystemCalls.status(path) else { return [:] }
    guard status.kind == .folder else {
      throw .foreignOutput(path: named, reason: "is not a folder")
    }
    guard status.device == parent.device else {
      throw .foreignOutput(path: named, reason: "is a mount point and cannot be replaced")
    }
    guard let names = SystemCalls.names(in: path) else {
      throw .unusable(path: named, reason: SystemCalls.lastReason)
    }
    if names.isEmpty { return [:] }
    let manifestPath = path + Array("/manifest.json".utf8)
    guard case .bytes(let bytes) = SystemCalls.read(manifestPath, limit: 1 << 28),
      let manifest = try? Manifest(bytes: bytes)
    else {
      throw .foreignOutput(
        path: named, reason: "is not empty and holds no site that 'hjelp build' made")
    }
    return Dictionary(manifest.files.map { ($0.path.description, $0) }) { first, _ in first }
  }

  /// Makes the folders that files of these paths need.
  func makeFolders(for paths: some Sequence<String>) throws(CompilerError) {
    var made: Set<String> = []
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
  func publish(_ manifest: Manifest, changed: Bool) throws(CompilerError) {
    try SystemCalls.write(manifest.bytes, to: next + Array("/manifest.json".utf8))
    if changed { try SystemCalls.sync(near: next) }
    if SystemCalls.status(target) == nil {
      try SystemCalls.move(next, to: target)
    } else if !SystemCalls.exchange(next, target) {
      let aside = work + Array("/old".utf8)
      SystemCalls.removeTree(aside)
      try SystemCalls.move(target, to: aside)
      try SystemCalls.move(next, to: target)
    }
    discard()
  }

  /// Removes what was begun.
  func discard() {
    guard let lock else { return }
    self.lock = nil
    SystemCalls.removeTree(work)
    SystemCalls.unlock(lock)
  }

  deinit { discard() }
}
