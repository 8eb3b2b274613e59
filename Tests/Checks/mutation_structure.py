"""Damage to the tags of units, to their order, and to the file's frame."""
import re

from mutation import SPACED, kind

LOOKUP = '<span class="sxs-lookup">'


def plain(unit):
    return re.fullmatch(r"[0-9a-f]{5}-\d+", unit.id)


@kind("target-dropped", ["unit.missing-target", "unit.malformed"])
def target_dropped(rng, a):
    """The target half with its tags is gone."""
    u = a.pick(rng, lambda u: True)
    return a.text[:u.start] + a.text[u.t1 + 7:], u.start


@kind("source-dropped", ["unit.missing-source", "unit.malformed"])
def source_dropped(rng, a):
    """The source half with its tags is gone."""
    u = a.pick(rng, lambda u: True)
    return a.text[:u.t1 + 7] + a.text[u.end:], u.start


@kind("target-emptied", ["unit.missing-target"])
def target_emptied(rng, a):
    """The target half holds nothing."""
    u = a.pick(rng, lambda u: True)
    return a.replaced(u, "")


@kind("source-emptied", ["unit.missing-source"])
def source_emptied(rng, a):
    """The source half holds nothing."""
    u = a.pick(rng, lambda u: True)
    return a.text[:u.s0] + a.text[u.s1:], u.start


@kind("id-mismatch", ["unit.id-mismatch"])
def id_mismatch(rng, a):
    """A digit of the source half's identifier is another one."""
    u = a.pick(rng, lambda u: True)
    place = u.s0 - 3
    digit = a.text[place]
    return a.text[:place] + str((int(digit) + rng.randint(1, 9)) % 10) + a.text[place + 1:], u.start


@kind("ids-swapped", ["unit.id-mismatch"])
def ids_swapped(rng, a):
    """The source identifiers of two neighbours are exchanged."""
    i = rng.randrange(len(a.units) - 1)
    u, v = a.units[i], a.units[i + 1]
    if u.id == v.id:
        return None
    one = u.whole.replace(f'stu-id="{u.id}"', f'stu-id="{v.id}"')
    two = v.whole.replace(f'stu-id="{v.id}"', f'stu-id="{u.id}"')
    return a.text[:u.start] + one + a.text[u.end:v.start] + two + a.text[v.end:], u.start


@kind("unit-duplicated", ["unit.duplicate-id"], anywhere=True)
def unit_duplicated(rng, a):
    """A unit stands twice."""
    u = a.pick(rng, lambda u: not a.in_heading(u) and not a.in_html(u))
    if not u:
        return None
    return a.text[:u.end] + " " + u.whole + a.text[u.end:], u.start


@kind("unit-nested", ["unit.malformed"])
def unit_nested(rng, a):
    """A unit begins inside the target of another."""
    i = rng.randrange(len(a.units) - 1)
    u, v = a.units[i], a.units[i + 1]
    if a.text.count("\n", u.start, v.start):
        return None
    text = a.text[:u.t1] + v.whole + a.text[u.t1:v.start] + a.text[v.end:]
    return text, u.start


@kind("target-unclosed", ["unit.malformed", "unit.missing-source"])
def target_unclosed(rng, a):
    """The tag that closes the target is gone."""
    u = a.pick(rng, lambda u: True)
    return a.text[:u.t1] + a.text[u.t1 + 7:], u.start


@kind("source-unclosed", ["unit.malformed"])
def source_unclosed(rng, a):
    """One of the two tags at the end is gone."""
    u = a.pick(rng, lambda u: True)
    return a.text[:u.end - 7] + a.text[u.end:], u.start


@kind("stray-closing", ["unit.malformed"])
def stray_closing(rng, a):
    """One closing tag too many stands in the target."""
    u = a.pick(rng, lambda u: len(u.target) > 8 and "<" not in u.target and " " in u.target)
    if not u:
        return None
    place = u.t0 + u.target.index(" ")
    return a.text[:place] + " </span>" + a.text[place:], u.start


@kind("tag-escaped", ["unit.malformed"])
def tag_escaped(rng, a):
    """The opening tag is written as text."""
    u = a.pick(rng, lambda u: True)
    return a.text[:u.start] + "&lt;" + a.text[u.start + 1:], u.start


@kind("quotes-damaged", ["unit.malformed"])
def quotes_damaged(rng, a):
    """A quotation mark of a tag became a reference."""
    u = a.pick(rng, lambda u: True)
    place = u.t0 - 2
    return a.text[:place] + "&quot;" + a.text[place + 1:], u.start


@kind("source-leaked", ["unit.text-outside"], anywhere=False)
def source_leaked(rng, a):
    """The source sentence stands once more behind the unit, outside any."""
    u = a.pick(rng, lambda u: len(re.findall(r"\b[a-z]{2,}\b", u.source)) >= 6
               and not re.search(r"[\[<`|*\n]", u.source) and not a.in_html(u)
               and "|" not in a.text[a.text.rfind("\n", 0, u.start) + 1:u.start])
    if not u:
        return None
    return a.text[:u.end] + " " + u.source + a.text[u.end:], u.start


