/// What the files of a site are, by the ends of their names.
enum ContentType {
  /// The value of `Content-Type`.
  static func value(for fileExtension: String) -> String {
    values[fileExtension] ?? "application/octet-stream"
  }

  /// True for what gzip makes much smaller.
  static func isCompressible(_ value: String) -> Bool {
    value.hasPrefix("text/") || value.hasSuffix("; charset=utf-8") || value == "image/svg+xml"
  }

  static let json = "application/json; charset=utf-8"
  static let problem = "application/problem+json; charset=utf-8"

  private static let values: [String: String] = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "mjs": "text/javascript; charset=utf-8",
    "json": json, "map": json, "webmanifest": "application/manifest+json; charset=utf-8",
    "xml": "application/xml; charset=utf-8", "txt": "text/plain; charset=utf-8",
    "md": "text/markdown; charset=utf-8", "csv": "text/csv; charset=utf-8",
    "yml": "application/yaml; charset=utf-8", "yaml": "application/yaml; charset=utf-8",
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "bmp": "image/bmp",
    "ico": "image/vnd.microsoft.icon", "mp4": "video/mp4", "webm": "video/webm",
    "mp3": "audio/mpeg", "ogg": "audio/ogg", "wav": "audio/wav", "vtt": "text/vtt; charset=utf-8",
    "woff": "font/woff", "woff2": "font/woff2", "ttf": "font/ttf", "otf": "font/otf",
    "pdf": "application/pdf", "zip": "application/zip", "wasm": "application/wasm",
  ]
}
