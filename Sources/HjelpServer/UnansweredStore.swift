internal import HjelpAnswers
internal import HjelpDatabase
internal import HjelpEncoding

/// Where counts of questions without an answer are written.
protocol UnansweredStore: Sendable {
  /// What events call it.
  var field: ServerLog.Field { get }

  /// Looks whether it can be written.
  func prepare() throws(UnansweredFailure)

  /// Writes all counts or none.
  func store(_ batch: UnansweredBatch) throws(UnansweredFailure)
}

/// Why counts could not be written.
struct UnansweredFailure: Error, CustomStringConvertible {
  /// On one line, for people.
  let description: String
  /// Whether the counts are given up; otherwise they are kept and written later.
  let isLasting: Bool
}

extension UnansweredDatabase: UnansweredStore {
  var field: ServerLog.Field { ("database", .text(address.description)) }

  func prepare() throws(UnansweredFailure) {
    do { try connect() } catch { throw UnansweredFailure(error) }
  }

  func store(_ batch: UnansweredBatch) throws(UnansweredFailure) {
    do { try add(batch) } catch { throw UnansweredFailure(error) }
  }
}

extension UnansweredFailure {
  fileprivate init(_ error: DatabaseError) {
    self.init(description: error.description, isLasting: error.isLasting)
  }
}
