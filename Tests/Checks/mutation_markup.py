"""Damage to the Markdown and HTML of a target."""
import re

from mutation import SPACED, kind

LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\(([^()\s]+)\)")
BOLD = re.compile(r"(?<![*\\])\*\*(?=\S)([^*\n]*[^*\s])\*\*(?!\*)")
CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
TAGS = re.compile(r"<(strong|em|sub|sup|b|i|u|a)\b[^>]*>([^<]*)</\1>")


def place(rng, a, pattern, test=lambda u, m: True):
    """A unit outside raw HTML blocks and a match of the pattern in its target."""
    found = [(u, m) for u in a.units if not a.in_html(u)
             for m in pattern.finditer(u.target) if test(u, m)]
    return rng.choice(found) if found else None


def changed(a, u, m, text):
    return a.replaced(u, u.target[:m.start()] + text + u.target[m.end():])


@kind("link-blank", ["link.broken", "link.count"])
def link_blank(rng, a):
    """A blank stands between the brackets of a link."""
    f = place(rng, a, LINK)
    return changed(a, *f, f"[{f[1][1]}] ({f[1][2]})") if f else None


@kind("link-unclosed", ["link.broken", "link.count"])
def link_unclosed(rng, a):
    """The parenthesis of a link is not closed."""
    f = place(rng, a, LINK)
    return changed(a, *f, f"[{f[1][1]}]({f[1][2]}") if f else None


@kind("link-unlinked", ["link.count"])
def link_unlinked(rng, a):
    """A link has become plain text."""
    f = place(rng, a, LINK)
    return changed(a, *f, f[1][1]) if f else None


@kind("link-removed", ["link.count"])
def link_removed(rng, a):
    """A link is gone with its text."""
    f = place(rng, a, LINK, lambda u, m: len(u.target) > len(m[0]) + 5)
    return changed(a, *f, "") if f else None


@kind("link-emptied", ["link.empty-text"])
def link_emptied(rng, a):
    """A link has no text."""
    f = place(rng, a, LINK)
    return changed(a, *f, f"[]({f[1][2]})") if f else None


@kind("link-host", ["link.target"])
def link_host(rng, a):
    """A link leads to another host."""
    f = place(rng, a, LINK, lambda u, m: m[2].startswith("https://") and len(m[2]) > 14)
    return changed(a, *f, f"[{f[1][1]}](https://x{f[1][2][8:]})") if f else None


@kind("link-path", ["link.target"])
def link_path(rng, a):
    """A letter of a link's destination is another one."""
    f = place(rng, a, LINK, lambda u, m: re.search(r"[a-z]{4}[^/]*$", m[2]))
    if not f:
        return None
    url = f[1][2]
    spot = rng.choice([m.start() for m in re.finditer(r"[a-z]", url)][-4:])
    new = chr((ord(url[spot]) - 97 + rng.randint(1, 25)) % 26 + 97)
    return changed(a, *f, f"[{f[1][1]}]({url[:spot]}{new}{url[spot + 1:]})")


@kind("link-scheme", ["link.target"])
def link_scheme(rng, a):
    """A link has lost its scheme."""
    f = place(rng, a, LINK, lambda u, m: m[2].startswith("https://"))
    return changed(a, *f, f"[{f[1][1]}]({f[1][2][8:]})") if f else None


@kind("link-other", ["link.target"])
def link_other(rng, a):
    """One of two links leads where the other does."""
    found = [u for u in a.units if len({m[2].lower() for m in LINK.finditer(u.target)}) > 1
             and not a.in_html(u)]
    if not found:
        return None
    u = rng.choice(found)
    links = list(LINK.finditer(u.target))
    if links[0][2].lower().rstrip("/") == links[1][2].lower().rstrip("/"):
        return None
    return changed(a, u, links[0], f"[{links[0][1]}]({links[1][2]})")


@kind("link-glued", ["link.glued"], level="warning", locales=SPACED)
def link_glued(rng, a):
    """A link touches the next word."""
    f = place(rng, a, LINK, lambda u, m: re.match(r" [^\W\d_]{2,}", u.target[m.end():]))
    return (a.replaced(f[0], f[0].target[:f[1].end()] + f[0].target[f[1].end() + 1:])) if f else None


@kind("link-nested", ["link.broken", "link.count"])
def link_nested(rng, a):
    """A link stands inside another."""
    f = place(rng, a, LINK)
    return changed(a, *f, f"[{f[1][1]} [x]({f[1][2]}) y]({f[1][2]})") if f else None


@kind("bold-dropped", ["emphasis.count"], level="warning")
def bold_dropped(rng, a):
    """The marks of a bold span are gone."""
    f = place(rng, a, BOLD, lambda u, m: re.search(r"\w", m[1]))
    return changed(a, *f, f[1][1]) if f else None


@kind("bold-half", ["emphasis.broken"])
def bold_half(rng, a):
    """One of the two marks of a bold span is gone."""
    f = place(rng, a, BOLD, lambda u, m: len(BOLD.findall(u.target)) == 1)
    return changed(a, *f, rng.choice([f"**{f[1][1]}", f"{f[1][1]}**"])) if f else None