@kind("target-leaked", ["unit.text-outside"], level="warning", locales=SPACED)
def target_leaked(rng, a):
    """A translated sentence stands outside any unit."""
    u = a.pick(rng, lambda u: len(re.findall(r"\w{2,}", u.target)) >= 6
               and not re.search(r"[\[<`|*\n]", u.target) and not a.in_html(u)
               and "|" not in a.text[a.text.rfind("\n", 0, u.start) + 1:u.start])
    if not u:
        return None
    return a.text[:u.end] + " " + u.target + a.text[u.end:], u.start


@kind("prefix-foreign", ["unit.malformed"])
def prefix_foreign(rng, a):
    """One unit has the prefix of another file."""
    u = a.pick(rng, lambda u: True)
    new = f"{(int(u.id[:5], 16) + rng.randint(1, 0xFFFFE)) % 0x100000:05x}" + u.id[5:]
    return a.text[:u.start] + u.whole.replace(u.id, new) + a.text[u.end:], u.start


@kind("class-lost", ["unit.malformed"])
def class_lost(rng, a):
    """The span around the source half has lost its class."""
    u = a.pick(rng, lambda u: True)
    return a.text[:u.start] + u.whole.replace(LOOKUP, "<span>") + a.text[u.end:], u.start


@kind("attribute-misspelt", ["unit.malformed"])
def attribute_misspelt(rng, a):
    """The attribute of the target's tag is misspelt."""
    u = a.pick(rng, lambda u: True)
    wrong = rng.choice(["data-ttuid", "data-tu-id", "data-ttu_id", "data-ttu-ids"])
    return a.text[:u.start] + u.whole.replace("data-ttu-id", wrong) + a.text[u.end:], u.start


@kind("class-misspelt", ["unit.malformed"])
def class_misspelt(rng, a):
    """The class of the source half's tag is misspelt."""
    u = a.pick(rng, lambda u: True)
    wrong = rng.choice(["sxs-lokup", "sxslookup", "sxs-look-up"])
    return a.text[:u.start] + u.whole.replace("sxs-lookup", wrong) + a.text[u.end:], u.start


@kind("file-cut", ["unit.malformed", "unit.missing-source"])
def file_cut(rng, a):
    """The file ends inside a unit."""
    u = a.pick(rng, lambda u: True)
    place = rng.randint(u.t0 + 1, u.end - 8)
    return a.text[:place], u.start


@kind("order", ["unit.order"], level="warning", anywhere=True)
def order(rng, a):
    """Two units with plain numbers stand in each other's place."""
    i = rng.randrange(len(a.units) - 1)
    u, v = a.units[i], a.units[i + 1]
    if not plain(u) or not plain(v):
        return None
    return a.text[:u.start] + v.whole + a.text[u.end:v.start] + u.whole + a.text[v.end:], u.start


@kind("unit-removed", ["unit.gap"], level="warning", anywhere=True)
def unit_removed(rng, a):
    """A unit with a plain number is gone between two others."""
    if len(a.units) < 4:
        return None
    i = rng.randrange(1, len(a.units) - 1)
    t, u, v = a.units[i - 1:i + 2]
    if not all(plain(x) for x in (t, u, v)) or a.in_heading(u) \
            or not int(t.number) + 2 == int(u.number) + 1 == int(v.number):
        return None
    if "![" in a.text[t.end:v.start] or "<img" in a.text[t.end:v.start]:
        return None
    return a.text[:u.start] + a.text[u.end:], u.start


@kind("id-malformed", ["unit.malformed"])
def id_malformed(rng, a):
    """An identifier is not of the form."""
    u = a.pick(rng, lambda u: True)
    new = rng.choice([u.id.upper() + "x", u.id.replace("-", "_"), u.id[1:], u.id + "a", "g" + u.id[1:]])
    if new == u.id:
        return None
    return a.text[:u.start] + u.whole.replace(u.id, new) + a.text[u.end:], u.start


@kind("halves-separated", ["unit.malformed"])
def halves_separated(rng, a):
    """Something stands between the halves."""
    u = a.pick(rng, lambda u: True)
    place = u.t1 + 7
    return a.text[:place] + rng.choice([" ", "  ", "\t"]) + a.text[place:], u.start


def head_line(a, key):
    match = re.search(rf"^{re.escape(key)}:.*\n", a.head, re.M)
    return match


@kind("head-unclosed", ["metadata.yaml"])
def head_unclosed(rng, a):
    """The mark that closes the front matter is gone."""
    place = a.text.find("\n---\n", 4)
    return a.text[:place + 1] + a.text[place + 5:], 0


@kind("head-unopened", ["metadata.yaml", "metadata.missing"])
def head_unopened(rng, a):
    """The mark that opens the front matter is gone."""
    return a.text[4:], 0


