extension LanguageData {
  /// German.
  ///
  /// Made by Tests/Scripts/languages/make.py from babel 2.19.0, num2words 0.5.14
  /// and hand/de.txt.
  static let de: StaticString = """
    cardinal 0 null kein
    cardinal 1 ein eine einer eines einem einen eins
    cardinal 2 zwei zwo beide beiden beider
    ordinal 1 erste ersten erster erstes erstem erstens
    ordinal 2 zweite zweiten zweiter zweites zweitens
    ordinal 3 dritte dritten dritter drittes drittens
    ordinal 4 vierte vierten vierter viertes
    ordinal 5 fünfte fünften
    ordinal 6 sechste sechsten
    ordinal 7 siebte siebten siebente
    ordinal 8 achte achten
    ordinal 9 neunte neunten
    ordinal 10 zehnte zehnten
    part 1 ein erst einzig einzeln
    part 2 zwei doppel doppelt zweit halb
    part 3 drei dreifach dritt
    part 4 vier viert quartal
    part 5 fünf
    part 6 sechs
    part 7 sieben woche wöchentlich
    part 8 acht
    part 9 neun
    part 10 zehn
    part 12 zwölf dutzend
    part 24 tag
    scale 1000 tausend k
    scale 1000000 million millionen mio. mio
    scale 1000000000 milliarde milliarden mrd. mrd
    quote „ “
    quote » «
    quote ‚ ‘
    function der die das den dem des ein eine einen einem einer und oder aber zu in im an am
    function auf für mit von vom aus bei nach über unter um als wie ist sind war wird werden
    function hat haben kann können muss müssen soll wenn dass nicht auch nur sich sie ihr ihre
    function ihren es man dieser diese dieses durch
    may-double die der das sie den dem
    length 1.15
    spaces yes
    decimal ,
    group . U+0020 U+00A0 U+202F
    cardinal 0 null
    cardinal 1 eins
    ordinal 1 erste
    cardinal 2 zwei
    ordinal 2 zweite
    cardinal 3 drei
    ordinal 3 dritte
    cardinal 4 vier
    ordinal 4 vierte
    cardinal 5 fünf
    ordinal 5 fünfte
    cardinal 6 sechs
    ordinal 6 sechste
    cardinal 7 sieben
    ordinal 7 siebte
    cardinal 8 acht
    ordinal 8 achte
    cardinal 9 neun
    ordinal 9 neunte
    cardinal 10 zehn
    ordinal 10 zehnte
    cardinal 11 elf
    ordinal 11 elfte
    cardinal 12 zwölf
    ordinal 12 zwölfte
    cardinal 13 dreizehn
    ordinal 13 dreizehnte
    cardinal 14 vierzehn
    ordinal 14 vierzehnte
    cardinal 15 fünfzehn
    ordinal 15 fünfzehnte
    cardinal 16 sechzehn
    ordinal 16 sechzehnte
    cardinal 17 siebzehn
    ordinal 17 siebzehnte
    cardinal 18 achtzehn
    ordinal 18 achtzehnte
    cardinal 19 neunzehn
    ordinal 19 neunzehnte
    cardinal 20 zwanzig
    ordinal 20 zwanzigste
    cardinal 21 einundzwanzig
    cardinal 22 zweiundzwanzig
    cardinal 23 dreiundzwanzig
    cardinal 24 vierundzwanzig
    cardinal 25 fünfundzwanzig
    cardinal 26 sechsundzwanzig
    cardinal 27 siebenundzwanzig
    cardinal 28 achtundzwanzig
    cardinal 29 neunundzwanzig
    cardinal 30 dreißig
    cardinal 31 einunddreißig
    cardinal 32 zweiunddreißig
    cardinal 33 dreiunddreißig
    cardinal 34 vierunddreißig
    cardinal 35 fünfunddreißig
    cardinal 36 sechsunddreißig
    cardinal 37 siebenunddreißig
    cardinal 38 achtunddreißig
    cardinal 39 neununddreißig
    cardinal 40 vierzig
    cardinal 41 einundvierzig
    cardinal 42 zweiundvierzig
    cardinal 43 dreiundvierzig
    cardinal 44 vierundvierzig
    cardinal 45 fünfundvierzig
    cardinal 46 sechsundvierzig
    cardinal 47 siebenundvierzig
    cardinal 48 achtundvierzig
    cardinal 49 neunundvierzig
    cardinal 50 fünfzig
    cardinal 51 einundfünfzig
    cardinal 52 zweiundfünfzig
    cardinal 53 dreiundfünfzig
    cardinal 54 vierundfünfzig
    cardinal 55 fünfundfünfzig
    cardinal 56 sechsundfünfzig
    cardinal 57 siebenundfünfzig
    cardinal 58 achtundfünfzig
    cardinal 59 neunundfünfzig
    cardinal 60 sechzig
    cardinal 61 einundsechzig
    cardinal 62 zweiundsechzig
    cardinal 63 dreiundsechzig
    cardinal 64 vierundsechzig
    cardinal 65 fünfundsechzig
    cardinal 66 sechsundsechzig
    cardinal 67 siebenundsechzig
    cardinal 68 achtundsechzig
    cardinal 69 neunundsechzig
    cardinal 70 siebzig
    cardinal 71 einundsiebzig
    cardinal 72 zweiundsiebzig
    cardinal 73 dreiundsiebzig
    cardinal 74 vierundsiebzig
    cardinal 75 fünfundsiebzig
    cardinal 76 sechsundsiebzig
    cardinal 77 siebenundsiebzig
    cardinal 78 achtundsiebzig
    cardinal 79 neunundsiebzig
    cardinal 80 achtzig
    cardinal 81 einundachtzig
    cardinal 82 zweiundachtzig
    cardinal 83 dreiundachtzig
    cardinal 84 vierundachtzig
    cardinal 85 fünfundachtzig
    cardinal 86 sechsundachtzig
    cardinal 87 siebenundachtzig
    cardinal 88 achtundachtzig
    cardinal 89 neunundachtzig
    cardinal 90 neunzig
    cardinal 91 einundneunzig
    cardinal 92 zweiundneunzig
    cardinal 93 dreiundneunzig
    cardinal 94 vierundneunzig
    cardinal 95 fünfundneunzig
    cardinal 96 sechsundneunzig
    cardinal 97 siebenundneunzig
    cardinal 98 achtundneunzig
    cardinal 99 neunundneunzig
    cardinal 100 einhundert
    cardinal 1000 eintausend
    month 1 jan jan. januar
    month 2 feb feb. februar
    month 3 mär märz
    month 4 apr apr. april
    month 5 mai
    month 6 jun juni
    month 7 jul juli
    month 8 aug aug. august
    month 9 sep sept. september
    month 10 okt okt. oktober
    month 11 nov nov. november
    month 12 dez dez. dezember
    end statement . 。 ．
    end question ? ？ ؟
    end exclamation ! ！
    end colon : ：
    """
}
