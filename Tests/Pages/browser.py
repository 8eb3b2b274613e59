#!/usr/bin/env python3
"""Proves that the pages work for a reader: in Chromium, from a disk, with script and without it.

    VENV/bin/python Tests/Pages/browser.py HJELP SHARED [--pictures DIR] [--chromium /usr/bin/chromium]

HJELP is the program, SHARED the folder with `corpus`. Content's own site is built, and a small site of corpus articles;
both are opened as `file://`, so that nothing but the files takes part. For each page it proves:

- the three reading modes switch what is visible, by mouse and by arrow keys, and move nothing off the page;
- a card opens by click and by Enter, shows the original in its language, closes by Escape, and the focus stays on its button;
- the menu of languages opens, closes by Escape (with script), and each of its links leads to the page in that language;
- no message on the console (the content security policy would speak there) and no request that leaves the site;
- nothing scrolls sideways at 320 CSS px in any mode; the skip link works; the chosen mode is kept (with script);
- blocks stand apart, the two halves stand level, headings are set as headings, no word in a table's cell is cut in two;
- axe finds no violation in light and in dark, in each mode.

Needs `playwright` and `axe-playwright-python` (PyPI) and a Chromium; without them all is skipped by name. `--pictures`
keeps pictures of the pages in a folder, to be looked at by eye. About 3 minutes on 2 cores.
"""

import argparse
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from reporting import CONTENT, Report, build  # noqa: E402

try:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright
except ImportError:
    sync_playwright = None

MODES = {"translation": "Hjelp-mt", "both": "Hjelp-mb", "original": "Hjelp-mo"}

# Corpus articles of all kinds: alert, pipe table, HTML table, fences, images, the damaged and the largest ones.
CORPUS = {
    "nb-NO": ["AlchemyInsights/activate-visio.md", "AlchemyInsights/troubleshoot-presence-issues-outlook.md"],
    "ja-JP": ["AlchemyInsights/activate-visio.md", "AlchemyInsights/create-a-sharing-policy.md"],
    "es-ES": ["docs/excel/calling-into-excel-from-the-dll-or-xll.md",
              "docs/access/desktop-database-reference/inherittypeenum.md"],
}
# Pages of Content that are looked at; each in the locales that have it.
OWN = ["index", "directory-not-synchronizing", "lookup", "article-format"]

VISIBLE = """() => { const seen = e => e.checkVisibility({visibilityProperty: true, opacityProperty: true}) && e.getClientRects().length > 0;
  const all = s => [...document.querySelectorAll(s)];
  return {t: all('article .b > .t').filter(seen).length, o: all('article .b > .o').filter(seen).length,
          see: all('article .see').filter(seen).length, b: all('article .b').length}; }"""
OVERFLOW = """() => { const root = document.scrollingElement, wide = root.clientWidth; if (root.scrollWidth <= wide) return [];
  const clipped = e => { for (let p = e.parentElement; p; p = p.parentElement) if (getComputedStyle(p).overflowX !== 'visible') return true; return false; };
  return [root.scrollWidth + ' px', ...[...document.body.querySelectorAll('*')].filter(e => { const r = e.getBoundingClientRect();
    return r.width > 0 && (r.right > wide + 1 || r.left < -1) && !clipped(e); }).slice(0, 4).map(e => e.outerHTML.slice(0, 120))]; }"""

# What the eye sees at once: blocks that touch, halves that do not stand level, headings set like text, words cut in two.
FAULTS = r"""() => { const faults = [], seen = e => e.checkVisibility() && e.getClientRects().length > 0;
  const article = document.querySelector('article'), say = (text, e) => faults.push(text + ': ' + e.outerHTML.slice(0, 90));
  if (!article) return faults;
  const blocks = [...article.children].filter(e => e.tagName !== 'BR').filter(seen);
  for (let i = 1; i < blocks.length; i++) {
    const gap = blocks[i].getBoundingClientRect().top - blocks[i - 1].getBoundingClientRect().bottom;
    if (gap < 6) say('only ' + Math.round(gap) + ' px above a block', blocks[i]);
  }
  const narrow = innerWidth < 700;
  for (const b of article.querySelectorAll('.b')) {
    const t = b.querySelector(':scope > .t'), o = b.querySelector(':scope > .o');
    if (!t || !o || !seen(t) || !seen(o) || narrow || o.getBoundingClientRect().left === t.getBoundingClientRect().left) continue;
    const off = t.getBoundingClientRect().top - o.getBoundingClientRect().top;
    if (Math.abs(off) > 2) say('halves ' + off.toFixed(1) + ' px apart', t);
  }
  for (const h of article.querySelectorAll('h1, h2, h3')) {
    const style = getComputedStyle(h);
    if (seen(h) && parseFloat(style.lineHeight) > 1.5 * parseFloat(style.fontSize)) say('heading with line height ' + style.lineHeight + ' at ' + style.fontSize, h);
  }
  for (const cell of article.querySelectorAll('th, td')) {
    const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let node; node = walk.nextNode();) for (const word of node.data.matchAll(/[\p{Script=Latin}.]{2,20}/gu)) {
      const range = document.createRange(); range.setStart(node, word.index); range.setEnd(node, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map(r => Math.round(r.top))).size > 1) say('the word "' + word[0] + '" is cut', cell);
    }
  }
  return faults; }"""


