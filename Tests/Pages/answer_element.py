#!/usr/bin/env python3
"""Proves that `<hjelp-answer>` works in a product's page: in Chromium, from another origin than the help.

    VENV/bin/python Tests/Pages/answer_element.py HJELP [--chromium /usr/bin/chromium]

HJELP is the program. A small site of texts of our own is built and served by `hjelp serve --allow-origin`; the product's
pages come from a server of their own, with a content security policy that allows nothing but the help. It proves:

- a match is a link with the article's title in its language, to the sentence, with the sentence quoted in its own language;
- the locale is the attribute's, else that of the nearest `lang` (also across a shadow root), else the browser's;
- an article in another language is marked by `lang` and by the part `fallback`; of ambiguous ones each is shown;
- nothing matched: the product's own words in the slot `none`, else the link; the status and an event say so;
- the link stays, and leads to the article, without script, without a server, without permission, after 4xx and 5xx;
- a change of an attribute asks again, several changes at once ask once, an answer that comes late is not shown;
- markup in an error or a title is text; nothing on the console; no violation that axe finds; at most 3 kB.

Needs `playwright` and `axe-playwright-python` (PyPI) and a Chromium; without them all is skipped by name. About 20 s.
"""

import argparse
import contextlib
import html
import http.server
import json
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from reporting import Report, build  # noqa: E402

try:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright
except ImportError:
    sync_playwright = None

LIMIT = 3000
ARTICLES = {
    "en-US/backup.md": ("The backup did not finish", "Make room on the disk, then start it again.",
                        ["The nightly backup stopped after {n} files"]),
    "nb-NO/backup.md": ("Sikkerhetskopien ble ikke ferdig", "Rydd plass på disken, og start den på nytt.", []),
    "en-US/archive.md": ("The archive needs twice the room", "Unpacking a sealed archive needs twice its size.", []),
    "nb-NO/tags.md": ("Bruk <b> & <i> i merknader", "Merkelappen tåler ikke skråstilte tegn i merknader.", []),
    "nb-NO/print-1.md": ("Skriverkøen i kjelleren", "Skriverkøen henger etter sju ødelagte utskrifter.", []),
    "nb-NO/print-2.md": ("Skriverkøen på loftet", "Skriverkøen henger etter sju ødelagte utskrifter.", []),
}
# One in pairs: its sentences have ids of their own on the page.
PAIRED = ("nb-NO/queue.md", [("101", "Postkøen står stille", "The mail queue stands still"),
                             ("102", "Den slipper ingen brev forbi.", "It lets no letter pass by."),
                             ("103", "Tøm den femte skuffen først.", "Empty the fifth drawer of it first.")])
BACKUP = "The nightly backup stopped after 12 files"
ARCHIVE = "Unpacking a sealed archive needs twice its size."
PRINTER = "Skriverkøen henger etter sju ødelagte utskrifter."
DRAWER = "Empty the fifth drawer of it first."
NOTHING = "Wolves ate all seventeen purple umbrellas yesterday"
MARKUP = "<img src=x onerror=alert(1)> broke </script>"

# What a reader sees of an element: the text that is laid out, links with their targets, and the languages.
SEEN = """id => { const host = document.getElementById(id), links = [], quotes = [], texts = [];
  const walk = node => {
    if (node.nodeType === 3) { if (node.data.trim()) texts.push(node.data.trim()); return; }
    if (node.nodeType !== 1 || !node.checkVisibility() && getComputedStyle(node).display !== 'contents') return;
    if (node.tagName === 'A') links.push({text: node.textContent, href: node.href, lang: node.lang, part: node.getAttribute('part')});
    if (node.tagName === 'Q') quotes.push({text: node.textContent, lang: node.lang});
    const assigned = node.tagName === 'SLOT' ? node.assignedNodes() : [];
    for (const child of assigned.length ? assigned : (node.shadowRoot || node).childNodes) walk(child);
  };
  walk(host);
  return {status: host.getAttribute('status'), text: texts.join(' '), links, quotes,
          live: host.shadowRoot?.querySelector('[aria-live=polite]') != null, images: host.shadowRoot?.querySelectorAll('img').length}; }"""
EVENTS = "addEventListener('hjelp-answer', e => (window.heard ??= []).push([e.target.id, e.detail.status, e.detail.answers?.length]));"


def pair(number, target, source):
    return (f'<span data-ttu-id="0a1b2-{number}">{target}</span><span class="sxs-lookup">'
            f'<span data-stu-id="0a1b2-{number}">{source}</span></span>')


