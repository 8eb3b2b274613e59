#!/usr/bin/env python3
"""The start of the lookup over 100,000 articles: the nb-NO corpus repeated, each time with other words.

    python3 Tests/Performance/scale.py HJELP SHARED [--articles 100000] [--folder /dev/shm]

Prints the size of the index, the time of the build, and the time from the start of `hjelp lookup --index` to its answer, the
median of five, beside that over the corpus as it is. Needs about 4 GB in FOLDER for a minute or two. Standard library only.
"""

import argparse
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

WORD = re.compile(r"(?<![\w/.#=\"'<&-])[a-zæøå]{6,}(?![\w/.=\"'>;-])")


def repeat(source, target, articles):
    """Writes copies of the articles; every sixth long word of a copy gets the copy's number."""
    files = sorted(source.rglob("*.md"))
    written = 0
    copy = 0
    while written < articles:
        for file in files[:articles - written]:
            text = file.read_text(encoding="utf-8")
            if copy:
                count = iter(range(10 ** 9))
                text = WORD.sub(lambda m: m.group() + (f"x{copy}" if next(count) % 6 == 0 else ""), text)
            path = target / f"c{copy}" / file.relative_to(source)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            written += 1
        copy += 1


def start(hjelp, index):
    """Seconds from the start of the command to its answer."""
    times = []
    for _ in range(5):
        started = time.monotonic()
        subprocess.run([hjelp, "lookup", "no recent synchronization", "--index", index], capture_output=True)
        times.append(time.monotonic() - started)
    return statistics.median(times)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("hjelp")
    parser.add_argument("shared", type=pathlib.Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--folder", default="/dev/shm")
    options = parser.parse_args()
    corpus = options.shared / "corpus/alchemy/nb-NO"
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        folder = pathlib.Path(name)
        for label, count in (("corpus", 0), ("repeated", options.articles)):
            content = corpus
            if count:
                content = folder / "nb-NO"
                repeat(corpus, content, count)
            site = folder / "site"
            started = time.monotonic()
            subprocess.run([options.hjelp, "build", content, "--output", site, "--quiet"], check=True)
            seconds = time.monotonic() - started
            index = site / "lookup/nb-NO.hjx"
            print(f"{label}: built in {seconds:.1f} s, index {index.stat().st_size / 1e6:.1f} MB, "
                  f"start to answer {start(options.hjelp, index) * 1000:.0f} ms", flush=True)
            shutil.rmtree(site)


if __name__ == "__main__":
    sys.exit(main())