def url(path):
    return path.resolve().as_uri()


def small_corpus(shared, folder):
    """Copies the named articles, so that the build is quick; gives the PATHs."""
    corpus, paths = pathlib.Path(shared) / "corpus", []
    for locale, names in CORPUS.items():
        root = corpus / ("office-dev" if locale == "es-ES" else "alchemy") / locale
        for name in names:
            if (root / name).is_file():
                target = folder / locale / name
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(root / name, target)
        if (folder / locale).is_dir():
            paths.append(folder / locale)
    return paths


class Reader:
    """One browser context, with what its pages said on the console and asked of the network."""

    def __init__(self, browser, site, **options):
        self.context = browser.new_context(**options)
        self.site, self.said, self.asked = site, [], []
        self.page = self.context.new_page()
        self.page.on("console", lambda message: self.said.append(f"{self.where()}: {message.type}: {message.text[:200]}"))
        self.page.on("pageerror", lambda error: self.said.append(f"{self.where()}: {error}"))
        self.page.on("request", lambda request: self.asked.append(request.url))
        # The corpus' own pictures lie elsewhere; no test reaches the network.
        self.context.route("**/*", lambda route: route.continue_() if route.request.url.startswith(("file:", "data:")) else route.abort())

    def where(self):
        return urllib.parse.unquote(self.page.url).rsplit(self.site.name + "/", 1)[-1]

    def open(self, path, fragment=""):
        self.page.goto(url(path) + fragment, wait_until="load")

    def choose(self, mode):
        """By the label, as a reader does: the radio button itself is not visible."""
        self.page.locator(f"label:has(#{MODES[mode]})").click()

    def close(self):
        self.context.close()


def check_modes(report, reader, name):
    page = reader.page
    if page.locator("[name=Hjelp-mode]").count() == 0:
        report.check(page.locator("article .o").count() == 0, f"{name}: a page without originals has no modes")
        return False
    seen = {}
    for mode in MODES:
        reader.choose(mode)
        seen[mode] = page.evaluate(VISIBLE)
    blocks = seen["translation"]["b"]
    good = (seen["translation"]["t"] == seen["translation"]["see"] == blocks and seen["translation"]["o"] == 0
            and seen["both"]["t"] == seen["both"]["o"] == blocks and seen["both"]["see"] == 0
            and seen["original"]["o"] == blocks and seen["original"]["t"] == 0 and seen["original"]["see"] == 0 and blocks > 0)
    report.check(good, f"{name}: three modes show translation, both, original", f"{blocks} blocks", [str(seen)])
    page.locator(f"#{MODES['translation']}").focus()
    reader.choose("translation")
    page.keyboard.press("ArrowDown")
    report.check(page.locator(f"#{MODES['both']}").is_checked() and page.evaluate(VISIBLE)["o"] == blocks,
                 f"{name}: an arrow key switches the mode")
    reader.choose("translation")
    return True


def check_card(report, reader, name, pictures):
    page = reader.page
    button = page.locator("article .see").first
    card = page.locator("#" + (button.get_attribute("popovertarget") or "none"))
    faults = []
    for how in ("click", "Enter"):
        button.click() if how == "click" else (button.focus(), page.keyboard.press("Enter"))
        if not card.is_visible():
            faults.append(f"{how} does not open it")
            continue
        if card.evaluate("e => !e.lang || !e.dir || !e.textContent.trim()"):
            faults.append("the card has no language, direction or text")
        box, size = card.bounding_box(), page.viewport_size
        if box["x"] < -1 or box["x"] + box["width"] > size["width"] + 1 or box["y"] < -1 or box["y"] + box["height"] > size["height"] + 1:
            faults.append(f"{how}: the card is not within the window: {box}")
        if pictures and how == "click":
            page.screenshot(path=pictures / f"{name.replace('/', '_').replace(' ', '-')}-card.png")
        page.keyboard.press("Escape")
        if card.is_visible():
            faults.append(f"Escape does not close it after {how}")
        if not button.evaluate("e => e === document.activeElement"):
            faults.append(f"the focus is not on the button after {how} and Escape")
    if button.get_attribute("aria-label") in (None, ""):
        faults.append("the button has no name")
    report.check(not faults, f"{name}: a card opens by click and Enter, closes by Escape, keeps the focus", "", faults)


