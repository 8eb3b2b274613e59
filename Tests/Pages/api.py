#!/usr/bin/env python3
"""Proves the HTTP API from outside: real server processes, requests over sockets, what they log, count and write down.

    python3 Tests/Pages/api.py HJELP SHARED [--examples N]

HJELP is the program; SHARED the folder with `corpus`, whose nb-NO and ja-JP are served too if they are there. What is proved:

- **requests**: bad input is refused with the status, the kind of problem and the field that the design names; HEAD, tags, CORS;
- **/openapi.json**: schemathesis (PyPI) finds no fault with all its checks, and no answer has a member that it does not name;
- **metrics**: `promtool check metrics` (Debian's package `prometheus`) is silent, the numbers fit what was asked, no query is in them;
- **log**: one JSON object a line, and no query in it;
- **unanswered questions**: masked, counted, shown by `hjelp unanswered`, answered once its line is pasted into `errors:`;
- **settings**: `cors` and `server` of `hjelp.yml`, and flags that win over them;
- **bad clients**: heads and bodies that come byte by byte, more connections than there can be, a full disk.

About 60 s on 2 cores. What is not installed is skipped, and said so. Standard library only.
"""

import argparse
import concurrent.futures
import contextlib
import gzip
import http.client
import json
import pathlib
import re
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from reporting import CONTENT, Report, build  # noqa: E402

# The articles that most checks are made with: text of our own.
ARTICLES = {
    "en-US/printer.md": "---\ntitle: The printer is out of paper\nerrors:\n- Tray {number} is empty\n---\n"
                        "# The printer is out of paper\n\nPut paper into the tray. The code is 0x80071234.\n",
    "nb-NO/printer.md": "---\ntitle: Skriveren er tom for papir\n---\n# Skriveren er tom for papir\n\nLegg papir i skuffen.\n",
    "en-US/problems/bad-limit.md": "---\ntitle: The limit is out of range\n---\n# The limit is out of range\n\n"
                                   "Ask for 1 to 50 answers.\n",
}
SECRET = "kettle-of-kari"


class Response:
    """A response: `status`, `headers` (as a message object), `body`."""

    def __init__(self, raw):
        self.status, self.headers, self.body = raw.status, raw.headers, raw.read()

    def __getitem__(self, name):
        values = self.headers.get_all(name)
        return ", ".join(values) if values else None

    @property
    def json(self):
        try:
            return json.loads(self.body)
        except ValueError:
            return {}


class Server:
    """A process of `hjelp serve`, and the lines that it writes to standard error."""

    def __init__(self, hjelp, *arguments, files=None, log="json", cwd=None):
        limit = (lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (files, files))) if files else None
        arguments = [hjelp, "serve", "--log-format", log, *map(str, arguments)]
        self.process = subprocess.Popen(arguments, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True,
                                        errors="surrogateescape", preexec_fn=limit, cwd=cwd)
        self.lines, self.port, self.metrics_port = [], None, None
        self.started = threading.Event()
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()
        if not self.started.wait(30):
            self.stop()
            raise RuntimeError("the server does not start: " + "".join(self.lines[-3:]))

    def read(self):
        for line in self.process.stderr:
            self.lines.append(line)
            address = re.search(r'"server.started","address":"http://[^"]*:(\d+)/"', line) or re.search(r"help is at \S+:(\d+)/", line)
            metrics = re.search(r'"metrics":"http://[^"]*:(\d+)/metrics"', line) or re.search(r"metrics are at \S+:(\d+)/", line)
            self.port = int(address[1]) if address else self.port
            self.metrics_port = int(metrics[1]) if metrics else self.metrics_port
            if self.port:
                self.started.set()
        self.started.set()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def stop(self, by=signal.SIGTERM):
        """Stops the server; gives its exit status."""
        self.process.send_signal(by)
        try:
            status = self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            status = None
        self.reader.join(5)
        return status

    def ask(self, path, method="GET", headers=(), body=None, port=None):
        """One request with any bytes in it, on a connection of its own."""
        path = path if isinstance(path, bytes) else path.encode()
        body = body.encode() if isinstance(body, str) else body
        lines = [method.encode() + b" " + path + b" HTTP/1.1", b"Host: x", b"Connection: close"]
        lines += [f"{name}: {value}".encode() for name, value in headers]
        if body is not None:
            lines.append(b"Content-Length: %d" % len(body))
        with socket.create_connection(("127.0.0.1", port or self.port), timeout=20) as connection:
            connection.sendall(b"\r\n".join(lines) + b"\r\n\r\n" + (body or b""))
            raw = http.client.HTTPResponse(connection, method=method)
            raw.begin()
            return Response(raw)

    def post(self, path, body, headers=(("Content-Type", "application/json"),)):
        return self.ask(path, "POST", headers, body)

    def metric(self, sample):
        """The value of a sample; None if it is not there."""
        for line in self.ask("/metrics", port=self.metrics_port).body.decode().splitlines():
            if line.startswith(sample + " "):
                return float(line.rsplit(" ", 1)[1])
        return None

    def events(self):
        """The log as objects; what is no JSON as an object without an event."""
        events = []
        for line in self.lines:
            try:
                events.append(json.loads(line))
            except ValueError:
                events.append({"broken": line})
        return events


