#!/usr/bin/env python3
"""Proves that a failing disk, a full one, a missing permission or a kill never costs a site, and that an error says what failed.

    python3 Tests/Robustness/faults.py HJELP [--short] [--workers 2] [--only TEXT]

HJELP is the program. The C file beside this script is compiled with `cc` and put before the program: of each kind of call to the file
system it lets the first one fail, then the second one, and so on, until a run ends without a fault. After each run the site must be byte
for byte the old one or, if the fault came after the exchange or the run ended with status 0, the new one as an undisturbed build gives
it; a run that did not publish has the status 2, and one line that names call, path and reason; nothing is left beside the site. Only an
article that cannot be read may be missing, with a finding. A process killed before any call that changes something (after one is before
the next), or in the middle of a write, leaves a whole site, and the next build succeeds and clears up. The same for a first build, a file
system without exchange, two builds at once, a full disk, missing permissions, and the files that `check`, `init`, `new`, `split` and
`status` write.

--short takes a smaller content and one error for each kind, and of renames those that fail for good too (about a minute); the whole takes
about half an hour. Disks are mounted in a name space of the script's own, as root; what the system does not allow is skipped. Linux with
glibc, and a C compiler; standard library only.
"""

import argparse
import concurrent.futures
import dataclasses
import errno
import functools
import itertools
import json
import os
import pathlib
import queue
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
from reporting import Report

SOURCE = pathlib.Path(__file__).with_suffix(".c")
# Whom the program runs as where root may do everything.
NOBODY = 65534
SECONDS = 60
SEED = 20

# The kinds of calls, the errors that each can give, and the words by which a message may name the call. --short takes the first error.
READING, WRITING = "cannot be read", "cannot be written"
KINDS = {
    "create": ("ENOSPC EIO EACCES EDQUOT EROFS EMFILE", ("create", "open", WRITING)),
    "write": ("ENOSPC EIO EDQUOT", ("write", WRITING)),
    "close": ("EIO ENOSPC EDQUOT", ("close", READING, WRITING)),
    "mkdir": ("ENOSPC EIO EACCES EDQUOT EROFS", ("mkdir", WRITING)),
    "link": ("EIO ENOSPC EACCES EDQUOT EROFS EMLINK", ("link",)),
    "sync": ("EIO ENOSPC EDQUOT", ("sync", WRITING)),
    "exchange": ("EIO ENOSPC EACCES EDQUOT EROFS", ("rename", "exchange")),
    "rename": ("EIO ENOSPC EACCES EDQUOT EROFS", ("rename", WRITING)),
    "symlink": ("EIO ENOSPC EACCES EDQUOT EROFS", ("symlink",)),
    "unlink": ("EIO EACCES EROFS", ("unlink", "remove")),
    "rmdir": ("EIO EACCES EROFS", ("rmdir", "remove")),
    "flock": ("ENOLCK EIO", ("lock",)),
    "open": ("EIO EACCES EMFILE", (READING, WRITING, "open")),
    "read": ("EIO", (READING, "read")),
    "opendir": ("EACCES EIO EMFILE", (READING, "opendir")),
    "readdir": ("EIO", (READING, "readdir")),
    "stat": ("EACCES EIO", (READING, WRITING, "stat")),
    "fstat": ("EIO", (READING, WRITING, "stat")),
    "realpath": ("EACCES EIO", (READING, "realpath", "stat")),
    "chmod": ("EIO", ("chmod", WRITING)),
}
BUILD = [kind for kind in KINDS if kind not in ("rename", "symlink", "chmod")]
# Where one of these fails below the build's own folder, something may be left that this run cannot remove; the next one must.
REMOVING = ("unlink", "rmdir", "opendir", "readdir", "stat")
# What no build fails for.
HARMLESS = [("write", "short", "EIO"), ("write", "halves", "EIO"), ("read", "short", "EIO"), ("read", "halves", "EIO"), ("write", "error", "EINTR"),
            ("read", "error", "EINTR"), ("open", "error", "EINTR"), ("create", "error", "EINTR"), ("link", "error", "EMLINK"),
            ("exchange", "error", "EINVAL"), ("exchange", "error", "ENOSYS")]


# The content

UNREADABLE = b"This stands for an article that cannot be read.\n"


def unit(number, target, source):
    return (f'<span data-ttu-id="a1b2c-{number}">{target}</span>'
            f'<span class="sxs-lookup"><span data-stu-id="a1b2c-{number}">{source}</span></span>')


def translation(title, source, *units):
    front = f"---\ntitle: {title}\nms.openlocfilehash: {'0' * 40}\nms.contentlocale: nb-NO\n---\n"
    return f'{front}# <a name="{source.lower()}"></a>{unit(101, title, source)}\n\n' + "\n\n".join(units) + "\n"


def article(title, text, front=""):
    return f"---\ntitle: {title}\n{front}---\n# {title}\n\n{text}\n"


def picture(value):
    return b"\x89PNG\r\n\x1a\n" + bytes([value]) * 500


OLD = {
    "content/hjelp.yml": "title: Faults\nsource: en-US\nheader: header.html\nredirects:\n  gone: https://example.com/new\n",
    "content/header.html": "<p>Our help</p>\n",
    "content/.openpublishing.redirection.json": '{"redirections": [{"source_path": "en-US/former.md", "redirect_url": "/en-US/alpha"}]}\n',
    "content/en-US/TOC.yml": "- name: All\n  items:\n  - name: Alpha\n    href: alpha.md\n",
    "content/en-US/index.md": article("Start", "Begin [here](alpha.md)."),
    "content/en-US/alpha.md": article("Alpha", "The disk is full.\n\n![A disk](media/disk.png)", "redirect_from:\n- first\n"),
    "content/en-US/beta.md": article("Beta", "The printer is offline."),
    "content/en-US/gamma.md": article("Gamma", "The lock is held by another process."),
    "content/en-US/deep/delta.md": article("Delta", "The folder cannot be opened."),
    "content/en-US/media/disk.png": picture(1),
    "content/nb-NO/alpha.md": translation("Alfa", "Alpha", unit(102, "Disken er full.", "The disk is full.")),
    "content/nb-NO/gamma.md": translation("Gamma", "Gamma", unit(102, "Det er opptatt.", "It is busy.")),
    "content/nb-NO/deep/delta.md": translation("Delta", "Delta", unit(102, "Mappen kan ikke åpnes.", "The folder cannot be opened.")),
    "Public/extra.txt": "An extra file.\n",
    "Public/files/data.bin": bytes(range(256)),
}
# One article changed, one removed, one added, one image changed.
NEW = {name: text for name, text in OLD.items() if name != "content/en-US/beta.md"} | {
    "content/en-US/alpha.md": OLD["content/en-US/alpha.md"].replace("is full", "is quite full"),
    "content/en-US/epsilon.md": article("Epsilon", "The quota is used up."),
    "content/en-US/media/disk.png": picture(2),
}
# What another process builds.
OTHER = NEW | {"content/en-US/zeta.md": article("Zeta", "The third state."), "content/en-US/index.md": article("Start", "Elsewhere.")}
SMALL = {"content/hjelp.yml", "content/header.html", "content/en-US/index.md", "content/en-US/alpha.md", "content/en-US/beta.md",
         "content/en-US/epsilon.md", "content/en-US/zeta.md", "content/en-US/media/disk.png", "Public/extra.txt"}