def check_languages(report, reader, name, path, script):
    page, faults = reader.page, []
    menu = page.locator("details.menu")
    if menu.count() == 0:
        report.check(False, f"{name}: there is a menu of languages")
        return
    links = menu.locator("a").evaluate_all("all => all.map(a => [a.href, a.hreflang, a.lang, a.textContent])")
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    if not menu.locator("a").first.is_visible():
        faults.append("Enter does not open the menu")
    if script:
        page.keyboard.press("Escape")
        if menu.locator("a").first.is_visible() or not menu.locator("summary").evaluate("e => e === document.activeElement"):
            faults.append("Escape does not close the menu, or the focus is lost")
    for index, (target, language, own, text) in enumerate(links):
        if not menu.locator("a").nth(index).is_visible():
            menu.locator("summary").click()
        menu.locator("a").nth(index).click()
        page.wait_for_load_state()
        if page.locator("html").get_attribute("lang") != language or page.locator("h1").count() == 0 or own != language:
            faults.append(f"{text}: {target} is in {page.locator('html').get_attribute('lang')}")
        reader.open(path)
    report.check(not faults and len(links) > 1, f"{name}: every language of the menu leads to its page", f"{len(links)} links", faults)


def check_narrow(report, reader, name):
    page, faults, sizes = reader.page, [], page_modes(reader)
    before = page.viewport_size
    page.set_viewport_size({"width": 320, "height": 640})
    for mode in sizes:
        if mode:
            reader.choose(mode)
        wide = page.evaluate(OVERFLOW)
        if wide:
            faults.append(f"{mode or 'page'}: {wide}")
    if sizes[0]:
        reader.choose("translation")
        button = page.locator("article .see").first
        if button.count():
            button.click()
            if page.evaluate(OVERFLOW):
                faults.append(f"with a card open: {page.evaluate(OVERFLOW)}")
            page.keyboard.press("Escape")
    page.set_viewport_size(before)
    report.check(not faults, f"{name}: nothing scrolls sideways at 320 px", f"{len(sizes)} modes", faults)


def check_eye(report, reader, name):
    kinds = {}
    for mode in page_modes(reader):
        if mode:
            reader.choose(mode)
        for fault in reader.page.evaluate(FAULTS):
            # One cause, one line: the figures differ from place to place.
            kinds.setdefault((mode or "page", re.sub(r'[0-9.]+|"[^"]*"', "…", fault.split(": <")[0])), []).append(fault)
    if page_modes(reader)[0]:
        reader.choose("translation")
    report.check(not kinds, f"{name}: blocks stand apart, halves stand level, headings are set as such, no word in a cell is cut",
                 f"{sum(map(len, kinds.values()))} faults",
                 [f"{len(faults)} × {mode}: {faults[0]}" for (mode, _), faults in kinds.items()])


def page_modes(reader):
    return list(MODES) if reader.page.locator("[name=Hjelp-mode]").count() else [None]


def check_skip(report, reader, name):
    page = reader.page
    page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }")
    page.keyboard.press("Tab")
    first = page.evaluate("() => document.activeElement.className")
    visible = page.locator(".skip").evaluate("e => e.getBoundingClientRect().top >= 0")
    page.keyboard.press("Enter")
    there = page.evaluate("() => document.activeElement.id || location.hash")
    report.check(first == "skip" and visible and "Hjelp-main" in there, f"{name}: the first Tab shows the skip link, Enter goes to the content",
                 f"{first}, {there}")


def check_axe(report, browser, site, pages, pictures):
    axe, violations, incomplete, runs = Axe(), {}, {}, 0
    for scheme in ("light", "dark"):
        reader = Reader(browser, site, color_scheme=scheme, viewport={"width": 1100, "height": 800})
        for name, path in pages:
            reader.open(path)
            for mode in page_modes(reader):
                if mode:
                    reader.choose(mode)
                answer = axe.run(reader.page).response
                runs += 1
                for kind, found in (("violations", violations), ("incomplete", incomplete)):
                    for rule in answer[kind]:
                        places = found.setdefault(f"{rule['id']} ({rule['impact']})", [])
                        places += [f"{name} {scheme} {mode}: {node['html'][:160]} — {' '.join((node.get('failureSummary') or '').split())[:200]}"
                                   for node in rule["nodes"]]
                if pictures:
                    reader.page.screenshot(path=pictures / f"{name.replace('/', '_')}-{scheme}-{mode or 'page'}.png")
        reader.close()
    details = [f"{len(places)} × {rule}: {places[0]}" for rule, places in violations.items()]
    report.check(not violations, f"{site.name}: axe finds no violation in light and dark",
                 f"{runs} runs over {len(pages)} pages, {sum(map(len, violations.values()))} violations", details)
    for rule, places in incomplete.items():
        report.note(f"axe could not tell, {len(places)} × {rule}: {places[0]}")


