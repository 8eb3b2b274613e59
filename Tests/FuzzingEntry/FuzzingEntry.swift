import Foundation
import Fuzzing

/// The target that `HJELP_FUZZ_TARGET` names.
private let target: FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["HJELP_FUZZ_TARGET"] ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    fatalError("HJELP_FUZZ_TARGET names no target: '\(name)'")
  }
  return target
}()

/// What libFuzzer calls with each input; it ends the process if a property does not hold.
@c(LLVMFuzzerTestOneInput)
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
  do throws(Violation) {
    try target.check(bytes)
  } catch {
    FileHandle.standardError.write(Data("VIOLATION \(error)\n".utf8))
    abort()
  }
  return 0
}
