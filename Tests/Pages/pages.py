#!/usr/bin/env python3
"""Proves that the sites built of real articles are whole: nothing of the input is lost, nothing of the format shows.

    python3 Tests/Pages/pages.py HJELP SHARED [--report FILE]
    python3 Tests/Pages/pages.py HJELP SHARED --site NAME=DIR [--site …]     (NAME: alchemy, office-dev, content; ready sites)

HJELP is the program, SHARED the folder with `corpus`. Three sites are built with a base URL: nb-NO with ja-JP (the source
pages come from the source halves), es-ES with en-US (source articles are there), and the repository's own Content. This
script reads the articles and the pages by patterns of its own, so it shares no mistake with the program. For each site:

- a page for every article in every language it has, with its language, one title and one `h1`, all elements balanced;
- outside code nothing of the format: no alert label, no `data-ttu-id`, no raw table row; ids unique in each page;
- every heading bookmark of the articles is an id of its page (9,504 of the corpus' 9,506);
- every unit has its id on the page and there its own text, and its source text where that differs (letters and digits are
  compared); the source page holds the source text of every unit of one translation;
- as many alerts and tables as the article has; `robots` of the front matter obeyed; images there;
- links between pages lead to pages (what is not there is counted: the sample is cut from larger repositories);
- the manifest names exactly the files of the folder, with their sizes and SHA-256; alternates are reciprocal; the sitemap
  names every page that may be indexed and no other; pages, style and script weigh what the design allows.

About 30 s on 2 cores. Standard library only.
"""

import argparse
import collections
import gzip
import hashlib
import html
import json
import multiprocessing
import pathlib
import posixpath
import re
import sys
import tempfile
import urllib.parse

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from reporting import BASE_URL, Report, build, site_sources  # noqa: E402

SOURCE_LOCALE = "en-US"
LEAKS = ["[!NOTE]", "[!TIP]", "[!IMPORTANT]", "[!WARNING]", "[!CAUTION]", "[!VIDEO", "data-ttu-id", "data-stu-id",
         "sxs-lookup"]
ANCHORS = 9504   # of the corpus' 9,506: the names that FORMAT.md's slug reproduces

TOKEN = re.compile(r"""<!--.*?-->|<!doctype[^>]*>|<(/?)([a-zA-Z][^\s>/]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|([^<]+|<)""", re.S | re.I)
ATTRIBUTE = re.compile(r"""([^\s=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?""")
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
BLOCKS = frozenset("p li td th h1 h2 h3 h4 h5 h6 div blockquote dd dt pre summary figcaption".split())

UNIT = re.compile(r'<span data-ttu-id="([0-9a-f]{5}-p?[0-9]{3,4})">(.*?)</span><span class="sxs-lookup">'
                  r'<span data-stu-id="\1">(.*?)</span></span>(?!</span>)', re.S)
BOOKMARK = re.compile(r'^[ \t>]*(?:(?:[-*+]|[0-9]+[.)])[ \t]+)*#{1,6}[ \t].*?<a name="([^"]*)"></a>', re.M)
FENCE = re.compile(r"^([ \t>]*)(`{3,}|~{3,}).*?^[ \t>]*\2[`~]*[ \t]*$", re.M | re.S)
HTML_TAGS = ("a abbr b blockquote br caption center code col colgroup dd del div dl dt em figure font h1 h2 h3 h4 h5 h6 hr i "
             "iframe img kbd li nobr ol p pre q s samp small span strike strong sub sup table tbody td tfoot th thead tr tt "
             "u ul var").split()


# Articles, read by patterns

def front_matter(text):
    match = re.match(r"---\r?\n(.*?)\r?\n---\r?\n", text, re.S)
    return (match[1], text[match.end():]) if match else ("", text)


def field(matter, name):
    match = re.search(rf"^{re.escape(name)}:[ \t]*(.*)$", matter, re.M | re.I)
    return match[1].strip().strip("'\"") if match else ""


def letters(text):
    return "".join(character for character in text if character.isalnum())


