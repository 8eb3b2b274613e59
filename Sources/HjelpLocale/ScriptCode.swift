/// Four-letter names of scripts.
enum ScriptCode {
  /// The scripts of ISO 15924 that living languages are written in.
  static let all: Set<String> = [
    "Adlm", "Arab", "Aran", "Armn", "Beng", "Bopo", "Cans", "Cher", "Cyrl", "Deva", "Ethi",
    "Geor", "Grek", "Gujr", "Guru", "Hang", "Hani", "Hans", "Hant", "Hebr", "Hira", "Jpan",
    "Kana", "Khmr", "Knda", "Kore", "Laoo", "Latn", "Mlym", "Mong", "Mymr", "Nkoo", "Olck",
    "Orya", "Sinh", "Syrc", "Taml", "Telu", "Tfng", "Thaa", "Thai", "Tibt", "Vaii", "Yiii",
  ]
}
