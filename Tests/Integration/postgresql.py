#!/usr/bin/env python3
"""Loads `hjelp export postgresql` into a real PostgreSQL and asks it what Hjelp is asked; looks at the shape of `export opensearch`.

    python3 Tests/Integration/postgresql.py HJELP SHARED [--bin DIR]

HJELP is the program, SHARED the folder with `corpus` and `lookup/dev.jsonl`; DIR holds `initdb`, `pg_ctl` and `psql` (else the newest of
`/usr/lib/postgresql/*/bin`). A server is started in a temporary folder, on a socket alone, as `postgres` where the script runs as root.
What is checked:

- **answers**: for every exact string and code of the development queries, `hjelp_lookup` gives the first article that `hjelp lookup` gives;
  status and confidence too, but for codes with other text around them (the database asks for the code alone) and for strings that are
  parts of a text (no confidence); for unknown codes none; a code is found in each of its spellings;
- **nothing of its own**: over all queries, where the database is sure, Hjelp is;
- **two databases**, one of the locale C.UTF-8, one of C: the same answers;
- **locales**: the one that serves is the one that Hjelp chooses;
- **texts** with tabs, backslashes and quotation marks arrive as they are; a declared error is found, one with a hole is not;
- **a second load** takes the place of the first, whole;
- **a folder** that is not empty is refused and left alone;
- **OpenSearch**: `_bulk` lines in pairs, only fields that the mapping names, every article of every locale once. No server is asked.

Time and size of the load are printed. Without PostgreSQL its part is skipped. About 60 s on 2 cores. Standard library only.
"""
import argparse
import collections
import contextlib
import json
import os
import pathlib
import pwd
import shutil
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Pages"))
from reporting import Report, build

SCRIPTS = ("schema.sql", "load.sql", "lookup.sql")
# Wanted locales, and a string that every locale of the site has an answer for.
WANTED = ("nb-NO", "nb", "no", "nn-NO", "NB_no", "nb-SJ", "ja", "ja-JP", "en-US", "en-GB", "de-DE", "zh-TW", "")
MANNERS = """---
title: 'Manners: C:\\new\\table and "quotes"'
errors:
- The tray \\N of printer 7 has lost its lid
- The tray {number} has gone on holiday
---
# Manners: C:\\\\new\\\\table and "quotes"

The line ends with \\\\. and a **tab\tin bold letters**, `\\N` and Blåbærsyltetøy.
"""


