"""Damage to what a target says."""
import re

from mutation import SPACED, kind
from mutation_markup import changed, place

WORDS = {
    "the", "of", "and", "to", "is", "you", "your", "with", "this", "that", "are", "can", "if", "not",
    "be", "it", "or", "when", "which", "from", "have", "has", "will", "for", "in", "on", "a", "an",
}
# The usual length of a target beside its source, as the languages' tables have it.
USUAL = {"nb-NO": 1.07, "es-ES": 1.14, "ja-JP": 0.61}
NUMBER = re.compile(r"(?<![\w.,:/#=%&?-])\d{3,5}(?![\w.,:/%-])")


def text_only(u):
    return not re.search(r"[<\[`]|http", u.target)


def visible(text):
    return re.sub(r"\]\([^)]*\)|<[^>]*>|https?://\S+", " ", text)


def other_digit(rng, digit):
    return str((int(digit) + rng.randint(1, 9)) % 10)


def numbers(rng, a):
    return place(rng, a, NUMBER, lambda u, m: visible(u.target).count(m[0]) == 1
                 and u.target.count(m[0]) == 1 and re.search(rf"(?<!\d){m[0]}(?!\d)", visible(u.source)))


@kind("digit-changed", ["number.", "identifier.", "unit.wrong-pair"])
def digit_changed(rng, a):
    """A digit of a number is another one."""
    f = numbers(rng, a)
    if not f:
        return None
    text = f[1][0]
    spot = rng.randrange(len(text))
    return changed(a, *f, text[:spot] + other_digit(rng, text[spot]) + text[spot + 1:])


@kind("number-removed", ["number.missing"])
def number_removed(rng, a):
    """A number is gone."""
    f = numbers(rng, a)
    return changed(a, *f, "") if f else None


@kind("decimal-lost", ["number.decimal", "number.missing"])
def decimal_lost(rng, a):
    """A number has lost its decimal mark."""
    f = place(rng, a, re.compile(r"(?<![\w.,:/-])(\d{1,3})[.,](\d{1,2})(?![\w.,:/%-])"),
              lambda u, m: f"{m[1]}.{m[2]}" in visible(u.source)
              and len(re.findall(r"\d", visible(u.target))) == len(m[1] + m[2]))
    return changed(a, *f, f[1][1] + f[1][2]) if f else None


@kind("guid-changed", ["identifier.guid", "code.span", "link.target"])
def guid_changed(rng, a):
    """A digit of a GUID is another one."""
    f = place(rng, a, re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
              lambda u, m: m[0].lower() in u.source.lower() and u.target.count(m[0]) == 1)
    if not f:
        return None
    text = f[1][0]
    spot = rng.choice([m.start() for m in re.finditer(r"\d", text)] or [0])
    new = other_digit(rng, text[spot]) if text[spot].isdigit() else "0"
    return changed(a, *f, text[:spot] + new + text[spot + 1:])


@kind("error-code-changed", ["identifier.error-code", "number.", "code.span", "identifier."])
def error_code(rng, a):
    """A digit of an error code is another one."""
    f = place(rng, a, re.compile(r"0x[0-9A-Fa-f]{4,8}|AADSTS\d+|\b[45]\.\d\.\d{1,3}\b"),
              lambda u, m: m[0] in visible(u.source) and visible(u.target).count(m[0]) == 1
              and u.target.count(m[0]) == 1)
    if not f:
        return None
    text = f[1][0]
    spot = [m.start() for m in re.finditer(r"\d", text)][-1]
    return changed(a, *f, text[:spot] + other_digit(rng, text[spot]) + text[spot + 1:])


@kind("address-changed", ["link.target", "code.span"])
def address_changed(rng, a):
    """A letter of an address in the text is another one."""
    f = place(rng, a, re.compile(r"(?<![\[(\"<=])https?://[\w./-]*[a-z]{4}(?![\w/.-])"),
              lambda u, m: m[0] in u.source and "](" not in u.target)
    if not f:
        return None
    url = f[1][0]
    spot = len(url) - rng.randint(1, 4)
    new = chr((ord(url[spot]) - 97 + rng.randint(1, 25)) % 26 + 97) if url[spot].islower() else "x"
    return changed(a, *f, url[:spot] + new + url[spot + 1:])


