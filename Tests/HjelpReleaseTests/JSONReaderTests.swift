import HjelpRelease
import Testing

@Suite("The JSON reader")
struct JSONReaderTests {
  @Test(
    "takes every value of RFC 8259",
    arguments: [
      "{}", "[]", " { } ", "[1,2]", #"{"a":[{"b":null}],"c":true}"#, "-0", "0", "1.5e-3", "1E+2",
      #""\u0041\n\"\\\/""#, #""\ud83d\ude00""#, "false", "\t[\r\n]\n", #"{"a":1,"a":2}"#,
    ])
  func takes(_ text: String) throws {
    var reader = JSONReader(Array(text.utf8))
    try reader.skipValue()
    try reader.finish()
  }

  @Test(
    "refuses what is no JSON, with the place",
    arguments: [
      ("", 0), ("{", 1), ("[1,]", 3), ("[1 2]", 3), ("{\"a\"}", 4), ("{,}", 1), ("{\"a\":1,}", 7),
      ("01", 0), ("1.", 2), ("-", 1), ("1e", 2), ("+1", 0), (".5", 0), ("tru", 0), ("nul", 0),
      ("'a'", 0), ("\"a", 2), ("\"\n\"", 1), ("\"\\x\"", 1), ("\"\\u12\"", 5),
      ("\"\\ud800\"", 1), ("\"\\ud800\\u0041\"", 1), ("\"\\udc00\"", 1), ("[1]]", 3), ("{} x", 3),
      ("NaN", 0), ("/* */1", 0), ("{a:1}", 1),
    ])
  func refuses(_ text: String, _ offset: Int) {
    #expect {
      var reader = JSONReader(Array(text.utf8))
      try reader.skipValue()
      try reader.finish()
    } throws: { error in
      (error as? JSONSyntaxError)?.offset == offset
    }
  }

  @Test("refuses invalid UTF-8 in a text")
  func refusesInvalidUTF8() {
    var reader = JSONReader([0x22, 0xFF, 0x22])
    #expect(throws: JSONSyntaxError.self) { try reader.string() }
  }

  @Test("goes as deep as the text does")
  func isDeep() throws {
    let depth = 200_000
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    var reader = JSONReader(Array(text.utf8))
    try reader.skipValue()
    try reader.finish()
  }

  @Test("reads texts with their escapes")
  func readsTexts() throws {
    var reader = JSONReader(Array(#""\u00e5\ud83d\ude00\t\u0000 ø""#.utf8))
    #expect(try reader.string() == "å😀\t\0 ø")
  }

  @Test("reads whole numbers alone", arguments: ["1.0", "1e3", "99999999999999999999", "\"1\""])
  func refusesFractions(_ text: String) {
    var reader = JSONReader(Array(text.utf8))
    #expect(throws: JSONSyntaxError.self) { try reader.integer() }
  }
}
