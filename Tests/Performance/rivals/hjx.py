#!/usr/bin/env python3
"""Reads the lookup's index files, `LOCALE.hjx` and `LOCALE.hjs`, independently of the program that writes them.

    python3 Tests/Performance/rivals/hjx.py SITE_OR_FILE.hjx...

Written from the documentation in Sources/HjelpLookup (`IndexFormat.swift` and the files that it names), it shares no code with
the program: a second reader of the format. As a program it checks each index and prints what it holds; the last line is
`N passed, N failed, N skipped`. As a module, `Index(hjx, hjs)` decodes everything, and `passages()` gives the passages in the
order of the file. Bytes that are not such an index raise `DamagedIndex`. Standard library only.
"""

import argparse
import collections
import pathlib
import struct
import sys

FORMAT_VERSION = 1
HEAD_LENGTH = 32
CHECKED_FROM = 16
KEYS_IN_BLOCK = 16
TEXTS_IN_BLOCK = 16
SHORT_TOKENS = 192
MEDIUM_TOKENS = SHORT_TOKENS + 62 * 256
LONG_TOKENS = MEDIUM_TOKENS + 0x10000
SECTIONS = ["names", "article_ids", "article_offsets", "articles", "anchors", "short_tokens", "medium_tokens", "long_tokens",
            "weights", "posting_offsets", "postings", "sequence_offsets", "sequence_bits", "sequences"]
PASSAGE_KINDS = ["declared", "title", "heading", "quoted", "sentence"]
TOKEN_KINDS = {0x63: "code", 0x6A: "pair", 0x6B: "kana", 0x6E: "number", 0x77: "word", 0x7A: "hole"}
BITS_64 = (1 << 64) - 1

Article = collections.namedtuple("Article", "id url title locale is_fallback is_listing")
Occurrence = collections.namedtuple("Occurrence", "article kind language unit anchor")
Passage = collections.namedtuple("Passage", "article kind language unit anchor text sequence")


class DamagedIndex(Exception):
    """The bytes are not an index that this reader understands; says which file and why."""


def checksum(data, start):
    """Four lanes of 64 bits, eight bytes a step; the rest byte by byte; then the lanes (`IndexChecksum.swift`)."""
    prime = 0x9E3779B185EBCA87

    def step(lane, word):
        mixed = (lane ^ word) * prime & BITS_64
        return mixed ^ mixed >> 29

    steps = max(0, len(data) - start) // 32
    a, b, c, d = 1, 2, 3, 4
    for first, second, third, fourth in struct.iter_unpack("<4Q", data[start:start + 32 * steps]):
        mixed = (a ^ first) * prime & BITS_64
        a = mixed ^ mixed >> 29
        mixed = (b ^ second) * prime & BITS_64
        b = mixed ^ mixed >> 29
        mixed = (c ^ third) * prime & BITS_64
        c = mixed ^ mixed >> 29
        mixed = (d ^ fourth) * prime & BITS_64
        d = mixed ^ mixed >> 29
    result = len(data)
    for byte in data[start + 32 * steps:]:
        result = step(result, byte)
    for lane in (a, b, c, d):
        result = step(result, lane)
    return result


class Cursor:
    """Reads the parts of a file from `position` on."""

    def __init__(self, data, position, name):
        self.data = data
        self.position = position
        self.name = name

    def byte(self):
        if self.position >= len(self.data):
            raise DamagedIndex(f"{self.name}: a table runs over the end of the file")
        self.position += 1
        return self.data[self.position - 1]

    def variable(self):
        """A number in groups of seven bits, the lowest first."""
        value = shift = 0
        while True:
            byte = self.byte()
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value
            shift += 7
            if shift > 28:
                raise DamagedIndex(f"{self.name}: a number of more than five bytes at {self.position}")

    def token(self):
        """A token: one byte for the commonest, two for the next, then three or five."""
        first = self.byte()
        if first < SHORT_TOKENS:
            return first
        if first < 254:
            return SHORT_TOKENS + ((first - SHORT_TOKENS) << 8) + self.byte()
        if first == 254:
            return MEDIUM_TOKENS + self.byte() + (self.byte() << 8)
        return LONG_TOKENS + sum(self.byte() << shift for shift in (0, 8, 16, 24))

    def bytes(self):
        """A byte string with its length before it."""
        length = self.variable()
        if self.position + length > len(self.data):
            raise DamagedIndex(f"{self.name}: a text runs over the end of the file")
        self.position += length
        return self.data[self.position - length:self.position]

    def text(self):
        return decoded(self.bytes(), self.name)


