#!/usr/bin/env python3
"""Hjelp and its rivals over the same passages, in one run: what is answered right, what wrongly, how fast, how large.

    python3 Tests/Performance/rivals/rivals.py HJELP SHARED [--only NAME]... [--site DIR] [--h1-site DIR] [--json FILE]

HJELP is the program, SHARED the folder with `corpus` and `lookup/dev.jsonl`. The rivals are SQLite FTS5, Tantivy, Xapian, and
PostgreSQL's tsvector and pg_trgm; one whose package is missing is skipped, and the package named. README.md beside this file
says how each is set up and where the comparison favours whom. Prints Markdown; `--json` writes all figures.
"""

import argparse
import concurrent.futures
import contextlib
import json
import os
import pathlib
import platform
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import judging  # noqa: E402
import passages  # noqa: E402
import table  # noqa: E402
from engines import cluster, fts5, hjelp, tantivy, trigrams, tsvector, xapian  # noqa: E402

LOCALES = ["nb-NO", "ja-JP"]
RIVALS = {"fts5": fts5, "tantivy": tantivy, "xapian": xapian, "tsvector": tsvector, "pg_trgm": trigrams}
# So slow that the locales are asked at the same time, each on a core of its own.
SLOW = {"pg_trgm"}
WARMING = 50
H1 = pathlib.Path(__file__).resolve().parents[2] / "Scripts" / "lookup-train" / "h1.py"


def cores():
    return sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else [None]


def build(program, folders, output):
    """A site of the corpus."""
    began = time.monotonic()
    run = subprocess.run([str(program), "build", *map(str, folders), "--output", str(output), "--quiet"], text=True,
                         capture_output=True)
    if run.returncode:
        raise SystemExit(f"{program} build ended with status {run.returncode}: {run.stderr[-500:]}")
    progress(f"{output.name} is built in {time.monotonic() - began:.1f} s")
    return output


def build_retranslated(program, corpus, scratch):
    """A site whose articles have the H1's target as their title."""
    folders = []
    for locale in LOCALES:
        folders.append(scratch / "h1" / locale)
        subprocess.run([sys.executable, str(H1), str(corpus / locale), str(folders[-1])], check=True, capture_output=True)
    return build(program, folders, scratch / "h1-site")


def progress(text):
    print(text, file=sys.stderr, flush=True)


def measured_hjelp(program, site, h1_site, queries, retranslated):
    """Hjelp's figures, in the form of `measured`."""
    core = cores()[0]
    with hjelp.Server(program, site, core) as server:
        hjelp.answers(server, queries[:WARMING])
        results, batch_seconds = hjelp.answers(server, queries)
        single = hjelp.single_times(server, queries)
    with hjelp.Server(program, h1_site, core) as server:
        other, _ = hjelp.answers(server, retranslated)
    outcomes = [hjelp.outcome(query, result) for query, result in zip(queries, results)]
    sets = judging.by_set(queries, outcomes, map(hjelp.ranking, results))
    sets.update(judging.by_set(retranslated, [hjelp.outcome(query, result) for query, result in zip(retranslated, other)],
                               map(hjelp.ranking, other)))
    confident = [outcome for outcome, result in zip(outcomes, results)
                 if result["answers"] and result["answers"][0]["confidence"] >= 0.9]
    inside = hjelp.in_process_times(program, site, queries, core)
    return {"name": hjelp.NAME, "threshold": "its own, the same for all", "sets": sets,
            "confident": {"answers": len(confident), "right": confident.count("right")},
            "seconds": table.percentiles(inside) if inside else None,
            "seconds over HTTP": table.percentiles(single), "seconds in a batch": batch_seconds / len(queries),
            "sizes": {locale: hjelp.sizes(site, locale) for locale in LOCALES}}


def measured_locale(key, folder, site, h1_site, locale, queries, retranslated, core, server):
    """What a rival answers in one locale: tuned and plain answers to `queries`, and rankings of `retranslated`."""
    documents = passages.documents(site, locale)
    folder.mkdir(parents=True)
    began = time.monotonic()
    engine = engine_of(key, folder, locale, documents, server)
    seconds = time.monotonic() - began
    with pinned(core):
        engine.pin(core)
        for query in queries[:WARMING]:
            engine.search(query.text)
        tuned = [answer(engine, engine.search, query, documents) for query in queries]
        plain = [answer(engine, engine.search_plain, query, documents) for query in queries]
    sizes = engine.sizes()
    engine.close()
    documents = passages.documents(h1_site, locale)
    folder = folder.with_name(folder.name + "-h1")
    folder.mkdir()
    engine = engine_of(key, folder, locale, documents, server)
    rankings = [passages.ranked_articles(engine.search(query.text), documents) for query in retranslated]
    engine.close()
    return {"tuned": tuned, "plain": plain, "retranslated": rankings, "sizes": sizes, "build": seconds}


def engine_of(key, folder, locale, documents, server):
    return RIVALS[key].Engine(folder, locale, documents, *([server] if server else []))


def answer(engine, search, query, documents):
    began = time.perf_counter()
    ranked = passages.ranked_articles(search(query.text), documents)
    seconds = time.perf_counter() - began
    return judging.Answer(ranked, judging.confidences(ranked, engine.scales(query.text)), seconds)


