#!/usr/bin/env python3
"""The search page without a server against the lookup: the same answers, and how heavy it is.

Opens LOCALE/search.html from the disk in Chromium, asks the development queries one after the other, and
compares what is shown with what the server of the same site says: the article that is shown first must be one that
the lookup is sure of (its first one where its status is `match`), and none must be shown as sure where it is not.

Usage: search.py HJELP SHARED [--limit N] [--site DIR]
"""
import argparse
import collections
import gzip
import json
import pathlib
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from reporting import Report

# The aims of the page: bytes with gzip for a whole locale, for a first answer, for the reader.
WHOLE, FIRST, READER, SAME = 200_000, 40_000, 12_000, 98
# How often the answers were the lookup's when this was written.
FLOOR = {"nb-NO": 93, "ja-JP": 86}

ASK = """async query => {
  const box = document.getElementById("Hjelp-answers"), form = document.getElementById("Hjelp-search");
  delete box.dataset.status;
  form.elements.q.value = query;
  form.requestSubmit();
  const isThere = () => box.dataset.status && box.getAttribute("aria-busy") === "false";
  for (let i = 0; i < 20000 && !isThere(); i++) await new Promise(r => setTimeout(r, 0));
  return [box.dataset.status, box.querySelector("a")?.getAttribute("href") || ""];
}"""

# Which data are there when the first answer is shown.
WATCH = """() => {
  const box = document.getElementById("Hjelp-answers"), show = box.replaceChildren;
  box.replaceChildren = function (...all) {
    window.loadedFirst ||= [...document.querySelectorAll("head script[src*='/search-']")].map(e => e.src.split("/").pop());
    return show.apply(this, all);
  };
}"""


def gzipped(path):
    return len(gzip.compress(path.read_bytes(), 9))


def lookups(hjelp, site, queries):
    """For each query the status, and the ids that the lookup is sure of, the best first."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen([hjelp, "serve", "--site", site, "--port", str(port)], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL)
    try:
        for start in range(0, len(queries), 50):
            batch = [{"text": query["text"], "locale": query["locale"]} for query in queries[start:start + 50]]
            request = urllib.request.Request(f"http://127.0.0.1:{port}/v1/lookup:batch", json.dumps({"queries": batch}).encode(),
                                             {"content-type": "application/json"})
            for _ in range(200):
                try:
                    reply = json.load(urllib.request.urlopen(request))
                    break
                except urllib.error.URLError:
                    time.sleep(0.1)
            for answer in reply["results"]:
                sure = [a["id"] for a in answer["answers"] if a["confidence"] >= 0.8]
                yield (answer["status"], sure if answer["status"] in ("match", "ambiguous") else [])
    finally:
        server.kill()


def is_same(status, sure, shown):
    """Whether the article that is shown first is the lookup's, or neither is sure of one."""
    return shown in sure and (status != "match" or shown == sure[0]) if shown else not sure


def main():
    options = argparse.ArgumentParser()
    options.add_argument("hjelp")
    options.add_argument("shared")
    options.add_argument("--limit", type=int, default=0)
    options.add_argument("--site")
    options = options.parse_args()
    report = Report()
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        report.skip("the search page", "playwright is not there")
        return report.finish()
    shared = pathlib.Path(options.shared)
    queries = [json.loads(line) for line in (shared / "lookup/dev.jsonl").open()]
    if options.limit:
        queries = queries[::max(1, len(queries) // options.limit)]
    with tempfile.TemporaryDirectory() as name, sync_playwright() as play:
        site = pathlib.Path(options.site or f"{name}/site").resolve()
        if not options.site:
            subprocess.run([options.hjelp, "build", "nb-NO", "ja-JP", "--output", site, "--quiet"],
                           cwd=shared / "corpus/alchemy", check=True, capture_output=True)
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        reader = gzipped(next(site.glob("assets/hjelp-search-*.js")))
        report.check(reader <= READER, f"the reader takes at most {READER} bytes", f"{reader}")
        for locale in ("nb-NO", "ja-JP"):
            files = sorted(next(site.glob(f"assets/search-{locale}-*")).iterdir())
            sizes = {file.name: gzipped(file) for file in files}
            report.check(sum(sizes.values()) <= WHOLE, f"{locale}: at most {WHOLE} bytes in all",
                         f"{sum(sizes.values())}")
            page = browser.new_page()
            own = [query for query in queries if query["locale"] == locale]
            first = []
            for query in own[:40]:
                page.goto((site / locale / "search.html").as_uri())
                page.evaluate(WATCH)
                page.evaluate(ASK, query["text"])
                loaded = page.evaluate("() => window.loadedFirst")
                first.append(reader + sum(sizes[file] for file in loaded))
            first.sort()
            report.check(first[-1] <= FIRST, f"{locale}: a first answer after at most {FIRST} bytes",
                         f"median {first[len(first) // 2]}, most {first[-1]}")
            same, sets = 0, collections.Counter()
            for query, (status, sure) in zip(own, lookups(options.hjelp, site, own)):
                shown, link = page.evaluate(ASK, query["text"])
                right = is_same(status, sure, urllib.parse.unquote(link[:-5]) if shown == "match" else None)
                same += right
                sets[query["set"], right] += 1
            share = 100 * same / len(own)
            report.check(share >= FLOOR[locale], f"{locale}: as often the lookup's answers as when the reader was made "
                         f"({FLOOR[locale]} of 100; the aim of {SAME} is not reached)", f"{share:.1f} of 100 over {len(own)} queries")
            for group in sorted({key[0] for key in sets}):
                report.note(f"{group}: {sets[group, True]} of {sets[group, True] + sets[group, False]}")
        browser.close()
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
