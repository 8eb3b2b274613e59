extension LanguageData {
  /// Danish.
  ///
  /// Made by Tests/Scripts/languages/make.py from babel 2.19.0, num2words 0.5.14
  /// and hand/da.txt.
  static let da: StaticString = """
    cardinal 1 en et én ét
    cardinal 2 to begge
    cardinal 20 tyve
    ordinal 1 første
    ordinal 2 anden andet andre
    ordinal 3 tredje
    ordinal 4 fjerde
    ordinal 5 femte
    ordinal 6 sjette
    ordinal 7 syvende
    ordinal 8 ottende
    ordinal 9 niende
    ordinal 10 tiende
    part 1 en et eneste enkelt
    part 2 to dobbelt halv
    part 3 tre tredje
    part 4 fire fjerde kvart
    part 5 fem
    part 6 seks
    part 7 syv uge
    part 12 tolv dusin
    part 24 døgn
    scale 1000 tusind tusinde k
    scale 1000000 million millioner mio. mio m
    scale 1000000000 milliard milliarder mia. mia
    quote » «
    quote “ ”
    quote ” ”
    function i på til af og at er for som med det en et den de om fra har kan skal vil må når
    function hvis der du din dit dine ikke eller men så efter ved dig dette denne disse over
    function under mod hos ind ud op ned alle være bliver blev var havde
    may-double på for det om af i så der da at er som den de du til
    length 1.07
    spaces yes
    decimal ,
    group . U+0020 U+00A0 U+202F
    cardinal 0 nul
    cardinal 1 et
    ordinal 1 første
    cardinal 2 to
    ordinal 2 anden
    cardinal 3 tre
    ordinal 3 tredje
    cardinal 4 fire
    ordinal 4 fjerde
    cardinal 5 fem
    ordinal 5 femte
    cardinal 6 seks
    ordinal 6 sjette
    cardinal 7 syv
    ordinal 7 syvende
    cardinal 8 otte
    ordinal 8 ottende
    cardinal 9 ni
    ordinal 9 niende
    cardinal 10 ti
    ordinal 10 tiende
    cardinal 11 elleve
    ordinal 11 ellevte
    cardinal 12 tolv
    ordinal 12 tolvte
    cardinal 13 tretten
    ordinal 13 trettende
    cardinal 14 fjorten
    ordinal 14 fjortende
    cardinal 15 femten
    ordinal 15 femtende
    cardinal 16 seksten
    ordinal 16 sekstende
    cardinal 17 sytten
    ordinal 17 syttende
    cardinal 18 atten
    ordinal 18 attende
    cardinal 19 nitten
    ordinal 19 nittende
    cardinal 20 tyve
    ordinal 20 tyvende
    cardinal 21 enogtyve
    cardinal 22 toogtyve
    cardinal 23 treogtyve
    cardinal 24 fireogtyve
    cardinal 25 femogtyve
    cardinal 26 seksogtyve
    cardinal 27 syvogtyve
    cardinal 28 otteogtyve
    cardinal 29 niogtyve
    cardinal 30 tredive
    cardinal 31 enogtredive
    cardinal 32 toogtredive
    cardinal 33 treogtredive
    cardinal 34 fireogtredive
    cardinal 35 femogtredive
    cardinal 36 seksogtredive
    cardinal 37 syvogtredive
    cardinal 38 otteogtredive
    cardinal 39 niogtredive
    cardinal 40 fyrre
    cardinal 41 enogfyrre
    cardinal 42 toogfyrre
    cardinal 43 treogfyrre
    cardinal 44 fireogfyrre
    cardinal 45 femogfyrre
    cardinal 46 seksogfyrre
    cardinal 47 syvogfyrre
    cardinal 48 otteogfyrre
    cardinal 49 niogfyrre
    cardinal 50 halvtreds
    cardinal 51 enoghalvtreds
    cardinal 52 tooghalvtreds
    cardinal 53 treoghalvtreds
    cardinal 54 fireoghalvtreds
    cardinal 55 femoghalvtreds
    cardinal 56 seksoghalvtreds
    cardinal 57 syvoghalvtreds
    cardinal 58 otteoghalvtreds
    cardinal 59 nioghalvtreds
    cardinal 60 treds
    cardinal 61 enogtreds
    cardinal 62 toogtreds
    cardinal 63 treogtreds
    cardinal 64 fireogtreds
    cardinal 65 femogtreds
    cardinal 66 seksogtreds
    cardinal 67 syvogtreds
    cardinal 68 otteogtreds
    cardinal 69 niogtreds
    cardinal 70 halvfjerds
    cardinal 71 enoghalvfjerds
    cardinal 72 tooghalvfjerds
    cardinal 73 treoghalvfjerds
    cardinal 74 fireoghalvfjerds
    cardinal 75 femoghalvfjerds
    cardinal 76 seksoghalvfjerds
    cardinal 77 syvoghalvfjerds
    cardinal 78 otteoghalvfjerds
    cardinal 79 nioghalvfjerds
    cardinal 80 firs
    cardinal 81 enogfirs
    cardinal 82 toogfirs
    cardinal 83 treogfirs
    cardinal 84 fireogfirs
    cardinal 85 femogfirs
    cardinal 86 seksogfirs
    cardinal 87 syvogfirs
    cardinal 88 otteogfirs
    cardinal 89 niogfirs
    cardinal 90 halvfems
    cardinal 91 enoghalvfems
    cardinal 92 tooghalvfems
    cardinal 93 treoghalvfems
    cardinal 94 fireoghalvfems
    cardinal 95 femoghalvfems
    cardinal 96 seksoghalvfems
    cardinal 97 syvoghalvfems
    cardinal 98 otteoghalvfems
    cardinal 99 nioghalvfems
    cardinal 100 ethundrede
    cardinal 1000 ettusind
    month 1 jan. januar
    month 2 feb. februar
    month 3 mar. marts
    month 4 apr. april
    month 5 maj
    month 6 jun. juni
    month 7 jul. juli
    month 8 aug. august
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
