internal import Foundation

/// The machine's processors.
enum Processors {
  static var count: Int { ProcessInfo.processInfo.activeProcessorCount }
}
