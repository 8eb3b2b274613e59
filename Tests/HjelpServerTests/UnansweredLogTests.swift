import Foundation
import HjelpAnswers
import Synchronization
import Testing

@testable import HjelpServer

@Suite("The log of unanswered questions")
struct UnansweredLogTests {
  private let folder: SampleRelease
  private var path: String { folder.path + "/unanswered.jsonl" }

  init() throws { folder = try SampleRelease() }

  private func log(_ path: String, _ metrics: ServerMetrics, _ recorded: RecordedLog) throws
    -> UnansweredLog
  {
    UnansweredLog(store: UnansweredFile(path: path), metrics: metrics, log: recorded.log())
  }

  private func question(_ text: String) -> UnansweredQuestion {
    UnansweredQuestion(text: text, locale: "nb-NO")
  }

  @Test("is written in lines of JSON, counted and in order, behind what is there")
  func isWritten() throws {
    let (metrics, recorded) = (ServerMetrics(), RecordedLog())
    let log = try log(path, metrics, recorded)
    for text in ["b \"q\"", "a", "b \"q\""] { log.note(question(text)) }
    log.flush()
    log.flush()
    log.note(question("c"))
    log.flush()
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let stripped = lines.map { $0.replacing(/"time":"[-0-9T:]+Z",/, with: "") }
    #expect(
      stripped == [
        #"{"text":"a","locale":"nb-NO","count":1}"#,
        #"{"text":"b \"q\"","locale":"nb-NO","count":2}"#,
        #"{"text":"c","locale":"nb-NO","count":1}"#,
      ])
    #expect(metrics.questionsWritten.value == 4)
    #expect(recorded.text.isEmpty)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test("holds so many different questions in memory and no more")
  func isBounded() throws {
    let (metrics, recorded) = (ServerMetrics(), RecordedLog())
    let log = try log(path, metrics, recorded)
    for number in 0..<5_000 { log.note(question("text \(number)")) }
    log.note(question("text 0"))
    log.flush()
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 4_096)
    #expect(metrics.questionsWritten.value == 4_097)
    #expect(metrics.questionsDropped.value == 904)
  }

  #if os(Linux)
    @Test("survives a full disk: what is lost is said once")
    func survivesFullDisk() throws {
      let (metrics, recorded) = (ServerMetrics(), RecordedLog())
      let log = try log("/dev/full", metrics, recorded)
      for _ in 0..<3 {
        log.note(question("a"))
        log.flush()
      }
      #expect(recorded.events.map { $0["event"] } == ["unanswered.dropped"])
      #expect(recorded.events.first?["reason"] == "no space left on device")
      #expect(metrics.questionsDropped.value == 3)
    }
  #endif

  @Test("keeps for a database what it could not write, and gives up what it refuses")
  func keeps() {
    let (metrics, recorded, store) = (ServerMetrics(), RecordedLog(), FlakyStore())
    let log = UnansweredLog(store: store, metrics: metrics, log: recorded.log())
    store.failure.withLock { $0 = UnansweredFailure(description: "it is away", isLasting: false) }
    log.note(question("a"))
    log.flush()
    log.note(question("a"))
    log.note(question("b"))
    log.flush()
    #expect(metrics.questionsWritten.value == 0)
    store.failure.withLock { $0 = nil }
    log.flush()
    let tried = store.tried.withLock(\.self)
    // The first batch is tried again as it was: it may have arrived.
    #expect(tried.map(\.id) == [tried[0].id, tried[0].id, tried[0].id, tried[3].id])
    #expect(tried[0].id != tried[3].id)
    #expect(tried[0].lines.map(\.question.text) == ["a"])
    #expect(tried[3].lines.map { "\($0.question.text) \($0.count)" } == ["a 1", "b 1"])
    #expect(metrics.questionsWritten.value == 3)
    store.failure.withLock {
      $0 = UnansweredFailure(description: "no such letter", isLasting: true)
    }
    log.note(question("c"))
    log.flush()
    store.failure.withLock { $0 = nil }
    log.note(question("d"))
    log.flush()
    #expect(metrics.questionsWritten.value == 4)
    #expect(metrics.questionsDropped.value == 1)
    #expect(
      recorded.events.map { $0["event"] } == [
        "unanswered.waiting", "unanswered.resumed", "unanswered.dropped", "unanswered.resumed",
      ])
  }

  @Test("is refused where it cannot be written")
  func isRefused() {
    #expect {
      try HjelpServer(
        configuration: ServerConfiguration(
          site: folder.path, unanswered: folder.path + "/none/x"))
    } throws: { error in
      (error as? ServerError)?.description
        == "'\(folder.path)/none/x' cannot be written: no such file or directory; "
        + "name another file with --unanswered"
    }
  }

  @Test("takes the questions without an answer, masked, and no others", .timeLimit(.minutes(1)))
  func takesQuestions() async throws {
    let file = path
    let server = try ServerTester { $0.unanswered = file }
    let (ready, continuation) = AsyncStream.makeStream(of: ServerAddresses.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.server.run { continuation.yield($0) } }
      var addresses = ready.makeAsyncIterator()
      _ = try #require(await addresses.next())
      for path in [
        "/v1/lookup?q=AADSTS50011&locale=nb",
        "/v1/lookup?q=Zebra%204711%20of%20kari%40example.com%20flutes&locale=nb",
        "/v1/open?q=zebra%204712%20of%20ola%40example.com%20flutes&locale=nb",
        "/v1/errors/AADSTS99999",
      ] {
        _ = try await server.get(path)
      }
      group.cancelAll()
      while let result = await group.nextResult() { _ = result }
    }
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    // A slow machine can write twice meanwhile.
    var tally = UnansweredTally()
    for line in lines { tally.add(try UnansweredLine(json: Array(line.utf8))) }
    #expect(
      tally.entries.map { "\($0.question.locale) \($0.question.text) \($0.count)" } == [
        "nb zebra # of # flutes 2", "en-US AADSTS99999 1",
      ])
  }
}

/// A store that fails while it is told to.
private final class FlakyStore: UnansweredStore {
  let failure = Mutex<UnansweredFailure?>(nil)
  let tried = Mutex<[UnansweredBatch]>([])

  var field: ServerLog.Field { ("database", .text("postgresql://h/d")) }

  func prepare() throws(UnansweredFailure) {}

  func store(_ batch: UnansweredBatch) throws(UnansweredFailure) {
    tried.withLock { $0.append(batch) }
    if let failure = failure.withLock(\.self) { throw failure }
  }
}
