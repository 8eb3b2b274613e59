#!/usr/bin/env python3
"""Lets the thread sanitizer watch the tests, builds with several workers, and a server under load.

    python3 Tests/Robustness/threads.py [--seconds 60] [--without-tests] [--skip-build]

Everything is compiled for the sanitizer (8 minutes the first time, below .build-tsan). Then the Swift tests run; `Content` is built with
1, 2 and 4 workers; and a server over a copy of `Content`, with a log of questions and metrics, gets for a while, from many connections at
once: pages with and without their ETags, in ranges and compressed; lookups, batches and open questions; wrong and half-open requests; new
releases, SIGHUP, and files that change under its watch. It is stopped under load. There must be no report, and no answer that should not be.

Where the sanitizer does not see the locks of the module Synchronization, it reports a list that is locked as it should be. A little program
finds that out; then reports of the server say nothing and are skipped, and its answers alone are judged. So it is with Swift 6.3 on Linux.

Standard library only; `--without-tests` needs 4 minutes less.
"""
import argparse
import collections
import json
import os
import pathlib
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests/Pages"))
from api import Server, q
from reporting import Report

SCRATCH = ROOT / ".build-tsan"
HJELP = SCRATCH / "debug/hjelp"
BUILD = ["swift", "build", "--sanitize=thread", "--scratch-path", str(SCRATCH)]
TEST = ["swift", "test", "--sanitize=thread", "--scratch-path", str(SCRATCH), "--disable-xctest"]
QUESTIONS = ["no recent synchronization", "port 8080 is in use", "the zebra flutes", "AADSTS50011", "fil finnes ikke", "unit.gap", "x" * 3000]
WORKERS = 12
LOCKED = """
import Synchronization
final class Box: Sendable { let list = Mutex([0]) }
@main struct Locked {
  static func main() async {
    let box = Box()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask { for number in 0..<20_000 { box.list.withLock { if $0.count > 99 { $0 = [] } else { $0.append(number) } } } }
      }
    }
  }
}
"""


def sees_locks(folder):
    """Whether the sanitizer sees that a list is locked."""
    (folder / "locked.swift").write_text(LOCKED)
    command = ["swiftc", "-sanitize=thread", "-parse-as-library", folder / "locked.swift", "-o", folder / "locked"]
    subprocess.run(command, check=True, capture_output=True)
    return reports(subprocess.run([folder / "locked"], capture_output=True, text=True).stderr) == 0


def reports(text):
    return text.count("WARNING: ThreadSanitizer")


class Load:
    """Requests of all kinds, from several threads, until it is told to end."""

    def __init__(self, server, pages):
        self.server, self.pages, self.ends = server, pages, threading.Event()
        self.statuses, self.wrong = collections.Counter(), []
        self.threads = [threading.Thread(target=self.work, args=(number,), daemon=True) for number in range(WORKERS)]
        for thread in self.threads:
            thread.start()

    def work(self, number):
        choice = random.Random(number)
        tags = {}
        while not self.ends.is_set():
            try:
                kind = choice.randrange(8)
                if kind < 3:
                    page = choice.choice(self.pages)
                    headers = [("Accept-Encoding", choice.choice(["gzip", "identity", "br"]))]
                    if page in tags and choice.random() < 0.3:
                        headers.append(("If-None-Match", tags[page]))
                    if choice.random() < 0.2:
                        headers.append(("Range", "bytes=0-99"))
                    answer = self.server.ask("/" + page, headers=headers)
                    tags[page] = answer["etag"] or ""
                    allowed = {200, 206, 304}
                elif kind == 3:
                    answer = self.server.ask(f"/v1/lookup?q={q(choice.choice(QUESTIONS))}&locale={choice.choice(['nb', 'en', 'ja', 'ar'])}")
                    allowed = {200, 414}
                elif kind == 4:
                    queries = [{"text": choice.choice(QUESTIONS), "locale": "nb-NO"} for _ in range(5)]
                    answer = self.server.post("/v1/lookup:batch", json.dumps({"queries": queries}))
                    allowed = {200}
                elif kind == 5:
                    answer = self.server.ask(f"/v1/open?q={q(choice.choice(QUESTIONS))}&locale=nb")
                    allowed = {303, 404, 414}
                elif kind == 6:
                    answer = self.server.ask(choice.choice(["/v1/articles?locale=nb-NO", "/livez", "/readyz", "/none", "/v1/errors/AADSTS50011?locale=nb"]))
                    allowed = {200, 303, 400, 404}
                else:
                    with socket.create_connection(("127.0.0.1", self.server.port), timeout=10) as half:
                        half.sendall(choice.choice([b"GET / HT", b"\x00\x01\r\n\r\n", b"POST /v1/lookup:batch HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{"]))
                        time.sleep(0.02)
                    continue
                self.statuses[answer.status] += 1
                if answer.status not in allowed:
                    self.wrong.append(f"kind {kind}: status {answer.status}")
            except OSError as error:
                if not self.ends.is_set():
                    self.wrong.append(f"kind {kind}: {error}")

    def end(self):
        self.ends.set()
        for thread in self.threads:
            thread.join(30)


