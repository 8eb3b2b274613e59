"""The passages that Hjelp's index of a locale holds, as documents for the rivals."""

import collections
import pathlib

import hjx

# A text, its language, and the ids of the articles that it stands in, the most telling kind of passage first.
Document = collections.namedtuple("Document", "text language articles")


def documents(site, locale):
    """Every distinct passage of `SITE/lookup/LOCALE.hjx` once, in the order of the file.

    Hjelp keeps a passage of several articles once with its places. So do these documents, which spares the rivals the
    copies: fewer postings, and hits that are not used up by one sentence of fifty articles.
    """
    path = pathlib.Path(site) / "lookup" / f"{locale}.hjx"
    index = hjx.Index(path, path.with_suffix(".hjs"))
    places, languages = {}, {}
    for passage in index.passages():
        languages.setdefault(passage.text, passage.language)
        articles = places.setdefault(passage.text, {})
        articles.setdefault(index.article_ids[passage.article])
    return [Document(text, languages[text], list(articles)) for text, articles in places.items()]


def ranked_articles(hits, documents, most=10):
    """The articles of hits `(document, score)`, best first: `(id, score)`, each article once with its best passage."""
    best = {}
    for number, score in hits:
        for article in documents[number].articles:
            best.setdefault(article, score)
        if len(best) >= 4 * most:
            break
    return list(best.items())[:most]
