"""The figures as Markdown."""

# Title of the row, the beginnings of the names of its sets. What no set of the file begins with stays out.
RIGHT = [
    ("exact strings, en", ["exact-en"]), ("exact strings, nb", ["exact-nb"]), ("exact strings, ja", ["exact-ja"]),
    ("codes alone", ["code"]), ("codes in a line", ["code-in-line"]), ("titles", ["title-"]),
    ("disturbed, together", ["mut-"]), ("· case", ["mut-case"]), ("· digits", ["mut-digits"]), ("· log line", ["mut-log"]),
    ("· truncated", ["mut-trunc"]), ("· typos", ["mut-typo"]),
]
FALSE = [("all", ["neg-"]), ("hard ones", ["neg-hard"]), ("unrelated programs", ["neg-unix"]), ("log lines", ["neg-log"]),
         ("codes that no article has", ["neg-code"])]
PLAIN = [("exact strings", ["exact-"]), ("codes", ["code"]), ("titles", ["title-"]), ("disturbed", ["mut-"])]
EXACTLY = {"code"}


def percentiles(seconds):
    """Median and 99th percentile; a pair is taken as these two."""
    if isinstance(seconds, tuple):
        return {"median": seconds[0], "p99": seconds[1]}
    ordered = sorted(seconds)
    return {"median": ordered[len(ordered) // 2], "p99": ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]}


def chosen(sets, beginnings):
    return [counts for name, counts in sets.items()
            if any(name == start if start in EXACTLY else name.startswith(start) for start in beginnings)]


def total(sets, beginnings, key):
    return sum(counts.get(key, 0) for counts in chosen(sets, beginnings))


def share(sets, beginnings, key, of="answerable"):
    whole = total(sets, beginnings, of)
    return f"{100 * total(sets, beginnings, key) / whole:.1f}" if whole else "–"


def answerable(sets):
    """The sets that have answers, but for the retranslated titles, which other sites are built for."""
    return [name for name, counts in sets.items() if counts["answerable"] and not name.startswith("retranslated")]


def time(seconds):
    if seconds is None:
        return "–"
    return f"{seconds * 1e6:.0f} µs" if seconds < 1e-3 else f"{seconds * 1e3:.1f} ms"


def megabytes(size):
    return f"{size / 1e6:.1f}"


def markdown(columns):
    """The main table, the one of plain set-ups, and what each threshold is on."""
    rows = [("answered right, %", None)]
    rows += [(name, lambda c, s=sets: share(c["sets"], s, "right")) for name, sets in RIGHT]
    rows += [
        ("· the lowest of the disturbed sets", lowest),
        ("all that have an answer", lambda c: share(c["sets"], answerable(c["sets"]), "right")),
        ("· with one threshold for both locales", one_threshold),
        ("answered wrongly, %", lambda c: share(c["sets"], answerable(c["sets"]), "wrong")),
        ("not answered though there is an answer, %", lambda c: share(c["sets"], answerable(c["sets"]), "none")),
        ("right in the first five, whatever the threshold, %", None),
        ("all that have an answer", lambda c: share(c["sets"], answerable(c["sets"]), "five")),
        ("retranslated titles, nb", lambda c: share(c["sets"], ["retranslated-nb"], "five")),
        ("retranslated titles, ja", lambda c: share(c["sets"], ["retranslated-ja"], "five")),
        ("right first, whatever the threshold, %", lambda c: share(c["sets"], answerable(c["sets"]), "first")),
        ("false positives, %", None),
    ]
    rows += [(name, lambda c, s=sets: share(c["sets"], s, "false", "queries")) for name, sets in FALSE]
    rows += [
        ("time of a query, one core", None),
        ("in process: median", lambda c: time((c["seconds"] or {}).get("median")) if in_process(c) else "–"),
        ("in process: 99th percentile", lambda c: time((c["seconds"] or {}).get("p99")) if in_process(c) else "–"),
        ("through a socket: median", lambda c: time(through_socket(c).get("median"))),
        ("through a socket: 99th percentile", lambda c: time(through_socket(c).get("p99"))),
        ("in a batch of 100", lambda c: time(c.get("seconds in a batch"))),
        ("index, MB (texts beside it)", None),
    ]
    rows += [(locale, lambda c, at=locale: "{} ({})".format(*map(megabytes, c["sizes"][at])))
             for locale in columns[0]["sizes"]]
    text = grid(["", *(column["name"] for column in columns)], rows, columns)
    text += "\nThe score that the threshold is on: "
    text += "; ".join(f"{column['name']}: {column['threshold']}" for column in columns) + ".\n"
    text += "".join("Of {answers} answers of Hjelp with a confidence of at least 0.9, {right} are right.\n".format(
        **column["confident"]) for column in columns if "confident" in column)
    rivals = [column for column in columns if "plain" in column]
    if rivals:
        rows = [("answered right, threshold on the score itself, %", None)]
        rows += [(name, lambda c, s=sets: share(c["plain"]["sets by score"], s, "right")) for name, sets in PLAIN]
        rows += [("answered right, threshold on the best normalised score, %", None)]
        rows += [(name, lambda c, s=sets: share(c["plain"]["sets"], s, "right")) for name, sets in PLAIN]
        rows += [("time of a query", None), ("median", lambda c: time(c["plain"]["seconds"]["median"])),
                 ("99th percentile", lambda c: time(c["plain"]["seconds"]["p99"]))]
        text += "\nThe same engines asked for the words of the query alone: no phrase, no codes, no correction.\n\n"
        text += grid(["", *(column["name"] for column in rivals)], rows, rivals)
    return text


def grid(head, rows, columns):
    lines = ["| " + " | ".join(head) + " |", "|---" + "|---:" * len(columns) + "|"]
    for name, figure in rows:
        cells = [figure(column) if figure else "" for column in columns]
        lines.append("| " + " | ".join([f"**{name}**" if not figure else name, *cells]) + " |")
    return "\n".join(lines) + "\n"


def lowest(column):
    shares = [(100 * counts["right"] / counts["answerable"], name) for name, counts in column["sets"].items()
              if name.startswith("mut-")]
    return "{:.1f} ({})".format(*min(shares)).replace("mut-", "") if shares else "–"


def one_threshold(column):
    sets = column.get("one threshold", column["sets"])
    return share(sets, answerable(sets), "right")


def in_process(column):
    return not column["name"].startswith("PostgreSQL")


def through_socket(column):
    return column.get("seconds over HTTP") or ({} if in_process(column) else column["seconds"])
