#!/usr/bin/env python3
"""How right the checks are: on judged findings, on known damage, and how much they say on the corpus.

    Tests/Checks/figures.py HJELP SHARED [--verbose] [--markdown]

1. qa/judged.jsonl: of what is reported at error level 95 % must be true, at warning level 80 %; no rule
   with five or more judged findings may be under 60 %; 90 % of the true defects must be found by a
   fitting rule at warning or above. A judged unit counts once, at its highest level.
2. The known damage of the corpus must be reported, the never-list must not.
3. At most 3,000 findings at warning or above over the three locales, and units flagged: nb 5 %, ja 1 %,
   es 3 %.
--markdown prints the table of the help article in place of the report.
"""
import argparse
import collections
import json
import pathlib
import re
import sys

import corpus

FITTING = {
    "number": ["number."], "emphasis": ["emphasis.", "ui.path"],
    "link": ["link.target", "link.count", "link.broken"], "emptylink": ["link."], "glued": ["link."],
    "gap": ["spacing.before-mark", "emphasis."], "cmdlet": ["identifier.", "code."],
    "path": ["identifier.", "code."], "param": ["identifier.", "placeholder."],
    "placeholder": ["placeholder.", "tag.", "identifier."],
    "tag": ["tag.", "entity.", "placeholder."], "email": ["email."],
    "untranslated": ["text.", "unit.wrong-pair"], "alert": ["alert."], "identifier": ["identifier."],
    "pairing": ["unit."], "url": ["link.target"],
}
SHARES = {"nb-NO": 5.0, "ja-JP": 1.0, "es-ES": 3.0}
APART = {"link.unresolved", "link.fragment"}


class Report:
    def __init__(self):
        self.passed = self.failed = 0

    def aim(self, name, value, holds):
        print(f"{'ok    ' if holds else 'FAILED'} {name}: {value}")
        if holds:
            self.passed += 1
        else:
            self.failed += 1


def judged(report, by_unit, shared, verbose):
    levels = collections.defaultdict(collections.Counter)
    rules = collections.defaultdict(collections.Counter)
    recall = collections.Counter()
    for line in (pathlib.Path(shared) / "qa/judged.jsonl").read_text("utf-8").splitlines():
        entry = json.loads(line)
        path = str(pathlib.Path(shared) / "corpus" / entry["file"])
        fitting = [d for d in by_unit[path, entry["unit"]]
                   if d["rule"].startswith(tuple(FITTING[entry["kind"]]))]
        is_true = entry["verdict"] == "true-defect"
        level = max((corpus.level(d) for d in fitting), default=-1)
        if level > 0:
            levels[level][is_true] += 1
            for rule in {d["rule"] for d in fitting if corpus.level(d) > 0}:
                rules[rule][is_true] += 1
        if is_true:
            recall[level > 0] += 1
        if verbose and is_true != (level > 0):
            print(f"{'missed' if is_true else 'false '} {entry['kind']} {entry['file']}:{entry['line']} "
                  f"{entry['unit']} {entry['reason'][:100]} {sorted({d['rule'] for d in fitting})}")
    for level, name, least in ((2, "error", 95), (1, "warning", 80)):
        good, bad = levels[level][True], levels[level][False]
        share = 100 * good / max(1, good + bad)
        report.aim(f"judged at {name} level", f"{good} of {good + bad} true, {share:.1f} %", share >= least)
    for rule in sorted(rules):
        good, bad = rules[rule][True], rules[rule][False]
        if good + bad >= 5:
            report.aim(f"judged {rule}", f"{good} of {good + bad} true", good >= 0.6 * (good + bad))
    share = 100 * recall[True] / sum(recall.values())
    report.aim("true defects found", f"{recall[True]} of {sum(recall.values())}, {share:.1f} %", share >= 90)
    return rules


