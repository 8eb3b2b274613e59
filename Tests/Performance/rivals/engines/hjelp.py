"""Hjelp itself: `hjelp serve` over HTTP, and `hjelp eval` for the times in process."""

import http.client
import json
import os
import pathlib
import re
import subprocess
import tempfile
import time

import judging

NAME = "Hjelp"
BATCH = 100


class Server:
    """`hjelp serve --site SITE` on a free port and one core; stops when it is left."""

    def __init__(self, hjelp, site, core):
        self.command = [str(hjelp), "serve", "--site", str(site), "--port", "0"]
        self.core = core

    def __enter__(self):
        self.log = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(self.command, stdout=self.log, stderr=self.log, stdin=subprocess.DEVNULL,
                                        preexec_fn=lambda: pinned(self.core))
        end = time.monotonic() + 30
        while not (found := re.search(r"http://127\.0\.0\.1:(\d+)", self._said())):
            if self.process.poll() is not None or time.monotonic() > end:
                self.__exit__()
                raise RuntimeError(f"hjelp serve did not start: {self._said()}")
            time.sleep(0.02)
        self.connection = http.client.HTTPConnection("127.0.0.1", int(found.group(1)), timeout=30)
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def post(self, path, body):
        self.connection.request("POST", path, json.dumps(body), {"Content-Type": "application/json"})
        response = self.connection.getresponse()
        answer = response.read()
        if response.status != 200:
            raise RuntimeError(f"{path} answered {response.status}: {answer[:300]!r}")
        return json.loads(answer)

    def _said(self):
        self.log.seek(0)
        return self.log.read()


def pinned(core):
    if core is not None and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {core})


def asked(query):
    return {"text": query.text, "locale": query.locale, "limit": 5}


def answers(server, queries):
    """The answers to all queries by batches, and the seconds that the batches took."""
    found, seconds = [], 0.0
    for start in range(0, len(queries), BATCH):
        body = {"queries": [asked(query) for query in queries[start:start + BATCH]]}
        began = time.perf_counter()
        results = server.post("/v1/lookup:batch", body)["results"]
        seconds += time.perf_counter() - began
        found += results
    return found, seconds


def single_times(server, queries):
    """The seconds of each query alone, one after another over one connection."""
    times = []
    for query in queries:
        began = time.perf_counter()
        server.post("/v1/lookup", asked(query))
        times.append(time.perf_counter() - began)
    return times


def in_process_times(hjelp, site, queries, core):
    """Median and 99th percentile in seconds as `hjelp eval --times` measures them; None if the program has no eval."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "queries.jsonl"
        rows = ({"set": query.set, "locale": query.locale, "text": query.text, "relevant": sorted(query.relevant)}
                for query in queries)
        file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        run = subprocess.run([str(hjelp), "eval", str(file), "--site", str(site), "--times"], capture_output=True, text=True,
                             stdin=subprocess.DEVNULL, preexec_fn=lambda: pinned(core))
    line = next((line for line in run.stdout.splitlines() if line.startswith("* ")), "")
    found = re.findall(r"([\d.]+) µs", line)
    return tuple(float(figure) / 1e6 for figure in found) if len(found) == 2 else None


def outcome(query, result):
    """By Hjelp's own status, which has its one threshold in it."""
    return judging.outcome(query, [answer["id"] for answer in result["answers"]],
                           result["status"] in ("match", "ambiguous"), result["status"] == "ambiguous")


def ranking(result):
    return [(answer["id"], answer["confidence"]) for answer in result["answers"]]


def sizes(site, locale):
    """Bytes of the index and of the texts."""
    return tuple((pathlib.Path(site) / "lookup" / f"{locale}{ending}").stat().st_size for ending in (".hjx", ".hjs"))
