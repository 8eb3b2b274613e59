"""Articles to be mutated, and the list of the kinds of mutation."""
import collections
import re

import corpus

KINDS = []
ALL = ("nb-NO", "ja-JP", "es-ES")
SPACED = ("nb-NO", "es-ES")


class Unit:
    """A unit by its places in the text of the article."""

    def __init__(self, match):
        self.id = match["id"]
        self.start, self.end = match.span()
        self.t0, self.t1 = match.span("target")
        self.s0, self.s1 = match.span("source")
        self.target, self.source = match["target"], match["source"]
        self.number = self.id.split("-")[-1]
        self.whole = match[0]


class Article:
    """A clean article: its text, its units, and whether it has no finding at all."""

    def __init__(self, locale, text, is_silent=False):
        self.locale = locale
        self.is_silent = is_silent
        self.text = text
        body = text.find("\n---\n", 4) + 5 if text.startswith("---\n") else 0
        self.head = text[:body]
        self.body = body
        self.units = [Unit(m) for m in corpus.UNIT.finditer(text, body)]
        self.fences = [m.span() for m in re.finditer(r"^```.*?^```", text, re.S | re.M)]

    def in_heading(self, unit):
        line = self.text[self.text.rfind("\n", 0, unit.start) + 1:unit.start]
        return line.lstrip("> ").startswith("#")

    def in_html(self, unit):
        before = self.text[self.text.rfind("\n\n", 0, unit.start) + 2:unit.start].lstrip()
        return before.startswith("<") and not before.startswith(("<span", "<a name"))

    def pick(self, rng, test):
        """A unit that a test takes, or None."""
        units = [u for u in self.units if test(u)]
        return rng.choice(units) if units else None

    def replaced(self, unit, target):
        """The text with another target of a unit, and the unit's place."""
        return self.text[:unit.t0] + target + self.text[unit.t1:], unit.start


class Kind:
    """A kind of mutation: what it does and which findings fit."""

    def __init__(self, name, change, rules, level, locales, benign, anywhere):
        self.name, self.change, self.rules, self.level = name, change, rules, level
        self.locales, self.benign, self.anywhere = locales, benign, anywhere
        self.summary = (change.__doc__ or "").strip()

    def fits(self, findings, lines, original):
        if self.benign:
            def signature(found):
                return collections.Counter((d["rule"], d.get("unit")) for d in found)
            return signature(findings) == signature(original)
        return any(
            d["rule"].startswith(tuple(self.rules)) and corpus.level(d) >= corpus.LEVELS[self.level]
            and (self.anywhere or lines[0] <= d["range"]["start"]["line"] <= lines[1])
            for d in findings)


def kind(name, rules=(), level="error", locales=ALL, benign=False, anywhere=False):
    """Registers a function (random source, article) -> (text, place of the damage) or None."""
    def register(change):
        KINDS.append(Kind(name, change, rules, level, locales, benign, anywhere))
        return change
    return register