class Database:
    """A PostgreSQL server in a folder of its own, on a socket alone."""

    def __init__(self, binaries):
        self.binaries = binaries
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="hjelp-pg-"))
        self.user = "postgres"
        self.prefix = []
        if os.geteuid() == 0:
            account = pwd.getpwnam("postgres")
            os.chown(self.folder, account.pw_uid, account.pw_gid)
            self.prefix = ["setpriv", f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups"]
        try:
            self.control("initdb", "-D", "data", "-U", self.user, "--encoding=UTF8", "--locale=C.UTF-8", "--auth=trust", "--no-sync")
            self.start()
        except subprocess.CalledProcessError:
            shutil.rmtree(self.folder)
            raise

    def start(self):
        options = f"-k {self.folder} -c listen_addresses= -c fsync=off"
        self.control("pg_ctl", "-D", "data", "-o", options, "-l", "log", "-w", "start")

    def halt(self):
        """Ends the server as a crash would."""
        self.control("pg_ctl", "-D", "data", "-m", "immediate", "-w", "stop")

    def signal(self, number):
        """Sends a signal to all processes of the server."""
        main = int((self.folder / "data/postmaster.pid").read_text().split()[0])
        children = pathlib.Path(f"/proc/{main}/task/{main}/children").read_text().split()
        for process in [main, *map(int, children)]:
            # One may have ended by itself.
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, number)

    def control(self, program, *arguments):
        """Runs a program of the server as the user that the server runs as."""
        subprocess.run([*self.prefix, str(self.binaries / program), *arguments], cwd=self.folder, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env={**os.environ, "HOME": str(self.folder)})

    def psql(self, database, *arguments, text=None, folder=None):
        command = [str(self.binaries / "psql"), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", str(self.folder), "-U", self.user,
                   "-d", database, *arguments]
        environment = {**os.environ, "PGCLIENTENCODING": "UTF8"}
        return subprocess.run(command, input=text, capture_output=True, text=True, cwd=folder, env=environment)

    def ask(self, database, query):
        run = self.psql(database, "-F", "\t", text=query)
        if run.returncode:
            raise RuntimeError(run.stderr)
        return [line.split("\t") for line in run.stdout.splitlines()]

    def load(self, database, export):
        """Runs the scripts of an export as the help says; gives the seconds, or the error."""
        started = time.monotonic()
        run = self.psql(database, *[part for script in SCRIPTS for part in ("-f", script)], folder=export)
        return time.monotonic() - started, run.stderr

    def lookup(self, database, queries):
        """What `hjelp_lookup` answers to (text, locale) pairs: status, confidence, article; and the seconds of it all."""
        rows = "".join(f"{number}\t{copy_text(text)}\t{copy_text(locale)}\n" for number, (text, locale) in enumerate(queries))
        script = ("CREATE TEMP TABLE asked (number integer, text text, locale text);\n"
                  f"COPY asked FROM STDIN;\n{rows}\\.\n"
                  "SELECT a.number, l.status, round(l.confidence::numeric, 2), l.article\n"
                  "FROM asked AS a CROSS JOIN LATERAL hjelp_lookup(a.text, a.locale, 1) AS l;\n")
        started = time.monotonic()
        found = {int(row[0]): tuple(row[1:]) for row in self.ask(database, script)}
        return [found.get(number, ("none", "", "")) for number in range(len(queries))], time.monotonic() - started

    def times(self, database, queries):
        """The median and the longest time of single statements, in ms, as psql's `\\timing` gives them."""
        literals = ("$q$" + text + "$q$, '" + locale + "'" for text, locale in queries)
        script = "\\timing on\n" + "".join(f"SELECT count(*) FROM hjelp_lookup({literal});\n" for literal in literals)
        times = sorted(float(row[0].split()[1]) for row in self.ask(database, script) if row[0].startswith("Time:"))
        return times[len(times) // 2], times[-1]

    def stop(self):
        try:
            self.halt()
        finally:
            shutil.rmtree(self.folder)


def copy_text(text):
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def hjelp_answers(hjelp, site, queries):
    """What `hjelp lookup --stdin` answers to (text, locale) pairs: status, confidence, article."""
    numbers = collections.defaultdict(list)
    for number, (_, locale) in enumerate(queries):
        numbers[locale].append(number)
    answers = [None] * len(queries)
    for locale, asked in numbers.items():
        lines = "".join(queries[number][0].replace("\n", " ") + "\n" for number in asked)
        run = subprocess.run([hjelp, "lookup", "--stdin", "--site", site, "--locale", locale], input=lines, capture_output=True, text=True)
        for number, line in zip(asked, run.stdout.splitlines(), strict=True):
            status, confidence, article, _ = line.split("\t", 3)
            answers[number] = (status, confidence, article) if status != "none" else ("none", "", "")
    return answers


def binaries(named):
    found = [named] if named else sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name))
    return next((path for path in reversed(found) if all((path / name).exists() for name in ("initdb", "pg_ctl", "psql"))), None)


def export(report, hjelp, target, site, output):
    started = time.monotonic()
    run = subprocess.run([hjelp, "export", target, "--site", site, "--output", output], capture_output=True, text=True)
    size = sum(path.stat().st_size for path in output.iterdir()) / 1e6 if output.is_dir() else 0
    report.check(run.returncode == 0, f"{site.name} is exported for {target}",
                 f"{time.monotonic() - started:.1f} s, {size:.1f} MB; {run.stderr.strip()}")
    return output