def decoded(text, name):
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError:
        raise DamagedIndex(f"{name}: a text is not UTF-8") from None


def number32(data, offset):
    return struct.unpack_from("<I", data, offset)[0]


def verified(data, magic, name):
    """Checks the head, length and checksum of a file; gives its build hash."""
    if data[:4] != magic:
        raise DamagedIndex(f"{name} is not an index of Hjelp")
    if len(data) < HEAD_LENGTH:
        raise DamagedIndex(f"{name} ends within its head")
    version, _, promised, build, length = struct.unpack_from("<HHQQQ", data, 4)
    if version != FORMAT_VERSION:
        raise DamagedIndex(f"{name} has format version {version}, this reader knows version {FORMAT_VERSION}")
    if length != len(data):
        raise DamagedIndex(f"{name} holds {len(data)} bytes where its head promises {length}")
    if checksum(data, CHECKED_FROM) ^ struct.unpack_from("<Q", data)[0] != promised:
        raise DamagedIndex(f"{name} is damaged: its checksum does not fit its bytes")
    return build


def sequence_hash(tokens):
    """The 32 bits by which a whole sequence is found; None stands for any number (`SequenceHash.swift`)."""
    value = 0x811C9DC5
    for token in tokens:
        mixed = value * 0x9E3779B9 + (1 if token is None else token + 3) & BITS_64
        mixed = (mixed ^ mixed >> 15) * 0x2C1B3C6D & BITS_64
        value = (mixed ^ mixed >> 29) & 0xFFFFFFFF
    return value


