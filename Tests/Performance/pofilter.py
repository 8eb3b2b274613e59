#!/usr/bin/env python3
"""Speed and memory of `hjelp check` with all rules on, beside pofilter on the same units.

    Tests/Performance/pofilter.py HJELP SHARED [--venv DIR]

Both read files and run on one core in the same run: `hjelp check --min info --jobs 1` over the three
locales, best of three; pofilter of PyPI's translate-toolkit with its default checks over one PO file for
each locale. DIR is a virtual environment with translate-toolkit, made if it is not there.
"""
import argparse
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Checks"))
import corpus


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def write_po(path, units):
    with open(path, "w", encoding="utf-8") as file:
        file.write('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n')
        for number, (source, target) in enumerate(units):
            file.write(f'\nmsgctxt "{number}"\nmsgid {quoted(source)}\nmsgstr {quoted(target)}\n')


def timed(command):
    """Seconds and peak memory in MB on one core, output thrown away."""
    start = time.monotonic()
    done = subprocess.Popen(["taskset", "-c", "0", *command], stdout=subprocess.DEVNULL,
                            stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(done.pid, 0)
    return time.monotonic() - start, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("shared")
    parser.add_argument("--venv")
    options = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.TemporaryDirectory() as folder:
        venv = pathlib.Path(options.venv or folder + "/venv")
        if not (venv / "bin/pofilter").exists():
            subprocess.run([sys.executable, "-m", "venv", venv], check=True)
            subprocess.run([venv / "bin/pip", "install", "-q", "translate-toolkit"], check=True)
        units = {}
        for locale, _, text in corpus.articles(options.shared):
            units.setdefault(locale, []).extend(
                (m["source"], m["target"]) for m in corpus.UNIT.finditer(text))
        count = sum(len(found) for found in units.values())
        runs = [timed([options.program, "check", *corpus.folders(options.shared), "--min", "info",
                       "--jobs", "1", "--format", "json", "--quiet"]) for _ in range(3)]
        seconds, memory = min(run[0] for run in runs), max(run[1] for run in runs)
        other = 0.0
        for locale, found in units.items():
            write_po(f"{folder}/{locale}.po", found)
            other += timed([str(venv / "bin/pofilter"), f"{folder}/{locale}.po", f"{folder}/out.po"])[0]
    passed = failed = 0
    for name, value, holds in (
        ("units a second", f"{count / seconds:,.0f} ({count:,} in {seconds:.2f} s)", count / seconds >= 100_000),
        ("times pofilter", f"{other / seconds:.1f} (pofilter {count / other:,.0f} units a second)",
         other / seconds >= 30),
        ("memory", f"{memory:.0f} MB", memory < 200),
    ):
        print(f"{'ok    ' if holds else 'FAILED'} {name}: {value}")
        passed, failed = (passed + 1, failed) if holds else (passed, failed + 1)
    return corpus.close(passed, failed)


if __name__ == "__main__":
    sys.exit(main())
