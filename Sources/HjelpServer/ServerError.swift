public import HjelpAnswers
public import HjelpRelease

/// Why a server does not start, or stops by itself.
public enum ServerError: Error, Sendable, CustomStringConvertible {
  /// The site cannot be read.
  case release(ReleaseError)
  /// An index of the site cannot be read.
  case answers(AnswersError)
  /// Another program listens on the port.
  case portInUse(host: String, port: Int, flag: String)
  /// The system does not let this user listen on the port.
  case portNotAllowed(host: String, port: Int, flag: String)
  /// The port is no number from 0 to 65535.
  case noPort(Int, flag: String)
  /// The host cannot be listened on.
  case cannotListen(host: String, port: Int, reason: String)
  /// Questions without an answer cannot be written to the file.
  case unanswered(path: String, reason: String)
  /// The address of the database for such questions is not understood, or not supported.
  case database(address: String, reason: String)
  /// The server stopped without being asked to.
  case stopped(reason: String)

  /// One line for people: what, where, what to do.
  public var description: String {
    switch self {
    case .release(let error): error.description
    case .answers(let error): error.description
    case .portInUse(let host, let port, let flag):
      "port \(port) on \(host) is in use; choose another with \(flag), "
        + "or stop the program that holds it"
    case .portNotAllowed(let host, let port, let flag):
      "port \(port) on \(host) is not open to this user; choose one above 1023 with \(flag)"
    case .noPort(let port, let flag):
      "\(port) is no port; choose one from 0 to 65535 with \(flag)"
    case .cannotListen(let host, let port, let reason):
      "the server cannot listen on \(host), port \(port): \(reason); "
        + "choose an address of this machine with --host"
    case .unanswered(let path, let reason):
      "'\(path)' cannot be written: \(reason); name another file with --unanswered"
    case .database(let address, let reason):
      "'\(address)' cannot be used: \(reason)"
    case .stopped(let reason): "the server stopped: \(reason)"
    }
  }
}