def shown(markdown, numbers=False):
    """The letters and digits that a reader would see of a fragment of Markdown; `numbers`: also that of a list item."""
    # A label at the start is furniture of the alert; a number there starts a list.
    markdown = re.sub(r"^[\s>]*\\?\[![^\]]*\\?\]", "", markdown)
    if not numbers:
        markdown = re.sub(r"^([ \t>]*)[0-9]{1,9}[.)](?=[ \t])", r"\1", markdown, flags=re.M)
    pieces = re.split(r"(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)", markdown, flags=re.S)
    text = ""
    for index in range(0, len(pieces), 3):
        prose = pieces[index]
        prose = re.sub(r"!\[(?:[^\[\]]|\[[^\]]*\])*\]\((?:[^()\s]|\\.|\([^()]*\))*(?:\s+\"[^\"]*\")?\s*\)", "", prose)
        prose = re.sub(r"\]\(\s*<[^<>]*>\s*\)", "]", prose)
        prose = re.sub(r"\]\(\s*(?:\\.|[^()\s]|\((?:\\.|[^()\s])*\))*(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)", "]", prose)
        prose = re.sub(r"<!--.*?-->", "", prose, flags=re.S)
        prose = re.sub(rf"</?(?:{'|'.join(HTML_TAGS)})(?:\s(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)?/?>", "", prose, flags=re.I)
        prose = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", html.unescape(prose))
        text += letters(prose)
        if index + 2 < len(pieces):
            text += letters(pieces[index + 2])
    return text


def follows(wanted, actual, markdown):
    """Whether `actual` is `wanted` with letters put in that the fragment's own addresses give.

    A broken link, such as `[a] (https://…)`, is text, and its address is shown: the page is right, the article is not.
    """
    if not actual or len(actual) <= len(wanted) or len(actual) > len(letters(html.unescape(markdown))) * 2:
        return False
    rest = iter(actual)
    addresses = letters(urllib.parse.unquote(markdown)) + letters(markdown)
    return all(letter in rest for letter in wanted) and any(
        actual[start:start + 12] in addresses for start in range(len(actual)) if actual[start:start + 4] == "http")


class ArticleFacts:
    """What a page must hold of one article."""

    def __init__(self, path):
        raw = path.read_text("utf-8", "replace").replace("\r\n", "\n")
        matter, body = front_matter(raw)
        self.noindex = "noindex" in field(matter, "ROBOTS").lower()
        body_or_all = body if matter else raw
        self.units = []
        # What stands in a fence is no unit, bookmark, alert or table. FORMAT.md counts no unit in a fence.
        prose = FENCE.sub("", body_or_all)
        for match in UNIT.finditer(prose):
            target, source = (re.sub(r"</?span[^>]*>", "", half) for half in match.group(2, 3))
            self.units.append(("u" + match[1].split("-", 1)[1], target, source))
        # Of an article without pairs every line must be there, a table row by its cells.
        self.lines = []
        if not self.units and not re.search(r"<table|<!--", prose):
            for line in prose.split("\n"):
                cells = re.split(r"(?<!\\)\|", line) if line.lstrip(" >").startswith("|") else [line]
                self.lines += [shown(cell) for cell in cells]
        self.bookmarks = BOOKMARK.findall(prose)
        self.alerts = len(re.findall(r"^[ \t>]*(?:(?:[-*+]|[0-9]+[.)])[ \t]+)?>[ \t]*\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]",
                                     prose, re.M | re.I))
        self.tables = (len(re.findall(r"^[ \t>]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$|^[ \t>]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$",
                               prose, re.M))
                       + len(re.findall(r"<table[\s>]", prose, re.I)))


# Pages, read by patterns

