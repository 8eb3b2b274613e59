internal import NIOPosix
internal import ServiceLifecycle

/// Compresses the texts of each release some seconds after it was loaded, which takes three quarters
/// of their memory away.
///
/// It takes its time: a quarter of one processor, so that requests hardly feel it.
struct PageCompressor: Service {
  let site: CurrentSite

  func run() async throws {
    await cancelWhenGracefulShutdown {
      var last: SiteSnapshot?
      while !Task.isCancelled {
        try? await Task.sleep(for: .seconds(2))
        guard let snapshot = site.snapshot, snapshot !== last else { continue }
        await compress(snapshot)
        last = snapshot
      }
    }
  }

  private func compress(_ snapshot: SiteSnapshot) async {
    var files = snapshot.compressibleFiles[...]
    while !files.isEmpty, !Task.isCancelled, site.snapshot === snapshot {
      let some = files.prefix(32)
      files = files.dropFirst(32)
      let time = await ContinuousClock().measure {
        try? await NIOThreadPool.singleton.runIfActive {
          for file in some { file.compress() }
        }
      }
      try? await Task.sleep(for: time * 3)
    }
    try? await NIOThreadPool.singleton.runIfActive { FreeMemory.release() }
  }
}