@contextlib.contextmanager
def serving(hjelp, *arguments, **options):
    server = Server(hjelp, "--port", 0, *arguments, **options)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.stop()


def write_content(folder, articles, settings=""):
    for name, text in articles.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (folder / "hjelp.yml").write_text("title: Example\n" + settings)


def problem(response):
    """Status, name of the kind, and field of a refusal; its form is part of it."""
    body = response.json
    if response["content-type"] != "application/problem+json; charset=utf-8" or body.get("status") != response.status:
        return (response.status, "no problem+json", None)
    name = re.search(r"([a-z-]+)(\.html)?$", body.get("type", ""))
    return (response.status, name and name[1], body.get("field"))


def q(text):
    return urllib.parse.quote(text, safe="")


def check_refusals(report, server):
    long_text, batch = "a" * 2049, lambda *queries: json.dumps({"queries": list(queries)})
    gets = [
        ("/v1/lookup", 400, "missing-text", "q"), ("/v1/lookup?q=", 400, "missing-text", "q"),
        ("/v1/lookup?q=%20%09%E3%80%80", 400, "missing-text", "q"), ("/v1/lookup?q=%FF", 400, "bad-text", "q"),
        ("/v1/lookup?q=%C3%28", 400, "bad-text", "q"), ("/v1/lookup?q=%ED%A0%80", 400, "bad-text", "q"),
        ("/v1/lookup?q=a%00b", 400, "bad-text", "q"),
        ("/v1/lookup?q=%", 400, "bad-text", "q"), ("/v1/lookup?q=a&q=a", 400, "duplicate-field", "q"),
        ("/v1/lookup?q=a&locale=nb&locale=nb", 400, "duplicate-field", "locale"),
        ("/v1/lookup?q=a&query=b", 400, "unknown-field", "query"), ("/v1/lookup?q=a&limit=0", 400, "bad-limit", "limit"),
        ("/v1/lookup?q=a&limit=51", 400, "bad-limit", "limit"), ("/v1/lookup?q=a&limit=-1", 400, "bad-limit", "limit"),
        ("/v1/lookup?q=a&limit=1e1", 400, "bad-limit", "limit"), ("/v1/lookup?q=a&limit=%2B5", 400, "bad-limit", "limit"),
        ("/v1/lookup?q=a&limit=", 400, "bad-limit", "limit"), ("/v1/lookup?q=a&locale=", 400, "bad-locale", "locale"),
        ("/v1/lookup?q=a&locale=norwegian", 400, "bad-locale", "locale"),
        ("/v1/lookup?q=a&locale=nb%0ANO", 400, "bad-locale", "locale"), ("/v1/lookup?q=a&explain=1", 400, "bad-value", "explain"),
        ("/v1/lookup?q=" + long_text, 414, "text-too-long", "q"), ("/v1/open", 400, "missing-text", "q"),
        ("/v1/open?q=%FF", 400, "bad-text", "q"), ("/v1/errors/%FF", 400, "bad-text", "code"),
        ("/v1/errors/0x80079999", 404, "no-answer", "code"), ("/v1/articles", 400, "missing-text", "id"),
        ("/v1/articles?id=none", 404, "article-not-found", "id"), ("/v1/articles?id=a&x=1", 400, "unknown-field", "x"),
        ("/v1/none", 404, "address-not-found", None), ("/v1/", 404, "address-not-found", None), ("/%zz", 400, "bad-address", "path"),
        ("/v1/lookup?q=" + "a" * 17000, 414, "text-too-long", None),
    ]
    wrong = [f"{path!r}: {problem(server.ask(path))} and not {expected}"
             for path, *expected in gets if problem(server.ask(path)) != tuple(expected)]
    report.check(not wrong, "bad questions by GET are refused and their field is named", f"{len(gets)} questions", wrong)

    one, many = "/v1/lookup", "/v1/lookup:batch"
    posts = [
        (one, "", 400, "bad-json", "body"), (one, "{", 400, "bad-json", "body"), (one, "[]", 400, "bad-json", "body"),
        (one, '{"text":"a"', 400, "bad-json", "body"), (one, '{"text":"a"}}', 400, "bad-json", "body"),
        (one, "{'text':'a'}", 400, "bad-json", "body"), (one, "{}", 400, "missing-text", "text"),
        (one, '{"text":" "}', 400, "missing-text", "text"), (one, '{"text":1}', 400, "bad-value", "text"),
        (one, b'{"text":"\xff"}', 400, "bad-text", "text"), (one, '{"text":"a\\u0000"}', 400, "bad-text", "text"),
        (one, '{"text":"\\ud800"}', 400, "bad-text", "text"), (one, '{"text":"a","text":"b"}', 400, "duplicate-field", "text"),
        (one, '{"text":"a","q":"b"}', 400, "unknown-field", "q"), (one, '{"text":"a","limit":0}', 400, "bad-limit", "limit"),
        (one, '{"text":"a","limit":51}', 400, "bad-limit", "limit"), (one, '{"text":"a","limit":1.5}', 400, "bad-limit", "limit"),
        (one, '{"text":"a","limit":"5"}', 400, "bad-limit", "limit"), (one, '{"text":"a","locale":"!"}', 400, "bad-locale", "locale"),
        (one, '{"text":"a","locale":7}', 400, "bad-locale", "locale"), (one, '{"text":"a","explain":1}', 400, "bad-value", "explain"),
        (one, json.dumps({"text": "a" * 16385}), 413, "text-too-long", "text"), (one, " " * 120000, 413, "body-too-long", "body"),
        (many, "{}", 400, "bad-batch", "queries"), (many, '{"queries":[]}', 400, "bad-batch", "queries"),
        (many, batch(*[{"text": "a"}] * 101), 400, "bad-batch", "queries"), (many, '{"queries":{}}', 400, "bad-batch", "queries"),
        (many, '{"queries":[1]}', 400, "bad-value", "queries[0]"), (many, '{"q":[]}', 400, "unknown-field", "q"),
        (many, batch({"text": "a"}, {"text": "a"}, {"text": "a"}, {"text": "a", "limit": 51}), 400, "bad-limit", "queries[3].limit"),
        (many, batch({"text": "a"}, {"text": ""}), 400, "missing-text", "queries[1].text"),
        (many, batch({"text": "a", "locale": "!"}), 400, "bad-locale", "queries[0].locale"),
        (many, batch({"text": "a", "x": 1}), 400, "unknown-field", "queries[0].x"),
        (many, '{"queries":[{"text":"a","text":"a"}]}', 400, "duplicate-field", "queries[0].text"),
        (many, batch({"text": "a" * 16385}), 413, "text-too-long", "queries[0].text"),
        (many, '{"queries":[{"text":"a"}', 400, "bad-json", "body"), (many, " " * 262145, 413, "body-too-long", "body"),
    ]
    wrong = []
    for path, body, *expected in posts:
        found = problem(server.post(path, body))
        if found != tuple(expected):
            wrong.append(f"{path} {body[:60]!r}: {found} and not {expected}")
    report.check(not wrong, "bad bodies are refused and their member is named", f"{len(posts)} bodies", wrong)

    body, wrong = '{"text":"Tray 2 is empty"}', []
    types = [((), 415), ((("Content-Type", "text/plain"),), 415), ((("Content-Type", "application/x-www-form-urlencoded"),), 415),
             ((("Content-Type", "application/json; charset=utf-16"),), 415), ((("Content-Type", "APPLICATION/JSON; Charset=UTF-8"),), 200),
             ((("Content-Type", "application/json"), ("Content-Encoding", "gzip")), 415)]
    for headers, status in types:
        response = server.post(one, gzip.compress(body.encode()) if len(headers) == 2 else body, headers)
        if response.status != status or status == 415 and problem(response)[1] != "unsupported-media-type":
            wrong.append(f"{headers}: {response.status} {response.body[:80]}")
    report.check(not wrong, "bodies of other types than JSON in UTF-8 are refused with 415", f"{len(types)} types", wrong)
    found = server.ask("/v1/lookup?q=a&limit=0").json.get("type")
    report.check(found == "/en-US/problems/bad-limit.html", "a problem's type is the help article that the site has", found)
    report.check(server.ask(found).status == 200, "that article is there")


