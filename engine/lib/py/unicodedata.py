"""The Unicode Character Database."""

import _unicodedata

unidata_version = _unicodedata.version()

_missing = object()


def _character(c, what):
    if not isinstance(c, str) or len(c) != 1:
        raise TypeError(f'{what} must be a unicode character, not {type(c).__name__}')
    return ord(c)


def category(chr, /):
    return _unicodedata.properties(_character(chr, 'category() argument'))[0]


def bidirectional(chr, /):
    return _unicodedata.properties(_character(chr, 'bidirectional() argument'))[1]


def combining(chr, /):
    return _unicodedata.properties(_character(chr, 'combining() argument'))[2]


def east_asian_width(chr, /):
    return _unicodedata.properties(_character(chr, 'east_asian_width() argument'))[3]


def mirrored(chr, /):
    return _unicodedata.properties(_character(chr, 'mirrored() argument'))[4]


def decimal(chr, default=_missing, /):
    _character(chr, 'decimal() argument 1')
    if chr.isdecimal():
        return int(chr)
    if default is _missing:
        raise ValueError('not a decimal')
    return default


def digit(chr, default=_missing, /):
    code = _character(chr, 'digit() argument 1')
    if chr.isdigit():
        return int(_unicodedata.numeric(code))
    if default is _missing:
        raise ValueError('not a digit')
    return default


def numeric(chr, default=_missing, /):
    value = _unicodedata.numeric(_character(chr, 'numeric() argument 1'))
    if value is not None:
        return value
    if default is _missing:
        raise ValueError('not a numeric character')
    return default


def name(chr, default=_missing, /):
    found = _unicodedata.name(_character(chr, 'name() argument 1'))
    if found is not None:
        return found
    if default is _missing:
        raise ValueError('no such name')
    return default


def lookup(name, /):
    if not isinstance(name, str):
        raise TypeError(f"a bytes-like object is required, not '{type(name).__name__}'")
    code = _unicodedata.find(name)
    if code is None:
        raise KeyError(f"undefined character name '{name}'")
    return chr(code)


def decomposition(chr, /):
    return _unicodedata.decomposition(_character(chr, 'decomposition() argument'))


def normalize(form, unistr, /):
    if form not in ('NFC', 'NFD', 'NFKC', 'NFKD'):
        raise ValueError('invalid normalization form')
    if not isinstance(unistr, str):
        raise TypeError(f'normalize() argument 2 must be str, not {type(unistr).__name__}')
    if unistr.isascii():
        return unistr
    return _unicodedata.normalize(unistr, form[2] == 'K', form[-1] == 'C')


def is_normalized(form, unistr, /):
    return normalize(form, unistr) == unistr
