/// The description of the HTTP API (OpenAPI 3.1).
///
/// The resource beside this file is its one source. It is inside the program, nothing lies beside
/// it; a target of its own keeps the compiler from reading it again with every change elsewhere.
package enum OpenAPIDocument {
  /// The document, in UTF-8.
  package static var json: [UInt8] { PackageResources.openapi_json }
}
