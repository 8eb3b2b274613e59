#!/usr/bin/env python3
"""Measures the lookup through HTTP with judged queries, by its own counting, and holds the aims against the figures.

    python3 Tests/Pages/lookup.py HJELP SHARED [--seed N]

HJELP is the program, SHARED the folder with `corpus` and `lookup/dev.jsonl`. An answer is given when the status is `match` or
`ambiguous`; it is right when the first article is a right one, with `ambiguous` when one of the first five is; "in five" counts
whatever the status. What is checked:

- **the aims** for exact strings, codes, disturbed strings, retranslated titles (of a site whose titles are the H1's targets),
  false positives and confident answers, one threshold for all;
- **new noise**: the exact strings, disturbed anew from a seed (printed; `--seed` repeats it), within 3 points;
- **a locale without any table**: the source side of ja-JP as Swahili, monolingual;
- **size** of the index files, **memory** of a server with three locales, **start** to the first right answer;
- **`hjelp eval`** counts the same.

About 30 s on 2 cores. Standard library only.
"""

import argparse
import collections
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import time
import urllib.request

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from reporting import Report, build  # noqa: E402

TRAIN = pathlib.Path(__file__).resolve().parents[1] / "Scripts/lookup-train"
PREFIX = "AlchemyInsights/"


class Server:
    """A server over a site; `address` is where it listens, `seconds` what passed until the first answer to `probe`."""

    def __init__(self, hjelp, site, probe):
        started = time.monotonic()
        self.process = subprocess.Popen([hjelp, "serve", "--site", str(site), "--port", "0"], stderr=subprocess.PIPE, text=True)
        for line in self.process.stderr:
            if "http://" in line:
                self.address = "http://" + line.split("http://")[1].split("/")[0].split()[0]
                break
        self.first = self.ask([probe])[0]
        self.seconds = time.monotonic() - started

    def ask(self, queries):
        """The answers to queries, asked a hundred at a time."""
        results = []
        for start in range(0, len(queries), 100):
            part = [{"text": q["text"], "locale": q["locale"], "limit": 5} for q in queries[start:start + 100]]
            request = urllib.request.Request(
                self.address + "/v1/lookup:batch", json.dumps({"queries": part}).encode(), {"Content-Type": "application/json"})
            with urllib.request.urlopen(request) as response:
                results += json.load(response)["results"]
        return results

    def memory(self):
        """The resident memory, in MB."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) / 1024

    def stop(self):
        self.process.terminate()
        self.process.wait()


class Figures:
    def __init__(self):
        self.queries = self.answerable = self.five = self.right = self.false = self.confident = self.confident_right = 0

    def count(self, query, answer):
        relevant = {PREFIX + name.removesuffix(".md") for name in query["relevant"]}
        hits = [match["id"] in relevant for match in answer["answers"][:5]]
        given = answer["status"] in ("match", "ambiguous")
        right = given and (hits[0] if answer["status"] == "match" else any(hits))
        self.queries += 1
        self.answerable += bool(relevant)
        self.five += any(hits)
        self.right += right
        self.false += given and not relevant
        if given and answer["answers"][0]["confidence"] >= 0.9:
            self.confident += 1
            self.confident_right += right

    def add(self, other):
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)


def measure(server, queries):
    sets = collections.defaultdict(Figures)
    for query, answer in zip(queries, server.ask(queries)):
        sets[query["set"]].count(query, answer)
    return sets


def total(sets, *prefixes):
    sum_ = Figures()
    for name, figures in sets.items():
        if name.startswith(prefixes):
            sum_.add(figures)
    return sum_


def share(part, whole):
    return part / whole if whole else 1.0


def percent(value):
    return f"{int(value * 1000 + 1e-9) / 10:.1f} %"


def read(path):
    return [json.loads(line) for line in open(path, encoding="utf-8")]


def check_aims(report, sets, retranslated):
    """The rows of the table of aims; the sets `retranslated-*` are those of the changed copy."""
    def aim(claim, value, least):
        report.check(value >= least, f"{claim} at least {percent(least)}", percent(value))

    def limit(claim, figures, most):
        value = share(figures.false, figures.queries)
        report.check(value <= most, f"{claim} at most {percent(most)}", f"{percent(value)} ({figures.false} of {figures.queries})")

    for prefix, claim in (("exact", "exact strings right"), ("code", "codes right")):
        figures = total(sets, prefix)
        aim(claim, share(figures.right, figures.answerable), 0.99)
    disturbed = total(sets, "mut-")
    aim("disturbed strings right", share(disturbed.right, disturbed.answerable), 0.93)
    for name, figures in sorted(sets.items()):
        if name.startswith("mut-"):
            aim(f"{name} right", share(figures.right, figures.answerable), 0.85)
    for name, figures in sorted(retranslated.items()):
        aim(f"{name} in five", share(figures.five, figures.answerable), 0.85)
    limit("false positives", total(sets, "neg-"), 0.02)
    limit("false positives, hard ones", total(sets, "neg-hard"), 0.04)
    limit("false positives, messages of unrelated programs", total(sets, "neg-unix", "neg-log"), 0.02)
    limit("answers for unknown codes", total(sets, "neg-code"), 0)
    confident = total({n: f for n, f in sets.items() if not n.startswith("retranslated")}, "")
    confident.add(total(retranslated, ""))
    aim("confident answers right", share(confident.confident_right, confident.confident), 0.97)


def check_noise(report, server, sets, queries, seed, folder):
    path = folder / "noise.jsonl"
    noise = subprocess.run([sys.executable, TRAIN / "noise.py", queries, str(seed)], capture_output=True, check=True).stdout
    path.write_bytes(noise)
    again = measure(server, read(path))
    old, new = total(sets, "mut-"), total(again, "mut-")
    gap = share(old.right, old.answerable) - share(new.right, new.answerable)
    report.check(gap <= 0.03, "new noise within 3 points", f"{percent(share(new.right, new.answerable))}, seed {seed}")
    false = total(again, "neg-")
    report.check(share(false.false, false.queries) <= 0.02, "new noise: false positives at most 2.0 %", f"{false.false} of {false.queries}")


def check_new_locale(report, hjelp, corpus, queries, folder):
    """The English side of the Japanese articles, as the articles of a locale that no table knows."""
    content = folder / "monolingual/sw-KE"
    subprocess.run([hjelp, "split", corpus / "ja-JP", "--side", "source", "--output", content, "--quiet"], check=True)
    site = build(report, hjelp, [content.parent], folder / "monolingual-site", base_url=None)
    if not site:
        return
    chosen = [dict(q, locale="sw-KE") for q in queries if q["locale"] == "ja-JP" and q["set"] in ("exact-en", "code", "code-in-line")]
    server = Server(hjelp, site, chosen[0])
    try:
        for prefix in ("exact", "code"):
            figures = total(measure(server, chosen), prefix)
            report.check(share(figures.right, figures.answerable) >= 0.98, f"a locale without a table: {prefix} right at least 98.0 %",
                         f"{figures.right} of {figures.answerable}")
    finally:
        server.stop()


def check_sizes(report, site):
    manifest = json.loads((site / "manifest.json").read_text())
    pages = collections.Counter(file["path"].split("/")[0] for file in manifest["files"]
                                if file["path"].endswith(".html") and "/" in file["path"] and not file["path"].endswith("index.html"))
    for locale, most in (("nb-NO", 1000), ("ja-JP", 1900)):
        size = (site / f"lookup/{locale}.hjx").stat().st_size / pages[locale]
        report.check(size <= most, f"{locale}.hjx at most {most} bytes an article", f"{size:.0f}")


def check_memory(report, server):
    """A server compresses its pages in its first seconds, and holds them twice meanwhile."""
    first = most = last = server.memory()
    for _ in range(30):
        if last <= 0.8 * most:
            break
        time.sleep(1)
        last = server.memory()
        most = max(most, last)
    report.check(last <= 120, "memory of a server with three locales at most 120 MB",
                 f"{last:.0f} MB once its pages are compressed, {max(first, most):.0f} MB before")


def check_eval(report, hjelp, site, queries, sets):
    run = subprocess.run([hjelp, "eval", queries, "--site", site, "--id-prefix", PREFIX, "--format", "json", "--quiet"],
                         capture_output=True, text=True)
    counted = {s["set"]: (s["queries"], s["answerable"], s["five"], s["right"], s["falsePositives"], s["confident"], s["confidentRight"])
               for s in json.loads(run.stdout)["sets"]}
    own = {name: (f.queries, f.answerable, f.five, f.right, f.false, f.confident, f.confident_right) for name, f in sets.items()}
    report.check(counted == own, "hjelp eval counts the same", f"{len(own)} sets", [n for n in own if counted.get(n) != own[n]])
    low = subprocess.run([hjelp, "eval", queries, "--site", site, "--fail-under", "exact-*=100", "--quiet"], capture_output=True)
    report.check(low.returncode == 1, "hjelp eval exits 1 below a figure", f"status {low.returncode}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("hjelp")
    parser.add_argument("shared", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=random.randrange(10 ** 6))
    options = parser.parse_args()
    report = Report()
    corpus = options.shared / "corpus/alchemy"
    path = options.shared / "lookup/dev.jsonl"
    queries = read(path)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        site = build(report, options.hjelp, [corpus / "nb-NO", corpus / "ja-JP"], folder / "site", base_url=None)
        for locale in ("nb-NO", "ja-JP"):
            subprocess.run([sys.executable, TRAIN / "h1.py", corpus / locale, folder / "h1" / locale], check=True, capture_output=True)
        h1 = build(report, options.hjelp, [folder / "h1/nb-NO", folder / "h1/ja-JP"], folder / "h1-site", base_url=None)
        if not site or not h1:
            return report.finish()
        probe = next(q for q in queries if q["set"] == "exact-nb")
        server = Server(options.hjelp, h1, probe)
        retranslated = measure(server, [q for q in queries if q["set"].startswith("retranslated")])
        server.stop()
        server = Server(options.hjelp, site, probe)
        try:
            right = server.first["answers"][0]["id"].removeprefix(PREFIX) + ".md" in probe["relevant"]
            report.check(right, "the first answer is right", f"{server.seconds * 1000:.0f} ms after the start of a server that checks every page")
            sets = measure(server, queries)
            check_aims(report, sets, retranslated)
            check_noise(report, server, sets, path, options.seed, folder)
            check_eval(report, options.hjelp, site, path, sets)
            check_memory(report, server)
        finally:
            server.stop()
        check_new_locale(report, options.hjelp, corpus, queries, folder)
        check_sizes(report, site)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