def check_memory(report, browser, site, name, path):
    reader = Reader(browser, site)
    reader.open(path)
    reader.choose("original")
    reader.open(path)
    report.check(reader.page.locator(f"#{MODES['original']}").is_checked(), f"{name}: the chosen mode is kept")
    states = []
    for view, mode in MODES.items():
        reader.page.goto(url(path) + f"?view={view}")
        states.append(reader.page.locator(f"#{mode}").is_checked())
    report.check(all(states), f"{name}: ?view= chooses the mode", str(states))
    reader.choose("both")
    report.check("view=both" in reader.page.url, f"{name}: the chosen mode is in the URL", reader.where())
    reader.close()


def check_target(report, browser, site, name, path):
    """An answer points at a sentence: its id scrolls there, below the sticky header, and it is marked."""
    reader = Reader(browser, site, viewport={"width": 900, "height": 500})
    reader.open(path)
    last = reader.page.evaluate(r"() => [...document.querySelectorAll('article [id]')].map(e => e.id).filter(i => /^up?\d+$/.test(i)).pop()")
    reader.open(path, f"#{last}")
    reader.page.wait_for_timeout(100)
    state = reader.page.evaluate("""id => { const e = document.getElementById(id), r = e.getBoundingClientRect(),
        h = document.querySelector('header.top').getBoundingClientRect().bottom;
        return {in: r.top >= h - 1 && r.top < innerHeight, marked: getComputedStyle(e).backgroundColor !== 'rgba(0, 0, 0, 0)'}; }""", last)
    report.check(state["in"] and state["marked"], f"{name}: the link to a sentence shows and marks it", f"#{last} {state}")
    reader.close()


SHIFT = """() => new Promise(resolve => { let sum = 0;
  new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value; }).observe({type: 'layout-shift', buffered: true});
  setTimeout(() => resolve(sum), 150); })"""


def check_shift(report, browser, site, pages):
    """A mode that is remembered is there before the first paint: nothing moves."""
    shifts, wrong = [], []
    for size in ({"width": 1100, "height": 800}, {"width": 390, "height": 800}):
        for view, mode in MODES.items():
            reader = Reader(browser, site, viewport=size)
            reader.open(pages[0][1])
            reader.choose(view)
            for name, path in pages:
                reader.open(path)
                shift = reader.page.evaluate(SHIFT)
                shifts.append(shift)
                if shift > 0 or not reader.page.locator(f"#{mode}").is_checked():
                    wrong.append(f"{name} {view} {size['width']}: {shift}")
            reader.close()
    report.check(not wrong, f"{site.name}: nothing moves while a page is loaded, in any remembered mode",
                 f"{len(shifts)} loads, greatest shift {max(shifts)}", wrong)


