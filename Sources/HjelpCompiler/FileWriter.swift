/// Writes the files that a command is asked for: whole, or not at all.
package enum FileWriter {
  /// Puts a file in the place of what is there; of a link the file behind it, and a pipe or a device
  /// takes what it is given.
  package static func replace(_ bytes: [UInt8], at path: String) throws(CompilerError) {
    let name = Array(path.utf8)
    switch try SystemCalls.found(name)?.kind {
    case .other: try SystemCalls.give(bytes, to: name)
    default: try SystemCalls.replace(name, with: bytes)
    }
  }

  /// Makes a file and the folders that it needs; nothing may stand there.
  ///
  /// - Parameter again: Whether the same file may stand there.
  package static func create(
    _ bytes: [UInt8], at path: String, again: Bool = false
  ) throws(CompilerError) {
    let name = Array(path.utf8)
    if try SystemCalls.found(name, follows: false) != nil {
      if again, case .bytes(let known) = SystemCalls.read(name, limit: bytes.count), known == bytes
      {
        return
      }
      throw .inTheWay(path: path)
    }
    try makeFolders(for: name)
    try SystemCalls.replace(name, with: bytes)
  }

  /// Whether nothing stands at a path.
  package static func isFree(_ path: String) -> Bool {
    SystemCalls.status(Array(path.utf8), follows: false) == nil
  }

  /// Makes the folders above a file.
  package static func makeFolders(for path: [UInt8]) throws(CompilerError) {
    for (index, byte) in path.enumerated() where byte == 0x2F && index > 0 {
      let folder = Array(path[..<index])
      if SystemCalls.status(folder) == nil { try SystemCalls.makeFolder(folder) }
    }
  }
}
