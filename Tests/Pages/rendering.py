#!/usr/bin/env python3
"""Proves the text of every page, block by block, against what the reference program of CommonMark makes of the published article.

    python3 Tests/Pages/rendering.py HJELP SHARED [--list]

HJELP is the program, SHARED the folder with `corpus`. nb-NO and ja-JP are built, and es-ES with en-US. A page of nb-NO or ja-JP
is compared with the published article, a page of en-US with the English article: `cmark` 0.30 renders that, or `cmark-gfm` with
its tables where it has a table of pipes. Both sides are taken apart into blocks of text (paragraphs, headings, items, cells, code),
and words are compared in their order, and what stands between them. What the page adds is left out: the originals, the
labels of alerts, the frame of a video, the title where the article has none. Pages whose article `split` does not give byte for
byte are counted apart. Needs the programs `cmark` and `cmark-gfm`; about a minute on 2 cores.
"""

import argparse
import collections
import html.parser
import multiprocessing
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from reporting import Report, build  # noqa: E402

BLOCKS = frozenset("p li td th h1 h2 h3 h4 h5 h6 pre div blockquote dt dd table tr thead tbody ul ol dl hr details summary article "
                   "figure figcaption caption".split())
KNOWN = BLOCKS | frozenset("a abbr b br center code col colgroup del em font i iframe img kbd nobr q s samp small span strike strong "
                           "sub sup tfoot tt u ul var".split())
VOID = frozenset("br col hr img".split())
TABLE = re.compile(r"^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$|^[ \t>]*\|[ \t]*:?-+:?[ \t]*\|[ \t]*$", re.M)
FRONT = re.compile(r"\A\ufeff?---\n.*?\n---\n", re.S)
LABEL = re.compile(r"^\s*\\?\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\\?\]\s*", re.I)


WIDER = "rows with more cells than the table's head: GFM drops these cells, the page widens the table"
TRIMMED = "a target that begins with a line end and twelve blanks, which make code of it: the page shows the sentence"
EXPLAINED = {
    "docs/excel/calling-into-excel-from-the-dll-or-xll.md": WIDER,
    "docs/infopath/form-templates/additional-infopath-form-security-concepts.md": WIDER,
    "docs/infopath/form-templates/how-to-display-alerts-and-dialog-boxes-using-the-infopath-2003-object-model.md": WIDER,
    "AlchemyInsights/installing-office-on-a-terminal-serverunlicensed.md": TRIMMED,
    "AlchemyInsights/setting-up-your-o365-business-essentials-subscription.md": TRIMMED,
}


