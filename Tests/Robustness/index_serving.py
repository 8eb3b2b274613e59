"""The part of `indexes.py` that serves: sites that are damaged, replaced or copied by halves while clients ask, and the end under load."""

import ctypes
import gzip
import hashlib
import http.client
import json
import os
import posixpath
import random
import re
import shutil
import signal
import subprocess
import threading
import time
import urllib.parse

from reporting import CONTENT

LOCALE = "nb-NO"
INDEX = f"lookup/{LOCALE}.hjx"
# What Content/en-US/directory-not-synchronizing.md declares; a number behind it makes it a question of its own, which no cache holds.
TEXT = "no recent synchronization"
ANSWER = "directory-not-synchronizing"
PAGE = f"{LOCALE}/{ANSWER}.html"
# The seconds within which a release must be taken over or refused: the server looks at it once a second.
WAIT = 3.0
# The seconds that a client waits between two requests.
PAUSE = 0.002
ASSET = re.compile(rb'(?:href|src)="([^"]*assets/[^"]+)"')


class Releases:
    """Two releases of Content: in B another word ends each article, and the owner's style sheet is another one."""

    def __init__(self, hjelp, scratch):
        self.hjelp, self.content, self.site, self.files, self.hash = hjelp, {}, {}, {}, {}
        for name, word in (("A", "alpha"), ("B", "gamma")):
            content = self.content[name] = scratch / f"content-{name}"
            shutil.copytree(CONTENT, content)
            for article in content.rglob("*.md"):
                article.write_bytes(article.read_bytes() + f"\n\nThis is release {word}.\n".encode())
            (content / "own.css").write_text(f"/* release {word} */\n")
            with (content / "hjelp.yml").open("a") as configuration:
                configuration.write("\nstylesheet: own.css\n")
            site = self.site[name] = scratch / f"built-{name}"
            self.build(name, site)
            self.files[name] = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
            self.hash[name] = hashlib.sha256(self.files[name]["manifest.json"]).hexdigest()
        self.pages = sorted(path for path in self.files["A"] if path.endswith(".html"))

    def build(self, name, output):
        subprocess.run([self.hjelp, "build", self.content[name], "--output", output, "--quiet"], check=True, capture_output=True)

    def answer(self, name):
        """The answer of the command to a question that ends with a number, without the question itself."""
        command = [self.hjelp, "lookup", f"{TEXT} 1234567", "--site", self.site[name], "--locale", LOCALE, "--format", "json"]
        return without_query(subprocess.run(command, check=True, capture_output=True).stdout)


def without_query(body):
    answer = json.loads(body)
    answer.pop("query", None)
    return answer


class Server:
    """A server of a site; its address stands in the first line of its log."""

    def __init__(self, hjelp, site, log):
        self.log = log
        with log.open("wb") as errors:
            self.process = subprocess.Popen([hjelp, "serve", "--site", site, "--port", "0", "--log-format", "json"],
                                            stdout=subprocess.DEVNULL, stderr=errors)
        end = time.monotonic() + 20
        while not (found := re.search(r'"event":"server.started","address":"http://127.0.0.1:(\d+)/"', log.read_text("utf-8"))):
            if time.monotonic() > end or self.process.poll() is not None:
                raise SystemExit(f"the server does not start: {log.read_text('utf-8')}")
            time.sleep(0.02)
        self.port = int(found[1])

    def get(self, path):
        """Status and body of one GET on a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", "/" + path)
        reply = connection.getresponse()
        body = reply.read()
        connection.close()
        return reply.status, body

    def ready_when(self, holds):
        """What /readyz says as soon as `holds` is true of it, else after WAIT; and whether it was."""
        end = time.monotonic() + WAIT
        while True:
            ready = json.loads(self.get("readyz")[1])
            if holds(ready) or time.monotonic() > end:
                return ready, holds(ready)
            time.sleep(0.05)

    def refuses(self, report, claim, named, release):
        """Checks that /readyz says why the release that lies there is refused, and that the old one stays."""
        ready, holds = self.ready_when(lambda ready: named in ready.get("refused", "") and "refused" in ready)
        report.check(holds and ready["release"] == release, claim, ready.get("refused", "it says nothing"))

    def serves(self, report, claim, release):
        """Checks that /readyz names this release, and nothing that is refused."""
        ready, holds = self.ready_when(lambda ready: "refused" not in ready and ready["release"] == release)
        report.check(holds, claim, "" if holds else json.dumps(ready))

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(20)


class Client(threading.Thread):
    """Asks over a connection that it keeps, until told to stop; `ask` makes a request, and gives what is wrong with the reply."""

    def __init__(self, port, ask, seed):
        super().__init__()
        self.ask, self.noise = ask, random.Random(seed)
        self.count, self.faults, self.stopping, self.ending, self.sent = 0, [], False, None, None
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=15)

    def request(self, path, body=None, headers=None):
        """Status and body of a request; raises where there is no whole reply."""
        self.sent = None
        self.connection.request("POST" if body else "GET", "/" + path, body, headers or {})
        self.sent = time.monotonic()
        reply = self.connection.getresponse()
        data = reply.read()
        if reply.getheader("Content-Encoding") == "gzip":
            data = gzip.decompress(data)
        self.count += 1
        return reply.status, data

    def run(self):
        while not self.stopping:
            try:
                fault = self.ask(self)
            except (OSError, http.client.HTTPException, ValueError, EOFError) as error:
                self.connection.close()
                fault = repr(error)
                if self.ending:
                    # What was sent before the end must be answered; later nobody need listen, but a reply that begins must be whole.
                    is_begun = isinstance(error, http.client.IncompleteRead | ValueError | EOFError)
                    if is_begun or self.sent and self.sent < self.ending:
                        self.faults.append(f"{fault}, sent {(self.ending - self.sent) * 1000:.1f} ms before the end")
                    return
            if fault:
                self.faults.append(fault)
            # The server and this script share the processors.
            time.sleep(PAUSE)


class Clients:
    """Several clients at once; client N asks as number N of `asks`, in turns."""

    def __init__(self, port, asks, count):
        self.all = [Client(port, asks[number % len(asks)], number) for number in range(count)]
        for client in self.all:
            client.start()

    def end(self, server):
        """Sends SIGTERM while they ask; gives the server's exit status."""
        moment = time.monotonic()
        for client in self.all:
            client.ending = moment
        return server.stop()

    def stop(self):
        """How many replies there were, and the faults."""
        for client in self.all:
            client.stopping = True
        for client in self.all:
            client.join()
        return sum(client.count for client in self.all), [fault for client in self.all for fault in client.faults]


