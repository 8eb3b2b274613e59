#!/usr/bin/env python3
"""What `hjelp build` costs beside programs that do less, with more articles, and where little or nothing changed.

    python3 Tests/Performance/speed.py HJELP SHARED [--only build,hugo,jobs,unchanged,many,change,help] [--rounds 5] [--json FILE]

HJELP is the program, SHARED the folder with `corpus`. A cost is the user and system time of a whole process with its children. Content
and output lie on a memory file system. What is compared is measured in turns, in one run, and of each the least of all rounds is taken;
of `many` (46,560 articles) the least of three, `change` is measured once, of `help` the median of 20 is taken, of `unchanged` the most of
all rounds. An aim that is not met fails.

The anchors: `anchors/render.c` (needs cc and libcmark-dev) reads, parses and renders the published nb-NO articles with libcmark and writes
them; Debian's Hugo with the theme in `anchors/hugo` does so with the same ones. Half a minute; `many` and `change`, which write 7 GB at
most, take five more and are left out unless they are named.
"""

import argparse
import filecmp
import json
import os
import pathlib
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "Pages"))
from reporting import Report

SHORT, LONG = ("build", "hugo", "jobs", "unchanged", "help"), ("many", "change")
COPIES = 16


def cost(*command, stdin=None):
    """Processor seconds, wall seconds and megabytes of a process that must end well."""
    with open(stdin or os.devnull, "rb") as source, tempfile.TemporaryFile() as errors:
        start = time.monotonic()
        process = subprocess.Popen([str(part) for part in command], stdin=source, stdout=subprocess.DEVNULL, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            errors.seek(0)
            sys.exit(f"{' '.join(map(str, command))}: status {process.returncode}: {errors.read().decode(errors='replace')[:300]}")
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


def version(*command):
    """The first line that a program says of itself."""
    try:
        return subprocess.run([str(part) for part in command], check=False, capture_output=True, text=True).stdout.splitlines()[0].strip()
    except (OSError, IndexError):
        return "none"


def machine(hjelp):
    model = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    return {
        "processor": model[1] if model else platform.machine(),
        "cores": os.cpu_count(),
        "kernel": f"{platform.system()} {platform.release()}",
        "load at the start": round(os.getloadavg()[0], 2),
        "hjelp": version(hjelp, "--version"),
        "libcmark": version("pkg-config", "--modversion", "libcmark"),
        "cc": version("cc", "--version"),
        "hugo": version("hugo", "version"),
    }


def same(left, right):
    """Whether two trees hold the same files with the same bytes."""
    names = [sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()) for root in (left, right)]
    return names[0] == names[1] and not any(filecmp.cmpfiles(left, right, names[0], shallow=False)[1:])


def stamps(folder):
    """What would be another if a file were written: number, size, and the times of the last changes."""
    found = {path: path.lstat() for path in folder.rglob("*")}
    return {path: (at.st_ino, at.st_size, at.st_mtime_ns, at.st_ctime_ns) for path, at in found.items()}


