extension LanguageData {
  /// French.
  ///
  /// Made by Tests/Scripts/languages/make.py from babel 2.19.0, num2words 0.5.14
  /// and hand/fr.txt.
  static let fr: StaticString = """
    cardinal 1 un une
    cardinal 21 vingt-et-un
    ordinal 1 premier première premiers premières 1er 1re
    ordinal 2 deuxième second seconde
    ordinal 3 troisième tiers tierce tierces
    ordinal 4 quatrième
    ordinal 5 cinquième
    ordinal 6 sixième
    ordinal 7 septième
    ordinal 8 huitième
    ordinal 9 neuvième
    ordinal 10 dixième
    part 1 unique seul
    part 2 double bi deux
    part 3 triple tri trimestr
    part 4 quatre quadr quart
    part 7 semaine hebdomadaire
    part 12 douzaine
    part 24 jour
    scale 1000 mille milliers k
    scale 1000000 million millions m
    scale 1000000000 milliard milliards
    quote « »
    quote “ ”
    space-before ? ! : ; »
    function le la les un une des du de et ou mais à au aux en dans sur sous pour par avec sans
    function ce cet cette ces que qui dont où ne pas plus est sont être a ont avoir vous votre
    function vos il elle ils elles on se si son sa ses leur leurs comme cela
    may-double vous nous
    length 1.2
    spaces yes
    decimal ,
    group . U+0020 U+00A0 U+202F
    cardinal 0 zéro
    cardinal 1 un
    ordinal 1 premier
    cardinal 2 deux
    ordinal 2 deuxième
    cardinal 3 trois
    ordinal 3 troisième
    cardinal 4 quatre
    ordinal 4 quatrième
    cardinal 5 cinq
    ordinal 5 cinquième
    cardinal 6 six
    ordinal 6 sixième
    cardinal 7 sept
    ordinal 7 septième
    cardinal 8 huit
    ordinal 8 huitième
    cardinal 9 neuf
    ordinal 9 neuvième
    cardinal 10 dix
    ordinal 10 dixième
    cardinal 11 onze
    ordinal 11 onzième
    cardinal 12 douze
    ordinal 12 douzième
    cardinal 13 treize
    ordinal 13 treizième
    cardinal 14 quatorze
    ordinal 14 quatorzième
    cardinal 15 quinze
    ordinal 15 quinzième
    cardinal 16 seize
    ordinal 16 seizième
    cardinal 17 dix-sept
    ordinal 17 dix-septième
    cardinal 18 dix-huit
    ordinal 18 dix-huitième
    cardinal 19 dix-neuf
    ordinal 19 dix-neuvième
    cardinal 20 vingt
    ordinal 20 vingtième
    cardinal 21 vingt_et_un
    cardinal 22 vingt-deux
    cardinal 23 vingt-trois
    cardinal 24 vingt-quatre
    cardinal 25 vingt-cinq
    cardinal 26 vingt-six
    cardinal 27 vingt-sept
    cardinal 28 vingt-huit
    cardinal 29 vingt-neuf
    cardinal 30 trente
    cardinal 31 trente_et_un
    cardinal 32 trente-deux
    cardinal 33 trente-trois
    cardinal 34 trente-quatre
    cardinal 35 trente-cinq
    cardinal 36 trente-six
    cardinal 37 trente-sept
    cardinal 38 trente-huit
    cardinal 39 trente-neuf
    cardinal 40 quarante
    cardinal 41 quarante_et_un
    cardinal 42 quarante-deux
    cardinal 43 quarante-trois
    cardinal 44 quarante-quatre
    cardinal 45 quarante-cinq
    cardinal 46 quarante-six
    cardinal 47 quarante-sept
    cardinal 48 quarante-huit
    cardinal 49 quarante-neuf
    cardinal 50 cinquante
    cardinal 51 cinquante_et_un
    cardinal 52 cinquante-deux
    cardinal 53 cinquante-trois
    cardinal 54 cinquante-quatre
    cardinal 55 cinquante-cinq
    cardinal 56 cinquante-six
    cardinal 57 cinquante-sept
    cardinal 58 cinquante-huit
    cardinal 59 cinquante-neuf
    cardinal 60 soixante
    cardinal 61 soixante_et_un
    cardinal 62 soixante-deux
    cardinal 63 soixante-trois
    cardinal 64 soixante-quatre
    cardinal 65 soixante-cinq
    cardinal 66 soixante-six
    cardinal 67 soixante-sept
    cardinal 68 soixante-huit
    cardinal 69 soixante-neuf
    cardinal 70 soixante-dix
    cardinal 71 soixante_et_onze
    cardinal 72 soixante-douze
    cardinal 73 soixante-treize
    cardinal 74 soixante-quatorze
    cardinal 75 soixante-quinze
    cardinal 76 soixante-seize
    cardinal 77 soixante-dix-sept
    cardinal 78 soixante-dix-huit
    cardinal 79 soixante-dix-neuf
    cardinal 80 quatre-vingts
    cardinal 81 quatre-vingt-un
    cardinal 82 quatre-vingt-deux
    cardinal 83 quatre-vingt-trois
    cardinal 84 quatre-vingt-quatre
    cardinal 85 quatre-vingt-cinq
    cardinal 86 quatre-vingt-six
    cardinal 87 quatre-vingt-sept
    cardinal 88 quatre-vingt-huit
    cardinal 89 quatre-vingt-neuf
    cardinal 90 quatre-vingt-dix
    cardinal 91 quatre-vingt-onze
    cardinal 92 quatre-vingt-douze
    cardinal 93 quatre-vingt-treize
    cardinal 94 quatre-vingt-quatorze
    cardinal 95 quatre-vingt-quinze
    cardinal 96 quatre-vingt-seize
    cardinal 97 quatre-vingt-dix-sept
    cardinal 98 quatre-vingt-dix-huit
    cardinal 99 quatre-vingt-dix-neuf
    cardinal 100 cent
    cardinal 1000 mille
    month 1 janv. janvier
    month 2 févr. février
    month 3 mars
    month 4 avr. avril
    month 5 mai
    month 6 juin
    month 7 juil. juillet
    month 8 août
    month 9 sept. septembre
    month 10 oct. octobre
    month 11 nov. novembre
    month 12 déc. décembre
    end statement . 。 ．
    end question ? ？ ؟
    end exclamation ! ！
    end colon : ：
    """
}
