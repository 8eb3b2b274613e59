/// What a build made.
package struct BuildSummary: Sendable {
  /// The findings of the checks.
  package var report = CheckReport()
  /// How many pages of articles there are.
  package var pages = 0
  /// How many articles were compiled; what the others gave was taken over.
  package var compiled = 0
  /// How many files the site has, the manifest left out.
  package var files = 0
  /// What makes single pages anew.
  package var pageMaker: PageMaker?
  /// How many of them were written, since they were not there with the same content.
  package var written = 0
}
