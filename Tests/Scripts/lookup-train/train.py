#!/usr/bin/env python3
"""Learn the constants of Sources/HjelpLookup/ScoreModel.swift from judged queries.

    python3 train.py features.tsv [ScoreModel.swift]

features.tsv has one row for each candidate of each query, separated by tabs:
query id, set, locale, label (1 right, 0 wrong, -1 the query has no right answer), then the
features in the order of `Features.names`. README.md says how to write it.

Two logistic regressions: one over the differences between a right candidate and the wrong ones
of the same query gives the order, one over the first candidates in that order the confidence.
Python's standard library and numpy, no randomness: the same rows give the same constants.
With a second argument the constants are written into that file.
"""
import hashlib
import re
import sys
import zlib

import numpy as np

RIDGE = 1.0
# A wrong answer is worse than none, and an exact string must be answered. Titles are another
# question than error strings, and their judgements are the least sure.
SET_WEIGHTS = {"neg": 2.0, "retranslated": 0.5, "exact": 4.0}
# Added to the confidence's bias. The weights above make the model more careful than it need be; this
# much of it is given back, so that about one query in a hundred without an answer gets one.
BIAS_SHIFT = 1.2


def read(path):
    data = open(path, "rb").read()
    queries = {}
    for line in data.decode().splitlines():
        cells = line.split("\t")
        key = cells[0] + cells[1] + cells[2]
        queries.setdefault(key, (cells[1], cells[0], []))[2].append(
            (int(cells[3]), np.array([float(c) for c in cells[4:]])))
    return queries, hashlib.sha256(data).hexdigest()[:16]


def pairs(queries):
    """Differences between what is right and what is wrong in the same query."""
    xs, ws = [], []
    for name, _, candidates in queries:
        right = [x for label, x in candidates if label == 1]
        wrong = [x for label, x in candidates if label == 0]
        for good in right[:2]:
            for bad in wrong[:8]:
                xs.append(good - bad)
                ws.append(SET_WEIGHTS["retranslated"] if name.startswith("retr") else 1.0)
    return np.array(xs), np.ones(len(xs)), np.array(ws)


def firsts(queries, rank):
    """The first candidate of each query by the weights of the order."""
    xs, ys, ws = [], [], []
    for name, _, candidates in queries:
        if not candidates: continue
        label, x = max(candidates, key=lambda c: float(c[1] @ rank))
        xs.append(x)
        ys.append(1.0 if label == 1 else 0.0)
        weight = [w for prefix, w in SET_WEIGHTS.items() if name.startswith(prefix)]
        ws.append(weight[0] if weight else 1.0)
    return np.array(xs), np.array(ys), np.array(ws)


# The sign that each feature must have to make sense, in the order of Features.names; 0 is free.
SIGNS = {"queryCoverage": 1, "segmentCoverage": 1, "passageCoverage": 1, "bits": 1, "fewBits": -1,
         "knownCode": 1, "unknownCode": -1, "declared": 1, "verbatim": 1, "spread": -1,
         "moreInArticle": 1, "listing": -1, "missingBits": -1, "windowCoverage": 1, "adjacent": 1,
         "exact": 1, "title": 1, "heading": 1, "quoted": 1, "passageWindow": 1,
         "whole": 1, "part": 1, "unknownCodeFewBits": -1, "held": 1, "heldTitle": 1, "heldHeading": 1, "wholeSegment": 1}
# No query asks for what no article of the corpus declares.
FLOORS = {"declared": 2.0}


def model(queries, names):
    rank = fit(*pairs(queries), names)
    confidence = fit(*firsts(queries, rank), names)
    confidence[0] += BIAS_SHIFT
    return rank, confidence


def fit(x, y, w, names):
    bounds = np.full((len(names), 2), (-np.inf, np.inf))
    for index, name in enumerate(names):
        if SIGNS.get(name, 0) > 0: bounds[index, 0] = FLOORS.get(name, 0.0)
        if SIGNS.get(name, 0) < 0: bounds[index, 1] = 0.0
    weights = np.zeros(len(names))
    ridge = np.full(len(names), RIDGE)
    ridge[0] = 1e-6
    weights = np.clip(weights, bounds[:, 0], bounds[:, 1])
    for _ in range(60):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -40, 40)))
        gradient = x.T @ (w * (y - p)) - ridge * weights
        hessian = (x * (w * p * (1 - p))[:, None]).T @ x + np.diag(ridge)
        # Features held at their bound stay there in this step.
        held = ((weights <= bounds[:, 0]) & (gradient < 0)) | ((weights >= bounds[:, 1]) & (gradient > 0))
        free = ~held
        step = np.zeros(len(names))
        step[free] = np.linalg.solve(hessian[np.ix_(free, free)], gradient[free])
        weights = np.clip(weights + step, bounds[:, 0], bounds[:, 1])
        if np.abs(step).max() < 1e-6:
            break
    return weights


def report(queries, rank, confidence_weights):
    tallies = {}
    high = [0, 0]
    for name, _, candidates in queries:
        scored = sorted(((float(x @ rank), float(x @ confidence_weights), label) for label, x in candidates), key=lambda s: -s[0])
        tally = tallies.setdefault(re.sub(r"-(en|nb|ja)$", "", name), [0, 0, 0, 0])
        tally[0] += 1
        if not scored: continue
        confidence = 1 / (1 + np.exp(-scored[0][1]))
        tally[1] += confidence >= 0.8
        tally[2] += confidence >= 0.8 and scored[0][2] == 1
        tally[3] += any(label == 1 for _, _, label in scored[:5])
        if confidence >= 0.9:
            high[0] += 1
            high[1] += scored[0][2] == 1
    for name in sorted(tallies):
        n, answered, right, five = tallies[name]
        print(f"{name:14} n {n:4} answered {answered / n:6.1%} first right {right / n:6.1%} in five {five / n:6.1%}")
    print("confidence >= 0.9:", high, f"{high[1] / max(1, high[0]):.2%}")


def main():
    queries, digest = read(sys.argv[1])
    source = open(sys.argv[2]).read() if len(sys.argv) > 2 else None
    features = open(re.sub(r"ScoreModel.swift$", "Features.swift", sys.argv[2])).read() if source else ""
    names = re.findall(r'"(\w+)"', features[features.index("names = ["):features.index("]", features.index("names = ["))])
    everything = list(queries.values())
    folds = [[], []]
    for query in everything:
        folds[zlib.crc32(query[1].encode()) % 2].append(query)
    for part in (0, 1):
        print("trained on one half, tested on the other:", part)
        report(folds[1 - part], *model(folds[part], names))
    rank, confidence = model(everything, names)
    print("all:")
    report(everything, rank, confidence)
    for row in zip(names, rank, confidence):
        print("  %-16s %8.3f %8.3f" % row)
    if source:
        for name, weights in (("rankWeights", rank), ("confidenceWeights", confidence)):
            numbers = wrap([f"{w:.3f}".rstrip("0").rstrip(".") for w in weights])
            body = "\n".join("    " + line for line in numbers)
            source = re.sub(name + r": \[Double\] = \[\n.*?\n  \]", f"{name}: [Double] = [\n{body}\n  ]", source, flags=re.S)
        source = re.sub(r'trainingHash = "\w*"', f'trainingHash = "{digest}"', source)
        open(sys.argv[2], "w").write(source)


def wrap(numbers):
    lines, line = [], ""
    for number in numbers:
        number = "0" if number == "-0" else number
        if len(line) + len(number) > 88:
            lines.append(line.rstrip())
            line = ""
        line += number + ", "
    return lines + [line.rstrip()]


if __name__ == "__main__":
    main()