def check_search(report, browser, hjelp, site, locale, query, wanted):
    """The search form without a script: from a disk it leads to the list, from the server to the answer; with one, to the answer."""
    page_path, faults = site / locale / "index.html", []
    for script in (False, True):
        reader = Reader(browser, site, java_script_enabled=script)
        reader.open(page_path)
        field = reader.page.locator(".find input")
        field.fill(query)
        field.press("Enter")
        reader.page.wait_for_url("**/search.html?q=*")
        if script:
            reader.page.locator("#Hjelp-answers[aria-busy=false]").wait_for(timeout=20_000)
            first = reader.page.locator("#Hjelp-answers a").first.get_attribute("href")
            if first != wanted:
                faults.append(f"with script, from a disk: {first}")
        elif reader.page.locator("noscript a, main a[href='index.html']").count() == 0:
            faults.append("without script, from a disk: no way to the list of articles")
        if script and reader.said:
            faults += sorted(set(reader.said))
        reader.close()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen([hjelp, "serve", "--site", site, "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.05)
        for script in (False, True):
            context = browser.new_context(java_script_enabled=script)
            page = context.new_page()
            page.goto(f"http://127.0.0.1:{port}/{locale}/")
            page.locator(".find input").fill(query)
            page.locator(".find input").press("Enter")
            page.wait_for_url("**/search.html?q=*")
            page.locator("#Hjelp-answers a").first.wait_for(timeout=20_000)
            first = page.locator("#Hjelp-answers a").first.get_attribute("href").split("#")[0].rsplit("/", 1)[-1]
            if first != wanted.rsplit("/", 1)[-1]:
                faults.append(f"from the server, script {script}: {first}")
            if page.locator("#Hjelp-q").input_value() != query:
                faults.append(f"from the server, script {script}: the question is not in the field")
            page.locator("#Hjelp-answers a").first.click()
            page.wait_for_load_state()
            if wanted not in page.url:
                faults.append(f"from the server, script {script}: the answer leads to {page.url}")
            context.close()
    finally:
        server.kill()
    report.check(not faults, f"{site.name}: the search form works with and without script, from a disk and from the server", "", faults)


def check_site(report, browser, site, pages, pictures):
    for script in (False, True):
        with_it = "with script" if script else "without script"
        reader = Reader(browser, site, java_script_enabled=True, viewport={"width": 1100, "height": 800}) if script else \
            Reader(browser, site, java_script_enabled=False, viewport={"width": 1100, "height": 800})
        for name, path in pages:
            label = f"{name} {with_it}"
            reader.open(path)
            if check_modes(report, reader, label):
                check_card(report, reader, label, pictures)
            if script:
                check_eye(report, reader, label)
            check_narrow(report, reader, label)
            reader.open(path)
            check_skip(report, reader, label)
            check_languages(report, reader, label, path, script)
        report.check(not reader.said, f"{site.name}: the console is silent {with_it}", f"{len(reader.said)} messages", sorted(set(reader.said)))
        outside = sorted({request for request in reader.asked if not request.startswith(("file:", "data:"))})
        if outside:
            report.note(f"{site.name}: asked outside the site for {len(outside)} files, {outside[0][:100]}")
        reader.close()
    originals = [(name, path) for name, path in pages if 'name="Hjelp-mode"' in path.read_text("utf-8")]
    if originals:
        check_memory(report, browser, site, *originals[0])
        check_target(report, browser, site, *originals[0])
        check_shift(report, browser, site, originals)
    check_axe(report, browser, site, pages, pictures)
    if pictures:
        reader = Reader(browser, site, viewport={"width": 390, "height": 800}, device_scale_factor=1)
        for name, path in pages:
            reader.open(path)
            reader.page.screenshot(path=pictures / f"{name.replace('/', '_')}-phone.png")
            if page_modes(reader)[0]:
                reader.choose("both")
                reader.page.screenshot(path=pictures / f"{name.replace('/', '_')}-phone-both.png")
        reader.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hjelp")
    parser.add_argument("shared")
    parser.add_argument("--pictures", type=pathlib.Path)
    parser.add_argument("--chromium", default=shutil.which("chromium") or "/usr/bin/chromium")
    options = parser.parse_args()
    report = Report()
    if sync_playwright is None or not pathlib.Path(options.chromium).exists():
        report.skip("the pages in a browser", "needs playwright, axe-playwright-python and Chromium")
        return report.finish()
    if options.pictures:
        options.pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        scratch = pathlib.Path(scratch)
        sites = [(build(report, options.hjelp, [CONTENT], scratch / "content"), None)]
        paths = small_corpus(options.shared, scratch / "input")
        if paths:
            sites.append((build(report, options.hjelp, paths, scratch / "corpus"), CORPUS))
        else:
            report.skip("corpus pages in a browser", f"no corpus in {options.shared}")
        browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
        print(f"Chromium {browser.version}")
        for site, articles in sites:
            if site is None:
                continue
            if articles is None:
                locales = sorted(folder.name for folder in CONTENT.iterdir() if folder.is_dir())
                wanted = [f"{locale}/{name}.html" for locale in locales for name in OWN if (CONTENT / locale / f"{name}.md").is_file()]
            else:
                wanted = [f"{locale}/{name.removesuffix('.md')}.html" for locale, names in articles.items() for name in names]
                wanted.append("en-US/AlchemyInsights/activate-visio.html")
            pages = [(f"{site.name}/{page}".removesuffix(".html"), site / page) for page in wanted if (site / page).is_file()]
            report.check(len(pages) == len(wanted), f"{site.name}: the pages are there", f"{len(pages)} of {len(wanted)}",
                         [page for page in wanted if not (site / page).is_file()])
            check_site(report, browser, site, pages, options.pictures)
            if articles is None:
                check_search(report, browser, options.hjelp, site, "nb-NO", "ingen nylig synkronisering", "directory-not-synchronizing.html")
        browser.close()
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
