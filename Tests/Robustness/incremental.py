#!/usr/bin/env python3
"""Proves that a build into a folder that holds a site gives the bytes of a build into an empty one, after any edit.

    python3 Tests/Robustness/incremental.py HJELP [--shared DIR] [--edits N] [--seed S]

HJELP is the program. The repository's own Content (with a few of its pages about rules and problems) is edited at random, 1,000 times:
articles, metadata, pictures, lists, locales, configuration, public files, times, and returns to earlier states (`content_edits.py`);
and what lies in the output is damaged, replaced by an older release, or left by a build that was killed. After each edit the content
is built into the same output and into a new one: exit status, messages, tree, bytes, manifest and report must be equal, and the output
must hold exactly what its manifest names. A build that is refused must leave the output alone. It stops at the first difference, and
says the seed and the step: the same seed makes the same edits. With --shared DIR, the folder of real articles, 40 of nb-NO and the same
of ja-JP are in the content as well.

About 0.8 s a step. Standard library only.
"""

import argparse
import hashlib
import json
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Pages"))
import content_edits
from reporting import CONTENT, Report

# Of these folders so many articles are taken: all of them would only make the steps slower.
FEW = {"rules": 8, "problems": 3}
REAL = 40
OLD, NEW = "old/site", "../new/site"
# A program may keep what it knows of a file only if that changed some time before.
PAUSE = 0.15


class Difference(Exception):
    """The build into the output is not that into an empty folder."""


def tree(folder):
    """The paths in a folder with their bytes; None for what is no file of its own."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() and not path.is_symlink() else None for path in folder.rglob("*")}


def first_difference(old, new):
    for path in sorted(old.keys() | new.keys()):
        if path not in new:
            return f"{path} is there, which a full build does not make"
        if path not in old:
            return f"{path} is missing, which a full build makes"
        if old[path] != new[path]:
            one, other = old[path] or b"", new[path] or b""
            at = next((at for at, (left, right) in enumerate(zip(one, other)) if left != right), min(len(one), len(other)))
            return f"{path} at byte {at}: {one[max(0, at - 60):at + 60]!r}, and in a full build {other[max(0, at - 60):at + 60]!r}"
    return ""


def manifest_fault(files):
    """What a site's manifest says and does not hold."""
    if not files.get("manifest.json"):
        return "there is no manifest"
    named = {file["path"]: file for file in json.loads(files["manifest.json"])["files"]}
    found = {path for path, data in files.items() if data is not None and path != "manifest.json"}
    if named.keys() != found:
        return f"the manifest names other files than there are: {sorted(named.keys() ^ found)[:5]}"
    for path, file in named.items():
        if file["size"] != len(files[path]) or file["hash"] != hashlib.sha256(files[path]).hexdigest():
            return f"the manifest has another size or hash of {path}"
    return ""


