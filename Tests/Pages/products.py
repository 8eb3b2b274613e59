#!/usr/bin/env python3
"""Proves that what products embed gives the server's answers: the C library, the Swift library, `<hjelp-answer>`.

    VENV/bin/python Tests/Pages/products.py HJELP SHARED [--site DIR] [--chromium /usr/bin/chromium]

HJELP is the program, of the same commit as this folder; SHARED the folder with `corpus` and `lookup`. `--site` takes a site
of nb-NO and ja-JP that is built already. It proves:

- the C library is one shared object without a Swift runtime, that shows nothing but `hjelp_…`; its header is strict C11 and
  C++; the program in C is free of what the address and undefined-behaviour sanitizers find, leaks included;
- a package of its own that uses HjelpLookup compiles it and nothing else of Hjelp, nor Hummingbird, NIO or libcmark;
- both pass every case of `Tests/Fixtures/normalizer-vectors.json`;
- over 300 development queries both give status, codes and every field of every answer as the server does over HTTP, and as
  `hjelp lookup` does with `--stdin` and `--format json`; four threads at once too; a damaged index is refused with file and reason;
- the element: see `answer_element.py`.

Needs a C and a C++ compiler and swift; `ldd` and `nm`. What it builds is kept in `.build/products`. About 4 minutes the first
time, 1 minute after that.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from answer_element import check_element, free_port, help_server  # noqa: E402
from reporting import Report, build  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
PRODUCTS = ROOT / "Tests/Products"
VECTORS = ROOT / "Tests/Fixtures/normalizer-vectors.json"
BUILT = ROOT / ".build/products"
QUERIES = 300
FIELDS = ["id", "url", "title", "locale", "fallback", "text", "kind", "language", "unit", "anchor"]
STDERR_LINES = 15


def run(*command, text=None, **more):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, input=text, encoding="utf-8", **more)


def build_c(report):
    """The library and the program in C; gives the program's path."""
    folder = BUILT / "c"
    made = run(PRODUCTS / "c/build.sh", folder)
    if not report.check(made.returncode == 0, "the C library, and the program with all warnings as errors, are built", "",
                        made.stderr.splitlines()[-STDERR_LINES:]):
        return None
    library = folder / "libHjelpLookupC.so"
    needs = re.findall(r"^\s*(\S+) =>", run("ldd", library).stdout, re.M)
    report.check(needs and not [name for name in needs if "swift" in name.lower() or "Foundation" in name or "dispatch" in name],
                 "the library needs no Swift runtime", f"{library.stat().st_size / 1e6:.1f} MB, needs {', '.join(needs)}", needs)
    shown = [line.split()[-1] for line in run("nm", "--dynamic", "--defined-only", library).stdout.splitlines() if re.search(r" [A-Z] ", line)]
    declared = set(re.findall(r"\b(hjelp_\w+)\(", (folder / "hjelp_lookup.h").read_text("utf-8")))
    report.check(set(shown) == declared, "the library shows the functions of its header and nothing else", f"{len(shown)} functions",
                 sorted(set(shown) ^ declared))
    return folder / "ask"


def build_swift(report):
    """The package outside; gives its program's path."""
    scratch = BUILT / "swift"
    # Without pkg-config's folders libcmark cannot be found: it must not be missed.
    environment = os.environ | {"PKG_CONFIG_LIBDIR": "/nonexistent", "PKG_CONFIG_PATH": "/nonexistent"}
    made = run("swift", "build", "--package-path", PRODUCTS / "swift", "--scratch-path", scratch, "-c", "release", env=environment)
    if not report.check(made.returncode == 0, "a package outside that uses HjelpLookup is built, libcmark out of sight", "",
                        (made.stdout + made.stderr).splitlines()[-STDERR_LINES:]):
        return None
    release = (scratch / "release").resolve()
    objects = sorted({path.relative_to(release).parts[0].removesuffix(".build") for path in release.rglob("*.o")})
    report.check(objects == ["HjelpLookup", "ask"], "it compiles HjelpLookup and itself: no Hummingbird, no NIO, no cmark",
                 ", ".join(objects))
    return release / "ask"


