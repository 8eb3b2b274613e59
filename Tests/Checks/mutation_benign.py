"""Changes that are no defects: they must report what the untouched article does."""
import re

from mutation import kind


@kind("benign-crlf", benign=True)
def crlf(rng, a):
    """The lines end with CR LF."""
    return a.text.replace("\n", "\r\n"), 0


@kind("benign-bom", benign=True)
def bom(rng, a):
    """The file begins with a byte order mark."""
    return "\ufeff" + a.text, 0


@kind("benign-final-end", benign=True)
def final_end(rng, a):
    """The last line end is gone, or there is one more."""
    return (a.text.rstrip("\n") if rng.random() < 0.5 else a.text + "\n"), 0


@kind("benign-inner-span", benign=True)
def inner_span(rng, a):
    """Balanced inner spans stand around a word in both halves."""
    u = a.pick(rng, lambda u: re.fullmatch(r"[^<>`\[\]*|\\_]+", u.target + u.source)
               and not a.in_heading(u) and not a.in_html(u))
    if not u:
        return None
    target, source = f"<span>{u.target}</span>", f"<span>{u.source}</span>"
    return a.text[:u.t0] + target + a.text[u.t1:u.s0] + source + a.text[u.s1:], 0


@kind("benign-merge", benign=True)
def merge(rng, a):
    """Two neighbours of a paragraph are merged into a unit with a number of its own."""
    found = []
    if not a.is_silent:
        return None
    for u, v in zip(a.units, a.units[1:]):
        if a.text[u.end:v.start] == " " and re.fullmatch(r"[0-9a-f]{5}-\d+", u.id) \
                and re.fullmatch(r"[0-9a-f]{5}-\d+", v.id) and not a.in_html(u) \
                and not a.in_heading(u):
            found.append((u, v))
    if not found:
        return None
    u, v = rng.choice(found)
    new = u.id.replace("-", "-p")
    if f'"{new}"' in a.text:
        return None
    joined = (f'<span data-ttu-id="{new}">{u.target} {v.target}</span><span class="sxs-lookup">'
              f'<span data-stu-id="{new}">{u.source} {v.source}</span></span>')
    return a.text[:u.start] + joined + a.text[v.end:], 0


@kind("benign-decimal", benign=True)
def decimal(rng, a):
    """A decimal has the mark of the other habit."""
    u = a.pick(rng, lambda u: re.search(r"(?<![\d.,])\d{1,2}[.,]\d{1,2}(?![\d.,])", u.target)
               and not re.search(r"\[|`|http", u.target) and not a.in_html(u))
    if not u:
        return None
    swap = {".": ",", ",": "."}
    target = re.sub(r"(?<![\d.,])(\d{1,2})([.,])(\d{1,2})(?![\d.,])",
                    lambda m: m[1] + swap[m[2]] + m[3], u.target)
    return a.replaced(u, target)[0], 0


@kind("benign-field-order", benign=True)
def field_order(rng, a):
    """The first field of the front matter stands last."""
    lines = a.head.split("\n")
    end = len(lines) - 2
    if lines[0] != "---" or lines[end] != "---" or any(l.startswith((" ", "-")) for l in lines[1:end]):
        return None
    return "\n".join([lines[0], *lines[2:end], lines[1], *lines[end:]]) + a.text[a.body:], 0


@kind("benign-unknown-field", benign=True)
def unknown_field(rng, a):
    """The front matter has a field of somebody's own."""
    return a.text.replace("---\n", "---\nreviewed-by-team: docs\n", 1), 0