def write_content(folder):
    for path, (title, sentence, errors) in ARTICLES.items():
        declared = "errors:\n" + "".join(f"- {error}\n" for error in errors) if errors else ""
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        heading = title.replace("<", "\\<").replace("&", "\\&")
        file.write_text(f"---\ntitle: '{title}'\ndescription: '{title}'\nms.topic: article\nms.date: 11/24/2026\n{declared}---\n"
                        f"# {heading}\n\n{sentence}\n", "utf-8")
    path, (title, *sentences) = PAIRED
    (folder / path).write_text(f"---\ntitle: '{title[1]}'\ndescription: '{title[1]}'\nms.contentlocale: nb-NO\n---\n"
                               f"# {pair(*title)}\n\n{' '.join(pair(*unit) for unit in sentences)}\n", "utf-8")
    return folder


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def help_server(hjelp, site, origin, port):
    """The program, serving a site to one origin; ends with the block."""
    command = [hjelp, "serve", "--site", str(site), "--port", str(port), "--allow-origin", origin]
    with tempfile.TemporaryFile() as said:
        server = subprocess.Popen(command, stdout=said, stderr=said)
        try:
            for _ in range(200):
                if server.poll() is not None:
                    break
                with contextlib.suppress(OSError):
                    urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz").read()
                    yield server
                    return
                time.sleep(0.05)
            said.seek(0)
            raise RuntimeError(said.read().decode("utf-8", "replace").strip() or "the server does not answer")
        finally:
            server.terminate()
            server.wait(10)


@contextlib.contextmanager
def product_server():
    """A server of pages that are put into the table that it gives, with the port that it listens on."""
    pages = {}

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            text, policy = pages.get(self.path, (None, ""))
            self.send_response(200 if text is not None else 204)
            if text is not None:
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Security-Policy", policy)
            self.end_headers()
            self.wfile.write((text or "").encode("utf-8"))

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield pages, server.server_port
    finally:
        server.shutdown()
        server.server_close()


class Product:
    """A product's page with elements of `<hjelp-answer>`, open in a browser."""

    def __init__(self, browser, pages, port, help_url, **context):
        self.pages, self.origin, self.help = pages, f"http://127.0.0.1:{port}", help_url
        self.context = browser.new_context(**context)
        self.context.add_init_script(EVENTS)
        self.page = self.context.new_page()
        self.said, self.asked = [], []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))

    def open(self, body, lang='lang="en"', origin=None, loading="async"):
        policy = f"default-src 'none'; script-src {self.help}; connect-src {self.help}; require-trusted-types-for 'script'"
        text = (f"<!doctype html><html {lang}><head><meta charset=utf-8><title>Product</title>"
                f'<script src="{self.help}/hjelp-answer.js" {loading}></script></head><body><main><h1>Product</h1>{body}</main></body></html>')
        self.pages["/"] = (text, policy)
        self.said.clear()
        self.asked.clear()
        self.page.goto((origin or self.origin) + "/")
        return self

    def settled(self, name):
        """What is seen of an element once it has a status."""
        self.page.wait_for_selector(f"#{name}[status]", state="attached", timeout=10_000)
        return self.seen(name)

    def seen(self, name):
        return self.page.evaluate(SEEN, name)

    def lookups(self):
        return [url for url in self.asked if "/v1/lookup" in url]

    def close(self):
        self.context.close()


def element(name, error, content="", **attributes):
    extra = "".join(f' {key}="{html.escape(value)}"' for key, value in attributes.items())
    return f'<hjelp-answer id="{name}" error="{html.escape(error)}"{extra}>{content}</hjelp-answer>'


def opener(help_url, text):
    return f'<a href="{help_url}/v1/open?{urllib.parse.urlencode({"q": text, "locale": "nb-NO"})}">Help</a>'


def check_file(report, site):
    script = (site / "hjelp-answer.js").read_bytes() if (site / "hjelp-answer.js").is_file() else b""
    names = [file["path"] for file in json.loads((site / "manifest.json").read_text("utf-8"))["files"]]
    report.check(0 < len(script) <= LIMIT, "hjelp-answer.js lies at the site's root and has at most 3 kB", f"{len(script)} bytes")
    report.check("hjelp-answer.js" in names, "the manifest names hjelp-answer.js")
    risky = [word for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "Function(", ".style", "import ") if word in script.decode()]
    report.check(not risky, "the element writes text only, has no style of its own and needs no other file", "", risky)