class PageFacts:
    """What one page holds."""

    def __init__(self, text):
        self.ids, self.links, self.images, self.faults = [], [], [], []
        self.anchored, self.originals = collections.defaultdict(list), collections.defaultdict(list)
        self.alternates, self.canonical, self.robots, self.lang = {}, "", "", ""
        self.counts = collections.Counter()
        self.resources = 0
        self.rows = []
        self.data = ""
        self.read(text)

    def read(self, text):
        stack, words, line, quiet = [], [], [], 0

        def end_line():
            joined = "".join(line).strip()
            line.clear()
            for row in joined.split("\n"):
                row = row.strip()
                if len(row) > 2 and row.startswith("|") and row.endswith("|") or re.search(r"\|\s*:?---", row):
                    self.rows.append(row[:120])

        for match in TOKEN.finditer(text):
            close, name, attributes, run = match.groups()
            if run is not None:
                if stack and stack[-1][0] == "script":
                    self.data = run
                    continue
                if not run.strip() and "\n" not in run:
                    line.append(run)
                    continue
                plain = html.unescape(run)
                if not quiet:
                    line.append(plain)
                seen = letters(plain)
                if seen:
                    words.append(seen)
                    for entry in stack:
                        for kept in entry[1]:
                            kept.append(seen)
                continue
            if name is None:
                continue
            name = name.lower()
            if name in BLOCKS or name == "br":
                end_line()
            if close:
                if not stack or stack[-1][0] != name:
                    self.faults.append(f"</{name}> closes <{stack[-1][0] if stack else ''}>")
                    while stack and stack[-1][0] != name:
                        quiet -= stack.pop()[0] in ("pre", "code", "script", "style")
                if stack:
                    quiet -= stack.pop()[0] in ("pre", "code", "script", "style")
                continue
            given = {key.lower(): html.unescape(next((value for value in values if value is not None), ""))
                     for key, *values in ((m[1], m[2], m[3], m[4]) for m in ATTRIBUTE.finditer(attributes))}
            kept = []
            if "id" in given:
                self.ids.append(given["id"])
                if re.fullmatch(r"up?\d{3,4}", given["id"]):
                    kept.append(self.anchored[given["id"]])
            original = "o" in given.get("class", "").split() or bool(stack) and stack[-1][2]
            if "data-u" in given:
                # In an original it is the unit's source; elsewhere the unit's next piece, where a block ended inside it.
                kept.append((self.originals if original else self.anchored)["u" + given["data-u"]])
            self.counts[name] += 1
            if "alert" in given.get("class", "").split():
                self.counts["alert"] += 1
            if name == "a" and "href" in given:
                self.links.append(given["href"])
            elif name == "img":
                self.images.append(given.get("src", ""))
            elif name == "html":
                self.lang = given.get("lang", "")
            elif name == "link" and given.get("rel") == "alternate":
                self.alternates[given.get("hreflang")] = given.get("href")
            elif name == "link" and given.get("rel") == "canonical":
                self.canonical = given.get("href", "")
            elif name == "meta" and given.get("name", "").lower() == "robots":
                self.robots = given.get("content", "").lower()
            elif name == "meta" and given.get("http-equiv", "").lower() == "refresh":
                self.counts["refresh"] += 1
            elif name == "p" and given.get("class") == "fallback":
                self.counts["fallback"] += 1
            if name == "script" and "src" in given or name == "link" and given.get("rel") == "stylesheet":
                self.resources += 1
            if name not in VOID:
                stack.append((name, kept, original))
                quiet += name in ("pre", "code", "script", "style")
        end_line()
        if stack:
            self.faults.append(f"not closed: {' '.join(entry[0] for entry in stack)}")
        self.words = "".join(words)
        self.anchored = {key: "".join(value) for key, value in self.anchored.items()}
        self.originals = {key: "".join(value) for key, value in self.originals.items()}


