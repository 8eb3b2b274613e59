#!/usr/bin/env python3
"""Proves that pages are accessible, by axe, a judge from outside, in both colour schemes, all modes and with a card open.

    python3 Tests/Pages/accessibility.py HJELP SHARED [--pages 60] [--seed 8]

HJELP is the program, SHARED the folder with `corpus`. Of the built sites (nb-NO with ja-JP, es-ES with en-US, and the
repository's own Content) 60 pages of articles in nb-NO, ja-JP and es-ES are drawn, half of them of those with alerts, tables or
code, and all of Content in ar-SA are taken, with an index, a search page with an answer, a fallback page and the 404 page. Each
is judged by axe (PyPI `axe-playwright-python`) in light and dark, in translation, both and original, and in translation with a
card open. Two browsers at once; about 4 minutes on 2 cores.
"""

import argparse
import collections
import multiprocessing
import pathlib
import random
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from reporting import Report, build, site_sources  # noqa: E402

try:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright
except ImportError:
    Axe = None

MODES = {"translation": "Hjelp-mt", "both": "Hjelp-mb", "original": "Hjelp-mo"}


def drawn(sites, count, seed):
    """The pages to be judged: (site, path, query)."""
    random.seed(seed)
    pages = []
    share = count // 3
    for site, locale in (("alchemy", "nb-NO"), ("alchemy", "ja-JP"), ("office-dev", "es-ES")):
        articles = sorted(path for path in (sites[site] / locale).rglob("*.html") if path.stem not in ("index", "search"))
        rich = [path for path in articles if any(mark in path.read_text("utf-8") for mark in ('class="alert', "<table", "<pre"))]
        chosen = random.sample(rich, share // 2)
        chosen += random.sample([path for path in articles if path not in set(chosen)], share - len(chosen))
        pages += [(sites[site], path, "") for path in chosen]
    content = sites["content"]
    arabic = sorted(path for path in (content / "ar-SA").rglob("*.html"))
    fallbacks = [path for path in arabic if 'class="fallback"' in path.read_text("utf-8")]
    pages += [(content, path, "") for path in arabic if path not in set(fallbacks) and path.stem != "search"]
    pages += [(content, path, "") for path in fallbacks[:2]]
    pages += [(content, content / "nb-NO/index.html", ""), (content, content / "404.html", ""), (content, content / "index.html", "")]
    pages += [(content, content / locale / "search.html", "?q=no%20recent%20synchronization") for locale in ("nb-NO", "ar-SA")]
    return pages


def judge(job):
    """axe's findings over some pages: (rule, impact, what, page) and the number of runs."""
    pages, scheme = job
    found, unsure, runs = [], collections.Counter(), 0
    axe = Axe()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        context = browser.new_context(color_scheme=scheme, viewport={"width": 1100, "height": 900})
        context.route("**/*", lambda route: route.continue_() if route.request.url.startswith(("file:", "data:")) else route.abort())
        page = context.new_page()
        for site, path, query in pages:
            page.goto(path.as_uri() + query, wait_until="load")
            if query:
                page.locator("#Hjelp-answers[aria-busy=false]").wait_for(timeout=20_000)
            states = [*MODES, "card"] if page.locator("[name=Hjelp-mode]").count() else ["page"]
            for state in states:
                if state in MODES:
                    page.locator(f"label:has(#{MODES[state]})").click()
                elif state == "card":
                    page.locator(f"label:has(#{MODES['translation']})").click()
                    if page.locator("article .see").count() == 0:
                        continue
                    page.locator("article .see").first.click()
                answer = axe.run(page).response
                runs += 1
                name = f"{site.name}/{path.relative_to(site)} {scheme} {state}"
                for rule in answer["violations"]:
                    found += [(rule["id"], rule["impact"], node["html"][:140] + " — " + " ".join((node.get("failureSummary") or "").split())[:160],
                               name) for node in rule["nodes"]]
                for rule in answer["incomplete"]:
                    for node in rule["nodes"]:
                        unsure[rule["id"], " ".join((node.get("failureSummary") or "").split())[:120]] += 1
        browser.close()
    return found, unsure, runs


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hjelp")
    parser.add_argument("shared")
    parser.add_argument("--pages", type=int, default=60)
    parser.add_argument("--seed", type=int, default=8)
    options = parser.parse_args()
    report = Report()
    if Axe is None:
        report.skip("accessibility", "needs playwright and axe-playwright-python")
        return report.finish()
    with tempfile.TemporaryDirectory() as scratch:
        sites = {name: build(report, options.hjelp, paths, pathlib.Path(scratch) / name, None)
                 for name, paths in site_sources(options.shared).items()}
        pages = drawn(sites, options.pages, options.seed)
        with multiprocessing.get_context("spawn").Pool(2) as pool:
            results = pool.map(judge, [(pages, "light"), (pages, "dark")], chunksize=1)
    found = [entry for result in results for entry in result[0]]
    unsure = sum((result[1] for result in results), collections.Counter())
    kinds = {}
    for rule, impact, what, name in found:
        kinds.setdefault((rule, impact), []).append(f"{name}: {what}")
    report.check(not found, "axe finds no violation in light and dark, in all modes and with a card open",
                 f"{sum(result[2] for result in results)} runs over {len(pages)} pages, {len(found)} violations",
                 [f"{len(places)} × {rule} ({impact}): {places[0]}" for (rule, impact), places in kinds.items()])
    for (rule, summary), count in unsure.most_common(5):
        report.note(f"axe could not tell, {count} × {rule}: {summary}")
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