@contextlib.contextmanager
def pinned(core):
    before = os.sched_getaffinity(0) if core is not None else None
    hjelp.pinned(core)
    try:
        yield
    finally:
        if before:
            os.sched_setaffinity(0, before)


def measured(key, scratch, site, h1_site, queries, retranslated):
    """The figures of a rival."""
    server = cluster.Cluster() if RIVALS[key].missing is cluster.missing else None
    with server or contextlib.nullcontext():
        def run(locale, core):
            return (key, scratch / f"{key}-{locale}", site, h1_site, locale, of(queries, locale), of(retranslated, locale),
                    core, server)
        if key in SLOW and len(cores()) > 1:
            with concurrent.futures.ProcessPoolExecutor(len(LOCALES)) as pool:
                runs = [pool.submit(measured_locale, *run(locale, core)) for locale, core in zip(LOCALES, cores())]
                found = {locale: run.result() for locale, run in zip(LOCALES, runs)}
        else:
            found = {locale: measured_locale(*run(locale, cores()[0])) for locale in LOCALES}
    return judged(RIVALS[key].NAME, found, queries, retranslated)


def of(queries, locale):
    return [query for query in queries if query.locale == locale]


def judged(name, found, queries, retranslated):
    """Sets the thresholds of a rival and counts what it answers."""
    def pairs(kind):
        return [pair for locale in LOCALES for pair in zip(of(queries, locale), found[locale][kind])]
    tuned = pairs("tuned")
    asked = [query for query, _ in tuned]
    rankings = [answer.ranked for _, answer in tuned]
    normalisation, thresholds, outcomes = judging.tuned(tuned)
    plain = pairs("plain")
    plain_rankings = [answer.ranked for _, answer in plain]
    plain_normalisation, _, plain_tuned = judging.tuned(plain)
    _, _, plain_score = judging.tuned(plain, normalisations=["score"])
    _, _, single = judging.tuned(tuned, by_locale=False)
    sets = judging.by_set(asked, outcomes, rankings)
    for locale in LOCALES:
        titles = of(retranslated, locale)
        sets.update(judging.by_set(titles, ["none"] * len(titles), found[locale]["retranslated"]))
    return {"name": name, "threshold": normalisation, "thresholds": thresholds, "sets": sets,
            "plain": {"threshold": plain_normalisation, "sets": judging.by_set(asked, plain_tuned, plain_rankings),
                      "sets by score": judging.by_set(asked, plain_score, plain_rankings),
                      "seconds": table.percentiles([answer.seconds for _, answer in plain])},
            "one threshold": judging.by_set(asked, single, rankings),
            "seconds": table.percentiles([answer.seconds for _, answer in tuned]),
            "sizes": {locale: found[locale]["sizes"] for locale in LOCALES},
            "build seconds": sum(found[locale]["build"] for locale in LOCALES)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("hjelp", type=pathlib.Path, metavar="HJELP", help="the program")
    parser.add_argument("shared", type=pathlib.Path, metavar="SHARED", help="the folder with corpus and lookup/dev.jsonl")
    parser.add_argument("--only", action="append", choices=sorted(RIVALS), metavar="NAME",
                        help=f"measure this rival only; repeatable: {', '.join(RIVALS)}")
    parser.add_argument("--site", type=pathlib.Path, help="a built site of the corpus, instead of building one")
    parser.add_argument("--h1-site", type=pathlib.Path, help="one whose titles are the H1's targets, instead of building one")
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE", help="write all figures")
    options = parser.parse_args()
    for path in (options.hjelp, options.shared / "lookup" / "dev.jsonl", options.site, options.h1_site):
        if path and not path.exists():
            parser.error(f"there is no '{path}'")
    began = time.monotonic()
    everything = judging.read_queries(options.shared)
    queries = [query for query in everything if not judging.is_retranslated(query)]
    retranslated = [query for query in everything if judging.is_retranslated(query)]
    corpus = options.shared / "corpus" / "alchemy"
    skipped = failed = 0
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="hjelp-rivals-") as folder:
        scratch = pathlib.Path(folder)
        site = options.site or build(options.hjelp, [corpus / locale for locale in LOCALES], scratch / "site")
        h1_site = options.h1_site or build_retranslated(options.hjelp, corpus, scratch)
        columns = [measured_hjelp(options.hjelp, site, h1_site, queries, retranslated)]
        for key in options.only or RIVALS:
            package = RIVALS[key].missing()
            if package:
                skipped += 1
                progress(f"skipped {RIVALS[key].NAME}: {package} is not installed")
                continue
            started = time.monotonic()
            try:
                columns.append(measured(key, scratch, site, h1_site, queries, retranslated))
            except Exception as error:
                failed += 1
                progress(f"FAILED {RIVALS[key].NAME}: {error!r}")
                continue
            progress(f"{RIVALS[key].NAME} is measured in {time.monotonic() - started:.0f} s")
    print(table.markdown(columns))
    print(f"\n{len(everything)} queries; {platform.machine()}, {len(cores())} cores, load {load:.1f} at the start; "
          f"{time.monotonic() - began:.0f} s in all.")
    if options.json:
        options.json.write_text(json.dumps({"version": 1, "engines": columns}, ensure_ascii=False, indent=1) + "\n",
                                encoding="utf-8")
    print(f"{len(columns)} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