def check_answers(report, server):
    text = "Tray 4711 is empty"
    get = server.ask(f"/v1/lookup?q={q(text)}&locale=nb-NO&limit=3")
    post = server.post("/v1/lookup", json.dumps({"text": text, "locale": "nb-NO", "limit": 3}))
    many = server.post("/v1/lookup:batch", json.dumps({"queries": [{"text": text, "locale": "nb-NO", "limit": 3}] * 100}))
    report.check(get.json.get("status") == "match" and get.json["answers"][0]["id"] == "printer", "a declared error has its answer")
    report.check(post.json == get.json and many.json == {"results": [get.json] * 100}, "GET, POST and batch give the same answer")
    wanted = [("nb-NO", "nb-NO"), ("no", "nb-NO"), ("nn", "nb-NO"), ("fr-FR", "en-US"), ("zh-Hant-TW", "en-US"), ("en-GB", "en-US"),
              ("de-DE-1996", "en-US"), ("x-product", "en-US")]
    served = [(tag, server.ask(f"/v1/lookup?q=a&locale={tag}").json.get("locale", {}).get("served")) for tag, _ in wanted]
    report.check(served == wanted, "a well-formed locale that is not there is negotiated", f"{served}")
    response = server.ask("/v1/lookup?q=a", headers=[("Accept-Language", "fr, nb;q=0.9, *;q=0.1")])
    report.check(response.json["locale"] == {"requested": "fr", "served": "nb-NO"}, "Accept-Language is negotiated too", response.json["locale"])

    addresses = [f"/v1/lookup?q={q(text)}", "/v1/lookup", f"/v1/open?q={q(text)}", "/v1/errors/0x80071234", "/v1/articles?id=printer",
                 "/v1/none", "/openapi.json", "/livez", "/readyz", "/en-US/printer.html", "/none"]
    wrong, untagged = [], []
    for path in addresses:
        whole, head = server.ask(path), server.ask(path, "HEAD")
        same = [(name, value) for name, value in whole.headers.items() if name != "Date"]
        if head.status != whole.status or head.body or [(n, v) for n, v in head.headers.items() if n != "Date"] != same:
            wrong.append(f"{path}: {head.status} {head.headers.items()}")
        if whole["etag"]:
            for known, status in ((whole["etag"], 304), ("W/" + whole["etag"], 304), ('"other", ' + whole["etag"], 304), ("*", 304),
                                  ('"other"', 200)):
                response = server.ask(path, headers=[("If-None-Match", known)])
                if response.status != status or response["etag"] != whole["etag"] or status == 304 and response.body:
                    untagged.append(f"{path} {known}: {response.status}")
        elif path.startswith(("/v1/lookup?", "/v1/articles", "/openapi")):
            untagged.append(f"{path} has no tag")
    report.check(not wrong, "HEAD has the status and the headers of GET, and no body", f"{len(addresses)} addresses", wrong)
    report.check(not untagged, "tags are strong, and known answers are not sent again", details=untagged)

    methods = {"/v1/lookup": "GET, HEAD, POST", "/v1/lookup:batch": "POST", "/v1/open": "GET, HEAD", "/v1/errors/x": "GET, HEAD",
               "/v1/articles": "GET, HEAD", "/openapi.json": "GET, HEAD", "/livez": "GET, HEAD", "/readyz": "GET, HEAD"}
    wrong = []
    for path, allowed in methods.items():
        for method in ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"):
            response = server.ask(path, method)
            if method not in allowed and (response.status != 405 or response["allow"] != allowed):
                wrong.append(f"{method} {path}: {response.status} Allow {response['allow']}")
            if method in allowed and response.status == 405:
                wrong.append(f"{method} {path}: 405")
    report.check(not wrong, "each address takes its methods, and says which", f"{len(methods)} addresses", wrong)


