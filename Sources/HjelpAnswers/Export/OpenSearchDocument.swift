internal import HjelpEncoding
internal import HjelpLookup

/// An article of a locale as two lines for `_bulk`: the action and the document.
struct OpenSearchDocument {
  let locale: String
  let article: LookupArticle
  let url: String
  let passages: ArraySlice<IndexedPassage>
  /// The spellings of each code that the index knows.
  let spellings: [String: [String]]

  /// The lines, with their line ends.
  var lines: [UInt8] {
    var action = JSONWriter()
    action.beginObject()
    action.beginObject("index")
    action.field("_id", locale + "/" + article.id)
    action.endObject()
    action.endObject()
    var document = JSONWriter()
    document.beginObject()
    document.field("locale", locale)
    document.field("id", article.id)
    document.field("url", url)
    document.field("title", article.title)
    document.field("pageLocale", article.locale)
    document.field("fallback", article.isFallback)
    document.beginArray("codes")
    for code in codes { document.element(code) }
    document.endArray()
    document.beginArray("passages")
    for passage in passages { write(passage, to: &document) }
    document.endArray()
    document.endObject()
    return action.bytes + [0x0A] + document.bytes + [0x0A]
  }

  /// The spellings of the codes in the passages, in the order of the article.
  private var codes: [String] {
    var known: Set<String> = []
    var forms: [String] = []
    for passage in passages {
      let declared = passage.declared.map { [$0] } ?? []
      for code in LookupNormalizer.codes(in: passage.text) + declared
      where known.insert(code).inserted {
        forms += spellings[code] ?? []
      }
    }
    return forms
  }

  private func write(_ passage: IndexedPassage, to json: inout JSONWriter) {
    json.beginObject()
    json.field("kind", passage.kind.name)
    json.field("language", passage.language)
    json.field("unit", passage.unit)
    json.field("anchor", passage.anchor)
    json.field("text", passage.text)
    json.endObject()
  }
}
