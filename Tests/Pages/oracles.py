#!/usr/bin/env python3
"""Proves the reading of real articles against judges from outside: what was published, what was written, and a hash.

    python3 Tests/Pages/oracles.py HJELP SHARED [--list]

HJELP is the program, SHARED the folder with `corpus`. What is proved:

- **target**: `split --side target` gives the published article, byte for byte, in 2,884 of 2,910 nb-NO and 2,884 of 2,920
  ja-JP; of the rest 25 and 33 differ only in `\\*` against `*`, and 1 and 3 are left over;
- **source**: `split --side source` gives the body of the English article (front matter and leading line ends dropped) in
  814 of 899 es-ES; of the rest, 64 are equal after escapes, entities and blanks;
- **hash**: `ms.openlocfilehash` is the SHA-1 of the English file with CRLF line ends in 899 of 899. That is no test of the
  program but of the oracle: the English files are the very versions that were translated;
- **damage**: `check` finds what FORMAT.md names as damaged, at its file and line, by a fitting rule (table `DAMAGE`), and
  `unit.id-mismatch`, `unit.duplicate-id` and `unit.order` nowhere, since the corpus holds none.

About 6 s on 2 cores. `--list` names every file that is not equal. Standard library only.
"""

import argparse
import collections
import hashlib
import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from reporting import Report  # noqa: E402

# locale: (articles, equal, differ only in the escape of an asterisk, left over). FORMAT.md, "What the two halves prove".
TARGETS = {"nb-NO": (2910, 2884, 25, 1), "ja-JP": (2920, 2884, 33, 3)}
SOURCES = (899, 814)

# Fitting rules, locale, name of the file, first and last line where the one finding may begin.
DAMAGE = [
    (["unit.malformed"], "es-ES", "how-to-search-and-obtain-appointments-in-a-time-range.md", 55, 55),
    (["unit.malformed"], "es-ES", "how-to-search-and-obtain-appointments-in-a-time-range.md", 57, 57),
    (["unit.malformed"], "es-ES", "relating-the-outlook-pia-with-the-object-model.md", 33, 33),
    (["unit.malformed"], "nb-NO", "outlook-com-setting-changes.md", 36, 36),
    (["unit.malformed"], "ja-JP", "outlook-com-setting-changes.md", 36, 36),
    (["metadata.yaml"], "nb-NO", "troubleshoot-presence-issues-outlook.md", 1, 4),
    (["metadata.yaml"], "ja-JP", "troubleshoot-presence-issues-outlook.md", 1, 4),
    (["metadata.yaml"], "nb-NO", "alchemyinsights-content-updates.md", 1, 6),
    (["metadata.yaml"], "ja-JP", "alchemyinsights-content-updates.md", 1, 6),
]
ABSENT = ["unit.id-mismatch", "unit.duplicate-id", "unit.order"]
# One cause, one finding: what else these files hold is not damage of their tags or front matter.
DAMAGE_RULES = ("unit.malformed", "metadata.yaml", "unit.missing-source", "unit.missing-target", "metadata.missing")


def articles(folder):
    return sorted(path.relative_to(folder) for path in folder.rglob("*.md"))


def split(hjelp, folder, side, output):
    run = subprocess.run([hjelp, "split", str(folder), "--side", side, "--output", str(output)],
                         capture_output=True, text=True)
    return run


def unescaped_stars(text):
    return text.replace(b"\\*", b"*")


def softened(text):
    """A body without what the two sides write differently: escapes, entities, blanks, empty bookmarks."""
    text = html.unescape(html.unescape(text.decode("utf-8", "replace")))
    text = re.sub(r'<a name="[^"]*">\s*</a>', "", text)
    return re.sub(r"\\(?=[!-/:-@\[-`{-~])|\s+", "", text)


def body_of(text):
    """The body of an English article: behind its front matter, without leading line ends."""
    if text.startswith(b"---\n"):
        end = text.find(b"\n---\n", 3)
        if end >= 0:
            text = text[end + 5:]
    return text.lstrip(b"\r\n")