class Blocks(html.parser.HTMLParser):
    """The texts of the blocks, in their order."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.page, self.texts, self.run, self.stack, self.quiet = page, [], [], [], 0
        self.active = not page

    def end_run(self):
        text = "".join(self.run)
        self.run.clear()
        if text.strip():
            self.texts.append(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if self.page and tag == "article":
            self.active = True
        if not self.active:
            return
        if not self.page and tag not in KNOWN:
            # No element of an article: cmark passes it on, the page shows it.
            self.run.append(self.get_starttag_text())
            return
        if tag in BLOCKS:
            self.end_run()
        if tag == "br":
            self.run.append(" ")
        if tag in VOID:
            return
        classes = (given.get("class") or "").split()
        hidden = self.page and ("o" in classes or tag == "button" or "al" in classes or "video" in classes) or tag == "iframe"
        self.stack.append((tag, hidden))
        self.quiet += hidden

    def handle_startendtag(self, tag, attributes):
        if tag in VOID or not self.page and tag not in KNOWN:
            self.handle_starttag(tag, attributes)
        else:
            self.handle_starttag(tag, attributes)
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if self.page and tag == "article":
            self.end_run()
            self.active = False
        if not self.active or tag in VOID:
            return
        if not self.page and tag not in KNOWN:
            self.run.append(f"</{tag}>")
            return
        if tag in BLOCKS:
            self.end_run()
        if any(name == tag for name, _ in self.stack):
            while self.stack:
                name, hidden = self.stack.pop()
                self.quiet -= hidden
                if name == tag:
                    break

    def handle_data(self, text):
        if self.active and not self.quiet:
            self.run.append(text)


def squeezed(text):
    return " ".join(text.split())


def blocks_of(source, page):
    reader = Blocks(page)
    reader.feed(source)
    reader.close()
    reader.end_run()
    texts = []
    for text in reader.texts:
        # The label of an alert is furniture; a second one, translated, is dropped by the page.
        stripped = LABEL.sub("", text)
        if squeezed(stripped) and not re.match(r"\s*\[!VIDEO", stripped, re.I):
            texts.append(squeezed(stripped))
    return texts


def reference(markdown):
    body = FRONT.sub("", markdown.replace("\r\n", "\n"))
    if TABLE.search(body):
        command = ["cmark-gfm", "--unsafe", "-e", "table"]
    else:
        command = ["cmark", "--unsafe"]
    run = subprocess.run(command, input=body, capture_output=True, text=True)
    return body, run.stdout


def compare(job):
    page, article, name = job
    body, rendered = reference(article.read_text("utf-8", "replace"))
    wanted, shown = blocks_of(rendered, False), blocks_of(page.read_text("utf-8"), True)
    if shown and wanted[:1] == shown[1:2] and wanted[1:2] == shown[2:3]:
        shown = shown[1:]  # the title of an article without a heading of the first level
    if wanted == shown:
        return name, None
    for index in range(max(len(wanted), len(shown))):
        one = wanted[index] if index < len(wanted) else "(nothing)"
        other = shown[index] if index < len(shown) else "(nothing)"
        if one != other:
            start = next((i for i, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
            return name, f"block {index}: …{one[max(0, start - 20):start + 40]}… in the reference, …{other[max(0, start - 20):start + 40]}… on the page"
    return name, "?"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hjelp")
    parser.add_argument("shared")
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    report, corpus = Report(), pathlib.Path(options.shared) / "corpus"
    if not shutil.which("cmark") or not shutil.which("cmark-gfm"):
        report.skip("the text of pages", "the programs cmark and cmark-gfm are not there")
        return report.finish()
    with tempfile.TemporaryDirectory() as scratch, multiprocessing.Pool(2) as pool:
        scratch = pathlib.Path(scratch)
        alchemy = build(report, options.hjelp, [corpus / "alchemy/nb-NO", corpus / "alchemy/ja-JP"], scratch / "alchemy", None)
        office = build(report, options.hjelp, [corpus / "office-dev/es-ES", corpus / "office-dev/en-US"], scratch / "office-dev", None)
        for locale in ("nb-NO", "ja-JP", "en-US"):
            root = corpus / ("office-dev/en-US" if locale == "en-US" else f"alchemy/{locale}")
            site = office if locale == "en-US" else alchemy
            published = root if locale == "en-US" else root.with_name(f"{locale}.published")
            names = sorted(path.relative_to(root) for path in root.rglob("*.md"))
            equal = set(map(str, names))
            if locale != "en-US":
                split = scratch / f"{locale}.split"
                subprocess.run([options.hjelp, "split", root, "--side", "target", "--output", split, "--quiet"], capture_output=True)
                equal = {str(name) for name in names if (split / name).is_file() and (published / name).is_file()
                         and (split / name).read_bytes() == (published / name).read_bytes()}
            jobs = [(site / locale / name.with_suffix(".html"), published / name, str(name)) for name in names
                    if (published / name).is_file() and (site / locale / name.with_suffix(".html")).is_file()]
            results = pool.map(compare, jobs, chunksize=50)
            differ = {name: why for name, why in results if why and name in equal}
            explained = {name: why for name, why in differ.items() if name in EXPLAINED}
            differ = {name: why for name, why in differ.items() if name not in EXPLAINED}
            for name in explained:
                report.note(f"{locale}: {name}: {EXPLAINED[name]}")
            others = sum(1 for name, why in results if why) - len(differ) - len(explained)
            report.check(not differ, f"{locale}: every block of every page has the text of the published article",
                         f"{len(results)} pages, {len(equal)} of them split byte for byte; of these {len(explained)} differ as explained and {len(differ)} otherwise; {others} of the others differ",
                         [f"{name}: {why}" for name, why in sorted(differ.items())][:None if options.list else 20])
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
