#!/usr/bin/env python3
"""Proves that `hjelp serve` on content shows a saved article in the browser at once, and an error on the page.

    python3 Tests/Pages/reload.py HJELP SHARED

HJELP is the program, SHARED the folder with `corpus`. A copy of the repository's own Content and one of the nb-NO articles
are served; Chromium has a page open, the article's file is written again and again, and the time is taken from the end of
the write to the moment when the page shows the new text (at most 300 ms each time). Needs playwright and Chromium.
"""

import argparse
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from reporting import CONTENT, Report  # noqa: E402

try:
    from playwright.sync_api import sync_playwright
except ImportError:
    sync_playwright = None

LIMIT, ROUNDS = 0.3, 12
ARTICLES = {"content": ("directory-not-synchronizing", CONTENT),
            "nb-NO": ("AlchemyInsights/activate-visio", "corpus/alchemy/nb-NO")}


def serve(hjelp, path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen([hjelp, "serve", path, "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                               text=True)
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return process, f"http://127.0.0.1:{port}"
        except OSError:
            time.sleep(0.05)
    raise SystemExit("the server does not listen")


def check(report, hjelp, browser, name, article, folder):
    process, address = serve(hjelp, folder.parent if name == "content" else folder)
    try:
        file = folder / f"{article}.md"
        text = file.read_text("utf-8")
        unit = re.search(r'(<span data-ttu-id="[^"]+">)([^<]+)(</span><span class="sxs-lookup">)', text[text.index("\n\n"):])
        page = browser.new_page()
        page.goto(f"{address}/nb-NO/{article}.html")
        times = []
        for turn in range(ROUNDS):
            mark = f"Merke{turn}xyz"
            changed = text.replace(unit[0], f"{unit[1]}{mark} {unit[2]}{unit[3]}", 1)
            # At any moment between two looks of the server.
            time.sleep(0.5 + 0.037 * turn)
            file.write_text(changed, "utf-8")
            start = time.monotonic()
            try:
                page.get_by_text(mark).first.wait_for(state="attached", timeout=20_000)
            except Exception as error:
                report.note(str(error).splitlines()[0])
            times.append(time.monotonic() - start)
        times.sort()
        report.check(times[-1] <= LIMIT, f"{name}: a saved article is in the browser within 300 ms",
                     f"median {1000 * times[len(times) // 2]:.0f} ms, most {1000 * times[-1]:.0f} ms")
        box = page.locator("#Hjelp-problems")
        file.write_text(text.replace(unit[3], "</span>", 1), "utf-8")
        page.locator("#Hjelp-problems").wait_for(timeout=20_000)
        said = box.inner_text()
        report.check("[unit." in said and f"{article}.md:" in said, f"{name}: an error of the article shows on its page",
                     said[:160])
        file.write_text(text, "utf-8")
        box.wait_for(state="detached", timeout=20_000)
        settings = folder.parent / "hjelp.yml"
        before = settings.read_text("utf-8") if settings.exists() else None
        if name == "content":
            settings.write_text((before or "") + "\ntitel: Help\n", "utf-8")
            box.wait_for(timeout=20_000)
            said = box.inner_text()
            report.check("titel" in said and "did you mean 'title'" in said, f"{name}: a broken configuration shows on the page", said[:160])
            settings.write_text(before, "utf-8")
            box.wait_for(state="detached", timeout=20_000)
            new = folder / "neue.md"
            new.write_text("# Ny artikkel\n\nTekst her.\n", "utf-8")
            page.goto(f"{address}/nb-NO/neue.html")
            page.get_by_text("Ny artikkel").first.wait_for(timeout=20_000)
            report.check(True, f"{name}: a new article comes by itself in the place of the page that says there is none")
        page.close()
        process.send_signal(signal.SIGINT)
        status = process.wait(15)
        report.check(status == 0, f"{name}: the server stops while pages wait for news", f"status {status}")
    finally:
        process.kill()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hjelp")
    parser.add_argument("shared")
    options = parser.parse_args()
    report = Report()
    if sync_playwright is None:
        report.skip("reload in the browser", "playwright is not there")
        return report.finish()
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name, (article, source) in ARTICLES.items():
            source = source if name == "content" else pathlib.Path(options.shared) / source
            copy = pathlib.Path(scratch) / name / ("Content" if name == "content" else "nb-NO")
            shutil.copytree(source, copy)
            check(report, options.hjelp, browser, name, article, copy / "nb-NO" if name == "content" else copy)
        browser.close()
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
