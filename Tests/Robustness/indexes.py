#!/usr/bin/env python3
"""Proves that a damaged lookup index is refused, and that a server outlives it: cuts, flips, foreign files, wrong tables, swaps.

    python3 Tests/Robustness/indexes.py HJELP [--short] [--seed N]

HJELP is the program. A site of the repository's own Content is built, and its files `lookup/nb-NO.hjx` and `.hjs` are damaged in all
ways that `index_damages.py` knows. `hjelp lookup --index FILE`, `hjelp lookup --site DIR --locale L` (with a manifest that names the
damaged file's size and hash, so that the index's own reader has to notice) and `hjelp eval` must then end with status 2 and one line
that names the file and a reason, within 50 ms of processor time beyond the program's start; a damaged .hjs may instead be left out,
with the same answer but for the text. Never a crash, a hang or another answer.

Then sites are served while they are damaged, replaced under load and stopped under load (`index_serving.py`).

About 2.5 minutes; with --short a sample of the damages and fewer swaps, about 50 s. A hang costs 2 s more. Standard library only.
"""

import argparse
import hashlib
import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import threading

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Pages"))
import index_damages as damages
import index_serving as serving
from reporting import CONTENT, Report

LOCALE = "nb-NO"
TEXT = "no recent synchronization"
# Content/en-US/directory-not-synchronizing.md declares the text; its unit 104 holds it.
RIGHT = {"status": "match", "id": "directory-not-synchronizing", "locale": LOCALE, "anchor": "u104"}
# What `hjelp eval` asks: exact strings, misspelt and joined words, codes, holes, other scripts, nothing.
QUERIES = [TEXT, "Last synced more than 12 days ago", "no recnt synchronisation", "ingen nylig synkronisering", "Katalogen synkroniseres",
           "synkroniserings feil på katalogserveren", "0x80070005", "unit.gap", "error: port 8080 on 127.0.0.1 is in use", "サーバー",
           "the printer is out of paper", "2026-11-24T20:30:05Z [ERROR] sync: " + "the server cannot be reached; " * 20]
SECONDS, PROCESSOR, MEGABYTES = 2.0, 0.050, 100
NOBODY = 65534


class Outcome:
    """How a run of the program ended."""

    def __init__(self, command, user=None):
        arguments = {"user": user, "group": user, "extra_groups": []} if user == NOBODY else {}
        with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=errors, **arguments,
                                       env={**os.environ, "SWIFT_BACKTRACE": "enable=no"})
            timer = threading.Timer(SECONDS, process.kill)
            timer.start()
            _, code, usage = os.wait4(process.pid, 0)
            timer.cancel()
            self.status = process.returncode = os.waitstatus_to_exitcode(code)
            self.processor, self.megabytes = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000
            output.seek(0)
            errors.seek(0)
            self.output, self.errors = output.read(), errors.read().decode("utf-8", "replace")

    @property
    def is_refusal(self):
        return self.status == 2 and not self.output and self.errors.startswith("error: ") and self.errors.count("\n") == 1


def without_text(answer):
    """An answer of the command without the texts that matched, and these."""
    answer = json.loads(answer)
    return answer, [match.get("matched", {}).pop("text", None) for match in answer["answers"]]


class Questions:
    """The two files in a folder of their own and in a site, to be damaged and asked."""

    def __init__(self, report, hjelp, built, folder):
        self.report, self.hjelp, self.folder = report, hjelp, folder
        self.site, self.one = folder / "site", folder / "one"
        shutil.copytree(built, self.site)
        self.one.mkdir()
        self.manifest = (built / "manifest.json").read_bytes()
        self.good = {name: (built / "lookup" / name).read_bytes() for name in (f"{LOCALE}.hjx", f"{LOCALE}.hjs")}
        queries = folder / "queries.jsonl"
        queries.write_text("".join(json.dumps({"set": "all", "locale": LOCALE, "text": text, "relevant": []}) + "\n" for text in QUERIES))
        self.commands = {
            "lookup --index": [hjelp, "lookup", TEXT, "--index", self.one / f"{LOCALE}.hjx", "--format", "json"],
            "lookup --site": [hjelp, "lookup", TEXT, "--site", self.site, "--locale", LOCALE, "--format", "json"],
            "eval": [hjelp, "eval", queries, "--site", self.site],
        }
        self.serve = [hjelp, "serve", "--site", self.site, "--port", "0"]
        self.restore()
        self.start = sorted(Outcome([hjelp, "--version"]).processor for _ in range(9))[4]
        self.right = {way: Outcome(command) for way, command in self.commands.items()}
        for way in ("lookup --index", "lookup --site"):
            answer = json.loads(self.right[way].output or "{}")
            first = answer.get("answers", [{}])[0]
            found = {"status": answer.get("status"), "id": first.get("id"), "locale": first.get("locale"), "anchor": first.get("matched", {}).get("anchor")}
            report.check(found == RIGHT, f"{way} answers before the damage", json.dumps(found))
        report.check(self.right["eval"].status == 0, "eval answers before the damage", self.right["eval"].errors)

    def places(self, name):
        return self.one / name, self.site / "lookup" / name

    def restore(self):
        for name, data in self.good.items():
            for place in self.places(name):
                remove(place)
                place.write_bytes(data)
        (self.site / "manifest.json").write_bytes(self.manifest)

    def put(self, name, data):
        """Puts damaged bytes under a name, and into the manifest."""
        for place in self.places(name):
            remove(place)
            place.write_bytes(data)
        self.name_in_manifest({f"lookup/{name}": data})

    def name_in_manifest(self, files):
        manifest = json.loads(self.manifest)
        for file in manifest["files"]:
            if file["path"] in files:
                data = files[file["path"]]
                file |= {"size": len(data), "hash": hashlib.sha256(data).hexdigest()}
        (self.site / "manifest.json").write_text(json.dumps(manifest))

    def ask(self, group, name, what, ways=None, user=None, named=None):
        """Asks in each way, and adds to `group` what is wrong with how it ended."""
        for way in ways or self.commands:
            outcome = Outcome(self.commands[way], user)
            group.count(outcome, self.right[way], f"{way}, .{name[-3:]}, {what}", named or name, name.endswith(".hjs"), self.start)


