extension LanguageData {
  /// English.
  ///
  /// Made by Tests/Scripts/languages/make.py from babel 2.19.0, num2words 0.5.14
  /// and hand/en.txt.
  static let en: StaticString = """
    cardinal 1 one a an
    cardinal 2 two both couple
    cardinal 0 zero no
    ordinal 1 first primary
    ordinal 2 second secondary
    ordinal 3 third
    part 1 one single once
    part 2 two twice double dual bi both half
    part 3 three triple tri quarter third
    part 4 four quadr quart
    part 5 five
    part 6 six
    part 7 seven week
    part 8 eight
    part 9 nine
    part 10 ten
    part 12 twelve dozen
    part 24 day daily
    part 30 month
    part 60 minute hour
    scale 1000 thousand k
    scale 1000000 million m mb
    scale 1000000000 billion b
    quote “ ”
    quote ‘ ’
    quote " "
    function all off the of and to is you your with this that are can if not be it or when
    function which from have has will does by must should also these those then for in on at as
    function an a was were been they their there its any into than how what where who but so we
    function our us may about between after before until while because could would might each
    may-double had that the is in on
    spaces yes
    decimal .
    group ,
    cardinal 0 zero
    cardinal 1 one
    ordinal 1 first
    cardinal 2 two
    ordinal 2 second
    cardinal 3 three
    ordinal 3 third
    cardinal 4 four
    ordinal 4 fourth
    cardinal 5 five
    ordinal 5 fifth
    cardinal 6 six
    ordinal 6 sixth
    cardinal 7 seven
    ordinal 7 seventh
    cardinal 8 eight
    ordinal 8 eighth
    cardinal 9 nine
    ordinal 9 ninth
    cardinal 10 ten
    ordinal 10 tenth
    cardinal 11 eleven
    ordinal 11 eleventh
    cardinal 12 twelve
    ordinal 12 twelfth
    cardinal 13 thirteen
    ordinal 13 thirteenth
    cardinal 14 fourteen
    ordinal 14 fourteenth
    cardinal 15 fifteen
    ordinal 15 fifteenth
    cardinal 16 sixteen
    ordinal 16 sixteenth
    cardinal 17 seventeen
    ordinal 17 seventeenth
    cardinal 18 eighteen
    ordinal 18 eighteenth
    cardinal 19 nineteen
    ordinal 19 nineteenth
    cardinal 20 twenty
    ordinal 20 twentieth
    cardinal 21 twenty-one
    cardinal 22 twenty-two
    cardinal 23 twenty-three
    cardinal 24 twenty-four
    cardinal 25 twenty-five
    cardinal 26 twenty-six
    cardinal 27 twenty-seven
    cardinal 28 twenty-eight
    cardinal 29 twenty-nine
    cardinal 30 thirty
    cardinal 31 thirty-one
    cardinal 32 thirty-two
    cardinal 33 thirty-three
    cardinal 34 thirty-four
    cardinal 35 thirty-five
    cardinal 36 thirty-six
    cardinal 37 thirty-seven
    cardinal 38 thirty-eight
    cardinal 39 thirty-nine
    cardinal 40 forty
    cardinal 41 forty-one
    cardinal 42 forty-two
    cardinal 43 forty-three
    cardinal 44 forty-four
    cardinal 45 forty-five
    cardinal 46 forty-six
    cardinal 47 forty-seven
    cardinal 48 forty-eight
    cardinal 49 forty-nine
    cardinal 50 fifty
    cardinal 51 fifty-one
    cardinal 52 fifty-two
    cardinal 53 fifty-three
    cardinal 54 fifty-four
    cardinal 55 fifty-five
    cardinal 56 fifty-six
    cardinal 57 fifty-seven
    cardinal 58 fifty-eight
    cardinal 59 fifty-nine
    cardinal 60 sixty
    cardinal 61 sixty-one
    cardinal 62 sixty-two
    cardinal 63 sixty-three
    cardinal 64 sixty-four
    cardinal 65 sixty-five
    cardinal 66 sixty-six
    cardinal 67 sixty-seven
    cardinal 68 sixty-eight
    cardinal 69 sixty-nine
    cardinal 70 seventy
    cardinal 71 seventy-one
    cardinal 72 seventy-two
    cardinal 73 seventy-three
    cardinal 74 seventy-four
    cardinal 75 seventy-five
    cardinal 76 seventy-six
    cardinal 77 seventy-seven
    cardinal 78 seventy-eight
    cardinal 79 seventy-nine
    cardinal 80 eighty
    cardinal 81 eighty-one
    cardinal 82 eighty-two
    cardinal 83 eighty-three
    cardinal 84 eighty-four
    cardinal 85 eighty-five
    cardinal 86 eighty-six
    cardinal 87 eighty-seven
    cardinal 88 eighty-eight
    cardinal 89 eighty-nine
    cardinal 90 ninety
    cardinal 91 ninety-one
    cardinal 92 ninety-two
    cardinal 93 ninety-three
    cardinal 94 ninety-four
    cardinal 95 ninety-five
    cardinal 96 ninety-six
    cardinal 97 ninety-seven
    cardinal 98 ninety-eight
    cardinal 99 ninety-nine
    cardinal 100 one_hundred
    cardinal 1000 one_thousand
    month 1 jan january
    month 2 feb february
    month 3 mar march
    month 4 apr april
    month 5 may
    month 6 jun june
    month 7 jul july
    month 8 aug august
    month 9 sep september
    month 10 oct october
    month 11 nov november
    month 12 dec december
    end statement . 。 ．
    end question ? ？ ؟
    end exclamation ! ！
    end colon : ：
    """
}
