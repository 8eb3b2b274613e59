"""What a careful integrator does to a text before a search engine sees it, the same for every rival that needs it."""

import math
import re
import unicodedata

# Runs of Han, kana and their marks: no engine here has a segmenter for them.
UNSPACED = re.compile("[\u3005\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
WORD = re.compile(r"\w+")
# Hexadecimal with 0x, AADSTS50011 and its like, 5.7.750, 30088-26, UPPER_SNAKE, eight hexadecimal digits.
CODE = re.compile(r"(?<![\w.])(?:0[xX][0-9a-fA-F]{3,8}|[A-Z]{3,}\d{4,}|\d\.\d{1,3}\.\d{1,3}|\d{4,5}-\d{1,4}"
                  r"|[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+|[0-9A-Fa-f]{8})(?!\w)")


def normalised(text):
    return unicodedata.normalize("NFKC", text)


def spaced(text):
    """The text with each run of a script without blanks as overlapping pairs, `同期 期エ エラ ラー`."""
    def pairs(match):
        run = match.group()
        return f" {' '.join(run[at:at + 2] for at in range(len(run) - 1)) or run} "
    return UNSPACED.sub(pairs, normalised(text))


def codes(text):
    """The codes of a text as one word each, once, in an equal form for `0x80070005`, `80070005` and other case."""
    found = (re.sub(r"[\W_]", "", code).lower().removeprefix("0x") for code in CODE.findall(normalised(text)))
    return list(dict.fromkeys("code" + code for code in found))


def rarity(documents, frequency):
    """The inverse document frequency of BM25; never below 0."""
    return max(1e-6, math.log((documents - frequency + 0.5) / (frequency + 0.5)))
