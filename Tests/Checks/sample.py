#!/usr/bin/env python3
"""Draws findings of each rule by a seed, to be read by a person.

    Tests/Checks/sample.py HJELP SHARED [--rule RULE] [--count 15] [--seed 1] [--min-count 15]

Prints for each rule that fires so often: place, message, the target with the place marked, the source.
"""
import argparse
import collections
import random
import sys

import corpus


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("shared")
    parser.add_argument("--rule")
    parser.add_argument("--count", type=int, default=15)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--min-count", type=int, default=15)
    options = parser.parse_args()
    by_rule = collections.defaultdict(list)
    for d in corpus.check(options.program, corpus.folders(options.shared))["diagnostics"]:
        if corpus.level(d) > 0:
            by_rule[d["rule"]].append(d)
    for rule in sorted(by_rule):
        found = by_rule[rule]
        if options.rule not in (None, rule) or len(found) < options.min_count:
            continue
        print(f"\n## {rule} ({len(found)})\n")
        for d in random.Random(options.seed).sample(found, min(options.count, len(found))):
            with open(d["file"], "rb") as file:
                data = file.read()
            start, end = (d["range"][key]["offset"] for key in ("start", "end"))
            line_start = data.rfind(b"\n", 0, start) + 1
            line_end = data.find(b"\n", end)
            unit = next((m for m in corpus.UNIT.finditer(data.decode("utf-8", "replace"))
                         if m["id"] == d.get("unit")), None)
            marked = (data[max(line_start, start - 160):start] + "⟦".encode() + data[start:end]
                      + "⟧".encode() + data[end:min(line_end, end + 120)]).decode("utf-8", "replace")
            print(f"- {d['file'].split('/')[-1]}:{d['range']['start']['line']} {d.get('unit', '')} "
                  f"{d['message']}\n    {marked}\n    {unit['source'][:300] if unit else ''}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
