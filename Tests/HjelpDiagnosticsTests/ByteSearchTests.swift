import HjelpDiagnostics
import Testing

@Suite("Search for bytes")
struct ByteSearchTests {
  @Test("finds what the library's own search finds, from every start")
  func findsTheSame() {
    let text = Array("abracadabra </span></span> abrabrabracad aaaab".utf8)
    for pattern in ["a", "abra", "abrac", "</span></span>", "aaab", "x", "abracadabra ", "b"] {
      let bytes = Array(pattern.utf8)
      let search = ByteSearch(bytes)
      for start in 0...text.count {
        let known = text[start...].firstRange(of: bytes)?.lowerBound
        #expect(search.first(in: text, from: start) == known, "\(pattern) from \(start)")
      }
    }
  }

  @Test("finds nothing in less than the pattern")
  func findsNothing() {
    let search = ByteSearch(Array("abc".utf8))
    #expect(search.first(in: []) == nil)
    #expect(search.first(in: Array("ab".utf8)) == nil)
    #expect(search.first(in: Array("abc".utf8), from: 1) == nil)
    #expect(search.first(in: Array("abc".utf8), from: 3) == nil)
  }
}
