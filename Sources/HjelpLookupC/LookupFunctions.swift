// swift-format-ignore-file: AlwaysUseLowerCamelCase
// Names and types are those of `hjelp_lookup.h`, which documents them; the compiler checks that they
// fit.

public import CHjelpLookup
internal import HjelpLookup

/// Asks an index.
@c @implementation
public func hjelp_lookup(
  _ index: OpaquePointer?, _ text: UnsafePointer<CChar>?, _ size: Int, _ limit: Int
) -> UnsafeMutablePointer<hjelp_answer>? {
  guard let index = unsafe index, let text = unsafe text else { return nil }
  // A `size_t` beyond the largest `Int` comes in as a negative number.
  let most = limit < 0 ? Int.max : limit
  let query = unsafe LookupQuery(text: CText.text(text, size: size), limit: most)
  return unsafe AnswerBlock(IndexHandle.handle(index).index.answers(to: query)).allocate()
}

/// Frees an answer.
@c @implementation
public func hjelp_answer_free(_ answer: UnsafeMutablePointer<hjelp_answer>?) {
  if let answer = unsafe answer { unsafe AnswerBlock.free(answer) }
}

/// The normal form of a text.
@c @implementation
public func hjelp_normalise(
  _ text: UnsafePointer<CChar>?, _ size: Int
) -> UnsafeMutablePointer<CChar>? {
  guard let text = unsafe text else { return nil }
  return unsafe CText.copy(of: LookupNormalizer.normalise(CText.text(text, size: size)))
}

/// Frees a string.
@c @implementation
public func hjelp_string_free(_ string: UnsafeMutablePointer<CChar>?) {
  if let string = unsafe string { unsafe CText.free(string) }
}

/// The version of the normal form.
@c @implementation
public func hjelp_normaliser_version() -> Int32 { Int32(LookupNormalizer.version) }
