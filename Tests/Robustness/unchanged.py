#!/usr/bin/env python3
"""Proves that a build that finds nothing to do, or little, is right: whatever changes, in the content or in the site, is seen.

    python3 Tests/Robustness/unchanged.py HJELP

HJELP is the program. The repository's own Content is built until a build has nothing to do; then one thing is changed at a time, also
with the size and the times of the file as they were, and the next build must give what a build into an empty folder gives; also where
what the last build kept of the articles is damaged. About two minutes. Standard library only.
"""

import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Pages"))
from reporting import CONTENT, Report

# Longer than the time in which a file system may give two changes the same stamp.
REST = 0.3


def tree(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def disguised(path, change):
    """Changes a file, and puts back the times that a program can set."""
    before = path.stat()
    path.write_bytes(change(path.read_bytes()))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def swapped(data):
    """As many bytes, of which two letters are others."""
    place = data.index(b"e", len(data) // 2)
    return data[:place] + b"o" + data[place + 1:]


def flipped(data, at):
    """With another last bit in the byte at a place, counted around."""
    at %= len(data)
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1:]


def told(message):
    """What a build says, but for how much it wrote and where."""
    return re.sub(r", \d+ written to '[^']*'", "", message)


class Place:
    def __init__(self, hjelp, scratch):
        self.hjelp, self.scratch = hjelp, scratch
        self.content, self.site = scratch / "content", scratch / "site"
        shutil.copytree(CONTENT, self.content)
        (scratch / "Public").mkdir()
        (scratch / "Public/extra.txt").write_text("extra\n")

    def build(self, *flags, site=None, variables=None):
        run = subprocess.run([self.hjelp, "build", self.content, "--output", site or self.site, *flags], env=os.environ | (variables or {}),
                             capture_output=True, text=True, check=False)
        return run.returncode, run.stderr

    def rest(self, *flags):
        """Builds until nothing is left to do; how many builds that took."""
        for number in range(1, 4):
            time.sleep(REST)
            before = {path: path.lstat().st_ino for path in [self.site, *self.site.rglob("*")]} if self.site.exists() else {}
            status, _ = self.build(*flags)
            after = {path: path.lstat().st_ino for path in [self.site, *self.site.rglob("*")]}
            if status == 0 and before == after:
                return number
        return None

    def fresh(self, *flags, variables=None):
        site = self.scratch / "fresh"
        shutil.rmtree(site, ignore_errors=True)
        shutil.rmtree(self.scratch / ".fresh.hjelp", ignore_errors=True)
        _, message = self.build(*flags, site=site, variables=variables)
        return tree(site), told(message)


def changed(place, number):
    """A sentence more in an article."""
    article = place.content / "en-US/locales.md"
    article.write_text(article.read_text() + f"\nSentence {number}.\n")


def state_edits(place):
    """What the last build kept of the articles is damaged, or of another build, and an article has changed."""
    state = place.scratch / ".site.hjelp/state"
    first = state.read_bytes()
    size = len(first)
    damages = [(f"one bit at {at}", lambda at=at: disguised(state, lambda data: flipped(data, at)))
               for at in [*range(0, 240, 30), *range(size // 9, size, size // 9), size - 1]]
    damages += [
        ("cut", lambda: disguised(state, lambda data: data[:len(data) // 2])), ("empty", lambda: disguised(state, lambda data: b"")),
        ("gone", state.unlink), ("of an earlier build", lambda: disguised(state, lambda data: first)),
        ("whole", lambda: None),
    ]
    for number, (what, damage) in enumerate(damages):
        def edit(number=number, damage=damage):
            damage()
            changed(place, number)
        yield f"a change to an article, the state {what},", edit, (), None
    page = place.site / "en-US/terms.html"

    def with_page():
        disguised(page, swapped)
        changed(place, "of a page")
    yield "a change to an article and a page, its times put back,", with_page, (), None


def edits(place):
    article, page = place.content / "en-US/locales.md", place.site / "en-US/locales.html"
    yield "a word of an article, its times put back", lambda: disguised(article, swapped), (), None
    yield "an article less", lambda: (place.content / "en-US/terms.md").unlink(), (), None
    yield "an article more", lambda: (place.content / "en-US/more.md").write_text("# More\n\nText.\n"), (), None
    yield "an article renamed", lambda: (place.content / "en-US/more.md").rename(place.content / "en-US/most.md"), (), None
    yield "the configuration", lambda: disguised(place.content / "hjelp.yml", lambda data: data.replace(b"title: Hjelp", b"title: Hjalp")), (), None
    yield "the table of contents", lambda: disguised(place.content / "en-US/TOC.yml", lambda data: data.replace(b"Guides", b"Guidos")), (), None
    redirections = place.content / ".openpublishing.redirection.json"
    yield "a file of redirections", lambda: redirections.write_text('{"redirections": [{"source_path": "en-US/gone.md", "redirect_url": "/en-US/locales"}]}'), (), None
    yield "a file that is no article", lambda: (place.content / "en-US/form.pdf").write_text("x"), (), None
    yield "a public file", lambda: disguised(place.scratch / "Public/extra.txt", lambda data: b"EXTRA\n"), (), None
    yield "a public file more", lambda: (place.scratch / "Public/more.txt").write_text("more\n"), (), None
    yield "a picture", lambda: disguised(min((place.content / "en-US/media").rglob("*.jpg")), lambda data: data[:-1] + b"x"), (), None
    yield "a flag", lambda: None, ("--base-url", "https://help.example.com"), None
    yield "the environment", lambda: None, (), {"HJELP_TITLE": "Other"}
    yield "a page of the site, its times put back", lambda: disguised(page, swapped), (), None
    yield "a page less in the site", page.unlink, (), None
    yield "a file more in the site", lambda: (place.site / "more.txt").write_text("x"), (), None
    yield "the manifest", lambda: disguised(place.site / "manifest.json", lambda data: data.replace(b"hjelp", b"hjolp", 1)), (), None
    for place_in_file in range(0, 900, 37):
        yield f"the record, one bit at {place_in_file}", lambda at=place_in_file: disguised(place.scratch / ".site.hjelp/record", lambda data: flipped(data, at)), (), None
    yield "the record, cut", lambda: disguised(place.scratch / ".site.hjelp/record", lambda data: data[:40]), (), None
    yield from state_edits(place)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("hjelp", type=pathlib.Path)
    options = parser.parse_args()
    report = Report()
    with tempfile.TemporaryDirectory() as name:
        place = Place(options.hjelp.resolve(), pathlib.Path(name))
        builds = place.rest()
        report.check(builds is not None, "a build of what did not change writes nothing", f"after {builds} builds")
        for what, edit, flags, variables in edits(place):
            edit()
            status, message = place.build(*flags, variables=variables)
            if what == "the manifest":
                # A folder whose manifest is none of Hjelp's is refused, and not taken for unchanged.
                report.check(status == 2, f"{what} is seen", message.strip()[:80])
                shutil.rmtree(place.site)
                place.build()
            else:
                report.check(status == 0 and (tree(place.site), told(message)) == place.fresh(*flags, variables=variables), f"{what} is seen",
                             told(message).strip().splitlines()[-1])
            if place.rest() is None:
                report.check(False, f"after '{what}' there is nothing left to do")
        for flags in (("--quiet",), ("--jobs", "1"), ("--fail-on", "error")):
            report.check(place.rest(*flags) == 1, f"{' '.join(flags)} is no change")
    print(f"{report.passed} passed, {report.failed} failed, {report.skipped} skipped")
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
