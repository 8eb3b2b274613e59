internal import HjelpLocale

/// A day, as front matter and pages write it.
package struct CalendarDate: Comparable, Sendable {
  /// The year.
  package let year: Int
  /// 1 to 12.
  package let month: Int
  /// 1 to 31.
  package let day: Int

  /// Reads `MM/DD/YYYY`, as published articles have it, or `YYYY-MM-DD`.
  package init?(_ text: String) {
    let isAmerican = text.utf8.contains(UInt8(ascii: "/"))
    let parts = text.utf8.split(separator: UInt8(ascii: isAmerican ? "/" : "-"))
      .map { Int(Substring($0)) }
    guard parts.count == 3, let first = parts[0], let second = parts[1], let third = parts[2] else {
      return nil
    }
    (year, month, day) = isAmerican ? (third, first, second) : (first, second, third)
    guard (1...12).contains(month), (1...31).contains(day), (1900...9999).contains(year) else {
      return nil
    }
  }

  /// `2020-09-14`.
  package var iso: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))"
  }

  /// The day in words of a locale, Gregorian always; ISO where the locale has no table.
  func text(in locale: LocaleTag) -> String {
    switch locale.language {
    case "ja", "zh": return "\(year)年\(month)月\(day)日"
    case "ko": return "\(year)년 \(month)월 \(day)일"
    default: break
    }
    guard let months = Self.months[locale.language] else { return iso }
    let name = months[month - 1]
    switch locale.language {
    case "en": return locale.region == "GB" ? "\(day) \(name) \(year)" : "\(name) \(day), \(year)"
    case "es", "pt": return "\(day) de \(name) de \(year)"
    case "nb", "nn", "da", "de": return "\(day). \(name) \(year)"
    default: return "\(day) \(name) \(year)"
    }
  }

  /// Orders by time.
  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// Names of months (CLDR 44, format, wide).
  private static let months: [String: [String]] = [
    "en": [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ],
    "nb": [
      "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september",
      "oktober", "november", "desember",
    ],
    "nn": [
      "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september",
      "oktober", "november", "desember",
    ],
    "da": [
      "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september",
      "oktober", "november", "december",
    ],
    "sv": [
      "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
      "oktober", "november", "december",
    ],
    "de": [
      "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
      "Oktober", "November", "Dezember",
    ],
    "fr": [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre",
    ],
    "es": [
      "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
      "octubre", "noviembre", "diciembre",
    ],
    "it": [
      "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto",
      "settembre", "ottobre", "novembre", "dicembre",
    ],
    "pt": [
      "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro",
      "outubro", "novembro", "dezembro",
    ],
    "nl": [
      "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
      "oktober", "november", "december",
    ],
    "ar": [
      "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر",
      "نوفمبر", "ديسمبر",
    ],
  ]
}