def same(report, claim, queries, theirs, ours):
    """The answers of the database against those of Hjelp."""
    different = [f"{query}: {got}, Hjelp {expected}" for query, got, expected in zip(queries, theirs, ours) if got != expected]
    report.check(queries and not different, claim, f"{len(queries) - len(different)} of {len(queries)}", different)


def check_refusals(report, hjelp, site, folder):
    full = folder / "full"
    full.mkdir()
    (full / "mine").write_text("mine")
    run = subprocess.run([hjelp, "export", "postgresql", "--site", site, "--output", full], capture_output=True, text=True)
    expected = f"error: '{full}' is not empty; name another folder with --output\n"
    report.check(run.returncode == 2 and run.stderr == expected and [path.name for path in full.iterdir()] == ["mine"],
                 "a folder that is not empty is refused and left alone", f"status {run.returncode}: {run.stderr.strip()}")
    empty = folder / "empty"
    empty.mkdir()
    run = subprocess.run([hjelp, "export", "opensearch", "--site", site, "--output", empty, "--quiet"], capture_output=True, text=True)
    report.check(run.returncode == 0 and (empty / "index.json").exists(), "an empty folder is taken", f"status {run.returncode} {run.stderr}")
    report.check(not list(folder.glob(".*.hjelp-new")), "nothing is left beside it")


def check_queries(report, database, hjelp, site, queries):
    """Every exact string and code, the unknown codes, and what is answered to all the others."""
    def asked(*prefixes):
        return [(query["text"], query["locale"]) for query in queries if query["set"].startswith(prefixes)]

    for claim, prefix in (("exact strings", "exact"), ("codes", "code")):
        chosen = asked(prefix)
        theirs, seconds = database.lookup("site", chosen)
        median, most = database.times("site", chosen)
        ours = hjelp_answers(hjelp, site, chosen)
        same(report, f"{claim} find the article that Hjelp finds", chosen, [answer[2] for answer in theirs], [answer[2] for answer in ours])
        report.note(f"{seconds / len(chosen) * 1000:.2f} ms a query where all are asked at once; one by one median {median} ms, at most {most} ms")
        own = [number for number, answer in enumerate(theirs) if answer[1] and (prefix == "exact" or " " not in chosen[number][0])]
        same(report, f"{claim} of their own: status and confidence too", [chosen[number] for number in own],
             [theirs[number] for number in own], [ours[number] for number in own])
        other, _ = database.lookup("other", chosen)
        same(report, f"{claim}: the same by a database of the locale C", chosen, other, theirs)
    unknown = asked("neg-code")
    theirs, _ = database.lookup("site", unknown)
    same(report, "unknown codes have no answer", unknown, [answer[2] for answer in theirs], [""] * len(unknown))
    chosen = asked("")
    theirs, _ = database.lookup("site", chosen)
    ours = hjelp_answers(hjelp, site, chosen)
    sure = [number for number, answer in enumerate(theirs) if answer[0] in ("match", "ambiguous")]
    different = [chosen[number] for number in sure if theirs[number][2] != ours[number][2]]
    same(report, "of all queries, where the database is sure, Hjelp is", [chosen[number] for number in sure],
         [True] * len(sure), [ours[number][0] in ("match", "ambiguous") for number in sure])
    report.note(f"{len(different)} of them have another article first")
    report.list(different, 5)


def check_spellings(report, database, hjelp, site, exported):
    rows = [line.split("\t") for line in (exported / "codes.tsv").read_text().splitlines()]
    spelled = collections.Counter(row[1] for row in rows)
    numbers = [(row[2], row[0]) for row in rows if spelled[row[1]] > 3]
    for claim, change in (("each spelling of a number", lambda form: form),
                          ("each spelling in a line of text", lambda form: f"予期しない ({form.upper().replace('0X', '0x')}). Slutt")):
        chosen = [(change(form.replace("0x", "0x0") if len(form) < 10 else form), locale) for form, locale in numbers]
        theirs, _ = database.lookup("site", chosen)
        ours = hjelp_answers(hjelp, site, [(form, locale) for form, locale in numbers])
        same(report, claim, chosen, [answer[2] for answer in theirs], [answer[2] for answer in ours])


