extension LanguageData {
  /// Portuguese.
  ///
  /// Made by Tests/Scripts/languages/make.py from babel 2.19.0, num2words 0.5.14
  /// and hand/pt.txt.
  static let pt: StaticString = """
    cardinal 1 um uma uns
    cardinal 2 dois duas ambos ambas
    ordinal 1 primeiro primeira primeiros primeiras
    ordinal 2 segundo segunda
    ordinal 3 terceiro terceira terceiros terceiras
    ordinal 4 quarto quarta
    ordinal 5 quinto quinta
    ordinal 6 sexto sexta
    ordinal 7 sétimo sétima
    ordinal 8 oitavo oitava
    ordinal 9 nono nona
    ordinal 10 décimo décima
    part 1 único única só uni
    part 2 duplo dupla bi dobro
    part 3 triplo tri trimestr três
    part 4 quatro quadr
    part 7 semana semanal
    part 12 dúzia
    part 24 dia
    scale 1000 mil milhares k
    scale 1000000 milhão milhões
    scale 1000000000 bilhão bilhões
    quote “ ”
    quote « »
    function o a os as um uma uns umas de do da dos das em no na nos nas ao aos à às por pelo
    function pela para com sem sobre entre e ou mas que se não é são ser está estão há tem seu
    function sua seus suas este esta esse essa como mais quando onde também pode deve você
    may-double se que de a
    length 1.18
    spaces yes
    decimal ,
    group . U+0020 U+00A0 U+202F
    cardinal 0 zero
    cardinal 1 um
    ordinal 1 primeiro
    cardinal 2 dois
    ordinal 2 segundo
    cardinal 3 três
    ordinal 3 terceiro
    cardinal 4 quatro
    ordinal 4 quarto
    cardinal 5 cinco
    ordinal 5 quinto
    cardinal 6 seis
    ordinal 6 sexto
    cardinal 7 sete
    ordinal 7 sétimo
    cardinal 8 oito
    ordinal 8 oitavo
    cardinal 9 nove
    ordinal 9 nono
    cardinal 10 dez
    ordinal 10 décimo
    cardinal 11 onze
    ordinal 11 décimo_primeiro
    cardinal 12 doze
    ordinal 12 décimo_segundo
    cardinal 13 treze
    ordinal 13 décimo_terceiro
    cardinal 14 catorze
    ordinal 14 décimo_quarto
    cardinal 15 quinze
    ordinal 15 décimo_quinto
    cardinal 16 dezasseis
    ordinal 16 décimo_sexto
    cardinal 17 dezassete
    ordinal 17 décimo_sétimo
    cardinal 18 dezoito
    ordinal 18 décimo_oitavo
    cardinal 19 dezanove
    ordinal 19 décimo_nono
    cardinal 20 vinte
    ordinal 20 vigésimo
    cardinal 21 vinte_e_um
    cardinal 22 vinte_e_dois
    cardinal 23 vinte_e_três
    cardinal 24 vinte_e_quatro
    cardinal 25 vinte_e_cinco
    cardinal 26 vinte_e_seis
    cardinal 27 vinte_e_sete
    cardinal 28 vinte_e_oito
    cardinal 29 vinte_e_nove
    cardinal 30 trinta
    cardinal 31 trinta_e_um
    cardinal 32 trinta_e_dois
    cardinal 33 trinta_e_três
    cardinal 34 trinta_e_quatro
    cardinal 35 trinta_e_cinco
    cardinal 36 trinta_e_seis
    cardinal 37 trinta_e_sete
    cardinal 38 trinta_e_oito
    cardinal 39 trinta_e_nove
    cardinal 40 quarenta
    cardinal 41 quarenta_e_um
    cardinal 42 quarenta_e_dois
    cardinal 43 quarenta_e_três
    cardinal 44 quarenta_e_quatro
    cardinal 45 quarenta_e_cinco
    cardinal 46 quarenta_e_seis
    cardinal 47 quarenta_e_sete
    cardinal 48 quarenta_e_oito
    cardinal 49 quarenta_e_nove
    cardinal 50 cinquenta
    cardinal 51 cinquenta_e_um
    cardinal 52 cinquenta_e_dois
    cardinal 53 cinquenta_e_três
    cardinal 54 cinquenta_e_quatro
    cardinal 55 cinquenta_e_cinco
    cardinal 56 cinquenta_e_seis
    cardinal 57 cinquenta_e_sete
    cardinal 58 cinquenta_e_oito
    cardinal 59 cinquenta_e_nove
    cardinal 60 sessenta
    cardinal 61 sessenta_e_um
    cardinal 62 sessenta_e_dois
    cardinal 63 sessenta_e_três
    cardinal 64 sessenta_e_quatro
    cardinal 65 sessenta_e_cinco
    cardinal 66 sessenta_e_seis
    cardinal 67 sessenta_e_sete
    cardinal 68 sessenta_e_oito
    cardinal 69 sessenta_e_nove
    cardinal 70 setenta
    cardinal 71 setenta_e_um
    cardinal 72 setenta_e_dois
    cardinal 73 setenta_e_três
    cardinal 74 setenta_e_quatro
    cardinal 75 setenta_e_cinco
    cardinal 76 setenta_e_seis
    cardinal 77 setenta_e_sete
    cardinal 78 setenta_e_oito
    cardinal 79 setenta_e_nove
    cardinal 80 oitenta
    cardinal 81 oitenta_e_um
    cardinal 82 oitenta_e_dois
    cardinal 83 oitenta_e_três
    cardinal 84 oitenta_e_quatro
    cardinal 85 oitenta_e_cinco
    cardinal 86 oitenta_e_seis
    cardinal 87 oitenta_e_sete
    cardinal 88 oitenta_e_oito
    cardinal 89 oitenta_e_nove
    cardinal 90 noventa
    cardinal 91 noventa_e_um
    cardinal 92 noventa_e_dois
    cardinal 93 noventa_e_três
    cardinal 94 noventa_e_quatro
    cardinal 95 noventa_e_cinco
    cardinal 96 noventa_e_seis
    cardinal 97 noventa_e_sete
    cardinal 98 noventa_e_oito
    cardinal 99 noventa_e_nove
    cardinal 100 cem
    cardinal 1000 mil
    month 1 jan. janeiro
    month 2 fev. fevereiro
    month 3 mar. março
    month 4 abr. abril
    month 5 mai. maio
    month 6 jun. junho
    month 7 jul. julho
    month 8 ago. agosto
    month 9 set. setembro
    month 10 out. outubro
    month 11 nov. novembro
    month 12 dez. dezembro
    end statement . 。 ．
    end question ? ？ ؟
    end exclamation ! ！
    end colon : ：
    """
}