def lookup(client):
    """A lookup that nobody made before, by GET or POST."""
    text = f"{TEXT} {client.noise.randrange(10 ** 6, 10 ** 7)}"
    if client.noise.random() < 0.5:
        return client.request(f"v1/lookup?q={urllib.parse.quote(text)}&locale={LOCALE}")
    return client.request("v1/lookup", json.dumps({"text": text, "locale": LOCALE}), {"Content-Type": "application/json"})


def exchange(first, second):
    """Exchanges two folders in one step, as `hjelp build` does."""
    current_folder, exchanges = -100, 2
    if ctypes.CDLL(None, use_errno=True).renameat2(current_folder, os.fsencode(first), current_folder, os.fsencode(second), exchanges):
        raise OSError(ctypes.get_errno(), "renameat2")


# Damage.

def check_damage(report, releases, scratch, each):
    """A site that is damaged while it is served; `each` is 1 for all ways, 2 for every second one."""
    site = scratch / "damaged"
    shutil.copytree(releases.site["A"], site)
    right = releases.answer("A")
    right["locale"]["requested"] = LOCALE
    report.check(right["status"] == "match" and right["answers"][0]["id"] == ANSWER, "the question has its answer before the damage")

    def ask(client):
        status, body = lookup(client)
        return "" if status == 200 and without_query(body) == right else f"status {status}: {body[:300]!r}"

    server = Server(releases.hjelp, site, scratch / "damaged.log")
    clients = Clients(server.port, [ask], 4)
    try:
        damage_in_place(report, server, site, releases.hash["A"], each)
        replace_whole(report, server, site, releases, scratch, each)
        count, faults = clients.stop()
        report.check(not faults and count > 200, "every lookup while the site is damaged is answered as before", f"{count} lookups, {len(faults)} wrong", faults)
        shutil.copytree(releases.site["B"], scratch / "good")
        exchange(scratch / "good", site)
        server.serves(report, "a good release in its place is served", releases.hash["B"])
        status, body = server.get(PAGE)
        report.check(status == 200 and body == releases.files["B"][PAGE], "and its pages are there", f"status {status}")
    finally:
        clients.stop()
        lives = server.process.poll() is None
        status = server.stop()
        report.check(lives and status == 0, "the server lives through all of it", f"status {status}")


