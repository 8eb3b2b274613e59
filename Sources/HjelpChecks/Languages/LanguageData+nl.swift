extension LanguageData {
  /// Dutch.
  ///
  /// Made by Tests/Scripts/languages/make.py from babel 2.19.0, num2words 0.5.14
  /// and hand/nl.txt.
  static let nl: StaticString = """
    cardinal 1 een één eens
    cardinal 2 twee beide beiden tweede
    ordinal 1 eerste
    ordinal 2 tweede
    ordinal 3 derde derden
    ordinal 4 vierde
    ordinal 5 vijfde
    ordinal 6 zesde
    ordinal 7 zevende
    ordinal 8 achtste
    ordinal 9 negende
    ordinal 10 tiende
    part 1 een eerst enkel enig
    part 2 twee dubbel half
    part 3 drie derde drievoud
    part 4 vier kwart
    part 5 vijf
    part 6 zes
    part 7 zeven week wekelijks
    part 12 twaalf dozijn
    part 24 dag etmaal
    scale 1000 duizend k
    scale 1000000 miljoen mln. mln
    scale 1000000000 miljard mld. mld
    quote “ ”
    quote ‘ ’
    quote „ ”
    function de het een en of maar te in op aan van voor met door uit bij naar over onder om
    function als dan is zijn was wordt worden heeft hebben kan kunnen moet moeten zal wanneer
    function dat die dit deze niet ook er u uw je jouw ze hun hij zij er
    may-double die dat er u
    length 1.12
    spaces yes
    decimal ,
    group . U+0020 U+00A0 U+202F
    cardinal 0 nul
    cardinal 1 één
    ordinal 1 eerste
    cardinal 2 twee
    ordinal 2 tweede
    cardinal 3 drie
    ordinal 3 derde
    cardinal 4 vier
    ordinal 4 vierde
    cardinal 5 vijf
    ordinal 5 vijfde
    cardinal 6 zes
    ordinal 6 zesde
    cardinal 7 zeven
    ordinal 7 zevende
    cardinal 8 acht
    ordinal 8 achtste
    cardinal 9 negen
    ordinal 9 negende
    cardinal 10 tien
    ordinal 10 tiende
    cardinal 11 elf
    ordinal 11 elfde
    cardinal 12 twaalf
    ordinal 12 twaalfde
    cardinal 13 dertien
    ordinal 13 dertiende
    cardinal 14 veertien
    ordinal 14 veertiende
    cardinal 15 vijftien
    ordinal 15 vijftiende
    cardinal 16 zestien
    ordinal 16 zestiende
    cardinal 17 zeventien
    ordinal 17 zeventiende
    cardinal 18 achttien
    ordinal 18 achttiende
    cardinal 19 negentien
    ordinal 19 negentiende
    cardinal 20 twintig
    ordinal 20 twintigste
    cardinal 21 eenentwintig
    cardinal 22 tweeëntwintig
    cardinal 23 drieëntwintig
    cardinal 24 vierentwintig
    cardinal 25 vijfentwintig
    cardinal 26 zesentwintig
    cardinal 27 zevenentwintig
    cardinal 28 achtentwintig
    cardinal 29 negenentwintig
    cardinal 30 dertig
    cardinal 31 eenendertig
    cardinal 32 tweeëndertig
    cardinal 33 drieëndertig
    cardinal 34 vierendertig
    cardinal 35 vijfendertig
    cardinal 36 zesendertig
    cardinal 37 zevenendertig
    cardinal 38 achtendertig
    cardinal 39 negenendertig
    cardinal 40 veertig
    cardinal 41 eenenveertig
    cardinal 42 tweeënveertig
    cardinal 43 drieënveertig
    cardinal 44 vierenveertig
    cardinal 45 vijfenveertig
    cardinal 46 zesenveertig
    cardinal 47 zevenenveertig
    cardinal 48 achtenveertig
    cardinal 49 negenenveertig
    cardinal 50 vijftig
    cardinal 51 eenenvijftig
    cardinal 52 tweeënvijftig
    cardinal 53 drieënvijftig
    cardinal 54 vierenvijftig
    cardinal 55 vijfenvijftig
    cardinal 56 zesenvijftig
    cardinal 57 zevenenvijftig
    cardinal 58 achtenvijftig
    cardinal 59 negenenvijftig
    cardinal 60 zestig
    cardinal 61 eenenzestig
    cardinal 62 tweeënzestig
    cardinal 63 drieënzestig
    cardinal 64 vierenzestig
    cardinal 65 vijfenzestig
    cardinal 66 zesenzestig
    cardinal 67 zevenenzestig
    cardinal 68 achtenzestig
    cardinal 69 negenenzestig
    cardinal 70 zeventig
    cardinal 71 eenenzeventig
    cardinal 72 tweeënzeventig
    cardinal 73 drieënzeventig
    cardinal 74 vierenzeventig
    cardinal 75 vijfenzeventig
    cardinal 76 zesenzeventig
    cardinal 77 zevenenzeventig
    cardinal 78 achtenzeventig
    cardinal 79 negenenzeventig
    cardinal 80 tachtig
    cardinal 81 eenentachtig
    cardinal 82 tweeëntachtig
    cardinal 83 drieëntachtig
    cardinal 84 vierentachtig
    cardinal 85 vijfentachtig
    cardinal 86 zesentachtig
    cardinal 87 zevenentachtig
    cardinal 88 achtentachtig
    cardinal 89 negenentachtig
    cardinal 90 negentig
    cardinal 91 eenennegentig
    cardinal 92 tweeënnegentig
    cardinal 93 drieënnegentig
    cardinal 94 vierennegentig
    cardinal 95 vijfennegentig
    cardinal 96 zesennegentig
    cardinal 97 zevenennegentig
    cardinal 98 achtennegentig
    cardinal 99 negenennegentig
    cardinal 100 honderd
    cardinal 1000 duizend
    month 1 jan januari
    month 2 feb februari
    month 3 maart mrt
    month 4 apr april
    month 5 mei
    month 6 jun juni
    month 7 jul juli
    month 8 aug augustus
    month 9 sep september
    month 10 okt oktober
    month 11 nov november
    month 12 dec december
    end statement . 。 ．
    end question ? ？ ؟
    end exclamation ! ！
    end colon : ：
    """
}
