/// The built-in looks of a site: they are inside the program, nothing lies beside it.
package enum Theme {
  /// The style sheet, in UTF-8.
  package static var stylesheet: [UInt8] { PackageResources.hjelp_css }

  /// The script that remembers the reading mode and closes menus, in UTF-8.
  package static var script: [UInt8] { PackageResources.hjelp_js }

  /// The reader of the search page, in UTF-8.
  package static var search: [UInt8] { PackageResources.hjelp_search_js }

  /// What keeps a page up to date while its article is written, in UTF-8.
  package static var preview: [UInt8] { PackageResources.hjelp_preview_js }

  /// The element `<hjelp-answer>` for the pages of products, in UTF-8; it has no hashed name.
  package static var answerElement: [UInt8] { PackageResources.hjelp_answer_js }
}
