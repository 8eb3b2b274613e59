#!/usr/bin/env python3
"""Proves that no request and no client stops the server: hostile requests, slow clients, floods, few descriptors.

    python3 Tests/Robustness/requests.py HJELP

HJELP is the program. A site of the repository's own Content is built and served; all clients are sockets of their own. What is
proved, with the times that the design allows:

- a request without one `Host`, and bytes that are no HTTP, get 400 with the headers that every answer has;
- paths outside the manifest are never served, however they are written; a range gets the right part or the whole;
- a client that sends nothing, or a head or a body byte by byte, is closed after 10 s; one that takes nothing of its answer,
  and one that is idle between two requests, after 30 s; one that takes its answer slowly gets all of it;
- a client that shuts its sending side gets its answer;
- 300 half-open connections of one address lock nobody out, another client and the same address are answered at once;
- with 64 descriptors floods do not kill the server; it answers afterwards.

About 45 s. Standard library only.
"""

import argparse
import concurrent.futures
import json
import pathlib
import resource
import signal
import socket
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Pages"))
from reporting import CONTENT, Report  # noqa: E402

SECURITY = ("content-security-policy:", "x-content-type-options: nosniff", "referrer-policy:")
PAGE = "/nb-NO/directory-not-synchronizing.html"
SLACK = 2.0