def check_match(report, product):
    help_url = product.help
    product.open(element("a", BACKUP, opener(help_url, BACKUP), locale="nb-NO") + element("b", ARCHIVE, locale="nb-NO")
                 + element("c", PRINTER, locale="nb-NO") + element("d", "Bruk <b> & <i> i merknader", locale="nb")
                 + element("e", DRAWER, locale="nb-NO"))
    seen = product.settled("a")
    title = ARTICLES["nb-NO/backup.md"][0]
    links = seen["links"]
    report.check(seen["status"] == "match" and len(links) == 1 and links[0]["text"] == title and links[0]["lang"] == "nb-NO"
                 and links[0]["href"].split("#")[0] == f"{help_url}/nb-NO/backup.html" and "Help" not in seen["text"],
                 "a match is a link with the title in the reader's language, instead of the page's own link", "", [json.dumps(seen, ensure_ascii=False)])
    report.check(seen["live"], "the answer is announced politely")
    report.check(all(quote["lang"] for quote in seen["quotes"]), "the quoted sentence has its language", "", [str(seen["quotes"])])
    seen = product.settled("b")
    report.check(seen["status"] == "match" and len(seen["links"]) == 1 and seen["links"][0]["lang"] == "en-US"
                 and seen["links"][0]["part"] == "title fallback" and seen["links"][0]["href"].startswith(f"{help_url}/en-US/archive.html#")
                 and seen["quotes"] == [{"text": ARCHIVE, "lang": "en-US"}],
                 "an article in another language is marked, and the link leads to its place there", "", [json.dumps(seen, ensure_ascii=False)])
    seen = product.settled("c")
    report.check(seen["status"] == "ambiguous" and {link["text"] for link in seen["links"]} == {"Skriverkøen i kjelleren", "Skriverkøen på loftet"},
                 "of ambiguous articles each is shown", "", [json.dumps(seen, ensure_ascii=False)])
    seen = product.settled("d")
    report.check(seen["links"][:1] and seen["links"][0]["text"] == ARTICLES["nb-NO/tags.md"][0], "markup in a title is text",
                 "", [json.dumps(seen, ensure_ascii=False)])
    product.settled("e")
    heard = product.page.evaluate("() => heard.sort()")
    report.check([event[:2] for event in heard][:3] == [["a", "match"], ["b", "match"], ["c", "ambiguous"]],
                 "each answer is an event with the server's JSON", "", [str(heard)])
    report.check(not product.said, "the console is silent under a strict policy", "", product.said)
    seen = product.seen("e")
    product.page.locator("#e a").click()
    product.page.wait_for_url("**/nb-NO/queue.html#*")
    shown = product.page.evaluate("() => document.querySelector(':target')?.textContent")
    report.check(shown == PAIRED[1][2][1] and seen["quotes"] == [{"text": DRAWER, "lang": "en-US"}],
                 "the link opens the article at the sentence that matched, in the reader's language", "", [f"{shown} {seen}"])


def check_none(report, product):
    product.open(element("a", NOTHING, '<a href="/help">Help</a><span slot="none">No article yet</span>')
                 + element("b", NOTHING, '<a href="/help">Help</a>') + element("c", MARKUP, "\n") + element("d", "  ", "Own words"))
    seen = product.settled("a")
    report.check(seen["status"] == "none" and seen["text"] == "No article yet", "where nothing matched, the product's words for that are shown", "", [str(seen)])
    seen = product.settled("b")
    report.check(seen["status"] == "none" and [link["text"] for link in seen["links"]] == ["Help"], "without such words the page's own link stays", "", [str(seen)])
    seen = product.settled("c")
    report.check(seen["images"] == 0 and [(link["text"], link["part"]) for link in seen["links"]] == [(MARKUP, "link")]
                 and seen["links"][0]["href"].startswith(f"{product.help}/v1/open?q=%3Cimg"),
                 "without a link of its own it makes one, with markup as text", "", [json.dumps(seen)])
    product.page.wait_for_timeout(100)
    seen = product.seen("d")
    report.check(seen["text"] == "Own words" and seen["status"] is None and len(product.lookups()) == 3, "without an error nothing is asked", "", [str(seen)])
    heard = product.page.evaluate("() => heard.sort()")
    report.check([event[:2] for event in heard] == [["a", "none"], ["b", "none"], ["c", "none"]], "the event says that nothing matched", "", [str(heard)])
    report.check(not product.said, "the console is silent where nothing matched", "", product.said)
    product.open("".join(f"<p>Ordinary words before it, {number}.</p>" for number in range(2000)) + element("a", NOTHING, '<a href="/help">Help</a>')
                 + element("b", NOTHING), loading="")
    own, made = product.settled("a"), product.settled("b")
    report.check([link["text"] for link in own["links"]] == ["Help"] and [link["text"] for link in made["links"]] == [NOTHING],
                 "an element that is read after the script does the same", "", [f"{own} {made}"])
    report.check(not product.said, "the console is silent there too", "", product.said)