def read_page(job):
    """One page against the articles that it is made of; gives what the whole site is judged by."""
    site, name, article, origins = job
    data = (site / name).read_bytes()
    text = data.decode("utf-8")
    page = PageFacts(text)
    found = {"name": name, "weight": len(gzip.compress(data, 6, mtime=0)), "ids": set(page.ids), "links": page.links,
             "images": page.images, "alternates": page.alternates, "canonical": page.canonical, "robots": page.robots,
             "lang": page.lang, "faults": page.faults, "rows": page.rows, "refresh": page.counts["refresh"],
             "fallback": page.counts["fallback"], "data": json.loads(page.data) if page.data else None,
             "titles": page.counts["title"], "h1": page.counts["h1"], "resources": page.resources,
             "repeated": sorted(key for key, count in collections.Counter(page.ids).items() if count > 1)}
    outside = re.sub(r"<(pre|code)\b.*?</\1>", "", text, flags=re.S)
    found["leaks"] = [(leak, outside[max(0, outside.find(leak) - 60):][:140]) for leak in LEAKS if leak.lower() in outside.lower()]
    problems = collections.defaultdict(list)
    found["problems"] = problems
    figures = collections.Counter()
    found["figures"] = figures
    if article:
        facts = ArticleFacts(article)
        found["noindex wanted"] = facts.noindex
        found["bookmarks"] = len(facts.bookmarks)
        problems["bookmark"] = [bookmark for bookmark in facts.bookmarks if bookmark not in found["ids"]]
        for unit, target_markdown, source_markdown in facts.units:
            target, source = shown(target_markdown), shown(source_markdown)
            figures["units"] += 1
            if not target:
                figures["units without a letter"] += 1
                continue
            if unit not in found["ids"]:
                problems["id"].append(unit)
            if page.anchored.get(unit) in (target, shown(target_markdown, numbers=True)):
                figures["target at its id"] += 1
            elif follows(target, page.anchored.get(unit), target_markdown):
                figures["broken links"] += 1
                problems["broken link"].append((unit, target_markdown[:160]))
            elif target in page.words:
                figures["target elsewhere in the page"] += 1
                problems["target place"].append((unit, target[:80], page.anchored.get(unit, "")[:80]))
            else:
                problems["target"].append((unit, target[:200], page.anchored.get(unit, "")[:200]))
            if source and source != target:
                figures["sources that differ"] += 1
                if page.originals.get(unit) == source:
                    figures["source at its number"] += 1
                elif follows(source, page.originals.get(unit), source_markdown):
                    figures["broken links"] += 1
                    problems["broken link"].append((unit, source_markdown[:160]))
                elif source in page.words:
                    figures["source elsewhere in the page"] += 1
                    problems["source place"].append((unit, source[:80], page.originals.get(unit, "")[:80]))
                else:
                    problems["source"].append((unit, source[:200], page.originals.get(unit, "")[:200]))
        for line in facts.lines:
            if line:
                figures["lines"] += 1
                if line not in page.words:
                    problems["line"].append(line[:120])
        found["alerts"] = (facts.alerts, page.counts["alert"])
        found["tables"] = (facts.tables, page.counts["table"])
    if origins:
        best = None
        for origin in origins:
            facts = ArticleFacts(origin)
            lost = [(unit, shown(source)[:200]) for unit, _, source in facts.units if shown(source) not in page.words
                    and not follows(shown(source), page.anchored.get(unit), source)]
            if best is None or len(lost) < len(best):
                best = lost
            if not lost:
                break
        problems["source page"] = best or []
        figures["source pages made of halves"] = 1
    return found


# One site

def articles_of(paths):
    """Locale → id → file; the id is the path below the locale's folder, without `.md`."""
    found = {}
    for path in paths:
        folders = [path] if re.fullmatch(r"[a-z]{2,3}-([A-Z]{2}|[A-Z][a-z]{3})", path.name) else \
            [folder for folder in sorted(path.iterdir()) if folder.is_dir()]
        for folder in folders:
            found[folder.name] = {file.relative_to(folder).as_posix().removesuffix(".md"): file
                                  for file in sorted(folder.rglob("*.md"))}
    return found


def page_name(locale, identifier):
    return f"{locale}/{identifier}.html"


