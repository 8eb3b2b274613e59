#!/usr/bin/env python3
"""Proves that the same content makes the same bytes: site, manifest, findings and figures, whatever surrounds the build.

    python3 Tests/Robustness/reproducible.py HJELP [SHARED] [--seed N]

HJELP is the program. The repository's own Content, with some faults put into its articles and a configuration that sets nearly
everything, is built, checked, counted and asked in many surroundings: other folders (deep, with blanks and other scripts), time zones,
languages, years, numbers of workers and processors, permissions, environments; files made in another order, at other times, on another
file system; and several times with the hash seeds of other processes. All names and bytes must be those of the first run. With
SHARED, a folder of real articles, 300 of nb-NO and the same of ja-JP are built as well.

About 2 minutes; with SHARED 5. Standard library only; surroundings that need `faketime`, `localedef` or `taskset` are skipped by name
where these are not there.
"""

import argparse
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Pages"))
from reporting import CONTENT, Report

ARTICLES = 300
FINGERPRINT = re.compile(rb'"partialFingerprints":\{[^}]*\}')
TEXTS = ["no recent synchronization", "ingen nylig synkronisering", "unit.gap", "error 0x80070005 in the scheduler", "recnt synchronizaton"]
CONFIGURATION = """
title: Example Help
base-url: https://help.example.com/docs/
locales: [nb-NO, en-US, ja-JP, ar-SA]
links: {Status: "https://status.example.com", Contact: contact.html, Blog: "https://blog.example.com", Forum: "https://forum.example.com"}
colors: {accent: ["#0b6b3a", "#6fd39b"], text: "#222222", lines: "#cccccc", muted: "#555555"}
header: header.html
footer: footer.html
stylesheet: own.css
feedback: https://example.com/report?article={id}&locale={locale}&sentence={unit}
glossary: terms.csv
no-loc: [PowerShell, Contoso Explorer, Markdown, GitHub]
url-schemes: [example-settings, example-other]
interface:
  nb-NO: {search: Finn, note: Obs, tip: Råd}
  ja-JP: {search: さがす, note: 注}
  ar-SA: {search: بحث}
  pl-PL: {search: Szukaj, note: Uwaga}
redirects: {old/one: index, old/two: index, old/three: index, old/four: "https://example.com/four", old/five: index}
rules:
  unit.gap: error
  link.broken: [{level: error}, {level: warning, locales: [nb-NO], paths: ["rules/**"]}]
  number.missing: error
"""
OWN = {
    "header.html": "<p>Header <a href=\"index.html\">home</a></p>\n", "footer.html": "<p>Footer</p>\n", "own.css": "p{margin:1em}\n",
    "terms.csv": "term,nb-NO,ja-JP\nsynchronization,synkronisering|!samkjøring,同期\nscheduler,planlegger,スケジューラ\narticle,artikkel|!tekst,記事\n",
}


def spoiled(number, text):
    """An article with a fault of its own, so that there is something to find."""
    match number % 6:
        case 0:
            return text.replace("**", "", 1)
        case 1:
            return re.sub(r"(<span data-ttu-id=\"[^\"]*\">[^<]*)\d", r"\g<1>7", text, count=1)
        case 2:
            return re.sub(r"\]\([\w/.-]+\.md", "](missing.md", text, count=1)
        case 3:
            return re.sub(r"data-stu-id=\"[^\"]*\"", "data-stu-id=\"00000-999\"", text, count=1)
        case 4:
            return text + "\n<script>x</script> 三 <span data-ttu-id=\"00000-998\">løs\n"
    return text


def own_content():
    """The files of Content, with faults, errors and redirects."""
    files = {path.relative_to(CONTENT).as_posix(): path.read_bytes() for path in CONTENT.rglob("*") if path.is_file()}
    for number, name in enumerate(sorted(name for name in files if name.endswith(".md"))):
        text = spoiled(number, files[name].decode())
        if number % 9 == 0 and text.startswith("---\n"):
            text = f"---\nerrors: [\"Example {{a}} failed {number}\", \"Other {{b}} failed {number}\"]\nredirect_from: [was/{number}, is/{number}]\n" + text[4:]
        files[name] = text.encode()
    return files


