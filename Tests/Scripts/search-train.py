#!/usr/bin/env python3
"""Learns the weights of the search page's reader from what the lookup answers.

    python3 Tests/Scripts/search-train.py HJELP SHARED [--write] [--halves]

HJELP is the program, SHARED the folder with `corpus` and the development queries. nb-NO and ja-JP are built; the search page
of each is opened from the disk in Chromium, and its own reader gives for each query the passages that it finds, with their
features. A passage is right if the lookup is sure of its article. A logistic regression over these is the weights; `--write`
puts them into `hjelp-search.js`, with a threshold at which most answers are the same. `--halves` tells how many are the same
for queries of one half with the weights of the other half. Needs numpy, playwright and Chromium.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import numpy
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests/Pages"))
from search import is_same, lookups  # noqa: E402

READER = ROOT / "Sources/HjelpTheme/Resources/hjelp-search.js"


def learn(features, right):
    mean, spread = features.mean(0), features.std(0) + 1e-9
    mean[0], spread[0] = 0, 1
    scaled, weights = (features - mean) / spread, numpy.zeros(features.shape[1])
    for _ in range(60):
        chance = 1 / (1 + numpy.exp(-numpy.clip(scaled @ weights, -30, 30)))
        slope = chance * (1 - chance) + 1e-6
        step = numpy.linalg.solve((scaled * slope[:, None]).T @ scaled + 0.05 * numpy.eye(len(weights)),
                                  scaled.T @ (chance - right) + 0.05 * weights)
        weights -= step
    weights = weights / spread
    weights[0] -= (weights * mean)[1:].sum()
    return weights


def same(weights, queries, threshold):
    """How many queries get the answer of the lookup."""
    count = 0
    for status, sure, found in queries:
        best, score = None, -99
        for identifier, values in found:
            own = float(values @ weights)
            if own > score:
                best, score = identifier, own
        count += is_same(status, sure, best if score >= threshold else None)
    return count


def fitted(queries):
    rows = [(values, identifier in sure) for _, sure, found in queries for identifier, values in found]
    weights = learn(numpy.array([values for values, _ in rows]), numpy.array([float(right) for _, right in rows]))
    best = max(numpy.arange(-3, 2, 0.125), key=lambda threshold: (same(weights, queries, threshold), -abs(threshold)))
    weights[0] -= best
    return weights


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("hjelp")
    options.add_argument("shared")
    options.add_argument("--write", action="store_true")
    options.add_argument("--halves", action="store_true")
    options = options.parse_args()
    shared, queries, sets = pathlib.Path(options.shared), [], []
    development = [json.loads(line) for line in (shared / "lookup/dev.jsonl").open()]
    with tempfile.TemporaryDirectory() as name, sync_playwright() as play:
        site = pathlib.Path(name) / "site"
        subprocess.run([options.hjelp, "build", "nb-NO", "ja-JP", "--output", site, "--quiet"],
                       cwd=shared / "corpus/alchemy", check=True, capture_output=True)
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        for locale in ("nb-NO", "ja-JP"):
            page.goto((site / locale / "search.html").as_uri())
            own = [query for query in development if query["locale"] == locale]
            for query, (status, sure) in zip(own, lookups(options.hjelp, site, own)):
                found = page.evaluate("text => hjelpSearch.candidates(text)", query["text"])["found"]
                queries.append((status, sure, [(f["id"], numpy.array(f["values"], float)) for f in found]))
                sets.append((locale, query["set"]))
        browser.close()
    weights = fitted(queries)
    print(f"{same(weights, queries, 0)} of {len(queries)} answers are the lookup's")
    if options.halves:
        even, odd = queries[::2], queries[1::2]
        count = same(fitted(even), odd, 0) + same(fitted(odd), even, 0)
        print(f"{count} of {len(queries)} with the weights of the other half")
    by_set = collections.Counter()
    for query, group in zip(queries, sets):
        by_set[group, bool(same(weights, [query], 0))] += 1
    for group in sorted(set(sets)):
        print(*group, f"{by_set[group, True]} of {by_set[group, True] + by_set[group, False]}")
    if options.write:
        numbers = ", ".join(f"{weight:.3g}" for weight in weights)
        text = READER.read_text("utf-8")
        READER.write_text(re.sub(r"const weights = \[[^\]]*\]", f"const weights = [{numbers}]", text), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
