/// The built-in looks of a site: they are inside the program, nothing lies beside it.
package enum Theme {
  /// The style sheet, in UTF-8.
  package static var stylesheet: [UInt8] { PackageResources.hjelp_css }

  /// The script that remembers the reading mode and closes menus, in UTF-8.
  package static var script: [UInt8] { PackageResources.hjelp_js }
}
