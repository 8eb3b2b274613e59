// swift-format-ignore-file: AlwaysUseLowerCamelCase
// Names and types are those of `hjelp_lookup.h`, which documents them; the compiler checks that they
// fit.

internal import CHjelpLookup
internal import HjelpLookup

/// Opens an index by its path.
@c @implementation
public func hjelp_index_open(
  _ path: UnsafePointer<CChar>?, _ error: UnsafeMutablePointer<CChar>?, _ errorSize: Int
) -> OpaquePointer? {
  unsafe open(error, errorSize) { () throws(OpenFailure) in
    guard let path = unsafe path else { throw .nothing("path") }
    let file = unsafe IndexFile(path: path)
    let index = try file.bytes()
    return try handle(index, file.text.bytesIfPresent(), name: file.name)
  }
}

/// Makes an index of bytes.
@c @implementation
public func hjelp_index_read(
  _ index: UnsafeRawPointer?, _ indexSize: Int, _ text: UnsafeRawPointer?, _ textSize: Int,
  _ error: UnsafeMutablePointer<CChar>?, _ errorSize: Int
) -> OpaquePointer? {
  unsafe open(error, errorSize) { () throws(OpenFailure) in
    guard let index = unsafe index else { throw .nothing("index") }
    let indexBytes = unsafe Array(
      UnsafeRawBufferPointer(start: index, count: max(0, indexSize)))
    let textBytes = unsafe text.map {
      unsafe Array(UnsafeRawBufferPointer(start: $0, count: max(0, textSize)))
    }
    return try handle(indexBytes, textBytes, name: nil)
  }
}

/// Closes an index.
@c @implementation
public func hjelp_index_close(_ index: OpaquePointer?) {
  if let index = unsafe index { unsafe IndexHandle.release(index) }
}

/// The tag of an index's locale.
@c @implementation
public func hjelp_index_locale(_ index: OpaquePointer?) -> UnsafePointer<CChar>? {
  unsafe index.map { unsafe UnsafePointer(IndexHandle.handle($0).locale) }
}

/// The hash of an index's build.
@c @implementation
public func hjelp_index_version(_ index: OpaquePointer?) -> UnsafePointer<CChar>? {
  unsafe index.map { unsafe UnsafePointer(IndexHandle.handle($0).version) }
}

private func open(
  _ error: UnsafeMutablePointer<CChar>?, _ size: Int,
  _ make: () throws(OpenFailure) -> IndexHandle
) -> OpaquePointer? {
  do {
    return unsafe try make().retained()
  } catch let failure {
    unsafe failure.write(to: error, size: size)
    return nil
  }
}

private func handle(
  _ index: [UInt8], _ text: [UInt8]?, name: String?
) throws(OpenFailure) -> IndexHandle {
  do {
    return try IndexHandle(index: index, text: text)
  } catch {
    throw OpenFailure.refused(path: name, error)
  }
}
