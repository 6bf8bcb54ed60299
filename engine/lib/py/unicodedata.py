"""The Unicode Character Database."""

import _unicode_data
from _unicode_data import unidata_version

_missing = object()
_SBASE, _LBASE, _VBASE, _TBASE = 0xAC00, 0x1100, 0x1161, 0x11A7
_LCOUNT, _VCOUNT, _TCOUNT = 19, 21, 28
_NCOUNT = _VCOUNT * _TCOUNT
_SCOUNT = _LCOUNT * _NCOUNT
_LEADS = 'G GG N D DD R M B BB S SS  J JJ C K T P H'.split(' ')
_VOWELS = 'A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I'.split(' ')
_TAILS = ' G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H'.split(' ')


def _character(c, what):
    if not isinstance(c, str) or len(c) != 1:
        raise TypeError(f'{what} must be a unicode character, not {type(c).__name__}')
    return ord(c)


class _Runs:
    """The record of each code point: found by bisection in the starts of the runs."""

    def __init__(self):
        self.records = [(category, bidi if bidi != '-' else '', int(combining), width,
                         int(mirrored))
                        for category, bidi, combining, width, mirrored
                        in [record.split(',') for record in _unicode_data.records.split()]]
        self.starts, self.which = [], []
        at = 0
        for run in _unicode_data.runs.split():
            count, _, index = run.rpartition(':')
            self.starts.append(at)
            self.which.append(int(index))
            at += int(count) if count else 1

    def __getitem__(self, code):
        from bisect import bisect_right
        return self.records[self.which[bisect_right(self.starts, code) - 1]]


_runs = None
_record_cache = {}


def _record(code):
    global _runs
    record = _record_cache.get(code)
    if record is None:
        if _runs is None:
            _runs = _Runs()
        record = _record_cache[code] = _runs[code]
    return record


def category(chr, /):
    return _record(_character(chr, 'category() argument'))[0]


def bidirectional(chr, /):
    return _record(_character(chr, 'bidirectional() argument'))[1]


def combining(chr, /):
    return _record(_character(chr, 'combining() argument'))[2]


def east_asian_width(chr, /):
    return _record(_character(chr, 'east_asian_width() argument'))[3]


def mirrored(chr, /):
    return _record(_character(chr, 'mirrored() argument'))[4]


# ---- numbers

def decimal(chr, default=_missing, /):
    _character(chr, 'decimal() argument 1')
    if chr.isdecimal():
        return int(chr)
    if default is _missing:
        raise ValueError('not a decimal')
    return default


def digit(chr, default=_missing, /):
    _character(chr, 'digit() argument 1')
    value = _digit_value(chr)
    if value is not None:
        return value
    if default is _missing:
        raise ValueError('not a digit')
    return default


def _digit_value(c):
    if c.isdecimal():
        return int(c)
    if not c.isdigit():
        return None
    mapped = normalize('NFKC', c).strip('(). ,')
    if len(mapped) == 1 and mapped.isdecimal():
        return int(mapped)
    words = name(c, '').split()
    for word in reversed(words):
        if word in _number_words:
            return _number_words.index(word)
    return None


_number_words = ['ZERO', 'ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX', 'SEVEN', 'EIGHT', 'NINE']
_numeric = None


def numeric(chr, default=_missing, /):
    global _numeric
    code = _character(chr, 'numeric() argument 1')
    if chr.isdigit():
        return float(_digit_value(chr))
    if _numeric is None:
        _numeric = {}
        at = -1
        for entry in _unicode_data.numeric.split():
            place, _, value = entry.rpartition(':')
            at = int(place, 16) if place else at + 1
            n, _, d = value.partition('/')
            _numeric[at] = int(n) / int(d) if d else float(n)
    value = _numeric.get(code)
    if value is not None:
        return value
    if default is _missing:
        raise ValueError('not a numeric character')
    return default


# ---- names

_names = None
_codes = None


def _load_names():
    global _names
    names = {}
    at, last = -1, []
    for line in _unicode_data.names.split('\n'):
        place, _, rest = line.rpartition(';')
        at = int(place, 16) if place else at + 1
        last = last[:ord(rest[0]) - 97] + rest[1:].split(' ')
        names[at] = ' '.join(last)
    _names = names


_ideographs = None


def _is_ideograph(code):
    global _ideographs
    if _ideographs is None:
        _ideographs = [tuple([int(end, 16) for end in each.split('-')])
                       for each in _unicode_data.ideographs.split()]
    return any([start <= code < end for start, end in _ideographs])


