/// A property that does not hold for some bytes.
package struct Violation: Error, CustomStringConvertible {
  /// What should hold, and what was found.
  package let description: String

  /// Throws unless `holds`.
  static func unless(
    _ holds: Bool, _ property: @autoclosure () -> String
  ) throws(Violation) {
    if !holds { throw Violation(description: property()) }
  }
}
