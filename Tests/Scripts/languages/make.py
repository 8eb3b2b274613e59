#!/usr/bin/env python3
"""Makes the language tables Sources/HjelpChecks/Languages/LanguageData+*.swift.

    python3 -m venv VENV && VENV/bin/pip install babel num2words
    VENV/bin/python Tests/Scripts/languages/make.py [--check]

Decimal and group marks, the names of months and days come from babel (CLDR), number words from
num2words; what they lack (inflected forms, counters, function words, quotes, lengths) stands in
hand/LANGUAGE.txt with its source. The same versions give the same bytes. --check writes nothing and
says whether the files are up to date.
"""
import pathlib
import re
import sys
import textwrap
from importlib.metadata import version

import babel
import num2words
from babel import Locale

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parents[2] / "Sources/HjelpChecks/Languages"

# Our name of a language, babel's, num2words' (None where it has no words, or wrong ones).
LANGUAGES = {
    "ar": ("ar", None), "da": ("da", "da"), "de": ("de", "de"), "en": ("en", "en"),
    "es": ("es", "es"), "fr": ("fr", "fr"), "it": ("it", "it"), "ja": ("ja", None),
    "ko": ("ko", None), "nb": ("nb", "no"), "nl": ("nl", "nl"), "nn": ("nn", None),
    "pt": ("pt", "pt"), "sv": ("sv", "sv"), "zhHans": ("zh_Hans", None),
}
NUMBERS = [*range(0, 101), 1000]
ENDS = {
    "statement": ". 。 ．", "question": "? ？ ؟", "exclamation": "! ！", "colon": ": ：",
}
BLANKS = {" ": "U+0020", "\u00a0": "U+00A0", "\u202f": "U+202F", "\u3000": "U+3000"}


def value(text):
    """A word as it stands in a table: blanks inside are low lines, invisible marks by number."""
    return BLANKS.get(text) or text.strip().lower().replace("\u00a0", " ").replace(" ", "_")


def numbers(code):
    if code is None:
        return
    for number in NUMBERS:
        words = {value(num2words.num2words(number, lang=code))}
        yield f"cardinal {number} " + " ".join(sorted(words))
        if 0 < number <= 20:
            try:
                ordinal = value(num2words.num2words(number, lang=code, to="ordinal"))
            except NotImplementedError:
                continue
            if ordinal not in words:
                yield f"ordinal {number} {ordinal}"


def months(table):
    """The names of months in all widths; letters alone and numbers are left out."""
    found = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for key, name in table.get(context, {}).get(width, {}).items():
                word = value(name)
                if len(word) > 1 and not re.search(r"\d", word):
                    found.setdefault(key, set()).add(word)
    for key in sorted(found):
        yield f"month {key} " + " ".join(sorted(found[key]))


def symbols(locale):
    symbols = locale.number_symbols.get("latn") or locale.number_symbols
    group = {value(symbols["group"])}
    if symbols["decimal"] == ",":
        group |= {".", "U+0020", "U+00A0", "U+202F"}
    yield f"decimal {value(symbols['decimal'])}"
    yield "group " + " ".join(sorted(group))


def table(name):
    babel_code, words_code = LANGUAGES[name]
    locale = Locale.parse(babel_code)
    hand = [line for line in (HERE / "hand" / f"{name}.txt").read_text("utf-8").splitlines()
            if line and not line.startswith("#")]
    keys = {line.split()[0] for line in hand}
    # What a person reads the table by stands in its comment.
    lines = [line for line in hand if line.split()[0] != "name"]
    if "spaces" not in keys:
        lines.append("spaces yes")
    lines += [line for line in symbols(locale) if line.split()[0] not in keys]
    lines += numbers(words_code)
    lines += months(locale.months)
    lines += [f"end {kind} {marks}" for kind, marks in ENDS.items()]
    return lines


def wrapped(line):
    """A line of a table, its key and number repeated where it would be too long."""
    words = line.split()
    head = " ".join(words[:2] if words[0] in ("cardinal", "ordinal", "part", "scale") else words[:1])
    rest = line[len(head):].strip()
    return [f"{head} {part}" for part in textwrap.wrap(rest, 90 - len(head), break_on_hyphens=False)]


def swift(name):
    hand = (HERE / "hand" / f"{name}.txt").read_text("utf-8").splitlines()
    title = next(line for line in hand if line.startswith("name "))[5:].replace("_", " ")
    sources = f"babel {babel.__version__}"
    if LANGUAGES[name][1]:
        sources += f", num2words {version('num2words')}"
    body = "\n".join("    " + part for line in table(name) for part in wrapped(line))
    return (f"extension LanguageData {{\n  /// {title}.\n  ///\n"
            f"  /// Made by Tests/Scripts/languages/make.py from {sources}\n"
            f"  /// and hand/{name}.txt.\n"
            f"  static let {name}: StaticString = \"\"\"\n{body}\n    \"\"\"\n}}\n")


def main():
    stale = []
    for name in LANGUAGES:
        path = OUT / f"LanguageData+{name}.swift"
        text = swift(name)
        if path.exists() and path.read_text("utf-8") == text:
            continue
        stale.append(path.name)
        if "--check" not in sys.argv[1:]:
            path.write_text(text, "utf-8")
    print("\n".join(stale) or "up to date")
    return 1 if stale and "--check" in sys.argv[1:] else 0


if __name__ == "__main__":
    sys.exit(main())
