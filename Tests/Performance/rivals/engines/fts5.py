"""SQLite FTS5, in Python's own sqlite3."""

import sqlite3
import unicodedata

import preparation

NAME = "SQLite FTS5"
CODE_WEIGHT = 5
PHRASE_WEIGHT = 2


def missing():
    """The package that is not there, or None."""
    try:
        sqlite3.connect(":memory:").execute("CREATE VIRTUAL TABLE probe USING fts5(text)")
    except sqlite3.OperationalError:
        return "a Python whose SQLite has FTS5"
    return None


class Engine:
    """Contentless, words as unicode61 makes them, a second column for codes; what weighs more is sought several times."""

    def __init__(self, folder, locale, documents):
        self.paths = folder / "index.db", folder / "text.db"
        self.count = len(documents)
        index = self.database = sqlite3.connect(self.paths[0])
        index.execute("PRAGMA cache_size = -262144")
        index.execute("CREATE VIRTUAL TABLE passages USING fts5(text, codes, content='', columnsize=1, "
                      "tokenize=\"unicode61 remove_diacritics 2\")")
        index.executemany("INSERT INTO passages(rowid, text, codes) VALUES (?, ?, ?)", (
            (number, preparation.spaced(document.text), " ".join(preparation.codes(document.text)))
            for number, document in enumerate(documents)))
        index.execute("INSERT INTO passages(passages) VALUES ('optimize')")
        index.commit()
        index.execute("VACUUM")
        with sqlite3.connect(self.paths[1]) as texts:
            texts.execute("CREATE TABLE text(id INTEGER PRIMARY KEY, text TEXT, articles TEXT)")
            texts.executemany("INSERT INTO text VALUES (?, ?, ?)", (
                (number, document.text, " ".join(document.articles)) for number, document in enumerate(documents)))
        texts.close()
        index.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', 'passages', 'row')")
        self.frequencies = dict(index.execute("SELECT term, doc FROM vocabulary"))

    def search(self, text):
        """The words of the query with OR, what stands together as a phrase too, then the whole as one, and the codes."""
        parts, words = [], []
        for chunk in preparation.spaced(text).split():
            pieces = preparation.WORD.findall(chunk)
            words += pieces
            parts += pieces
            if len(pieces) > 1:
                parts.append(" ".join(pieces))
        phrase = PHRASE_WEIGHT * [" ".join(words)] if len(words) > 1 else []
        return self._hits(list(dict.fromkeys(parts)) + phrase + CODE_WEIGHT * preparation.codes(text))

    def search_plain(self, text):
        """The words of the query with OR."""
        return self._hits(list(dict.fromkeys(preparation.WORD.findall(preparation.spaced(text)))))

    def scales(self, text):
        """The number of words, and what a passage of just these words would score: of those known, and of all."""
        known = unknown = 0.0
        words = [(folded(word), 1) for word in set(preparation.WORD.findall(preparation.spaced(text)))]
        words += [(code, CODE_WEIGHT) for code in preparation.codes(text)]
        for word, weight in words:
            frequency = self.frequencies.get(word, 0)
            score = weight * preparation.rarity(self.count, frequency)
            known += score if frequency else 0
            unknown += 0 if frequency else score
        return len(words), known, known + unknown

    def sizes(self):
        """Bytes of the index and of the texts."""
        return tuple(path.stat().st_size for path in self.paths)

    def pin(self, core):
        """Nothing: the search runs in this process."""

    def close(self):
        self.database.close()

    def _hits(self, parts):
        if not parts:
            return []
        query = " OR ".join(f'"{part}"' for part in parts)
        rows = self.database.execute("SELECT rowid, -bm25(passages) AS score FROM passages WHERE passages MATCH ? "
                                     "ORDER BY score DESC LIMIT 60", (query,))
        return rows.fetchall()


def folded(word):
    """A word as unicode61 keeps it."""
    if word.isascii():
        return word.lower()
    letters = unicodedata.normalize("NFD", word.lower())
    return unicodedata.normalize("NFC", "".join(letter for letter in letters if not "\u0300" <= letter <= "\u036f"))
