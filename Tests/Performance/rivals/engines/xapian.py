"""Xapian, Debian's python3-xapian."""

import preparation

NAME = "Xapian"
CODE_WEIGHT = 5.0
PHRASE_WEIGHT = 2.0
CODE_PREFIX = "XC"
# How much less a corrected word weighs than one that stands there.
CORRECTED = 0.7


def missing():
    """The package that is not there, or None."""
    try:
        import xapian  # noqa: F401
    except ImportError:
        return "python3-xapian (Debian; the Python must see Debian's packages)"
    return None


class Engine:
    """Unstemmed words and n-grams of scripts without blanks, spelling correction for words that are not in the index."""

    def __init__(self, folder, locale, documents):
        import xapian
        self.xapian = xapian
        self.folder = folder / "packed"
        self.count = len(documents)
        generator = self._generator(xapian.TermGenerator.FLAG_SPELLING)
        written = xapian.WritableDatabase(str(folder / "written"), xapian.DB_CREATE_OR_OVERWRITE | xapian.DB_NO_SYNC)
        generator.set_database(written)
        for number, document in enumerate(documents):
            entry = xapian.Document()
            entry.set_data(document.text + "\t" + " ".join(document.articles))
            generator.set_document(entry)
            generator.index_text(preparation.normalised(document.text))
            for code in preparation.codes(document.text):
                entry.add_term(CODE_PREFIX + code)
            written.add_document(entry)
        written.commit()
        written.compact(str(self.folder))
        written.close()
        self.database = xapian.Database(str(self.folder))
        self.enquire = xapian.Enquire(self.database)
        self.enquire.set_weighting_scheme(xapian.BM25Weight(1.2, 0, 1, 0.75, 0.5))
        self.query_generator = self._generator(0)

    def search(self, text):
        """The words with OR, unknown ones corrected, the whole as a phrase, and the codes."""
        query = self.xapian.Query
        words = self._words(text)
        parts = []
        for word in dict.fromkeys(words):
            if self.database.get_termfreq(word):
                parts.append(query(word))
            elif len(word) >= 4 and word.isascii() and word.isalpha():
                near = self.database.get_spelling_suggestion(word, 1 if len(word) < 8 else 2)
                if near:
                    parts.append(query(query.OP_SCALE_WEIGHT, query(near.decode()), CORRECTED))
        if len(words) > 1 and all(map(self.database.get_termfreq, set(words))):
            parts.append(query(query.OP_SCALE_WEIGHT, query(query.OP_PHRASE, words), PHRASE_WEIGHT))
        for code in preparation.codes(text):
            parts.append(query(query.OP_SCALE_WEIGHT, query(CODE_PREFIX + code), CODE_WEIGHT))
        return self._hits(parts)

    def search_plain(self, text):
        """The words of the query with OR."""
        return self._hits([self.xapian.Query(word) for word in dict.fromkeys(self._words(text))])

    def scales(self, text):
        """The number of words, and what a passage of just these words would score: of those known, and of all."""
        known = unknown = 0.0
        terms = [(word, 1.0) for word in set(self._words(text))]
        terms += [(CODE_PREFIX + code, CODE_WEIGHT) for code in preparation.codes(text)]
        for term, weight in terms:
            frequency = self.database.get_termfreq(term)
            score = weight * preparation.rarity(self.count, frequency)
            known += score if frequency else 0
            unknown += 0 if frequency else score
        return len(terms), known, known + unknown

    def sizes(self):
        """Bytes of the index and of the texts."""
        files = [path for path in self.folder.iterdir() if path.is_file()]
        texts = sum(path.stat().st_size for path in files if path.name.startswith("docdata"))
        return sum(path.stat().st_size for path in files) - texts, texts

    def pin(self, core):
        """Nothing: the search runs in this process."""

    def close(self):
        self.database.close()

    def _generator(self, flags):
        generator = self.xapian.TermGenerator()
        generator.set_stemming_strategy(self.xapian.TermGenerator.STEM_NONE)
        generator.set_flags(flags | self.xapian.TermGenerator.FLAG_CJK_NGRAM)
        return generator

    def _words(self, text):
        """The terms of the query in the order of their places."""
        entry = self.xapian.Document()
        self.query_generator.set_document(entry)
        self.query_generator.set_termpos(0)
        self.query_generator.index_text(preparation.normalised(text))
        placed = [(place, term.term.decode()) for term in entry.termlist() for place in term.positer]
        return [word for _, word in sorted(placed)]

    def _hits(self, parts):
        if not parts:
            return []
        self.enquire.set_query(self.xapian.Query(self.xapian.Query.OP_OR, parts))
        return [(match.docid - 1, match.weight) for match in self.enquire.get_mset(0, 60)]
