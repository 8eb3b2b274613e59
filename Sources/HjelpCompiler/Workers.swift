/// Spreads work over articles: the one place that does.
package enum Workers {
  /// What `work` makes of each element, in the order of the elements.
  ///
  /// - Parameter jobs: How many run at once.
  package static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], jobs: Int, _ work: @escaping @Sendable (Element) throws -> Result
  ) async throws -> [Result] {
    try await map(elements, jobs: jobs, work) { $0 }
  }

  /// What `take` makes of what `work` makes of each element, in the order of the elements.
  ///
  /// - Parameters:
  ///   - jobs: How many run at once.
  ///   - take: Is called with one result at a time, as they come: in any order.
  static func map<Element: Sendable, Made: Sendable, Result>(
    _ elements: [Element], jobs: Int, _ work: @escaping @Sendable (Element) throws -> Made,
    take: (Made) -> Result
  ) async throws -> [Result] {
    let chunk = max(1, min(64, elements.count / max(jobs * 8, 1)))
    let starts = Array(stride(from: 0, to: elements.count, by: chunk))
    var results = [[Result]?](repeating: nil, count: starts.count)
    try await withThrowingTaskGroup(of: (Int, [Made]).self) { group in
      var next = 0
      func add() {
        guard next < starts.count else { return }
        let number = next
        let slice = elements[starts[number]..<min(starts[number] + chunk, elements.count)]
        next += 1
        group.addTask { (number, try slice.map(work)) }
      }
      for _ in 0..<max(jobs, 1) { add() }
      for try await (number, part) in group {
        // Before the next work begins, so that no more than `jobs` run.
        results[number] = part.map(take)
        add()
      }
    }
    return results.flatMap { $0 ?? [] }
  }
}