def check_locale(report, product):
    norwegian, english = ARTICLES["nb-NO/backup.md"][0], ARTICLES["en-US/backup.md"][0]
    body = (f'<div lang="nb">{element("near", BACKUP, locale="auto")}</div>' + element("outer", BACKUP, locale="auto") + element("none", BACKUP)
            + element("explicit", BACKUP, locale="nb-NO") + f'<div lang="nb">{element("english", BACKUP, locale="en")}</div>'
            + f'<div lang="not a tag">{element("odd", BACKUP)}</div>' + '<div id="host" lang="nb"></div>')
    expected = {"near": norwegian, "outer": english, "none": english, "explicit": norwegian, "english": english, "odd": english}
    product.open(body)
    found = {name: [link["text"] for link in product.settled(name)["links"]] for name in expected}
    report.check(found == {name: [title] for name, title in expected.items()}, "the locale is the attribute's, else that of the nearest lang", "", [str(found)])
    inner = product.page.evaluate("""async text => { const root = document.getElementById('host').attachShadow({mode: 'open'});
        const e = document.createElement('hjelp-answer'); e.setAttribute('error', text);
        const done = new Promise(resolve => e.addEventListener('hjelp-answer', resolve)); root.append(e); await done;
        return e.shadowRoot.querySelector('a').textContent; }""", BACKUP)
    report.check(inner == norwegian, "a lang outside of a shadow root counts inside", inner)


def check_browser_locale(report, browser, served, help_url):
    product = Product(browser, *served, help_url, locale="nb-NO")
    seen = product.open(element("a", BACKUP, locale="auto"), lang="").settled("a")
    report.check([link["text"] for link in seen["links"]] == [ARTICLES["nb-NO/backup.md"][0]], "without any lang the browser's language counts", "", [str(seen)])
    product.close()


def check_changes(report, product):
    product.open(element("a", NOTHING, locale="nb-NO"))
    product.settled("a")
    before = len(product.lookups())
    product.page.evaluate("""text => { const e = document.getElementById('a'); e.setAttribute('error', 'first thing');
        e.setAttribute('error', text); e.setAttribute('locale', 'en-US'); }""", BACKUP)
    product.page.wait_for_selector("#a[status=match]", state="attached")
    seen, asked = product.seen("a"), product.lookups()[before:]
    report.check([link["text"] for link in seen["links"]] == [ARTICLES["en-US/backup.md"][0]] and len(asked) == 1,
                 "several changes at once ask once", f"{len(asked)} requests")
    # The first question is held back until the second is answered.
    held = []
    product.page.route("**/v1/lookup?q=slow*", lambda route: held.append(route))
    product.page.evaluate("() => document.getElementById('a').setAttribute('error', 'slow ' + Math.random())")
    product.page.wait_for_timeout(100)
    during = product.seen("a")
    product.page.evaluate("text => document.getElementById('a').setAttribute('error', text)", ARCHIVE)
    product.page.wait_for_selector("#a[status=match]", state="attached")
    for route in held:
        with contextlib.suppress(Exception):
            route.continue_()
    product.page.wait_for_timeout(200)
    seen = product.seen("a")
    report.check(len(held) == 1 and during["status"] is None and during["links"][0]["part"] == "link", "while it asks, the link is shown", "", [str(during)])
    report.check([link["text"] for link in seen["links"]] == [ARTICLES["en-US/archive.md"][0]], "an answer that comes late is not shown", "", [str(seen)])
    product.page.unroute("**/v1/lookup?q=slow*")
    product.page.evaluate("""async () => { const e = document.getElementById('a'); e.remove(); e.setAttribute('error', 'gone'); }""")
    product.page.wait_for_timeout(100)
    report.check(not [url for url in product.lookups() if "q=gone" in url], "an element outside of the page asks nothing")
    long = ("Ordinary words that no article holds. " * 200) + BACKUP
    product.open(element("a", long, locale="nb-NO"))
    seen = product.settled("a")
    report.check(seen["status"] in ("none", "candidates", "match") and not product.said, "a text of 7,600 characters is asked for, cut", seen["status"])


