/// What products say when they have nothing to say: it must not find an article by itself.
///
/// A match whose words all come from these sentences stays below ``LookupStatus/matchThreshold``,
/// unless an article declares the string. A language without a row here works as well, but that its
/// empty phrases weigh what their words weigh.
enum GenericMessages {
  /// The confidence that such a match has at most.
  static let mostConfidence = 0.75
  /// The bits that other words must add to make a match, in sixteenths.
  static let leastSpecific = 4 * TokenWeights.bit

  /// The tokens of an index that come from the sentences, sorted.
  static func tokens(_ bytes: [UInt8], _ vocabulary: Vocabulary) -> [Int] {
    var found: Set<Int> = []
    for key in keys {
      if let token = vocabulary.token(bytes, key: key[...]) { found.insert(token) }
    }
    return found.sorted()
  }

  private static let keys: [[UInt8]] = {
    var keys = KeyInterner<UInt8>()
    for sentence in sentences {
      let text = LookupNormalizer.tokens(of: sentence)
      for token in text.tokens { _ = keys.intern(text.bytes[token.range]) }
    }
    return (0..<keys.count).map { Array(keys.key($0)) }
  }()

  private static let sentences = [
    "An unexpected error has occurred. An unknown error occurred. Error message. Errors were found.",
    "Something went wrong. Sorry, something has gone wrong. Oops, that didn't work.",
    "Please try again later. Try again in a few minutes. A problem occurred. There was a problem.",
    "The operation failed. The request could not be completed. Unable to complete the operation.",
    "We're having trouble. This is a warning. Failed with an internal error. Please wait.",
    "Det oppstod en uventet feil. Det har oppstått en ukjent feil. Det oppsto et problem. Feilmelding.",
    "Noe gikk galt. Beklager, vi har et problem. Prøv igjen senere. Prøv på nytt om noen minutter.",
    "Operasjonen mislyktes. Forespørselen kunne ikke fullføres. Kan ikke fullføre operasjonen.",
    "予期しないエラーが発生しました。不明なエラーです。問題が発生しました。申し訳ございません。",
    "しばらくしてからもう一度お試しください。後でもう一度やり直してください。エラー メッセージ",
    "操作に失敗しました。要求を完了できませんでした。操作を完了できません。",
    "Se ha producido un error inesperado. Error desconocido. Algo salió mal. Ha ocurrido un problema.",
    "Inténtelo de nuevo más tarde. Vuelva a intentarlo. No se pudo completar la operación.",
    "Ein unerwarteter Fehler ist aufgetreten. Unbekannter Fehler. Etwas ist schiefgelaufen.",
    "Es ist ein Problem aufgetreten. Versuchen Sie es später erneut. Der Vorgang ist fehlgeschlagen.",
    "Une erreur inattendue s'est produite. Erreur inconnue. Un problème est survenu.",
    "Veuillez réessayer plus tard. L'opération a échoué. Impossible de terminer l'opération.",
    "Ett oväntat fel har inträffat. Okänt fel. Något gick fel. Försök igen senare. Ett problem uppstod.",
    "Der opstod en uventet fejl. Ukendt fejl. Noget gik galt. Prøv igen senere.",
    "Er is een onverwachte fout opgetreden. Onbekende fout. Er is iets misgegaan. Probeer het later opnieuw.",
    "Ocorreu um erro inesperado. Erro desconhecido. Algo deu errado. Tente novamente mais tarde.",
    "Si è verificato un errore imprevisto. Errore sconosciuto. Riprova più tardi. Qualcosa è andato storto.",
    "发生意外错误。未知错误。出了点问题。请稍后重试。操作失败。無法完成操作。發生未預期的錯誤。請稍後再試。",
    "예기치 않은 오류가 발생했습니다. 알 수 없는 오류입니다. 문제가 발생했습니다. 나중에 다시 시도하세요.",
    "Произошла непредвиденная ошибка. Неизвестная ошибка. Что-то пошло не так. Повторите попытку позже.",
  ]
}
