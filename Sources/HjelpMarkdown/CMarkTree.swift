internal import CCMark

/// A document of libcmark: freed when it goes, and never copied.
@safe struct CMarkTree: ~Copyable {
  private let root: OpaquePointer

  /// Parses CommonMark; `nil` if memory ran out.
  init?(_ markdown: borrowing [UInt8]) {
    let parsed = unsafe markdown.withUnsafeBytes { buffer in
      let base = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      return unsafe cmark_parse_document(base, buffer.count, CMARK_OPT_DEFAULT)
    }
    guard let parsed = unsafe parsed else { return nil }
    unsafe root = parsed
  }

  deinit { unsafe cmark_node_free(root) }

  /// Walks the tree from top to bottom without recursion.
  ///
  /// - Parameter visit: Gets each node as it is entered and, if it can have children, as it is
  ///   left.
  func walk(_ visit: (borrowing CMarkNode, _ isEntering: Bool) -> Void) {
    guard let iterator = unsafe cmark_iter_new(root) else { return }
    defer { unsafe cmark_iter_free(iterator) }
    while true {
      let event = unsafe cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      guard let node = unsafe cmark_iter_get_node(iterator) else { return }
      visit(unsafe CMarkNode(node), event == CMARK_EVENT_ENTER)
    }
  }
}
