internal import HjelpAnswers
internal import HjelpCompiler
internal import HjelpRelease

/// Usage, configuration, or an environment that refuses: status 2 and one line.
struct CommandFailure: Error {
  let message: String

  init(_ message: String) { self.message = message }

  /// Runs `body`; what it throws for the environment's sake becomes a failure.
  static func translating<Result>(_ body: () async throws -> Result) async throws -> Result {
    do {
      return try await body()
    } catch let error as CompilerError {
      throw CommandFailure(error.description)
    } catch let error as AnswersError {
      throw CommandFailure(error.description)
    } catch let error as ReleaseError {
      throw CommandFailure("\(error)")
    }
  }
}