@kind("email-changed", ["email.changed", "link.target"])
def email_changed(rng, a):
    """A letter of an e-mail address is another one."""
    f = place(rng, a, re.compile(r"[a-z][\w.]*@[\w.]+\.[a-z]{2,}"),
              lambda u, m: m[0].lower() in u.source.lower() and u.target.count(m[0]) == 1)
    return changed(a, *f, "x" + f[1][0]) if f else None


@kind("cmdlet-translated", ["identifier.cmdlet", "code.", "link.target"])
def cmdlet(rng, a):
    """The verb of a PowerShell command is translated."""
    f = place(rng, a, re.compile(r"\b(Get|Set|New|Remove|Add|Enable|Disable|Start)-([A-Z][A-Za-z]{5,})"),
              lambda u, m: m[0] in visible(u.source) and visible(u.target).count(m[0]) == 1)
    return changed(a, *f, {"Get": "Hent", "Set": "Angi", "New": "Ny", "Remove": "Fjern",
                           "Add": "Tilføy", "Enable": "Aktiver", "Disable": "Deaktiver",
                           "Start": "Begynn"}[f[1][1]] + "-" + f[1][2]) if f else None


@kind("parameter-split", ["identifier.parameter", "code.span"])
def parameter(rng, a):
    """A blank stands between the hyphen and the name of a parameter."""
    f = place(rng, a, re.compile(r"(?<= )-([A-Z][A-Za-z]{3,})"),
              lambda u, m: m[0] in u.source and u.target.count(m[0]) == 1)
    return changed(a, *f, "- " + f[1][1]) if f else None


@kind("placeholder-split", ["placeholder.changed", "code.span", "identifier."])
def placeholder(rng, a):
    """A blank stands inside a placeholder."""
    f = place(rng, a, re.compile(r"%[A-Za-z]{3,}%|\{\d\}|\$\{\w+\}"),
              lambda u, m: m[0].lower() in u.source.lower())
    return changed(a, *f, f[1][0][0] + " " + f[1][0][1:]) if f else None


@kind("path-translated", ["identifier.path", "code.span", "placeholder."])
def path(rng, a):
    """A folder of a path is translated."""
    f = place(rng, a, re.compile(r"\\\\?(Users|Windows|Microsoft|Office|Program Files|Software)\\",
                                 re.I),
              lambda u, m: m[0] in u.source and u.target.count(m[0]) == 1)
    if not f:
        return None
    return changed(a, *f, f[1][0].replace(f[1][1], "Brukere"))


@kind("name-split", ["identifier.", "code.span"])
def name_split(rng, a):
    """A blank stands inside a name with dots or colons."""
    f = place(rng, a, re.compile(r"\b[A-Z][A-Za-z]{3,}(\.|::)[A-Z][A-Za-z]{3,}\b(?![.(])"),
              lambda u, m: m[0] in visible(u.source) and u.target.count(m[0]) == 1
              and m[0] in visible(u.target))
    if not f:
        return None
    spot = f[1].end(1) - f[1].start()
    return changed(a, *f, f[1][0][:spot] + " " + f[1][0][spot:])


def is_sentence(u):
    words = re.findall(r"(?<![\w<])[a-z]{2,}(?![\w>])", visible(u.source))
    return len(words) >= 6 and len([w for w in words if w in WORDS]) >= 2 \
        and not re.search(r"[\[<`|]|http|\n", u.source)


@kind("untranslated", ["text.untranslated", "text.partly-untranslated", "unit.wrong-pair"], level="warning")
def untranslated(rng, a):
    """A sentence stands in English."""
    u = a.pick(rng, is_sentence)
    return a.replaced(u, u.source) if u else None


@kind("cut", ["unit.truncated", "unit.length", "link.", "number.", "emphasis.", "identifier.", "code."],
      level="warning")
