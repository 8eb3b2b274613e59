extension InterfaceWords {
  /// Korean.
  static let ko: StaticString = """
    skip: 본문으로 이동
    language-menu: 언어
    read-original: 원문 보기
    reading-mode: 읽기 모드
    both: 모두
    machine-translated: 이 문서는 기계 번역되었습니다.
    machine-edited: 이 문서는 기계 번역 후 사람이 편집했습니다.
    updated: 업데이트
    on-this-page: 이 페이지의 내용
    breadcrumb: 이동 경로
    articles: 문서
    not-found: 페이지를 찾을 수 없습니다
    not-found-text: 이 주소에는 페이지가 없습니다. 문서 목록은 다음과 같습니다.
    choose-language: 언어 선택
    video: 동영상 보기
    note: 참고
    tip: 팁
    important: 중요
    warning: 경고
    caution: 주의
    search: 검색
    search-hint: 오류 메시지 또는 질문
    search-none: 이에 답하는 문서가 없습니다.
    search-nearest: 가까운 문서
    search-no-script: 여기에서 검색하려면 JavaScript가 필요합니다. 모든 문서는 목록에 있습니다.
    related: 관련 문서
    feedback: 이 문서의 문제 신고
    fallback: 이 문서는 {language}로 제공되지 않습니다.
    filter: 목록 필터링
    other-articles: 기타 문서
    moved: 이 페이지는 이동했습니다.
    """
}
