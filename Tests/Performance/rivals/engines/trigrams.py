"""PostgreSQL's pg_trgm: similarity of trigrams, with a GiST index that gives the nearest texts."""

import preparation
from engines import cluster

NAME = "PostgreSQL pg_trgm"
NEAREST = 40
# What a similarity to a part is worth beside one to the whole, and the characters from which on a part counts in full.
PART_WEIGHT = 0.85
FULL_LENGTH = 30.0
CODE_SCORE = 1.0

missing = cluster.missing


class Engine(cluster.Connection):
    """Texts in lower case; the nearest as a whole and those that hold the query, by the best of three similarities."""

    def __init__(self, folder, locale, documents, server):
        super().__init__(server)
        self.table, self.codes = cluster.table("trigrams", folder), cluster.table("codes", folder)
        self.run("CREATE EXTENSION IF NOT EXISTS pg_trgm",
                 f"CREATE TABLE {self.table}(number int PRIMARY KEY, text text, articles text)",
                 f"CREATE TABLE {self.codes}(code text, number int)")
        self.insert(f"INSERT INTO {self.table} VALUES %s", "(%s, %s, %s)",
                    ((number, compared(document.text), " ".join(document.articles))
                     for number, document in enumerate(documents)))
        self.insert(f"INSERT INTO {self.codes} VALUES %s", "(%s, %s)",
                    ((code, number) for number, document in enumerate(documents)
                     for code in preparation.codes(document.text)))
        self.run(f"CREATE INDEX {self.table}_nearest ON {self.table} USING gist(text gist_trgm_ops(siglen = 256))",
                 f"CREATE INDEX ON {self.codes}(code)", f"VACUUM ANALYZE {self.table}", f"ANALYZE {self.codes}")

    def search(self, text):
        """The best of: similarity; of the query to a part of the passage; of the passage to a part of the query.

        A part counts less the shorter it is, and a code that the passage holds adds as much as equality.
        """
        sought = {"text": compared(text), "codes": preparation.codes(text)}
        return self.rows(
            f"""SELECT number,
                  greatest(similarity(text, %(text)s),
                           {PART_WEIGHT} * word_similarity(%(text)s, text)
                             * sqrt(least(1, length(%(text)s) / {FULL_LENGTH})),
                           {PART_WEIGHT} * word_similarity(text, %(text)s) * sqrt(least(1, length(text) / {FULL_LENGTH})))
                  + {CODE_SCORE} * (SELECT count(*) FROM {self.codes} AS held
                                    WHERE held.number = near.number AND code = ANY(%(codes)s::text[])) AS score
                FROM ((SELECT number, text FROM {self.table} ORDER BY text <-> %(text)s LIMIT {NEAREST})
                      UNION (SELECT number, text FROM {self.table} ORDER BY %(text)s <<-> text LIMIT {NEAREST})
                      UNION (SELECT number, text FROM {self.codes} JOIN {self.table} USING (number)
                             WHERE code = ANY(%(codes)s::text[]))) AS near
                ORDER BY score DESC""", sought)

    def search_plain(self, text):
        """The nearest by similarity."""
        return self.rows(f"SELECT number, similarity(text, %(text)s) AS score FROM {self.table} "
                         f"ORDER BY text <-> %(text)s LIMIT {NEAREST}", {"text": compared(text)})

    def scales(self, text):
        """The number of characters; a similarity needs no other scale."""
        return len(text), 1.0, 1.0

    def sizes(self):
        """Bytes of the indexes and of the texts."""
        index = self.size(self.table + "_nearest")
        return index + self.size(self.codes), self.size(self.table) - index


def compared(text):
    return preparation.normalised(text).lower().replace("\0", " ")