@kind("bold-blank", ["emphasis.broken"])
def bold_blank(rng, a):
    """Blanks stand inside the marks of a bold span."""
    f = place(rng, a, BOLD, lambda u, m: len(BOLD.findall(u.target)) == 1)
    return changed(a, *f, f"** {f[1][1]} **") if f else None


@kind("bold-escaped", ["emphasis.escaped"])
def bold_escaped(rng, a):
    """The marks of a bold span stand behind backslashes."""
    f = place(rng, a, BOLD)
    return changed(a, *f, rf"\*\*{f[1][1]}\*\*") if f else None


@kind("bold-emptied", ["emphasis."], level="warning")
def bold_emptied(rng, a):
    """A bold span has lost its text."""
    f = place(rng, a, BOLD, lambda u, m: len(u.target) > len(m[0]) + 4)
    return changed(a, *f, "****") if f else None


@kind("code-dropped", ["code.dropped"], level="warning")
def code_dropped(rng, a):
    """Code has lost its backticks."""
    f = place(rng, a, CODE, lambda u, m: re.search(r"\w", m[1]) and not re.search(r"[<>*_\[\]\\]", m[1]))
    return changed(a, *f, f[1][1]) if f else None


@kind("code-changed", ["code.span", "identifier.", "placeholder."])
def code_changed(rng, a):
    """A letter of code is another one."""
    f = place(rng, a, CODE, lambda u, m: re.search(r"[a-z]{3}", m[1])
              and u.target.count(m[1]) == 1)
    if not f:
        return None
    code = f[1][1]
    spot = rng.choice([m.start() for m in re.finditer(r"[a-z]", code)])
    new = chr((ord(code[spot]) - 97 + rng.randint(1, 25)) % 26 + 97)
    return changed(a, *f, f"`{code[:spot]}{new}{code[spot + 1:]}`")


@kind("code-translated", ["code.span", "identifier.", "placeholder."])
def code_translated(rng, a):
    """Code was put into other words."""
    f = place(rng, a, CODE, lambda u, m: len(m[1]) > 3 and u.target.count(m[1]) == 1)
    return changed(a, *f, "`oversatt kode`") if f else None


@kind("tag-unbalanced", ["tag.unbalanced", "tag.mismatch"], locales=("es-ES",))
def tag_unbalanced(rng, a):
    """An element is not closed."""
    found = [(u, m) for u in a.units for m in TAGS.finditer(u.target)]
    if not found:
        return None
    u, m = rng.choice(found)
    return a.replaced(u, u.target[:m.end() - len(m[1]) - 3] + u.target[m.end():])


@kind("tag-dropped", ["tag.mismatch", "tag.unbalanced", "link.count", "unit.missing-target"], locales=("es-ES",))
def tag_dropped(rng, a):
    """An element has become plain text."""
    found = [(u, m) for u in a.units for m in TAGS.finditer(u.target)]
    if not found:
        return None
    u, m = rng.choice(found)
    return a.replaced(u, u.target[:m.start()] + m[2] + u.target[m.end():])


@kind("entity-broken", ["entity.broken"])
def entity_broken(rng, a):
    """A blank stands inside a character reference."""
    f = place(rng, a, re.compile(r"&(amp|lt|gt|nbsp|quot);"))
    if f:
        return changed(a, *f, f"& {f[1][1]};")
    u = a.pick(rng, lambda u: " & " in u.target and " & " in u.source and not a.in_html(u))
    return a.replaced(u, u.target.replace(" & ", " & amp; ", 1)) if u else None


@kind("list-extra", ["list.extra"], level="warning")
def list_extra(rng, a):
    """A list marker stands at the start of a target that begins a paragraph."""
    u = a.pick(rng, lambda u: a.text[u.start - 1] == "\n" and not a.in_html(u)
               and re.match(r"\w", u.target) and re.match(r"\w", u.source))
    return a.replaced(u, rng.choice(["- ", "1. ", "* ", "# ", "> "]) + u.target) if u else None


@kind("path-step-empty", ["ui.path"], level="warning")
def path_step(rng, a):
    """A step of a path through menus is empty."""
    f = place(rng, a, re.compile(r" > (\*\*)?([^>*\n\[\]`]{2,30})(\*\*)? > "),
              lambda u, m: u.source.count(" > ") == u.target.count(" > ")
              and bool(m[1]) == bool(m[3]))
    return changed(a, *f, " >   > ") if f else None


@kind("alert-label", ["alert.label"])
def alert_label(rng, a):
    """The label of an alert stands translated in the unit under it."""
    found = []
    for m in re.finditer(r"^> ?\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*\n> ?(?=<span data-ttu-id)",
                         a.text, re.M):
        found += [u for u in a.units if u.start == m.end()]
    if not found:
        return None
    u = rng.choice(found)
    return a.replaced(u, rng.choice(["[!NOTA] ", "[!MERK] ", "[!ヒント] "]) + u.target)


@kind("alert-unknown", ["alert.unknown"], level="warning")
def alert_unknown(rng, a):
    """The label of an alert is none."""
    found = list(re.finditer(r"^> ?\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]", a.text, re.M))
    if not found:
        return None
    m = rng.choice(found)
    new = rng.choice(["TIPS", "MERK", "ヒント", "NOTES"])
    return a.text[:m.start(1)] + new + a.text[m.end(1):], m.start()
