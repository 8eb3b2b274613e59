#!/usr/bin/env python3
"""Proves the files of .deploy: the unit is hardened, and behind nginx one of two servers may die under load.

    python3 Tests/Robustness/deploy.py HJELP

HJELP is the program. `systemd-analyze security --offline=true` must give the unit at most 1.5. nginx is started with the example
on ports of its own, over two servers of one release of the repository's Content; one of them is killed under load (GET of pages and
lookups, POST of lookups), started again, and the other one killed: no request fails. Needs nginx and systemd's tools; what is not
there is skipped by name. About 15 s. Standard library only.
"""

import argparse
import http.client
import json
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Pages"))
from reporting import CONTENT, Report  # noqa: E402

DEPLOY = pathlib.Path(__file__).resolve().parents[2] / ".deploy"
EXPOSURE = 1.5


def free_ports(count):
    probes = [socket.socket() for _ in range(count)]
    for probe in probes:
        probe.bind(("127.0.0.1", 0))
    ports = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports


def wait_for(port):
    for _ in range(400):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise SystemExit(f"nothing listens on port {port}")


def check_unit(report):
    analyze = shutil.which("systemd-analyze")
    if not analyze:
        report.skip("the unit's exposure", "systemd-analyze is not there")
        return
    run = subprocess.run([analyze, "security", "--offline=true", str(DEPLOY / "hjelp.service")], capture_output=True, text=True)
    found = re.search(r"exposure level for hjelp.service: ([\d.]+)", run.stdout)
    report.check(bool(found) and float(found[1]) <= EXPOSURE, f"the unit's exposure is at most {EXPOSURE}",
                 found[1] if found else run.stderr[-200:])


class Load:
    """Requests from several threads until told to stop."""

    def __init__(self, port, threads=8):
        self.port, self.stopping, self.count, self.failed = port, False, 0, []
        self.lock = threading.Lock()
        self.threads = [threading.Thread(target=self.run, args=(number,)) for number in range(threads)]
        for thread in self.threads:
            thread.start()

    def run(self, number):
        body = json.dumps({"text": "no recent synchronization", "locale": "nb-NO"})
        requests = [("GET", "/nb-NO/directory-not-synchronizing.html", None), ("GET", "/v1/lookup?q=no+recent+synchronization&locale=nb-NO", None),
                    ("POST", "/v1/lookup", body)]
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=15)
        turn = number
        while not self.stopping:
            method, path, content = requests[turn % 3]
            turn += 1
            try:
                connection.request(method, path, content, {"Content-Type": "application/json"} if content else {})
                reply = connection.getresponse()
                reply.read()
                fault = "" if reply.status == 200 else f"{method} {path}: {reply.status}"
            except (OSError, http.client.HTTPException) as error:
                fault = f"{method} {path}: {error!r}"
                connection.close()
            with self.lock:
                self.count += 1
                if fault:
                    self.failed.append(fault)

    def stop(self):
        self.stopping = True
        for thread in self.threads:
            thread.join()


def check_proxy(report, hjelp):
    nginx = shutil.which("nginx") or ("/usr/sbin/nginx" if pathlib.Path("/usr/sbin/nginx").exists() else None)
    if not nginx:
        report.skip("two servers behind nginx", "nginx is not there")
        return
    front, first, second = free_ports(3)
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        site = scratch / "site"
        subprocess.run([hjelp, "build", CONTENT, "--output", site, "--quiet"], check=True, capture_output=True)
        example = (DEPLOY / "nginx.conf").read_text()
        example = example.replace("8081", str(first)).replace("8082", str(second)).replace("listen 8080", f"listen 127.0.0.1:{front}")
        temporary = "".join(f"{name}_temp_path {scratch};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        (scratch / "nginx.conf").write_text(f"pid {scratch}/pid;\nerror_log {scratch}/error.log;\ndaemon off;\nevents {{}}\n"
                                            f"http {{ access_log off; {temporary}\n{example}\n}}\n")

        def serve(port):
            process = subprocess.Popen([hjelp, "serve", "--site", site, "--port", str(port)], stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
            wait_for(port)
            return process

        servers = {first: serve(first), second: serve(second)}
        proxy = subprocess.Popen([nginx, "-c", str(scratch / "nginx.conf"), "-p", str(scratch)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        try:
            wait_for(front)
            load = Load(front)
            for port in (first, second):
                time.sleep(2)
                servers[port].kill()
                servers[port].wait()
                time.sleep(2)
                servers[port] = serve(port)
            time.sleep(2)
            load.stop()
            report.check(not load.failed and load.count > 500, "behind nginx one of two servers is killed under load, and no request fails",
                         f"{load.count} requests, {len(load.failed)} failed", load.failed)
        finally:
            proxy.terminate()
            proxy.wait()
            for server in servers.values():
                server.kill()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hjelp")
    options = parser.parse_args()
    report = Report()
    check_unit(report)
    check_proxy(report, options.hjelp)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
