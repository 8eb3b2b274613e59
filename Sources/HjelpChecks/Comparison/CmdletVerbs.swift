/// The approved verbs of PowerShell ("Approved Verbs for PowerShell Commands").
enum CmdletVerbs {
  /// Whether these bytes are an approved verb, in any case but all small.
  static func contains(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, (3...11).contains(bytes.count) else { return false }
    guard first &- 0x41 < 26 || first | 0x20 &- 0x61 < 26 else { return false }
    return verbs.contains(String(decoding: bytes.map { TextBytes.lowered($0) }, as: UTF8.self))
  }

  /// Whether the part behind the hyphen makes an ordinary compound with a verb: `Add-Ins`.
  static func isWordPart(_ bytes: ArraySlice<UInt8>) -> Bool {
    parts.contains(String(decoding: bytes.map { TextBytes.lowered($0) }, as: UTF8.self))
  }

  private static let verbs: Set<String> = [
    "add", "clear", "close", "copy", "enter", "exit", "find", "format", "get", "hide", "join",
    "lock", "move", "new", "open", "optimize", "pop", "push", "redo", "remove", "rename", "reset",
    "resize", "search", "select", "set", "show", "skip", "split", "step", "switch", "undo",
    "unlock", "watch", "connect", "disconnect", "read", "receive", "send", "write", "backup",
    "checkpoint", "compare", "compress", "convert", "convertfrom", "convertto", "dismount", "edit",
    "expand", "export", "group", "import", "initialize", "limit", "merge", "mount", "out",
    "publish", "restore", "save", "sync", "unpublish", "update", "debug", "measure", "ping",
    "repair", "resolve", "test", "trace", "approve", "assert", "build", "complete", "confirm",
    "deny", "deploy", "disable", "enable", "install", "invoke", "register", "request", "restart",
    "resume", "start", "stop", "submit", "suspend", "uninstall", "unregister", "wait", "block",
    "grant", "protect", "revoke", "unblock", "unprotect", "use",
  ]

  private static let parts: Set<String> = [
    "ins", "only", "source", "style", "case", "back", "down", "over", "through", "style", "by-step",
    "protected", "related", "based", "built", "enabled", "disabled", "free", "level", "side",
    "time", "line", "defined", "specific", "only", "like", "type", "response", "page", "mode",
  ]
}
