"""A PostgreSQL of our own: in a temporary folder, on a Unix socket alone, as an unprivileged user, gone at the end."""

import functools
import os
import pathlib
import shutil
import subprocess
import tempfile

DATABASE = "postgres"
USER = "postgres"
SETTINGS = {"listen_addresses": "", "fsync": "off", "shared_buffers": "512MB", "work_mem": "64MB", "jit": "off",
            "max_parallel_workers_per_gather": "0", "autovacuum": "off"}


def missing():
    """The package that is not there, or None."""
    if programs() is None:
        return "postgresql (Debian)"
    try:
        import psycopg2  # noqa: F401
    except ImportError:
        return "python3-psycopg2 (Debian; the Python must see Debian's packages) or psycopg2-binary (PyPI)"
    return None


@functools.cache
def programs():
    """The folder of initdb and pg_ctl, the newest if there are several; None if there is none."""
    folders = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: path.parent.name.zfill(3))
    found = shutil.which("initdb")
    folders += [pathlib.Path(found).resolve().parent] if found and not folders else []
    return next((folder for folder in reversed(folders) if (folder / "initdb").exists()), None)


class Cluster:
    """Starts when it is entered, and stops and is removed when it is left."""

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="hjelp-rivals-"))
        # PostgreSQL refuses to run as root.
        self.owner = {"user": USER, "group": USER, "extra_groups": []} if os.geteuid() == 0 else {}
        try:
            if self.owner:
                shutil.chown(self.folder, USER, USER)
            self._run("initdb", "--locale=C.UTF-8", "--encoding=UTF8", "--auth=trust", f"--username={USER}", "--no-sync")
            options = " ".join(f"-c {name}='{value}'" for name, value in SETTINGS.items())
            self._run("pg_ctl", "start", "--wait", "--silent", "--log", str(self.folder / "log"),
                      "--options", f"-k '{self.folder}' {options}")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if (self.folder / "data" / "postmaster.pid").exists():
            self._run("pg_ctl", "stop", "--wait", "--silent", "--mode=immediate")
        shutil.rmtree(self.folder, ignore_errors=True)

    def connect(self):
        import psycopg2
        connection = psycopg2.connect(host=str(self.folder), user=USER, dbname=DATABASE)
        connection.autocommit = True
        return connection

    def _run(self, program, *arguments):
        command = [str(programs() / program), "--pgdata", str(self.folder / "data"), *arguments]
        # A server that is started must not hold on to our pipes.
        with open(self.folder / f"{program}.log", "ab") as log:
            subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.folder, **self.owner)


class Connection:
    """What both engines share: a connection, pinned to a core with its backend, and the sizes of relations."""

    def __init__(self, cluster):
        self.connection = cluster.connect()
        self.cursor = self.connection.cursor()

    def rows(self, statement, values=None):
        self.cursor.execute(statement, values)
        return self.cursor.fetchall()

    def run(self, *statements):
        for statement in statements:
            self.cursor.execute(statement)

    def insert(self, statement, template, rows):
        import psycopg2.extras
        psycopg2.extras.execute_values(self.cursor, statement, rows, template=template, page_size=2000)

    def size(self, relation):
        return self.rows("SELECT pg_total_relation_size(%s::regclass)", (relation,))[0][0]

    def pin(self, core):
        """Keeps the backend on one core; the one that asks waits meanwhile, and can be on the same."""
        os.sched_setaffinity(self.rows("SELECT pg_backend_pid()")[0][0], {core})

    def close(self):
        self.connection.close()


def table(prefix, folder):
    """A name of a table that no other index of this run has."""
    return f"{prefix}_{folder.name}".replace("-", "_").lower()
