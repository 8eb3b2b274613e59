#!/usr/bin/env python3
"""Lets three servers count unanswered questions in a real PostgreSQL, and breaks what lies between.

    python3 Tests/Integration/unanswered.py HJELP [--plain PROGRAM] [--bin DIR]

HJELP is the program, built with `--traits Server,PostgreSQL`; PROGRAM one without it, which must say so. DIR holds `initdb`, `pg_ctl` and
`psql` (else the newest of `/usr/lib/postgresql/*/bin`). A PostgreSQL server is started in a temporary folder, on a socket alone, as
`postgres` where the script runs as root. What is checked:

- **three servers** that start at once over a database without the table: every count is there, once, and `hjelp unanswered --database`
  gives what the command gives of a file for the same questions;
- **the database goes away**: help is served, it is said once, and every count is there when it is back, on the day when it was asked;
- **an answer that is lost** on its way: the count is not added twice; **a connection that is ended** while nothing is asked: nothing is said;
- **a table that is locked**, and **a database that is there and does not answer**: help is served; a server that is told to stop does so in
  time and says what it loses; once the database goes on every count is there, once;
- **rights**: a role that may not make the table; one that may only add to it; a wrong password, which nothing shows;
- **a database that does not know a letter**: those counts are given up, others are not;
- **addresses** that are none, and a program without PostgreSQL: one clear error.

About 100 s. Standard library and libpq's server alone.
"""
import argparse
import collections
import contextlib
import datetime
import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "Pages")]
from api import q, serving
from postgresql import Database, binaries
from reporting import Report

ARTICLE = "---\ntitle: Printing\n---\n# Printing\n\nThe tray of the printer is empty.\n"
TEXTS = ["the zebra flutes", "quartz \"jig\" vows", "back\\slash {braces}, 'quotes'", "\u00e6\u00f8\u00e5 bl\u00e5b\u00e6r", "\u540c\u671f\u3067\u304d\u307e\u305b\u3093 zebra"]
ROWS = "SELECT locale, text, sum(count)::bigint FROM hjelp_unanswered GROUP BY 1, 2"
SECONDS = 12


def ask(server, text, locale="nb-NO"):
    return server.ask(f"/v1/lookup?q={q(text)}&locale={locale}").status


def until(holds, seconds=SECONDS):
    """Waits for something to become true."""
    deadline = time.monotonic() + seconds
    while not (found := holds()) and time.monotonic() < deadline:
        time.sleep(0.2)
    return found


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def events(server, name):
    return [event for event in server.events() if event.get("event") == name]


def said(servers):
    """What the servers said of their questions."""
    return [event["event"] for server in servers for event in server.events() if event.get("event", "").startswith("unanswered.")]


class Proxy:
    """A socket in a folder of its own before that of the database. Armed, it lets an INSERT through and loses the answer."""

    def __init__(self, folder, target):
        self.folder, self.target, self.armed, self.lost = folder, target, False, 0
        folder.mkdir()
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(str(folder / ".s.PGSQL.5432"))
        self.listener.listen()
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            with contextlib.suppress(OSError):
                client, _ = self.listener.accept()
                threading.Thread(target=self.serve, args=(client,), daemon=True).start()

    def serve(self, client):
        database = socket.socket(socket.AF_UNIX)
        database.connect(str(self.target / ".s.PGSQL.5432"))
        losing = threading.Event()

        def back():
            with contextlib.suppress(OSError):
                while data := database.recv(65536):
                    if losing.is_set():
                        break
                    client.sendall(data)
            if losing.is_set():
                self.lost += 1
            for end in (client, database):
                with contextlib.suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)

        threading.Thread(target=back, daemon=True).start()
        with contextlib.suppress(OSError):
            while data := client.recv(65536):
                if self.armed and b"INSERT INTO" in data:
                    self.armed = False
                    losing.set()
                database.sendall(data)


