internal import HjelpLookup

/// What a `hjelp_index` is: an index, and the strings that are shown of it.
@safe final class IndexHandle: Sendable {
  /// The index.
  let index: LookupIndex
  /// The tag of the locale; it lives as long as the handle, and nobody writes to it.
  nonisolated(unsafe) let locale: UnsafeMutablePointer<CChar>
  /// The hash of the build; it lives as long as the handle, and nobody writes to it.
  nonisolated(unsafe) let version: UnsafeMutablePointer<CChar>

  /// Opens the index of these bytes.
  init(index: [UInt8], text: [UInt8]?) throws(LookupIndexError) {
    self.index = try LookupIndex(index: index, text: text)
    unsafe locale = CText.copy(of: self.index.locale)
    unsafe version = CText.copy(of: self.index.version)
  }

  deinit {
    unsafe CText.free(locale)
    unsafe CText.free(version)
  }

  /// The pointer that C holds; it keeps the handle alive.
  func retained() -> OpaquePointer {
    unsafe OpaquePointer(Unmanaged.passRetained(self).toOpaque())
  }

  /// Lets go of a pointer that `retained()` gave.
  static func release(_ pointer: OpaquePointer) {
    unsafe Unmanaged<IndexHandle>.fromOpaque(UnsafeRawPointer(pointer)).release()
  }

  /// The handle of a pointer that `retained()` gave.
  static func handle(_ pointer: OpaquePointer) -> IndexHandle {
    unsafe Unmanaged<IndexHandle>.fromOpaque(UnsafeRawPointer(pointer)).takeUnretainedValue()
  }
}