def check_vectors(report, program, name, index):
    table = json.loads(VECTORS.read_text("utf-8"))
    cases = [(group["about"], *case) for group in table["groups"] for case in group["cases"]]
    lines = "".join(case[1].encode("utf-8", "surrogatepass").hex() + "\n" for case in cases)
    answered = run(program, "--normalise", index, text=lines)
    found = answered.stdout.split("\n")[:-1]
    expected = ["\t".join([case[2], " ".join(case[3] if len(case) > 3 else [])]) for case in cases]
    wrong = [f"{case[0]}: {case[1]!r} gives {got!r}, expected {want!r}"
             for case, got, want in zip(cases, found, expected) if got != want]
    report.check(answered.returncode == 0 and len(found) == len(cases) and not wrong, f"{name} passes the table of normal forms",
                 f"{len(cases)} cases", wrong or answered.stderr.splitlines()[-STDERR_LINES:])


def queries(shared, locale):
    """Every so many-th development query of a locale, half of QUERIES."""
    rows = [json.loads(line) for line in (shared / "lookup/dev.jsonl").read_text("utf-8").splitlines()]
    texts = [row["text"] for row in rows if row["locale"] == locale and not re.search(r"[\x00-\x1f]", row["text"])]
    wanted = QUERIES // 2
    return [texts[number * len(texts) // wanted] for number in range(wanted)]


def ask_server(address, texts, locale):
    """The server's answers, by batches of 100."""
    answers = []
    for start in range(0, len(texts), 100):
        body = json.dumps({"queries": [{"text": text, "locale": locale, "limit": 5} for text in texts[start:start + 100]]})
        request = urllib.request.Request(f"{address}/v1/lookup:batch", body.encode(), {"Content-Type": "application/json"})
        with urllib.request.urlopen(request) as reply:
            answers += json.load(reply)["results"]
    return answers


def parsed(line):
    """A line of answers as the server writes it."""
    status, normalized, codes, *rest = line.split("\t")
    width = len(FIELDS) + 1
    matches = []
    for start in range(0, len(rest), width):
        confidence, *fields = rest[start:start + width]
        matches.append((round(float(confidence), 4), *fields))
    return status, normalized, codes.split(), matches


def expected(answer):
    plain = lambda text: re.sub(r"[\x00-\x1f]", " ", text or "")  # noqa: E731
    matches = []
    for match in answer["answers"]:
        fields = match | match["matched"] | {"fallback": "fallback" if match["fallback"] else ""}
        matches.append((match["confidence"], *(plain(fields.get(field)) for field in FIELDS)))
    return answer["status"], answer["query"]["normalized"], answer["query"]["codes"], matches


def same(found, wanted):
    """Equal in all; confidences within a rounding of the fourth decimal."""
    if found[:3] != wanted[:3] or len(found[3]) != len(wanted[3]):
        return False
    return all(one[1:] == other[1:] and abs(one[0] - other[0]) < 1.5e-4 for one, other in zip(found[3], wanted[3]))


def check_answers(report, program, name, index, texts, wanted):
    answered = run(program, index, text="".join(text + "\n" for text in texts))
    lines = answered.stdout.split("\n")[:-1]
    wrong = [f"{text!r}: {parsed(line)[:1]}, server {expected(answer)[:1]}" for text, line, answer in zip(texts, lines, wanted)
             if not same(parsed(line), expected(answer))]
    report.check(answered.returncode == 0 and len(lines) == len(texts) and not wrong, f"{name} gives the server's answers, {index.stem}",
                 f"{len(texts)} queries, {sum(len(answer['answers']) for answer in wanted)} answers", wrong or answered.stderr.splitlines()[-STDERR_LINES:])


def check_command(report, hjelp, site, locale, texts, wanted):
    answered = run(hjelp, "lookup", "--stdin", "--site", site, "--locale", locale, text="".join(text + "\n" for text in texts))
    lines = [line.split("\t") for line in answered.stdout.split("\n")[:-1]]
    wrong = []
    for text, line, answer in zip(texts, lines, wanted):
        first = answer["answers"][0] if answer["answers"] else None
        if line[0] != answer["status"] or line[2] != (first["id"] if first else "") or line[3] != text \
                or first and abs(float(line[1]) - first["confidence"]) > 0.0051:
            wrong.append(f"{text!r}: {line[:3]}")
    complete = all(answer["status"] in ("match", "ambiguous") for answer in wanted)
    report.check(len(lines) == len(texts) and not wrong and answered.returncode == (0 if complete else 1),
                 f"lookup --stdin gives the server's answers, {locale}; status 1 if a line has none", f"status {answered.returncode}", wrong)
    apart = []
    for text, answer in list(zip(texts, wanted))[::10]:
        printed = run(hjelp, "lookup", "--site", site, "--locale", locale, "--format", "json", "--", text).stdout
        if not printed or json.loads(printed) != answer:
            apart.append(text)
    report.check(not apart, f"lookup --format json prints what the server answers, {locale}", f"{len(texts[::10])} queries", apart)


def check_refusals(report, program, name, index):
    """Damaged and missing indexes, one by one."""
    whole = index.read_bytes()
    damaged = bytearray(whole)
    damaged[len(damaged) // 2] ^= 1
    later = bytearray(whole)
    later[4] ^= 0x40
    cases = {"damaged": bytes(damaged), "cut": whole[:-1], "empty": b"", "of another version": bytes(later), "foreign": b"%PDF-1.7\n" * 40}
    said = {}
    with tempfile.TemporaryDirectory() as folder:
        for case, content in cases.items():
            path = pathlib.Path(folder) / f"{case.replace(' ', '-')}.hjx"
            path.write_bytes(content)
            answered = run(program, path, text="hello\n")
            said[case] = (answered.returncode, (answered.stdout + answered.stderr).strip())
        answered = run(program, pathlib.Path(folder) / "missing.hjx", text="hello\n")
        said["missing"] = (answered.returncode, (answered.stdout + answered.stderr).strip())
    wrong = [f"{case}: {status} {text[:200]}" for case, (status, text) in said.items() if status != 2 or not text or "\n" in text]
    report.check(not wrong, f"{name} refuses an index that is {', '.join(said)}", "", wrong)


def check_c_alone(report, program, index, texts):
    lines = "".join(text + "\n" for text in texts)
    once = run(program, index, text=lines)
    threads = run(program, "--threads", 4, index, text=lines)
    report.check(threads.returncode == 0, "four threads at once get the same answers of one index", "", threads.stderr.splitlines()[-STDERR_LINES:])
    bare = run(program, "--bytes", index, text=lines)
    without = lambda found: (*found[:3], [(*match[:6], "", *match[7:]) for match in found[3]])  # noqa: E731
    wrong = [text for text, one, other in zip(texts, once.stdout.splitlines(), bare.stdout.splitlines())
             if without(parsed(one)) != parsed(other)]
    report.check(bare.returncode == 0 and not wrong and bare.stdout, "an index of bytes without texts gives all but the texts", "", wrong)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hjelp")
    parser.add_argument("shared", type=pathlib.Path)
    parser.add_argument("--site", type=pathlib.Path)
    parser.add_argument("--chromium", default=shutil.which("chromium") or "/usr/bin/chromium")
    options = parser.parse_args()
    report = Report()
    BUILT.mkdir(parents=True, exist_ok=True)
    programs = {"the C program": build_c(report), "the Swift program": build_swift(report)}
    with tempfile.TemporaryDirectory() as scratch:
        corpus = options.shared / "corpus/alchemy"
        site = options.site
        if site is None and corpus.is_dir():
            site = build(report, options.hjelp, [corpus / "nb-NO", corpus / "ja-JP"], pathlib.Path(scratch) / "site", base_url=None)
        if site is None:
            report.skip("the answers of the products", f"no corpus in {options.shared}")
        else:
            check_products(report, options, site, {name: path for name, path in programs.items() if path})
    check_element(report, options.hjelp, options.chromium)
    return report.finish()


def check_products(report, options, site, programs):
    port = free_port()
    wanted = {}
    with help_server(options.hjelp, site, "http://localhost", port):
        for locale in ("nb-NO", "ja-JP"):
            texts = queries(options.shared, locale)
            wanted[locale] = texts, ask_server(f"http://127.0.0.1:{port}", texts, locale)
    for locale, (texts, answers) in wanted.items():
        index = site / f"lookup/{locale}.hjx"
        for name, program in programs.items():
            check_answers(report, program, name, index, texts, answers)
        check_command(report, options.hjelp, site, locale, texts, answers)
    index = site / "lookup/nb-NO.hjx"
    for name, program in programs.items():
        check_vectors(report, program, name, index)
        check_refusals(report, program, name, index)
    if "the C program" in programs:
        check_c_alone(report, programs["the C program"], index, wanted["nb-NO"][0][:60])


if __name__ == "__main__":
    sys.exit(main())
