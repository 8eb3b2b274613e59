#if PostgreSQL
  internal import CPostgreSQL
  internal import Foundation
  internal import HjelpEncoding

  /// A connection to a PostgreSQL server, through libpq.
  @safe final class PostgreSQLConnection {
    private let pointer: OpaquePointer
    private let patience: Duration
    /// Whether a statement got no answer in time: nobody knows what comes next over the connection.
    private var isSilent = false

    /// Connects; it takes 3 seconds at most unless the address says otherwise.
    ///
    /// - Parameter patience: How long a statement may take. libpq alone waits for ever where the server is
    ///   there and does not answer.
    init(_ address: DatabaseAddress, patience: Duration) throws(DatabaseError) {
      self.patience = patience
      // Of a keyword that stands twice the last one counts, and `dbname` is where the address is put.
      let keywords = [
        "connect_timeout", "tcp_user_timeout", "fallback_application_name", "dbname",
        "client_encoding",
      ]
      let values = ["3", "5000", "hjelp", address.text, "UTF8"]
      let connection = unsafe Self.withStrings(keywords) { keywords in
        unsafe Self.withStrings(values) { values in
          unsafe PQconnectdbParams(keywords, values, 1)
        }
      }
      guard let connection = unsafe connection else { throw DatabaseError("there is no memory") }
      guard unsafe PQstatus(connection) == CONNECTION_OK else {
        let words = unsafe String(cString: PQerrorMessage(connection))
        unsafe PQfinish(connection)
        throw DatabaseError(Self.hidden(words, address))
      }
      unsafe PQsetnonblocking(connection, 1)
      // Notices go to standard error otherwise.
      _ = unsafe PQsetNoticeProcessor(connection, { _, _ in }, nil)
      unsafe pointer = connection
    }

    deinit { unsafe PQfinish(pointer) }

    /// Whether libpq understands an address.
    static func check(_ address: DatabaseAddress) throws(DatabaseError) {
      var message: UnsafeMutablePointer<CChar>?
      let options = unsafe PQconninfoParse(address.text, &message)
      defer {
        unsafe PQconninfoFree(options)
        unsafe PQfreemem(message)
      }
      guard unsafe options == nil else { return }
      let words = unsafe message.map { unsafe String(cString: $0) } ?? "it is no address"
      throw DatabaseError(hidden(words, address))
    }

    /// Whether the connection is lost, so that over another one the same may go well.
    var isLost: Bool { unsafe !isSilent && PQstatus(pointer) != CONNECTION_OK }

    /// Whether more can be asked.
    var isOpen: Bool { unsafe !isSilent && PQstatus(pointer) == CONNECTION_OK }

    /// The rows that a statement gives, as text.
    func rows(_ statement: String, _ values: [String] = []) throws(DatabaseError) -> [[String]] {
      let isSent = unsafe Self.withStrings(values) { pointers in
        unsafe PQsendQueryParams(
          pointer, statement, Int32(values.count), nil, pointers, nil, nil, 0)
      }
      let result = try unsafe result(isSent)
      defer { unsafe PQclear(result) }
      return unsafe (0..<PQntuples(result)).map { row in
        unsafe (0..<PQnfields(result)).map { column in
          unsafe String(cString: PQgetvalue(result, row, column))
        }
      }
    }

    /// Runs statements in one transaction.
    func run(_ statements: String) throws(DatabaseError) {
      let result = try unsafe result(PQsendQuery(pointer, statements))
      unsafe PQclear(result)
    }

    /// What the statements that were sent gave last, or the error of the first that failed.
    private func result(_ isSent: Int32) throws(DatabaseError) -> OpaquePointer? {
      guard isSent == 1 else { throw unsafe failure(nil) }
      let deadline = ContinuousClock.now + patience
      var last: OpaquePointer?
      var error: DatabaseError?
      while true {
        do throws(DatabaseError) {
          try wait(until: deadline)
        } catch {
          unsafe PQclear(last)
          throw error
        }
        guard let next = unsafe PQgetResult(pointer) else { break }
        unsafe PQclear(last)
        unsafe last = next
        switch unsafe PQresultStatus(next) {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK: break
        default: error = unsafe error ?? failure(next)
        }
      }
      guard let error else { return unsafe last }
      unsafe PQclear(last)
      throw error
    }

    /// Waits until a result, or the end of them, can be taken at once.
    private func wait(until deadline: ContinuousClock.Instant) throws(DatabaseError) {
      while true {
        let unsent = unsafe PQflush(pointer)
        guard unsent >= 0, unsafe PQconsumeInput(pointer) == 1 else { throw unsafe failure(nil) }
        if unsent == 0, unsafe PQisBusy(pointer) == 0 { return }
        let left = (deadline - ContinuousClock.now) / .milliseconds(1)
        guard left > 0 else {
          isSilent = true
          throw DatabaseError("it does not answer")
        }
        let events = unsent == 0 ? POLLIN : POLLIN | POLLOUT
        var entry = unsafe pollfd(fd: PQsocket(pointer), events: Int16(events), revents: 0)
        unsafe poll(&entry, 1, Int32(left.rounded(.up)))
      }
    }

    /// The error that a result tells, or the connection.
    private func failure(_ result: OpaquePointer?) -> DatabaseError {
      let words = unsafe Self.field("M", of: result) ?? String(cString: PQerrorMessage(pointer))
      // https://www.postgresql.org/docs/current/errcodes-appendix.html: class 22 is 'data exception'.
      let isLasting = unsafe Self.field("C", of: result)?.hasPrefix("22") ?? false
      return DatabaseError(words, isLasting: isLasting)
    }

    /// A part of an error: its SQLSTATE (`C`), or its words (`M`).
    private static func field(_ name: Unicode.Scalar, of result: OpaquePointer?) -> String? {
      unsafe PQresultErrorField(result, Int32(name.value)).map { unsafe String(cString: $0) }
    }

    /// libpq repeats an address that it does not understand.
    private static func hidden(_ words: String, _ address: DatabaseAddress) -> String {
      words.replacing(address.text, with: address.description)
    }

    /// Strings as C takes them; a NUL, which PostgreSQL has not, is left out.
    private static func withStrings<Result>(
      _ strings: [String], _ body: ([UnsafePointer<CChar>?]) -> Result
    ) -> Result {
      var bytes: [CChar] = []
      var starts: [Int] = []
      for string in strings {
        starts.append(bytes.count)
        bytes += string.utf8.lazy.filter { $0 != 0 }.map(CChar.init(bitPattern:))
        bytes.append(0)
      }
      return unsafe bytes.withUnsafeBufferPointer { bytes in
        unsafe body(
          starts.map { start in unsafe bytes.baseAddress.map { unsafe $0 + start } } + [nil])
      }
    }
  }
#endif
