package import HjelpLocale

/// The words of the page's own furniture in one language.
package struct InterfaceWords: Sendable {
  /// The language that the words are in.
  package let language: String
  let skip: String
  let languageMenu: String
  let readOriginal: String
  let readingMode: String
  let both: String
  let machineTranslated: String
  let updated: String
  let onThisPage: String
  let breadcrumb: String
  let articles: String
  let notFound: String
  let notFoundText: String
  let chooseLanguage: String
  let video: String
  let note: String
  let tip: String
  let important: String
  let warning: String
  let caution: String

  /// The words for a locale, or English ones.
  package static func words(for locale: LocaleTag) -> InterfaceWords {
    switch locale.language {
    case "nb", "no", "nn": .norwegian
    case "ja": .japanese
    case "es": .spanish
    case "ar": .arabic
    default: .english
    }
  }

  static let english = InterfaceWords(
    language: "en", skip: "Skip to content", languageMenu: "Language",
    readOriginal: "Show the original", readingMode: "Reading mode", both: "Both",
    machineTranslated: "This article was translated by machine.", updated: "Updated",
    onThisPage: "On this page", breadcrumb: "Breadcrumb", articles: "Articles",
    notFound: "Page not found",
    notFoundText: "There is no page at this address. The articles are listed here:",
    chooseLanguage: "Choose a language", video: "Watch the video", note: "Note", tip: "Tip",
    important: "Important", warning: "Warning", caution: "Caution")

  static let norwegian = InterfaceWords(
    language: "nb", skip: "Hopp til innholdet", languageMenu: "Språk",
    readOriginal: "Vis originalen", readingMode: "Lesemåte", both: "Begge",
    machineTranslated: "Artikkelen er maskinoversatt.", updated: "Oppdatert",
    onThisPage: "På denne siden", breadcrumb: "Brødsmuler", articles: "Artikler",
    notFound: "Siden finnes ikke",
    notFoundText: "Det er ingen side på denne adressen. Her er artiklene:",
    chooseLanguage: "Velg språk", video: "Se videoen", note: "Merk", tip: "Tips",
    important: "Viktig", warning: "Advarsel", caution: "Forsiktig")

  static let japanese = InterfaceWords(
    language: "ja", skip: "本文へ移動", languageMenu: "言語", readOriginal: "原文を表示",
    readingMode: "表示モード", both: "両方", machineTranslated: "この記事は機械翻訳されています。",
    updated: "更新日", onThisPage: "このページの内容", breadcrumb: "パンくずリスト", articles: "記事",
    notFound: "ページが見つかりません",
    notFoundText: "このアドレスにページはありません。記事の一覧はこちらです。", chooseLanguage: "言語を選択",
    video: "動画を見る", note: "注意", tip: "ヒント", important: "重要", warning: "警告", caution: "要注意")

  static let spanish = InterfaceWords(
    language: "es", skip: "Ir al contenido", languageMenu: "Idioma",
    readOriginal: "Ver el original", readingMode: "Modo de lectura", both: "Ambos",
    machineTranslated: "Este artículo es una traducción automática.", updated: "Actualizado",
    onThisPage: "En esta página", breadcrumb: "Ruta de navegación", articles: "Artículos",
    notFound: "Página no encontrada",
    notFoundText: "No hay ninguna página en esta dirección. Estos son los artículos:",
    chooseLanguage: "Elija un idioma", video: "Ver el vídeo", note: "Nota", tip: "Sugerencia",
    important: "Importante", warning: "Advertencia", caution: "Precaución")

  static let arabic = InterfaceWords(
    language: "ar", skip: "الانتقال إلى المحتوى", languageMenu: "اللغة",
    readOriginal: "إظهار النص الأصلي", readingMode: "وضع القراءة", both: "كلاهما",
    machineTranslated: "تُرجمت هذه المقالة آليًا.", updated: "تاريخ التحديث",
    onThisPage: "في هذه الصفحة", breadcrumb: "مسار التنقل", articles: "المقالات",
    notFound: "الصفحة غير موجودة",
    notFoundText: "لا توجد صفحة في هذا العنوان. هذه هي المقالات:", chooseLanguage: "اختر لغة",
    video: "مشاهدة الفيديو", note: "ملاحظة", tip: "تلميح", important: "مهم", warning: "تحذير",
    caution: "تنبيه")
}