def check_locales(report, database, hjelp, site):
    text = "AADSTS50011"
    rows = database.ask("site", "".join(f"SELECT '{tag}', page_locale, url FROM hjelp_lookup('{text}', '{tag}', 1);\n" for tag in WANTED))
    expected = []
    for tag in WANTED:
        locale = ["--locale", tag.replace("_", "-")] if tag else []
        run = subprocess.run([hjelp, "lookup", text, "--site", site, "--format", "json", *locale], capture_output=True, text=True)
        best = json.loads(run.stdout)["answers"][0]
        expected.append([tag, best["locale"], best["url"]])
    report.check(rows == expected, "the locale that serves is the one that Hjelp chooses", f"{len(rows)} wanted ones", [rows, expected])


def check_manners(report, database, hjelp, folder):
    """A site of one article whose texts hold what COPY gives a meaning to."""
    article = folder / "manners/en-US/manners.md"
    article.parent.mkdir(parents=True)
    article.write_text(MANNERS)
    site = build(report, hjelp, [folder / "manners"], folder / "manners-site")
    exported = export(report, hjelp, "postgresql", site, folder / "manners-pg")
    _, error = database.load("site", exported)
    report.check(not error, "the small site is loaded", error)
    rows = database.ask("site", "SELECT title, url FROM hjelp.articles;")
    wanted = [['Manners: C:\\new\\table and "quotes"', "https://help.example.com/docs/en-US/manners.html"]]
    report.check(rows == wanted, "backslashes and quotation marks arrive as they are", "", [rows, wanted])
    count = database.ask("site", r"SELECT count(*) FROM hjelp.passages WHERE text LIKE '%ends with \\. and a tab%' AND text LIKE '%\\N%';")
    report.check(count == [["1"]], "and in passages", "", [count])
    for claim, text, expected in (
            ("a declared error is found", "THE TRAY \\N of printer 7: has lost its lid!", "manners"),
            ("marks on letters make no difference", "The line ends with \\. and a tab in bold letters, \\N and BLABÆRSYLTETØY.", "manners"),
            ("a part of a text is a candidate", "line ends with and a tab in bold", "manners"),
            ("a declared error with a hole is not", "The tray 5 has gone on holiday", ""),
            ("an empty text is none", " … ", "")):
        answers, _ = database.lookup("site", [(text, "en-US")])
        report.check(answers[0][2] == expected, claim, str(answers[0]))


def check_database(report, options, folder, site, exported, queries):
    programs = binaries(options.bin)
    if not programs:
        report.skip("answers of PostgreSQL", "it is not installed; apt-get install postgresql")
        return
    try:
        database = Database(programs)
    except (KeyError, subprocess.CalledProcessError) as error:
        report.check(False, "PostgreSQL starts", "", [error, getattr(error, "stderr", "")])
        return
    try:
        database.psql("postgres", "-c", "CREATE DATABASE site")
        database.psql("postgres", "-c", "CREATE DATABASE other TEMPLATE template0 LOCALE 'C'")
        report.note(database.ask("site", "SELECT version();")[0][0])
        check_manners(report, database, options.hjelp, folder)
        for name in ("site", "other"):
            seconds, error = database.load(name, exported)
            size = database.ask(name, "SELECT sum(pg_total_relation_size(oid)) FROM pg_class"
                                      " WHERE relnamespace = to_regnamespace('hjelp') AND relkind = 'r';")[0][0]
            report.check(not error, f"the database {name} is loaded", f"{seconds:.1f} s, {int(size) / 1e6:.0f} MB with indexes{error}")
        left = database.ask("site", "SELECT count(*) FROM hjelp.articles WHERE id = 'manners';"
                                    " SELECT count(*) FROM pg_namespace WHERE nspname = 'hjelp_next';")
        report.check(left == [["0"], ["0"]], "the second load took the place of the first", "", [left])
        clashes = database.ask("site", "SELECT count(*) FROM (SELECT FROM hjelp.phrases GROUP BY locale, key HAVING min(article) <> max(article)) AS k;"
                                       " SELECT count(DISTINCT (locale, key)) FROM hjelp.phrases;")
        report.note(f"{clashes[0][0]} of {clashes[1][0]} keys belong to texts that Hjelp tells apart and answers with different articles")
        check_queries(report, database, options.hjelp, site, queries)
        check_spellings(report, database, options.hjelp, site, exported)
        check_locales(report, database, options.hjelp, site)
    finally:
        database.stop()


