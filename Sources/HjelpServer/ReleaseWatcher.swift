internal import HjelpRelease
internal import NIOPosix
internal import ServiceLifecycle
internal import UnixSignals

/// Looks for a new release, and puts it in the place of the old one.
///
/// Files are read on a thread pool of their own, and requests go on meanwhile. A release that
/// cannot be loaded is refused, said once, and tried again, since it may be half copied: after one
/// look, then two, then four, up to 32.
struct ReleaseWatcher: Service {
  let configuration: ServerConfiguration
  let site: CurrentSite
  /// The stamp of what was loaded first.
  let stamp: ReleaseStamp?
  let metrics: ServerMetrics
  let log: ServerLog
  /// Asks to look at once.
  let nudges: AsyncStream<Void>
  /// What is newer than the release.
  let preview: SitePreview?

  private enum Trigger {
    case tick
    case hangup
  }

  func run() async throws {
    let (triggers, continuation) = AsyncStream.makeStream(of: Trigger.self)
    await cancelWhenGracefulShutdown {
      await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          while !Task.isCancelled {
            try await Task.sleep(for: configuration.reloadInterval)
            continuation.yield(.tick)
          }
        }
        group.addTask {
          for await _ in await UnixSignalsSequence(trapping: .sighup) {
            continuation.yield(.hangup)
          }
        }
        group.addTask {
          for await _ in nudges { continuation.yield(.tick) }
          // The stream of a server that is gone: wait for the others.
          try await Task.sleep(for: .seconds(86400))
        }
        group.addTask { await look(at: triggers) }
        // The first that ends was cancelled: the server stops.
        _ = try? await group.next()
        group.cancelAll()
      }
    }
  }

  private func look(at triggers: AsyncStream<Trigger>) async {
    var stamp = stamp
    var isDue = site.snapshot == nil
    var failures = 0
    var wait = 0
    for await trigger in triggers {
      let now = await currentStamp()
      if now != stamp || trigger == .hangup {
        isDue = true
        failures = 0
        wait = 0
      }
      stamp = now
      guard isDue else { continue }
      guard wait == 0 else {
        wait -= 1
        continue
      }
      if await load() {
        isDue = false
      } else {
        wait = (1 << min(failures, 5)) - 1
        failures += 1
      }
    }
  }

  private func currentStamp() async -> ReleaseStamp? {
    try? await NIOThreadPool.singleton.runIfActive { ReleaseStamp(site: configuration.site) }
  }

  private func load() async -> Bool {
    let start = ContinuousClock.now
    do {
      let snapshot = try await NIOThreadPool.singleton.runIfActive {
        try SiteSnapshot(
          site: configuration.site, cacheSize: configuration.cacheSize, former: site.snapshot)
      }
      site.replace(by: snapshot)
      preview?.releaseServed()
      metrics.releasesServed.add()
      log.event(
        "release.served",
        [("release", .text(snapshot.hash)), ("milliseconds", .duration(.now - start))])
      return true
    } catch let error as ServerError {
      metrics.releasesRefused.add()
      if site.refuse(error.description) {
        log.event("release.refused", level: .error, [("reason", .text(error.description))])
      }
    } catch is CancellationError {
      return false
    } catch {
      log.event("release.unreadable", level: .error, [("reason", .text("\(error)"))])
    }
    return false
  }
}