class Bench:
    """A site, a PostgreSQL server, and addresses of its databases."""

    def __init__(self, hjelp, folder, database):
        self.hjelp, self.folder, self.database = hjelp, folder, database
        content = folder / "content/en-US"
        content.mkdir(parents=True)
        (content / "printing.md").write_text(ARTICLE)
        self.site = folder / "site"
        subprocess.run([hjelp, "build", content.parent, "--output", self.site, "--quiet"], check=True)

    def create(self, name, *options):
        self.database.psql("postgres", "-c", f"CREATE DATABASE {name} {' '.join(options)}")
        return self.address(name)

    def address(self, name, user="postgres", folder=None):
        return f"postgresql://{user}@/{name}?host={folder or self.database.folder}"

    def serving(self, address, *arguments):
        return serving(self.hjelp, "--site", self.site, "--unanswered", address, *arguments)

    def rows(self, name):
        run = self.database.psql(name, "-F", "\t", text=ROWS)
        return {(row[0], row[1]): int(row[2]) for row in (line.split("\t") for line in run.stdout.splitlines())}

    def run(self, *arguments, hjelp=None):
        return subprocess.run([hjelp or self.hjelp, *arguments], capture_output=True, text=True, timeout=30, cwd=self.folder)


def counts(run):
    """What `hjelp unanswered --format json` gives, by locale and text."""
    questions = json.loads(run.stdout)["questions"] if run.returncode == 0 else []
    return {(part["locale"], question["text"]): part["count"] for question in questions for part in question["locales"]}


