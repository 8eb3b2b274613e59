/// A folder that a command makes: whole, or not at all.
package enum NewFolder {
  /// Refuses a path at which no new folder can be made: one that is not empty, or is no folder.
  package static func check(_ path: String) throws(CompilerError) {
    let name = place(of: path)
    guard !path.isEmpty else {
      throw .foreignOutput(path: path, reason: "is no name")
    }
    guard let status = try SystemCalls.found(name) else {
      let parent = Array(name[..<max(name.lastIndex(of: 0x2F) ?? 0, 1)])
      guard try SystemCalls.found(parent) == nil else { return }
      throw .system(
        call: "open", path: String(decoding: parent, as: UTF8.self), reason: "no such folder")
    }
    guard status.kind == .folder else {
      throw .foreignOutput(path: path, reason: "is not a folder")
    }
    guard try SystemCalls.listing(name).isEmpty else {
      throw .foreignOutput(path: path, reason: "is not empty")
    }
  }

  /// Makes a folder of these files: beside its place first, then moved there in one step.
  ///
  /// - Parameters:
  ///   - files: the files by name.
  ///   - path: the folder; nothing may stand there but an empty folder.
  package static func write(
    _ files: [(name: String, bytes: [UInt8])], to path: String
  ) throws(CompilerError) {
    try check(path)
    let target = SystemCalls.resolved(place(of: path)) ?? place(of: path)
    let slash = target.lastIndex(of: 0x2F) ?? 0
    let work = target[...slash] + [0x2E] + target[(slash + 1)...] + Array(".hjelp-new".utf8)
    guard let folder = try WorkFolder(Array(work)) else {
      throw .foreignOutput(path: path, reason: "is being written by another process")
    }
    defer { folder.leave() }
    let next = work + Array("/next".utf8)
    if let error = SystemCalls.removeTree(next) { throw error }
    try SystemCalls.makeFolder(next)
    for file in files {
      try SystemCalls.write(file.bytes, to: next + [0x2F] + Array(file.name.utf8))
    }
    try SystemCalls.sync(near: next)
    try SystemCalls.move(next, to: target)
  }

  /// The path with a folder in it and without slashes at its end.
  private static func place(of path: String) -> [UInt8] {
    var name = Array(path.utf8)
    while name.count > 1, name.last == 0x2F { name.removeLast() }
    return name.contains(0x2F) ? name : Array("./".utf8) + name
  }
}