# Files and folders

def tree(folder):
    """What a folder holds, by path: bytes of a file, None for a folder, the target of a link. None if there is no folder."""
    folder = str(folder)
    if not os.path.isdir(folder):
        return None
    found, folders = {}, [""]
    while folders:
        prefix = folders.pop()
        for entry in os.scandir(os.path.join(folder, prefix)):
            name = prefix + entry.name
            if entry.is_symlink():
                found[name] = os.readlink(entry.path)
            elif entry.is_dir():
                found[name] = None
                folders.append(name + "/")
            else:
                found[name] = pathlib.Path(entry.path).read_bytes()
    return found


def plant(folder, files):
    """Puts a folder of these files, in bytes or text, in the place of what is there."""
    remove(folder)
    folder.mkdir(parents=True)
    for name, content in sorted(files.items()):
        path = folder / name
        if content is None:
            path.mkdir(parents=True, exist_ok=True)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def remove(path):
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)


def difference(now, *expected):
    """The first paths in which a tree differs from the nearest of those that it may be."""
    if now is None:
        return "there is nothing"
    differing = [{path for path in now.keys() | one.keys() if now.get(path, "") != one.get(path, "")} for one in expected if one is not None]
    paths = sorted(min(differing, key=len)) if differing else sorted(now)
    return f"{len(paths)} paths differ: {', '.join(paths[:3])}"


# Runs

@dataclasses.dataclass
class Fault:
    """What happens at the call number `at` of a kind; `exchange` is the error that every exchange of two folders gives."""
    kind: str
    mode: str = "error"
    error: str = "EIO"
    at: int = 1
    exchange: str = ""
    # Whether --short, too, counts the tables of the search page: a hundred files that are alike.
    counts_tables: bool = False

    def __str__(self):
        what = {"error": self.error, "sticky": f"{self.error} from there on"}.get(self.mode, self.mode)
        return f"{self.kind} {self.at} {what}" + (f", no exchange ({self.exchange})" if self.exchange else "")


@dataclasses.dataclass
class Outcome:
    status: object
    lines: list
    # The calls that met the fault, with their paths.
    met: list = dataclasses.field(default_factory=list)
    # Whether the site had been replaced before.
    after_swap: bool = False
    # The paths that the findings of a build name.
    findings: list = dataclasses.field(default_factory=list)
    output: str = ""

    def __str__(self):
        return f"{ending(self.status)}: {' | '.join(self.lines)[:160]}"


def ending(status):
    if isinstance(status, int):
        return signal.Signals(-status).name if status < 0 else f"status {status}"
    return status


class Violations:
    """What did not hold, by claim, with the runs."""

    def __init__(self):
        self.found, self.runs, self.points = {}, 0, 0

    def add(self, claim, where):
        self.found.setdefault(claim, []).append(str(where))

    def lines(self):
        for claim, runs in self.found.items():
            yield f"{claim}: {len(runs)} of {self.runs} runs"
            yield from (f"    {where}" for where in runs[:2])


class Skipped(Exception):
    """A check that the system does not allow, with the reason."""