def emptied(folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def count(folder, suffix):
    return sum(1 for _ in folder.rglob(f"*{suffix}"))


class Hugo:
    """A site of Hugo's with the published articles. What it refuses gets a front matter with a title alone."""

    def __init__(self, folder, articles):
        self.folder, self.output = folder, folder / "public"
        self.cleaned = 0
        shutil.copytree(HERE / "anchors/hugo", folder)
        shutil.copytree(articles, folder / "content", ignore=lambda _, names: [name for name in names if name.endswith(".yml")])
        # An article of this name would make those beside it parts of its own.
        for path in list(folder.rglob("content/**/index.md")):
            path.rename(path.with_name("index-article.md"))
        while refused := self.refused():
            body = re.sub(r"\A---\n.*?\n---\n", "", refused.read_text("utf-8"), count=1, flags=re.DOTALL)
            refused.write_text("---\ntitle: Article\n---\n" + body, "utf-8")
            self.cleaned += 1

    def command(self):
        return ["hugo", "--quiet", "--source", self.folder, "--destination", self.output, "--cacheDir", self.folder / "cache"]

    def refused(self):
        """An article that Hugo stops at."""
        run = subprocess.run([str(part) for part in self.command()], check=False, capture_output=True, text=True)
        if run.returncode == 0:
            return None
        named = re.search(rf"{re.escape(str(self.folder))}/content/[^\"]+?\.md", run.stdout + run.stderr)
        if not named or self.cleaned > 50:
            sys.exit(f"hugo: {(run.stdout + run.stderr)[-300:]}")
        return pathlib.Path(named[0])

    def build(self):
        shutil.rmtree(self.output, ignore_errors=True)
        return cost(*self.command())


class Measurement:
    """The content, and the builds of it."""

    def __init__(self, options, scratch, report):
        self.hjelp, self.rounds = options.hjelp.resolve(), options.rounds
        self.scratch, self.report = scratch, report
        self.figures = {}
        corpus = options.shared / "corpus/alchemy"
        self.content = scratch / "content/nb-NO"
        shutil.copytree(corpus / "nb-NO", self.content)
        self.articles = count(self.content, ".md")
        # The published ones of these articles; there is one more.
        self.published = scratch / "published"
        shutil.copytree(corpus / "nb-NO.published", self.published)
        for path in list(self.published.rglob("*.md")):
            if not (self.content / path.relative_to(self.published)).exists():
                path.unlink()
        # What changed just before a build is not believed to stay so.
        time.sleep(0.5)

    def build(self, output, *flags, content=None, fresh=True):
        """The cost of a build into a folder of this name, by default an empty one."""
        output = self.scratch / output
        if fresh:
            shutil.rmtree(output, ignore_errors=True)
            shutil.rmtree(output.with_name(f".{output.name}.hjelp"), ignore_errors=True)
        return cost(self.hjelp, "build", content or self.content, "--output", output, "--quiet", *flags)

    def aim(self, name, value, holds, claim, figures):
        self.figures[name] = round(value, 4)
        self.report.check(holds, claim, figures)

    def beside_others(self, parts):
        """A full build, which the others are measured by, and what does less, in turns."""
        listed = self.scratch / "list"
        published = sorted(self.published.rglob("*.md"))
        listed.write_text("".join(f"{path}\n" for path in published))
        runs = {"hjelp": lambda: self.build("site")[0]}
        if "build" in parts:
            if shutil.which("cc"):
                render, pages = self.scratch / "render", self.scratch / "pages"
                subprocess.run(["cc", "-O2", HERE / "anchors/render.c", "-o", render, "-lcmark"], check=True)
                runs["render"] = lambda: cost(render, emptied(pages), stdin=listed)[0]
            else:
                self.report.skip("the program in C", "cc is not installed")
        if "hugo" in parts:
            if shutil.which("hugo"):
                hugo = Hugo(self.scratch / "hugo", self.published)
                runs["hugo"] = lambda: hugo.build()[0]
            else:
                self.report.skip("Hugo", "it is not installed")
        least = dict.fromkeys(runs, float("inf"))
        for _ in range(self.rounds):
            for name, run in runs.items():
                least[name] = min(least[name], run())
        full = least["hjelp"]
        self.figures.update({f"{name} seconds": round(seconds, 4) for name, seconds in least.items()})
        print(f"a full build of {self.articles} bilingual articles: {full:.3f} s, the least of {self.rounds}")
        if "render" in runs:
            made = count(pages, ".html")
            self.report.check(made == len(published), "the program in C writes a page of each published article", f"{made} of {len(published)}")
            self.aim("times render", full / least["render"], full <= 4 * least["render"],
                     "a build costs at most 4 times what libcmark and a C program cost for the published articles",
                     f"{full / least['render']:.1f} times {least['render']:.3f} s")
        if "hugo" in runs:
            made = count(hugo.output, ".html")
            self.report.check(made == len(published), "Hugo writes a page of each published article",
                              f"{made} of {len(published)}, of {hugo.cleaned} the front matter was cleaned")
            self.aim("hugo times", least["hugo"] / full, least["hugo"] >= 4 * full, "Hugo costs at least 4 times as much for the published articles",
                     f"{least['hugo'] / full:.2f} times: {least['hugo']:.3f} s")
        return full

    def jobs(self):
        one = two = float("inf")
        for _ in range(self.rounds):
            one = min(one, self.build("jobs1", "--jobs", 1)[1])
            two = min(two, self.build("jobs2", "--jobs", 2)[1])
        self.aim("jobs", two / one, two <= 0.6 * one, "two workers take at most 0.6 of the time of one", f"{two / one:.2f}: {two:.2f} of {one:.2f} s")
        self.report.check(same(self.scratch / "jobs1", self.scratch / "jobs2"), "and write the same bytes")

    def unchanged(self, full):
        self.build("site")
        before = stamps(self.scratch / "site")
        again = max(self.build("site", fresh=False)[0] for _ in range(self.rounds))
        after = stamps(self.scratch / "site")
        self.report.check(before == after, "where nothing changed, no file is written", f"{len(before)} files and folders",
                          [path for path in before.keys() | after.keys() if before.get(path) != after.get(path)])
        self.aim("unchanged", again / full, again <= 0.05 * full, "and that costs at most 5 % of a full build", f"{again / full:.1%}: {again * 1000:.0f} ms")

    def many(self):
        """Many times the articles in one locale; gives their folder and what a build of them costs."""
        content = self.scratch / "many"
        for number in range(1, COPIES + 1):
            shutil.copytree(self.content, content / f"nb-NO/c{number:02}")
        time.sleep(0.5)
        # In turns with the full build of few, of each the least: the machine is not as fast at all times.
        builds, few = [], float("inf")
        for _ in range(min(self.rounds, 3)):
            few = min(few, *(self.build("site")[0] for _ in range(2)))
            builds.append(self.build("big", content=content))
        seconds, megabytes = min(each[0] for each in builds), max(each[2] for each in builds)
        each = seconds / COPIES / few
        self.aim("many, each", each, each <= 1.1, f"each of {COPIES * self.articles} articles costs at most 1.1 times what each of {self.articles} costs",
                 f"{each:.2f} times: {seconds:.1f} s and {few:.2f} s, the least of " + ", ".join(f"{each[0]:.1f}" for each in builds))
        self.aim("many, megabytes", megabytes, megabytes <= 300, "and they take at most 300 MB at once", f"{megabytes:.0f} MB")
        return content, seconds

    def change(self, content, full):
        """One article of many changes."""
        changed = content / "nb-NO/c08/AlchemyInsights/active-directory-not-syncing.md"
        changed.write_bytes(changed.read_bytes() + b"\nOne more sentence.\n")
        time.sleep(0.5)
        seconds = self.build("big", content=content, fresh=False)[0]
        self.aim("change", seconds / full, seconds <= 0.1 * full, "after a change to one of them a build costs at most 10 % of a full one",
                 f"{seconds / full:.1%}: {seconds:.1f} of {full:.1f} s")
        self.build("whole", content=content)
        self.report.check(same(self.scratch / "big", self.scratch / "whole"), "and gives the bytes of a full build into another folder")

    def help(self):
        seconds = statistics.median(cost(self.hjelp, "--help")[0] for _ in range(20))
        self.aim("help milliseconds", seconds * 1000, seconds <= 0.012, "'--help' costs at most 12 ms", f"{seconds * 1000:.1f} ms, the median of 20")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("hjelp", type=pathlib.Path)
    parser.add_argument("shared", type=pathlib.Path)
    parser.add_argument("--only", default=",".join(SHORT))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE")
    options = parser.parse_args()
    parts = options.only.split(",")
    if set(parts) - {*SHORT, *LONG}:
        parser.error(f"the parts are {', '.join(SHORT + LONG)}")
    report = Report()
    about = machine(options.hjelp.resolve())
    for name, value in about.items():
        print(f"{name}: {value}", flush=True)
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=memory) as name:
        measurement = Measurement(options, pathlib.Path(name), report)
        full = measurement.beside_others(parts) if set(parts) - {"help", "jobs"} else None
        if "jobs" in parts:
            measurement.jobs()
        if "unchanged" in parts:
            measurement.unchanged(full)
        if set(parts) & set(LONG):
            content, seconds = measurement.many()
            if "change" in parts:
                measurement.change(content, seconds)
        if "help" in parts:
            measurement.help()
    if options.json:
        result = {"machine": about, "figures": measurement.figures, "passed": report.passed, "failed": report.failed, "skipped": report.skipped}
        options.json.write_text(json.dumps(result, indent=1) + "\n")
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