def cut(rng, a):
    """A sentence is cut off after a quarter."""
    u = a.pick(rng, lambda u: len(u.source) > 60 and len(u.target) > 30 and text_only(u)
               and "*" not in u.target and re.search(r"[.。]$", u.source) and re.search(r"[.。]$", u.target)
               and not a.in_heading(u) and not a.in_html(u))
    if not u:
        return None
    return a.replaced(u, u.target[:len(u.target) // 4].rstrip(" .,。、"))


@kind("word-doubled", ["text.doubled-word"], level="warning", locales=SPACED)
def word_doubled(rng, a):
    """A word stands twice."""
    f = place(rng, a, re.compile(r"(?<= )[^\W\d_]{5,}(?= )"),
              lambda u, m: text_only(u) and "*" not in u.target and not a.in_html(u)
              and m[0].islower())
    return changed(a, *f, f[1][0] + " " + f[1][0]) if f else None


@kind("text-doubled", ["text.", "unit.", "number.", "link.count"], level="warning")
def text_doubled(rng, a):
    """A sentence stands three times."""
    u = a.pick(rng, lambda u: len(u.source) > 65 and text_only(u) and "*" not in u.target
               and not a.in_heading(u) and not a.in_html(u) and len(u.target) > 0.95 * USUAL[a.locale] * len(u.source))
    return a.replaced(u, u.target + " " + u.target + " " + u.target
                      + (" " + u.target + " " + u.target if a.locale == "ja-JP" else "")) if u else None


@kind("halves-exchanged", ["unit.wrong-pair", "text."], level="warning")
def halves(rng, a):
    """The target stands in the source's place and the other way round."""
    u = a.pick(rng, lambda u: is_sentence(u) and text_only(u) and not a.in_heading(u))
    if not u:
        return None
    return a.text[:u.t0] + u.source + a.text[u.t1:u.s0] + u.target + a.text[u.s1:], u.start


FEATURE = re.compile(r"\d{2,}|https?://[^\s)]+|`[^`]+`|\b[A-Z][a-z]+[A-Z]\w+\b|\b[A-Z]{3,}\b")


@kind("neighbours-exchanged",
      ["unit.wrong-pair", "number.", "link.", "code.", "identifier.", "emphasis."], level="warning",
      anywhere=True)
def neighbours(rng, a):
    """The targets of two neighbours stand in each other's place."""
    found = []
    for u, v in zip(a.units, a.units[1:]):
        one, two = set(FEATURE.findall(u.source)), set(FEATURE.findall(v.source))
        one_t, two_t = set(FEATURE.findall(u.target)), set(FEATURE.findall(v.target))
        if len(one - two) >= 1 and len(two - one) >= 1 and (one - two) <= one_t \
                and (two - one) <= two_t and not (one - two) & two_t and not (two - one) & one_t:
            found.append((u, v))
    if not found:
        return None
    u, v = rng.choice(found)
    text = a.text[:u.t0] + v.target + a.text[u.t1:v.t0] + u.target + a.text[v.t1:]
    return text, u.start


@kind("replacement-character", ["character.replacement"])
def replacement(rng, a):
    """A letter became U+FFFD."""
    f = place(rng, a, re.compile(r"(?<=\w)\w(?=\w)"), lambda u, m: text_only(u))
    return changed(a, *f, "\ufffd") if f else None


@kind("bidi-control", ["character.bidi"])
def bidi(rng, a):
    """A control for the direction of text is opened and not closed."""
    f = place(rng, a, re.compile(r" "), lambda u, m: text_only(u))
    return changed(a, *f, " " + rng.choice("\u202e\u202b\u2067\u2066")) if f else None


@kind("zero-width", ["character.control", "file.encoding"], level="warning")
def zero_width(rng, a):
    """A character of no width stands in a word."""
    f = place(rng, a, re.compile(r"(?<=\w)(?=\w)"), lambda u, m: text_only(u) and "\u200b" not in u.source)
    return changed(a, *f, rng.choice("\u200b\u2060\ufeff")) if f else None


@kind("stray-script", ["character.script"], level="warning", locales=SPACED)
def stray_script(rng, a):
    """A Cyrillic letter stands in a Latin word."""
    f = place(rng, a, re.compile(r"(?<=[a-z])[aeop](?=[a-z])"), lambda u, m: text_only(u))
    return changed(a, *f, {"a": "\u0430", "e": "\u0435", "o": "\u043e", "p": "\u0440"}[f[1][0]]) if f else None


@kind("blank-before-stop", ["spacing.before-mark"], level="warning", locales=SPACED)
def blank_before_stop(rng, a):
    """A blank stands before the full stop at the end."""
    u = a.pick(rng, lambda u: re.search(r"\w\.$", u.target) and "http" not in u.target[-60:]
               and not a.in_html(u))
    return a.replaced(u, u.target[:-1] + " .") if u else None
