extension LanguageData {
  /// Spanish.
  ///
  /// Made by Tests/Scripts/languages/make.py from babel 2.19.0, num2words 0.5.14
  /// and hand/es.txt.
  static let es: StaticString = """
    cardinal 1 un uno una unos
    cardinal 2 dos ambos ambas
    cardinal 22 veintidós
    ordinal 1 primero primer primera primeros primeras 1.º 1.ª
    ordinal 2 segundo segunda segundos segundas
    ordinal 3 tercero tercer tercera terceros terceras
    ordinal 4 cuarto cuarta
    ordinal 5 quinto quinta
    ordinal 6 sexto sexta
    ordinal 7 séptimo séptima
    ordinal 8 octavo octava
    ordinal 9 noveno novena
    ordinal 10 décimo décima
    part 1 único única solo uni primer
    part 2 doble bi bidireccional dos par
    part 3 triple tri tercer trimestr tres
    part 4 cuatro cuatri cuadr
    part 7 semana semanal
    part 12 docena
    part 24 día
    scale 1000 mil miles k
    scale 1000000 millón millones
    scale 1000000000 millardo
    decimal@es-MX .
    quote « »
    quote “ ”
    quote " "
    function el la los las un una unos unas lo de del al a en con por para sin sobre entre y e
    function o u pero que se si no es son ser está están hay ha han su sus le les este esta
    function estos estas ese esa como más cuando donde también puede debe
    may-double se que de la si no
    length 1.14
    spaces yes
    decimal ,
    group . U+0020 U+00A0 U+202F
    cardinal 0 cero
    cardinal 1 uno
    ordinal 1 primero
    cardinal 2 dos
    ordinal 2 segundo
    cardinal 3 tres
    ordinal 3 tercero
    cardinal 4 cuatro
    ordinal 4 cuarto
    cardinal 5 cinco
    ordinal 5 quinto
    cardinal 6 seis
    ordinal 6 sexto
    cardinal 7 siete
    ordinal 7 séptimo
    cardinal 8 ocho
    ordinal 8 octavo
    cardinal 9 nueve
    ordinal 9 noveno
    cardinal 10 diez
    ordinal 10 décimo
    cardinal 11 once
    ordinal 11 décimoprimero
    cardinal 12 doce
    ordinal 12 décimosegundo
    cardinal 13 trece
    ordinal 13 décimo_tercero
    cardinal 14 catorce
    ordinal 14 décimo_cuarto
    cardinal 15 quince
    ordinal 15 décimo_quinto
    cardinal 16 dieciséis
    ordinal 16 décimo_sexto
    cardinal 17 diecisiete
    ordinal 17 décimo_séptimo
    cardinal 18 dieciocho
    ordinal 18 décimo_octavo
    cardinal 19 diecinueve
    ordinal 19 décimo_noveno
    cardinal 20 veinte
    ordinal 20 vigésimo
    cardinal 21 veintiuno
    cardinal 22 veintidós
    cardinal 23 veintitrés
    cardinal 24 veinticuatro
    cardinal 25 veinticinco
    cardinal 26 veintiséis
    cardinal 27 veintisiete
    cardinal 28 veintiocho
    cardinal 29 veintinueve
    cardinal 30 treinta
    cardinal 31 treinta_y_uno
    cardinal 32 treinta_y_dos
    cardinal 33 treinta_y_tres
    cardinal 34 treinta_y_cuatro
    cardinal 35 treinta_y_cinco
    cardinal 36 treinta_y_seis
    cardinal 37 treinta_y_siete
    cardinal 38 treinta_y_ocho
    cardinal 39 treinta_y_nueve
    cardinal 40 cuarenta
    cardinal 41 cuarenta_y_uno
    cardinal 42 cuarenta_y_dos
    cardinal 43 cuarenta_y_tres
    cardinal 44 cuarenta_y_cuatro
    cardinal 45 cuarenta_y_cinco
    cardinal 46 cuarenta_y_seis
    cardinal 47 cuarenta_y_siete
    cardinal 48 cuarenta_y_ocho
    cardinal 49 cuarenta_y_nueve
    cardinal 50 cincuenta
    cardinal 51 cincuenta_y_uno
    cardinal 52 cincuenta_y_dos
    cardinal 53 cincuenta_y_tres
    cardinal 54 cincuenta_y_cuatro
    cardinal 55 cincuenta_y_cinco
    cardinal 56 cincuenta_y_seis
    cardinal 57 cincuenta_y_siete
    cardinal 58 cincuenta_y_ocho
    cardinal 59 cincuenta_y_nueve
    cardinal 60 sesenta
    cardinal 61 sesenta_y_uno
    cardinal 62 sesenta_y_dos
    cardinal 63 sesenta_y_tres
    cardinal 64 sesenta_y_cuatro
    cardinal 65 sesenta_y_cinco
    cardinal 66 sesenta_y_seis
    cardinal 67 sesenta_y_siete
    cardinal 68 sesenta_y_ocho
    cardinal 69 sesenta_y_nueve
    cardinal 70 setenta
    cardinal 71 setenta_y_uno
    cardinal 72 setenta_y_dos
    cardinal 73 setenta_y_tres
    cardinal 74 setenta_y_cuatro
    cardinal 75 setenta_y_cinco
    cardinal 76 setenta_y_seis
    cardinal 77 setenta_y_siete
    cardinal 78 setenta_y_ocho
    cardinal 79 setenta_y_nueve
    cardinal 80 ochenta
    cardinal 81 ochenta_y_uno
    cardinal 82 ochenta_y_dos
    cardinal 83 ochenta_y_tres
    cardinal 84 ochenta_y_cuatro
    cardinal 85 ochenta_y_cinco
    cardinal 86 ochenta_y_seis
    cardinal 87 ochenta_y_siete
    cardinal 88 ochenta_y_ocho
    cardinal 89 ochenta_y_nueve
    cardinal 90 noventa
    cardinal 91 noventa_y_uno
    cardinal 92 noventa_y_dos
    cardinal 93 noventa_y_tres
    cardinal 94 noventa_y_cuatro
    cardinal 95 noventa_y_cinco
    cardinal 96 noventa_y_seis
    cardinal 97 noventa_y_siete
    cardinal 98 noventa_y_ocho
    cardinal 99 noventa_y_nueve
    cardinal 100 cien
    cardinal 1000 mil
    month 1 ene enero
    month 2 feb febrero
    month 3 mar marzo
    month 4 abr abril
    month 5 may mayo
    month 6 jun junio
    month 7 jul julio
    month 8 ago agosto
    month 9 sept septiembre
    month 10 oct octubre
    month 11 nov noviembre
    month 12 dic diciembre
    end statement . 。 ．
    end question ? ？ ؟
    end exclamation ! ！
    end colon : ：
    """
}