class Server:
    """A server of a site, on a port of its own."""

    def __init__(self, hjelp, site, descriptors=None):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]

        def limit():
            if descriptors:
                resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors, descriptors))

        self.process = subprocess.Popen([hjelp, "serve", "--site", site, "--port", str(self.port)], preexec_fn=limit,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = time.monotonic() + 20
        while time.monotonic() < end:
            try:
                self.connect(1).close()
                return
            except OSError:
                time.sleep(0.05)
        raise SystemExit("the server does not listen")

    def connect(self, timeout=5.0):
        return socket.create_connection(("127.0.0.1", self.port), timeout)

    def ask(self, request, timeout=10.0, close=True):
        """The answer to raw bytes, as it comes until the end."""
        with self.connect(timeout) as connection:
            connection.sendall(request)
            return received(connection) if close else connection.recv(65536)

    def get(self, path=PAGE, extra="", timeout=10.0):
        return self.ask(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{extra}\r\n".encode("latin-1"), timeout)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(20)


def received(connection):
    parts = []
    try:
        while part := connection.recv(1 << 16):
            parts.append(part)
    except (ConnectionResetError, TimeoutError):
        pass
    return b"".join(parts)


def status(answer):
    return int(answer[9:12]) if answer.startswith(b"HTTP/1.1 ") else 0


def is_guarded(answer):
    head = answer.partition(b"\r\n\r\n")[0].decode("latin-1").lower()
    return all(field in head for field in SECURITY)


def closed_after(connection, limit):
    """The seconds until the other side closes; None if it does not."""
    start = time.monotonic()
    connection.settimeout(limit + SLACK)
    try:
        while connection.recv(1 << 16):
            pass
    except ConnectionError:
        pass
    except TimeoutError:
        return None
    return time.monotonic() - start


# Clients: each gives what is wrong, or "".

def sends_nothing(server):
    with server.connect() as connection:
        taken = closed_after(connection, 10)
    return "" if taken and taken <= 10 + SLACK else f"closed after {taken}"


def outlasts(connection, pieces):
    """Whether a connection that sends one piece each 0.2 s is still there after 10 s."""
    connection.settimeout(0.2)
    start = time.monotonic()
    for piece in pieces:
        try:
            connection.sendall(piece)
            if connection.recv(1) == b"":
                return False
        except TimeoutError:
            pass
        except ConnectionError:
            return False
        if time.monotonic() - start > 10 + SLACK:
            return True
    return True


SLOW_HEAD = [bytes([byte]) for byte in b"GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + b"a" * 200]


def head_by_bytes(server):
    with server.connect() as connection:
        return "it is still there after 10 s" if outlasts(connection, SLOW_HEAD) else ""


def body_by_bytes(server):
    with server.connect() as connection:
        connection.sendall(b"POST /v1/lookup HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 4000\r\n\r\n")
        return "it is still there after 10 s" if outlasts(connection, [b" "] * 200) else ""


def second_head_by_bytes(server):
    with server.connect() as connection:
        connection.sendall(f"GET {PAGE} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        time.sleep(0.5)
        connection.recv(1 << 18)
        return "it is still there after 10 s" if outlasts(connection, SLOW_HEAD) else ""


def is_idle(server):
    with server.connect() as connection:
        connection.sendall(f"GET {PAGE} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        taken = closed_after(connection, 30)
    return "" if taken and 20 <= taken <= 30 + SLACK else f"closed after {taken}"


def takes_nothing(server):
    """Asks for more than the buffers of both sides hold, and reads none of it."""
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.connect(("127.0.0.1", server.port))
        request = f"GET {PAGE} HTTP/1.1\r\nHost: x\r\n\r\n".encode()
        connection.settimeout(1)
        try:
            for _ in range(4000):
                connection.sendall(request)
        except (TimeoutError, ConnectionError):
            pass
        start = time.monotonic()
        while time.monotonic() - start < 32 + SLACK:
            time.sleep(0.5)
            error = connection.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if error:
                return ""
            try:
                connection.send(b"\r\n")
            except TimeoutError:
                pass
            except ConnectionError:
                return ""
    return "a client that takes nothing is not closed after 30 s"


def takes_slowly(server):
    """A reader over a slow line gets the whole answer."""
    whole = server.get("/openapi.json")
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        connection.connect(("127.0.0.1", server.port))
        connection.sendall(b"GET /openapi.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        got = b""
        while part := connection.recv(600):
            got += part
            time.sleep(0.02)
    return "" if len(got) == len(whole) else f"{len(got)} of {len(whole)} bytes"


def shuts_sending(server):
    with server.connect() as connection:
        connection.sendall(f"GET {PAGE} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        connection.shutdown(socket.SHUT_WR)
        answer = received(connection)
    return "" if status(answer) == 200 and answer.endswith(b"</html>\n") else f"status {status(answer)}, {len(answer)} bytes"


def shuts_sending_after_post(server):
    body = json.dumps({"text": "no recent synchronization", "locale": "nb-NO"}).encode()
    with server.connect() as connection:
        connection.sendall(b"POST /v1/lookup HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
        connection.shutdown(socket.SHUT_WR)
        answer = received(connection)
    return "" if status(answer) == 200 and b'"match"' in answer else f"status {status(answer)}"


CLIENTS = {
    sends_nothing: "sends nothing is closed", head_by_bytes: "sends a head byte by byte is closed",
    body_by_bytes: "sends a body byte by byte is closed", second_head_by_bytes: "sends a second head byte by byte is closed",
    is_idle: "is idle between two requests is closed", takes_nothing: "takes nothing of its answers is closed",
    takes_slowly: "takes its answer slowly gets all of it", shuts_sending: "shuts its sending side gets its page",
    shuts_sending_after_post: "shuts its sending side gets its answer",
}


def check_slow(report, server):
    with concurrent.futures.ThreadPoolExecutor(len(CLIENTS)) as pool:
        for client, fault in zip(CLIENTS, pool.map(lambda client: client(server), CLIENTS)):
            report.check(not fault, f"a client that {CLIENTS[client]}", fault)


def check_requests(report, server):
    wrong = []
    bad = {
        "no Host": b"GET / HTTP/1.1\r\n\r\n", "two Hosts": b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "the same Host twice": b"GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n",
        "garbage": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\r\n\r\n", "no version": b"GET /\r\n\r\n", "a space before a colon": b"GET / HTTP/1.1\r\nHost : x\r\n\r\n",
        "a field without a name": b"GET / HTTP/1.1\r\nHost: x\r\n: c\r\n\r\n",
        "length and chunks": b"POST /v1/lookup HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "two lengths": b"POST /v1/lookup HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
        "a negative length": b"POST /v1/lookup HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        "another version": b"GET / HTTP/3.7\r\nHost: x\r\n\r\n",
    }
    for name, request in bad.items():
        answer = server.ask(request)
        if status(answer) != 400 or not is_guarded(answer):
            wrong.append(f"{name}: {answer[:60]!r}, headers {is_guarded(answer)}")
    report.check(not wrong, "what is no request gets 400 with the headers of every answer", f"{len(bad)} requests", wrong)
    answer = server.ask(f"GET {PAGE} HTTP/1.1\r\nHost: x\r\n\r\n\x01\x02garbage\r\n\r\n".encode())
    report.check(status(answer) == 200 and b"</html>\nHTTP/1.1 400" in answer, "garbage behind a request is refused after that is answered",
                 f"{answer[:20]!r}, {len(answer)} bytes")
    wrong = []
    for path in ("/../etc/passwd", "/nb-NO/../../etc/passwd", "/%2e%2e/etc/passwd", "/nb-NO/..%2f..%2fetc/passwd", "/nb-NO%00.html",
                 "//etc/passwd", "/nb-NO/index.html%00", "/.hjelp", "/manifest.json/..", "/nb-NO/index.html/", "/%c0%ae%c0%ae/", "/nb-NO/%",
                 "/" + "a" * 15_000, "/nb-NO/index.html;x", "/NB-no/inDex.html", "\\..\\etc", "/nb-NO\\index.html", "/?%", "/v1/../manifest.json",
                 "/v1/lookup?q=%ff", "/v1/lookup?q=a&q=b", "/v1/lookup?q=" + "a" * 3000, "/v1/errors/%00", "/v1/open?q=%0d%0aX:y&locale=nb-NO"):
        answer = server.get(path)
        if status(answer) not in (302, 303, 308, 400, 404, 414) or b"root:" in answer or not is_guarded(answer) or b"\r\nX:y" in answer:
            wrong.append(f"{path[:60]}: {answer[:40]!r}")
    report.check(not wrong, "paths outside the manifest are refused, with the headers of every answer", "", wrong)
    wrong, whole = [], server.get().partition(b"\r\n\r\n")[2]
    for span in ("bytes=0-9", "bytes=-5", "bytes=5-", "bytes=9-1", "bytes=0-0,4-5", "bytes=99999999-", "lines=1-2", "bytes=abc", "bytes=0-" + "9" * 40):
        answer = server.get(extra=f"Range: {span}\r\n")
        head, _, body = answer.partition(b"\r\n\r\n")
        if not (status(answer) == 200 and body == whole or status(answer) == 206 and b"content-range" in head.lower() and body in whole
                or status(answer) == 416):
            wrong.append(f"{span}: {answer[:60]!r}")
    report.check(not wrong, "a range gets the right part, or the whole", "", wrong)
    answer = server.ask(f"GET {PAGE} HTTP/1.0\r\n\r\n".encode())
    report.check(status(answer) == 200, "HTTP/1.0 needs no Host", answer[:40].decode("latin-1"))


def check_half_open(report, server):
    crowd = []
    for _ in range(300):
        try:
            crowd.append(server.connect(2))
            crowd[-1].send(b"GET / HT")
        except OSError:
            pass
    start = time.monotonic()
    answers = [status(server.get(timeout=4)) for _ in range(5)]
    taken = time.monotonic() - start
    report.check(answers == [200] * 5 and taken < 2, "300 half-open connections lock nobody out", f"{len(crowd)} open, 5 answers after {taken:.2f} s: {answers}")
    for connection in crowd:
        connection.close()


def check_descriptors(report, hjelp, site):
    server = Server(hjelp, site, descriptors=64)
    dead = None
    for turn in range(57):
        crowd = []
        for _ in range(150):
            try:
                connection = socket.socket()
                connection.setblocking(False)
                connection.connect_ex(("127.0.0.1", server.port))
                crowd.append(connection)
            except OSError:
                break
        for connection in crowd[::2]:
            try:
                connection.send(f"GET {PAGE} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            except OSError:
                pass
        for connection in crowd:
            connection.close()
        if server.process.poll() is not None:
            dead = turn
            break
    report.check(dead is None, "57 floods at 64 descriptors do not kill the server", f"dead in round {dead}" if dead is not None else "")
    if dead is None:
        time.sleep(0.5)
        answer = server.get(timeout=15)
        report.check(status(answer) == 200, "it answers afterwards", answer[:40].decode("latin-1"))
        held = [server.connect(2) for _ in range(40)]
        start = time.monotonic()
        answer = server.get(timeout=15)
        taken = time.monotonic() - start
        report.check(status(answer) == 200 and taken < 2, "at 64 descriptors 40 half-open connections lock nobody out", f"{taken:.2f} s")
        for connection in held:
            connection.close()
        report.check(server.stop() == 0, "it stops as it should")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hjelp")
    options = parser.parse_args()
    report = Report()
    with tempfile.TemporaryDirectory() as scratch:
        site = pathlib.Path(scratch) / "site"
        subprocess.run([options.hjelp, "build", CONTENT, "--output", site, "--quiet"], check=True, capture_output=True)
        server = Server(options.hjelp, site)
        check_requests(report, server)
        check_half_open(report, server)
        check_slow(report, server)
        report.check(status(server.get()) == 200, "the server answers after all of it")
        report.check(server.stop() == 0, "the server stops as it should")
        check_descriptors(report, options.hjelp, site)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
