/// What decides what a build gives, as the system tells of it before anything is read.
package struct InputStamps: Sendable {
  /// What the system says of the articles, in the order of the workspace.
  let articles: [SystemCalls.Status?]
  /// The hash of all else: the settings, the program, the names of the articles, the other files.
  let others: String
  /// The hash of everything.
  let all: String
  /// When the other files changed last, and everything.
  private let newest: (others: Int64, all: Int64)
  /// Before which moment a file must have changed, so that no later change to it can be missed.
  private let limit: Int64

  /// Looks at the files of a build that begins now.
  ///
  /// - Parameter settings: All that decides beside the files: flags, environment, folder.
  package init(_ workspace: Workspace, settings: [String]) {
    limit = SystemCalls.now - SystemCalls.clockMargin
    var text = StampText()
    for setting in settings { text.append(setting: setting) }
    text.append(Array("/proc/self/exe".utf8), as: [])
    for article in workspace.articles { text.append(article) }
    for path in workspace.filesBesideArticles { text.append(path, as: path) }
    others = text.hash
    let newestOther = text.newest
    articles = workspace.articles.map { SystemCalls.status($0.path) }
    for status in articles { text.append(status) }
    all = text.hash
    newest = (newestOther, text.newest)
  }

  /// Whether no later change to any file can be missed.
  var isSafe: Bool { newest.all < limit }

  /// Whether no later change to any file but the articles can be missed.
  var isSafeBesideArticles: Bool { newest.others < limit }

  /// Whether no later change to this file can be missed.
  func isSafe(_ status: SystemCalls.Status) -> Bool { status.touched < limit }
}
