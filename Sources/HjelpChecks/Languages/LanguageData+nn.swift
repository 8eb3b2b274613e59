extension LanguageData {
  /// Norwegian Nynorsk.
  ///
  /// Made by Tests/Scripts/languages/make.py from babel 2.19.0
  /// and hand/nn.txt.
  static let nn: StaticString = """
    cardinal 0 null
    cardinal 1 ein ei eit éin éi eitt
    cardinal 2 to begge
    cardinal 3 tre
    cardinal 4 fire
    cardinal 5 fem
    cardinal 6 seks
    cardinal 7 sju
    cardinal 8 åtte
    cardinal 9 ni
    cardinal 10 ti
    cardinal 11 elleve
    cardinal 12 tolv
    cardinal 13 tretten
    cardinal 14 fjorten
    cardinal 15 femten
    cardinal 16 seksten
    cardinal 17 sytten
    cardinal 18 atten
    cardinal 19 nitten
    cardinal 20 tjue
    cardinal 30 tretti
    cardinal 40 førti
    cardinal 50 femti
    cardinal 60 seksti
    cardinal 70 sytti
    cardinal 80 åtti
    cardinal 90 nitti
    cardinal 100 hundre
    cardinal 1000 tusen
    ordinal 1 første
    ordinal 2 andre
    ordinal 3 tredje
    ordinal 4 fjerde
    ordinal 5 femte
    ordinal 6 sjette
    ordinal 7 sjuande
    ordinal 8 åttande
    ordinal 9 niande
    ordinal 10 tiande
    part 1 ein eit einaste enkel
    part 2 to dobbel
    part 3 tre
    part 4 fire
    part 5 fem
    part 6 seks
    part 7 sju veke
    part 12 tolv dusin
    part 24 døgn
    scale 1000 tusen k
    scale 1000000 million millionar mill. m
    scale 1000000000 milliard milliardar mrd.
    quote « »
    quote “ ”
    function i på til av og å er for som med det ein ei eit den dei at om frå har kan skal vil
    function må når viss der du din ditt dine ikkje eller men så etter ved deg dette denne
    function desse over under mot hos inn ut opp ned alle vere blir var hadde
    may-double på for det om av i så der da at er som den dei du til
    length 1.07
    spaces yes
    decimal ,
    group . U+0020 U+00A0 U+202F
    month 1 jan jan. januar
    month 2 feb feb. februar
    month 3 mar mars
    month 4 apr apr. april
    month 5 mai
    month 6 jun juni
    month 7 jul juli
    month 8 aug aug. august
    month 9 sep sep. september
    month 10 okt okt. oktober
    month 11 nov nov. november
    month 12 des des. desember
    end statement . 。 ．
    end question ? ？ ؟
    end exclamation ! ！
    end colon : ：
    """
}
