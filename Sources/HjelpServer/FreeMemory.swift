#if canImport(Glibc)
  internal import Glibc
#endif

/// The memory that was given back to the allocator, but not to the system.
enum FreeMemory {
  /// Gives it back to the system, where the allocator is glibc's.
  ///
  /// What is free lies between what is not, and glibc gives back the end of its heap alone by
  /// itself. Its `malloc_trim` stands in a header that Swift does not see, hence the search by name.
  static func release() {
    #if canImport(Glibc)
      guard let address = unsafe dlsym(nil, "malloc_trim") else { return }
      let trim = unsafe unsafeBitCast(address, to: (@convention(c) (Int) -> Int32).self)
      _ = trim(0)
    #endif
  }
}
