internal import HjelpRelease
internal import Synchronization

/// The snapshot that is served now, and what became of the last look at the site.
final class CurrentSite: Sendable {
  private struct State {
    var snapshot: SiteSnapshot?
    var refusal: String?
  }

  private let state: Mutex<State>

  /// Serves this snapshot, or nothing yet.
  init(_ snapshot: SiteSnapshot?) {
    state = Mutex(State(snapshot: snapshot))
  }

  /// The snapshot; `nil` if none was ever loaded.
  var snapshot: SiteSnapshot? { state.withLock { $0.snapshot } }

  /// Why the release that lies there now is not the one that is served.
  var refusal: String? { state.withLock { $0.refusal } }

  /// Serves another snapshot from now on; requests under way keep the one that they have.
  func replace(by snapshot: SiteSnapshot) {
    state.withLock { $0 = State(snapshot: snapshot) }
  }

  /// Keeps the snapshot.
  ///
  /// - Returns: false if the reason is the same as last time.
  func refuse(_ reason: String) -> Bool {
    state.withLock { state in
      defer { state.refusal = reason }
      return state.refusal != reason
    }
  }
}
