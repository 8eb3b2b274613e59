#!/usr/bin/env python3
"""Seeded defects: one mutation at a time on clean articles, and whether `hjelp check` finds it.

    Tests/Checks/mutations.py HJELP SHARED [--seed N] [--count 1000] [--kind NAME] [--verbose] [--list]

Articles of the corpus that have no finding at warning or above are changed in one place each. A mutant
counts as found if a fitting rule reports it on its line at the level that the rule has or above; a
benign mutant must report the rules and units of its untouched original and nothing else. Without
--seed each run takes a new one and prints it. A kind fails if it is found in less than 95 % of its
mutants; with fewer than 20 of them, if more than one is missed.
"""
import argparse
import collections
import pathlib
import random
import sys
import tempfile
import time

import corpus
import mutation_benign
import mutation_content
import mutation_markup
import mutation_structure
from mutation import Article, KINDS

MODULES = (mutation_structure, mutation_markup, mutation_content, mutation_benign)


# What depends on the other articles: several mutants of one article are neighbours here.
APART = ["--rule", "term.inconsistent=off", "--rule", "freshness.locales-differ=off"]

def clean(program, shared):
    """The articles without a finding at warning or above, by locale."""
    report = corpus.check(program, corpus.folders(shared), *APART)
    dirty = {d["file"] for d in report["diagnostics"] if corpus.level(d) > 0}
    noted = {d["file"] for d in report["diagnostics"]}
    found = collections.defaultdict(list)
    for locale, path, text in corpus.articles(shared):
        if str(path) not in dirty:
            article = Article(locale, text, str(path) not in noted)
            if len(article.units) >= 3:
                found[locale].append(article)
    return found


def lines(text, place):
    """The first and the last line of the damaged unit, or of the damaged line."""
    if isinstance(text, bytes):
        return 1, 1
    end = text.find("</span></span>", place)
    first = text.count("\n", 0, place) + 1
    is_unit = text.startswith(("<span", "&lt;span"), place) and end > 0
    return first, text.count("\n", 0, end) + 1 if is_unit else first


def mutants(articles, kinds, count, rng):
    """(kind, original, mutated text, lines) for each mutant; kinds take turns."""
    made = []
    dry = set()
    while len(made) < count and len(dry) < len(kinds):
        for kind in kinds:
            if kind.name in dry or len(made) >= count:
                continue
            for _ in range(3000):
                locale = rng.choice(kind.locales)
                article = rng.choice(articles[locale])
                result = kind.change(rng, article)
                if result is not None:
                    text, place = result
                    made.append((kind, article, text, lines(text, place)))
                    break
            else:
                dry.add(kind.name)
    return made


def write(folder, number, locale, text):
    path = pathlib.Path(folder) / locale / f"m{number:05d}.md"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogateescape"))
    return str(path)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("shared")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--kind")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    kinds = [k for k in KINDS if options.kind in (None, k.name)]
    if options.list:
        for kind in kinds:
            print(f"{kind.name}: {kind.summary}")
        return 0
    print(f"seed {options.seed}, {len(kinds)} kinds")
    rng = random.Random(options.seed)
    made = mutants(clean(options.program, options.shared), kinds, options.count, rng)
    with tempfile.TemporaryDirectory() as folder:
        names, originals = [], []
        for number, (kind, article, text, _) in enumerate(made):
            names.append(write(folder, number, article.locale, text))
            originals.append(
                write(folder, 50000 + number, article.locale, article.text) if kind.benign else None)
        report = corpus.check(options.program, [folder], *APART)
        by_file = collections.defaultdict(list)
        for diagnostic in report["diagnostics"]:
            by_file[diagnostic["file"]].append(diagnostic)
        tried, found, missed = collections.Counter(), collections.Counter(), []
        for (kind, article, _, line), name, original in zip(made, names, originals):
            tried[kind.name] += 1
            if kind.fits(by_file[name], line, by_file[original] if original else None):
                found[kind.name] += 1
            else:
                missed.append((kind, name, line, by_file[name]))
        if options.verbose:
            for kind, name, line, findings in missed:
                text = pathlib.Path(name).read_bytes().decode("utf-8", "replace").split("\n")
                print(f"MISSED {kind.name} {name} line {line[0]}: "
                      f"{text[min(line[0], len(text)) - 1][:600]}")
                for d in findings[:6]:
                    print(f"    {d['rule']} {d['severity']} line {d['range']['start']['line']}")
    passed = failed = 0
    for kind in kinds:
        total, good = tried[kind.name], found[kind.name]
        bad = total - good
        fails = total == 0 or (bad > 1 if total < 20 else good < 0.95 * total)
        passed, failed = (passed, failed + 1) if fails else (passed + 1, failed)
        print(f"{'FAILED' if fails else 'ok    '} {kind.name:28} {good:4} of {total}")
    print(f"all: {sum(found.values())} of {sum(tried.values())}"
          f" = {100 * sum(found.values()) / max(1, sum(tried.values())):.1f} %")
    return corpus.close(passed, failed)


if __name__ == "__main__":
    sys.exit(main())