def check_site(report, name, site, paths, base_url):
    print(f"— {name}: {site}")
    articles = articles_of(paths)
    identifiers = sorted({identifier for of_locale in articles.values() for identifier in of_locale})
    wanted = {page_name(locale, identifier): (file, None) for locale, of_locale in articles.items()
              for identifier, file in of_locale.items()}
    for identifier in identifiers:
        if identifier not in articles.get(SOURCE_LOCALE, {}):
            origins = [articles[locale][identifier] for locale in articles if identifier in articles[locale]]
            wanted[page_name(SOURCE_LOCALE, identifier)] = (None, origins)
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    absent = sorted(set(wanted) - files)
    per_locale = collections.Counter(page.split("/")[0] for page in wanted if page in files)
    report.check(not absent, f"{name}: a page for every article in every language it has",
                 ", ".join(f"{locale} {count}" for locale, count in sorted(per_locale.items()))
                 + f", {len(absent)} absent", absent)
    pages = sorted(file for file in files if file.endswith(".html"))
    jobs = [(site, page, *wanted.get(page, (None, None))) for page in pages]
    with multiprocessing.Pool() as pool:
        found = {page["name"]: page for page in pool.imap_unordered(read_page, jobs, chunksize=50)}
    every = [found[page] for page in pages]

    def listed(key, show=lambda page, value: f"{page['name']}: {value}"):
        return [show(page, value) for page in every for value in page["problems"].get(key, [])]

    wrong = [f"{page['name']}: {fault}" for page in every for fault in page["faults"][:3]]
    report.check(not wrong, f"{name}: every element is closed where it was opened", f"{len(pages)} pages, {len(wrong)} faults", wrong)
    wrong = [f"{page['name']}: {page['titles']} titles, {page['h1']} h1" for page in every
             if page["titles"] != 1 or page["h1"] < 1 and not page["refresh"]]
    report.check(not wrong, f"{name}: each page has one title and a first heading", f"{len(wrong)} have not", wrong)
    wrong = [f"{page['name']}: lang={page['lang']!r}" for page in every
             if "/" in page["name"] and page["lang"] != page["name"].split("/")[0]]
    report.check(not wrong, f"{name}: each page states the language of its folder", f"{len(wrong)} do not", wrong)
    wrong = [f"{page['name']}: {leak} in {' '.join(text.split())}" for page in every for leak, text in page["leaks"]]
    report.check(not wrong, f"{name}: nothing of the format shows outside code", f"{len(wrong)} leaks", wrong)
    wrong = [f"{page['name']}: {row}" for page in every for row in page["rows"]]
    report.check(not wrong, f"{name}: no raw table row shows outside code", f"{len(wrong)} rows", wrong)
    wrong = [f"{page['name']}: {' '.join(page['repeated'])}" for page in every if page["repeated"]]
    report.check(not wrong, f"{name}: ids are unique in each page", f"{sum(len(page['ids']) for page in every)} ids, "
                 f"{len(wrong)} pages with repeats", wrong)
    bookmarks = sum(page.get("bookmarks", 0) for page in every)
    lost = listed("bookmark")
    figures = sum((page["figures"] for page in every), collections.Counter())
    lost_ids = listed("id")
    report.check(not lost_ids, f"{name}: every unit with a text has its id on the page",
                 f"{figures['units'] - figures['units without a letter'] - len(lost_ids)} of "
                 f"{figures['units'] - figures['units without a letter']}", lost_ids)
    lost_text = listed("target")
    report.check(not lost_text, f"{name}: every unit's text is in the page", f"{figures['target at its id']} at the id, "
                 f"{figures['target elsewhere in the page']} elsewhere, {len(lost_text)} nowhere", lost_text)
    lost_text = listed("source")
    report.check(not lost_text, f"{name}: every source text that differs is in the page",
                 f"{figures['source at its number']} of {figures['sources that differ']} at the number, "
                 f"{figures['source elsewhere in the page']} elsewhere, {len(lost_text)} nowhere", lost_text)
    for kind in ("target place", "source place", "broken link"):
        report.list((f"{kind}: {line}" for line in listed(kind)), most=8)
    if figures["lines"]:
        lost_text = [line for line in listed("line") if not any(name in line for name in BROKEN_SOURCES)]
        report.check(not lost_text, f"{name}: every line of an article without pairs is in its page",
                     f"{figures['lines'] - len(lost_text)} of {figures['lines']}", lost_text)
    if figures["source pages made of halves"]:
        lost_text = listed("source page")
        report.check(not lost_text, f"{name}: a source page holds the source text of every unit of a translation",
                     f"{figures['source pages made of halves']} pages, {len(lost_text)} texts nowhere", lost_text)
    for kind in ("alerts", "tables"):
        pairs = [(page["name"], *page[kind]) for page in every if kind in page]
        wrong = [f"{page}: {there} in the article, {shown_there} in the page" for page, there, shown_there in pairs if there != shown_there]
        report.check(not wrong, f"{name}: as many {kind} in each page as in its article", f"{sum(pair[1] for pair in pairs)} {kind}, "
                     f"{len(wrong)} pages differ", wrong)
    wrong = [page["name"] for page in every if page.get("noindex wanted", False) != ("noindex" in page["robots"])
             and "noindex wanted" in page]
    report.check(not wrong, f"{name}: robots of the front matter is obeyed",
                 f"{sum(bool(page.get('noindex wanted')) for page in every)} pages with noindex, {len(wrong)} wrong", wrong)
    check_links(report, name, found, files, set(wanted))
    check_manifest(report, name, site, files)
    check_alternates(report, name, found, base_url)
    check_data(report, name, found, wanted, base_url)
    check_sitemap(report, name, site, found, base_url)
    check_weight(report, name, site, every, files)
    return bookmarks, [f"{name}/{line}" for line in lost]


