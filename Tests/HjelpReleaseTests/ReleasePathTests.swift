import HjelpRelease
import Testing

@Suite("A path of a release")
struct ReleasePathTests {
  @Test(
    "is relative text",
    arguments: ["a", "nb-NO/x.html", "ja-JP/同期.html", "a b/c\\d", ".well-known/x", "...", "a/..b"])
  func isAccepted(_ text: String) {
    #expect(ReleasePath(text)?.description == text)
  }

  @Test(
    "never leads out of the site",
    arguments: [
      "", "/", "/a", "a/", "a//b", ".", "..", "./a", "../a", "a/.", "a/..", "a/../b", "a\0b",
      String(repeating: "a", count: 4097), String(repeating: "a/", count: 128) + "a",
    ])
  func isRefused(_ text: String) {
    #expect(ReleasePath(text) == nil)
  }

  @Test("is UTF-8")
  func isUTF8() {
    #expect(ReleasePath(bytes: [0x61, 0xFF]) == nil)
    #expect(ReleasePath(bytes: [0xED, 0xA0, 0x80]) == nil)
  }

  @Test("is another path if only its normalisation differs")
  func comparesBytes() throws {
    let composed = try #require(ReleasePath("caf\u{E9}.html"))
    let decomposed = try #require(ReleasePath("cafe\u{301}.html"))
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed]).count == 2)
  }
}
