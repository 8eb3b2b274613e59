extension LanguageData {
  /// Norwegian Bokmål.
  ///
  /// Made by Tests/Scripts/languages/make.py from babel 2.19.0, num2words 0.5.14
  /// and hand/nb.txt.
  static let nb: StaticString = """
    cardinal 1 en ett én éi ei
    cardinal 2 to begge
    cardinal 7 sju syv
    cardinal 20 tjue tyve
    cardinal 30 tretti tredve
    ordinal 1 første
    ordinal 2 andre annen annet
    ordinal 3 tredje
    ordinal 4 fjerde
    ordinal 5 femte
    ordinal 6 sjette
    ordinal 7 sjuende syvende
    ordinal 8 åttende
    ordinal 9 niende
    ordinal 10 tiende
    part 1 en ett enkelt eneste eget
    part 2 to dobbel dobbelt halv
    part 3 tre tredje tredel
    part 4 fire fjerde kvart
    part 5 fem
    part 6 seks
    part 7 sju syv uke
    part 8 åtte
    part 9 ni
    part 10 ti
    part 12 tolv dusin
    part 24 døgn
    part 60 time
    scale 1000 tusen k
    scale 1000000 million millioner mill. mill m mb
    scale 1000000000 milliard milliarder mrd. mrd
    quote « »
    quote “ ”
    quote " "
    function i på til av og å er for som med det en et den de at om fra har kan skal vil må når
    function hvis der du din ditt dine ikke eller men så etter ved deg dette denne disse over
    function under mot hos inn ut opp ned alle være blir ble var hadde
    may-double på for det om av i så der da at er som den de du til en
    length 1.07
    spaces yes
    decimal ,
    group . U+0020 U+00A0 U+202F
    cardinal 0 null
    cardinal 1 en
    ordinal 1 første
    cardinal 2 to
    ordinal 2 andre
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
    cardinal 8 åtte
    ordinal 8 åttende
    cardinal 9 ni
    ordinal 9 niende
    cardinal 10 ti
    ordinal 10 tiende
    cardinal 11 elleve
    ordinal 11 ellevte
    cardinal 12 tolv
    ordinal 12 tolvte
    cardinal 13 tretten
    ordinal 13 trettførste
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
    cardinal 20 tjue
    ordinal 20 tjuende
    cardinal 21 tjueen
    cardinal 22 tjueto
    cardinal 23 tjuetre
    cardinal 24 tjuefire
    cardinal 25 tjuefem
    cardinal 26 tjueseks
    cardinal 27 tjuesyv
    cardinal 28 tjueåtte
    cardinal 29 tjueni
    cardinal 30 tretti
    cardinal 31 trettien
    cardinal 32 trettito
    cardinal 33 trettitre
    cardinal 34 trettifire
    cardinal 35 trettifem
    cardinal 36 trettiseks
    cardinal 37 trettisyv
    cardinal 38 trettiåtte
    cardinal 39 trettini
    cardinal 40 førti
    cardinal 41 førtien
    cardinal 42 førtito
    cardinal 43 førtitre
    cardinal 44 førtifire
    cardinal 45 førtifem
    cardinal 46 førtiseks
    cardinal 47 førtisyv
    cardinal 48 førtiåtte
    cardinal 49 førtini
    cardinal 50 femti
    cardinal 51 femtien
    cardinal 52 femtito
    cardinal 53 femtitre
    cardinal 54 femtifire
    cardinal 55 femtifem
    cardinal 56 femtiseks
    cardinal 57 femtisyv
    cardinal 58 femtiåtte
    cardinal 59 femtini
    cardinal 60 seksti
    cardinal 61 sekstien
    cardinal 62 sekstito
    cardinal 63 sekstitre
    cardinal 64 sekstifire
    cardinal 65 sekstifem
    cardinal 66 sekstiseks
    cardinal 67 sekstisyv
    cardinal 68 sekstiåtte
    cardinal 69 sekstini
    cardinal 70 sytti
    cardinal 71 syttien
    cardinal 72 syttito
    cardinal 73 syttitre
    cardinal 74 syttifire
    cardinal 75 syttifem
    cardinal 76 syttiseks
    cardinal 77 syttisyv
    cardinal 78 syttiåtte
    cardinal 79 syttini
    cardinal 80 åtti
    cardinal 81 åttien
    cardinal 82 åttito
    cardinal 83 åttitre
    cardinal 84 åttifire
    cardinal 85 åttifem
    cardinal 86 åttiseks
    cardinal 87 åttisyv
    cardinal 88 åttiåtte
    cardinal 89 åttini
    cardinal 90 nitti
    cardinal 91 nittien
    cardinal 92 nittito
    cardinal 93 nittitre
    cardinal 94 nittifire
    cardinal 95 nittifem
    cardinal 96 nittiseks
    cardinal 97 nittisyv
    cardinal 98 nittiåtte
    cardinal 99 nittini
    cardinal 100 en_hundre
    cardinal 1000 en_tusen
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