def check_three(report, bench):
    address, log = bench.create("three"), bench.folder / "log.jsonl"
    with contextlib.ExitStack() as stack:
        servers = [stack.enter_context(bench.serving(address, "--port", free_port())) for _ in range(3)]
        file = stack.enter_context(bench.serving(log))
        asked = collections.Counter()

        def work(number):
            for turn in range(60):
                text = TEXTS[(turn + number) % len(TEXTS)]
                locale = ("nb-NO", "en")[turn % 2]
                ask(servers[number], text, locale)
                asked[locale] += 1

        threads = [threading.Thread(target=work, args=(number,)) for number in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for number in range(3):
            for turn in range(60):
                ask(file, TEXTS[(turn + number) % len(TEXTS)], ("nb-NO", "en")[turn % 2])
        file.stop()
        expected = counts(bench.run("unanswered", log, "--format", "json", "--limit", "100"))
        report.check(sum(expected.values()) == 180 and len(expected) == 10, "the file has every question", f"{len(expected)} texts and locales")
        report.check(until(lambda: bench.rows("three") == expected), "three servers count in one table, each question once",
                     f"{sum(bench.rows('three').values())} of 180")
        report.check(not said(servers), "and say nothing", f"{said(servers)}")
        found = bench.run("unanswered", "--database", address, "--format", "json", "--limit", "100")
        report.check(counts(found) == expected, "hjelp unanswered --database gives what it gives of a file", found.stderr)
        text = bench.run("unanswered", "--database", address, "--site", bench.site)
        report.check(text.returncode == 0 and "asked 180 times" in text.stderr, "and its text too",
                     text.stderr.strip())
        rows = bench.database.ask("three", "SELECT count(DISTINCT server), count(*), min(day)::text, max(day)::text FROM hjelp_unanswered")
        days = {str(datetime.datetime.now(datetime.timezone.utc).date())}
        report.check(rows[0][0] == "3" and int(rows[0][1]) >= 10 and set(rows[0][2:]) <= days, "rows hold server and day", f"{rows}")


def check_away(report, bench):
    address = bench.create("away")
    with bench.serving(address) as first, bench.serving(address) as second:
        servers, asked = [first, second], 0
        for server in servers:
            asked += ask(server, TEXTS[0]) == 200
        until(lambda: sum(bench.rows("away").values()) == 2)
        bench.database.halt()
        begin, statuses = time.monotonic(), []
        while time.monotonic() - begin < 8:
            for server in servers:
                statuses.append(ask(server, TEXTS[len(statuses) % 5]))
            time.sleep(0.1)
        asked += len(statuses)
        report.check(set(statuses) == {200}, "help is served while the database is away", f"{len(statuses)} answers")
        waiting = events(first, "unanswered.waiting") + events(second, "unanswered.waiting")
        report.check(len(waiting) == 2 and all(event["level"] == "error" and event["reason"] for event in waiting),
                     "each server says it once", f"{[event['reason'][:90] for event in waiting]}")
        bench.database.start()
        report.check(until(lambda: sum(bench.rows("away").values()) == asked), "when it is back every count is there",
                     f"{sum(bench.rows('away').values())} of {asked}")
        report.check(until(lambda: said(servers).count("unanswered.resumed") == 2), "and that is said", f"{said(servers)}")
        bench.database.ask("away", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'hjelp'")
        for server in servers:
            asked += ask(server, TEXTS[1]) == 200
        report.check(until(lambda: sum(bench.rows("away").values()) == asked) and len(said(servers)) == 4,
                     "a connection that was ended while nothing was asked is opened again without a word", f"{said(servers)}")
        bench.database.halt()
        for _ in range(5):
            ask(first, TEXTS[2])
        begin = time.monotonic()
        status = first.stop()
        report.check(status == 0 and time.monotonic() - begin < 10, "a server stops in time while the database is away",
                     f"{time.monotonic() - begin:.1f} s, status {status}")
        lost = events(first, "unanswered.dropped")
        report.check(len(lost) == 1 and lost[0].get("questions") == 5, "and says how many questions are lost", f"{lost}")
        bench.database.start()


def check_lost_answer(report, bench):
    bench.create("lost")
    proxy = Proxy(bench.folder / "proxy", bench.database.folder)
    with bench.serving(bench.address("lost", folder=proxy.folder)) as server:
        ask(server, TEXTS[0])
        until(lambda: sum(bench.rows("lost").values()) == 1)
        proxy.armed = True
        for _ in range(4):
            ask(server, TEXTS[0])
        until(lambda: proxy.lost == 1)
        ask(server, TEXTS[1])
        until(lambda: sum(bench.rows("lost").values()) >= 6)
        time.sleep(4)
        rows = bench.rows("lost")
        report.check(proxy.lost == 1 and sum(rows.values()) == 6,
                     "an answer that is lost on its way does not count twice", f"{proxy.lost} lost, {rows}")


def check_locked(report, bench):
    address = bench.create("locked")
    with bench.serving(address) as server:
        ask(server, TEXTS[0])
        until(lambda: sum(bench.rows("locked").values()) == 1)
        holder = subprocess.Popen([str(bench.database.binaries / "psql"), "-X", "-q", "-h", str(bench.database.folder), "-U", "postgres", "-d",
                                   "locked", "-c", "BEGIN; LOCK TABLE hjelp_unanswered; SELECT pg_sleep(60);"],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        begin = time.monotonic()
        slowest = 0
        while time.monotonic() - begin < 7:
            start = time.monotonic()
            ask(server, TEXTS[1])
            slowest = max(slowest, time.monotonic() - start)
            time.sleep(0.1)
        report.check(slowest < 0.5, "a locked table holds up no answer", f"at most {slowest * 1000:.0f} ms")
        begin = time.monotonic()
        status = server.stop()
        seconds = time.monotonic() - begin
        report.check(status == 0 and seconds < 10 and events(server, "unanswered.dropped"), "nor the end of the server", f"{seconds:.1f} s, status {status}")
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    bench.database.ask("locked", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = 'locked'")


def check_silent(report, bench):
    """All processes of the database stand still."""
    address = bench.create("silent")
    with bench.serving(address, "--port", free_port()) as first, bench.serving(address, "--port", free_port()) as second:
        asked = 0
        for server in (first, second):
            asked += ask(server, TEXTS[0]) == 200
        until(lambda: sum(bench.rows("silent").values()) == 2)
        bench.database.signal(signal.SIGSTOP)
        try:
            begin, slowest = time.monotonic(), 0
            while time.monotonic() - begin < 12:
                start = time.monotonic()
                asked += ask(first, TEXTS[asked % 5]) == 200
                slowest = max(slowest, time.monotonic() - start)
                time.sleep(0.1)
            report.check(slowest < 0.5, "a database that does not answer holds up no answer", f"at most {slowest * 1000:.0f} ms")
            waiting = events(first, "unanswered.waiting")
            report.check(len(waiting) == 1 and waiting[0]["reason"] == "it does not answer", "it is said once", f"{waiting}")
            ask(second, TEXTS[1])
            time.sleep(4)
            begin = time.monotonic()
            status = second.stop()
            seconds = time.monotonic() - begin
            lost = events(second, "unanswered.dropped")
            report.check(status == 0 and seconds < 10 and len(lost) == 1 and lost[0].get("questions") == 1,
                         "a server that waits for it stops in time, and says what is lost", f"{seconds:.1f} s, status {status}, {lost}")
        finally:
            bench.database.signal(signal.SIGCONT)
        # What the database took in while it stood still may be there; what was given up as lost, too.
        counted = "SELECT server, sum(count)::bigint FROM hjelp_unanswered GROUP BY 1"
        report.check(until(lambda: max(int(row[1]) for row in bench.database.ask("silent", counted)) == asked - 1),
                     "once it goes on, every count of the other one is there, once", f"{bench.database.ask('silent', counted)}, {asked - 1} asked")


def check_rights(report, bench):
    bench.create("rights")
    bench.database.psql("rights", text="CREATE ROLE adder LOGIN; CREATE ROLE secret LOGIN PASSWORD 'right';")
    access = bench.database.folder / "data/pg_hba.conf"
    access.write_text("local all secret scram-sha-256\nlocal all all trust\n")
    bench.database.psql("rights", text="SELECT pg_reload_conf();")
    with bench.serving(bench.address("rights", "adder")) as server:
        reason = until(lambda: [event["reason"] for event in events(server, "unanswered.waiting")])
        report.check(reason and "permission denied" in reason[0], "a role that may not make the table is told so", f"{reason}")
        ask(server, TEXTS[0])
        run = bench.run("unanswered", "--database", bench.address("rights"))
        report.check(run.returncode == 2 and "it has no table 'hjelp_unanswered'" in run.stderr, "a database without the table is told so", run.stderr.strip())
        bench.create("pattern")
        with bench.serving(bench.address("pattern")) as other:
            until(lambda: bench.database.ask("pattern", "SELECT to_regclass('hjelp_unanswered')")[0][0])
            other.stop()
        dump = subprocess.run([str(bench.database.binaries / "pg_dump"), "-h", str(bench.database.folder), "-U", "postgres", "-s", "pattern"],
                              capture_output=True, text=True, check=True).stdout
        bench.database.psql("rights", text=dump)
        bench.database.psql("rights", text="GRANT SELECT, INSERT, UPDATE ON public.hjelp_unanswered TO adder;")
        report.check(until(lambda: sum(bench.rows("rights").values()) == 1), "once it may add to one, it does", f"{bench.rows('rights')}")
    address = f"postgresql://secret:wr%40ng-geheim@/rights?host={bench.database.folder}&application_name=x"
    with bench.serving(address) as server:
        reason = until(lambda: [event["reason"] for event in events(server, "unanswered.waiting")])
        ask(server, TEXTS[0])
        server.stop()
        report.check(reason and "password authentication failed" in reason[0], "a wrong password is told", f"{reason}")
        report.check("geheim" not in "".join(server.lines) and "secret" in "".join(server.lines), "and not shown in the log")
    os.environ["HJELP_UNANSWERED"] = address
    shown = bench.run("config", "content")
    del os.environ["HJELP_UNANSWERED"]
    report.check("geheim" not in shown.stdout + shown.stderr and "postgresql://secret@/rights" in shown.stdout, "nor by hjelp config",
                 next((line for line in shown.stdout.splitlines() if "postgresql" in line), shown.stderr))
    bench.database.psql("rights", text="GRANT SELECT, INSERT, UPDATE ON public.hjelp_unanswered TO secret;")
    os.environ["PGPASSWORD"] = "right"
    with bench.serving(bench.address("rights", "secret")) as server:
        ask(server, TEXTS[1])
        report.check(until(lambda: sum(bench.rows("rights").values()) == 2), "the password may come from the environment")
    del os.environ["PGPASSWORD"]


def check_letters(report, bench):
    address = bench.create("latin", "TEMPLATE template0", "ENCODING LATIN1", "LC_COLLATE 'C'", "LC_CTYPE 'C'")
    with bench.serving(address) as server:
        ask(server, TEXTS[4])
        lost = until(lambda: events(server, "unanswered.dropped"))
        ask(server, TEXTS[3])
        kept = until(lambda: sum(bench.rows("latin").values()) == 1)
        report.check(lost and kept, "what a database has no letters for is given up and said, the rest is kept",
                     f"{[event['reason'] for event in lost or []]}, {bench.rows('latin')}")


def check_addresses(report, bench, plain):
    wrong = []
    serve = ["serve", "--site", bench.site, "--port", "0", "--unanswered"]
    cases = [([*serve, "mysql://x/y"], "--unanswered must be a file, or a database"),
             ([*serve, "postgresql://u:geheim@h/d?nonsense=1"], "cannot be used: invalid URI query parameter"),
             ([*serve, "postgresql://u:geheim@h/d?host"], "cannot be used:"), ([*serve, "postgresql://[::1:geheim"], "cannot be used:"),
             (["unanswered", "--database", "help.jsonl"], "--database must be an address"), (["unanswered"], "name a log, or a database"),
             (["unanswered", "a.jsonl", "--database", "postgresql://h/d"], "name either logs or --database"),
             (["unanswered", "--database", "postgresql://u:geheim@127.0.0.1:1/d"], "'postgresql://u@127.0.0.1:1/d' cannot be read: connection to server")]
    for arguments, message in cases:
        run = bench.run(*arguments)
        if run.returncode != 2 or message not in run.stderr or ("geheim" in run.stderr and "[" not in str(arguments)):
            wrong.append(f"{arguments[-1]}: status {run.returncode}, {run.stderr.strip()}")
    report.check(not wrong, "addresses that are none: one clear error, without the password", f"{len(cases)} cases", wrong)
    if plain is None:
        report.skip("a program without PostgreSQL says so", "--plain is not given")
        return
    runs = [bench.run(*arguments, hjelp=plain) for arguments in ([*serve, "postgresql://h/d"], ["unanswered", "--database", "postgresql://h/d"])]
    report.check(all(run.returncode == 2 and "built without PostgreSQL; build it with '--traits Server,PostgreSQL'" in run.stderr for run in runs),
                 "a program without PostgreSQL says so", runs[0].stderr.strip())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hjelp", type=pathlib.Path)
    parser.add_argument("--plain", type=pathlib.Path)
    parser.add_argument("--bin", type=pathlib.Path)
    options = parser.parse_args()
    report = Report()
    programs = binaries(options.bin)
    if not programs:
        report.skip("questions in PostgreSQL", "it is not installed; apt-get install postgresql")
        return report.finish()
    with tempfile.TemporaryDirectory() as name:
        database = Database(programs)
        try:
            bench = Bench(options.hjelp.resolve(), pathlib.Path(name), database)
            for check in (check_three, check_away, check_lost_answer, check_locked, check_silent, check_rights, check_letters):
                check(report, bench)
            check_addresses(report, bench, options.plain.resolve() if options.plain else None)
        finally:
            database.stop()
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
