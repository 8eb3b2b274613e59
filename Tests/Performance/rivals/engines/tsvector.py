"""PostgreSQL's full text search: tsvector with a GIN index."""

import preparation
from engines import cluster

NAME = "PostgreSQL tsvector"
CODE_WEIGHT = 5.0
PHRASE_WEIGHT = 2.0
# The rarest words of a query find the rows that are scored: so many rows, and at least two words.
MOST_ROWS = 1500
MEAN_LENGTH = 12

missing = cluster.missing


class Engine(cluster.Connection):
    """Configuration `simple`, codes with label A. PostgreSQL has no inverse document frequency: it is reckoned in SQL."""

    def __init__(self, folder, locale, documents, server):
        super().__init__(server)
        self.count = len(documents)
        self.table, self.texts = cluster.table("words", folder), cluster.table("texts", folder)
        self.run(f"CREATE TABLE {self.table}(number int PRIMARY KEY, words tsvector)",
                 f"CREATE TABLE {self.texts}(number int PRIMARY KEY, text text, articles text)")
        self.insert(f"INSERT INTO {self.table} VALUES %s",
                    "(%s, to_tsvector('simple', %s) || setweight(to_tsvector('simple', %s), 'A'))",
                    ((number, preparation.spaced(document.text), " ".join(preparation.codes(document.text)))
                     for number, document in enumerate(documents)))
        self.insert(f"INSERT INTO {self.texts} VALUES %s", "(%s, %s, %s)",
                    ((number, document.text, " ".join(document.articles)) for number, document in enumerate(documents)))
        self.run(f"CREATE INDEX ON {self.table} USING gin(words) WITH (fastupdate = off)", f"VACUUM ANALYZE {self.table}")
        self.frequencies = dict(self.rows(f"SELECT word, ndoc FROM ts_stat('SELECT words FROM {self.table}')"))

    def search(self, text):
        """The rows with one of the rarest words, by the sum of the rarity of the words they hold, as BM25 does it."""
        words, phrase = self._words(text)
        weights = {word: weight for word, weight in self._weighted(words, text) if word in self.frequencies}
        rare, rows = [], 0
        for word in sorted(weights, key=self.frequencies.get):
            rows += self.frequencies[word]
            if len(rare) >= 2 and rows > MOST_ROWS:
                break
            rare.append(word)
        if not rare:
            return []
        return self.rows(
            f"""SELECT number, 2.2 / (1 + 1.2 * (0.25 + 0.75 * length(words) / {MEAN_LENGTH}.0))
                  * (SELECT sum(weight) FROM unnest(%s::text[], %s::float8[]) AS sought(word, weight)
                     WHERE word = ANY(tsvector_to_array(words)))
                  + CASE WHEN words @@ %s::tsquery THEN %s ELSE 0 END AS score
                FROM {self.table} WHERE words @@ %s::tsquery ORDER BY score DESC LIMIT 60""",
            (list(weights), list(weights.values()), phrase, PHRASE_WEIGHT * sum(weights.values()), any_of(rare)))

    def search_plain(self, text):
        """The words of the query with OR, by ts_rank_cd over the logarithm of the length; the rarest words find the rows."""
        words, _ = self._words(text)
        known = sorted((word for word in words if word in self.frequencies), key=self.frequencies.get)
        rare = [word for at, word in enumerate(known)
                if at < 2 or sum(map(self.frequencies.get, known[:at + 1])) <= MOST_ROWS]
        if not rare:
            return []
        return self.rows(f"SELECT number, ts_rank_cd(words, %s::tsquery, 1) AS score FROM {self.table} "
                         "WHERE words @@ %s::tsquery ORDER BY score DESC LIMIT 60", (any_of(known), any_of(rare)))

    def scales(self, text):
        """The number of words, and what a passage of just these words would score: of those known, and of all."""
        words, _ = self._words(text)
        weighted = self._weighted(words, text)
        known = sum(weight for word, weight in weighted if word in self.frequencies)
        return len(weighted), known, sum(weight for _, weight in weighted)

    def sizes(self):
        """Bytes of the index and of the texts."""
        return self.size(self.table), self.size(self.texts)

    def _words(self, text):
        """The lexemes of the query, and the query for all of them as a phrase."""
        spaced = preparation.spaced(text).replace("\0", " ")
        return self.rows("SELECT tsvector_to_array(to_tsvector('simple', %s)), phraseto_tsquery('simple', %s)::text",
                         (spaced, spaced))[0]

    def _weighted(self, words, text):
        weighted = [(word, self._rarity(word)) for word in words]
        return weighted + [(code, CODE_WEIGHT * self._rarity(code)) for code in preparation.codes(text)]

    def _rarity(self, word):
        return preparation.rarity(self.count, self.frequencies.get(word, 0))


def any_of(words):
    """A query for one of these lexemes."""
    return " | ".join("'" + word.replace("\\", "\\\\").replace("'", "''") + "'" for word in words)