def real_content(shared):
    """Articles of two locales, spread over the whole."""
    corpus = pathlib.Path(shared) / "corpus/alchemy"
    names = sorted(path.relative_to(corpus / "nb-NO") for path in (corpus / "nb-NO").rglob("*.md"))
    names = [name for name in names if (corpus / "ja-JP" / name).exists()]
    chosen = names[::max(1, len(names) // ARTICLES)][:ARTICLES]
    return {(locale / name).as_posix(): (corpus / locale / name).read_bytes() for locale in map(pathlib.Path, ("nb-NO", "ja-JP")) for name in chosen}


def place(files, folder, names, noise):
    """Makes the files in the order of `names`, changed at any time."""
    for name in names:
        path = folder / "Content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(files[name])
        moment = noise.uniform(0, 2e9)
        os.utime(path, (moment, moment))


def products(hjelp, folder, env=None, umask=-1, before=(), jobs=2, content="Content"):
    """Everything that the program makes of the content in `folder`, by names."""
    found = {}

    def run(name, *arguments, wanted=(0, 1)):
        command = [*before, hjelp, *map(str, arguments)]
        done = subprocess.run(command, check=False, cwd=folder, env=env, umask=umask, capture_output=True)
        if done.returncode not in wanted:
            raise SystemExit(f"{' '.join(command)}: status {done.returncode}: {done.stderr.decode(errors='replace')}")
        found[name] = b"%d\n" % done.returncode + done.stdout
        found[f"{name}, messages"] = done.stderr

    run("build", "build", content, "--output", "site", "--report", "report.json", "--report", "sarif=report.sarif", "--jobs", jobs, wanted=(0,))
    run("check", "check", content, "--format", "json", "--min", "info", "--report", "sarif=check.sarif", "--report", "junit=check.xml", "--jobs", jobs)
    run("status", "status", content, "--format", "json", "--html", "status.html", "--jobs", jobs)
    for text in TEXTS:
        run(f"lookup {text}", "lookup", text, "--site", "site", "--locale", "nb-NO", "--format", "json")
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        # The record of a build beside the site knows files by their numbers and times, and is not kept where they changed just before.
        if name.split("/")[0] not in ("Content", ".site.hjelp"):
            found[name] = path.read_bytes() if path.is_file() else b"a folder"
    return found


def differences(found, wanted):
    for name in sorted(found.keys() | wanted.keys()):
        one, other = wanted.get(name), found.get(name)
        if one is None or other is None:
            yield f"{name} is {'new' if one is None else 'missing'}"
        elif one != other:
            at = next((at for at, (left, right) in enumerate(zip(one, other)) if left != right), min(len(one), len(other)))
            yield f"{name} at byte {at}: {one[max(0, at - 30):at + 40]!r}, here {other[max(0, at - 30):at + 40]!r}"


class Surroundings:
    """Runs the program in each of the surroundings, and compares with the first run."""

    def __init__(self, report, hjelp, scratch, files, noise, title):
        self.report, self.hjelp, self.scratch, self.files, self.noise, self.title = report, hjelp, scratch, files, noise, title
        self.names = sorted(files)
        self.env = {"PATH": os.environ["PATH"], "HOME": str(scratch), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        self.first = self.run(scratch / "first", self.names)
        messages = self.first["check, messages"].decode().strip()
        claim = f"{title}: the first run makes a site and finds faults"
        report.check(len(self.first) > 300 and re.search(r"\b[1-9]\d* (errors|warnings)", messages), claim, f"{len(self.first)} files and answers; {messages}")

    def run(self, folder, names, env=None, **how):
        folder.mkdir(parents=True)
        place(self.files, folder, names, self.noise)
        found = products(self.hjelp, folder, self.env if env is None else env, **how)
        shutil.rmtree(folder)
        return found

    def compare(self, name, folder="other", names=None, found=None, **how):
        found = found or self.run(self.scratch / folder, names or self.names, **how)
        wrong = list(differences(found, self.first))
        self.report.check(not wrong, f"{self.title}: {name}", f"{len(found)} files and answers", wrong)

    def all(self):
        self.folders()
        self.environments()
        self.processors()
        self.listings()

    def folders(self):
        self.compare("a deep folder", "/".join(f"level-{number:02}-of-a-deep-path" for number in range(30)))
        self.compare("a folder with blanks and other scripts", "a b/Ærlig å/日本語 عربي/'quoted' $HOME & %41")
        folder = self.scratch / "absolute"
        found = self.run(folder, self.names, content=folder / "Content")
        named = f"{folder}/".encode()
        found = {name: data.replace(b"file://" + named, b"").replace(named, b"") for name, data in found.items()}
        ours, theirs = FINGERPRINT.findall(self.first["check.sarif"]), FINGERPRINT.findall(found["check.sarif"])
        self.report.check(ours == theirs, f"{self.title}: findings have the same fingerprints by an absolute path as by a relative one",
                          f"{sum(one != other for one, other in zip(ours, theirs))} of {len(ours)} differ")
        plain = {name: FINGERPRINT.sub(b"", data) for name, data in found.items()}
        wrong = list(differences(plain, {name: FINGERPRINT.sub(b"", data) for name, data in self.first.items()}))
        self.report.check(not wrong, f"{self.title}: an absolute path, apart from it and from fingerprints", f"{len(found)} files and answers", wrong)

    def environments(self):
        for zone in ("Asia/Tokyo", "America/St_Johns", "Pacific/Kiritimati", "nowhere"):
            self.compare(f"time zone {zone}", env=self.env | {"TZ": zone})
        for language in ("C", "POSIX", "tr_TR.UTF-8", "ar_SA.UTF-8", "th_TH.UTF-8"):
            variables = {"LANG": language, "LC_ALL": language, "LANGUAGE": language[:2]}
            if "_" in language:
                if not self.make_locale(language):
                    self.report.skip(f"{self.title}: language {language}", "localedef cannot make it")
                    continue
                variables["LOCPATH"] = str(self.scratch / "locales")
            self.compare(f"language {language}", env=self.env | variables)
        for year in (1999, 2041):
            if tool := shutil.which("faketime"):
                self.compare(f"the year {year}", before=[tool, f"{year}-02-28 23:59:58"])
            else:
                self.report.skip(f"{self.title}: the year {year}", "faketime is not there")
        self.compare("no HOME", env={name: value for name, value in self.env.items() if name != "HOME"})
        self.compare("no environment", env={})
        self.compare("the caller's environment", env=dict(os.environ))
        for umask in (0o077, 0o022, 0o000):
            self.compare(f"umask {umask:03o}", umask=umask)

    def make_locale(self, language):
        (self.scratch / "locales").mkdir(exist_ok=True)
        if (self.scratch / "locales" / language).exists():
            return True
        if not (tool := shutil.which("localedef")):
            return False
        subprocess.run([tool, "-i", language.partition(".")[0], "-f", "UTF-8", self.scratch / "locales" / language], check=False, capture_output=True)
        return (self.scratch / "locales" / language).exists()

    def processors(self):
        for jobs in (1, 3, 7, 64):
            self.compare(f"{jobs} workers", jobs=jobs)
        if tool := shutil.which("taskset"):
            self.compare("one processor", before=[tool, "-c", "0"])
        else:
            self.report.skip(f"{self.title}: one processor", "taskset is not there")
        self.compare("one hash seed for all processes", env=self.env | {"SWIFT_DETERMINISTIC_HASHING": "1"})
        for turn in range(1, 9):
            self.compare(f"hash seeds of other processes, run {turn} of 8")

    def listings(self):
        shuffled = self.noise.sample(self.names, len(self.names))
        orders = {"in reverse": self.names[::-1], "in any order": shuffled}
        for order, names in orders.items():
            self.compare(f"files made {order}", names=names)
        memory = pathlib.Path("/dev/shm")
        if not memory.is_dir():
            self.report.skip(f"{self.title}: files in memory", "there is no file system in memory")
            return
        with tempfile.TemporaryDirectory(dir=memory) as folder:
            for order, names in {"in their order": self.names, **orders}.items():
                self.compare(f"files made {order}, in memory", found=self.run(pathlib.Path(folder) / "other", names))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hjelp", type=lambda path: str(pathlib.Path(path).resolve()))
    parser.add_argument("shared", nargs="?")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    report = Report()
    contents = {"Content": own_content()}
    if options.shared:
        contents["real articles"] = real_content(options.shared)
    else:
        report.skip("real articles", "no SHARED folder is named")
    for title, files in contents.items():
        files |= {name: text.encode() for name, text in OWN.items()} | {"hjelp.yml": CONFIGURATION.encode()}
        with tempfile.TemporaryDirectory() as scratch:
            Surroundings(report, options.hjelp, pathlib.Path(scratch), files, random.Random(options.seed), title).all()
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