def known(report, by_unit, shared):
    """The damage that RULES.md names, found by readers of the bytes alone."""
    def reported(path, unit, rules):
        return any(d["rule"].startswith(tuple(rules)) and corpus.level(d) > 0
                   for d in by_unit[str(path), unit])
    empty, decimals, alerts, singles = [], [], [], {}
    for locale, path, text in corpus.articles(shared):
        for m in corpus.UNIT.finditer(text):
            target, source = m["target"], m["source"]
            if "[](" in target and "[](" not in source and "`[]" not in target:
                empty.append(reported(path, m["id"], ["link.empty-text"]))
            if path.name == "calling-into-excel-from-the-dll-or-xll.md" \
                    and re.fullmatch(r"\d+\.\d+", source) and target == source.replace(".", ""):
                decimals.append(reported(path, m["id"], ["number.decimal"]))
            before = text[:m.start()].rstrip("> \n\t")
            if re.search(r"\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]$", before) \
                    and re.match(r"\[!\w+\]", target):
                alerts.append(reported(path, m["id"], ["alert.label"]))
            for name, rules, test in (
                ("Fjern-SPODeletedSite", ["identifier.", "code."], "Fjern-SPODeletedSite" in target),
                ("$ {local_app_data}", ["placeholder.", "identifier."], "$ {local_app_data}" in target),
                ("TLS 1,2", ["identifier.", "number."], m["id"] == "677cd-112"),
            ):
                if test and name in target:
                    singles.setdefault(name, []).append(reported(path, m["id"], rules))
    for name, found in (("empty link texts", empty), ("lost decimals", decimals),
                        ("translated alert labels", alerts), *singles.items()):
        report.aim(f"known: {name}", f"{sum(found)} of {len(found)}", found and all(found))
    for name in ("Fjern-SPODeletedSite", "$ {local_app_data}", "TLS 1,2"):
        if name not in singles:
            report.aim(f"known: {name}", "not in the corpus", False)
    damaged = collections.Counter(
        pathlib.Path(path).name for (path, _), found in by_unit.items()
        for d in found if d["rule"] == "unit.malformed")
    for name, least in (("how-to-search-and-obtain-appointments-in-a-time-range.md", 2),
                        ("relating-the-outlook-pia-with-the-object-model.md", 1),
                        ("outlook-com-setting-changes.md", 2)):
        report.aim(f"known: damaged units of {name}", damaged[name], damaged[name] >= least)
    for unit in ("e7ff8-112", "d4564-112"):
        found = [d["rule"] for (_, name), all_ in by_unit.items() if name == unit for d in all_
                 if d["rule"].startswith("unit.")]
        report.aim(f"known: {unit}", ", ".join(found), bool(found))


def never(report, findings, shared):
    targets = [d for d in findings if d["rule"] == "link.target" and d.get("locale") == "nb-NO"]
    report.aim("never: a changed URL in nb", len(targets), not targets)
    units = set()
    for line in (pathlib.Path(shared) / "qa/judged.jsonl").read_text("utf-8").splitlines():
        entry = json.loads(line)
        if entry["verdict"] == "acceptable" and entry["kind"] in ("number", "email", "url"):
            units.add((str(pathlib.Path(shared) / "corpus" / entry["file"]), entry["unit"]))
    wrong = [d for d in findings if (d["file"], d.get("unit")) in units and corpus.level(d) > 0
             and d["rule"].startswith(("number.", "email.", "link.target"))]
    report.aim("never: number words, counters, months, glosses, case of addresses", len(wrong), not wrong)


def noise(report, findings, units):
    loud = [d for d in findings if corpus.level(d) > 0 and d["rule"] not in APART]
    report.aim("findings at warning or above", len(loud), len(loud) <= 3000)
    for locale, most in SHARES.items():
        flagged = {(d["file"], d["unit"]) for d in loud if d.get("locale") == locale and d.get("unit")}
        share = 100 * len(flagged) / units[locale]
        report.aim(f"units flagged in {locale}", f"{len(flagged)} of {units[locale]}, {share:.2f} %",
                   share <= most)


def table(findings, rules):
    """Each rule's findings by locale, and the judged ones, as a table of the help."""
    counts = collections.defaultdict(collections.Counter)
    for d in findings:
        counts[d["rule"], d["severity"]][d.get("locale")] += 1
    print("| rule | level | nb | ja | es | judged right |\n|---|---|---|---|---|---|")
    for (rule, severity), count in sorted(counts.items()):
        good, bad = rules[rule][True], rules[rule][False]
        shown = f"{good} of {good + bad}" if good + bad and severity != "info" else ""
        print(f"| `{rule}` | {severity} | {count['nb-NO']} | {count['ja-JP']} | {count['es-ES']} | {shown} |")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("shared")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--markdown", action="store_true")
    options = parser.parse_args()
    findings = corpus.check(options.program, corpus.folders(options.shared))["diagnostics"]
    by_unit = collections.defaultdict(list)
    for d in findings:
        by_unit[d["file"], d.get("unit")].append(d)
    units = collections.Counter()
    for locale, _, text in corpus.articles(options.shared):
        units[locale] += len(corpus.UNIT.findall(text))
    report = Report()
    if options.markdown:
        sys.stdout, out = open("/dev/null", "w"), sys.stdout
        rules = judged(report, by_unit, options.shared, False)
        sys.stdout = out
        table(findings, rules)
        return 0
    judged(report, by_unit, options.shared, options.verbose)
    known(report, by_unit, options.shared)
    never(report, findings, options.shared)
    noise(report, findings, units)
    return corpus.close(report.passed, report.failed)


if __name__ == "__main__":
    sys.exit(main())