def check_origins(report, server):
    good, bad = "https://admin.example.com", "https://evil.example.com"
    wrong = []

    def expect(claim, holds):
        if not holds:
            wrong.append(claim)

    for path in ("/v1/lookup?q=a", "/v1/lookup", "/v1/none", "/v1/open?q=a", "/readyz"):
        ours, theirs = (server.ask(path, headers=[("Origin", origin)]) for origin in (good, bad))
        expect(f"{path} for the allowed origin", ours["access-control-allow-origin"] == good)
        expect(f"{path} for another origin", theirs["access-control-allow-origin"] is None and theirs.status == ours.status)
        expect(f"{path} varies", "Origin" in (ours["vary"] or "") and "Origin" in (server.ask(path)["vary"] or ""))
    for origin, allowed in ((good, good), (bad, None), ("null", None), (good + ":8443", None), (good + ".evil.example", None)):
        preflight = server.ask("/v1/lookup", "OPTIONS", [("Origin", origin), ("Access-Control-Request-Method", "POST"),
                                                         ("Access-Control-Request-Headers", "content-type")])
        expect(f"preflight from {origin}", preflight.status == 204 and preflight["access-control-allow-origin"] == allowed)
        expect(f"preflight from {origin} names methods and headers",
               (preflight["access-control-allow-methods"], preflight["access-control-allow-headers"])
               == (("GET, HEAD, POST", "content-type") if allowed else (None, None)))
    report.check(not wrong, "pages of the allowed origins, and of no others, may read answers", details=wrong)