class Place:
    """The folders of one worker, and the runs in them. Calls below `area` count."""

    def __init__(self, options, scratch):
        self.hjelp, self.library, self.is_short, self.scratch = options.hjelp, options.library, options.short, scratch
        self.area = scratch / "area"
        self.sources = self.area / "in"
        self.content = self.sources / "content"
        self.beside = self.area / "out"
        self.site = self.beside / "site"
        self.work = self.beside / ".site.hjelp"
        self.findings = scratch / "findings.json"
        # Whether the old site stands behind a link, as builds leave it where folders cannot be exchanged.
        self.is_linked = False
        # The user that builds run as.
        self.who = {}
        self.built_trees = {}
        self.beside.mkdir(parents=True)
        for folder in (scratch, self.area, self.beside):
            folder.chmod(0o777)
        self.use(small=options.short)

    def use(self, small):
        """Takes the whole content or the small one: the old site, the new one, and what another process builds."""
        self.old_files, self.files, self.other_files = ({name: text for name, text in files.items() if not small or name in SMALL}
                                                        for files in (OLD, NEW, OTHER))
        self.old, self.new, self.other = map(self.built, (self.old_files, self.files, self.other_files))
        plant(self.sources, self.files)
        plant(self.scratch / "other", self.other_files)

    def built(self, files):
        """The site that an undisturbed build gives."""
        key = tuple(sorted(files.items()))
        if key not in self.built_trees:
            source, site = self.scratch / "pure/in", self.scratch / "pure/site"
            plant(source, files)
            for name, text in files.items():
                if text == UNREADABLE:
                    (source / name).unlink()
                    (source / name).symlink_to("nothing")
            remove(site)
            run = subprocess.run([self.hjelp, "build", source / "content", "--output", site, "--quiet"], check=False, capture_output=True, text=True)
            if run.returncode != 0:
                raise SystemExit(f"an undisturbed build fails: {run.stderr}")
            self.built_trees[key] = tree(site)
        return self.built_trees[key]

    def without(self, paths):
        """The new site where these paths cannot be read: an article has no page, another file is not there."""
        files = dict(self.files)
        for path in paths:
            below = [name for name in files if name == path or name.startswith(path + "/")]
            for name in below:
                del files[name]
            if path.endswith(".md"):
                files[path] = UNREADABLE
            elif below and below != [path]:
                files[path + "/unreadable.md"] = UNREADABLE
        return self.built(files) if any(name.endswith(".md") for name in files) else None

    def prepare(self, site, work=None):
        """What stands there before a run: the site, and the folder that a killed build left; None for nothing."""
        if self.is_linked:
            for path in self.beside.iterdir():
                remove(path)
            plant(self.work / "tree-1", site)
            self.site.symlink_to(".site.hjelp/tree-1")
            return
        wanted = {folder.name: files for folder, files in ((self.site, site), (self.work, work)) if files is not None}
        if set(os.listdir(self.beside)) == set(wanted) and all(tree(self.beside / name) == files for name, files in wanted.items()):
            return
        for path in self.beside.iterdir():
            remove(path)
        for name, files in wanted.items():
            plant(self.beside / name, files)

    def litter(self, site="site"):
        """What lies beside the site; the folder that holds the lock, the record and the state of the last build and the site that a link leads to is none."""
        work, name = self.beside / f".{site}.hjelp", self.beside / site
        held = {"lock", "record", "state"} | ({os.path.basename(os.readlink(name))} if name.is_symlink() else set())
        kept = {work.name} if work.is_dir() and set(os.listdir(work)) <= held else set()
        return sorted(set(os.listdir(self.beside)) - {"site", site} - kept)

    def environment(self, fault, log, root=None, go=None):
        remove(log)
        values = {"LD_PRELOAD": self.library, "FAULT_ROOT": root or self.area, "FAULT_KIND": fault.kind, "FAULT_AT": fault.at,
                  "FAULT_MODE": fault.mode, "FAULT_ERRNO": getattr(errno, fault.error), "FAULT_LOG": log, "FAULT_TARGET": self.site}
        if fault.exchange:
            values["FAULT_EXCHANGE"] = getattr(errno, fault.exchange)
        if self.is_short and not fault.counts_tables:
            values["FAULT_SKIP"] = "/assets/search-"
        if go:
            values["FAULT_GO"] = go
        # Dictionaries in the same order in each run: the calls have the same numbers.
        values["SWIFT_DETERMINISTIC_HASHING"] = 1
        return os.environ | {name: str(value) for name, value in values.items()}

    def build_command(self, jobs=1, content=None):
        return [self.hjelp, "build", content or self.content, "--output", self.site, "--quiet", "--jobs", str(jobs)]

    def run(self, command, fault=None, root=None, **how):
        """Runs the program, with a fault if there is one."""
        log = self.scratch / "log"
        remove(log)
        environment = self.environment(fault, log, root) if fault else None
        try:
            run = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, check=False, capture_output=True, timeout=SECONDS,
                                 **self.who, **how)
            outcome = Outcome(run.returncode, run.stderr.decode("utf-8", "replace").splitlines(), output=run.stdout.decode("utf-8", "replace"))
        except subprocess.TimeoutExpired:
            outcome = Outcome("it hangs", [])
        read_log(log, outcome)
        return outcome

    def build(self, fault=None, jobs=1, root=None):
        remove(self.findings)
        outcome = self.run([*self.build_command(jobs), "--report", self.findings], fault, root)
        if self.findings.exists():
            outcome.findings = [diagnostic["file"] for diagnostic in json.loads(self.findings.read_bytes())["diagnostics"]]
        return outcome

    # What must hold

    def judge(self, fault, outcome, old, violations, where, had_work=False):
        """Site, status, message, and what lies beside, after a run that was not killed."""
        if outcome.met:
            where = f"{where} ({os.path.relpath(outcome.met[0][1], self.area)})"
        now = tree(self.site)
        if outcome.status == 0:
            if now != self.new:
                self.judge_smaller(outcome, now, old, where, violations)
        elif outcome.status == 2:
            if now != old and not (now == self.new and outcome.after_swap):
                what = "nothing stands there" if now is None else "the site is neither the old one nor the new one"
                violations.add(f"status 2, and {what}", f"{where}; {difference(now, old, self.new)}; {outcome}")
            judge_message(fault, outcome, where, violations)
        else:
            violations.add(f"it ends with {ending(outcome.status)}", f"{where}; {outcome}")
        if self.litter():
            is_excused = fault.kind in REMOVING and any(path.startswith(str(self.work)) for _, path in outcome.met)
            if not is_excused and not (had_work and outcome.status == 2):
                violations.add(f"{', '.join(self.litter())} is left", f"{where}; {outcome}")
            self.follow(where, violations)

    def judge_smaller(self, outcome, now, old, where, violations):
        """A site that is not the new one was published: articles that could not be read may be missing, where findings say so."""
        missing = sorted({os.path.relpath(path, self.sources) for _, path in outcome.met if path.startswith(str(self.sources) + "/")})
        if not missing or now != self.without(missing):
            what = "the old site stands there" if now == old else "the site is not the new one"
            violations.add(f"status 0, and {what}", f"{where}; {difference(now, self.new)}")
            return
        silent = [path for path in missing if str(self.sources / path) not in outcome.findings]
        if silent:
            violations.add("status 0, a part of the content is missing, and no finding names it", f"{where}; {difference(now, self.new)}")

    def judge_killed(self, outcome, old, violations, where, may_be_new, may_be_absent=False):
        """The site after a run that was killed, and after the next build."""
        now = tree(self.site)
        if outcome.status != -signal.SIGKILL:
            violations.add("it is not killed", f"{where}; {outcome}")
        if now != old and not (now == self.new and may_be_new) and not (now is None and may_be_absent):
            what = "nothing stands there" if now is None else "the site is neither the old one nor the new one"
            violations.add(f"killed, {what}", f"{where}; {difference(now, old, self.new)}")
        self.follow(where, violations)

    def follow(self, where, violations):
        """The next, undisturbed build gives the new site and clears up."""
        outcome = self.build()
        now = tree(self.site)
        if outcome.status != 0 or now != self.new:
            violations.add("the next build does not give the new site", f"{where}; {outcome}; {difference(now, self.new)}")
        if self.litter():
            violations.add(f"the next build leaves {', '.join(self.litter())}", where)


def read_log(log, outcome):
    events = [line.split("\t") for line in log.read_text().splitlines()] if log.exists() else []
    outcome.met = [(call, os.path.normpath(path)) for event, call, _, path in events if event == "fault"]
    names = [event for event, *_ in events]
    outcome.after_swap = "swap" in names and "fault" in names and names.index("swap") < names.index("fault")


def judge_message(fault, outcome, where, violations, names=()):
    """One line that names the call, the path (one of `names`, or of a call that met the fault) and the reason."""
    if len(outcome.lines) != 1 or not outcome.lines[0].startswith("error: "):
        violations.add("the error is not one line", f"{where}; {outcome}")
        return
    line = outcome.lines[0]
    lacks = []
    if outcome.met and not any(word in line for call, _ in outcome.met for word in KINDS[call][1]):
        lacks.append("call")
    if outcome.met and not any(name in line for name in [*names, *(os.path.basename(path) for _, path in outcome.met)]):
        lacks.append("path")
    if os.strerror(getattr(errno, fault.error)).lower() not in line.lower():
        lacks.append("reason")
    if lacks:
        violations.add(f"the error names no {' and no '.join(lacks)}", f"{where}; {outcome}")


def errors_of(kind, place):
    return KINDS[kind][0].split()[:1 if place.is_short else None]


# Builds with a fault