class Steps:
    """Edits, builds and compares."""

    def __init__(self, hjelp, root, seed):
        # The folder that the program works in; what changes here between two builds is what the edits change.
        self.hjelp, self.root, self.seed = hjelp, root, seed
        self.place = content_edits.Workplace(root)
        self.output, self.fresh, self.older = root / OLD, root.parent / "new/site", root.parent / "older"
        self.arguments, self.environment = [], {}
        self.good, self.was_refused = self.place.snapshot(), False
        self.counts, self.refused, self.processor, self.untouched = {}, 0, {OLD: 0.0, NEW: 0.0}, 0
        (root / "old").mkdir()

    def build(self, output, report, jobs):
        """Status, messages without the output's name, and report of a build."""
        command = [self.hjelp, "build", *(self.arguments or ["Content"]), "--output", output, "--fail-on", "warning", "--jobs", str(jobs)]
        file = self.root.parent / "report.json"
        file.unlink(missing_ok=True)
        if report:
            command += ["--report", "../report.json"]
        before = os.times()
        run = subprocess.run(command, check=False, cwd=self.root, capture_output=True, text=True, errors="replace", env=os.environ | self.environment)
        after = os.times()
        self.processor[output] += after.children_user + after.children_system - before.children_user - before.children_system
        if run.returncode not in (0, 1, 2):
            raise Difference(f"{' '.join(command)}: status {run.returncode}: {run.stderr[-500:]}")
        messages = re.sub(r"\d+ written to", "written to", run.stderr).replace(output, "SITE")
        return run.returncode, messages, file.read_bytes() if file.exists() else None

    def step(self, number):
        noise = random.Random(f"{self.seed}/{number}")
        is_settled = noise.random() < 0.6
        if is_settled:
            # What the program keeps of the last build is of this content, so that it has to notice the edit.
            time.sleep(PAUSE)
            self.build(OLD, False, 2)
        before = self.place.snapshot()
        self.place.history = [*self.place.history[-12:], before]
        # Each kind in its turn, in an order of its own each time; where one has nothing to do, any other.
        edits = [*self.place.edits(), *self.own_edits()]
        turn, at = divmod(number - 1, len(edits))
        edit = random.Random(f"{self.seed}/turn/{turn}").sample(edits, len(edits))[at]
        while (what := edit(noise)) is None:
            edit = noise.choice(edits)
        name = edit.__name__.removeprefix("edit_")
        self.counts[name] = self.counts.get(name, 0) + 1
        damaged = tree(self.output) if self.output.exists() else {}
        if is_settled or noise.random() < 0.5:
            time.sleep(PAUSE)
        # A report says more than is kept: with one, everything may have to be read.
        report = noise.random() < (0.2 if is_settled else 0.5)
        try:
            self.compare(report, 2 if is_settled else noise.choice([1, 2, 3]), damaged)
        except Difference as difference:
            raise Difference(f"step {number}, {name}: {what}: {difference}") from None
        if self.status == 2:
            # The next step begins where this one did, or, if that is refused as well, where all was built last.
            self.place.restore(self.good if self.was_refused else before, keeps_times=False)
            self.arguments, self.environment = [], {}
        elif not self.arguments and not self.environment:
            self.good = self.place.snapshot()
        self.was_refused = self.status == 2
        self.refused += self.was_refused

    def compare(self, report, jobs, before):
        if self.fresh.parent.exists():
            shutil.rmtree(self.fresh.parent)
        self.fresh.parent.mkdir()
        number = self.output.stat().st_ino if self.output.exists() else 0
        found = self.build(OLD, report, jobs)
        wanted = self.build(NEW, report, 2)
        self.status = wanted[0]
        if found != wanted:
            parts = [f"{part}: {one!r}, and in a full build {other!r}" for part, one, other in zip(("status", "messages", "report"), found, wanted) if one != other]
            raise Difference("; ".join(parts)[:2000])
        after = tree(self.output) if self.output.exists() else {}
        if self.status == 2:
            if after != before:
                raise Difference(f"a refused build changed the output: {first_difference(after, before)}")
            if self.fresh.exists():
                raise Difference("a refused build made an output")
            return
        if fault := first_difference(after, tree(self.fresh)) or manifest_fault(after):
            raise Difference(fault)
        others = sorted(path.name for path in self.output.parent.iterdir())
        if others not in (["site"], [".site.hjelp", "site"]):
            raise Difference(f"beside the output there are {others}")
        self.untouched += number == self.output.stat().st_ino

    # Edits of what is not content.

    def own_edits(self):
        return [self.edit_output, self.edit_output, self.edit_record, self.edit_rollback, self.edit_kill, self.edit_arguments, self.edit_environment]

    def edit_output(self, random):
        """Something happens to a file of the output."""
        files = sorted(path for path in self.output.rglob("*") if path.is_file() and path.name != "manifest.json")
        if not files:
            return None
        path = random.choice(files)
        status, data = path.stat(), path.read_bytes()
        kind = random.randrange(9)
        if kind < 3 and data:
            at = random.randrange(len(data))
            with path.open("r+b") as file:
                file.seek(at)
                file.write(bytes([data[at] ^ 1]))
            if kind:
                os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
            what = "another byte"
        elif kind == 3:
            path.unlink()
            what = "gone"
        elif kind == 4:
            os.truncate(path, len(data) // 2)
            what = "cut"
        elif kind == 5:
            path.unlink()
            path.mkdir()
            what = "a folder"
        elif kind == 6:
            path.unlink()
            path.symlink_to(self.output / "manifest.json")
            what = "a link"
        elif kind == 7:
            path.with_name("extra" + path.name).write_bytes(data)
            what = "no more alone"
        else:
            (path.parent / "empty").mkdir(exist_ok=True)
            what = "beside an empty folder"
        return f"{path.relative_to(self.root)} is {what}"

    def edit_record(self, random):
        """Whatever the program keeps beside its output is damaged."""
        beside = self.output.parent / ".site.hjelp"
        files = sorted(path for path in beside.rglob("*") if path.is_file()) if beside.exists() else []
        if not files:
            return None
        path = random.choice(files)
        data = path.read_bytes()
        kind = random.randrange(4)
        if kind == 0:
            shutil.rmtree(beside)
        elif kind == 1:
            path.write_bytes(random.randbytes(len(data)))
        elif kind == 2 and data:
            at = random.randrange(len(data))
            path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1:])
        else:
            path.write_bytes(data[:len(data) // 2])
        return f"{path.relative_to(self.root)} is damaged ({kind})"

    def edit_rollback(self, random):
        """The output is an older release again; the one of now is kept for another time."""
        if not self.output.exists():
            return None
        if not self.older.exists():
            shutil.copytree(self.output, self.older)
            return "the release is kept"
        aside = self.root.parent / "newer"
        self.output.rename(aside)
        self.older.rename(self.output)
        aside.rename(self.older)
        return "the output is an older release"

    def edit_kill(self, random):
        """A build is killed: the output is the old or the new release."""
        if not self.output.exists():
            return None
        before = tree(self.output)
        command = [self.hjelp, "build", *(self.arguments or ["Content"]), "--output", OLD, "--base-url", f"https://kill{random.randrange(1000)}.example.com"]
        process = subprocess.Popen(command, cwd=self.root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ | self.environment)
        seconds = random.uniform(0, 0.3)
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        process.wait()
        after = tree(self.output)
        if after != before and manifest_fault(after):
            raise Difference(f"a build that was killed after {seconds:.3f} s left half a site: {first_difference(after, before)}")
        return f"a build was killed after {seconds:.3f} s"

    def edit_arguments(self, random):
        """The command line is another one."""
        locales = [f"Content/{locale}" for locale in self.place.locales()]
        self.arguments = random.choice([
            [], [], ["Content", "--base-url", "https://help.example.com/"], ["Content", "--base-url", "https://other.example.com/x"],
            ["Content", "--locale", random.choice(self.place.locales())], locales, locales[::-1], [random.choice(locales)], ["./Content"], ["Content/"],
        ])
        return f"the command line is {' '.join(self.arguments)}"

    def edit_environment(self, random):
        """The environment is another one."""
        self.environment = random.choice([{}, {}, {"HJELP_TITLE": "From outside"}, {"HJELP_EXCLUDE": "commands"}, {"HJELP_SOURCE": "nb-NO"}, {"TZ": "Asia/Tokyo"}])
        return f"the environment has {self.environment}"


def copy_content(root, shared):
    """Content without most of its pages of rules and problems, Public, and the real articles."""
    for locale in CONTENT.iterdir():
        if not locale.is_dir():
            shutil.copy(locale, root / "Content")
            continue
        shutil.copytree(locale, root / "Content" / locale.name)
        for name, few in FEW.items():
            for path in sorted((root / "Content" / locale.name / name).glob("*.md"))[few:]:
                path.unlink()
    (root / "Public").mkdir()
    (root / "Public/a.txt").write_text("a\n")
    if shared:
        corpus = pathlib.Path(shared) / "corpus/alchemy"
        names = sorted(path.relative_to(corpus / "nb-NO") for path in (corpus / "nb-NO").rglob("*.md") if (corpus / "ja-JP" / path.relative_to(corpus / "nb-NO")).exists())
        for name in names[::max(1, len(names) // REAL)][:REAL]:
            for locale in ("nb-NO", "ja-JP"):
                content_edits.write(root / "Content" / locale / name, (corpus / locale / name).read_bytes())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hjelp", type=lambda path: str(pathlib.Path(path).resolve()))
    parser.add_argument("--shared", metavar="DIR")
    parser.add_argument("--edits", type=int, default=1000, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    options = parser.parse_args()
    report = Report()
    # In memory, where that is possible: a disk takes longer than the program.
    memory = pathlib.Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as folder:
        root = pathlib.Path(folder) / "work"
        (root / "Content").mkdir(parents=True)
        copy_content(root, options.shared)
        steps = Steps(options.hjelp, root, options.seed)
        number, fault = 0, ""
        try:
            for number in range(1, options.edits + 1):
                steps.step(number)
        except Difference as difference:
            fault = f"{difference}; repeat it with --seed {options.seed} --edits {number}"
        report.check(not fault, "after each edit an incremental build gives the bytes of a full one",
                     f"{number} edits of {len(steps.counts)} kinds, {steps.refused} of them refused", [fault])
        report.note(f"processor time: {steps.processor[OLD] / number:.3f} s a build into the output, {steps.processor[NEW] / number:.3f} s into an empty folder; "
                    f"{steps.untouched} builds had nothing to do")
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