def resolve(schema, document):
    while "$ref" in schema:
        target = document
        for part in schema["$ref"].split("/")[1:]:
            target = target[part]
        schema = target
    return schema


def unnamed(value, schema, document, place="answer"):
    """The members of an answer that the document does not name."""
    schema = resolve(schema, document)
    if isinstance(value, dict):
        named = schema.get("properties", {})
        for key, member in value.items():
            yield from unnamed(member, named[key], document, f"{place}.{key}") if key in named else [f"{place}.{key}"]
    elif isinstance(value, list):
        for element in value:
            yield from unnamed(element, schema.get("items", {}), document, place + "[]")


def check_document(report, server):
    document = server.ask("/openapi.json").json
    schemas = document.get("components", {}).get("schemas", {})
    answers = [("Answer", server.ask(f"/v1/lookup?q={q('Tray 7 is empty')}&explain=true").json),
               ("Answer", server.ask("/v1/lookup?q=zebra").json), ("Article", server.ask("/v1/articles?id=printer&locale=nb").json),
               ("Ready", server.ask("/readyz").json), ("Problem", server.ask("/v1/lookup?limit=0").json)]
    found = [name for schema, answer in answers for name in unnamed(answer, schemas.get(schema, {}), document)]
    report.check(document.get("openapi") == "3.1.0" and not found, "no answer has a member that /openapi.json does not name", details=found)


def run_schemathesis(report, server, name, examples):
    tool = pathlib.Path(sys.executable).with_name("schemathesis")
    tool = str(tool) if tool.is_file() else shutil.which("schemathesis")
    claim = f"schemathesis finds no fault with the site {name}, all checks on"
    if not tool:
        report.skip(claim, "schemathesis is not installed (pip install schemathesis)")
        return
    run = subprocess.run([tool, "run", server.url + "/openapi.json", "--checks", "all", "--max-examples", str(examples),
                          "--seed", "20261124", "--workers", "1", "--no-color"], capture_output=True, text=True)
    summary = [line.strip() for line in run.stdout.splitlines() if re.search(r"generated|passed|Operations", line)]
    report.check(run.returncode == 0, claim, "; ".join(summary[-4:]), run.stdout.splitlines()[-60:] + run.stderr.splitlines()[-5:])


def check_metrics(report, server, asked):
    text = server.ask("/metrics", port=server.metrics_port)
    report.check(text["content-type"] == "text/plain; version=0.0.4; charset=utf-8", "metrics are on their own port")
    if shutil.which("promtool"):
        run = subprocess.run(["promtool", "check", "metrics"], input=text.body, capture_output=True)
        report.check(run.returncode == 0 and not run.stdout and not run.stderr, "promtool check metrics is silent",
                     details=(run.stdout + run.stderr).decode().splitlines())
    else:
        report.skip("promtool check metrics is silent", "promtool is not installed (apt-get install prometheus)")
    report.check(SECRET.encode() not in text.body, "no metric holds what was asked")
    wrong = [f"{sample}: {server.metric(sample)} and not {value}" for sample, value in asked.items() if server.metric(sample) != value]
    report.check(not wrong, "the counters are those of what was asked", f"{len(asked)} samples", wrong)
    counts = [float(line.rsplit(" ", 1)[1]) for line in text.body.decode().splitlines()
              if line.startswith('hjelp_http_request_duration_seconds_bucket{route="lookup"')]
    report.check(counts == sorted(counts) and counts[-1] == server.metric('hjelp_http_request_duration_seconds_count{route="lookup"}'),
                 "the buckets of the durations add up", f"{counts}")


