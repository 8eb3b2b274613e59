import HjelpEncoding
import Testing

@Suite("The address of a database")
struct DatabaseAddressTests {
  @Test(
    "is shown without its password",
    arguments: [
      ("postgresql://kari@db/help", "postgresql://kari@db/help"),
      (
        "postgresql://kari:secret@db:5433/help?sslmode=require",
        "postgresql://kari@db:5433/help?sslmode=require"
      ),
      ("postgres://kari:se@cr:et@db/help", "postgres://kari@db/help"),
      (
        "postgresql:///help?user=kari&password=se%26cret&host=db",
        "postgresql:///help?user=kari&password=&host=db"
      ),
      ("postgresql:///help?password=a&sslpassword=b", "postgresql:///help?password=&sslpassword="),
      ("postgresql://db:5432/help?x=a@b", "postgresql://db:5432/help?x=a@b"),
      ("postgresql://", "postgresql://"), ("postgresql://:@", "postgresql://@"),
    ])
  func isShown(text: String, shown: String) {
    #expect(DatabaseAddress(text)?.description == shown)
    #expect(DatabaseAddress(text)?.text == text)
  }

  @Test(
    "is none with another scheme", arguments: ["help.jsonl", "mysql://h/d", "postgresql:/h", ""])
  func isNone(text: String) {
    #expect(DatabaseAddress(text) == nil)
  }
}