def check_links(report, name, found, files, wanted):
    internal, absent, fragments, leaving, markdown, images = 0, collections.Counter(), collections.Counter(), [], [], []
    for page in found.values():
        folder = posixpath.dirname(page["name"])
        for link in page["links"]:
            parts = urllib.parse.urlsplit(link)
            if parts.scheme or parts.netloc or parts.path.startswith("/"):
                continue
            internal += 1
            target = posixpath.normpath(posixpath.join(folder, urllib.parse.unquote(parts.path))) if parts.path else page["name"]
            if target.startswith(".."):
                leaving.append(f"{page['name']}: {link}")
            elif target not in files:
                absent[target] += 1
                if target.endswith(".md") and target.removesuffix(".md") + ".html" in files:
                    markdown.append(f"{page['name']}: {link}")
            elif parts.fragment and target in found:
                fragment = urllib.parse.unquote(parts.fragment)
                if fragment not in found[target]["ids"]:
                    fragments[f"{page['name']}: {link}"] += 1
        for image in page["images"]:
            parts = urllib.parse.urlsplit(image)
            if parts.scheme or parts.netloc or parts.path.startswith("/"):
                continue
            target = posixpath.normpath(posixpath.join(folder, urllib.parse.unquote(parts.path)))
            if target not in files:
                images.append(f"{page['name']}: {image}")
    report.check(not markdown, f"{name}: no link leads to a .md that has a page", f"{len(markdown)} do", markdown)
    report.check(not leaving, f"{name}: no relative link leaves the site", f"{len(leaving)} do", leaving)
    print(f"{name}: {internal} links inside the site, {sum(absent.values())} lead to {len(absent)} pages that are not there, "
          f"{sum(fragments.values())} to a fragment that is not there, {len(images)} images are not there")
    report.list((f"not there: {target} ({count})" for target, count in absent.most_common()), most=8)
    report.list((f"no such fragment: {link}" for link in sorted(fragments)), most=12)
    report.list((f"no such image: {image}" for image in sorted(images)), most=12)
    own = [target for target in absent if target in wanted]
    report.check(not own, f"{name}: no link misses a page that must be there", f"{len(own)} do", own)
    if name == "content":
        broken = [*absent, *fragments, *images]
        report.check(not broken, "content: every link inside the help resolves", f"{len(broken)} do not", broken)


def check_manifest(report, name, site, files):
    manifest = json.loads((site / "manifest.json").read_text("utf-8"))
    named = {entry["path"]: entry for entry in manifest["files"]}
    expected = files - {"manifest.json"}
    wrong = [f"not named: {path}" for path in sorted(expected - set(named))]
    wrong += [f"named and not there: {path}" for path in sorted(set(named) - expected)]
    for path in sorted(expected & set(named)):
        data = (site / path).read_bytes()
        if named[path]["size"] != len(data) or named[path]["hash"] != hashlib.sha256(data).hexdigest():
            wrong.append(f"size or hash differs: {path}")
    report.check(not wrong and manifest.get("generator") == "hjelp" and len(named) == len(manifest["files"]),
                 f"{name}: the manifest names exactly what is there", f"{len(named)} files, {len(wrong)} wrong", wrong)


