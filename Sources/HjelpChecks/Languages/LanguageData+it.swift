extension LanguageData {
  /// Italian.
  ///
  /// Made by Tests/Scripts/languages/make.py from babel 2.19.0, num2words 0.5.14
  /// and hand/it.txt.
  static let it: StaticString = """
    cardinal 1 un uno una un'
    cardinal 2 due entrambi entrambe
    ordinal 1 primo prima primi prime
    ordinal 2 secondo seconda
    ordinal 3 terzo terza terzi terze
    ordinal 4 quarto quarta
    ordinal 5 quinto quinta
    ordinal 6 sesto sesta
    ordinal 7 settimo settima
    ordinal 8 ottavo ottava
    ordinal 9 nono nona
    ordinal 10 decimo decima
    part 1 unico unica solo uni
    part 2 doppio bi due
    part 3 triplo tri trimestr tre
    part 4 quattro quadr
    part 7 settimana settimanale
    part 12 dozzina
    part 24 giorno
    scale 1000 mila mille k
    scale 1000000 milione milioni mln
    scale 1000000000 miliardo miliardi mld
    quote « »
    quote “ ”
    function il lo la i gli le un uno una di del della dei delle dello a al alla ai alle da dal
    function dalla in nel nella nei con su sul sulla per tra fra e o ma che se non è sono
    function essere ha hanno può deve suo sua suoi sue questo questa questi queste come più
    function quando dove anche si
    may-double si la ci
    length 1.17
    spaces yes
    decimal ,
    group . U+0020 U+00A0 U+202F
    cardinal 0 zero
    cardinal 1 uno
    ordinal 1 primo
    cardinal 2 due
    ordinal 2 secondo
    cardinal 3 tre
    ordinal 3 terzo
    cardinal 4 quattro
    ordinal 4 quarto
    cardinal 5 cinque
    ordinal 5 quinto
    cardinal 6 sei
    ordinal 6 sesto
    cardinal 7 sette
    ordinal 7 settimo
    cardinal 8 otto
    ordinal 8 ottavo
    cardinal 9 nove
    ordinal 9 nono
    cardinal 10 dieci
    ordinal 10 decimo
    cardinal 11 undici
    ordinal 11 undicesimo
    cardinal 12 dodici
    ordinal 12 dodicesimo
    cardinal 13 tredici
    ordinal 13 tredicesimo
    cardinal 14 quattordici
    ordinal 14 quattordicesimo
    cardinal 15 quindici
    ordinal 15 quindicesimo
    cardinal 16 sedici
    ordinal 16 sedicesimo
    cardinal 17 diciassette
    ordinal 17 diciassettesimo
    cardinal 18 diciotto
    ordinal 18 diciottesimo
    cardinal 19 diciannove
    ordinal 19 diciannovesimo
    cardinal 20 venti
    ordinal 20 ventesimo
    cardinal 21 ventuno
    cardinal 22 ventidue
    cardinal 23 ventitré
    cardinal 24 ventiquattro
    cardinal 25 venticinque
    cardinal 26 ventisei
    cardinal 27 ventisette
    cardinal 28 ventotto
    cardinal 29 ventinove
    cardinal 30 trenta
    cardinal 31 trentuno
    cardinal 32 trentadue
    cardinal 33 trentatré
    cardinal 34 trentaquattro
    cardinal 35 trentacinque
    cardinal 36 trentasei
    cardinal 37 trentasette
    cardinal 38 trentotto
    cardinal 39 trentanove
    cardinal 40 quaranta
    cardinal 41 quarantuno
    cardinal 42 quarantadue
    cardinal 43 quarantatré
    cardinal 44 quarantaquattro
    cardinal 45 quarantacinque
    cardinal 46 quarantasei
    cardinal 47 quarantasette
    cardinal 48 quarantotto
    cardinal 49 quarantanove
    cardinal 50 cinquanta
    cardinal 51 cinquantuno
    cardinal 52 cinquantadue
    cardinal 53 cinquantatré
    cardinal 54 cinquantaquattro
    cardinal 55 cinquantacinque
    cardinal 56 cinquantasei
    cardinal 57 cinquantasette
    cardinal 58 cinquantotto
    cardinal 59 cinquantanove
    cardinal 60 sessanta
    cardinal 61 sessantuno
    cardinal 62 sessantadue
    cardinal 63 sessantatré
    cardinal 64 sessantaquattro
    cardinal 65 sessantacinque
    cardinal 66 sessantasei
    cardinal 67 sessantasette
    cardinal 68 sessantotto
    cardinal 69 sessantanove
    cardinal 70 settanta
    cardinal 71 settantuno
    cardinal 72 settantadue
    cardinal 73 settantatré
    cardinal 74 settantaquattro
    cardinal 75 settantacinque
    cardinal 76 settantasei
    cardinal 77 settantasette
    cardinal 78 settantotto
    cardinal 79 settantanove
    cardinal 80 ottanta
    cardinal 81 ottantuno
    cardinal 82 ottantadue
    cardinal 83 ottantatré
    cardinal 84 ottantaquattro
    cardinal 85 ottantacinque
    cardinal 86 ottantasei
    cardinal 87 ottantasette
    cardinal 88 ottantotto
    cardinal 89 ottantanove
    cardinal 90 novanta
    cardinal 91 novantuno
    cardinal 92 novantadue
    cardinal 93 novantatré
    cardinal 94 novantaquattro
    cardinal 95 novantacinque
    cardinal 96 novantasei
    cardinal 97 novantasette
    cardinal 98 novantotto
    cardinal 99 novantanove
    cardinal 100 cento
    cardinal 1000 mille
    month 1 gen gennaio
    month 2 feb febbraio
    month 3 mar marzo
    month 4 apr aprile
    month 5 mag maggio
    month 6 giu giugno
    month 7 lug luglio
    month 8 ago agosto
    month 9 set settembre
    month 10 ott ottobre
    month 11 nov novembre
    month 12 dic dicembre
    end statement . 。 ．
    end question ? ？ ؟
    end exclamation ! ！
    end colon : ：
    """
}