def check_failures(report, product, port):
    page = product.page
    body = element("a", BACKUP, opener(product.help, BACKUP), locale="nb-NO") + element("b", BACKUP, locale="nb-NO")

    def stays(claim, lang="nb-NO"):
        own, made = product.settled("a"), product.settled("b")
        report.check(own["status"] == made["status"] == "error" and [link["text"] for link in own["links"]] == ["Help"]
                     and [(link["text"], link["part"]) for link in made["links"]] == [(BACKUP, "link")], claim, "", [f"{own} {made}"])

    for status in (400, 404, 500, 503):
        page.route("**/v1/lookup*", lambda route: route.fulfill(status=status, body="{}", headers={"Access-Control-Allow-Origin": "*"}))
        product.open(body)
        stays(f"after status {status} the link stays")
        page.unroute("**/v1/lookup*")
    for claim, reply in (("is no JSON", "<html>"), ("is empty", ""), ("is null", "null")):
        page.route("**/v1/lookup*", lambda route: route.fulfill(status=200, body=reply, headers={"Access-Control-Allow-Origin": "*"}))
        product.open(body)
        stays(f"where the answer {claim}, the link stays")
        page.unroute("**/v1/lookup*")
    product.open(element("a", BACKUP, opener(product.help, BACKUP), locale="nb-!") + element("b", BACKUP, locale="nb-!"))
    stays("where the server refuses the question, the link stays")
    page.route("**/v1/lookup*", lambda route: route.abort())
    product.open(body)
    stays("without a connection the link stays")
    page.unroute("**/v1/lookup*")
    product.open(body, origin=f"http://localhost:{port}")
    stays("without permission for this origin the link stays")
    page.locator("#b a").click()
    page.wait_for_url("**/nb-NO/backup.html*")
    report.check(page.locator("h1").inner_text() == ARTICLES["nb-NO/backup.md"][0], "the link that it makes opens the article", page.url)


def check_without_script(report, browser, served, help_url):
    product = Product(browser, *served, help_url, java_script_enabled=False)
    product.open(element("a", BACKUP, opener(help_url, BACKUP), locale="nb-NO"))
    link = product.page.locator("#a > a")
    visible = link.is_visible()
    link.click()
    product.page.wait_for_url("**/nb-NO/backup.html*")
    report.check(visible and product.page.locator("h1").inner_text() == ARTICLES["nb-NO/backup.md"][0],
                 "without script the page's own link is there and opens the article", product.page.url)
    product.close()


def check_server_down(report, browser, served, help_url):
    product = Product(browser, *served, help_url)
    product.open(element("a", BACKUP, '<a href="/help">Help</a>', locale="nb-NO"))
    product.page.wait_for_timeout(300)
    report.check(product.page.locator("#a > a").is_visible(), "with the help server down the page's own link is there")
    product.close()


def check_axe(report, product):
    product.open("".join(f"<p>{one}</p>" for one in (
        element("a", BACKUP, locale="nb-NO"), element("b", ARCHIVE, locale="nb-NO"), element("c", PRINTER, locale="nb-NO"),
        element("d", NOTHING), element("e", NOTHING, '<span slot="none">No article yet</span>'))))
    for name in "abcde":
        product.settled(name)
    # The policy of the product's page would keep axe out.
    session = product.context.new_cdp_session(product.page)
    session.send("Page.setBypassCSP", {"enabled": True})
    product.page.reload()
    for name in "abcde":
        product.settled(name)
    violations = Axe().run(product.page).response["violations"]
    report.check(not violations, "axe finds no violation", "",
                 [f"{rule['id']}: {node['html'][:160]}" for rule in violations for node in rule["nodes"]])


def check_element(report, hjelp, chromium):
    """All checks of the element; they add themselves to the report."""
    if sync_playwright is None or not pathlib.Path(chromium).exists():
        report.skip("<hjelp-answer> in a browser", "needs playwright, axe-playwright-python and Chromium")
        return
    with tempfile.TemporaryDirectory() as scratch, product_server() as served, sync_playwright() as playwright:
        scratch = pathlib.Path(scratch)
        site = build(report, hjelp, [write_content(scratch / "content")], scratch / "site", base_url=None)
        if not site:
            return
        check_file(report, site)
        port = free_port()
        help_url, origin = f"http://127.0.0.1:{port}", f"http://127.0.0.1:{served[1]}"
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        print(f"Chromium {browser.version}")
        with help_server(hjelp, site, origin, port):
            product = Product(browser, *served, help_url, locale="en-US")
            check_match(report, product)
            check_none(report, product)
            check_locale(report, product)
            check_changes(report, product)
            check_failures(report, product, served[1])
            check_axe(report, product)
            product.close()
            check_browser_locale(report, browser, served, help_url)
            check_without_script(report, browser, served, help_url)
        check_server_down(report, browser, served, help_url)
        browser.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hjelp")
    parser.add_argument("--chromium", default=shutil.which("chromium") or "/usr/bin/chromium")
    options = parser.parse_args()
    report = Report()
    check_element(report, options.hjelp, options.chromium)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