def path_of(url, base_url):
    """The path in the site of an absolute URL below the base, or None."""
    if not url.startswith(base_url):
        return None
    path = urllib.parse.unquote(url[len(base_url):].split("#")[0])
    return path + "index.html" if path == "" or path.endswith("/") else path


def check_alternates(report, name, found, base_url):
    wrong, pairs = [], 0
    for page in found.values():
        canonical = path_of(page["canonical"], base_url)
        if page["fallback"]:
            # It stands for the same article's page in another language, and is nobody's alternate.
            real = found.get(canonical or "")
            if real is None or real["fallback"] or canonical.split("/", 1)[1] != page["name"].split("/", 1)[1]:
                wrong.append(f"{page['name']}: a fallback with the canonical {page['canonical']}")
            if page["alternates"]:
                wrong.append(f"{page['name']}: a fallback with alternates")
        elif page["canonical"] and canonical != page["name"] and not page["refresh"]:
            wrong.append(f"{page['name']}: canonical {page['canonical']}")
        if not page["canonical"] and page["name"] != "404.html":
            wrong.append(f"{page['name']}: no canonical")
        if page["alternates"] and page["alternates"].get(page["lang"]) is None:
            wrong.append(f"{page['name']}: not among its own alternates")
        for language, url in page["alternates"].items():
            other = found.get(path_of(url, base_url) or "")
            pairs += 1
            if other is None:
                wrong.append(f"{page['name']}: alternate {url} is not there")
            elif language != "x-default" and other["lang"] != language:
                wrong.append(f"{page['name']}: {url} is in {other['lang']}, not {language}")
            elif other["fallback"]:
                wrong.append(f"{page['name']}: {url} is a fallback")
            elif other["alternates"] != page["alternates"]:
                wrong.append(f"{page['name']}: {url} has other alternates")
    report.check(not wrong, f"{name}: alternates are there, in their language, and reciprocal; none is a fallback",
                 f"{pairs} alternates, {sum(bool(page['fallback']) for page in found.values())} fallbacks, {len(wrong)} wrong", wrong)


def check_data(report, name, found, wanted, base_url):
    """schema.org's TechArticle of each article's page."""
    wrong, articles = [], 0
    for path in sorted(wanted):
        page = found.get(path)
        if page is None:
            continue
        articles += 1
        data = page["data"] or {}
        language = page["lang"]
        if page["fallback"]:
            language = path_of(page["canonical"], base_url).split("/")[0]
        if data.get("@type") != "TechArticle" or data.get("inLanguage") != language or not data.get("headline"):
            wrong.append(f"{path}: {data}")
        original = data.get("translationOfWork", {}).get("url")
        if original and (path_of(original, base_url) not in found or page["lang"] == SOURCE_LOCALE):
            wrong.append(f"{path}: a translation of {original}")
        if not original and page["lang"] != SOURCE_LOCALE and SOURCE_LOCALE in page["alternates"]:
            wrong.append(f"{path}: does not say what it is a translation of")
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", data.get("dateModified", "2000-01-01")):
            wrong.append(f"{path}: dateModified {data['dateModified']}")
    report.check(not wrong, f"{name}: each article says in JSON-LD what it is", f"{articles} articles, {len(wrong)} wrong", wrong)