def sweep(place, violations, fault, old, work=None, jobs=1, root=None, limit=None):
    """A run with the fault at each call in turn, until none meets it; gives each with its number, to be judged."""
    for number in itertools.count(1):
        one = dataclasses.replace(fault, at=number)
        place.prepare(old, work)
        outcome = place.build(one, jobs, root)
        violations.runs += 1
        if not outcome.met:
            if outcome.status != 0 or tree(place.site) != place.new or place.litter():
                violations.add("a run without a fault does not give the new site", f"{one}; {outcome}; {place.litter()}")
            return
        violations.points = max(violations.points, number)
        yield one, outcome
        if number == limit:
            return


def check_kind(place, violations, kind, first=False, jobs=1, exchange=""):
    """Every call of a kind fails, with each error, once and from there on."""
    old = None if first else place.old
    modes = [("error", error) for error in errors_of(kind, place)]
    # Renames are few, and one that undoes another must not be needed.
    if not place.is_short or kind == "rename":
        modes.append(("sticky", modes[0][1]))
    for mode, error in modes[:1] if jobs > 1 else modes:
        for fault, outcome in sweep(place, violations, Fault(kind, mode, error, exchange=exchange, counts_tables=not first), old, jobs=jobs):
            place.judge(fault, outcome, old, violations, f"{fault}" + (f" with {jobs} jobs" if jobs > 1 else ""))


def linked(place, check):
    """A check over a site that stands behind a link, on a file system without exchange."""
    place.is_linked = True
    try:
        check()
    finally:
        place.is_linked = False


def check_harmless(place, violations, kind, mode, error):
    """Every call of a kind is short or interrupted, and the new site comes out."""
    for fault, outcome in sweep(place, violations, Fault(kind, mode, error), place.old, limit=1 if mode == "halves" else None):
        place.judge(fault, outcome, place.old, violations, fault)
        if outcome.status != 0 or tree(place.site) != place.new:
            violations.add("the new site does not come out", f"{fault} ({os.path.relpath(outcome.met[0][1], place.area)}); {outcome}")


def check_kills(place, violations, old, work=None, exchange="", may_be_absent=False):
    """The process is killed before each call that changes something, after the last one, and in each write."""
    judge = functools.partial(place.judge_killed, may_be_absent=may_be_absent)
    last = Fault("change", "kill-after", exchange=exchange)
    for fault, outcome in sweep(place, violations, Fault("change", "kill", exchange=exchange), old, work):
        judge(outcome, old, violations, f"{fault}, {outcome.met[0][0]}", outcome.after_swap)
        last.at = fault.at
    place.prepare(old, work)
    judge(place.build(last), old, violations, last, True)
    points = violations.points
    for fault, outcome in sweep(place, violations, Fault("write", "torn", exchange=exchange), old, work):
        judge(outcome, old, violations, fault, outcome.after_swap)
    violations.points += points


