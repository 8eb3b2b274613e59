internal import HjelpLocale
internal import HjelpLookup

/// The articles of a site for OpenSearch: the settings of an index, and documents for `_bulk`.
package struct OpenSearchExport: Sendable {
  /// A file of documents is ended when it is longer than this, in bytes.
  private static let fileLength = 8_000_000

  private var parts: [[UInt8]] = [[]]
  private let baseURL: String
  /// How many documents there are.
  package private(set) var documentCount = 0

  /// No documents.
  package init(_ service: LookupService) { baseURL = service.baseURL ?? "" }

  /// Adds the articles of a locale, each with its passages and the codes that stand in them.
  package mutating func append(_ content: ExportContent) {
    var spellings: [String: [String]] = [:]
    for code in content.codes { spellings[code.code] = code.forms }
    var next = 0
    for (number, article) in content.articles.enumerated() {
      let start = next
      while next < content.passages.count, content.passages[next].article == number { next += 1 }
      if let last = parts.last, last.count > Self.fileLength { parts.append([]) }
      let lines = OpenSearchDocument(
        locale: content.locale.description, article: article, url: baseURL + article.url,
        passages: content.passages[start..<next], spellings: spellings
      ).lines
      parts[parts.count - 1] += lines
      documentCount += 1
    }
  }

  /// The files by name.
  package var files: [(name: String, bytes: [UInt8])] {
    [("index.json", Array(Self.settings.utf8))]
      + parts.enumerated().map { number, bytes in
        let digits = String(number + 1)
        let zeros = String(repeating: "0", count: max(0, 3 - digits.count))
        return ("bulk-\(zeros)\(digits).ndjson", bytes)
      }
  }

  private static let settings = #"""
    {
      "settings": {
        "analysis": {
          "normalizer": {
            "exact": {"type": "custom", "filter": ["cjk_width", "lowercase", "asciifolding"]}
          },
          "analyzer": {
            "message": {
              "type": "custom",
              "tokenizer": "standard",
              "filter": ["cjk_width", "lowercase", "asciifolding", "cjk_bigram"]
            }
          }
        }
      },
      "mappings": {
        "dynamic": "strict",
        "properties": {
          "locale": {"type": "keyword"},
          "id": {"type": "keyword"},
          "url": {"type": "keyword", "index": false},
          "title": {
            "type": "text",
            "analyzer": "message",
            "fields": {"exact": {"type": "keyword", "normalizer": "exact", "ignore_above": 2000}}
          },
          "pageLocale": {"type": "keyword"},
          "fallback": {"type": "boolean"},
          "codes": {"type": "keyword", "normalizer": "exact"},
          "passages": {
            "type": "nested",
            "properties": {
              "kind": {"type": "keyword"},
              "language": {"type": "keyword"},
              "unit": {"type": "keyword"},
              "anchor": {"type": "keyword", "index": false},
              "text": {
                "type": "text",
                "analyzer": "message",
                "fields": {
                  "exact": {"type": "keyword", "normalizer": "exact", "ignore_above": 2000}
                }
              }
            }
          }
        }
      }
    }

    """#
}