def name(chr, default=_missing, /):
    code = _character(chr, 'name() argument 1')
    if _names is None:
        _load_names()
    found = _names.get(code)
    if found is None:
        if _SBASE <= code < _SBASE + _SCOUNT:
            i = code - _SBASE
            found = ('HANGUL SYLLABLE ' + _LEADS[i // _NCOUNT]
                     + _VOWELS[i % _NCOUNT // _TCOUNT] + _TAILS[i % _TCOUNT])
        elif _is_ideograph(code):
            found = f'CJK UNIFIED IDEOGRAPH-{code:X}'
        elif default is _missing:
            raise ValueError('no such name')
        else:
            return default
    return found


def lookup(name, /):
    global _codes
    wanted = name.upper()
    if _codes is None:
        if _names is None:
            _load_names()
        codes = {each: code for code, each in _names.items()}
        for line in _unicode_data.aliases.split('\n'):
            code, _, alias = line.partition(' ')
            codes[alias] = int(code, 16)
        _codes = codes
    code = _codes.get(wanted)
    if code is None:
        code = _computed(wanted)
    if code is None:
        raise KeyError(f"undefined character name '{name}'")
    return chr(code)


def _computed(name):
    if name.startswith('CJK UNIFIED IDEOGRAPH-'):
        try:
            code = int(name[22:], 16)
        except ValueError:
            return None
        return code if _is_ideograph(code) and len(name) - 22 in (4, 5) else None
    if name.startswith('HANGUL SYLLABLE '):
        rest = name[16:]
        lead = max([each for each in _LEADS if rest.startswith(each)], key=len)
        rest = rest[len(lead):]
        vowels = [each for each in _VOWELS if rest.startswith(each)]
        if not vowels:
            return None
        vowel = max(vowels, key=len)
        rest = rest[len(vowel):]
        if rest not in _TAILS:
            return None
        return (_SBASE + _LEADS.index(lead) * _NCOUNT + _VOWELS.index(vowel) * _TCOUNT
                + _TAILS.index(rest))
    return None


# ---- normal forms (Unicode Standard Annex 15)

_mappings = None
_pairs = None


def _load_mappings():
    global _mappings, _pairs
    mappings = {}
    at = -1
    for line in _unicode_data.decompositions.split('\n'):
        place, has_place, mapping = line.rpartition(':')
        at = int(place, 16) if has_place else at + 1
        mappings[at] = mapping
    excluded = {int(code, 16) for code in _unicode_data.not_composed.split()}
    pairs = {}
    for code, mapping in mappings.items():
        if mapping[0] != '<' and code not in excluded:
            parts = mapping.split()
            if len(parts) == 2:
                pairs[int(parts[0], 16), int(parts[1], 16)] = code
    _pairs = pairs
    _mappings = mappings


def decomposition(chr, /):
    code = _character(chr, 'decomposition() argument')
    if _mappings is None:
        _load_mappings()
    return _mappings.get(code, '')


def _decomposed(text, compatible):
    out = []
    stack = [ord(c) for c in reversed(text)]
    while stack:
        code = stack.pop()
        if code < 0xA0:
            out.append(code)
            continue
        if _SBASE <= code < _SBASE + _SCOUNT:
            i = code - _SBASE
            out.append(_LBASE + i // _NCOUNT)
            out.append(_VBASE + i % _NCOUNT // _TCOUNT)
            if i % _TCOUNT:
                out.append(_TBASE + i % _TCOUNT)
            continue
        mapping = _mappings.get(code)
        if mapping is None or mapping[0] == '<' and not compatible:
            out.append(code)
            continue
        parts = mapping.split()
        if parts[0][0] == '<':
            del parts[0]
        stack.extend([int(part, 16) for part in reversed(parts)])
    # Marks in the order of their classes.
    i, n = 0, len(out)
    while i < n:
        if out[i] < 0x300 or not _record(out[i])[2]:
            i += 1
            continue
        start = i
        while i < n and out[i] >= 0x300 and _record(out[i])[2]:
            i += 1
        if i - start > 1:
            out[start:i] = sorted(out[start:i], key=lambda code: _record(code)[2])
    return out


def _composed(codes):
    out = []
    starter = -1
    last_class = 0
    for code in codes:
        mark = 0 if code < 0x300 else _record(code)[2]
        if starter >= 0 and (starter == len(out) - 1 or last_class < mark and last_class != 0
                             or last_class == 0 and starter == len(out) - 1):
            joined = _joined(out[starter], code)
            if joined is not None:
                out[starter] = joined
                continue
        if mark == 0:
            starter = len(out)
        last_class = mark
        out.append(code)
    return out


def _joined(first, second):
    if _LBASE <= first < _LBASE + _LCOUNT and _VBASE <= second < _VBASE + _VCOUNT:
        return _SBASE + (first - _LBASE) * _NCOUNT + (second - _VBASE) * _TCOUNT
    if (_SBASE <= first < _SBASE + _SCOUNT and (first - _SBASE) % _TCOUNT == 0
            and _TBASE < second < _TBASE + _TCOUNT):
        return first + second - _TBASE
    return _pairs.get((first, second))


def normalize(form, unistr, /):
    if form not in ('NFC', 'NFD', 'NFKC', 'NFKD'):
        raise ValueError('invalid normalization form')
    if not isinstance(unistr, str):
        raise TypeError(f'normalize() argument 2 must be str, not {type(unistr).__name__}')
    if unistr.isascii():
        return unistr
    if _mappings is None:
        _load_mappings()
    codes = _decomposed(unistr, form[2] == 'K')
    if form[-1] == 'C':
        codes = _composed(codes)
    return ''.join(map(chr, codes))


def is_normalized(form, unistr, /):
    return normalize(form, unistr) == unistr