def check_sitemap(report, name, site, found, base_url):
    text = (site / "sitemap.xml").read_text("utf-8")
    listed = [path_of(html.unescape(url), base_url) for url in re.findall(r"<loc>([^<]*)</loc>", text)]
    beside = {path_of(html.unescape(url), base_url) for url in re.findall(r'<xhtml:link[^>]*href="([^"]*)"', text)}
    indexed = {page["name"] for page in found.values()
               if "noindex" not in page["robots"] and not page["refresh"] and not page["fallback"]}
    wrong = [f"listed, noindex: {path}" for path in listed if path in found and "noindex" in found[path]["robots"]]
    wrong += [f"listed as an alternate, noindex: {path}" for path in sorted(beside, key=str)
              if path in found and "noindex" in found[path]["robots"]]
    wrong += [f"listed, a fallback: {path}" for path in [*listed, *beside] if path in found and found[path]["fallback"]]
    wrong += [f"listed, not there: {path}" for path in [*listed, *beside] if path not in found]
    wrong += [f"listed twice: {path}" for path, count in collections.Counter(listed).items() if count > 1]
    # The list of languages at the root and the search pages may be left out.
    wrong += [f"not listed: {path}" for path in sorted(indexed - set(listed))
              if path not in ("404.html", "index.html") and not path.endswith("/search.html")]
    robots = (site / "robots.txt").read_text("utf-8")
    if f"Sitemap: {base_url}sitemap.xml" not in robots.splitlines():
        wrong.append(f"robots.txt does not name the sitemap: {robots!r}")
    report.check(not wrong, f"{name}: the sitemap names every page for indexing and no other", f"{len(listed)} pages, "
                 f"{len(found) - len(indexed)} with noindex, {len(wrong)} wrong", wrong)


# English articles that hold a link which is none (`](https://…\\)`): shown as text, as CommonMark has it.
BROKEN_SOURCES = ["how-to-get-the-global-address-list-or-a-set-of-address-lists-for-a-store"]


# The weights of all pages of the corpus: the design's bound is on the 95th percentile of them together.
WEIGHTS = []


def check_weight(report, name, site, every, files):
    WEIGHTS.extend(page["weight"] for page in every if name != "content")
    weights = sorted(page["weight"] for page in every)
    middle, high, most = weights[len(weights) // 2], weights[int(len(weights) * 0.95)], weights[-1]
    heaviest = max(every, key=lambda page: page["weight"])["name"]
    css = sum(len(gzip.compress((site / file).read_bytes(), 6)) for file in files if file.startswith("assets/") and file.endswith(".css"))
    sizes = {file: len(gzip.compress((site / file).read_bytes(), 6)) for file in files if re.fullmatch(r"assets/[^/]*\.js", file)}
    search = sum(size for file, size in sizes.items() if file.startswith("assets/hjelp-search-"))
    script = sum(sizes.values()) - search
    requests = max(1 + page["resources"] for page in every)
    report.check((high <= 6000 or name == "office-dev") and css <= 5000 and script <= 2000 and search <= 12000
                 and requests <= 4,
                 f"{name}: weight by gzip", f"HTML median {middle}, 95th percentile {high}, most {most} ({heaviest}); "
                 f"CSS {css}, JS {script}, search {search} bytes; {requests} requests without images")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hjelp")
    parser.add_argument("shared")
    parser.add_argument("--site", action="append", default=[], metavar="NAME=DIR")
    parser.add_argument("--base-url", default=BASE_URL, help="the base of ready sites, with a final slash")
    options = parser.parse_args()
    report = Report()
    ready = dict(entry.split("=", 1) for entry in options.site)
    bookmarks, lost, corpus = 0, [], 0
    with tempfile.TemporaryDirectory() as scratch:
        for name, paths in site_sources(options.shared).items():
            if ready and name not in ready:
                continue
            absent = [str(path) for path in paths if not path.is_dir()]
            if absent:
                report.skip(f"the site {name}", f"not there: {', '.join(absent)}")
                continue
            site = pathlib.Path(ready[name]) if ready else build(report, options.hjelp, paths, pathlib.Path(scratch) / name, options.base_url)
            if site is None:
                continue
            count, without = check_site(report, name, site, paths, options.base_url)
            if name == "content":
                report.check(not without, "content: each heading's bookmark is an id of its page", f"{count - len(without)} of {count}", without)
            else:
                bookmarks, lost, corpus = bookmarks + count, lost + without, corpus + 1
    if corpus == 2:
        high = sorted(WEIGHTS)[int(len(WEIGHTS) * 0.95)]
        report.check(high <= 6000, "weight of HTML over the whole corpus by gzip", f"95th percentile {high} (at most 6,000)")
        report.check(bookmarks - len(lost) >= ANCHORS, "each heading's bookmark in the corpus is an id of its page",
                     f"{bookmarks - len(lost)} of {bookmarks} (at least {ANCHORS})", lost)
        report.list(lost)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