class Group:
    """Damages of one kind, and what is wrong with how the program met them."""

    def __init__(self, report, name):
        self.report, self.name = report, name
        self.runs, self.most = 0, 0.0
        self.ends, self.answers, self.refusals = [], [], []

    def count(self, outcome, right, what, named, is_text, start):
        self.runs += 1
        beyond = outcome.processor - start
        self.most = max(self.most, beyond)
        if outcome.status not in (0, 1, 2):
            self.ends.append(f"{what}: status {outcome.status} after {outcome.processor:.2f} s of processor time")
            return
        if beyond > PROCESSOR or outcome.megabytes > MEGABYTES:
            self.ends.append(f"{what}: {beyond * 1000:.0f} ms of processor time beyond the start, {outcome.megabytes:.0f} MB")
        if outcome.is_refusal and named in outcome.errors and len(outcome.errors.rpartition(named)[2].strip("': \n")) >= 10:
            return
        if outcome.status == 2:
            self.refusals.append(f"{what}: {outcome.output[:40]!r} {outcome.errors!r}")
        elif not is_same(outcome, right):
            self.answers.append(f"{what}: status {outcome.status}, {outcome.output[:240]!r}")
        elif not is_text:
            self.refusals.append(f"{what}: is taken, with the right answer")

    def finish(self):
        runs = f"{self.runs} runs"
        self.report.check(not self.ends, f"{self.name}: no crash, no hang, at most {PROCESSOR * 1000:.0f} ms and {MEGABYTES} MB",
                          f"{runs}, most {self.most * 1000:.0f} ms beyond the start", self.ends)
        self.report.check(not self.answers, f"{self.name}: no other answer", f"{len(self.answers)} of {runs}", self.answers)
        self.report.check(not self.refusals, f"{self.name}: refused with status 2 and one line that names file and reason",
                          f"{len(self.refusals)} of {runs} are not", self.refusals)


def is_same(outcome, right):
    """Whether an answer is the right one; texts may be missing, but none may be another."""
    if outcome.status != right.status or outcome.output == right.output:
        return outcome.status == right.status
    try:
        (answer, texts), (wanted, right_texts) = without_text(outcome.output), without_text(right.output)
    except (ValueError, KeyError):
        return False
    return answer == wanted and all(text in (None, other) for text, other in zip(texts, right_texts))


def remove(place):
    if place.is_dir() and not place.is_symlink():
        place.rmdir()
    else:
        place.unlink(missing_ok=True)


def check_chance(questions, options):
    """What chance does to a file, and other programs' files under its name."""
    picture = (CONTENT.parent / "Public/pictures/article.png").read_bytes()
    few = options.short
    for name, data in questions.good.items():
        kinds = {
            "cut": damages.cuts(data, 40 if few else 200, options.seed), "flipped bits": damages.flips(data, 20 if few else 300, options.seed),
            "blocks of 4 kB": damages.blocks(data), "foreign files": damages.foreign(data, picture), "other versions": damages.versions(data),
        }
        for kind, made in kinds.items():
            group = Group(questions.report, f".{name[-3:]}, {kind}")
            for turn, (what, damaged) in enumerate(made):
                if few and kind in ("flipped bits", "blocks of 4 kB") and turn % 8:
                    continue
                questions.put(name, damaged)
                questions.ask(group, name, what, None if turn % 8 == 0 or kind == "foreign files" else ["lookup --index"])
            group.finish()
        questions.restore()
    group = Group(questions.report, "damage that the manifest knows")
    for name, data in questions.good.items():
        for what, damaged in [("cut", data[:-1]), ("a flipped bit", data[:-1] + bytes([data[-1] ^ 1])), ("empty", b"")]:
            questions.site.joinpath("lookup", name).write_bytes(damaged)
            questions.ask(group, name, what, ["lookup --site", "eval"])
            # A server that began to serve would be stopped after SECONDS, as one that hangs.
            group.count(Outcome(questions.serve), None, f"serve, .{name[-3:]}, {what}", name, False, questions.start)
        questions.restore()
    group.finish()


