internal import Foundation
internal import HjelpRelease

/// The folder of a site: made anew beside the old one, and put in its place in one step.
final class OutputFolder: @unchecked Sendable {
  // `@unchecked`: all that changes after `init` happens in `publish` and `discard`, which one task
  // calls; writers share nothing but paths.
  private var place: SitePlace
  private let next: [UInt8]
  private let old: [ReleasePath: Manifest.File]
  private let oldManifest: [UInt8]
  private var work: WorkFolder?
  /// Whether the old site was moved aside and nothing stands in its place.
  private var isAside = false

  /// Takes the lock and begins a new tree.
  ///
  /// - Throws: An error if `path` is not empty and not a site of Hjelp's, or cannot be written.
  init(_ path: String) throws(CompilerError) {
    var place = try SitePlace(path)
    let slash = place.name.lastIndex(of: 0x2F) ?? 0
    let parent = Array(place.name[..<max(slash, 1)])
    guard let parentStatus = try SystemCalls.found(parent) else {
      throw .system(
        call: "open", path: String(decoding: parent, as: UTF8.self), reason: "no such folder")
    }
    guard let work = try WorkFolder(place.workFolder) else {
      throw .foreignOutput(path: path, reason: "is being built by another process")
    }
    next = work.path + Array("/next".utf8)
    do throws(CompilerError) {
      // Another process may have published until the lock was taken, or a killed one moved the site.
      try Self.restore(place.name, from: work.path)
      place = try SitePlace(path)
      oldManifest = try Self.oldManifest(in: place.tree, parent: parentStatus, named: path)
      let files = oldManifest.isEmpty ? [] : (try? Manifest(bytes: oldManifest))?.files
      guard let files else { throw Self.foreign(path) }
      old = Dictionary(files.lazy.map { ($0.path, $0) }) { first, _ in first }
      if let error = SystemCalls.removeTree(next) { throw error }
      try SystemCalls.makeFolder(next)
      self.place = place
      self.work = work
    } catch {
      work.leave(keeping: Self.kept(place, isAside: true))
      throw error
    }
  }

