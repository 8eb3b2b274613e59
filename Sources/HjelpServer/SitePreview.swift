internal import Synchronization

/// What a server shows of content that is being written: pages that are newer than the release, and
/// what is wrong.
///
/// Every page gets a script that loads it again when it is another one.
public final class SitePreview: Sendable {
  /// What is wrong with one article.
  public struct Problems: Sendable {
    /// The paths of its pages, from the root.
    public var pages: [String]
    /// One line each.
    public var texts: [String]

    /// Problems of the pages of an article.
    public init(pages: [String], texts: [String]) {
      self.pages = pages
      self.texts = texts
    }
  }

  /// The script, in UTF-8.
  let script: [UInt8]

  private struct State {
    var pages: [[UInt8]: (html: [UInt8], generation: Int)] = [:]
    var generation = 0
    /// What a release that is on its way replaces.
    var replaced = 0
    /// Why the content could not be built.
    var failure: String?
    var problems: [String: Problems] = [:]
    var version = 1
  }

  private let state = Mutex(State())

  /// Nothing is newer yet.
  public init(script: [UInt8]) { self.script = script }

  /// Shows pages in the place of the release's until a newer release is there.
  ///
  /// - Parameters:
  ///   - article: The article that they are made of.
  ///   - pages: The pages by their paths from the root.
  ///   - problems: What is wrong with it, one line each.
  public func show(
    _ article: String, pages: [(path: String, html: [UInt8])], problems: [String]
  ) {
    state.withLock { state in
      state.generation += 1
      for page in pages { state.pages[Array(page.path.utf8)] = (page.html, state.generation) }
      state.problems[article] =
        problems.isEmpty ? nil : Problems(pages: pages.map(\.path), texts: problems)
      state.version += 1
    }
  }

  /// Says why the content could not be built; `nil` once it could.
  public func fail(_ reason: String?) {
    state.withLock { state in
      guard state.failure != reason else { return }
      state.failure = reason
      state.version += 1
    }
  }

  /// How often pages were shown: what is built from now on holds all that was shown so far.
  public var generation: Int { state.withLock { $0.generation } }

  /// The next release holds what was shown up to a generation.
  func expectRelease(of generation: Int) { state.withLock { $0.replaced = generation } }

  /// A release is there.
  func releaseServed() {
    state.withLock { state in
      state.pages = state.pages.filter { $0.value.generation > state.replaced }
    }
  }

  /// A page that is newer than the release.
  func page(_ path: [UInt8]) -> [UInt8]? { state.withLock { $0.pages[path]?.html } }

  /// What is wrong with a page, and a number that changes with it.
  func problems(of page: String) -> (version: Int, texts: [String]) {
    state.withLock { state in
      let own = state.problems.values.filter { $0.pages.contains(page) }.flatMap(\.texts)
      return (state.version, [state.failure].compactMap(\.self) + own.sorted())
    }
  }
}