def check_others(questions, built, other):
    """Files of other indexes under a name: each is right by itself."""
    group = Group(questions.report, "files of other indexes")
    of = {(site, locale, end): (folder / "lookup" / f"{locale}.{end}").read_bytes()
          for site, folder in (("this", built), ("other", other)) for locale in (LOCALE, "en-US") for end in ("hjx", "hjs")}
    index, text = f"{LOCALE}.hjx", f"{LOCALE}.hjs"
    questions.put(index, of["this", LOCALE, "hjs"])
    questions.ask(group, index, "its own .hjs under its name")
    questions.restore()
    questions.put(text, of["this", LOCALE, "hjx"])
    questions.ask(group, text, "its own .hjx under its name")
    for what, key in (("another build's", ("other", LOCALE)), ("another locale's", ("this", "en-US"))):
        questions.restore()
        questions.put(index, of[*key, "hjx"])
        questions.ask(group, index, f"{what} .hjx", named=f"{LOCALE}.hj")
        questions.restore()
        questions.put(text, of[*key, "hjs"])
        questions.ask(group, text, f"{what} .hjs")
    questions.restore()
    pair = {f"lookup/{index}": of["this", "en-US", "hjx"], f"lookup/{text}": of["this", "en-US", "hjs"]}
    for path, data in pair.items():
        (questions.site / path).write_bytes(data)
    questions.name_in_manifest(pair)
    questions.ask(group, index, "another locale's .hjx and .hjs", ["lookup --site", "eval"])
    questions.restore()
    picture = questions.folder / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(1000))
    for place, what in ((picture, "a PNG"), (questions.folder / "queries.jsonl", "text")):
        outcome = Outcome([questions.hjelp, "lookup", TEXT, "--index", place])
        group.count(outcome, questions.right["lookup --index"], f"lookup --index, {what} under its own name", f"{place.name}'", False, questions.start)
    group.finish()


def check_places(questions):
    """Other things than files under the names."""
    group = Group(questions.report, "what is no file")
    user = NOBODY if os.geteuid() == 0 else os.geteuid()
    try:
        Outcome([questions.hjelp, "--version"], user)
    except OSError as error:
        questions.report.skip("files without permission", f"another user cannot run the program: {error}")
        user = None
    made = {
        "an empty file": lambda place: place.write_bytes(b""),
        "a folder": lambda place: place.mkdir(),
        "a pipe": lambda place: os.mkfifo(place),
        "a link to itself": lambda place: place.symlink_to(place),
        "a link to nothing": lambda place: place.symlink_to(place.parent / "nothing"),
        "a link to a device": lambda place: place.symlink_to("/dev/zero"),
        "a terabyte of nothing": lambda place: place.open("wb").truncate(1 << 40),
    }
    for name in questions.good:
        for what, make in made.items():
            for place in questions.places(name):
                remove(place)
                make(place)
            if what == "an empty file":
                questions.name_in_manifest({f"lookup/{name}": b""})
            questions.ask(group, name, what)
            questions.restore()
        for place in questions.places(name):
            remove(place)
        questions.ask(group, name, "nothing")
        questions.restore()
        if user is not None:
            for place in questions.places(name):
                place.chmod(0)
            questions.ask(group, name, "no permission", user=user)
            questions.restore()
    group.finish()


def check_crafted(questions, built, ways):
    """Wrong tables under a right checksum."""
    crafted = damages.Crafted(built / "lookup" / f"{LOCALE}.hjx", built / "lookup" / f"{LOCALE}.hjs", RIGHT["id"])
    whole = crafted.put()
    questions.report.check(whole == questions.good[f"{LOCALE}.hjx"] and crafted.put_text(crafted.text[32:]) == questions.good[f"{LOCALE}.hjs"],
                           "an index that is taken apart and put together is the same")
    for name, made in ((f"{LOCALE}.hjx", crafted.of_index()), (f"{LOCALE}.hjs", crafted.texts())):
        group = Group(questions.report, f".{name[-3:]}, wrong tables under a right checksum")
        for what, damaged in made:
            questions.put(name, damaged)
            questions.ask(group, name, what, ways)
        group.finish()
        questions.restore()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hjelp")
    parser.add_argument("--short", action="store_true", help="a sample, for each run of the CI")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    report = Report()
    # A crash leaves no file behind.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        # So that the user without permissions reaches the folders.
        scratch.chmod(0o755)
        releases = serving.Releases(options.hjelp, scratch)
        questions = Questions(report, options.hjelp, releases.site["A"], scratch)
        check_chance(questions, options)
        check_others(questions, releases.site["A"], releases.site["B"])
        check_places(questions)
        check_crafted(questions, releases.site["A"], ["lookup --index", "eval"] if options.short else None)
        serving.check(report, releases, scratch, options.short)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