def check_server(report, seconds, folder, watches, sees):
    content, site, log = folder / "Content", folder / "site", folder / "asked.jsonl"
    shutil.copytree(ROOT / "Content", content)
    subprocess.run([HJELP, "build", content, "--output", site, "--quiet"], check=True)
    pages = [str(path.relative_to(site)) for path in site.rglob("*") if path.is_file() and path.suffix in (".html", ".css", ".js", ".png")][::7]
    arguments = [content] if watches else ["--site", site]
    server = Server(HJELP, *arguments, "--port", 0, "--metrics-port", 0, "--unanswered", log)
    try:
        load = Load(server, pages)
        deadline, changes = time.monotonic() + seconds, 0
        while time.monotonic() < deadline:
            article = content / "nb-NO/index.md"
            article.write_text(article.read_text() + f"\nEndring {changes}.\n")
            if not watches:
                subprocess.run([HJELP, "build", content, "--output", site, "--quiet"], check=True)
                server.process.send_signal(signal.SIGHUP)
            server.ask("/metrics", port=server.metrics_port)
            changes += 1
            time.sleep(2)
        asked = sum(load.statuses.values())
        load.ends.set()
        status = server.stop()
        load.end()
    finally:
        if server.process.poll() is None:
            server.process.kill()
    text = "".join(server.lines)
    what = "a server that builds again" if watches else "a server with new releases"
    if not sees:
        report.skip(f"{what}: no report under load", f"the sanitizer does not see the locks; {reports(text)} reports")
        report.check(status in (0, 66), f"{what}: it stops as it should", f"status {status}")
    else:
        report.check(reports(text) == 0 and status == 0, f"{what}: no report under load", f"{asked} answers, {changes} changes, status {status}",
                     [line for line in text.splitlines() if "event" not in line][:60])
    report.check(not load.wrong, "and every answer is one that should be", f"{dict(load.statuses)}", load.wrong[:20])


def check_builds(report, folder):
    wrong = []
    for jobs in ("1", "2", "4"):
        for command in (["build", ROOT / "Content", "--output", folder / f"jobs{jobs}"], ["check", ROOT / "Content"]):
            run = subprocess.run([HJELP, *command, "--jobs", jobs, "--quiet"], capture_output=True, text=True)
            if run.returncode != 0:
                wrong += [f"{command[0]} with {jobs}: status {run.returncode}", *run.stderr.splitlines()[:30]]
    report.check(not wrong, "builds and checks with 1, 2 and 4 workers: no report", "", wrong)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--without-tests", action="store_true")
    parser.add_argument("--skip-build", action="store_true")
    options = parser.parse_args()
    report = Report()
    os.environ["TSAN_OPTIONS"] = "exitcode=66"
    if not options.skip_build:
        command = [*BUILD, *(["--product", "hjelp"] if options.without_tests else ["--build-tests"])]
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        errors = [line for line in (run.stdout + run.stderr).splitlines() if "error" in line]
        if not report.check(run.returncode == 0, "it is compiled for the sanitizer", details=errors[:20]):
            return report.finish()
    if not options.without_tests:
        run = subprocess.run([*TEST, "--skip-build"], cwd=ROOT, capture_output=True, text=True)
        text = run.stdout + run.stderr
        passed = re.search(r"Test run with .*", text)
        report.check(run.returncode == 0 and passed and reports(text) == 0, "the tests: no report", passed[0] if passed else "they did not run",
                     [line for line in text.splitlines() if "✘" in line or "Sanitizer" in line][:40])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        check_builds(report, folder)
        sees = sees_locks(folder)
        for watches in (False, True):
            place = folder / str(watches)
            place.mkdir()
            check_server(report, options.seconds / 2, place, watches, sees)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
