#!/usr/bin/env python3
"""A git repository of real articles with 200 commits of one planted edit each: what
`--changed-since HEAD~1` reports is in the touched unit alone, and soon.

Usage: changes.py HJELP SHARED [--commits N] [--seed N]
"""
import argparse
import json
import pathlib
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Pages"))
from corpus import UNIT
from reporting import Report

# The limit for one changed file among 2,910.
LIMIT = 0.150


def git(folder, *arguments):
    return subprocess.run(
        ["git", "-c", "user.name=Test", "-c", "user.email=test@example.com", "-C", str(folder),
         *arguments], capture_output=True, text=True, check=True).stdout


def plant(dice, text):
    """The text with one edit, the unit it is in, and whether a finding must come of it."""
    units = [u for u in UNIT.finditer(text) if len(u["target"]) > 30 and u["id"] == u["other"]]
    if not units:
        return None
    unit = dice.choice(units)
    start, end = unit.span("target")
    kind = dice.choice(["number", "number", "link", "word", "source"])
    if kind == "link":
        mark = text.find("](http", start, end)
        if mark < 0:
            kind = "number"
        else:
            return text[:mark + 1] + " " + text[mark + 1:], unit["id"], True
    if kind == "word":
        blank = text.find(" ", start, end)
        if blank > 0:
            return text[:blank] + " også" + text[blank:], unit["id"], False
    if kind == "source":
        place = unit.start("source")
        return text[:place] + "Wait 7342 seconds. " + text[place:], unit["id"], True
    return text[:start] + "Vent i 7342 sekunder. " + text[start:], unit["id"], True


