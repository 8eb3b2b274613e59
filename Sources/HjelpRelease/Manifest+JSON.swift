internal import HjelpEncoding

extension Manifest {
  /// The manifest as JSON in UTF-8, one file on each line, a line end at the end.
  public var bytes: [UInt8] {
    var json = JSONWriter(
      // As much as the names, hashes and sizes take.
      reserving: files.reduce(1024) { $0 + $1.path.bytes.count + 128 })
    json.beginObject()
    json.field("generator", "hjelp")
    json.field("version", Self.formatVersion)
    json.field("source", source)
    json.beginArray("locales")
    for locale in locales { json.element(locale) }
    json.endArray()
    json.field("baseURL", baseURL)
    if !redirects.isEmpty {
      json.beginArray("redirects")
      for redirect in redirects {
        json.lineBreak()
        json.beginObject()
        json.field("from", redirect.from)
        json.field("to", redirect.to)
        json.endObject()
      }
      json.endArray()
    }
    json.beginArray("files")
    for file in files {
      json.lineBreak()
      json.beginObject()
      json.field("path", file.path.description)
      json.field("size", file.size)
      json.field("hash", file.hash)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.takeBytes(endingWith: "\n")
  }

  /// Reads a manifest; keys that this version does not know are passed over.
  ///
  /// - Parameters:
  ///   - bytes: the file's bytes.
  ///   - path: the file's name in messages.
  public init(bytes: [UInt8], path: String = Manifest.fileName) throws(ReleaseError) {
    var problem: Problem
    do {
      self = try Self.read(bytes)
      return
    } catch let error as JSONSyntaxError {
      problem = Problem(description: error.description)
    } catch let error as Problem {
      problem = error
    } catch {
      problem = Problem(description: "\(error)")
    }
    throw ReleaseError.manifest(path: path, problem: problem.description)
  }

  private struct Problem: Error {
    let description: String
  }

  private static func read(_ bytes: [UInt8]) throws -> Manifest {
    var generator: String?
    var version: Int?
    var source: String?
    var locales: [String]?
    var baseURL: String?
    var files: [File]?
    var redirects: [Redirect] = []
    var reader = JSONReader(bytes)
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "generator": generator = try reader.string()
      case "version": version = try reader.integer()
      case "source": source = try reader.string()
      case "locales":
        var tags: [String] = []
        try reader.beginArray()
        while try reader.nextElement() { tags.append(try reader.string()) }
        locales = tags
      case "baseURL": baseURL = try reader.string()
      case "files": files = try readFiles(&reader)
      case "redirects": redirects = try readRedirects(&reader)
      default: try reader.skipValue()
      }
    }
    try reader.finish()
    guard generator == "hjelp" else { throw Problem(description: "its generator is not 'hjelp'") }
    guard version == formatVersion else {
      let found = version.map(String.init) ?? "none"
      throw Problem(
        description: "its version is \(found), but this program reads version \(formatVersion)")
    }
    guard let source, let locales, let files else {
      throw Problem(description: "'source', 'locales' or 'files' is missing")
    }
    return Manifest(
      source: source, locales: locales, baseURL: baseURL, sorted: files, redirects: redirects)
  }

  private static func readRedirects(_ reader: inout JSONReader) throws -> [Redirect] {
    var redirects: [Redirect] = []
    try reader.beginArray()
    while try reader.nextElement() {
      var from: String?
      var to: String?
      try reader.beginObject()
      while let key = try reader.nextKey() {
        switch key {
        case "from": from = try reader.string()
        case "to": to = try reader.string()
        default: try reader.skipValue()
        }
      }
      guard let from, let to else {
        throw Problem(description: "byte \(reader.offset): a redirect lacks from or to")
      }
      redirects.append(Redirect(from: from, to: to))
    }
    return redirects
  }

  private static func readFiles(_ reader: inout JSONReader) throws -> [File] {
    var files: [File] = []
    try reader.beginArray()
    while try reader.nextElement() {
      let place = reader.offset
      let file = try readFile(&reader)
      if let last = files.last, !(last.path < file.path) {
        throw Problem(description: "byte \(place): file \(files.count + 1) is out of order")
      }
      files.append(file)
    }
    return files
  }

  private static func readFile(_ reader: inout JSONReader) throws -> File {
    var path: ReleasePath?
    var size: Int?
    var hash: ContentDigest?
    try reader.beginObject()
    while let key = try reader.nextKey() {
      let place = reader.offset
      switch key {
      case "path":
        path = ReleasePath(bytes: try reader.stringBytes())
        guard path != nil, path?.bytes.elementsEqual(fileName.utf8) == false else {
          throw Problem(description: "byte \(place): the path leads out of the site")
        }
      case "size":
        let value = try reader.integer()
        guard (0...maximumFileSize).contains(value) else {
          throw Problem(description: "byte \(place): no file has that size")
        }
        size = value
      case "hash":
        let text = try reader.stringBytes()
        guard let digest = ContentDigest(text[...]) else {
          throw Problem(description: "byte \(place): the hash is not 64 hexadecimal digits")
        }
        hash = digest
      default: try reader.skipValue()
      }
    }
    guard let path, let size, let hash else {
      throw Problem(description: "byte \(reader.offset): a file lacks path, size or hash")
    }
    return File(path: path, size: size, digest: hash)
  }

  /// Four gigabytes: more than a help site's file ever is.
  private static let maximumFileSize = 1 << 32

  private init(
    source: String, locales: [String], baseURL: String?, sorted files: [File],
    redirects: [Redirect]
  ) {
    self.redirects = redirects
    self.source = source
    self.locales = locales
    self.baseURL = baseURL
    self.files = files
  }
}
