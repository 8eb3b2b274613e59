"""What the page checks share: one line for each check, the last line with the sums, and the building of the three sites."""

import pathlib
import subprocess
import time

CONTENT = pathlib.Path(__file__).resolve().parents[2] / "Content"
BASE_URL = "https://help.example.com/docs/"


class Report:
    """Prints `ok …`, `FAILED …` or `skipped …` for each check, as it is made."""

    def __init__(self):
        self.passed = self.failed = self.skipped = 0

    def check(self, holds, claim, figures="", details=()):
        """One check; `details` are printed below a failed one, at most 20."""
        if holds:
            self.passed += 1
        else:
            self.failed += 1
        print(f"{'ok' if holds else 'FAILED'} {claim}" + (f": {figures}" if figures else ""), flush=True)
        if not holds:
            self.list(details)
        return holds

    def list(self, details, most=20):
        details = list(details)
        for detail in details[:most]:
            self.note(detail)
        if len(details) > most:
            self.note(f"… and {len(details) - most} more")

    def note(self, text):
        print(f"    {text}", flush=True)

    def skip(self, claim, reason):
        self.skipped += 1
        print(f"skipped {claim}: {reason}", flush=True)

    def finish(self):
        """The last line; gives the exit status."""
        print(f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped", flush=True)
        return 1 if self.failed else 0


def site_sources(shared):
    """The sites that the checks build, each with the PATHs that it is built of."""
    sources = {}
    if shared:
        corpus = pathlib.Path(shared) / "corpus"
        sources["alchemy"] = [corpus / "alchemy/nb-NO", corpus / "alchemy/ja-JP"]
        sources["office-dev"] = [corpus / "office-dev/es-ES", corpus / "office-dev/en-US"]
    sources["content"] = [CONTENT]
    return sources


def build(report, hjelp, paths, output, base_url=BASE_URL):
    """Builds one site; gives its folder, or None where the build failed."""
    started = time.monotonic()
    command = [hjelp, "build", *map(str, paths), "--output", str(output)]
    if base_url:
        command += ["--base-url", base_url]
    run = subprocess.run(command, capture_output=True, text=True)
    seconds = time.monotonic() - started
    built = report.check(run.returncode == 0, f"{output.name} is built", f"{seconds:.1f} s", run.stderr.splitlines()[-5:])
    return output if built else None


def built_sites(report, parser, options, folder):
    """The sites named with --site, or the three that are built of the corpus and of Content into `folder`."""
    if options.site:
        yield from map(pathlib.Path, options.site)
        return
    if not options.hjelp:
        parser.error("name the program and the shared folder, or --site")
    for name, paths in site_sources(options.shared).items():
        missing = [str(path) for path in paths if not path.is_dir()]
        if missing:
            report.skip(f"the site {name}", f"not there: {', '.join(missing)}")
            continue
        site = build(report, options.hjelp, paths, folder / name)
        if site:
            yield site
