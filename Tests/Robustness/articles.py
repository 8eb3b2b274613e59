#!/usr/bin/env python3
"""Proves that no article stops a build: hostile texts, metadata, names and files.

    python3 Tests/Robustness/articles.py HJELP

HJELP is the program. Each hostile article is built alone (at most 2 s and 300 MB, never a crash), and all of them together with
a good one, whose page must be there and the same. No page holds anything that a browser would run. About a minute. Standard
library only.
"""

import argparse
import os
import pathlib
import random
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Pages"))
from reporting import Report  # noqa: E402

SECONDS, MEGABYTES = 2.0, 300
MEGABYTE = 1_000_000
GOOD = "# Good\n\nThis article is as it should be, with **bold** and [a link](good.md).\n"
UNIT = ('<span data-ttu-id="a1b2c-{n}">{t}</span><span class="sxs-lookup"><span data-stu-id="a1b2c-{n}">{s}</span></span>')


def bomb():
    lines = ["a: &a [x, x]"]
    for number in range(30):
        lines.append(f"{chr(98 + number % 24)}{number}: &n{number} [*{'a' if number == 0 else f'n{number - 1}'}, *{'a' if number == 0 else f'n{number - 1}'}]")
    return "---\n" + "\n".join(lines) + "\n---\n# Bomb\n"


