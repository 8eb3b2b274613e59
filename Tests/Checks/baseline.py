#!/usr/bin/env python3
"""A baseline of real articles: lines that move change nothing, a new defect is the only finding.

Usage: baseline.py HJELP SHARED
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Pages"))
from reporting import Report


def main():
    hjelp, shared = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2])
    report = Report()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        content = folder / "content"
        for locale in ["alchemy/nb-NO", "alchemy/ja-JP", "office-dev/es-ES"]:
            shutil.copytree(shared / "corpus" / locale, content / locale.split("/")[1])
        baseline = folder / "baseline.json"

        def check(*arguments):
            out = folder / "report.json"
            run = subprocess.run(
                [hjelp, "check", str(content), "--min", "info", "--format", "json",
                 "--output", str(out), *arguments], capture_output=True, text=True)
            found = json.loads(out.read_text()) if out.exists() else None
            return run, found["diagnostics"] if found else None

        _, everything = check()
        run, _ = check("--write-baseline", str(baseline))
        report.check(
            run.returncode == 0,
            "writing a baseline ends with 0", details=[run.stderr])
        entries = json.loads(baseline.read_text())["findings"]
        known = sum(entry.get("count", 1) for entry in entries)
        run, found = check("--baseline", str(baseline))
        report.check(
            found == [] and known > 2_000,
            f"{known} known findings, none new", details=[run.stderr])
        report.check(
            not any("line" in entry or "range" in entry for entry in entries),
            "no line stands in the baseline")

        # A hundred blank lines behind each file's front matter.
        files = sorted(content.rglob("*.md"))
        for file in files:
            data = file.read_bytes()
            head = re.match(rb"---\n.*?\n---\n", data, re.S)
            end = head.end() if head else 0
            file.write_bytes(data[:end] + b"\n" * 100 + data[end:])
        run, found = check("--baseline", str(baseline))
        report.check(
            found == [],
            "0 new after 100 blank lines in each file", details=[str((found or [])[:3])])
        report.check(
            "no longer found" not in run.stderr,
            "0 stale", details=[run.stderr])

        # One new defect.
        target = content / "nb-NO/AlchemyInsights/recall-or-replace-an-email-message.md"
        text = target.read_text()
        unit = re.search(r'data-ttu-id="([^"]+)">([^<]{40,})</span>', text)
        target.write_text(text[:unit.start(2)] + "Vent i 7431 sekunder. " + text[unit.start(2):])
        run, found = check("--baseline", str(baseline), "--min", "info")
        report.check(
            len(found) == 1 and found[0]["unit"] == unit[1] and "7431" in found[0]["message"],
            "exactly the one new defect", details=[json.dumps(found, ensure_ascii=False)[:600]])
        target.write_text(text)

        # A defect that is mended is stale, and can be taken out.
        one = next(x for x in everything if x["rule"] == "link.empty-text")
        path = pathlib.Path(one["file"])
        data = path.read_bytes()
        path.write_bytes(data.replace(b"[](", b"[x]("))
        run, found = check("--baseline", str(baseline))
        report.check(
            "no longer found" in run.stderr,
            "stale entries are reported", details=[run.stderr])
        before = baseline.read_bytes()
        run, _ = check("--baseline", str(baseline), "--prune-baseline")
        after = json.loads(baseline.read_text())["findings"]
        report.check(
            len(after) < len(entries),
            "stale entries are taken out", details=[run.stderr])
        path.write_bytes(data)
        run, found = check("--baseline", str(baseline))
        report.check(
            len(found or []) >= 1,
            "a pruned defect that comes back is new")
        baseline.write_bytes(before)

        # From another folder, by another name.
        run = subprocess.run(
            [hjelp, "check", ".", "--min", "info", "--baseline", "../../baseline.json"],
            cwd=content / "nb-NO", capture_output=True, text=True)
        report.check(
            run.stdout == "",
            "it holds from another folder", details=[run.stdout[:400]])

        # Named by the configuration.
        (content / "hjelp.yml").write_text("baseline: ../baseline.json\n")
        run = subprocess.run([hjelp, "check", str(content), "--min", "info", "--prune-baseline"],
                             capture_output=True, text=True)
        report.check(
            run.stdout == "" and run.returncode == 0 and "known from" in run.stderr,
            "it can be named in hjelp.yml", details=[run.stdout[:400], run.stderr])
        (content / "hjelp.yml").unlink()
        run = subprocess.run([hjelp, "check", str(content), "--baseline", str(baseline),
                              "--prune-baseline", "--files-from", str(baseline)],
                             capture_output=True, text=True)
        report.check(
            run.returncode == 2 and "leave out" in run.stderr,
            "pruning what was not looked at: status 2", details=[run.stderr])

        # A damaged baseline.
        baseline.write_bytes(before[:len(before) // 2])
        run = subprocess.run([hjelp, "check", str(content), "--baseline", str(baseline)],
                             capture_output=True, text=True)
        report.check(
            run.returncode == 2 and re.search(r"baseline\.json:\d+: ", run.stderr),
            "a damaged one: status 2, with file and line", details=[run.stderr])
        run = subprocess.run([hjelp, "check", str(content), "--baseline", str(folder / "none")],
                             capture_output=True, text=True)
        report.check(
            run.returncode == 2,
            "one that is not there: status 2", details=[run.stderr])
        run = subprocess.run([hjelp, "check", str(content), "--prune-baseline"],
                             capture_output=True, text=True)
        report.check(
            run.returncode == 2,
            "pruning without one: status 2", details=[run.stderr])
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
