#!/usr/bin/env python3
"""Takes the pictures of pages that the help shows, Content/en-US/media/pages/NAME.jpg, from a site built of Content.

    python3 Tests/Scripts/pictures.py HJELP

Needs playwright and Chromium. To be run again when the looks change, and to be looked at.
"""

import pathlib
import subprocess
import sys
import tempfile

from playwright.sync_api import sync_playwright

CONTENT = pathlib.Path(__file__).resolve().parents[2] / "Content"
FOLDER = CONTENT / "en-US/media/pages"
ARTICLE = "nb-NO/directory-not-synchronizing.html"
WIDE, PHONE, PAPER = (1000, 640), (390, 700), (700, 640)

# Name, page, size, what is set: a mode, an open card, dark colours, print.
PICTURES = [
    ("translation", ARTICLE, WIDE, {"card": 2}),
    ("both", ARTICLE, WIDE, {"mode": "b"}),
    ("original", ARTICLE, WIDE, {"mode": "o"}),
    ("dark", ARTICLE, WIDE, {"mode": "b", "scheme": "dark"}),
    ("phone", ARTICLE, PHONE, {}),
    ("arabic", "ar-SA/directory-not-synchronizing.html", WIDE, {"mode": "b"}),
    ("print", ARTICLE, PAPER, {"media": "print"}),
    ("index", "nb-NO/index.html", WIDE, {"at": "#Hjelp-articles"}),
    ("search", "nb-NO/search.html", WIDE, {"query": "ingen nylig synkronisering"}),
]


def take(browser, site, name, path, size, settings):
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=settings.get("scheme", "light"))
    page = context.new_page()
    page.goto((site / path).as_uri())
    if "mode" in settings:
        page.locator(f"label:has(#Hjelp-m{settings['mode']})").click()
    if "card" in settings:
        page.locator("article .see").nth(settings["card"]).click()
    if "query" in settings:
        page.locator("#Hjelp-q").fill(settings["query"])
        page.locator("#Hjelp-q").press("Enter")
        page.locator("#Hjelp-answers[aria-busy=false]").wait_for()
    if "at" in settings:
        page.locator(settings["at"]).evaluate("e => e.scrollIntoView()")
    if "media" in settings:
        page.emulate_media(media=settings["media"])
    page.screenshot(path=FOLDER / f"{name}.jpg", type="jpeg", quality=72)
    context.close()


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        site = pathlib.Path(name) / "site"
        subprocess.run([sys.argv[1], "build", CONTENT, "--output", site, "--quiet"], check=True)
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for picture in PICTURES:
            take(browser, site, *picture)
        browser.close()


if __name__ == "__main__":
    main()
