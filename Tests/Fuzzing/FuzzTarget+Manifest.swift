internal import HjelpRelease

extension FuzzTarget {
  /// JSON is read to its end or refused at a place in it; a manifest is written as it was read.
  static func checkManifest(_ bytes: [UInt8]) throws(Violation) {
    var reader = JSONReader(bytes)
    var isJSON = false
    do throws(JSONSyntaxError) {
      try reader.skipValue()
      try reader.finish()
      isJSON = true
    } catch {
      try Violation.unless(
        (0...bytes.count).contains(error.offset), "a fault at \(error.offset) of \(bytes.count)")
    }
    try checkStrings(bytes)
    let manifest: Manifest
    do throws(ReleaseError) {
      manifest = try Manifest(bytes: bytes)
    } catch {
      return
    }
    try Violation.unless(isJSON, "what is no JSON is a manifest")
    let written = manifest.bytes
    let again: Manifest
    do throws(ReleaseError) {
      again = try Manifest(bytes: written)
    } catch {
      throw Violation(description: "a manifest cannot be read as it was written: \(error)")
    }
    try Violation.unless(again.bytes == written, "a manifest is written in two ways")
    try Violation.unless(
      again.files.count == manifest.files.count
        && again.redirects.count == manifest.redirects.count,
      "a manifest loses files when it is written")
    for file in manifest.files {
      let parts = file.path.bytes.split(
        separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      try Violation.unless(
        parts.allSatisfy {
          !$0.isEmpty && !$0.elementsEqual("..".utf8) && !$0.elementsEqual(".".utf8)
        }
          && !file.path.bytes.contains(0),
        "the path '\(file.path)' leads out of the site")
    }
  }

  /// The texts of an array or the values of an object, as far as they go.
  private static func checkStrings(_ bytes: [UInt8]) throws(Violation) {
    var reader = JSONReader(bytes)
    do throws(JSONSyntaxError) {
      if reader.nextKind() == .array {
        try reader.beginArray()
        while try reader.nextElement() { try read(&reader) }
      } else {
        try reader.beginObject()
        while try reader.nextKey() != nil { try read(&reader) }
      }
      try reader.finish()
    } catch {
      try Violation.unless(
        (0...bytes.count).contains(error.offset), "a fault at \(error.offset) of \(bytes.count)")
    }
  }

  private static func read(_ reader: inout JSONReader) throws(JSONSyntaxError) {
    switch reader.nextKind() {
    case .string: _ = try reader.stringBytes()
    case .number: _ = try reader.integer()
    default: try reader.skipValue()
    }
  }
}
