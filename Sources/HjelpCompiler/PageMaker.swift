internal import HjelpChecks
package import HjelpDiagnostics

/// Makes the pages of single articles anew, for a writer who waits for them.
///
/// What is known of all the other articles is what the last build knew: a new title is in the lists
/// after the next build.
package struct PageMaker: Sendable {
  let compiler: ArticleCompiler
  let jobs: [BuildPlan.Job]

  /// The pages of an article and what is wrong with it.
  package struct Output: Sendable {
    /// The article's file as it was named.
    package var name: String
    /// The pages by their paths from the root.
    package var pages: [(path: String, html: [UInt8])]
    /// The findings of the checks.
    package var diagnostics: [Diagnostic]
  }

  /// Reads the articles at these paths and makes their pages; others are left out.
  package func make(_ paths: Set<[UInt8]>) -> [Output] {
    jobs.filter { paths.contains($0.file.input.path) }.map { job in
      var job = job
      let file = ArticleFile(reading: job.file.input)
      var facts = job.file.facts
      facts.unreadable = file.facts.unreadable
      facts.excessiveSize = file.facts.excessiveSize
      job.file = file
      job.file.facts = facts
      let made = compiler.compile(job)
      return Output(
        name: job.file.input.name, pages: made.pages.map { ($0.path, $0.html) },
        diagnostics: made.diagnostics)
    }
  }
}
