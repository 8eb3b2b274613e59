public import HjelpAnswers
public import HjelpEncoding
internal import Synchronization

/// The table `hjelp_unanswered` of a PostgreSQL database: what several servers could not answer.
///
/// Each server has rows of its own, one for each day, locale and text, so that none waits for another.
/// It needs libpq, and is there if Hjelp was built with the trait `PostgreSQL`.
public final class UnansweredDatabase: Sendable {
  /// Where the database is.
  public let address: DatabaseAddress
  /// The name under which counts are added.
  private let server: String

  #if PostgreSQL
    private let connection = Mutex<PostgreSQLConnection?>(nil)

    /// A database; nothing connects yet.
    ///
    /// - Parameter server: The name that tells this server's rows from those of others.
    /// - Throws: An error if the address is none that libpq understands.
    public init(_ address: DatabaseAddress, server: String = "") throws(DatabaseError) {
      try PostgreSQLConnection.check(address)
      self.address = address
      self.server = server
    }

    /// Connects, and makes the table if it is not there.
    public func connect() throws(DatabaseError) {
      try connected { connection throws(DatabaseError) in
        _ = try connection.rows("SELECT 1")
      }
    }

    /// Adds counts, all or none; a batch that the rows have already is not added again.
    public func add(_ batch: UnansweredBatch) throws(DatabaseError) {
      let parameters = [
        server, batch.id, Self.array(batch.lines.map { String($0.time.prefix(10)) }),
        Self.array(batch.lines.map(\.question.locale)),
        Self.array(batch.lines.map(\.question.text)),
        Self.array(batch.lines.map { String($0.count) }),
      ]
      try connected { connection throws(DatabaseError) in
        _ = try connection.rows(Self.addition, parameters)
      }
    }

    /// All counts of all servers, added up.
    public func tally() throws(DatabaseError) -> UnansweredTally {
      let connection = try PostgreSQLConnection(address, patience: .seconds(60))
      guard try connection.rows(Self.existence) == [["t"]] else {
        throw DatabaseError("it has no table 'hjelp_unanswered'; a server makes it when it starts")
      }
      var tally = UnansweredTally()
      for row in try connection.rows(Self.sums) where row.count == 3 {
        let question = UnansweredQuestion(text: row[1], locale: row[0])
        tally.add(UnansweredLine(time: "", question: question, count: Int(row[2]) ?? .max))
      }
      return tally
    }

    /// Asks over the connection that is open, or over a new one. One that broke while nothing was
    /// asked, its server started again say, is opened again at once.
    private func connected(
      _ body: (PostgreSQLConnection) throws(DatabaseError) -> Void
    ) throws(DatabaseError) {
      try connection.withLock { current throws(DatabaseError) in
        if let open = current {
          do throws(DatabaseError) {
            return try body(open)
          } catch {
            if !open.isOpen { current = nil }
            guard open.isLost else { throw error }
          }
        }
        // The server gives up a statement first, and then says why.
        let new = try PostgreSQLConnection(address, patience: .seconds(6))
        _ = try new.rows("SET statement_timeout = '5s'")
        if try new.rows(Self.existence) != [["t"]] { try new.run(Self.creation) }
        try body(new)
        current = new
      }
    }

    private static let existence = "SELECT to_regclass('hjelp_unanswered') IS NOT NULL"
    /// Servers that start at the same time would make it twice without the lock.
    private static let creation = """
      SELECT pg_advisory_xact_lock(hashtext('hjelp_unanswered'));
      CREATE TABLE IF NOT EXISTS hjelp_unanswered (
        server text NOT NULL,
        day date NOT NULL,
        locale text NOT NULL,
        text text COLLATE "C" NOT NULL,
        count bigint NOT NULL,
        batch text NOT NULL,
        PRIMARY KEY (server, day, locale, text))
      """
    private static let addition = """
      INSERT INTO hjelp_unanswered AS old (server, batch, day, locale, text, count)
      SELECT $1, $2, new.* FROM unnest($3::date[], $4::text[], $5::text[], $6::bigint[]) AS new
      ON CONFLICT (server, day, locale, text) DO UPDATE
      SET count = CASE WHEN old.count > 9223372036854775807 - excluded.count
        THEN 9223372036854775807 ELSE old.count + excluded.count END, batch = excluded.batch
      WHERE old.batch <> excluded.batch
      """
    private static let sums = """
      SELECT locale, text, least(sum(count), 9223372036854775807)::bigint
      FROM hjelp_unanswered WHERE count > 0 GROUP BY locale, text
      """

    /// The elements as PostgreSQL writes an array: `{"a","b \\"q\\""}`.
    private static func array(_ elements: [String]) -> String {
      var text = "{"
      for (number, element) in elements.enumerated() {
        text += number == 0 ? "\"" : ",\""
        for scalar in element.unicodeScalars {
          if scalar == "\"" || scalar == "\\" { text += "\\" }
          text.unicodeScalars.append(scalar)
        }
        text += "\""
      }
      return text + "}"
    }
  #else
    private static let isMissing = DatabaseError(
      "this hjelp was built without PostgreSQL; build it with '--traits Server,PostgreSQL'")

    /// A database; without the trait it throws an error that says so.
    public init(_ address: DatabaseAddress, server: String = "") throws(DatabaseError) {
      throw Self.isMissing
    }

    /// Connects, and makes the table if it is not there.
    public func connect() throws(DatabaseError) { throw Self.isMissing }

    /// Adds counts, all or none; a batch that the rows have already is not added again.
    public func add(_ batch: UnansweredBatch) throws(DatabaseError) { throw Self.isMissing }

    /// All counts of all servers, added up.
    public func tally() throws(DatabaseError) -> UnansweredTally { throw Self.isMissing }
  #endif
}
