/// Why a site cannot be read as a release.
public enum ReleaseError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The site's folder cannot be opened.
  case noSite(site: String, reason: String)
  /// The folder holds no manifest.
  case noManifest(site: String)
  /// The manifest is not what Hjelp writes.
  case manifest(path: String, problem: String)
  /// A file that the manifest names cannot be read.
  case unreadable(site: String, path: String, reason: String)
  /// A file that the manifest names is a link, a folder, a pipe or a device.
  case notRegular(site: String, path: String)
  /// A file has another size than the manifest says.
  case size(site: String, path: String, expected: Int, found: Int)
  /// A file has another content than the manifest says.
  case hash(site: String, path: String)

  /// One line for people: what, where, what to do.
  public var description: String {
    switch self {
    case .noSite(let site, let reason):
      "site \(quoted(site)) cannot be opened: \(reason); build it with 'hjelp build --output \(safe(site))'"
    case .noManifest(let site):
      "site \(quoted(site)) has no manifest.json; build it with 'hjelp build --output \(safe(site))'"
    case .manifest(let path, let problem):
      "\(quoted(path)) is not a manifest that Hjelp can read: \(problem); build the site again"
    case .unreadable(let site, let path, let reason):
      "\(quoted(site + "/" + path)) cannot be read: \(reason); build the site again"
    case .notRegular(let site, let path):
      "\(quoted(site + "/" + path)) is not a regular file; build the site again"
    case .size(let site, let path, let expected, let found):
      "\(quoted(site + "/" + path)) holds \(found) bytes where the manifest says \(expected); "
        + "wait until it is copied, or build the site again"
    case .hash(let site, let path):
      "\(quoted(site + "/" + path)) is not the file that the manifest names: its hash differs; "
        + "wait until it is copied, or build the site again"
    }
  }

  private func quoted(_ text: String) -> String { "'\(safe(text))'" }

  /// The text on one line: control characters are written as `\u{1B}`.
  private func safe(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
      if scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) {
        line += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        line.unicodeScalars.append(scalar)
      }
    }
    return line
  }
}
