import HjelpLookup
import Testing

/// Written by hand; the page's script and every other reader must pass the same rows.
@Suite("One normal form for a text")
struct NormalizerTests {
  private func check(_ rows: [(input: String, expected: String)]) {
    for row in rows {
      #expect(LookupNormalizer.normalise(row.input) == row.expected, "\(row.input)")
    }
  }

  @Test("case, marks and width do not matter")
  func folding() {
    check([
      ("No Recent SYNCHRONIZATION", "no recent synchronization"),
      ("Ｌａｓｔ　ｓｙｎｃｅｄ １２", "last synced 12"),
      ("Café CAFE\u{301} cafe", "cafe cafe cafe"),
      ("På ÅPNE a\u{30A}pne", "pa apne apne"),
      ("Straße STRASSE ẞ", "strasse strasse ss"),
      ("Ärger über Øl og Æble", "arger uber øl og æble"),
      ("İstanbul ısı", "istanbul isi"),
      ("ΣΊΣΥΦΟΣ σίσυφος", "σισυφοσ σισυφοσ"),
      ("Ёлка йод", "елка иод"),
      ("soft\u{AD}ware zero\u{200B}width", "software zerowidth"),
    ])
  }

  @Test("quotation marks, apostrophes and punctuation go")
  func punctuation() {
    check([
      ("«ingen nylig synkronisering»", "ingen nylig synkronisering"),
      ("“You can’t” / 'you can't'", "you cant you cant"),
      ("There’s a problem…", "theres a problem"),
      ("l'utilisateur d’Exchange", "l utilisateur d exchange"),
      ("token-signing — certificate", "token signing certificate"),
      ("Outlook.com, e-post!", "outlook com e post"),
      ("「同期が最近行われていません」。", "同期が最近行われていません"),
      ("", ""), (" \t\n", ""), ("?!…", ""), ("\u{0}a\u{0}b", "a b"),
    ])
  }

  @Test("kana have one width, whole or composed")
  func kana() {
    check([
      ("ﾊﾟｽﾜｰﾄﾞ", "パスワード"),
      ("ハ\u{309A}スワート\u{3099}", "パスワード"),
      ("ｳﾞ う\u{3099}", "ヴ う"),
      ("Ｏｆｆｉｃｅを開く", "office を開く"),
    ])
  }

  @Test("what varies becomes a hole")
  func holes() {
    check([
      ("at https://contoso.com/a?b=1&c. now", "at # now"),
      ("www.contoso.com/help failed", "# failed"),
      ("mail to ola@contoso.com bounced", "mail to # bounced"),
      (#"open C:\Users\ola\run.ps1:196 now"#, "open # now"),
      (#"share \\server\files gone"#, "share # gone"),
      (#"User: CONTOSO\user377"#, "user #"),
      ("read /var/lib/dpkg/status failed", "read # failed"),
      ("id 5f1d6a0e-3c1f-4ef0-9a7b-2f0a4cc1d1aa end", "id # end"),
      ("2026-11-19T20:24:12.426Z ERROR", "# error"),
      ("11/21/2026 9:24 AM", "# # am"),
      ("from 10.0.12.255:443", "from #"),
      ("hello {name}, <email address> %s %1!d! %TEMP%", "hello # # # # #"),
      ("100% done", "100 done"),
      ("16.0.1234 and 99,5", "16.0.1234 and 99,5"),
    ])
  }

  @Test("codes have one canonical form")
  func codes() {
    let access = "0x80070005"
    let rows: [(String, [String])] = [
      ("0x80070005", [access]), ("0X80070005.", [access]), ("80070005", [access]),
      ("-2147024891", [access]), ("2147942405", [access]), ("(0x80070005)", [access]),
      ("0x00e16007", ["0xe16007"]),
      ("C004F074", ["0xc004f074"]),
      ("AADSTS50011: no", ["aadsts50011"]), ("aadsts50011", ["aadsts50011"]),
      ("KB5001330", ["kb5001330"]),
      ("550 5.7.750 denied", ["5.7.750"]), ("code=30088-26;", ["30088-26"]),
      ("PR_TRANSPORT_MESSAGE_HEADERS_W", ["pr_transport_message_headers_w"]),
      ("5.7.1 and 5.7.1 and 5.7.2", ["5.7.1", "5.7.2"]),
      ("2147024891", []), ("1.2.3.4", []), ("2016-2019", []), ("6.1.7601", []), ("user377", []),
      ("5f1d6a0e-3c1f-4ef0-9a7b-2f0a4cc1d1aa", []), ("12345678", []), ("OK", []),
    ]
    for (input, expected) in rows {
      #expect(LookupNormalizer.codes(in: input) == expected, "\(input)")
    }
  }

  @Test(
    "a word is the same before a blank, which ends it, as before a full stop, which is looked at")
  func wordEnds() {
    var letters = Array(UInt32(0x41)...0x5A) + Array(UInt32(0x61)...0x7A)
    letters += Array(UInt32(0xC0)..<0x250).filter { $0 != 0xD7 && $0 != 0xF7 }
    for value in letters {
      guard let letter = Unicode.Scalar(value) else { continue }
      for word in ["\(letter)", "x\(letter)", "\(letter)X", "Ab\(letter)cd\(letter)"] {
        let looked = LookupNormalizer.normalise("\(word). 7")
        for end in [" ", ", ", ") ", "\" ", "; ", "\n"] {
          #expect(LookupNormalizer.normalise("\(word)\(end)7") == looked, "\(word)\(end)")
        }
        #expect(!looked.isEmpty && LookupNormalizer.normalise(word) + " 7" == looked, "\(word)")
      }
    }
  }

  @Test("a normal form is its own normal form")
  func idempotence() {
    let inputs = [
      "«Ingen nylig synkronisering», prøv 0x80070005!", "ﾊﾟｽﾜｰﾄﾞ を 変更", "Can't open the file",
      "550 5.7.520 Access denied",
    ]
    for input in inputs {
      let once = LookupNormalizer.normalise(input)
      #expect(LookupNormalizer.normalise(once) == once)
    }
  }

  @Test("phrases are found in quotation marks of all usual kinds")
  func quotedPhrases() {
    let rows: [(String, [String])] = [
      ("It says “no recent sync” or \"Last synced\".", ["no recent sync", "Last synced"]),
      ("Du ser «ingen nylig synkronisering» her", ["ingen nylig synkronisering"]),
      ("»Fehler« und „kein Zugriff“", ["Fehler", "kein Zugriff"]),
      ("「同期が」と『行われて』", ["同期が", "行われて"]),
      ("the 'user can't be found' message", ["user can't be found"]),
      ("don't and can't", []), ("5\" disk", []), ("“”", []), ("an “open one", []),
    ]
    for (input, expected) in rows {
      #expect(LookupNormalizer.quotedPhrases(in: input) == expected, "\(input)")
    }
  }
}
