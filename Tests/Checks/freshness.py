#!/usr/bin/env python3
"""Edits planted in 100 English articles: exactly the sentences that were touched are called stale.

Also: 899 of 899 hashes, and the articles that Norwegian and Japanese translate of different versions,
counted by a reader of its own.

Usage: freshness.py HJELP SHARED [--articles N] [--seed N]
"""
import argparse
import hashlib
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Pages"))
from corpus import UNIT
from reporting import Report

KINDS = ["changed", "added", "removed", "moved"]
WORDS = {"changed": "has changed", "added": "more here", "removed": "no longer has",
         "moved": "at another place"}


def field(text, name):
    match = re.search(rf"^{re.escape(name)}: *(.*)$", text.split("\n---\n", 1)[0], re.M)
    return match[1].strip() if match else None


def plant(dice, spanish, english, kind):
    """The English text with one edit, and the unit whose sentence it touches; None if none fits."""
    units = [u for u in UNIT.finditer(spanish)
             if re.fullmatch(r"[A-Z][\w ,'-]{40,}\.", u["source"]) and english.count(u["source"]) == 1]
    if len(units) < 4:
        return None
    unit = dice.choice(units)
    sentence = unit["source"]
    place = english.index(sentence)
    end = place + len(sentence)
    if kind == "changed":
        blank = sentence.index(" ", 20)
        return english[:place] + sentence[:blank] + " seldom" + sentence[blank:] + english[end:], unit
    if kind == "added":
        return english[:end] + " Close all other windows before that." + english[end:], unit
    if kind == "removed":
        return english[:place] + english[end:].lstrip(" "), unit
    others = [u for u in units if abs(english.index(u["source"]) - place) > 300]
    if not others:
        return None
    other = dice.choice(others)["source"]
    # The longer of two sentences that change places is the one that stays.
    if len(other) < len(sentence):
        return None
    without = english[:place] + english[end:].lstrip(" ")
    after = without.index(other) + len(other)
    return without[:after] + " " + sentence + without[after:], unit


def main():
    options = argparse.ArgumentParser()
    options.add_argument("hjelp")
    options.add_argument("shared")
    options.add_argument("--articles", type=int, default=100)
    options.add_argument("--seed", type=int, default=3)
    options = options.parse_args()
    hjelp = str(pathlib.Path(options.hjelp).resolve())
    corpus = pathlib.Path(options.shared) / "corpus"
    dice = random.Random(options.seed)
    report = Report()

    def findings(folder, *paths):
        run = subprocess.run([hjelp, "check", *paths, "--min", "info", "--format", "json"],
                             cwd=folder, capture_output=True, text=True)
        return [x for x in json.loads(run.stdout)["diagnostics"] if x["rule"].startswith("freshness.")]

    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for locale in ("es-ES", "en-US"):
            shutil.copytree(corpus / "office-dev" / locale, folder / locale)
        pairs = [(path, folder / "en-US" / path.relative_to(folder / "es-ES"))
                 for path in sorted((folder / "es-ES").rglob("*.md"))]
        fresh = sum(
            hashlib.sha1(english.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
            .hexdigest() == field(spanish.read_text(), "ms.openlocfilehash").lower()
            for spanish, english in pairs if english.exists())
        found = findings(folder, "es-ES", "en-US")
        report.check(fresh == len(pairs) and found == [],
                     f"{fresh} of {len(pairs)} hashes are the English file's, nothing is stale",
                     details=map(str, found))

        wanted, edits = {}, {}
        dice.shuffle(pairs)
        for spanish, english in pairs:
            if len(wanted) == options.articles:
                break
            kind = KINDS[len(wanted) % len(KINDS)]
            planted = plant(dice, spanish.read_text(), english.read_text(), kind)
            if planted is None:
                continue
            english.write_text(planted[0])
            key = str(spanish.relative_to(folder))
            wanted[key] = planted[1]["id"]
            edits[key] = (kind, planted[1]["source"])
        found = findings(folder, "es-ES", "en-US")
        by_file = {}
        for finding in found:
            by_file.setdefault(finding["file"], []).append(finding)
        wrong, kinds = [], []
        for file, unit in wanted.items():
            units = {x.get("unit") for x in by_file.get(file, [])}
            if units != {unit}:
                wrong.append(f"{file} {edits[file]} wanted {unit}, found "
                             + str([(x.get("unit"), x["message"]) for x in by_file.get(file, [])])[:600])
            elif WORDS[edits[file][0]] not in by_file[file][0]["message"]:
                kinds.append(f"{file} {edits[file][0]}: {by_file[file][0]['message']}")
        report.check(not wrong, f"{len(wanted)} articles with an edit: exactly the touched units",
                     f"{len(wanted) - len(wrong)} right", details=wrong)
        report.check(not kinds, "each is said to be what it is", details=kinds)
        strangers = set(by_file) - set(wanted)
        report.check(not strangers, "no other article is stale", details=strangers)

        # A file that has no source any more.
        gone = pairs[0][1]
        gone.unlink()
        found = [x for x in findings(folder, "es-ES", "en-US") if x["rule"] == "freshness.orphan"]
        report.check([x["file"] for x in found] == [str(pairs[0][0].relative_to(folder))],
                     "a translation without its source is an orphan", details=map(str, found))

        # Without pairs: other numbers of parts, and a hash that is not the source's.
        (folder / "plain/en-US").mkdir(parents=True)
        (folder / "plain/nb-NO").mkdir()
        (folder / "plain/en-US/a.md").write_text("# A\n\n## B\n\n![x](x.png)\n")
        (folder / "plain/nb-NO/a.md").write_text("# A\n")
        found = findings(folder / "plain", "nb-NO", "en-US")
        report.check(len(found) == 2 and all(x["rule"] == "freshness.structure" for x in found),
                     "headings and images are counted where there are no pairs",
                     details=map(str, found))

    # Two locales without their source.
    differ, same = set(), set()
    for path in sorted((corpus / "alchemy/nb-NO").rglob("*.md")):
        twin = corpus / "alchemy/ja-JP" / path.relative_to(corpus / "alchemy/nb-NO")
        if not twin.exists():
            continue
        one, other = path.read_text(), twin.read_text()
        if field(one, "ms.openlocfilehash") in (None, field(other, "ms.openlocfilehash")) \
                or not field(other, "ms.openlocfilehash"):
            continue
        differ.add(path.relative_to(corpus / "alchemy/nb-NO").as_posix())
        texts = [re.sub(r"\s+", " ", re.sub(
            r"(?i)/[a-z]{2}-[a-z]{2}(?=/)|/(?=[)\s])", "",
            " ".join(m["source"] for m in UNIT.finditer(text)))).strip() for text in (one, other)]
        if texts[0] == texts[1]:
            same.add(path.relative_to(corpus / "alchemy/nb-NO").as_posix())
    found = findings(corpus / "alchemy", "nb-NO", "ja-JP")
    called = {x["file"].split("/", 1)[1] for x in found}
    report.check(len(differ) == 178, f"{len(differ)} articles are of different versions")
    report.check(not called & same, f"{len(same)} of them have the same source text but for blanks and "
                 "the locale in URLs: none is called stale", details=called & same)
    # 143 of the 178 have the same text by the count of the format's description.
    report.check(called <= differ and len(called) <= 178 - 143,
                 f"{len(called)} differ in sentences that are named, at most 35",
                 f"{len(found)} sentences", details=called - differ)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
