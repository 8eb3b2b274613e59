"""How answers are judged: the same rules for Hjelp and its rivals."""

import collections
import json
import math
import pathlib

FALSE_POSITIVES = 0.02
# Articles whose score is within one in a hundred of the first's are no worse than it: the answer is `ambiguous`.
TIE = 0.99

Query = collections.namedtuple("Query", "set locale text relevant")
# What an engine says to a query: articles `(id, score)` best first, the confidence of each normalisation, and the seconds.
Answer = collections.namedtuple("Answer", "ranked confidences seconds")

NORMALISATIONS = {
    "score": lambda score, words, known, whole: score,
    "score ÷ words": lambda score, words, known, whole: score / max(1, words),
    "score ÷ √words": lambda score, words, known, whole: score / math.sqrt(max(1, words)),
    "score ÷ self-score": lambda score, words, known, whole: score / max(whole, 1e-9),
    "score ÷ self-score of known words": lambda score, words, known, whole: score / max(known, 1e-9),
    "score² ÷ self-score": lambda score, words, known, whole: score * score / max(whole, 1e-9),
    "score² ÷ self-score of known words": lambda score, words, known, whole: score * score / max(known, 1e-9),
}


def read_queries(shared):
    """The development queries, with the ids of articles as the site of the corpus has them."""
    queries = []
    for line in (pathlib.Path(shared) / "lookup" / "dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        relevant = {"AlchemyInsights/" + path.removesuffix(".md") for path in row["relevant"]}
        queries.append(Query(row["set"], row["locale"], row["text"], relevant))
    return queries


def is_retranslated(query):
    return query.set.startswith("retranslated")


def confidences(ranked, scales):
    """The first article's score in each normalisation; `scales` are words, self-score of the known ones, self-score."""
    if not ranked:
        return None
    return {name: of(ranked[0][1], *scales) for name, of in NORMALISATIONS.items()}


def outcome(query, articles, is_answered, is_ambiguous):
    """`none`, `false` (an answer where nothing is relevant), `right` or `wrong`."""
    if not is_answered:
        return "none"
    if not query.relevant:
        return "false"
    return "right" if query.relevant.intersection(articles[:5 if is_ambiguous else 1]) else "wrong"


def rival_outcome(query, answer, normalisation, threshold):
    ranked = answer.ranked
    is_answered = bool(ranked) and answer.confidences[normalisation] > threshold
    is_ambiguous = len(ranked) > 1 and ranked[1][1] >= ranked[0][1] * TIE
    return outcome(query, [article for article, _ in ranked], is_answered, is_ambiguous)


def threshold(pairs, normalisation):
    """The lowest threshold at which at most 2 % of the queries without a right answer get one."""
    unanswerable = [answer for query, answer in pairs if not query.relevant]
    found = sorted((answer.confidences[normalisation] for answer in unanswerable if answer.ranked), reverse=True)
    allowed = int(FALSE_POSITIVES * len(unanswerable))
    return found[allowed] if allowed < len(found) else 0.0


def tuned(pairs, by_locale=True, normalisations=tuple(NORMALISATIONS)):
    """The normalisation of these that answers most queries right, with a threshold for each locale or one for all.

    `pairs` are (query, answer) of the queries that are not retranslated titles. Gives the name, the thresholds and the
    outcome of each pair.
    """
    best = None
    for name in normalisations:
        thresholds = {locale: threshold([pair for pair in pairs if pair[0].locale == locale or not by_locale], name)
                      for locale in sorted({query.locale for query, _ in pairs})}
        outcomes = [rival_outcome(query, answer, name, thresholds[query.locale]) for query, answer in pairs]
        if best is None or outcomes.count("right") > best[2].count("right"):
            best = name, thresholds, outcomes
    return best


def in_first_five(query, ranked):
    return bool(query.relevant.intersection(article for article, _ in ranked[:5]))


def by_set(queries, outcomes, rankings):
    """For each set: queries, the number of each outcome, right first and in the first five whatever the threshold."""
    sets = {}
    for query, result, ranked in zip(queries, outcomes, rankings):
        counts = sets.setdefault(query.set, collections.Counter())
        counts["queries"] += 1
        counts[result] += 1
        counts["answerable"] += bool(query.relevant)
        counts["first"] += bool(ranked) and ranked[0][0] in query.relevant
        counts["five"] += in_first_five(query, ranked)
    return sets