def check_targets(report, hjelp, corpus, scratch, everything):
    for locale, (expected, equal_expected, stars_expected, left_expected) in TARGETS.items():
        folder, published = corpus / "alchemy" / locale, corpus / "alchemy" / f"{locale}.published"
        run = split(hjelp, folder, "target", scratch / locale)
        names = articles(folder)
        missing, stars, left, equal = [], [], [], 0
        for name in names:
            output = scratch / locale / name
            if not output.is_file():
                missing.append(name)
                continue
            ours, theirs = output.read_bytes(), (published / name).read_bytes()
            if ours == theirs:
                equal += 1
            elif unescaped_stars(ours) == unescaped_stars(theirs):
                stars.append(name)
            else:
                left.append(name)
        extra = [name for name in articles(scratch / locale) if not (folder / name).is_file()]
        report.check(run.returncode == 0 and len(names) == expected and not missing and not extra,
                     f"split --side target of {locale} writes every article",
                     f"{len(names) - len(missing)} of {expected}, {len(extra)} too many, status {run.returncode}",
                     missing + extra + run.stderr.splitlines()[-3:])
        report.check(equal >= equal_expected, f"split --side target of {locale} is the published article",
                     f"{equal} of {len(names)} byte for byte (at least {equal_expected})", left)
        report.check(len(stars) <= stars_expected and len(left) <= left_expected,
                     f"the rest of {locale} is accounted for",
                     f"{len(stars)} differ only in '\\*' against '*' (at most {stars_expected}), "
                     f"{len(left)} left over (at most {left_expected})", left)
        for reason, rest in (("only \\* against *", stars if everything else []), ("left over", left)):
            for name in rest:
                report.note(f"{locale} {reason}: {name}")


def check_sources(report, hjelp, corpus, scratch, everything):
    folder, originals = corpus / "office-dev/es-ES", corpus / "office-dev/en-US"
    run = split(hjelp, folder, "source", scratch / "source")
    names, equal, soft, left = articles(folder), 0, [], []
    for name in names:
        output = scratch / "source" / name
        ours = output.read_bytes() if output.is_file() else b""
        theirs = body_of((originals / name).read_bytes())
        if ours == theirs:
            equal += 1
        elif softened(ours) == softened(theirs):
            soft.append(name)
        else:
            left.append(name)
    expected, equal_expected = SOURCES
    report.check(run.returncode == 0 and len(names) == expected and equal >= equal_expected,
                 "split --side source of es-ES is the English body",
                 f"{equal} of {len(names)} byte for byte (at least {equal_expected}), {len(soft)} more after escapes, "
                 f"entities and blanks, {len(left)} left over, status {run.returncode}")
    report.check(equal + len(soft) >= 870, "what is left over of es-ES is as little as the corpus allows",
                 f"{len(left)} (FORMAT.md: 21, by a looser comparison)", left)
    if everything:
        for reason, rest in (("escapes, entities, blanks", soft), ("left over", left)):
            for name in rest:
                report.note(f"es-ES {reason}: {name}")


def check_hashes(report, corpus):
    folder, originals = corpus / "office-dev/es-ES", corpus / "office-dev/en-US"
    names, wrong = articles(folder), []
    for name in names:
        stated = re.search(rb"^ms\.openlocfilehash: *['\"]?([0-9a-f]{40})", (folder / name).read_bytes(), re.M)
        text = (originals / name).read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
        if not stated or hashlib.sha1(text).hexdigest().encode() != stated[1]:
            wrong.append(name)
    report.check(not wrong, "the English files are the versions that were translated (SHA-1 with CRLF)",
                 f"{len(names) - len(wrong)} of {len(names)}", wrong)


