extension LanguageData {
  /// Korean.
  ///
  /// Made by Tests/Scripts/languages/make.py from babel 2.19.0
  /// and hand/ko.txt.
  static let ko: StaticString = """
    spaces yes
    decimal .
    group ,
    cardinal 0 영 공
    cardinal 1 하나 한 일
    cardinal 2 둘 두 이
    cardinal 3 셋 세 삼
    cardinal 4 넷 네 사
    cardinal 5 다섯 오
    cardinal 6 여섯 육
    cardinal 7 일곱 칠
    cardinal 8 여덟 팔
    cardinal 9 아홉 구
    cardinal 10 열 십
    cardinal 11 열하나 열한
    cardinal 12 열둘 열두
    cardinal 20 스물 스무 이십
    cardinal 30 서른 삼십
    cardinal 100 백
    cardinal 1000 천
    ordinal 1 첫 첫째 첫번째 제1
    ordinal 2 둘째 두번째
    ordinal 3 셋째 세번째 타사
    part 1 한 첫 단일 유일 하나 매
    part 2 두 이중 양 둘 쌍
    part 3 세 타사 분기 삼
    part 4 네 사
    part 5 다섯
    part 7 일주 주
    part 12 열두
    part 24 하루 일
    scale 1000 천 k
    scale 10000 만
    scale 1000000 백만
    scale 100000000 억
    counter 개 일 월 년 시 분 초 명 번 회 건 대 권 장 쪽 페이지 줄 열 단계 배 도 주 개월 시간 가지 자 행
    quote “ ”
    quote ‘ ’
    function 및 또는 그리고 이 그 저 수 것 때 등 를 을 는 은 에 의 로 으로 와 과 에서 하는 하여 합니다 있습니다 있는
    length 0.5
    end statement . 。 ．
    end question ? ？ ؟
    end exclamation ! ！
    end colon : ：
    """
}
