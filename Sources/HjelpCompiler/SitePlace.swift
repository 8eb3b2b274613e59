/// Where a site is: its name, and the folder that holds it.
///
/// They are the same, or, where the file system cannot exchange two folders in one step, the name is a
/// link to one of two folders in the work folder beside it: a link can be replaced in one step anywhere.
struct SitePlace: Sendable {
  /// The path of the site, behind links of the user's own.
  let name: [UInt8]
  /// The folder that holds the site. If there is no site, the same as `name`.
  let tree: [UInt8]
  /// Whether something stands at `name`.
  let exists: Bool

  /// Looks where the site of a path is.
  init(_ path: String) throws(CompilerError) {
    var name = Array(path.utf8)
    while name.count > 1, name.last == 0x2F { name.removeLast() }
    exists = try SystemCalls.found(name, follows: false) != nil
    if exists {
      guard let resolved = SystemCalls.resolved(name) else {
        throw SystemCalls.failure("realpath", name)
      }
      name = resolved
    }
    if !name.contains(0x2F) { name = Array("./".utf8) + name }
    tree = name
    self.name = Self.linked(to: name) ?? name
  }

  /// A site whose name is a link to a tree.
  init(name: [UInt8], tree: [UInt8]) {
    (self.name, self.tree, exists) = (name, tree, true)
  }

  /// Whether the name is a link.
  var isLinked: Bool { name != tree }

  /// The hidden folder beside the site that holds the lock, the record of the last build, what is begun,
  /// and the site itself if its name is a link.
  var workFolder: [UInt8] {
    let slash = name.lastIndex(of: 0x2F) ?? 0
    return name[...slash] + [0x2E] + name[(slash + 1)...] + Self.suffix
  }

  /// The name in the work folder of the tree that the link leads to.
  var linkedTree: String? {
    guard isLinked, let slash = tree.lastIndex(of: 0x2F) else { return nil }
    return String(decoding: tree[(slash + 1)...], as: UTF8.self)
  }

  /// The name in the work folder of the tree that the link will lead to.
  var nextLinkedTree: String { linkedTree == Self.trees[0] ? Self.trees[1] : Self.trees[0] }

  private static let suffix = Array(".hjelp".utf8)
  private static let trees = ["tree-1", "tree-2"]
  /// The name in the work folder of an older site while a link takes its place.
  static let aside = "old"

  /// The link that leads to a tree; `nil` if the path is no tree in a work folder.
  private static func linked(to path: [UInt8]) -> [UInt8]? {
    guard let slash = path.lastIndex(of: 0x2F),
      (trees + [aside]).contains(String(decoding: path[(slash + 1)...], as: UTF8.self)),
      let before = path[..<slash].lastIndex(of: 0x2F)
    else { return nil }
    let work = path[(before + 1)..<slash]
    guard work.count > suffix.count + 1, work.first == 0x2E,
      work.suffix(suffix.count) == suffix[...]
    else { return nil }
    let name = Array(path[...before] + work.dropFirst().dropLast(suffix.count))
    return SystemCalls.resolved(name) == path ? name : nil
  }
}
