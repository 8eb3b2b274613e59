internal import ArgumentParser

/// The formats of what is no finding: an answer, a table, a log.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