def damage_in_place(report, server, site, release, each):
    """The file is changed, and the manifest is not: SIGHUP asks the server to look."""
    file, good = site / INDEX, (site / INDEX).read_bytes()

    def overwrite():
        with file.open("r+b") as opened:
            opened.write(random.Random(3).randbytes(len(good)))

    def put(data):
        beside = file.with_suffix(".new")
        beside.write_bytes(data)
        beside.replace(file)

    kinds = {
        "cut in place to a half": lambda: os.truncate(file, len(good) // 2), "cut in place to nothing": lambda: os.truncate(file, 0),
        "overwritten in place with noise": overwrite, "replaced by a damaged one": lambda: put(good[:-1] + b"\x00"), "deleted": file.unlink,
    }
    unasked = 0
    for what, damage in list(kinds.items())[::each]:
        damage()
        time.sleep(1.3)
        unasked += b'"refused"' in server.get("readyz")[1]
        server.process.send_signal(signal.SIGHUP)
        server.refuses(report, f"an index that is {what} is named by /readyz after SIGHUP", INDEX, release)
        put(good)
        server.process.send_signal(signal.SIGHUP)
        server.serves(report, "and no more once it is repaired", release)
    report.note(f"without SIGHUP, damage that leaves the manifest alone was seen in {unasked} of {len(list(kinds)[::each])} cases")


def replace_whole(report, server, site, releases, scratch, each):
    """Another release comes in the place of the whole folder, and is not as it should be."""
    release = releases.hash["A"]

    def half(folder):
        files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "manifest.json")
        for path in files[len(files) // 2:]:
            path.unlink()

    def link(folder):
        (folder / INDEX).rename(folder / "moved")
        (folder / INDEX).symlink_to(folder / "moved")

    def damaged_index(folder):
        data = (folder / INDEX).read_bytes()
        (folder / INDEX).write_bytes(data[:-1] + bytes([data[-1] ^ 1]))

    def known_damage(folder):
        known = hashlib.sha256((folder / INDEX).read_bytes()).hexdigest()
        damaged_index(folder)
        manifest = (folder / "manifest.json").read_text()
        (folder / "manifest.json").write_text(manifest.replace(known, hashlib.sha256((folder / INDEX).read_bytes()).hexdigest()))

    def write(path, text):
        return lambda folder: (folder / path).write_text(text)

    outside = '{"generator":"hjelp","version":1,"source":"en-US","locales":["en-US"],"files":[{"path":"../secret","size":1,"hash":"' + "0" * 64 + '"}]}\n'
    kinds = {
        "whose index is damaged": (damaged_index, INDEX),
        "whose index is damaged, as its manifest knows": (known_damage, INDEX),
        "whose index is a link": (link, INDEX),
        "whose page is another one": (write(PAGE, "<!doctype html>\n"), PAGE),
        "of which one half is copied": (half, "cannot be read"),
        "without a manifest": (lambda folder: (folder / "manifest.json").unlink(), "manifest.json"),
        "whose manifest is cut": (lambda folder: os.truncate(folder / "manifest.json", 5000), "manifest.json"),
        "whose manifest is another program's": (write("manifest.json", '{"generator":"other"}\n'), "manifest.json"),
        "whose manifest leads out of the folder": (write("manifest.json", outside), "manifest.json"),
    }
    for what, (change, named) in list(kinds.items())[::each]:
        bad = scratch / "bad"
        shutil.copytree(releases.site["B"], bad)
        change(bad)
        exchange(bad, site)
        server.refuses(report, f"a release {what} is refused, and /readyz says why", named, release)
        exchange(bad, site)
        server.serves(report, "and no more once the old one is there again", release)
        shutil.rmtree(bad)
    aside = scratch / "aside"
    site.rename(aside)
    server.refuses(report, "a folder that is gone is refused, and /readyz says so", site.name, release)
    aside.rename(site)
    server.serves(report, "and no more once it is there again", release)


# Swaps.

def named_assets(path, body):
    """The paths of the assets that a page names."""
    return [posixpath.normpath(posixpath.join(posixpath.dirname(path), link.decode().lstrip("/"))) for link in ASSET.findall(body)]


def check_swaps(report, releases, scratch, swaps):
    """Releases replace each other under load: by a link, by an exchange of folders, and by `hjelp build`."""
    live = scratch / "live"
    shutil.copytree(releases.site["A"], scratch / "slot")
    live.symlink_to("slot")
    right = {name: releases.answer(name) for name in "AB"}
    for answer in right.values():
        answer["locale"]["requested"] = LOCALE

    def page(client):
        path = client.noise.choice(releases.pages)
        accepted = {"Accept-Encoding": "gzip"} if client.noise.random() < 0.5 else {}
        status, body = client.request(path, headers=accepted)
        return "" if status == 200 and body in (releases.files["A"][path], releases.files["B"][path]) else f"{path}: status {status}, {len(body)} bytes"

    def ask(client):
        status, body = lookup(client)
        return "" if status == 200 and without_query(body) in right.values() else f"lookup: status {status}, {body[:300]!r}"

    def browser(client):
        path = client.noise.choice(releases.pages)
        body = client.request(path)[1]
        for asset in named_assets(path, body):
            status, found = client.request(asset)
            if status != 200 or found not in (releases.files["A"].get(asset), releases.files["B"].get(asset)):
                return f"asset {asset} of {path}: status {status}"
        return ""

    server = Server(releases.hjelp, live, scratch / "swaps.log")
    clients = Clients(server.port, [page, ask, browser], 6)
    noise, unserved, gone, later = random.Random(8), [], [], []
    try:
        for turn in range(swaps):
            time.sleep(noise.uniform(0.05, 0.6))
            old, new = ("A", "B") if turn % 2 == 0 else ("B", "A")
            assets = named_assets(PAGE, server.get(PAGE)[1])
            fresh = scratch / f"slot{turn}"
            if turn % 3 == 2:
                releases.build(new, live)
            else:
                shutil.copytree(releases.site[new], fresh)
                if turn % 3 == 0:
                    (scratch / "link").symlink_to(fresh.name)
                    (scratch / "link").replace(live)
                else:
                    exchange(fresh, live.resolve())
            ready, holds = server.ready_when(lambda ready, wanted=releases.hash[new]: ready["release"] == wanted and "refused" not in ready)
            status, body = server.get(PAGE)
            if not holds or status != 200 or body != releases.files[new][PAGE]:
                unserved.append(f"swap {turn} to {new}: {json.dumps(ready)}, page {status}")
            gone += [f"{asset} of {old}, at once: status {status}" for asset in assets if (status := server.get(asset)[0]) != 200]
            later.append((time.monotonic(), assets))
        time.sleep(max(0.0, later[-1][0] + 1.0 - time.monotonic()))
    finally:
        count, faults = clients.stop()
        lives = server.process.poll() is None
        status = server.stop()
    assets = [fault for fault in faults if fault.startswith("asset")]
    others = [fault for fault in faults if not fault.startswith("asset")]
    report.check(not unserved, f"each of {swaps} releases is served within {WAIT:.0f} s", "", unserved)
    report.check(not others and count > 500, "under load no request fails, and every page and answer is one of A or of B whole",
                 f"{count} replies, {len(others)} wrong", others)
    report.check(not gone, "the assets that a page of the old release names are there after the swap",
                 f"{len(gone)} are gone after {swaps} swaps", sorted(set(gone)))
    report.check(not assets, "under load a client that fetches a page gets the assets that it names", f"{len(assets)} were gone", sorted(set(assets)))
    report.check(lives and status == 0, "the server lives through the swaps", f"status {status}")


# The end.

def check_end(report, releases, scratch, rounds):
    """SIGTERM while clients ask."""
    def page(client):
        path = client.noise.choice(releases.pages)
        status, body = client.request(path)
        return "" if status == 200 and body == releases.files["A"][path] else f"{path}: status {status}, {len(body)} bytes"

    def batch(client):
        texts = [f"{TEXT} {client.noise.randrange(10 ** 6, 10 ** 7)} " + "the server cannot be reached " * 8 for _ in range(100)]
        body = json.dumps({"queries": [{"text": text, "locale": LOCALE} for text in texts]})
        status, data = client.request("v1/lookup:batch", body, {"Content-Type": "application/json"})
        return "" if status == 200 and len(json.loads(data)["results"]) == 100 else f"batch: status {status}, {data[:200]!r}"

    def ask(client):
        status, body = lookup(client)
        return "" if status == 200 and json.loads(body)["status"] == "match" else f"lookup: status {status}"

    faults, statuses, seconds, count = [], [], [], 0
    for number in range(rounds):
        server = Server(releases.hjelp, releases.site["A"], scratch / f"end{number}.log")
        clients = Clients(server.port, [page, batch, ask], 6)
        time.sleep(0.4 + 0.037 * number)
        started = time.monotonic()
        statuses.append(clients.end(server))
        seconds.append(time.monotonic() - started)
        replies, wrong = clients.stop()
        count += replies
        faults += [f"round {number}: {fault}" for fault in wrong]
    report.check(not faults and count > 100 * rounds, "SIGTERM under load: requests that were sent before it get their whole answer",
                 f"{rounds} rounds, {count} replies, {len(faults)} wrong", faults)
    report.check(set(statuses) == {0} and max(seconds) < 10, "and the exit status is 0", f"{statuses}, at most {max(seconds):.1f} s")


def check(report, releases, scratch, is_short):
    check_damage(report, releases, scratch, 2 if is_short else 1)
    check_swaps(report, releases, scratch, 4 if is_short else 20)
    check_end(report, releases, scratch, 2 if is_short else 10)
