internal import HTTPTypes

/// Header fields that are sent often: made once, since a value is checked when it is made.
enum HeaderField {
  static let json = HTTPField(name: .contentType, value: ContentType.json)
  static let problem = HTTPField(name: .contentType, value: ContentType.problem)
  static let noCache = HTTPField(name: .cacheControl, value: "no-cache")
  static let varyLanguage = HTTPField(name: .vary, value: "Accept-Language")
  static let varyOrigin = HTTPField(name: .vary, value: "Origin")

  /// The headers that every response has.
  static let security: [HTTPField] = {
    let policy =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' https: data:; "
      + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
      + "frame-ancestors 'none'"
    var fields = [
      HTTPField(name: .contentSecurityPolicy, value: policy),
      HTTPField(name: .xContentTypeOptions, value: "nosniff"),
    ]
    if let name = HTTPField.Name("Referrer-Policy") {
      fields.append(HTTPField(name: name, value: "strict-origin-when-cross-origin"))
    }
    return fields
  }()
}
