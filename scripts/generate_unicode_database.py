"""Writes engine/lib/py/unicode_database.bin from the Unicode data of the Python that runs it.

Run it with CPython 3.13:
python3.13 scripts/generate_unicode_database.py > engine/lib/py/unicode_database.bin
engine/objects/unicode_database.h describes the file.
"""
import struct
import sys
import unicodedata
from collections import Counter

CODE_POINTS = range(0x110000)
CODE_BITS = 21
NAMES_IN_BLOCK = 64
USUAL_WORDS = 128
ALIASES = """NULL;START OF HEADING;START OF TEXT;END OF TEXT;END OF TRANSMISSION;ENQUIRY;ACKNOWLEDGE;
ALERT;BACKSPACE;CHARACTER TABULATION;HORIZONTAL TABULATION;LINE FEED;NEW LINE;END OF LINE;
LINE TABULATION;VERTICAL TABULATION;FORM FEED;CARRIAGE RETURN;SHIFT OUT;SHIFT IN;
DATA LINK ESCAPE;CANCEL;END OF MEDIUM;SUBSTITUTE;ESCAPE;DELETE;NEXT LINE;BEL;TAB;HT;LF;NL;EOL;VT;FF;
CR;ESC;DEL;NEL;NBSP;SHY;ZWSP;ZWNJ;ZWJ;LRM;RLM;BOM;ZWNBSP;WJ;CGJ;BYTE ORDER MARK;NUL;SP;BS"""


def numbers(kind, values):
    return b"".join(struct.pack("<" + kind, value) for value in values)


def name_of(code):
    return unicodedata.name(chr(code), "")


def properties():
    """The different records, and where each run of code points with one record begins."""
    records, starts, last = {}, [], None
    for code in CODE_POINTS:
        c = chr(code)
        record = struct.pack("2s3s2sB", unicodedata.category(c).encode(),
                             unicodedata.bidirectional(c).encode(),
                             unicodedata.east_asian_width(c).encode(), unicodedata.combining(c))
        record += bytes([unicodedata.mirrored(c)])
        if record != last:
            starts.append(code | records.setdefault(record, len(records)) << CODE_BITS)
            last = record
    return b"".join(records), numbers("I", starts)


def ideographs():
    bounds, inside = [], False
    for code in CODE_POINTS:
        if name_of(code).startswith("CJK UNIFIED IDEOGRAPH-") != inside:
            bounds.append(code)
            inside = not inside
    return numbers("I", bounds)


def decompositions():
    tags, keys, ends, points, pairs = [""], [], [], [], []
    for code in CODE_POINTS:
        mapping = unicodedata.decomposition(chr(code)).split()
        if not mapping:
            continue
        tag = mapping.pop(0) if mapping[0][0] == "<" else ""
        if tag not in tags:
            tags.append(tag)
        if not tag and len(mapping) == 2 and unicodedata.normalize("NFC", chr(code)) == chr(code):
            pairs.append((int(mapping[0], 16), int(mapping[1], 16), len(keys)))
        keys.append(code | tags.index(tag) << CODE_BITS)
        points += [int(each, 16) for each in mapping]
        ends.append(len(points))
    packed = b"".join(struct.pack("<I", point)[:3] for point in points)
    return (numbers("I", keys), numbers("H", ends), packed,
            numbers("H", [index for _, _, index in sorted(pairs)]), " ".join(tags).encode())


def numeric_values():
    values, keys = [], []
    for code in CODE_POINTS:
        value = unicodedata.numeric(chr(code), None)
        if value is not None:
            if value not in values:
                values.append(value)
            keys.append(code | values.index(value) << CODE_BITS)
    return numbers("I", keys), numbers("d", values)


def aliases():
    lines = []
    for alias in ALIASES.replace("\n", "").split(";"):
        try:
            lines.append(f"{ord(unicodedata.lookup(alias)):X} {alias}\n")
        except KeyError:
            pass
    return "".join(lines).encode()


def names():
    rows, blocks, last_code, last = [], [], -2, []
    for code in CODE_POINTS:
        name = name_of(code)
        if not name or name.startswith(("CJK UNIFIED IDEOGRAPH-", "HANGUL SYLLABLE ")):
            continue
        if code != last_code + 1 or blocks[-1][1] == NAMES_IN_BLOCK:
            blocks.append([code, 0, len(rows)])
            last = []
        words = name.split(" ")
        shared = 0
        while shared < min(len(words), len(last)) and words[shared] == last[shared]:
            shared += 1
        rows.append((shared, words[shared:]))
        blocks[-1][1] += 1
        last_code, last = code, words
    saved = Counter()
    for _, words in rows:
        saved.update({word: words.count(word) * len(word) for word in words})
    usual = {word: 0x80 + i for i, (word, _) in enumerate(saved.most_common(USUAL_WORDS))}
    encoded, starts = bytearray(), []
    for shared, words in rows:
        starts.append(len(encoded))
        encoded.append(shared)
        for i, word in enumerate(words):
            if word in usual:
                encoded.append(usual[word])
            else:
                is_after_letters = i > 0 and words[i - 1] not in usual
                encoded += (" " * is_after_letters + word).encode()
    table = [value for start, count, row in blocks
             for value in (start | count << CODE_BITS, starts[row])]
    return " ".join(usual).encode(), numbers("I", table), bytes(encoded)


def main():
    sections = [unicodedata.unidata_version.encode(), *properties(), ideographs(),
                *decompositions(), *numeric_values(), aliases(), *names()]
    at, offsets = 4 * (len(sections) + 1), []
    for section in sections:
        offsets.append(at)
        at += len(section)
    sys.stdout.buffer.write(numbers("I", [*offsets, at]) + b"".join(sections))


main()
