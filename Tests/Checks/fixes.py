#!/usr/bin/env python3
"""`--fix` over real articles: what it changes, that it ends, and that nothing else moves.

Usage: fixes.py HJELP SHARED [--seed N] [--show N]
"""
import argparse
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Pages"))
from corpus import FOLDERS, UNIT
from reporting import Report


def main():
    options = argparse.ArgumentParser()
    options.add_argument("hjelp")
    options.add_argument("shared")
    options.add_argument("--seed", type=int, default=5)
    options.add_argument("--show", type=int, default=0, help="print as many fixes to be read")
    options = options.parse_args()
    hjelp = str(pathlib.Path(options.hjelp).resolve())
    corpus = pathlib.Path(options.shared) / "corpus"
    report = Report()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for locale, path in FOLDERS.items():
            shutil.copytree(corpus / path, folder / locale)

        def check(*arguments):
            return subprocess.run([hjelp, "check", ".", "--min", "info", *arguments],
                                  cwd=folder, capture_output=True)

        def tree():
            return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.md")}

        before = tree()
        patch = check("--fix", "--diff").stdout
        report.check(tree() == before, "--diff changes nothing")
        first = check("--fix", "--format", "json")
        after = tree()
        changed = [path for path in after if after[path] != before[path]]
        report.check(len(changed) > 500, f"{len(changed)} files are changed",
                     first.stderr.decode().strip().split("\n")[0])
        left = [x for x in json.loads(first.stdout)["diagnostics"]
                if x.get("fix", {}).get("safe")]
        report.check(not left, "no safe fix is left", details=map(str, left))
        second = check("--fix")
        report.check(tree() == after and b"0 fixes made in 0 files" in second.stderr,
                     "a second run changes nothing")

        # The patch says what was done.
        scratch = folder / "scratch"
        for path in changed:
            (scratch / path).parent.mkdir(parents=True, exist_ok=True)
            (scratch / path).write_bytes(before[path])
        applied = subprocess.run(["git", "apply", "-p1", "-"], cwd=scratch, input=patch,
                                 capture_output=True)
        same = all((scratch / path).read_bytes() == after[path] for path in changed)
        report.check(applied.returncode == 0 and same, "git applies the patch, with the same result",
                     details=[applied.stderr.decode()[:500]])
        shutil.rmtree(scratch)

        # Every byte that changed lies in a target, in a tag's quotes, or in an anchor.
        wrong, rows = [], []
        for path in changed:
            old = before[path].decode("utf-8", "surrogateescape")
            new = after[path].decode("utf-8", "surrogateescape")
            wrong += [f"{path}: {why}" for why in outside(old, new, rows)]
        report.check(not wrong, f"{len(rows)} changes, all in targets, quotes of tags or anchors",
                     details=wrong)

        # Against the published files: what stood there before stands there still.
        bad, compared = [], 0
        for locale in ("nb-NO", "ja-JP"):
            published = corpus / "alchemy" / f"{locale}.published"
            for path in changed:
                if path.parts[0] != locale:
                    continue
                twin = published / path.relative_to(locale)
                if not twin.exists():
                    continue
                compared += 1
                old = UNIT.sub(lambda m: m["target"], before[path].decode())
                new = UNIT.sub(lambda m: m["target"], after[path].decode())
                wanted = twin.read_bytes().decode()
                # Where the article read back to the published one, it differs by the fixes alone.
                if old == wanted and not only_fixed(before[path].decode(), after[path].decode()):
                    bad.append(str(path))
        report.check(not bad, f"{compared} published files are equal everywhere else", details=bad)
        for row in random.Random(options.seed).sample(rows, min(options.show, len(rows))):
            report.note(" → ".join(row))

        # Unsafe ones too: they end as well.
        check("--fix", "--unsafe-fixes")
        unsafe = tree()
        again = check("--fix", "--unsafe-fixes")
        report.check(tree() == unsafe and b"0 fixes made" in again.stderr,
                     "--unsafe-fixes: a second run changes nothing",
                     f"{sum(unsafe[path] != after[path] for path in unsafe)} more files")
        sources = [path for path in unsafe
                   if [m["source"] for m in UNIT.finditer(before[path].decode())]
                   != [m["source"] for m in UNIT.finditer(unsafe[path].decode())]
                   and b"&quot;" not in before[path]]
        report.check(not sources, "no source half is changed", details=map(str, sources))

        report.check(not list(folder.rglob(".*.hjelp-new")), "no file is left beside a fixed one")
    return report.finish()


def outside(old, new, rows):
    """Where two versions differ outside of targets, tags' quotes and anchors."""
    anchor = r'<a name="[^"]*"></a>'

    def frame(text):
        text = text.replace("&quot;", '"')
        text = UNIT.sub(lambda m: f"\x01{m['id']}\x02{m['source']}\x03", text)
        return re.sub(anchor, "", text)

    if frame(old) != frame(new):
        yield "the text around the targets differs"
    targets = {}
    for match in UNIT.finditer(old.replace("&quot;", '"')):
        targets.setdefault(match["id"], []).append(match["target"])
    for match in UNIT.finditer(new):
        known = targets.get(match["id"], [])
        if known and known[0] != match["target"]:
            rows.append((known[0], match["target"]))
        if known:
            known.pop(0)


def only_fixed(old, new):
    """Whether two articles are the same but for the units whose targets differ."""
    one = [m for m in UNIT.finditer(old)]
    other = [m for m in UNIT.finditer(new)]
    if len(one) != len(other):
        return False
    place_old = place_new = 0
    for a, b in zip(one, other):
        before, after = old[place_old:a.start()], new[place_new:b.start()]
        if before != after and "<a name=" not in after:
            return False
        place_old, place_new = a.end(), b.end()
    return old[place_old:] == new[place_new:]


if __name__ == "__main__":
    sys.exit(main())
