#!/usr/bin/env python3
"""Measures what a build costs, beside what does less.

    python3 Tests/Performance/speed.py HJELP SHARED [--only build,hugo,jobs,unchanged,many,help] [--rounds 3]

HJELP is the program, SHARED the folder with `corpus`. Processor time, user and system, of whole processes, the least of some rounds that
take turns; output on a memory file system. The anchors: a C program that reads, parses and renders the published nb-NO articles with
libcmark and writes them (`anchors/render.c`, needs libcmark-dev), and Debian's Hugo with a theme of one line (skipped where it is not
installed). An aim that is not met fails. Two minutes; `many`, with 46,560 articles, three more.
"""

import argparse
import filecmp
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "Pages"))
from reporting import Report

PARTS = ("build", "hugo", "jobs", "unchanged", "many", "help")


def cost(command, stdin=None, status=0):
    """Processor seconds, wall seconds and megabytes of a process."""
    with open(stdin or os.devnull, "rb") as source:
        start = time.monotonic()
        process = subprocess.Popen([str(part) for part in command], stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        error = process.stderr.read()
        _, ended, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(ended)
    if process.returncode != status:
        sys.exit(f"{' '.join(map(str, command))}: status {process.returncode}: {error.decode()[:300]}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024


def machine():
    model = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    return f"{model[1] if model else platform.machine()}, {os.cpu_count()} processors, Linux {platform.release()}"


def same(left, right):
    """Whether two trees hold the same bytes."""
    names = [sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()) for root in (left, right)]
    return names[0] == names[1] and not any(filecmp.cmpfiles(left, right, names[0], shallow=False)[1:])


def hugo_site(folder, root, articles):
    """A site of Hugo's with these articles; their front matter is left out but for a title."""
    (folder / "layouts/_default").mkdir(parents=True)
    (folder / "layouts/_default/single.html").write_text("<!doctype html><title>{{ .Title }}</title>{{ .Content }}")
    (folder / "hugo.toml").write_text('baseURL = "https://help.example.com/"\ndisableKinds = ["taxonomy", "term", "home", "section", "RSS", "sitemap"]\n'
                                      "[markup.goldmark.renderer]\nunsafe = true\n")
    for article in articles:
        body = re.sub(r"\A\ufeff?---.*?\n---", "", article.read_text("utf-8", "replace"), count=1, flags=re.DOTALL)
        # A shortcode of Hugo's is none of an article's.
        target = folder / "content" / article.relative_to(root)
        # With this name it would make its neighbours its own.
        if target.stem == "index":
            target = target.with_stem("start")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("---\ntitle: x\n---\n" + body.replace("{{<", "{ {<").replace("{{%", "{ {%"))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("hjelp", type=pathlib.Path)
    parser.add_argument("shared", type=pathlib.Path)
    parser.add_argument("--only", default="build,hugo,jobs,unchanged,help")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    parts = options.only.split(",")
    if set(parts) - set(PARTS):
        parser.error(f"the parts are {', '.join(PARTS)}")
    hjelp = options.hjelp.resolve()
    corpus = options.shared / "corpus/alchemy"
    content = corpus / "nb-NO"
    report = Report()
    print(machine())
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=memory) as name:
        scratch = pathlib.Path(name)
        site = scratch / "site"

        def build(*flags, source=content, output=site, fresh=True):
            if fresh:
                shutil.rmtree(output, ignore_errors=True)
                shutil.rmtree(output.parent / f".{output.name}.hjelp", ignore_errors=True)
            return cost([hjelp, "build", source, "--output", output, "--quiet", *flags])

        published = sorted((corpus / "nb-NO.published").rglob("*.md"))
        least = {"hjelp": 1e9, "render": 1e9, "hugo": 1e9}
        has_hugo = "hugo" in parts and shutil.which("hugo")
        (scratch / "list").write_text("".join(f"{path}\n" for path in published))
        if "build" in parts:
            subprocess.run(["cc", "-O2", HERE / "anchors/render.c", "-o", scratch / "render", "-lcmark"], check=True)
        if has_hugo:
            hugo_site(scratch / "hugo", corpus / "nb-NO.published", published)
        for _ in range(options.rounds):
            least["hjelp"] = min(least["hjelp"], build()[0])
            if "build" in parts:
                (scratch / "pages").mkdir(exist_ok=True)
                least["render"] = min(least["render"], cost([scratch / "render", scratch / "pages"], stdin=scratch / "list")[0])
            if has_hugo:
                shutil.rmtree(scratch / "hugo/public", ignore_errors=True)
                least["hugo"] = min(least["hugo"], cost(["hugo", "--quiet", "--source", scratch / "hugo", "--destination", scratch / "hugo/public"])[0])
        full = least["hjelp"]
        print(f"a full build of the bilingual nb-NO: {full:.2f} s")
        if "build" in parts:
            report.check(full <= 4 * least["render"], "at most 4 times reading, parsing, rendering and writing of the published ones in C",
                         f"{full / least['render']:.1f} times {least['render'] * 1000:.0f} ms, {len(published)} articles")
        if has_hugo:
            made = len(list((scratch / "hugo/public").rglob("*.html")))
            report.check(least["hugo"] >= 4 * full, "Hugo, the published ones alone, takes 4 times as long", f"{least['hugo'] / full:.1f} times, {made} pages")
        elif "hugo" in parts:
            report.skip("Hugo", "it is not installed")
        if "jobs" in parts:
            one = two = 1e9
            for _ in range(options.rounds):
                one = min(one, build("--jobs", "1", output=scratch / "jobs1")[1])
                two = min(two, build("--jobs", "2", output=scratch / "jobs2")[1])
            report.check(two <= 0.6 * one, "two workers take at most 0.6 of the time of one", f"{two / one:.2f} of {one:.2f} s")
            report.check(same(scratch / "jobs1", scratch / "jobs2"), "and write the same bytes")
        if "unchanged" in parts:
            build()
            before = {path: path.lstat() for path in site.rglob("*")}
            again = min(build(fresh=False)[0] for _ in range(options.rounds))
            after = {path: path.lstat() for path in site.rglob("*")}
            held = {path: (at.st_ino, at.st_mtime_ns, at.st_ctime_ns) for path, at in before.items()}
            report.check(held == {path: (at.st_ino, at.st_mtime_ns, at.st_ctime_ns) for path, at in after.items()}, "where nothing changed, no file is written")
            report.check(again <= 0.05 * full, "and that takes at most 5 % of a full build", f"{again / full * 100:.1f} %, {again * 1000:.0f} ms")
        if "many" in parts:
            count = sum(1 for _ in content.rglob("*.md"))
            many = scratch / "many/nb-NO"
            for number in range(16):
                shutil.copytree(content, many / f"c{number:02}")
            processor, _, megabytes = build(source=many.parent, output=scratch / "big")
            report.check(processor / 16 <= 1.1 * full, f"{16 * count} articles cost at most 1.1 times as much each", f"{processor / 16 / full:.2f} times")
            report.check(megabytes <= 300, "and take at most 300 MB", f"{megabytes:.0f} MB")
            changed = next(path for path in sorted((many / "c07").rglob("*.md")) if path.stat().st_size > 4000)
            changed.write_bytes(changed.read_bytes() + b"\nOne more sentence.\n")
            one = build(source=many.parent, output=scratch / "big", fresh=False)[0]
            report.check(one <= 0.1 * processor, "after one change a build takes at most 10 % of a full one", f"{one / processor * 100:.0f} %")
            build(source=many.parent, output=scratch / "whole")
            report.check(same(scratch / "big", scratch / "whole"), "and gives the same bytes as a full one")
        if "help" in parts:
            times = sorted(cost([hjelp, "--help"])[0] for _ in range(20))
            report.check(times[10] <= 0.012, "'--help' takes at most 12 ms", f"{times[10] * 1000:.1f} ms")
    print(f"{report.passed} passed, {report.failed} failed, {report.skipped} skipped")
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