def main():
    options = argparse.ArgumentParser()
    options.add_argument("hjelp")
    options.add_argument("shared")
    options.add_argument("--commits", type=int, default=200)
    options.add_argument("--seed", type=int, default=11)
    options = options.parse_args()
    hjelp = str(pathlib.Path(options.hjelp).resolve())
    dice = random.Random(options.seed)
    report = Report()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name) / "help"
        source = pathlib.Path(options.shared) / "corpus/alchemy/nb-NO"
        shutil.copytree(source, folder / "nb-NO")
        git(pathlib.Path(name), "init", "-q", "-b", "main", "help")
        git(folder, "add", ".")
        git(folder, "commit", "-q", "-m", "start")
        files = sorted((folder / "nb-NO").rglob("*.md"))

        def check(*arguments, cwd=folder):
            start = time.perf_counter()
            run = subprocess.run(
                [hjelp, "check", "nb-NO", "--min", "info", "--format", "json", *arguments],
                cwd=cwd, capture_output=True, text=True)
            taken = time.perf_counter() - start
            found = json.loads(run.stdout)["diagnostics"] if run.stdout else None
            return run, found, taken

        check("--changed-since", "HEAD")
        wrong, times, made = [], [], 0
        while made < options.commits:
            file = dice.choice(files)
            planted = plant(dice, file.read_text())
            if planted is None:
                continue
            text, unit, mustSpeak = planted
            file.write_text(text)
            git(folder, "commit", "-q", "-a", "-m", f"edit {made}")
            run, found, taken = check("--changed-since", "HEAD~1")
            times.append(taken)
            made += 1
            places = {(x["file"], x.get("unit")) for x in found or []}
            allowed = {(str(file.relative_to(folder)), unit)}
            if found is None or not places <= allowed or mustSpeak and not places:
                wrong.append(f"{file.name} {unit}: {places} {run.stderr}")
        report.check(not wrong, f"{made} commits: exactly the touched units", details=wrong)
        report.check(
            max(times) < LIMIT, f"each under {LIMIT * 1000:.0f} ms among {len(files)} files",
            f"median {statistics.median(times) * 1000:.0f} ms, most {max(times) * 1000:.0f} ms")

        # Work that is not committed yet, a new file, and a removed unit.
        file = folder / "nb-NO/AlchemyInsights/recall-or-replace-an-email-message.md"
        text = file.read_text()
        units = list(UNIT.finditer(text))
        removed = text[:units[3].start()] + text[units[3].end():]
        file.write_text(removed)
        _, found, _ = check("--changed-since", "HEAD")
        report.check({x.get("unit") for x in found} == {units[4]["id"]},
                     "a removed unit is reported at the next one", details=map(str, found))
        file.write_text(text)
        new = folder / "nb-NO/new.md"
        new.write_text("---\ntitle: x\n---\n" + units[5][0] + "\n")
        _, found, _ = check("--changed-since", "HEAD")
        report.check(found and {x["file"] for x in found} == {"nb-NO/new.md"},
                     "a file that git does not know yet is all new", details=map(str, found))
        new.unlink()
        file.write_text(text.replace("\ntitle:", "\ntitel:", 1))
        _, found, _ = check("--changed-since", "HEAD")
        report.check({x["rule"] for x in found} >= {"metadata.missing"},
                     "a lost field of the front matter is reported", details=map(str, found))
        file.write_text(text)
        _, found, _ = check("--changed-since", "HEAD")
        report.check(found == [], "without a change nothing is reported")

        listed = pathlib.Path(name) / "list"
        listed.write_text("nb-NO/AlchemyInsights/recall-or-replace-an-email-message.md\nnb-NO/gone.md\n")
        _, found, _ = check("--files-from", str(listed))
        _, all_found, _ = check()
        wanted = [x for x in all_found
                  if x["file"] == "nb-NO/AlchemyInsights/recall-or-replace-an-email-message.md"]
        report.check(found == wanted, f"a list of files gives their {len(wanted)} findings")
        report.check(found == check("--files-from", str(listed), "--jobs", "1")[1],
                     "at any number of workers")
        run = subprocess.run(
            [hjelp, "check", "nb-NO", "--files-from", "-"], cwd=folder, capture_output=True,
            text=True, input="nb-NO/x.md\n")
        report.check(run.returncode == 0 and "0 articles" in run.stderr,
                     "a list from standard input", details=[run.stderr])

        # Branches: what the other side changed meanwhile is not ours.
        git(folder, "checkout", "-q", "-b", "work")
        other = files[100]
        other.write_text(re.sub(r">([^<]{30,})</span><span class", r">7342 \1</span><span class",
                                other.read_text(), count=1))
        git(folder, "checkout", "-q", "main")
        git(folder, "commit", "-q", "-a", "-m", "meanwhile")
        git(folder, "checkout", "-q", "work")
        _, found, _ = check("--changed-since", "main")
        report.check(found == [], "what another branch changed is not reported")

        # Bad input: status 2 and what to do.
        def refused(claim, words, run):
            report.check(run.returncode == 2 and all(word in run.stderr for word in words)
                         and run.stdout == "", claim, details=[run.stderr])

        refused("a revision that is not there", ["'nowhere'"], check("--changed-since", "nowhere")[0])
        outside = pathlib.Path(name) / "outside"
        shutil.copytree(folder / "nb-NO/AlchemyInsights", outside / "nb-NO")
        refused("no git repository", ["no git working tree"],
                check("--changed-since", "HEAD", cwd=outside)[0])
        refused("a list that is not there", ["none"], check("--files-from", "none")[0])
        shallow = pathlib.Path(name) / "shallow"
        subprocess.run(["git", "clone", "-q", "--depth", "2", f"file://{folder}", str(shallow)],
                       check=True, capture_output=True)
        refused("a shallow clone names the depth", ["depth 6", "--depth=6"],
                check("--changed-since", "HEAD~5", cwd=shallow)[0])
        refused("a shallow clone without the branch", ["depth 0"],
                check("--changed-since", "release", cwd=shallow)[0])
        run, found, _ = check("--changed-since", "HEAD~1", cwd=shallow)
        report.check(run.returncode in (0, 1), "a depth that is enough", details=[run.stderr])
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
