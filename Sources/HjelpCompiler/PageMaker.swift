internal import HjelpChecks
package import HjelpDiagnostics

/// Makes the pages of single articles anew, for a writer who waits for them.
///
/// What is known of all the other articles is what the last build knew: a new title is in the lists
/// after the next build.
package struct PageMaker: Sendable {
  let content: Content
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
    jobs.filter { paths.contains(content.files[$0.file].input.path) }.map { job in
      let file = content.reread(job.file)
      let made = compiler.compile(job, of: content, as: file)
      return Output(
        name: file.input.name, pages: made.pages.map { ($0.path, $0.html) },
        diagnostics: made.diagnostics)
    }
  }
}
