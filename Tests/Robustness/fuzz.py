#!/usr/bin/env python3
"""Proves that no bytes make Hjelp crash, hang or break a promise: libFuzzer under the address sanitizer.

    python3 Tests/Robustness/fuzz.py [TARGET…] [--seconds 60] [--corpus FOLDER] [--skip-build]

What must hold for any input stands in Tests/Fuzzing, one target for each reader of foreign bytes; the same checks run over the
small inputs of Tests/Fixtures/fuzz in `swift test`. This program builds them for libFuzzer (3 minutes the first time, below
.build-fuzz) and lets it change those inputs for a while, all targets or those that are named. New inputs that reach new code go
to a temporary folder, or below --corpus, from where the next run goes on. An input that breaks something is printed as base64
with the command that repeats it; once it is understood it belongs into Tests/Fixtures/fuzz/TARGET. Standard library only.
"""

import argparse
import base64
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests/Pages"))
from reporting import Report  # noqa: E402

INPUTS = ROOT / "Tests/Fixtures/fuzz"
SCRATCH = ROOT / ".build-fuzz"
PROGRAM = SCRATCH / "hjelp-fuzz"
# An input of 4 KiB may take so long and so much under the sanitizer; usual are 2 ms.
SECONDS_EACH, MEGABYTES, LENGTH = 10, 2048, 4096


def build(report):
    """Builds the targets as a static library, and links it: an executable target would not link."""
    environment = os.environ | {"HJELP_FUZZ": "1"}
    command = ["swift", "build", "-c", "release", "--disable-default-traits", "--scratch-path", str(SCRATCH), "--product", "HjelpFuzz"]
    library = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    if not report.check(library.returncode == 0, "the targets are built", details=(library.stdout + library.stderr).splitlines()[-20:]):
        return False
    cmark = subprocess.run(["pkg-config", "--libs", "libcmark"], capture_output=True, text=True).stdout.split() or ["-lcmark"]
    command = ["swiftc", "-sanitize=fuzzer,address", str(SCRATCH / "release/libHjelpFuzz.a"), *cmark, "-o", str(PROGRAM)]
    link = subprocess.run(command, capture_output=True, text=True)
    return report.check(link.returncode == 0, "the targets are linked", details=link.stderr.splitlines()[-20:])


def environment(target):
    """The sanitizer finds no leaks here: Swift keeps what it makes once. Swift's own traces would take minutes."""
    return os.environ | {"HJELP_FUZZ_TARGET": target, "SWIFT_BACKTRACE": "enable=no", "ASAN_OPTIONS": "detect_leaks=0"}


def fuzz(report, target, seconds, corpus):
    """Runs one target; says how much was tried, or what broke."""
    found = corpus / target
    found.mkdir(parents=True, exist_ok=True)
    broken = corpus / f"{target}.broken"
    broken.mkdir(exist_ok=True)
    limits = [f"-max_len={LENGTH}", f"-rss_limit_mb={MEGABYTES}", f"-timeout={SECONDS_EACH}", f"-max_total_time={seconds}"]
    command = [PROGRAM, found, INPUTS / target, *limits, f"-dict={INPUTS / 'words.dict'}", f"-artifact_prefix={broken}/", "-print_final_stats=1"]
    try:
        run = subprocess.run(command, env=environment(target), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=seconds + 120)
        output, status = run.stdout.decode(errors="replace"), run.returncode
    except subprocess.TimeoutExpired as stopped:
        output, status = (stopped.stdout or b"").decode(errors="replace"), "it did not stop in time"
    tried = re.search(r"number_of_executed_units: (\d+)", output)
    reached = re.findall(r"cov: (\d+)", output)
    figures = f"{int(tried[1]) if tried else 0:,} inputs, {reached[-1] if reached else 0} places of the code reached"
    inputs = sorted(broken.iterdir())
    if report.check(status == 0 and not inputs, f"{target} holds", figures):
        return
    told = [line for line in output.splitlines() if re.search(r"VIOLATION|ERROR|runtime failure|^ {4}#\d+ .*Hjelp", line)]
    report.list([f"status {status}", *(line[:300] for line in told)])
    for input in inputs:
        report.note(f"{input.name}: echo {base64.b64encode(input.read_bytes()).decode()} | base64 -d > input")
    report.note(f"HJELP_FUZZ_TARGET={target} SWIFT_BACKTRACE=enable=no {PROGRAM.relative_to(ROOT)} input")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    names = sorted(folder.name for folder in INPUTS.iterdir() if folder.is_dir())
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"one of {', '.join(names)}; all by default")
    parser.add_argument("--seconds", type=int, default=60, help="how long each target runs")
    parser.add_argument("--corpus", type=pathlib.Path, help="where inputs that reach new code are kept")
    parser.add_argument("--skip-build", action="store_true", help="use what was built last")
    options = parser.parse_args()
    unknown = [target for target in options.targets if target not in names]
    if unknown:
        parser.error(f"no target is named {', '.join(unknown)}; there are {', '.join(names)}")
    report = Report()
    with tempfile.TemporaryDirectory() as folder:
        if options.skip_build or build(report):
            for target in options.targets or names:
                fuzz(report, target, options.seconds, options.corpus or pathlib.Path(folder))
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
