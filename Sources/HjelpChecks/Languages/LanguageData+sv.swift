extension LanguageData {
  /// Swedish.
  ///
  /// Made by Tests/Scripts/languages/make.py from babel 2.19.0, num2words 0.5.14
  /// and hand/sv.txt.
  static let sv: StaticString = """
    cardinal 1 en ett
    cardinal 2 två båda bägge
    ordinal 1 första förste
    ordinal 2 andra andre
    ordinal 3 tredje
    ordinal 4 fjärde
    ordinal 5 femte
    ordinal 6 sjätte
    ordinal 7 sjunde
    ordinal 8 åttonde
    ordinal 9 nionde
    ordinal 10 tionde
    part 1 en ett enda enkel
    part 2 två dubbel tve halv
    part 3 tre tredje tri
    part 4 fyr fyra fjärde kvart
    part 5 fem
    part 6 sex
    part 7 sju vecka
    part 12 tolv dussin
    part 24 dygn
    scale 1000 tusen k
    scale 1000000 miljon miljoner milj. m
    scale 1000000000 miljard miljarder mdr
    quote ” ”
    quote » »
    quote “ ”
    function i på till av och att är för som med det en ett den de om från har kan ska skall
    function vill måste när där du din ditt dina inte eller men så efter vid dig detta denna
    function dessa över under mot hos in ut upp ned alla vara blir blev var hade
    may-double på för det om av i så där då att är som den de du till
    length 1.02
    spaces yes
    decimal ,
    group . U+0020 U+00A0 U+202F
    cardinal 0 noll
    cardinal 1 ett
    ordinal 1 första
    cardinal 2 två
    ordinal 2 andra
    cardinal 3 tre
    ordinal 3 tredje
    cardinal 4 fyra
    ordinal 4 fjärde
    cardinal 5 fem
    ordinal 5 femte
    cardinal 6 sex
    ordinal 6 sjätte
    cardinal 7 sju
    ordinal 7 sjunde
    cardinal 8 åtta
    ordinal 8 åttonde
    cardinal 9 nio
    ordinal 9 nionde
    cardinal 10 tio
    ordinal 10 tionde
    cardinal 11 elva
    ordinal 11 elfte
    cardinal 12 tolv
    ordinal 12 tolfte
    cardinal 13 tretton
    ordinal 13 trettonde
    cardinal 14 fjorton
    ordinal 14 fjortonde
    cardinal 15 femton
    ordinal 15 femtonde
    cardinal 16 sexton
    ordinal 16 sextonde
    cardinal 17 sjutton
    ordinal 17 sjuttonde
    cardinal 18 arton
    ordinal 18 artonde
    cardinal 19 nitton
    ordinal 19 nittonde
    cardinal 20 tjugo
    ordinal 20 tjugode
    cardinal 21 tjugoett
    cardinal 22 tjugotvå
    cardinal 23 tjugotre
    cardinal 24 tjugofyra
    cardinal 25 tjugofem
    cardinal 26 tjugosex
    cardinal 27 tjugosju
    cardinal 28 tjugoåtta
    cardinal 29 tjugonio
    cardinal 30 trettio
    cardinal 31 trettioett
    cardinal 32 trettiotvå
    cardinal 33 trettiotre
    cardinal 34 trettiofyra
    cardinal 35 trettiofem
    cardinal 36 trettiosex
    cardinal 37 trettiosju
    cardinal 38 trettioåtta
    cardinal 39 trettionio
    cardinal 40 förtio
    cardinal 41 förtioett
    cardinal 42 förtiotvå
    cardinal 43 förtiotre
    cardinal 44 förtiofyra
    cardinal 45 förtiofem
    cardinal 46 förtiosex
    cardinal 47 förtiosju
    cardinal 48 förtioåtta
    cardinal 49 förtionio
    cardinal 50 femtio
    cardinal 51 femtioett
    cardinal 52 femtiotvå
    cardinal 53 femtiotre
    cardinal 54 femtiofyra
    cardinal 55 femtiofem
    cardinal 56 femtiosex
    cardinal 57 femtiosju
    cardinal 58 femtioåtta
    cardinal 59 femtionio
    cardinal 60 sextio
    cardinal 61 sextioett
    cardinal 62 sextiotvå
    cardinal 63 sextiotre
    cardinal 64 sextiofyra
    cardinal 65 sextiofem
    cardinal 66 sextiosex
    cardinal 67 sextiosju
    cardinal 68 sextioåtta
    cardinal 69 sextionio
    cardinal 70 sjuttio
    cardinal 71 sjuttioett
    cardinal 72 sjuttiotvå
    cardinal 73 sjuttiotre
    cardinal 74 sjuttiofyra
    cardinal 75 sjuttiofem
    cardinal 76 sjuttiosex
    cardinal 77 sjuttiosju
    cardinal 78 sjuttioåtta
    cardinal 79 sjuttionio
    cardinal 80 åttio
    cardinal 81 åttioett
    cardinal 82 åttiotvå
    cardinal 83 åttiotre
    cardinal 84 åttiofyra
    cardinal 85 åttiofem
    cardinal 86 åttiosex
    cardinal 87 åttiosju
    cardinal 88 åttioåtta
    cardinal 89 åttionio
    cardinal 90 nittio
    cardinal 91 nittioett
    cardinal 92 nittiotvå
    cardinal 93 nittiotre
    cardinal 94 nittiofyra
    cardinal 95 nittiofem
    cardinal 96 nittiosex
    cardinal 97 nittiosju
    cardinal 98 nittioåtta
    cardinal 99 nittionio
    cardinal 100 etthundra
    cardinal 1000 etttusen
    month 1 jan. januari
    month 2 feb. februari
    month 3 mars
    month 4 apr. april
    month 5 maj
    month 6 juni
    month 7 juli
    month 8 aug. augusti
    month 9 sep. september
    month 10 okt. oktober
    month 11 nov. november
    month 12 dec. december
    end statement . 。 ．
    end question ? ？ ؟
    end exclamation ! ！
    end colon : ：
    """
}