@kind("head-removed", ["metadata.yaml", "metadata.missing"])
def head_removed(rng, a):
    """There is no front matter."""
    return a.text[a.body:], 0


def without(key):
    def change(rng, a):
        m = head_line(a, key)
        return (a.text[:m.start()] + a.text[m.end():], 0) if m else None
    change.__doc__ = f"The field {key} is missing."
    return change


for field in ("title", "ms.openlocfilehash", "ms.contentlocale"):
    kind(f"missing-{field}", ["metadata.missing"])(without(field))


@kind("hash-wrong", ["metadata.hash"])
def hash_wrong(rng, a):
    """The hash is not 40 hexadecimal digits."""
    m = re.search(r"^ms\.openlocfilehash: ([0-9a-f]{40})$", a.head, re.M)
    if not m:
        return None
    new = rng.choice([m[1][:-1], m[1] + "0", "g" + m[1][1:], m[1][:20]])
    return a.text[:m.start(1)] + new + a.text[m.end(1):], m.start(1)


@kind("key-misspelt", ["metadata.invalid", "metadata.missing"], anywhere=True)
def key_misspelt(rng, a):
    """A key of the front matter is misspelt."""
    key = rng.choice(["ms.openlocfilehash", "ms.contentlocale", "title"])
    m = head_line(a, key)
    if not m:
        return None
    wrong = key[:-2] + key[-1] + key[-2] if key[-1] != key[-2] else key[:-1]
    return a.text[:m.start()] + wrong + a.text[m.start() + len(key):], m.start()


@kind("locale-other", ["metadata.locale"])
def locale_other(rng, a):
    """The front matter names another locale than the folder."""
    m = re.search(r"^ms\.contentlocale: (\S+)$", a.head, re.M)
    if not m:
        return None
    new = rng.choice([x for x in ("de-DE", "sv-SE", "fr-FR", "nb-NO") if x != m[1]])
    return a.text[:m.start(1)] + new + a.text[m.end(1):], m.start(1)


@kind("key-twice", ["metadata.duplicate", "metadata.yaml"])
def key_twice(rng, a):
    """A field stands twice."""
    m = head_line(a, rng.choice(["title", "ms.openlocfilehash", "ms.contentlocale"]))
    return (a.text[:m.end()] + m[0] + a.text[m.end():], m.end()) if m else None


@kind("yaml-broken", ["metadata.yaml"])
def yaml_broken(rng, a):
    """The front matter is not YAML."""
    m = head_line(a, "title")
    if not m:
        return None
    line = rng.choice(['title: "abc\n', "title: [a, b\n", "title: a: b: c\n", "\ttitle: a\n", "title: 'abc\n"])
    return a.text[:m.start()] + line + a.text[m.end():], m.start()


@kind("unit-in-head", ["metadata.yaml"], anywhere=True)
def unit_in_head(rng, a):
    """A unit stands in the front matter."""
    m = head_line(a, "title")
    u = rng.choice(a.units)
    return (a.text[:m.end()] + u.whole.replace("\n", " ") + "\n" + a.text[m.end():], m.end()) if m else None


ANCHOR = re.compile(r'^#+ (<a name="([^"]*)"></a>)<span data-ttu-id="', re.M)


@kind("anchor-missing", ["anchor.missing"], level="warning")
def anchor_missing(rng, a):
    """A heading has lost its bookmark."""
    found = list(ANCHOR.finditer(a.text))
    if not found:
        return None
    m = rng.choice(found)
    return a.text[:m.start(1)] + a.text[m.end(1):], m.start()


@kind("anchor-wrong", ["anchor.wrong"], level="warning")
def anchor_wrong(rng, a):
    """A heading has the bookmark of no heading."""
    found = [m for m in ANCHOR.finditer(a.text) if len(m[2]) > 3]
    if not found:
        return None
    m = rng.choice(found)
    new = rng.choice([m[2] + "-x", m[2][:-2], "translated-" + m[2]])
    return a.text[:m.start(2)] + new + a.text[m.end(2):], m.start()


@kind("anchor-repeated", ["anchor.duplicate", "anchor.wrong"], level="warning")
def anchor_repeated(rng, a):
    """A heading has the bookmark of another heading."""
    found = list(ANCHOR.finditer(a.text))
    if len(found) < 2 or found[0][2] == found[1][2]:
        return None
    one, two = found[0], found[1]
    return a.text[:two.start(2)] + one[2] + a.text[two.end(2):], two.start()


@kind("encoding", ["file.encoding"], anywhere=True)
def encoding(rng, a):
    """The file holds bytes that are no UTF-8, a NUL, or is UTF-16."""
    data = a.text.encode("utf-8", "surrogateescape")
    place = rng.randrange(a.body, len(data))
    return rng.choice([
        data[:place] + b"\xff" + data[place:], data[:place] + b"\0" + data[place:],
        a.text.encode("utf-16", "surrogatepass"),
    ]), 0
