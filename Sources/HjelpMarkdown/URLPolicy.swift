/// Which schemes a URL of an article may have.
package struct URLPolicy: Sendable {
  /// Schemes beside the usual ones, in lower case: of `ms-settings:` and the like, say.
  package let extraSchemes: Set<String>

  /// The usual schemes and these.
  package init(extraSchemes: Set<String> = []) { self.extraSchemes = extraSchemes }

  /// The scheme of `url` in lower case; `nil` if it is relative.
  ///
  /// Blanks and control characters, which browsers skip, are skipped here too.
  package static func scheme(of url: some Sequence<UInt8>) -> String? {
    var scheme: [UInt8] = []
    for byte in url {
      switch byte {
      case 0...0x20, 0x7F: continue
      case UInt8(ascii: ":"): return scheme.isEmpty ? nil : String(decoding: scheme, as: UTF8.self)
      case 0x41...0x5A, 0x61...0x7A: scheme.append(byte | 0x20)
      case 0x30...0x39, 0x2B, 0x2D, 0x2E:
        guard !scheme.isEmpty else { return nil }
        scheme.append(byte)
      default: return nil
      }
    }
    return nil
  }

  /// Whether a link may lead to `scheme`.
  package func allowsLink(_ scheme: String) -> Bool {
    ["http", "https", "mailto", "tel", "ftp"].contains(scheme) || scheme.hasPrefix("ms-")
      || extraSchemes.contains(scheme)
  }

  /// Whether an image may come from `url`: http, https, or raster data.
  package func allowsImage(_ scheme: String, url: some Collection<UInt8>) -> Bool {
    if scheme == "http" || scheme == "https" { return true }
    guard scheme == "data" else { return false }
    let text = String(decoding: url.prefix(40), as: UTF8.self).lowercased()
    return ["png", "jpeg", "jpg", "gif", "webp", "bmp", "x-icon"].contains {
      text.hasPrefix("data:image/\($0);") || text.hasPrefix("data:image/\($0),")
    }
  }
}
