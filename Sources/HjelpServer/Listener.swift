internal import Hummingbird
internal import NIOCore
internal import ServiceLifecycle

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// An application on its port; what it fails with says which port, and what to do.
struct Listener<Responder: HTTPResponder>: Service
where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
  let application: Application<Responder>
  let host: String
  let port: Int
  /// The flag that another port is chosen with.
  let flag: String

  func run() async throws {
    do {
      try await application.run()
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
      throw ServerError.portInUse(host: host, port: port, flag: flag)
    } catch let error as IOError where error.errnoCode == EACCES {
      throw ServerError.portNotAllowed(host: host, port: port, flag: flag)
    } catch let error as IOError {
      throw ServerError.cannotListen(host: host, port: port, reason: error.description)
    } catch {
      throw ServerError.cannotListen(host: host, port: port, reason: "\(error)")
    }
  }
}
