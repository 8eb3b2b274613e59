/// Lower case without marks, for the scripts whose letters carry them: Latin, Greek and Cyrillic.
///
/// `café`, `CAFÉ` and `cafe` become one word, whether the mark was composed or not. Marks of other
/// scripts (vowels of Devanagari or Thai, voicing of kana) tell words apart and stay.
enum MarkFolding {
  /// The lower-case letter without its marks.
  static func folded(_ value: UInt32) -> UInt32 {
    if value < 0x80 { return value &- 0x41 < 26 ? value &+ 0x20 : value }
    if value < 0x530 { return UInt32(low[Int(value) - 0x80]) }
    if value >= 0x1E00, value < 0x2000 { return UInt32(high[Int(value) - 0x1E00]) }
    if value >= 0x2E80, value < 0xA640 { return value }
    return lowercased(value)
  }

  private static let low = table(0x80..<0x530)
  private static let high = table(0x1E00..<0x2000)

  private static func table(_ range: Range<UInt32>) -> [UInt16] {
    var table = range.map { UInt16(truncatingIfNeeded: lowercased($0)) }
    var bases: [UInt32: UInt16] = [:]
    for group in groups {
      let scalars = Array(group.unicodeScalars)
      for scalar in scalars.dropFirst() {
        bases[scalar.value] = UInt16(truncatingIfNeeded: scalars[0].value)
      }
    }
    for index in table.indices {
      if let base = bases[UInt32(table[index])] { table[index] = base }
    }
    return table
  }

  /// The first scalar of the lower-case form; the marks that may follow it are dropped anyway.
  private static func lowercased(_ value: UInt32) -> UInt32 {
    guard let scalar = Unicode.Scalar(value) else { return value }
    return scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? value
  }

  /// Each letter, then what becomes it. From the canonical decompositions of Unicode 15, and the
  /// letters that differ by the place in the word or by the keyboard alone.
  private static let groups = [
    "iı", "sſ", "σς",
    "aàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ",
    "bḃḅḇ",
    "cçćĉċčḉ",
    "dďḋḍḏḑḓ",
    "eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ",
    "fḟ",
    "gĝğġģǧǵḡ",
    "hĥȟḣḥḧḩḫẖ",
    "iìíîïĩīĭįǐȉȋḭḯỉị",
    "jĵǰ",
    "kķǩḱḳḵ",
    "lĺļľḷḹḻḽ",
    "mḿṁṃ",
    "nñńņňǹṅṇṉṋ",
    "oòóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ",
    "pṕṗ",
    "rŕŗřȑȓṙṛṝṟ",
    "sśŝşšșṡṣṥṧṩ",
    "tţťțṫṭṯṱẗ",
    "uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự",
    "vṽṿ",
    "wŵẁẃẅẇẉẘ",
    "xẋẍ",
    "yýÿŷȳẏẙỳỵỷỹ",
    "zźżžẑẓẕ",
    "æǣǽ",
    "øǿ",
    "αάἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ",
    "εέἐἑἒἓἔἕὲέ",
    "ηήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ",
    "ιΐίϊἰἱἲἳἴἵἶἷὶίιῐῑῒΐῖῗ",
    "οόὀὁὂὃὄὅὸό",
    "ρῤῥ",
    "υΰϋύὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ",
    "ωώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ",
    "аӑӓ",
    "гѓ",
    "еѐёӗ",
    "жӂӝ",
    "зӟ",
    "ийѝӣӥ",
    "кќ",
    "оӧ",
    "уўӯӱӳ",
    "чӵ",
    "ыӹ",
    "эӭ",
    "ії",
    "ѵѷ",
    "әӛ",
    "өӫ",
  ]
}