def fields_outside(document, properties):
    """The names in a document that its mapping does not know, and those whose type is not the mapping's."""
    types = {"keyword": str, "text": str, "boolean": bool}
    for name, value in document.items():
        if name not in properties:
            yield name
        elif "properties" in properties[name]:
            for part in value:
                yield from (f"{name}.{inner}" for inner in fields_outside(part, properties[name]["properties"]))
        elif not all(isinstance(part, types[properties[name]["type"]]) for part in (value if isinstance(value, list) else [value])):
            yield name


def check_opensearch(report, exported, tables):
    properties = json.loads((exported / "index.json").read_text())["mappings"]["properties"]
    ids = collections.Counter()
    wrong, articles = [], set()
    passages = codes = 0
    files = sorted(exported.glob("bulk-*.ndjson"))
    for path in files:
        text = path.read_text()
        lines = text.split("\n")
        if lines.pop() != "" or len(lines) % 2:
            wrong.append(f"{path.name}: the lines are no pairs, or the last one has no end")
        for action, line in zip(lines[::2], lines[1::2]):
            action, document = json.loads(action), json.loads(line)
            identifier = f"{document['locale']}/{document['id']}"
            if action != {"index": {"_id": identifier}}:
                wrong.append(action)
            wrong += [f"{identifier}: {name}" for name in fields_outside(document, properties)]
            ids[identifier] += 1
            articles.add((document["locale"], document["id"], document["url"], document["title"]))
            passages += len(document["passages"])
            codes += len(document["codes"])
    wrong += [f"{identifier} stands {count} times" for identifier, count in ids.items() if count > 1]
    report.check(files and not wrong, "the documents for OpenSearch have the right shape",
                 f"{len(ids)} documents, {passages} passages, {codes} spellings of codes in {len(files)} files", wrong)
    largest = max((path.stat().st_size for path in files), default=0)
    report.check(largest < 10e6, "each file is far below what OpenSearch takes in one request", f"{largest / 1e6:.1f} MB")
    rows = [line.split("\t") for line in (tables / "articles.tsv").read_text().splitlines()]
    report.check(articles == {tuple(row[:4]) for row in rows}, "every article of every locale is there", str(len(rows)))
    count = len((tables / "passages.tsv").read_text().splitlines())
    report.check(passages == count, "and every passage", str(count))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("hjelp")
    parser.add_argument("shared", type=pathlib.Path)
    parser.add_argument("--bin", type=pathlib.Path)
    options = parser.parse_args()
    report = Report()
    corpus = options.shared / "corpus/alchemy"
    queries = [json.loads(line) for line in (options.shared / "lookup/dev.jsonl").read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        site = build(report, options.hjelp, [corpus / "nb-NO", corpus / "ja-JP"], folder / "site", base_url=None)
        if not site:
            return report.finish()
        tables = export(report, options.hjelp, "postgresql", site, folder / "pg")
        again = export(report, options.hjelp, "postgresql", site, folder / "again")
        report.check(all((again / path.name).read_bytes() == path.read_bytes() for path in tables.iterdir()), "the same files each time")
        documents = export(report, options.hjelp, "opensearch", site, folder / "os")
        check_refusals(report, options.hjelp, site, folder)
        check_opensearch(report, documents, tables)
        check_database(report, options, folder, site, tables, queries)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