class Index:
    """An index, decoded whole."""

    def __init__(self, hjx, hjs=None):
        """`hjx` and `hjs` are paths; without the second the passages have no text."""
        self.name = pathlib.Path(hjx).name
        self.data = pathlib.Path(hjx).read_bytes()
        self.build = verified(self.data, b"HJLX", self.name)
        self.normaliser = struct.unpack_from("<H", self.data, 6)[0]
        self._read_sections()
        self._read_names()
        self.article_ids = [decoded(key, self.name) for key in self._keys("article_ids")]
        self.articles = [self._article(number) for number in range(len(self.article_ids))]
        self.anchors = [decoded(key, self.name) for key in self._keys("anchors")]
        self.token_tables = [self._keys(name) for name in ("short_tokens", "medium_tokens", "long_tokens")]
        self.tokens = [key for table in self.token_tables for key in table]
        self.weights = self._section("weights")
        self.sequence_bits = self._section("sequence_bits")
        self.sequences, self.occurrences = [], []
        for offset in self._offsets("sequence_offsets"):
            self._read_sequence(Cursor(self.data, self.sections["sequences"].start + offset, self.name))
        if len(self.weights) != len(self.tokens) or len(self.sequence_bits) != len(self.sequences):
            raise DamagedIndex(f"{self.name}: a table of weights has another length than what it weighs")
        self.texts = self._read_texts(pathlib.Path(hjs)) if hjs else None

    def passages(self):
        """Every passage: its article's number, kind, language, unit, anchor, text and the number of its sequence."""
        for sequence, occurrences in enumerate(self.occurrences):
            for place, (article, kind, language, unit, anchor) in enumerate(occurrences):
                text = self.texts[sequence][place] if self.texts else None
                yield Passage(article, PASSAGE_KINDS[kind], self.languages[language], unit, anchor, text, sequence)

    def posting_lists(self):
        """The list of each token: the numbers of the sequences that hold it; empty where none is kept."""
        lists = []
        for offset in self._offsets("posting_offsets"):
            cursor = Cursor(self.data, self.sections["postings"].start + offset, self.name)
            previous, found = -1, []
            for _ in range(cursor.variable()):
                previous += cursor.variable() + 1
                found.append(previous)
            lists.append(found)
        return lists

    def token_kind(self, token):
        return TOKEN_KINDS.get(self.tokens[token][0])

    def _section(self, name):
        return self.data[self.sections[name].start:self.sections[name].stop]

    def _offsets(self, name):
        section = self._section(name)
        return struct.unpack(f"<{len(section) // 4}I", section)

    def _read_sections(self):
        start = previous = HEAD_LENGTH + 4 * len(SECTIONS)
        self.sections = {}
        for number, name in enumerate(SECTIONS):
            end = start + number32(self.data, HEAD_LENGTH + 4 * number)
            if not previous <= end <= len(self.data):
                raise DamagedIndex(f"{self.name}: section {name} ends outside of the file")
            self.sections[name] = range(previous, end)
            previous = end

    def _read_names(self):
        cursor = Cursor(self.data, self.sections["names"].start, self.name)
        self.locale = cursor.text()
        self.languages = [cursor.text() for _ in range(cursor.variable())]

    def _keys(self, name):
        """A sorted table of byte strings, each coded by what it shares with the one before it."""
        section = self.sections[name]
        count = number32(self.data, section.start)
        blocks = -(-count // KEYS_IN_BLOCK)
        first = section.start + 4 + 4 * blocks
        cursor = Cursor(self.data, first, self.name)
        keys, key = [], b""
        for index in range(count):
            if index % KEYS_IN_BLOCK == 0:
                if cursor.position - first != number32(self.data, section.start + 4 + index // KEYS_IN_BLOCK * 4):
                    raise DamagedIndex(f"{self.name}: block {index // KEYS_IN_BLOCK} of {name} is not where its table says")
                key = cursor.bytes()
            else:
                shared = cursor.variable()
                key = key[:shared] + cursor.bytes()
            keys.append(key)
        if cursor.position != section.stop:
            raise DamagedIndex(f"{self.name}: {name} does not end with its section")
        return keys

    def _article(self, number):
        offset = number32(self.data, self.sections["article_offsets"].start + 4 * number)
        cursor = Cursor(self.data, self.sections["articles"].start + offset, self.name)
        flags = cursor.byte()
        title = cursor.text()
        url = None if flags & 2 else cursor.text()
        locale = cursor.text() if flags & 4 else self.locale
        return Article(self.article_ids[number], url, title, locale, bool(flags & 1), bool(flags & 8))

    def _read_sequence(self, cursor):
        self.occurrences.append([self._occurrence(cursor) for _ in range(cursor.variable())])
        self.sequences.append([cursor.token() for _ in range(cursor.variable())])
        if any(token >= len(self.tokens) for token in self.sequences[-1]):
            raise DamagedIndex(f"{self.name}: sequence {len(self.sequences) - 1} names a token that is not there")

    def _occurrence(self, cursor):
        article = cursor.variable()
        flags = cursor.byte()
        kind = flags & 7
        language = cursor.variable() if flags >> 6 == 3 else flags >> 6
        unit = cursor.variable() if flags & 8 else None
        if article >= len(self.articles) or kind >= len(PASSAGE_KINDS) or language >= len(self.languages):
            raise DamagedIndex(f"{self.name}: an occurrence names an article, kind or language that is not there")
        unit = ("p" if unit & 1 else "") + f"{unit >> 1:03}" if unit is not None else None
        form = flags >> 4 & 3
        anchor = None if form == 0 else f"u{unit}" if form == 1 else self.anchors[cursor.variable()]
        return Occurrence(article, kind, language, unit, anchor)

    def _read_texts(self, path):
        """The texts of each sequence's passages, from `LOCALE.hjs`."""
        data = self.text_data = path.read_bytes()
        if verified(data, b"HJLS", path.name) != self.build:
            raise DamagedIndex(f"{path.name} belongs to another build than {self.name}")
        if number32(data, HEAD_LENGTH) != len(self.sequences):
            raise DamagedIndex(f"{path.name} has texts of another number of sequences than {self.name}")
        blocks = -(-len(self.sequences) // TEXTS_IN_BLOCK)
        first = HEAD_LENGTH + 4 + 4 * blocks
        cursor = Cursor(data, first, path.name)
        texts = []
        for sequence in range(len(self.sequences)):
            block = HEAD_LENGTH + 4 + sequence // TEXTS_IN_BLOCK * 4
            if sequence % TEXTS_IN_BLOCK == 0 and cursor.position - first != number32(data, block):
                raise DamagedIndex(f"{path.name}: a block of texts is not where its table says")
            here, distinct = [], []
            for _ in range(cursor.variable()):
                known = cursor.variable()
                if not known:
                    distinct.append(cursor.text())
                elif known > len(distinct):
                    raise DamagedIndex(f"{path.name}: sequence {sequence} repeats a text that is not there")
                here.append(distinct[known - 1] if known else distinct[-1])
            texts.append(here)
        if cursor.position != len(data):
            raise DamagedIndex(f"{path.name}: {len(data) - cursor.position} bytes are left after the texts")
        return texts


def problems_of(index):
    """What the file promises and does not hold, one sentence each."""
    body, texts = index.data[HEAD_LENGTH:], index.text_data[HEAD_LENGTH:]
    if checksum(body, 0) ^ checksum(texts, 0) * 3 & BITS_64 != index.build:
        yield "the build hash is not that of the two files' bytes"
    for name, keys in zip(("short", "medium", "long"), index.token_tables):
        if any(left >= right for left, right in zip(keys, keys[1:])):
            yield f"the {name} tokens are not in their order"
    if any(left >= right for left, right in zip(index.article_ids, index.article_ids[1:])):
        yield "the articles are not in the order of their ids"
    unknown = sum(index.token_kind(token) is None for token in range(len(index.tokens)))
    if unknown:
        yield f"{unknown} tokens are of no known kind"
    counts = [len(table) for table in index.token_tables]
    if counts[:2] != [min(len(index.tokens), SHORT_TOKENS), min(max(0, len(index.tokens) - SHORT_TOKENS), 62 * 256)]:
        yield f"the token tables hold {counts}"
    numbers = [index.token_kind(token) == "number" for token in range(len(index.tokens))]
    hashes = [sequence_hash(None if numbers[token] else token for token in tokens) for tokens in index.sequences]
    if any(left > right for left, right in zip(hashes, hashes[1:])):
        yield "the sequences are not in the order of their hashes"
    wrong = sum(min(255, sum(index.weights[token] for token in tokens) // 16 // 2) != bits
                for tokens, bits in zip(index.sequences, index.sequence_bits))
    if wrong:
        yield f"{wrong} sequences have other bits than their tokens"
    yield from posting_problems(index)
    empty = sum(not passage.text.strip() for passage in index.passages())
    if empty:
        yield f"{empty} passages have no text"


def posting_problems(index):
    """Each list must hold just the sequences of its token, or nothing where the token is everywhere."""
    longest = max(1500, len(index.sequences) // 20)
    expected = [[] for _ in index.tokens]
    for number, tokens in enumerate(index.sequences):
        for token in set(tokens):
            expected[token].append(number)
    wrong = 0
    for token, found in enumerate(index.posting_lists()):
        is_kept = len(expected[token]) <= longest and index.token_kind(token) != "hole"
        wrong += found != (expected[token] if is_kept else [])
    if wrong:
        yield f"{wrong} lists do not hold the sequences of their tokens"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+", type=pathlib.Path, metavar="SITE_OR_FILE.hjx")
    passed = failed = 0
    for path in parser.parse_args().paths:
        files = sorted(path.glob("lookup/*.hjx")) if path.is_dir() else [path]
        if not files:
            failed += 1
            print(f"FAILED {path} holds no lookup/LOCALE.hjx")
        for file in files:
            try:
                index = Index(file, file.with_suffix(".hjs"))
                problems = list(problems_of(index))
            except (DamagedIndex, OSError) as error:
                problems = [str(error)]
            failed += bool(problems)
            passed += not problems
            if problems:
                print(f"FAILED {file.name}")
                for problem in problems:
                    print(f"    {problem}")
            else:
                held = sum(map(len, index.occurrences))
                print(f"ok {file.name}: build {index.build:016x}, {len(index.articles)} articles, {held} passages in "
                      f"{len(index.sequences)} sequences, {len(index.tokens)} tokens", flush=True)
    print(f"{passed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