def check_random_kills(place, violations):
    """SIGKILL from outside at any time."""
    moments = random.Random(SEED)
    starts = time.monotonic()
    for _ in range(4):
        place.prepare(place.old)
        place.build()
    length = (time.monotonic() - starts) / 4
    for number in range(20 if place.is_short else 200):
        place.prepare(place.old)
        process = subprocess.Popen(place.build_command(2), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(moments.uniform(0, length))
        process.kill()
        outcome = Outcome(process.wait(), [])
        violations.runs += 1
        violations.points += outcome.status == -signal.SIGKILL
        if outcome.status == -signal.SIGKILL:
            place.judge_killed(outcome, place.old, violations, f"kill {number}", True)


def stale_work(place):
    """What a build of the other content leaves beside the site if it is killed before the exchange."""
    place.prepare(place.old)
    command = place.build_command(content=place.scratch / "other/content")
    place.run(command, Fault("exchange", "kill"))
    return tree(place.work)


def check_stale(place, violations, kind):
    """A killed build has left its folder, and a call fails while it is removed."""
    work = stale_work(place)
    for error in errors_of(kind, place):
        for fault, outcome in sweep(place, violations, Fault(kind, "error", error), place.old, work, root=place.beside):
            place.judge(fault, outcome, place.old, violations, fault, had_work=True)


def check_recorded(place, violations):
    """The last build left its record, and the next one is killed: the one after it does not believe the record."""
    command = place.build_command()
    for kind in ("flock", "sync", "exchange", "rename") if place.is_short else ("flock", "sync", "exchange", "rename", "create", "unlink"):
        for number in itertools.count(1):
            place.prepare(None)
            plant(place.sources, place.old_files)
            # A record is kept only of files that did not change just now.
            time.sleep(0.2)
            place.run(command)
            if not (place.work / "record").exists():
                raise Skipped("the build keeps no record")
            plant(place.sources, place.files)
            time.sleep(0.2)
            fault = Fault(kind, "kill", at=number)
            killed = place.run(command, fault, place.beside)
            now = tree(place.site)
            violations.runs += 1
            if killed.met and now != place.old and not (now == place.new and killed.after_swap):
                violations.add("killed, the site is neither the old one nor the new one", f"{fault}; {difference(now, place.old, place.new)}")
            outcome = place.run(command)
            if outcome.status != 0 or tree(place.site) != place.new:
                violations.add("the next build does not give the new site", f"{fault}; {outcome}; {difference(tree(place.site), place.new)}")
            if not killed.met:
                break
            violations.points += 1


def check_kept(place, violations, kind):
    """The last build kept what it knew of the articles, one of them has changed, and the next build, which takes the others over, fails."""
    changed = "content/en-US/alpha.md"
    old_files = place.files | {changed: OLD[changed]}
    old = place.built(old_files)
    for error in errors_of(kind, place):
        for number in itertools.count(1):
            place.prepare(None)
            plant(place.sources, old_files)
            # What is known of a file is kept only if it did not change just now.
            time.sleep(0.15)
            place.run(place.build_command())
            if not (place.work / "state").exists():
                raise Skipped("the build keeps nothing")
            (place.sources / changed).write_text(place.files[changed])
            fault = Fault(kind, "error", error, number)
            outcome = place.run(place.build_command(), fault, place.beside)
            violations.runs += 1
            place.judge(fault, outcome, old, violations, fault, had_work=True)
            if not outcome.met:
                break
            violations.points += 1


def check_foreign(place, violations):
    """A folder that is not Hjelp's stays as it is, whatever fails."""
    mine = {"notes.txt": b"Mine.\n", "sub": None, "sub/more.txt": b"Mine too.\n"}
    for kind in ("stat", "opendir", "readdir", "open", "read", "fstat", "realpath"):
        for error in errors_of(kind, place):
            for number in itertools.count(1):
                place.prepare(mine)
                fault = Fault(kind, "error", error, number)
                outcome = place.build(fault, root=place.beside)
                violations.runs += 1
                where = f"{fault}; {outcome}; {difference(tree(place.site), mine)}"
                if tree(place.site) != mine:
                    violations.add("a folder that is not Hjelp's is replaced", where)
                if outcome.status != 2 or len(outcome.lines) != 1:
                    violations.add("the folder is not refused with status 2 and one line", where)
                if place.litter():
                    violations.add(f"{', '.join(place.litter())} is left", where)
                if not outcome.met:
                    break
                violations.points += 1


def check_link(place, violations):
    """The output folder is a link: it stays one, and what it leads to is whole."""
    for kind in ("realpath", "stat", "exchange", "sync", "create"):
        for error in errors_of(kind, place):
            for number in itertools.count(1):
                for path in place.beside.iterdir():
                    remove(path)
                plant(place.beside / "real", place.old)
                place.site.symlink_to("real")
                fault = Fault(kind, "error", error, number)
                outcome = place.build(fault, root=place.beside)
                violations.runs += 1
                where = f"{fault}; {outcome}"
                if not place.site.is_symlink():
                    violations.add("the link is replaced", where)
                if tree(place.site) != (place.new if outcome.status == 0 else place.old):
                    violations.add(f"{ending(outcome.status)}, and it leads to the wrong site", f"{where}; {difference(tree(place.site), place.new)}")
                if kind not in REMOVING and place.litter("real"):
                    violations.add("something is left beside", f"{where}; {os.listdir(place.beside)}")
                if not outcome.met:
                    break
                violations.points += 1


def check_last_copy(place, violations):
    """Without exchange, a build killed between the two moves, and a second one that fails: the old site is not lost."""
    for error in ("EINVAL", "ENOSYS"):
        for number in (1, 2):
            place.prepare(place.old)
            place.build(Fault("rename", "kill", "EIO", number, error))
            outcome = place.build(Fault("create", "sticky", "ENOSPC", 2, error))
            violations.runs += 1
            violations.points += bool(outcome.met)
            copies = [tree(place.site), *(tree(folder) for folder in place.work.glob("*"))]
            if place.old not in copies:
                violations.add("no copy of the site is left", f"kill before move {number}, no exchange ({error}), then no space; {outcome}")


def check_durable(place, violations):
    """A build that writes no page but takes a file away syncs its manifest before it is published."""
    place.prepare(place.new)
    fewer = {name: text for name, text in place.files.items() if name != "Public/extra.txt"}
    plant(place.scratch / "fewer", fewer)
    outcome = place.run(place.build_command(content=place.scratch / "fewer/content"), Fault("sync"))
    violations.runs = violations.points = 1
    if not outcome.met:
        violations.add("there is no sync", f"{outcome}; {difference(tree(place.site), place.new)} to before")


# Two builds at once

class Held:
    """A build that waits before a call until it is released."""

    def __init__(self, place, name, fault, content):
        self.log, self.go = place.scratch / f"{name}.log", place.scratch / f"{name}.go"
        remove(self.go)
        environment = place.environment(fault, self.log, place.beside, self.go)
        self.process = subprocess.Popen(place.build_command(content=content), env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.PIPE)

    def wait(self):
        """Whether it came to the call; else it has ended."""
        for _ in range(SECONDS * 500):
            if self.log.exists() and "fault\t" in self.log.read_text():
                return True
            if self.process.poll() is not None:
                return False
            time.sleep(0.002)
        raise SystemExit("a build neither ends nor comes to the call")

    def release(self):
        self.go.touch()
        try:
            _, said = self.process.communicate(timeout=SECONDS)
            outcome = Outcome(self.process.returncode, said.decode("utf-8", "replace").splitlines())
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.communicate()
            outcome = Outcome("it hangs", [])
        read_log(self.log, outcome)
        return outcome


def judge_two(place, first, second, violations, where, last=None):
    """After two builds, of the new content and of the other one: each published or says that the other one builds."""
    now = tree(place.site)
    where = f"{where}; first {first}; second {second}"
    for outcome in (first, second):
        if outcome.status not in (0, 2):
            violations.add(f"a build ends with {ending(outcome.status)}", where)
        elif outcome.status == 2 and (len(outcome.lines) != 1 or "is being built by another process" not in outcome.lines[0]):
            violations.add("the second build does not say that the site is being built by another process", where)
    published = [site for site, outcome in ((place.new, first), (place.other, second)) if outcome.status == 0]
    if not published:
        violations.add("neither build publishes", where)
    if last is not None and len(published) == 2:
        published = [last]
    if now not in (published or [place.old]):
        violations.add("the site is not that of the build that published", f"{where}; {difference(now, place.new, place.other)}")
    if place.litter():
        violations.add(f"{', '.join(place.litter())} is left", where)


def check_two(place, violations, kind, limit=None):
    """One build stops before each call that changes something, another one runs from beginning to end, and the first one goes on."""
    for number in itertools.count(1):
        place.prepare(place.old)
        first = Held(place, "first", Fault(kind, "pause", at=number), place.content)
        met = first.wait()
        second = place.run(place.build_command(content=place.scratch / "other/content"))
        outcome = first.release()
        violations.runs += 1
        if not met:
            return
        violations.points += 1
        # The one that made the exchange last stays.
        last = place.other if outcome.after_swap else place.new
        judge_two(place, outcome, second, violations, f"first waits before {kind} {number} ({outcome.met[0][0]})", last)
        if number == limit:
            return


def check_handover(place, violations, kind, limit=None):
    """One build stops while it removes the old site, another one begins and stops before it publishes; the first one ends, then the other."""
    for number in itertools.count(1):
        place.prepare(place.old)
        first = Held(place, "first", Fault(kind, "pause", at=number), place.content)
        met = first.wait()
        second = Held(place, "second", Fault("exchange", "pause"), place.scratch / "other/content")
        second.wait()
        one = first.release()
        two = second.release()
        violations.runs += 1
        if not met:
            return
        violations.points += 1
        judge_two(place, one, two, violations, f"first waits before {kind} {number} ({os.path.relpath(one.met[0][1], place.area)})", place.other)
        if number == limit:
            return


def check_at_once(place, violations):
    """Two builds begin at about the same time."""
    moments = random.Random(SEED)
    for number in range(10 if place.is_short else 100):
        place.prepare(place.old)
        processes = []
        for content in (place.content, place.scratch / "other/content"):
            processes.append(subprocess.Popen(place.build_command(2, content), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE))
            time.sleep(moments.uniform(0, 0.02))
        outcomes = []
        for process in processes:
            _, said = process.communicate(timeout=SECONDS)
            outcomes.append(Outcome(process.returncode, said.decode().splitlines()))
        violations.runs += 1
        violations.points += 1
        judge_two(place, *outcomes, violations, f"pair {number}")


# Real disks and permissions

def mounted(folder, options):
    """Mounts a disk in memory over a folder."""
    if not os.environ.get("FAULTS_MOUNTS"):
        raise Skipped("only root may mount in a name space of its own")
    run = subprocess.run(["mount", "-t", "tmpfs", "-o", f"mode=777,{options}", "tmpfs", folder], check=False, capture_output=True, text=True)
    if run.returncode != 0:
        raise Skipped(f"mount: {run.stderr.strip()}")


def remount(folder, options):
    subprocess.run(["mount", "-o", f"remount,{options}", folder], check=True, capture_output=True)


def used(folder, limit):
    disk = os.statvfs(folder)
    return (disk.f_blocks - disk.f_bfree) * disk.f_frsize if limit == "size" else disk.f_files - disk.f_ffree


ROOMY = {"size": "64m", "nr_inodes": "10000"}
FULL = {"size": "bytes", "nr_inodes": "inodes"}


def check_full_disk(place, violations, limit, first):
    """A disk that grows step by step until the build succeeds."""
    old = None if first else place.old
    step = (4096 if limit == "size" else 1) * (16 if place.is_short else 2)
    mounted(place.beside, f"{limit}={ROOMY[limit]}")
    try:
        place.prepare(old)
        begin = max(used(place.beside, limit), 1)
        for extra in itertools.count(0, step):
            where = f"{extra} {FULL[limit]} free"
            if used(place.beside, limit) > begin:
                remount(place.beside, f"{limit}={ROOMY[limit]}")
                place.prepare(old)
            remount(place.beside, f"{limit}={begin + extra}")
            outcome = place.build()
            violations.runs += 1
            place.judge(Fault("write", "error", "ENOSPC"), outcome, old, violations, where)
            if outcome.status == 0:
                return
            violations.points += 1
    finally:
        subprocess.run(["umount", place.beside], check=True)


def check_read_only(place, violations):
    """A file system that is mounted read-only."""
    for old in (place.old, None):
        mounted(place.beside, "size=64m")
        try:
            place.prepare(old)
            remount(place.beside, "ro")
            outcome = place.build()
            violations.runs += 1
            violations.points += 1
            outcome.met = [("mkdir", str(place.work))]
            place.judge(Fault("mkdir", "error", "EROFS"), outcome, old, violations, "read-only")
            if outcome.status != 2:
                violations.add("it does not end with status 2", outcome)
        finally:
            subprocess.run(["umount", place.beside], check=True)


def check_mount_point(place, violations):
    """An output folder that is a disk of its own cannot be replaced."""
    place.prepare({})
    mounted(place.site, "size=64m")
    try:
        outcome = place.build()
        violations.runs = violations.points = 1
        if outcome.status != 2 or len(outcome.lines) != 1 or tree(place.site) != {} or place.litter():
            violations.add("it is not refused with status 2 and one line", f"{outcome}; {place.litter()}")
    finally:
        subprocess.run(["umount", place.site], check=True)


# A path below `area`, its permissions, and the calls that they stop; "=" for one that belongs to another user.
PERMISSIONS = [
    ("out/site", 0o000, ("opendir",)), ("out/site", "=", ("rename", "exchange", "link")), ("out", 0o555, ("mkdir",)), ("out", 0o000, ("stat", "mkdir")),
    ("out/site/manifest.json", 0o000, ("open",)), ("out/site/en-US/alpha.html", 0o000, ("open",)), ("out/site/en-US", 0o000, ("open",)),
    ("out/.site.hjelp", 0o555, ("create", "rmdir")), ("out/.site.hjelp", "=", ("create", "rmdir")), ("out/.site.hjelp/lock", 0o000, ("create",)),
    ("in/content/en-US/alpha.md", 0o000, ("open",)), ("in/content/en-US/media/disk.png", 0o000, ("open",)),
    ("in/content/en-US/deep", 0o000, ("opendir",)), ("in/content/en-US/deep", 0o444, ("stat",)), ("in/content/en-US/media", 0o000, ("opendir",)),
    ("in/content/en-US/media", 0o444, ("stat",)), ("in/content/nb-NO", 0o000, ("opendir",)), ("in/content/nb-NO", 0o444, ("stat",)),
    ("in/content", 0o000, ("opendir", "stat")), ("in/content", 0o444, ("stat",)), ("in/content/hjelp.yml", 0o000, ("open",)),
    ("in/content/header.html", 0o000, ("open",)), ("in/content/en-US/TOC.yml", 0o000, ("open",)),
    ("in/content/.openpublishing.redirection.json", 0o000, ("open",)), ("in/Public", 0o000, ("opendir",)), ("in/Public", 0o444, ("stat",)),
    ("in/Public/files", 0o000, ("opendir",)), ("in/Public/files", 0o444, ("stat",)), ("in/Public/extra.txt", 0o000, ("open",)),
]


def check_permissions(place, violations):
    """What the user may not read, write or enter."""
    is_root = os.geteuid() == 0
    work = stale_work(place)
    if is_root:
        place.who = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
    try:
        subprocess.run([place.hjelp, "--version"], check=True, capture_output=True, **place.who)
        judge_permissions(place, violations, is_root, work)
    except (PermissionError, subprocess.CalledProcessError) as error:
        raise Skipped(f"another user cannot run the program: {error}") from error
    finally:
        place.who = {}
        restore(place)


def judge_permissions(place, violations, is_root, work):
    for name, permissions, calls in PERMISSIONS:
        if permissions == "=" and not is_root:
            continue
        path = place.area / name
        has_work = ".site.hjelp" in name
        place.prepare(place.old, work if has_work else None)
        plant(place.sources, place.files)
        if not path.exists():
            continue
        if is_root:
            for folder, _, files in os.walk(place.area):
                for one in [folder, *(os.path.join(folder, file) for file in files)]:
                    os.chown(one, NOBODY, NOBODY)
        before = path.stat().st_mode & 0o7777
        if permissions == "=":
            os.chown(path, 0, 0)
        else:
            path.chmod(permissions)
        outcome = place.build()
        if path.exists() and permissions == "=":
            os.chown(path, NOBODY, NOBODY)
        elif path.exists():
            path.chmod(before)
        violations.runs += 1
        violations.points += 1
        outcome.met = [(call, str(path)) for call in calls] + [("rename", str(place.site))] * has_work
        where = f"{name} {permissions if permissions == '=' else oct(permissions)}"
        place.judge(Fault(calls[0], "error", "EACCES"), outcome, place.old, violations, where, had_work=has_work)


# Commands that write single files

# Large enough that a write can stop in its middle.
MANY = range(102, 160)
FIXABLE = {f"in/content/nb-NO/{name}.md": translation(name, name, *(unit(number, "Velg  **Fil** .", "Select **File**.") for number in MANY))
           for name in ("one", "two")}
BEFORE = {"out/file": "The old file.\n"}
# The arguments, with the folders below `area`; the files that are there before; the name that a message may give instead of a call's path;
# and the folder whose calls count.
COMMANDS = {
    "check --fix": (["check", "in/content", "--fix", "--jobs", "1", "--quiet"], {}, "nb-NO", "in"),
    "check --report": (["check", "in/content", "--report", "out/file", "--jobs", "1", "--quiet"], BEFORE, "out/file", "out"),
    "check --output": (["check", "in/content", "--output", "out/new", "--jobs", "1", "--quiet"], BEFORE, "out/new", "out"),
    "check --write-baseline": (["check", "in/content", "--write-baseline", "out/file", "--jobs", "1", "--quiet"], BEFORE, "out/file", "out"),
    "status --html": (["status", "in/content", "--html", "out/file", "--jobs", "1"], BEFORE, "out/file", "out"),
    "init": (["init", "out/project", "--quiet"], BEFORE, "out/project", "out"),
    "new": (["new", "three", "--locale", "nb-NO", "--content", "out/content", "--quiet"],
            {"out/content/en-US/three.md": article("Three", "A sentence. " * 300)}, "nb-NO/three.md", "out"),
    "split": (["split", "in/content", "--side", "target", "--output", "out", "--quiet"], {"out/nb-NO/one.md": "The old file.\n"}, "out/nb-NO", "out"),
}


class Command:
    """A command of the table in a place, with its files before and after."""

    def __init__(self, place, name):
        arguments, before, self.name, self.root = COMMANDS[name]
        self.place = place
        self.command = [place.hjelp, *arguments]
        self.before = FIXABLE | {"out": None} | before
        self.prepare()
        self.old = tree(place.area)
        outcome = self.run()
        if outcome.status != 0:
            raise SystemExit(f"undisturbed, '{name}' fails: {outcome}")
        self.new = tree(place.area)

    def prepare(self):
        """The disk under `area` may be a mounted one: what is in it is replaced, the folder stays."""
        for path in self.place.area.iterdir():
            remove(path)
        for name, content in self.before.items():
            path = self.place.area / name
            (path if content is None else path.parent).mkdir(parents=True, exist_ok=True)
            if content is not None:
                path.write_text(content)

    def run(self, fault=None):
        return self.place.run(self.command, fault, self.place.area / self.root, cwd=self.place.area)

    def judge(self, fault, outcome, violations, where, make_room=lambda: None):
        """Each file is the old one or the new one whole; the next run gives the new ones, and nothing else lies there."""
        now = tree(self.place.area)
        is_killed = fault.mode in ("kill", "kill-after", "torn")
        if outcome.met:
            where = f"{where} ({os.path.relpath(outcome.met[0][1], self.place.area)})"
        for path in sorted(self.old.keys() | self.new.keys()):
            if now.get(path, "absent") not in (self.old.get(path, "absent"), self.new.get(path, "absent")):
                violations.add("a file is neither the old one nor the new one", f"{where}; {path}, {len(now.get(path) or b'')} bytes; {outcome}")
        self.judge_litter(now, "is left", where, violations, is_killed)
        if outcome.status == 2:
            judge_message(fault, outcome, where, violations, [self.name])
        elif outcome.status == 0 or outcome.status == 1 and self.named(outcome):
            # An article that could not be read is not mended: findings name it, or the folder.
            silent = [path for path in self.new if now.get(path, "absent") != self.new[path] and path not in outcome.output
                      and not path.startswith(self.named(outcome))]
            if silent:
                violations.add(f"{ending(outcome.status)}, and not all is written", f"{where}; {', '.join(silent[:3])}")
        elif not is_killed:
            violations.add(f"it ends with {ending(outcome.status)}", f"{where}; {outcome}")
        if now != self.new:
            make_room()
            again = self.run()
            if again.status != 0:
                violations.add("the next run fails", f"{where}; {again}")
            self.judge_litter(tree(self.place.area), "is left after the next run", where, violations, False)

    def named(self, outcome):
        """The paths that met the fault and are named in what the command prints."""
        paths = {os.path.relpath(path, self.place.area) for _, path in outcome.met}
        return tuple(path for path in paths if path in outcome.output)

    def judge_litter(self, now, what, where, violations, is_excused):
        left = sorted(now.keys() - self.old.keys() - self.new.keys())
        if left and not is_excused:
            violations.add(f"{re.sub('nosync.*', 'nosync…', left[0])} {what}", where)


def check_command(place, violations, name):
    """Every call of every kind fails, and the process is killed before and in each that changes something."""
    command = Command(place, name)
    faults = [Fault(kind, "error", error) for kind in KINDS for error in errors_of(kind, place)]
    faults += [Fault("change", "kill"), Fault("write", "torn"), Fault("write", "short"), Fault("write", "error", "EINTR")]
    for fault in faults:
        for number in itertools.count(1):
            command.prepare()
            one = dataclasses.replace(fault, at=number)
            outcome = command.run(one)
            violations.runs += 1
            if not outcome.met:
                break
            violations.points += 1
            command.judge(one, outcome, violations, one)
    restore(place)


def check_command_disk(place, violations, name):
    """A disk that grows page by page until the command succeeds, and one that is read-only."""
    mounted(place.area, "size=64m")
    try:
        command = Command(place, name)
        command.prepare()
        begin = used(place.area, "size")
        for extra in itertools.count(0, 4096):
            remount(place.area, "size=64m")
            command.prepare()
            remount(place.area, f"size={begin + extra}")
            outcome = command.run()
            violations.runs += 1
            command.judge(Fault("write", "error", "ENOSPC"), outcome, violations, f"{extra} bytes free", lambda: remount(place.area, "size=64m"))
            if outcome.status == 0:
                break
            violations.points += 1
        remount(place.area, "size=64m")
        command.prepare()
        remount(place.area, "ro")
        outcome = command.run()
        violations.runs += 1
        if outcome.status != 2 or tree(place.area) != command.old:
            violations.add("read-only, it does not end with status 2 and the old files", outcome)
        judge_message(Fault("create", "error", "EROFS"), outcome, "read-only", violations, [command.name])
    finally:
        subprocess.run(["umount", place.area], check=True)
        restore(place)


def restore(place):
    """The folders for builds again."""
    for path in place.area.iterdir():
        remove(path)
    place.beside.mkdir()
    place.beside.chmod(0o777)
    plant(place.sources, place.files)


# All checks

def checks(is_short):
    """The titles, and what is done in a place."""
    for kind in BUILD:
        yield f"over a site, {kind} fails", lambda place, found, kind=kind: check_kind(place, found, kind)
    for kind in ("create", "mkdir", "rename") if is_short else ("create", "write", "close", "mkdir", "sync", "rename", "stat", "opendir", "readdir"):
        yield f"a first build, {kind} fails", lambda place, found, kind=kind: check_kind(place, found, kind, first=True)
    for refusal in ("EINVAL",) if is_short else ("EINVAL", "ENOSYS"):
        for kind in ("rename", "symlink") if is_short else ("rename", "symlink", "sync", "stat", "unlink"):
            yield (f"without exchange ({refusal}), over a folder, {kind} fails",
                   lambda place, found, kind=kind, refusal=refusal: check_kind(place, found, kind, exchange=refusal))
            yield (f"without exchange ({refusal}), over a link, {kind} fails",
                   lambda place, found, kind=kind, refusal=refusal: linked(place, lambda: check_kind(place, found, kind, exchange=refusal)))
            yield (f"without exchange ({refusal}), a first build, {kind} fails",
                   lambda place, found, kind=kind, refusal=refusal: check_kind(place, found, kind, first=True, exchange=refusal))
    if not is_short:
        for kind in ("create", "write", "mkdir", "link", "open", "read", "stat", "unlink"):
            yield f"two jobs, {kind} fails", lambda place, found, kind=kind: check_kind(place, found, kind, jobs=2)
    for case in HARMLESS:
        what = {"short": "a {} is short", "halves": "each {} is short", "error": f"a call {{}} gives {case[2]}"}[case[1]].format(case[0])
        yield f"{what}, and the build goes on", lambda place, found, case=case: check_harmless(place, found, *case)
    yield "killed over a site", lambda place, found: check_kills(place, found, place.old)
    yield "killed in a first build", lambda place, found: check_kills(place, found, None)
    yield "killed without exchange, over a link", lambda place, found: linked(place, lambda: check_kills(place, found, place.old, exchange="EINVAL"))
    yield "killed without exchange, in a first build", lambda place, found: check_kills(place, found, None, exchange="EINVAL")
    # A folder becomes a link once; between two renames nothing stands there, until the next build puts the old site back.
    yield ("killed without exchange, as a folder becomes a link, and the next build mends it",
           lambda place, found: check_kills(place, found, place.old, exchange="EINVAL", may_be_absent=True))
    if not is_short:
        yield "killed over an empty folder", lambda place, found: check_kills(place, found, {})
        yield "killed over what a killed build left", lambda place, found: check_kills(place, found, place.old, stale_work(place))
    yield "killed from outside at any time", check_random_kills
    yield "without exchange, killed, then no space", check_last_copy
    for kind in ("unlink", "opendir") if is_short else REMOVING:
        yield f"over what a killed build left, {kind} fails", lambda place, found, kind=kind: check_stale(place, found, kind)
    yield "killed over a site with the record of its build", check_recorded
    for kind in ("link", "write", "rename") if is_short else (kind for kind in KINDS if kind != "symlink"):
        yield f"one article has changed since the last build, {kind} fails", lambda place, found, kind=kind: check_kept(place, found, kind)
    yield "a folder that is not Hjelp's", check_foreign
    yield "the output folder is a link", check_link
    yield "a file less", check_durable
    for kind in ("mkdir", "flock", "exchange", "unlink", "rmdir") if is_short else ("change",):
        yield f"two builds, one waits before each {kind}", lambda place, found, kind=kind: check_two(place, found, kind, 3 if is_short else None)
    yield "two builds, one begins while the other one clears up", lambda place, found: check_handover(place, found, "unlink", 4 if is_short else None)
    yield "two builds at once", check_at_once
    for first in (False, True):
        for limit in ROOMY:
            yield (f"a disk without {'space' if limit == 'size' else 'inodes'}, {'a first build' if first else 'over a site'}",
                   lambda place, found, limit=limit, first=first: check_full_disk(place, found, limit, first))
    yield "a disk that is read-only", check_read_only
    yield "the output folder is a mount point", check_mount_point
    yield "without permission", check_permissions
    for name in COMMANDS:
        yield f"{name}: a call fails or the process is killed", lambda place, found, name=name: check_command(place, found, name)
        yield f"{name}: a disk that is full or read-only", lambda place, found, name=name: check_command_disk(place, found, name)


def enter_name_space():
    """Starts the script again in a name space of its own for mounts, where that is allowed."""
    if "FAULTS_MOUNTS" in os.environ or os.geteuid() != 0 or not shutil.which("unshare"):
        return
    if subprocess.run(["unshare", "-m", "true"], check=False, capture_output=True).returncode == 0:
        os.execvpe("unshare", ["unshare", "-m", sys.executable, *sys.argv], os.environ | {"FAULTS_MOUNTS": "1"})


def run_checks(options, scratch):
    report = Report()
    options.library = scratch / "faults.so"
    compiled = subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", options.library, SOURCE], check=False, capture_output=True, text=True)
    if not report.check(compiled.returncode == 0, "the library is compiled", details=compiled.stderr.splitlines()):
        return report.finish()
    places = queue.SimpleQueue()
    for number in range(options.workers):
        places.put(Place(options, scratch / f"worker{number}"))

    def work(check):
        place, found, reason = places.get(), Violations(), ""
        try:
            check(place, found)
        except Skipped as skipped:
            reason = str(skipped)
        finally:
            places.put(place)
        return found, reason

    with concurrent.futures.ThreadPoolExecutor(options.workers) as pool:
        running = [(title, pool.submit(work, check)) for title, check in checks(options.short) if options.only in title]
        for title, future in running:
            found, reason = future.result()
            if reason:
                report.skip(title, reason)
            else:
                report.check(found.points > 0 and not found.found, title, f"{found.points} points, {found.runs} runs", found.lines())
    return report.finish()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hjelp")
    parser.add_argument("--short", action="store_true", help="a smaller content, one error for each kind")
    parser.add_argument("--workers", type=int, default=2, help="how many checks run at once")
    parser.add_argument("--only", default="", help="the checks whose titles hold this text")
    options = parser.parse_args()
    enter_name_space()
    options.hjelp = os.path.abspath(options.hjelp)
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(os.path.realpath(scratch))
        scratch.chmod(0o755)
        if "FAULTS_MOUNTS" not in os.environ:
            return run_checks(options, scratch)
        # In memory a sync takes no time.
        mounted(scratch, "size=256m")
        try:
            return run_checks(options, scratch)
        finally:
            subprocess.run(["umount", scratch], check=True)


if __name__ == "__main__":
    sys.exit(main())
