"""Damaged index files for `indexes.py`: what chance does to a file, and what a reader that trusts its checksum would fall for.

Each generator yields pairs of a name and the bytes of the damaged file. The layout is that of Sources/HjelpLookup/IndexFormat.swift,
read and written by code that shares nothing with the program (`Tests/Performance/rivals/hjx.py`).
"""

import gzip
import itertools
import pathlib
import random
import struct
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Performance/rivals"))
import hjx

BLOCK = 4096
MOST = 0xFFFFFFFF
# The largest number of seven-bit groups that the format allows, and one that never ends.
HUGE = b"\xff\xff\xff\xff\x7f"
ENDLESS = b"\xff" * 9
# Magic, format version, normaliser version, checksum, build hash, length.
HEAD_FIELDS = [0, 4, 6, 8, 16, 24, 32]


# What chance does.

def cuts(data, count, seed):
    """The file cut at the beginning, at each field of the head and of the section table, near its end, and anywhere."""
    lengths = {0, 1, 7, 8, *HEAD_FIELDS, *range(32, 33 + 4 * len(hjx.SECTIONS), 4), len(data) - 1, len(data) // 2}
    noise = random.Random(seed)
    while len(lengths) < count:
        lengths.add(noise.randrange(len(data)))
    for length in sorted(lengths):
        yield f"cut to {length} bytes", data[:length]


def flips(data, count, seed):
    """One bit flipped: each one of the head, and `count` anywhere behind it."""
    noise = random.Random(seed)
    bits = [*range(8 * hjx.HEAD_LENGTH), *(noise.randrange(8 * hjx.HEAD_LENGTH, 8 * len(data)) for _ in range(count))]
    for bit in bits:
        damaged = bytearray(data)
        damaged[bit // 8] ^= 1 << bit % 8
        yield f"bit {bit % 8} of byte {bit // 8} flipped", bytes(damaged)


def blocks(data):
    """A block of 4 kB that was never written, or that came to another's place."""
    starts = range(0, len(data), BLOCK)
    for start in starts:
        zeroed = data[:start] + bytes(len(data[start:start + BLOCK])) + data[start + BLOCK:]
        yield f"the block at {start} zeroed", zeroed
    for start in starts[:-2]:
        first, second = data[start:start + BLOCK], data[start + BLOCK:start + 2 * BLOCK]
        yield f"the blocks at {start} and {start + BLOCK} swapped", data[:start] + second + first + data[start + 2 * BLOCK:]


def foreign(data, picture):
    """Files of other programs under the index's name, and the index with something before or behind it."""
    yield "a PNG", picture
    yield "an SQLite database", b"SQLite format 3\x00\x10\x00\x01\x01\x00\x40\x20\x20" + bytes(BLOCK)
    yield "gzip of the index", gzip.compress(data, mtime=0)
    yield "text", b"no recent synchronization\n" * 500
    yield "HTML", b"<!doctype html><title>404</title>" * 100
    yield "zeros", bytes(len(data))
    yield "noise", random.Random(5).randbytes(len(data))
    yield "noise behind the head", data[:hjx.HEAD_LENGTH] + random.Random(6).randbytes(len(data) - hjx.HEAD_LENGTH)
    yield "one byte more at the end", data + b"\x00"
    yield "one byte more at the beginning", b"\x00" + data
    yield "the file twice", data + data
    yield "UTF-16", data[:4000].decode("latin-1").encode("utf-16")


def versions(data):
    """Other versions of format and normaliser, with the right checksum."""
    for name, place in (("format", 4), ("normaliser", 6)):
        now = struct.unpack_from("<H", data, place)[0]
        for version in (0, now + 1, now + 256, 0xFFFF):
            yield f"version {version} of the {name}", sealed(data[:place] + struct.pack("<H", version) + data[place + 2:])


# What is wrong inside of a right checksum.

def sealed(data):
    """The bytes with the length and the checksum that they must have."""
    data = data[:8] + bytes(8) + data[16:24] + struct.pack("<Q", len(data)) + data[32:]
    promised = hjx.checksum(data, hjx.CHECKED_FROM) ^ struct.unpack_from("<Q", data)[0]
    return data[:8] + struct.pack("<Q", promised) + data[16:]


def number(value):
    """A number in groups of seven bits, the lowest first."""
    groups = bytearray()
    while value >= 0x80:
        groups.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes(groups) + bytes([value])


def numbers32(values):
    return struct.pack(f"<{len(values)}I", *values)


def key_table(keys, shared_by_lie=None):
    """A table of keys in this order, sorted or not; `shared_by_lie` is what each key says to share with the one before."""
    offsets, coded, previous = [], bytearray(), b""
    for index, key in enumerate(keys):
        if index % hjx.KEYS_IN_BLOCK == 0:
            offsets.append(len(coded))
            shared = 0
        else:
            shared = next((at for at, (one, other) in enumerate(zip(key, previous)) if one != other), min(len(key), len(previous)))
            coded += number(shared if shared_by_lie is None else shared_by_lie)
        coded += number(len(key) - shared) + key[shared:]
        previous = key
    return numbers32([len(keys)]) + numbers32(offsets) + bytes(coded)


class Crafted:
    """An index taken apart, to be put together wrongly; `article` is the one that the query finds."""

    def __init__(self, index_path, text_path, article):
        self.index = hjx.Index(index_path, text_path)
        self.data, self.text = self.index.data, self.index.text_data
        self.sections = {name: self.index._section(name) for name in hjx.SECTIONS}
        self.article = self.index.article_ids.index(article)
        self.wanted = sorted({passage.sequence for passage in self.index.passages() if passage.article == self.article})

    def put(self, **changed):
        """The index with other sections."""
        sections = [changed.get(name, self.sections[name]) for name in hjx.SECTIONS]
        ends, end = [], 0
        for section in sections:
            end += len(section)
            ends.append(end)
        return sealed(self.data[:hjx.HEAD_LENGTH] + numbers32(ends) + b"".join(sections))

    def put_text(self, body):
        return sealed(self.text[:hjx.HEAD_LENGTH] + body)

    def section_table(self):
        place = hjx.HEAD_LENGTH
        ends = list(struct.unpack_from(f"<{len(hjx.SECTIONS)}I", self.data, place))

        def with_ends(ends):
            return sealed(self.data[:place] + numbers32(ends) + self.data[place + 4 * len(ends):])

        for at, name in enumerate(hjx.SECTIONS):
            for what, end in (("2^32-1", MOST), ("0", 0), ("one byte early", ends[at] - 1), ("four bytes late", ends[at] + 4)):
                if end != ends[at]:
                    yield f"the end of {name} is {what}", with_ends(ends[:at] + [end] + ends[at + 1:])
        yield "all sections end at 0", with_ends([0] * len(ends))
        yield "all sections end at the end", with_ends([ends[-1]] * len(ends))
        yield "the sections end in reverse order", with_ends(ends[::-1])

    def key_tables(self):
        for name in ("article_ids", "anchors", "short_tokens", "medium_tokens"):
            section, keys = self.sections[name], self.index._keys(name)
            count = len(keys)
            blocks = -(-count // hjx.KEYS_IN_BLOCK)
            first = 4 + 4 * blocks
            offsets = struct.unpack_from(f"<{blocks}I", section, 4)
            for value in (0, 1, count - 1, count + 1, count + hjx.KEYS_IN_BLOCK, 0x7FFFFFFF, MOST - 15, MOST):
                yield f"{name} holds {value} keys, so it says", self.put(**{name: numbers32([value]) + section[4:]})
            for what, wrong in (("2^32-1", [MOST] * blocks), ("0", [0] * blocks), ("in reverse order", offsets[::-1]),
                                ("one byte late", [offset + 1 for offset in offsets])):
                yield f"the blocks of {name} begin at {what}", self.put(**{name: section[:4] + numbers32(wrong) + section[first:]})
            for what, coded in (("a huge length", HUGE), ("an endless length", ENDLESS)):
                damaged = section[:first] + coded + section[first + len(coded):]
                yield f"the first key of {name} has {what}", self.put(**{name: damaged})
            yield f"the keys of {name} are not sorted", self.put(**{name: key_table(keys[::-1])})
            yield f"the keys of {name} are all the same", self.put(**{name: key_table([keys[0]] * count)})
            yield f"the keys of {name} share more than there is", self.put(**{name: key_table(keys, shared_by_lie=2_000)})
            yield f"{name} is empty", self.put(**{name: b""})

    def offset_tables(self):
        for name in ("article_offsets", "posting_offsets", "sequence_offsets"):
            offsets = list(self.index._offsets(name))
            for what, wrong in (("2^32-1", [MOST] * len(offsets)), ("0", [0] * len(offsets)), ("in reverse order", offsets[::-1]),
                                ("one byte late", [offset + 1 for offset in offsets]), ("at the end of the file", [len(self.data)] * len(offsets))):
                yield f"{name} are {what}", self.put(**{name: numbers32(wrong)})
            yield f"{name} lack the last", self.put(**{name: numbers32(offsets[:-1])})
            yield f"{name} have one too many", self.put(**{name: numbers32([*offsets, offsets[-1]])})

    def names(self):
        for what, section in (
                ("of a huge length", HUGE + b"nb-NO"), ("of an endless length", ENDLESS), ("no locale", b"\x02??" + b"\x00"),
                ("empty", b"\x00\x00"), ("not UTF-8", b"\x05\xff\xfe-NO\x00"), ("a path", number(15) + b"../../etc/x-y-z\x00"), ("missing", b"")):
            yield f"the locale is {what}", self.put(names=section)
        locale = number(len(self.index.locale)) + self.index.locale.encode()
        yield "there are 2^35-1 languages", self.put(names=locale + HUGE)
        yield "a language has a huge length", self.put(names=locale + b"\x01" + HUGE)
        yield "a language is not UTF-8", self.put(names=locale + b"\x01\x02\xff\xfe")

    def articles(self):
        count = len(self.index.article_ids)
        title = b"\x00\x01T"
        for what, record in (("a title of a huge length", b"\x02" + HUGE), ("a title of an endless length", b"\x02" + ENDLESS),
                             ("a title that is not UTF-8", b"\x02\x04\xff\xfe\xc0\xaf"), ("all flags", b"\xff" + title[1:] + title[1:]),
                             ("a locale that is none", b"\x06\x01T\x02??"), ("an address of a huge length", title + HUGE)):
            yield f"each article has {what}", self.put(articles=record * count, article_offsets=numbers32(range(0, len(record) * count, len(record))))
        yield "there are no articles' records", self.put(articles=b"")

    def postings(self):
        count = len(self.index.tokens)
        offsets = numbers32([0] * count)
        for what, section in (("of a huge count", HUGE + b"\x00" * 50_000), ("of an endless count", ENDLESS), ("empty", b"\x00"),
                              ("of a sequence that is not there", b"\x01" + HUGE), ("of steps beyond all numbers", number(20_000) + HUGE * 20_000)):
            yield f"each word's list is {what}", self.put(postings=section, posting_offsets=offsets)

    def record(self, sequence):
        """A sequence's record: the parts of its first occurrence, the rest of them, and its tokens as bytes."""
        start = self.index._offsets("sequence_offsets")[sequence]
        cursor = hjx.Cursor(self.sections["sequences"], start, "sequences")
        count = cursor.variable()
        for place in range(count):
            self.index._occurrence(cursor)
            if place == 0:
                second = cursor.position
        tokens = cursor.position
        length = cursor.variable()
        words = cursor.position
        for _ in range(length):
            cursor.token()
        section = self.sections["sequences"]
        return count, section[second:tokens], length, section[words:cursor.position]

    def sequences(self):
        """Records of the sequences that the query finds, each put together wrongly."""
        offsets = [*self.index._offsets("sequence_offsets"), len(self.sections["sequences"])]
        whole = [self.sections["sequences"][start:end] for start, end in itertools.pairwise(offsets)]
        article = self.article
        plain = number(article) + b"\x04"

        def with_records(make):
            records = list(whole)
            for sequence in self.wanted:
                records[sequence] = make(*self.record(sequence))
            starts, start = [], 0
            for record in records:
                starts.append(start)
                start += len(record)
            return self.put(sequences=b"".join(records), sequence_offsets=numbers32(starts))

        def occurrence(coded):
            return with_records(lambda count, others, length, words: number(count) + coded + others + number(length) + words)

        yield "2^35-1 places", with_records(lambda count, others, length, words: HUGE + plain + others + number(length) + words)
        yield "an endless count of places", with_records(lambda count, others, length, words: ENDLESS + plain + number(length) + words)
        yield "no places", with_records(lambda count, others, length, words: b"\x00" + number(length) + words)
        yield "more places than there are", with_records(lambda count, others, length, words: number(count + 9) + plain + others + number(length) + words)
        yield "an article that is not there", occurrence(number(len(self.index.article_ids)) + b"\x04")
        yield "article 2^35-1", occurrence(HUGE + b"\x04")
        yield "a kind that is none", occurrence(number(article) + b"\x07")
        yield "a language that is not there", occurrence(number(article) + b"\xc4" + HUGE)
        yield "unit 2^35-1", occurrence(number(article) + b"\x0c" + HUGE)
        yield "an anchor that is not there", occurrence(number(article) + b"\x24" + HUGE)
        yield "an anchor of a form that is none", occurrence(number(article) + b"\x34" + b"\x01")
        yield "2^35-1 words", with_records(lambda count, others, length, words: number(count) + plain + others + HUGE + words)
        yield "an endless count of words", with_records(lambda count, others, length, words: number(count) + plain + others + ENDLESS + words)
        yield "a word more than there is", with_records(lambda count, others, length, words: number(count) + plain + others + number(length + 1) + words)
        yield "no words", with_records(lambda count, others, length, words: number(count) + plain + others + b"\x00")
        yield "words that are not there", with_records(
            lambda count, others, length, words: number(count) + plain + others + number(length) + b"\xff\xff\xff\xff\xff" * length)
        yield "the same word 60,000 times", with_records(
            lambda count, others, length, words: number(count) + plain + others + number(60_000) + words[:1] * 60_000)
        yield "nothing", with_records(lambda count, others, length, words: b"")

    def texts(self):
        """Wrong tables in the file of the texts."""
        body = self.text[hjx.HEAD_LENGTH:]
        count = len(self.index.sequences)
        blocks = -(-count // hjx.TEXTS_IN_BLOCK)
        offsets, first = struct.unpack_from(f"<{blocks}I", body, 4), 4 + 4 * blocks
        for value in (0, 1, count - 1, count + 1, 0x7FFFFFFF, MOST):
            yield f"it says that it has {value} sequences", self.put_text(numbers32([value]) + body[4:])
        for what, wrong in (("2^32-1", [MOST] * blocks), ("0", [0] * blocks), ("in reverse order", offsets[::-1]),
                            ("one byte late", [offset + 1 for offset in offsets])):
            yield f"its blocks begin at {what}", self.put_text(body[:4] + numbers32(wrong) + body[first:])
        size = len(body) - first
        for what, texts in (("0xff", b"\xff" * size), ("0", bytes(size)), ("0x7f", b"\x7f" * size), ("huge counts", HUGE * (size // 5)),
                            ("references to what is not there", b"\x05\x3f\x3e\x3d\x3c\x3b" * (size // 6)),
                            ("references to themselves", b"\x02\x01\x02" * (size // 3)), ("texts of a huge length", (b"\x01\x00" + HUGE) * (size // 7)),
                            ("texts that are not UTF-8", b"\x01\x00\x02\xff\xfe" * (size // 5))):
            yield f"its texts are {what}", self.put_text(body[:first] + texts)
        yield "its texts are missing", self.put_text(body[:first])
        yield "its blocks are missing", self.put_text(body[:4])
        yield "its last text is cut", self.put_text(body[:-1])
        yield "there is something behind its texts", self.put_text(body + b"\x00")

    def of_index(self):
        """All of the index itself."""
        for make in (self.section_table, self.key_tables, self.offset_tables, self.names, self.articles, self.postings):
            yield from make()
        for name, data in self.sequences():
            yield f"the passages that answer have {name}", data