  /// Puts a site back that a killed build had moved aside.
  private static func restore(_ site: [UInt8], from work: [UInt8]) throws(CompilerError) {
    let aside = work + Array("/\(SitePlace.aside)".utf8)
    guard try SystemCalls.found(aside) != nil else { return }
    if try SystemCalls.found(site) == nil {
      try SystemCalls.move(aside, to: site)
    } else if SystemCalls.resolved(site) != SystemCalls.resolved(aside) {
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
    let new = next + [0x2F] + name.bytes
    if let known = old[name], known == file {
      let there = place.tree + [0x2F] + name.bytes
      if case .bytes(let content) = SystemCalls.read(there, limit: bytes.count),
        content == bytes, SystemCalls.link(there, as: new)
      {
        return (file, false)
      }
    }
    try SystemCalls.write(bytes, to: new)
    return (file, true)
  }

  /// Whether the old site's manifest is the file that the system said this of.
  func hasManifest(_ status: SystemCalls.Status) -> Bool {
    SystemCalls.status(place.tree + Array("/manifest.json".utf8)) == status
  }

  /// Takes files of the old tree over that are known to be as they shall be.
  ///
  /// - Returns: Their entries in the manifest, as those of files that were not written; `nil` where one of
  ///   them cannot be taken over.
  func takeOver(_ paths: [String]) -> [(Manifest.File, Bool)]? {
    var files: [(Manifest.File, Bool)] = []
    files.reserveCapacity(paths.count)
    for path in paths {
      guard let known = ReleasePath(path).flatMap({ old[$0] }),
        SystemCalls.link(
          place.tree + [0x2F] + known.path.bytes, as: next + [0x2F] + known.path.bytes)
      else {
        for (file, _) in files { SystemCalls.removeFile(next + [0x2F] + file.path.bytes) }
        return nil
      }
      files.append((known, false))
    }
    return files
  }

  /// Puts the new tree in the place of the old one.
  func publish(_ manifest: Manifest) throws(CompilerError) {
    let bytes = manifest.bytes
    try SystemCalls.write(bytes, to: next + Array("/manifest.json".utf8))
    if bytes != oldManifest { try SystemCalls.sync(near: next) }
    if place.isLinked {
      try publishLink()
    } else if place.exists {
      if try !SystemCalls.exchange(next, place.name) { try publishLink() }
    } else {
      try publishFirst()
    }
    SystemCalls.removeTree(next)
  }

  /// Puts the tree where nothing stands: as a folder if later ones can be exchanged with it.
  private func publishFirst() throws(CompilerError) {
    let other = place.workFolder + Array("/other".utf8)
    if let error = SystemCalls.removeTree(other) { throw error }
    try SystemCalls.makeFolder(other)
    if try SystemCalls.exchange(next, other) {
      try SystemCalls.move(other, to: place.name)
    } else {
      try publishLink()
    }
  }

  /// Lets the name be a link to the tree. A folder of that name has to go aside first, for a moment.
  private func publishLink() throws(CompilerError) {
    let (work, name) = (place.workFolder, place.nextLinkedTree)
    let tree = work + [0x2F] + Array(name.utf8)
    let link = work + Array("/link".utf8)
    for path in [tree, link] {
      if let error = SystemCalls.removeTree(path) { throw error }
    }
    try SystemCalls.move(next, to: tree)
    let slash = place.name.lastIndex(of: 0x2F) ?? 0
    try SystemCalls.symbolicLink(to: Array(tree[(slash + 1)...]), at: link)
    if place.exists, !place.isLinked {
      let aside = work + Array("/\(SitePlace.aside)".utf8)
      if let error = SystemCalls.removeTree(aside) { throw error }
      try SystemCalls.move(place.name, to: aside)
      isAside = true
      do {
        try SystemCalls.move(link, to: place.name)
        isAside = false
      } catch {
        putBack(aside)
        throw error
      }
    } else {
      try SystemCalls.move(link, to: place.name)
    }
    place = SitePlace(name: place.name, tree: tree)
  }

  /// Puts the old site back from where it was moved; if it cannot be moved, its name leads there.
  private func putBack(_ aside: [UInt8]) {
    if (try? SystemCalls.move(aside, to: place.name)) != nil {
      isAside = false
      return
    }
    let slash = place.name.lastIndex(of: 0x2F) ?? 0
    let target = Array(aside[(slash + 1)...])
    guard (try? SystemCalls.symbolicLink(to: target, at: place.name)) != nil else { return }
    place = SitePlace(name: place.name, tree: aside)
    isAside = false
  }

  /// Keeps what is known of the build that was published; without it the next one is merely slower.
  func keep(_ record: BuildRecord?, _ build: KeptBuild?) {
    let stamp = record != nil || build != nil ? StampText.hash(ofSite: place.tree) : nil
    if let stamp, let bytes = record?.bytes(site: stamp) {
      keep(Self.recordName) { put throws(CompilerError) in try put(bytes) }
    } else {
      keep(Self.recordName, nil)
    }
    if let stamp, let build {
      keep(BuildState.fileName) { put throws(CompilerError) in
        try StateFile.write(build, site: stamp, put)
      }
    } else {
      keep(BuildState.fileName, nil)
    }
  }

  private func keep(
    _ name: String, _ content: ((SystemCalls.Put) throws(CompilerError) -> Void)?
  ) {
    let file = place.workFolder + Array("/\(name)".utf8)
    guard let content else { return SystemCalls.removeFile(file) }
    do throws(CompilerError) {
      try SystemCalls.replace(file, content)
    } catch {
      // What was kept of an older build is of no use.
      SystemCalls.removeFile(file)
    }
  }

  private static let recordName = "record"

  /// Removes what was begun.
  func discard() {
    work?.leave(keeping: Self.kept(place, isAside: isAside))
    work = nil
  }

  /// What the work folder keeps.
  ///
  /// - Parameter isAside: Whether the site may lie there, and nothing at its name.
  private static func kept(_ place: SitePlace, isAside: Bool) -> [String] {
    [recordName, BuildState.fileName] + (place.linkedTree.map { [$0] } ?? [])
      + (isAside ? [SitePlace.aside] : [])
  }

  deinit { discard() }
}