def repeated(text, size=MEGABYTE):
    return "# T\n\n" + text * (size // len(text)) + "\n"


TEXTS = {
    "image brackets": repeated("![[]()"), "open brackets": repeated("["), "closing": repeated("]("), "quotes": repeated(">"),
    "quotes and stars": "# T\n\n" + (">" * 200 + "a*\n") * 4000, "nested items": "# T\n\n" + "".join("  " * n + "- \n\n" for n in range(700)),
    "nested items in a quote": "# T\n\n" + "".join("> " + "  " * n + "- \n>\n" for n in range(700)), "items": repeated("- "), "stars": repeated("*a _b "),
    "stars and underlines": repeated("*_"), "backticks": "# T\n\n" + "".join("`" * n + "a " for n in range(1, 1400)), "less-than": repeated("<"),
    "open comments": repeated("<!-- "), "open tags": repeated("<a href=\""), "tags": repeated("<div>"), "pseudo tags": repeated("<x y> "),
    "declarations": repeated("<!A "), "entities": repeated("&amp;&#x41;"), "numbers": repeated("&#99999999999;"), "pipes": repeated("|"),
    "a wide table": "# T\n\n" + "|a" * 20_000 + "|\n" + "|-" * 20_000 + "|\n" + ("|b" * 20_000 + "|\n") * 5,
    "a long table": "# T\n\n|a|b|\n|-|-|\n" + "|c|d|\n" * 100_000, "headings": repeated("# a\n"), "the same heading": repeated("## same\n\n", 300_000),
    "references": "# T\n\n" + "".join(f"[r{n}]: x\n" for n in range(50_000)) + "[r1] " * 20_000, "alerts": repeated("> [!NOTE]\n> a\n\n"),
    "open alerts": repeated("> [!NOTE] "), "videos": repeated("> [!VIDEO https://x.example/]\n\n"), "links": repeated("[a](b.md) "),
    "addresses": repeated("https://x.example/a "), "long address": "# T\n\nhttps://" + "a" * MEGABYTE + "\n", "tildes": repeated("~~~\n"),
    "half a quote in a class": "# T\n\n<span class=\">\n", "half a quote in an id": "# T\n\n<span data-ttu-id=\">\n",
    "half quotes": repeated("<span data-stu-id=\"> "),
    "units": "---\ntitle: T\n---\n# T\n\n" + "\n\n".join(UNIT.format(n=str(n), t="a", s="b") for n in range(100, 6000)),
    "one unit many times": "---\ntitle: T\n---\n# T\n\n" + UNIT.format(n="101", t="a", s="b") * 6000, "open units": repeated('<span data-ttu-id="a1b2c-101">'),
    "closing units": repeated('</span><span class="sxs-lookup">'), "nested units": repeated(UNIT.format(n="101", t='<span data-ttu-id="a1b2c-102">', s="x")),
    "halves": repeated('<span data-stu-id="a1b2c-101">x</span>'), "marks": "# T\n\n" + "e" + "\u0301" * 200_000 + "\n", "bidi": repeated("\u202e\u2066"),
    "zero-width": repeated("\u200b"), "one line": "# T\n\n" + "word " * 200_000, "one word": "# T\n\n" + "a" * MEGABYTE, "line ends": "# T" + "\n" * MEGABYTE,
    "returns": "# T\r\rText\r" * 1000, "blanks": "# T\n\n" + " " * MEGABYTE + "x\n", "tabs": "# T\n\n" + "\t" * 100_000 + "x\n", "hashes": "#" * MEGABYTE,
    "front matter without end": "---\ntitle: x\n" * 50_000, "aliases": bomb(), "a tag": "---\ntitle: !!python/object:os.system x\n---\n# T\n",
    "an anchor": "---\na: &x b\nc: *x\n---\n# T\n", "deep yaml": "---\na: " + "[" * 30_000 + "]" * 30_000 + "\n---\n# T\n", "many keys": "---\n" + "".join(f"k{n}: v\n" for n in range(5000)) + "---\n# T\n",
    "the same key": "---\n" + "title: v\n" * 5000 + "---\n# T\n", "a long title": "---\ntitle: " + "t" * 60_000 + "\n---\n# T\n", "errors": "---\ntitle: T\nerrors:\n" + "".join(f"- error {n} happened in {{place}}\n" for n in range(2000)) + "---\n# T\n",
    "redirects": "---\ntitle: T\nredirect_from:\n" + "".join(f"- old/{n}\n" for n in range(2000)) + "---\n# T\n",
    "redirects elsewhere": "---\ntitle: T\nredirect_from: [../../up, /, index, search, good, \"a\\nb\", " + "n" * 300 + ", \"<script>\", x.html/y]\n---\n# T\n", "a script": "# T\n\n<script>alert(1)</script>\n<img src=x onerror=alert(1)>\n<svg onload=alert(1)>\n",
    "script addresses": "# T\n\n[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](&#106;avascript:alert(1)) [d](data:text/html,x) <a href=\"java\tscript:alert(1)\">e</a>\n",
    "script in metadata": "---\ntitle: \"</title><script>alert(1)</script>\"\ndescription: '\"><script>alert(1)</script>'\nms.date: <script>\nms.service: </h2><script>alert(1)</script>\nROBOTS: \"><script>\n---\n# T\n",
    "styles": "# T\n\n<p style=\"x:expression(alert(1))\" onclick=alert(1)>a</p><style>*{x:y}</style><link rel=stylesheet href=x><base href=//x><meta http-equiv=refresh content=0>\n",
    "frames": "# T\n\n<iframe src=javascript:alert(1)></iframe><object data=x></object><embed src=x><form action=x><input autofocus onfocus=alert(1)></form><template><script>1</script></template>\n",
}
# The same bytes in each run.
NOISE = random.Random(9)
BYTES = {
    "invalid UTF-8": b"# T\n\n\xff\xfe\xc3(\n", "a NUL": b"# T\n\na\x00b\n", "UTF-16": "# T\n\nText\n".encode("utf-16"), "UTF-16 without a mark": "# T\n\nText\n".encode("utf-16-le"),
    "a mark": b"\xef\xbb\xbf---\ntitle: T\n---\n# T\n", "nothing": b"", "one byte": b"#", "surrogates": b"# T\n\n\xed\xa0\x80\n", "overlong": b"# T\n\n\xc0\xaf\n",
    "random": NOISE.randbytes(200_000), "a picture": b"\x89PNG\r\n\x1a\n" + NOISE.randbytes(1000), "NULs": b"\x00" * 100_000,
}
EXECUTABLE = re.compile(r"<script(?! src=\"[^\":]*\.js\"| type=\"application/ld\+json\">)|<[^>]*\son\w+\s*=|(?:href|src|action)=\"\s*(?:javascript|data:text|vbscript)|"
                        r"<(?:iframe|object|embed|base|svg|style)\b|<meta[^>]*refresh(?!\" content=\"0;url=[^\":]*\.html\")", re.I)


def limited():
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def build(hjelp, folder, output):
    """Seconds, megabytes and exit status of a build."""
    start = time.monotonic()
    process = subprocess.Popen([hjelp, "build", folder, "--output", output, "--quiet"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               preexec_fn=limited)
    killer = signal.signal(signal.SIGALRM, lambda *_: process.kill())
    signal.alarm(30)
    _, code, usage = os.wait4(process.pid, 0)
    signal.alarm(0)
    signal.signal(signal.SIGALRM, killer)
    return time.monotonic() - start, usage.ru_maxrss / 1000, os.waitstatus_to_exitcode(code)


def executable(site):
    found = []
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8", "replace")
        if match := EXECUTABLE.search(text):
            found.append(f"{page.relative_to(site)}: {text[match.start():match.start() + 80]!r}")
    return found


def check_alone(report, hjelp, scratch):
    slow, big, broken, runs = [], [], [], 0
    articles = {name: text.encode("utf-8") for name, text in TEXTS.items()} | BYTES
    dangerous, slowest, biggest = [], 0.0, 0.0
    for number, (name, content) in enumerate(articles.items()):
        folder = scratch / f"one{number}"
        (folder / "en-US").mkdir(parents=True)
        (folder / "en-US/bad.md").write_bytes(content)
        (folder / "en-US/good.md").write_text(GOOD)
        seconds, megabytes, status = build(hjelp, folder, scratch / f"out{number}")
        runs += 1
        slowest, biggest = max(slowest, seconds), max(biggest, megabytes)
        if seconds > SECONDS:
            slow.append(f"{name}: {seconds:.1f} s")
        if megabytes > MEGABYTES:
            big.append(f"{name}: {megabytes:.0f} MB")
        if status != 0 or not (scratch / f"out{number}/en-US/good.html").exists():
            broken.append(f"{name}: status {status}")
        else:
            dangerous += [f"{name}: {line}" for line in executable(scratch / f"out{number}")]
    report.check(not broken, "no hostile article stops the build of a good one", f"{runs} articles", broken)
    report.check(not slow, f"each takes at most {SECONDS:.0f} s", f"most {slowest:.1f} s", slow)
    report.check(not big, f"and {MEGABYTES} MB", f"most {biggest:.0f} MB", big)
    report.check(not dangerous, "no page holds anything that a browser would run", "", dangerous)


def check_together(report, hjelp, scratch):
    folder = scratch / "all"
    locale = folder / "en-US"
    locale.mkdir(parents=True)
    for number, (name, content) in enumerate(({name: text.encode("utf-8") for name, text in TEXTS.items()} | BYTES).items()):
        (locale / f"{number:03} {name}.md").write_bytes(content)
    (locale / "good.md").write_text(GOOD)
    (locale / "Good2.md").write_text(GOOD)
    (locale / "good2.md").write_text(GOOD)
    (locale / "caf\u00e9.md").write_text(GOOD)
    (locale / "cafe\u0301.md").write_text(GOOD)
    (locale / "<script>alert(1)<").mkdir()
    (locale / "<script>alert(1)</\"onload=alert(1) x.md").write_text(GOOD)
    os.mkfifo(locale / "fifo.md")
    (locale / "out.md").symlink_to("/etc/passwd")
    (locale / "loop.md").symlink_to(locale / "loop.md")
    (locale / "folder.md").mkdir()
    (locale / "up").symlink_to(folder)
    (locale / "device.md").symlink_to("/dev/zero")
    with (locale / "giant.md").open("wb") as giant:
        giant.truncate(1 << 40)
    with (locale / "giant.png").open("wb") as giant:
        giant.truncate(1 << 20)
    os.link(locale / "good.md", locale / "link.md")
    with open(os.fsencode(locale) + b"/\xff\xfe.md", "wb") as file:
        file.write(GOOD.encode())
    output = scratch / "together"
    seconds, megabytes, status = build(hjelp, folder, output)
    page = output / "en-US/good.html"
    report.check(status == 0 and page.exists() and "as it should be" in page.read_text("utf-8"), "all of them together do not hide a good one",
                 f"status {status}, {seconds:.1f} s, {megabytes:.0f} MB")
    report.check("root:" not in "".join(path.read_text("utf-8", "replace") for path in output.rglob("out*.html")), "a link out of the content is not read")
    found = executable(output) if status == 0 else []
    report.check(not found, "names and metadata do not run either", "", found)
    checked = subprocess.run([hjelp, "check", folder, "--format", "json"], capture_output=True, text=True, timeout=60)
    rules = set(re.findall(r'"rule":"([\w.-]+)"', checked.stdout))
    wanted = {"file.encoding", "file.unreadable", "file.too-large", "file.collision", "file.nesting"}
    report.check(wanted <= rules, "what is wrong with them is said", ", ".join(sorted(rule for rule in rules if rule.startswith("file."))), wanted - rules)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hjelp")
    options = parser.parse_args()
    report = Report()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        check_alone(report, options.hjelp, scratch)
        check_together(report, options.hjelp, scratch)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