def check_findings(report, hjelp, corpus):
    paths = [corpus / "alchemy/nb-NO", corpus / "alchemy/ja-JP", corpus / "office-dev/es-ES"]
    run = subprocess.run([hjelp, "check", *map(str, paths), "--format", "json", "--min", "info"],
                         capture_output=True, text=True)
    try:
        findings = json.loads(run.stdout)["diagnostics"]
    except (ValueError, KeyError):
        report.check(False, "check gives JSON", f"status {run.returncode}", [run.stdout[:200], run.stderr[-300:]])
        return
    report.check(run.returncode == 1, "check ends with status 1, since there are errors", f"status {run.returncode}")
    place = lambda f: (f.get("locale"), pathlib.PurePosixPath(f["file"]).name, f["range"]["start"]["line"])
    named = collections.Counter()
    for rules, locale, name, first, last in DAMAGE:
        there = [f for f in findings if place(f)[:2] == (locale, name) and first <= place(f)[2] <= last]
        fitting = [f for f in there if f["rule"] in rules]
        named[locale, name] += len(fitting)
        report.check(len(fitting) == 1, f"{locale}/{name}:{first}{'' if first == last else f'-{last}'} is found once by {rules[0]}",
                     "; ".join(f"{f['rule']} {f['range']['start']['line']}:{f['range']['start']['column']} {f.get('unit')}"
                               for f in there) or "nothing there")
    beside = [f"{place(f)} {f['rule']} {f['message']}" for f in findings
              if f["rule"] in DAMAGE_RULES and place(f)[:2] in named and not any(
                  place(f)[:2] == (row[1], row[2]) and row[3] <= place(f)[2] <= row[4] for row in DAMAGE)]
    report.check(not beside, "one cause gives one finding: no other line of the damaged files is reported as damaged",
                 f"{len(beside)} more", beside)
    elsewhere = [f"{place(f)} {f['rule']} {f['message']}" for f in findings
                 if f["rule"] in DAMAGE_RULES and place(f)[:2] not in named]
    report.check(not elsewhere, "no other file is reported as damaged", f"{len(elsewhere)} findings", elsewhere)
    for rule in ABSENT:
        hits = [place(f) for f in findings if f["rule"] == rule]
        report.check(not hits, f"{rule} is found nowhere", f"{len(hits)} findings", hits)
    check_ranges(report, findings)
    print("findings by rule (errors, warnings, infos; nb-NO, ja-JP, es-ES):")
    for rule in sorted({f["rule"] for f in findings}):
        mine = [f for f in findings if f["rule"] == rule]
        levels = collections.Counter(f["severity"] for f in mine)
        locales = collections.Counter(f.get("locale") for f in mine)
        report.note(f"{rule:26} {levels['error']:5} {levels['warning']:5} {levels['info']:5}    "
                    + " ".join(f"{locales[locale]:5}" for locale in ("nb-NO", "ja-JP", "es-ES")))


def check_ranges(report, findings):
    """Each place, read again from the file: the offset is in it, and its line and column are those of the offset."""
    wrong, texts = [], {}
    for finding in findings:
        text = texts.get(finding["file"])
        if text is None:
            text = texts[finding["file"]] = pathlib.Path(finding["file"]).read_bytes()
        for end in ("start", "end"):
            place = finding["range"][end]
            before = text[:place["offset"]]
            line = before.count(b"\n") + 1
            column = len(before[before.rfind(b"\n") + 1:].decode("utf-8", "replace")) + 1
            if place["offset"] > len(text) or (line, column) != (place["line"], place["column"]):
                wrong.append(f"{finding['file']}: {finding['rule']} {end} {place}, counted {line}:{column}")
    report.check(not wrong, "each finding's line and column are those of its byte offset",
                 f"{len(findings)} findings, {len(wrong)} wrong", wrong)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hjelp")
    parser.add_argument("shared")
    parser.add_argument("--list", action="store_true", help="name every file that is not equal")
    options = parser.parse_args()
    report = Report()
    corpus = pathlib.Path(options.shared) / "corpus"
    if not corpus.is_dir():
        report.skip("the corpus oracles", f"{corpus} is not there")
        return report.finish()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        check_targets(report, options.hjelp, corpus, scratch, options.list)
        check_sources(report, options.hjelp, corpus, scratch, options.list)
    check_hashes(report, corpus)
    check_findings(report, options.hjelp, corpus)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
