"""Tantivy, from PyPI."""

import math

import preparation

NAME = "Tantivy"
CODE_WEIGHT = 5.0
PHRASE_WEIGHT = 2.0
SLOP = 3
# What a word within the edit distance scores; the words of the corpus score 5 to 11.
FUZZY_SCORE = 8.0
MOST_WORDS = 200


def missing():
    """The package that is not there, or None."""
    try:
        import tantivy  # noqa: F401
    except ImportError:
        return "tantivy (PyPI)"
    return None


class Engine:
    """Words in lower case without marks, codes in a field of their own, fuzzy terms for words that are not in the index."""

    def __init__(self, folder, locale, documents):
        import tantivy
        self.tantivy = tantivy
        self.folder = folder
        self.count = len(documents)
        builder = tantivy.TextAnalyzerBuilder
        self.analyzer = (builder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.remove_long(120))
                         .filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.ascii_fold()).build())
        schema = tantivy.SchemaBuilder()
        schema.add_unsigned_field("number", stored=False, fast=True)
        schema.add_text_field("text", tokenizer_name="words")
        schema.add_text_field("codes", tokenizer_name="codes", index_option="freq")
        schema.add_text_field("stored", stored=True, index_option="basic", tokenizer_name="nothing")
        self.schema = schema.build()
        index = tantivy.Index(self.schema, path=str(folder))
        index.register_tokenizer("words", self.analyzer)
        index.register_tokenizer("codes", builder(tantivy.Tokenizer.whitespace()).build())
        index.register_tokenizer("nothing", builder(tantivy.Tokenizer.raw()).filter(tantivy.Filter.remove_long(1)).build())
        writer = index.writer(256_000_000, 1)
        for number, document in enumerate(documents):
            entry = tantivy.Document()
            entry.add_unsigned("number", number)
            entry.add_text("text", preparation.spaced(document.text))
            entry.add_text("codes", " ".join(preparation.codes(document.text)))
            entry.add_text("stored", document.text + "\t" + " ".join(document.articles))
            writer.add_document(entry)
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self.searcher = index.searcher()

    def search(self, text):
        """The words with OR, unknown ones within an edit distance, the whole as a phrase with slop, and the codes."""
        query = self.tantivy.Query
        terms = self.analyzer.analyze(preparation.spaced(text))[:MOST_WORDS]
        parts = []
        for term in dict.fromkeys(terms):
            if self.searcher.doc_freq("text", term):
                parts.append(query.term_query(self.schema, "text", term))
            elif len(term) >= 4 and term.isascii() and term.isalpha():
                near = query.fuzzy_term_query(self.schema, "text", term, distance=1 if len(term) < 8 else 2)
                parts.append(query.const_score_query(near, FUZZY_SCORE))
        if len(terms) > 1:
            parts.append(query.boost_query(query.phrase_query(self.schema, "text", terms, slop=SLOP), PHRASE_WEIGHT))
        for code in preparation.codes(text):
            # BM25 would count a code for nothing, since most passages have none and one is long beside them.
            score = CODE_WEIGHT * self._rarity("codes", code)
            parts.append(query.const_score_query(query.term_query(self.schema, "codes", code), score))
        return self._hits(parts)

    def search_plain(self, text):
        """The words of the query with OR."""
        terms = self.analyzer.analyze(preparation.spaced(text))[:MOST_WORDS]
        return self._hits([self.tantivy.Query.term_query(self.schema, "text", term) for term in dict.fromkeys(terms)])

    def scales(self, text):
        """The number of words, and what a passage of just these words would score: of those known, and of all."""
        known = unknown = 0.0
        terms = set(self.analyzer.analyze(preparation.spaced(text))[:MOST_WORDS])
        fields = [("text", term, 1.0) for term in terms]
        fields += [("codes", code, CODE_WEIGHT) for code in preparation.codes(text)]
        for field, term, weight in fields:
            is_known = self.searcher.doc_freq(field, term) > 0
            score = weight * self._rarity(field, term)
            known += score if is_known else 0
            unknown += 0 if is_known else score
        return len(fields), known, known + unknown

    def sizes(self):
        """Bytes of the index and of the texts."""
        files = [path for path in self.folder.iterdir() if path.is_file()]
        texts = sum(path.stat().st_size for path in files if path.suffix == ".store")
        return sum(path.stat().st_size for path in files) - texts, texts

    def pin(self, core):
        """Nothing: the search runs in this process, on the thread that asks."""

    def close(self):
        self.searcher = None

    def _rarity(self, field, term):
        """The inverse document frequency, as Tantivy reckons it."""
        frequency = self.searcher.doc_freq(field, term)
        return math.log(1 + (self.count - frequency + 0.5) / (frequency + 0.5))

    def _hits(self, parts):
        if not parts:
            return []
        should = self.tantivy.Occur.Should
        query = self.tantivy.Query.boolean_query([(should, part) for part in parts])
        hits = self.searcher.search(query, 60, count=False).hits
        numbers = self.searcher.fast_field_values("number", [address for _, address in hits])
        return [(number, score) for number, (score, _) in zip(numbers, hits)]
