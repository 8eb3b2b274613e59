/// The hidden folder beside what a command makes: locked while the command is at work.
struct WorkFolder: Sendable {
  /// Its path.
  let path: [UInt8]
  private let lock: Int32

  /// Takes the folder, which is made if it is not there; `nil` if another process has it.
  init?(_ path: [UInt8]) throws(CompilerError) {
    let wasThere = SystemCalls.status(path) != nil
    do {
      // Whoever had it may remove it while it is being taken.
      for _ in 0..<100 {
        try SystemCalls.makeFolder(path)
        switch try SystemCalls.lock(path + Array("/lock".utf8)) {
        case .taken(let descriptor):
          self.path = path
          lock = descriptor
          return
        case .held: return nil
        case .gone: continue
        }
      }
      return nil
    } catch {
      if !wasThere { _ = SystemCalls.removeFolder(path) }
      throw error
    }
  }

  /// Removes what is in it but the files of these names; if none of them is there, the folder too.
  ///
  /// The lock goes last: until then nobody else begins there.
  func leave(keeping kept: [String] = []) {
    let kept = kept.map { Array($0.utf8) }
    let lockName = Array("lock".utf8)
    let names = SystemCalls.names(in: path) ?? []
    for name in names where name != lockName && !kept.contains(name) {
      SystemCalls.removeTree(path + [0x2F] + name)
    }
    if !names.contains(where: kept.contains) {
      SystemCalls.removeFile(path + [0x2F] + lockName)
      _ = SystemCalls.removeFolder(path)
    }
    SystemCalls.unlock(lock)
  }
}
