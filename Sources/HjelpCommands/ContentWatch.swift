#if Server
  internal import HjelpCompiler
  internal import HjelpDiagnostics
  internal import HjelpServer
  internal import Synchronization

  /// Looks for changes of content that is being written: shows the pages of changed articles at
  /// once, and builds all again beside that.
  struct ContentWatch {
    /// How long nothing must have changed before all is built again.
    private static let quiet: Duration = .milliseconds(120)
    /// The same where the pages of all that changed are shown already: who saves again soon need not
    /// share the processors with a build.
    private static let shownQuiet: Duration = .milliseconds(700)

    /// The pause between two looks at few files.
    private static let shortPause: Duration = .milliseconds(15)
    /// The pause where a look takes a while.
    private static let longPause: Duration = .milliseconds(40)

    let content: ContentOptions
    let preview: SitePreview
    /// What makes pages of the content as it was built first.
    let first: PageMaker?

    /// What the two tasks share.
    private final class Shared: Sendable {
      let pages: Mutex<PageMaker?>
      init(_ pages: PageMaker?) { self.pages = Mutex(pages) }
    }

    /// Looks until the task is cancelled.
    ///
    /// - Parameters:
    ///   - build: Builds the site again.
    ///   - onFailure: Is told why that could not be done.
    func run(
      build: @escaping @Sendable () async throws -> PageMaker?,
      onFailure: @escaping @Sendable (String) -> Void
    ) async {
      let shared = Shared(first)
      let (changes, continuation) = AsyncStream.makeStream(
        of: Void.self, bufferingPolicy: .bufferingNewest(1))
      let preview = preview
      await withTaskGroup(of: Void.self) { group in
        group.addTask {
          for await _ in changes {
            do {
              let made = try await build()
              shared.pages.withLock { $0 = made }
              preview.fail(nil)
            } catch {
              Self.report(error, preview, onFailure)
            }
          }
        }
        await look(shared, onFailure) { continuation.yield() }
        continuation.finish()
        group.cancelAll()
      }
    }

    private func look(
      _ shared: Shared, _ onFailure: (String) -> Void, onChange: () -> Void
    ) async {
      var known = try? newLook()
      var buildTime: ContinuousClock.Instant?
      var isRefused = false
      var pause = Self.longPause
      while !Task.isCancelled {
        try? await Task.sleep(for: pause)
        let start = ContinuousClock.now
        let now: ContentLook
        do {
          now = try (isRefused ? nil : known?.again()) ?? newLook()
        } catch {
          if !isRefused { Self.report(error, preview, onFailure) }
          isRefused = true
          continue
        }
        // Few files are looked at more often. Many take time: a third of it at most.
        let cost = .now - start
        pause = max(Self.shortPause, min(cost * 5, Self.longPause), cost * 2)
        let changes = known.map { now.changes(since: $0) }
        known = now
        if let changes, changes.isEmpty, !isRefused {
          if let time = buildTime, .now >= time {
            buildTime = nil
            onChange()
          }
        } else {
          let changed = changes?.files ?? []
          let made = shared.pages.withLock { $0 }?.make(changed) ?? []
          for page in made {
            preview.show(page.name, pages: page.pages, problems: Self.errors(page.diagnostics))
          }
          let isShown =
            !isRefused && made.count == changed.count && !(changes?.isOfMore ?? true)
            && !changed.isEmpty
          buildTime = .now + (isShown ? Self.shownQuiet : Self.quiet)
          isRefused = false
        }
      }
    }

    /// Looks for files, and at them.
    private func newLook() throws -> ContentLook {
      let begin = ContentLook.Begin()
      return ContentLook(try content.workspace(), since: begin)
    }

    private static func report(
      _ error: any Error, _ preview: SitePreview, _ onFailure: (String) -> Void
    ) {
      let reason =
        (error as? CommandFailure)?.message ?? (error as? CompilerError)?.description ?? "\(error)"
      preview.fail(reason)
      onFailure(reason)
    }

    private static func errors(_ diagnostics: [Diagnostic]) -> [String] {
      diagnostics.filter { $0.severity == .error }.map { diagnostic in
        let place = diagnostic.start
        return "\(diagnostic.file):\(place.line):\(place.column): \(diagnostic.message) "
          + "[\(diagnostic.rule)]"
      }
    }
  }
#endif