def check_log(report, server, expected):
    events = server.events()
    broken = [event for event in events if not {"time", "level", "event"} <= event.keys()
              or not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", event["time"])]
    report.check(events and not broken, "the log is a JSON object a line: time, level, event", f"{len(events)} lines", broken)
    report.check(not any(SECRET in line for line in server.lines), "no line of the log holds what was asked")
    names = [event.get("event") for event in events if event.get("event") != "request"]
    report.check(names == expected, "start, reload, refusal and stop are logged", f"{names}")


def check_releases(report, hjelp, content, folder):
    """One server through its life: questions, a new release, a bad one, a stop."""
    site = folder / "life"
    if not build(report, hjelp, [content], site, None):
        return
    with serving(hjelp, "--site", site, "--metrics-port", 0, "--access-log") as server:
        secret = SECRET + "\n{\"a\":1}\r\x1b[31m"
        server.ask(f"/v1/lookup?q={q(secret)}")
        server.ask(f"/v1/errors/{q(secret)}?{q(secret)}={q(secret)}")
        server.ask(f"/{q(secret)}/{q(secret)}")
        server.post("/v1/lookup", json.dumps({"text": secret, "locale": "nb"}))
        server.post("/v1/lookup", json.dumps({"text": "Tray 2 is empty", "locale": "nb"}))
        server.ask(f"/v1/none/{SECRET}", "PROPFIND", [("User-Agent", SECRET), ("X-Request-Id", SECRET)])
        # What is no HTTP never comes to a route: the parser refuses it.
        report.check(server.ask(b"/v1/lookup?q=\xff").status == 400 and server.ask("/livez", SECRET).status == 400,
                     "what is no HTTP gets 400")
        asked = {'hjelp_http_requests_total{route="lookup",status="2xx"}': 3, 'hjelp_http_requests_total{route="errors",status="4xx"}': 1,
                 'hjelp_http_requests_total{route="page",status="4xx"}': 1, 'hjelp_http_requests_total{route="other",status="4xx"}': 1,
                 'hjelp_lookup_answers_total{status="match",locale="nb-NO"}': 1,
                 'hjelp_lookup_answers_total{status="none",locale="nb-NO"}': 1,
                 'hjelp_lookup_answers_total{status="none",locale="en-US"}': 2, "hjelp_http_requests_in_flight": 0,
                 'hjelp_release_loads_total{result="served"}': 1, "hjelp_release_refused": 0}
        check_metrics(report, server, asked)
        # A new release beside the old one, then one whose file is cut.
        write_content(content, {"en-US/scanner.md": "---\ntitle: The scanner sleeps\n---\n# The scanner sleeps\n\nWake it.\n"})
        before = server.ask("/readyz").json["release"]
        build(report, hjelp, [content], site, None)
        deadline = time.monotonic() + 10
        while server.ask("/readyz").json["release"] == before and time.monotonic() < deadline:
            time.sleep(0.1)
        report.check(server.ask("/v1/articles?id=scanner").status == 200, "a new release is taken over while the server runs")
        (site / "en-US/scanner.html").write_text("cut")
        manifest = site / "manifest.json"
        manifest.write_bytes(manifest.read_bytes() + b"\n")
        while server.metric("hjelp_release_refused") != 1 and time.monotonic() < deadline:
            time.sleep(0.1)
        ready = server.ask("/readyz")
        report.check(ready.status == 200 and "scanner.html" in ready.json.get("refused", ""), "a damaged one is refused, and said so",
                     ready.json.get("refused"))
        report.check(server.metric('hjelp_release_loads_total{result="refused"}') >= 1, "and counted")
        report.check(server.stop() == 0, "SIGTERM ends it with status 0")
        check_log(report, server, ["server.started", "release.served", "release.refused", "server.stopped"])
        requests = [event for event in server.events() if event.get("event") == "request"]
        report.check(len(requests) >= 6 and all(set(event) == {"time", "level", "event", "route", "method", "status", "milliseconds"}
                                                for event in requests), "the access log tells route, method, status and time alone")


def check_unanswered(report, hjelp, content, folder):
    site, log = folder / "asked", folder / "unanswered.jsonl"
    if not build(report, hjelp, [content], site, None):
        return
    with serving(hjelp, "--site", site, "--unanswered", log) as server:
        for number in range(7):
            server.ask(f"/v1/lookup?q={q(f'The toaster {number} of user{number}@example.com fluted 47{number}1 times')}&locale=nb-NO")
        server.post("/v1/lookup:batch", json.dumps({"queries": [{"text": "Quartz 0x80079999: AADSTS4711", "locale": "en"}] * 3}))
        server.ask("/v1/lookup?q=" + q("Tray 3 is empty"))
        server.stop()
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    kept = {(line["text"], line["locale"], line["count"]) for line in lines}
    report.check(kept == {("the toaster # of # fluted # times", "nb-NO", 7), ("quartz 0x80079999 AADSTS4711", "en", 3)}
                 and all(set(line) == {"time", "text", "locale", "count"} for line in lines),
                 "questions without an answer are masked, counted, and written when the server stops", f"{kept}")
    report.check(log.stat().st_mode & 0o777 == 0o600, "only the owner can read them")
    second = folder / "second.jsonl"
    second.write_text('{"time":"2026-01-01T00:00:00Z","text":"quartz 0x80079999 AADSTS4711","locale":"nb-NO","count":9}\n')
    run = subprocess.run([hjelp, "unanswered", log, second, "--site", site, "--format", "json"], capture_output=True, text=True)
    questions = json.loads(run.stdout)["questions"] if run.returncode == 0 else []
    report.check([(question["count"], question["pattern"]) for question in questions]
                 == [(12, "quartz 0x80079999 AADSTS4711"), (7, "the toaster {value} of {value} fluted {value} times")]
                 and questions[0]["locales"] == [{"locale": "nb-NO", "count": 9}, {"locale": "en", "count": 3}]
                 and all(isinstance(question["nearest"], list) for question in questions),
                 "hjelp unanswered adds up lines and files, the most frequent first", run.stderr or f"{len(questions)} questions")
    run = subprocess.run([hjelp, "unanswered", log, "--site", site, "--limit", "1"], capture_output=True, text=True)
    declaration = next((line for line in run.stdout.splitlines() if line.startswith("- ")), "- nothing")
    report.check(run.returncode == 0 and declaration == '- "the toaster {value} of {value} fluted {value} times"',
                 "its text has a line for errors:", declaration)
    article = content / "en-US/toaster.md"
    article.write_text(f"---\ntitle: The toaster flutes\nerrors:\n{declaration}\n---\n# The toaster flutes\n\nUnplug it.\n")
    build(report, hjelp, [content], site, None)
    run = subprocess.run([hjelp, "lookup", "The toaster 9 of ola@example.com fluted 3 times", "--site", site, "--locale", "en-US"],
                         capture_output=True, text=True)
    report.check(run.returncode == 0 and run.stdout.startswith("match"), "pasted there, it is answered", run.stdout.split("\n")[0])
    run = subprocess.run([hjelp, "unanswered", log, "--site", site], capture_output=True, text=True)
    report.check("answered by now" in run.stdout, "and hjelp unanswered says so")
    second.write_text('{"text":"a","locale":"en","count":1}\n\n{"text":"a","locale":"en"}\n')
    run = subprocess.run([hjelp, "unanswered", log, second], capture_output=True, text=True)
    report.check(run.returncode == 2 and f"{second}:3: it has no 'count'" in run.stderr, "a broken line ends it with status 2, file and line",
                 run.stderr.strip())
    if pathlib.Path("/dev/full").exists():
        with serving(hjelp, "--site", site, "--unanswered", "/dev/full", "--metrics-port", 0) as server:
            deadline = time.monotonic() + 12
            while (server.metric('hjelp_unanswered_questions_total{result="dropped"}') or 0) < 2 and time.monotonic() < deadline:
                server.ask("/v1/lookup?q=zebra")
                time.sleep(1.6)
            report.check(server.ask("/v1/lookup?q=zebra").status == 200, "a full disk does not stop it")
            server.stop()
        said = [event for event in server.events() if event.get("event") == "unanswered.dropped"]
        report.check(len(said) == 1 and said[0]["level"] == "error" and "no space" in said[0]["reason"], "and is said once", f"{said}")


def check_settings(report, hjelp, folder):
    content = folder / "settings"
    settings = "cors:\n- https://admin.example.com\nserver:\n  host: 127.0.0.1\n  port: 0\n  metrics-port: 0\n  unanswered: u.jsonl\n"
    write_content(content, ARTICLES, settings)
    origin = [("Origin", "https://admin.example.com")]
    server = Server(hjelp, content, "--no-watch")
    try:
        answer = server.ask("/v1/lookup?q=zebra", headers=origin)
        report.check(answer["access-control-allow-origin"] == origin[0][1] and server.metrics_port, "cors and server of hjelp.yml hold")
    finally:
        server.stop()
    report.check((content / "u.jsonl").is_file(), "a file in them is relative to hjelp.yml")
    site = folder / "settled"
    build(report, hjelp, [content], site, None)
    with serving(hjelp, "--site", site, "--config", content / "hjelp.yml", "--allow-origin", "https://other.example.com") as server:
        answer = server.ask("/v1/lookup?q=zebra", headers=origin)
        report.check(answer["access-control-allow-origin"] is None and server.ask(
            "/v1/lookup?q=zebra", headers=[("Origin", "https://other.example.com")])["access-control-allow-origin"]
            == "https://other.example.com", "flags win over them")
        used = subprocess.run([hjelp, "serve", "--site", site, "--port", "0", "--metrics-port", str(server.port)],
                              capture_output=True, text=True)
        report.check(used.returncode == 2 and "--metrics-port" in used.stderr and "in use" in used.stderr,
                     "a port in use is said with its flag", used.stderr.strip().splitlines()[-1:])
    mistakes = [("server:\n  prot: 1\n", ":3: unknown key 'prot'; did you mean 'port'?"),
                ("server:\n  metrics: 1\n", ":3: unknown key 'metrics'"), ("server:\n  port: 70000\n", ":3: 'port' must be a number from 0 to 65535"),
                ("server: 8080\n", ":2: 'server' must hold lines"), ("cors: admin.example.com\n", ":2: 'admin.example.com' is no origin"),
                ("cors:\n- https://admin.example.com/\n", "'https://admin.example.com/' is no origin"),
                ("cros:\n- https://a.example\n", ":2: unknown key 'cros'; did you mean 'cors'?"),
                ("server:\n  unanswered: mysql://x\n", ":3: 'unanswered' must be a file, or a database")]
    wrong = []
    for text, message in mistakes:
        (content / "hjelp.yml").write_text("title: Example\n" + text)
        run = subprocess.run([hjelp, "serve", content, "--port", "0"], capture_output=True, text=True, timeout=30)
        if run.returncode != 2 or message not in run.stderr:
            wrong.append(f"{text!r}: status {run.returncode}, {run.stderr.strip()}")
    report.check(not wrong, "mistakes in hjelp.yml are named with line and suggestion", f"{len(mistakes)} mistakes", wrong)


def drip(server, head, piece):
    """Sends a head and then one byte a second; gives the seconds until the server closes, or None."""
    start = time.monotonic()
    with socket.create_connection(("127.0.0.1", server.port), timeout=5) as connection:
        connection.sendall(head)
        connection.settimeout(1)
        while time.monotonic() - start < 45:
            try:
                connection.sendall(piece)
                if connection.recv(65536) == b"":
                    return time.monotonic() - start
            except TimeoutError:
                continue
            except OSError:
                return time.monotonic() - start
    return None


def check_crowd(report, hjelp, site):
    """With 160 files about 100 connections are held; the oldest without a head gives way to the next."""
    with serving(hjelp, "--site", site, files=160) as server:
        crowd = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(140)]
        time.sleep(0.5)
        late = socket.create_connection(("127.0.0.1", server.port), timeout=10)
        late.sendall(b"GET /livez HTTP/1.1\r\nHost: x\r\n\r\n")
        late.settimeout(2)
        answered = late.recv(100).startswith(b"HTTP/1.1 200")
        late.close()
        for connection in crowd:
            connection.close()
        report.check(answered, "the oldest connections without a head give way to a new one")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hjelp")
    parser.add_argument("shared")
    parser.add_argument("--examples", type=int, default=50, help="examples that schemathesis makes for each operation")
    options = parser.parse_args()
    options.hjelp = str(pathlib.Path(options.hjelp).resolve())
    report = Report()
    with tempfile.TemporaryDirectory() as scratch, concurrent.futures.ThreadPoolExecutor() as pool:
        folder = pathlib.Path(scratch)
        content = folder / "content"
        write_content(content, ARTICLES)
        site = build(report, options.hjelp, [content], folder / "site", None)
        if not site:
            return report.finish()
        with serving(options.hjelp, "--site", site, "--allow-origin", "https://admin.example.com") as server:
            head = pool.submit(drip, server, b"GET /livez HTTP/1.1\r\nHost: x\r\nX: ", b"x")
            body = pool.submit(drip, server, b"POST /v1/lookup HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                             b"Content-Length: 90000\r\n\r\n", b" ")
            check_refusals(report, server)
            check_answers(report, server)
            check_origins(report, server)
            check_document(report, server)
            run_schemathesis(report, server, "of three articles", options.examples)
            check_releases(report, options.hjelp, content, folder)
            check_unanswered(report, options.hjelp, content, folder)
            check_settings(report, options.hjelp, folder)
            check_crowd(report, options.hjelp, site)
            sites = {"content": [CONTENT]}
            corpus = pathlib.Path(options.shared) / "corpus/alchemy"
            if corpus.is_dir():
                sites["corpus"] = [corpus / "nb-NO", corpus / "ja-JP"]
            else:
                report.skip("the API over the corpus", f"{corpus} is not there")
            for name, paths in sites.items():
                if build(report, options.hjelp, paths, folder / ("of-" + name), None):
                    with serving(options.hjelp, "--site", folder / ("of-" + name)) as other:
                        run_schemathesis(report, other, name, options.examples)
            for what, seconds in (("head", head.result()), ("body", body.result())):
                report.check(seconds is not None and 8 < seconds < 13, f"a {what} that comes byte by byte is cut off",
                             seconds and f"after {seconds:.0f} s")
            report.check(server.ask("/livez").status == 200 and server.stop() == 0, "the server that all this was sent to still answers")
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
