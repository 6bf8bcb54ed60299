"""Text encodings that are seldom asked for: the module codecs finds them here.

Each has encode(text) -> bytes and decode(data) -> str, which raise UnicodeEncodeError and
UnicodeDecodeError; codecs goes on behind an error as the error handler says.
"""

import unicodedata


# ---- unicode_escape and raw_unicode_escape: as in Python's source

_LETTERS = {'\t': '\\t', '\n': '\\n', '\r': '\\r', '\\': '\\\\'}


def _escaped(c):
    if ' ' <= c <= '~' and c != '\\':
        return c
    if c in _LETTERS:
        return _LETTERS[c]
    return f'\\x{ord(c):02x}' if c <= '\xff' else _long(c)


def _long(c):
    return f'\\u{ord(c):04x}' if c <= '\uffff' else f'\\U{ord(c):08x}'


def _encode_unicode_escape(text):
    return ''.join([_escaped(c) for c in text]).encode('latin-1')


def _encode_raw_unicode_escape(text):
    return ''.join([c if c <= '\xff' else _long(c) for c in text]).encode('latin-1')


_SIMPLE = {'\n': '', '\\': '\\', "'": "'", '"': '"', 'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n',
           'r': '\r', 't': '\t', 'v': '\v'}
_DIGITS = {'x': 2, 'u': 4, 'U': 8}


def _hex_digits(text, i, count):
    """How many hexadecimal digits stand at i, `count` at most."""
    n = 0
    while n < count and i + n < len(text) and text[i + n] in '0123456789abcdefABCDEF':
        n += 1
    return n


def _code_escape(codec, data, text, i, overflow):
    """(character, index behind it) of the \\x, \\u or \\U at i."""
    count = _DIGITS[text[i + 1]]
    n = _hex_digits(text, i + 2, count)
    if n < count:
        raise UnicodeDecodeError(codec, data, i, i + 2 + n,
                                 f'truncated \\{text[i + 1]}{"X" * count} escape')
    code = int(text[i + 2:i + 2 + count], 16)
    if code > 0x10ffff:
        raise UnicodeDecodeError(codec, data, i, i + 2 + count, overflow)
    return chr(code), i + 2 + count


def _name_escape(data, text, i):
    codec = 'unicodeescape'
    end = text.find('}', i)
    if text[i + 2:i + 3] != '{' or end < 0 or end == i + 3:
        stop = i + 2 if text[i + 2:i + 3] != '{' else len(text) if end < 0 else end + 1
        raise UnicodeDecodeError(codec, data, i, stop, 'malformed \\N character escape')
    try:
        return unicodedata.lookup(text[i + 3:end]), end + 1
    except KeyError:
        raise UnicodeDecodeError(codec, data, i, end + 1,
                                 'unknown Unicode character name') from None


def _decode_unicode_escape(data):
    text = data.decode('latin-1')
    parts = []
    i = 0
    while True:
        next = text.find('\\', i)
        if next < 0:
            return ''.join([*parts, text[i:]])
        parts.append(text[i:next])
        i = next
        if i + 1 == len(text):
            raise UnicodeDecodeError('unicodeescape', data, i, i + 1, '\\ at end of string')
        c = text[i + 1]
        if c in _SIMPLE:
            parts.append(_SIMPLE[c])
            i += 2
        elif c in _DIGITS:
            part, i = _code_escape('unicodeescape', data, text, i, 'illegal Unicode character')
            parts.append(part)
        elif c == 'N':
            part, i = _name_escape(data, text, i)
            parts.append(part)
        elif '0' <= c <= '7':
            end = i + 2
            while end < i + 4 and text[end:end + 1] and text[end] in '01234567':
                end += 1
            parts.append(chr(int(text[i + 1:end], 8)))
            i = end
        else:
            import warnings
            warnings.warn(f'invalid escape sequence \'\\{c}\'', DeprecationWarning, 4)
            parts.append(text[i:i + 2])
            i += 2


def _decode_raw_unicode_escape(data):
    text = data.decode('latin-1')
    parts = []
    i = 0
    while True:
        next = text.find('\\', i)
        if next < 0:
            return ''.join([*parts, text[i:]])
        end = next
        while text[end:end + 1] == '\\':
            end += 1
        # An even number of backslashes escapes nothing.
        if (end - next) % 2 and text[end:end + 1] in ('u', 'U'):
            parts.append(text[i:end - 1])
            part, i = _code_escape('rawunicodeescape', data, text, end - 1,
                                   '\\Uxxxxxxxx out of range')
            parts.append(part)
        else:
            parts.append(text[i:end])
            i = end


# ---- utf_7 (RFC 2152)

_BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
_DIRECT = frozenset('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
                    "'(),-./:? \t\n\r" '!"#$%&*;<=>@[]^_`{|}')


def _encode_utf_7(text):
    out = []
    i = 0
    while i < len(text):
        if text[i] in _DIRECT:
            out.append(text[i])
            i += 1
        elif text[i] == '+':
            out.append('+-')
            i += 1
        else:
            start = i
            while i < len(text) and text[i] not in _DIRECT:
                i += 1
            out.append('+' + _modified_base64(text[start:i]))
            if i == len(text) or text[i] in _BASE64 or text[i] == '-':
                out.append('-')
    return ''.join(out).encode('ascii')


def _modified_base64(text):
    data = text.encode('utf-16-be', 'surrogatepass')
    bits = int.from_bytes(data) << -len(data) * 8 % 6
    count = -(-len(data) * 8 // 6)
    return ''.join([_BASE64[bits >> 6 * (count - 1 - k) & 63] for k in range(count)])


def _decode_utf_7(data):
    text = data.decode('latin-1')
    parts = []
    i = 0
    while i < len(text):
        c = text[i]
        if c == '+':
            part, i = _shifted(data, text, i)
            parts.append(part)
        elif c > '\x7f':
            raise UnicodeDecodeError('utf7', data, i, i + 1, 'unexpected special character')
        else:
            parts.append(c)
            i += 1
    return ''.join(parts)


def _shifted(data, text, start):
    """(characters, index behind them) of the base64 sequence that begins at `start`."""
    end = start + 1
    while end < len(text) and text[end] in _BASE64:
        end += 1
    digits = text[start + 1:end]
    stop = text[end:end + 1]
    if not digits:
        if stop == '-':
            return '+', end + 1
        if not stop:
            raise UnicodeDecodeError('utf7', data, start, end, 'unterminated shift sequence')
        raise UnicodeDecodeError('utf7', data, start, end + 1, 'ill-formed sequence')
    bits = 0
    for digit in digits:
        bits = bits << 6 | _BASE64.index(digit)
    spare = len(digits) * 6 % 16
    if not stop and spare >= 6:
        raise UnicodeDecodeError('utf7', data, start, end, 'unterminated shift sequence')
    if spare >= 6:
        raise UnicodeDecodeError('utf7', data, start, end + 1, 'partial character in base64 '
                                 'sequence')
    if bits & (1 << spare) - 1:
        raise UnicodeDecodeError('utf7', data, start, end + 1, 'non-zero padding bits in base64 '
                                 'sequence')
    size = len(digits) * 6 // 16 * 2
    units = (bits >> spare).to_bytes(size)
    return units.decode('utf-16-be', 'surrogatepass'), end + (stop == '-')


# ---- one byte a character

def _table(base, changes):
    """Latin-1 (or another table) with some characters changed; None is undefined."""
    table = list(base)
    for start, characters in changes.items():
        table[start:start + len(characters)] = characters
    return table


_LATIN_1 = [chr(i) for i in range(256)]
_UNDEFINED = '\ufffe'
_TABLES = {
    'cp1252': _table(_LATIN_1, {0x80: '\u20ac\ufffe\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030'
                                      '\u0160\u2039\u0152\ufffe\u017d\ufffe\ufffe\u2018\u2019\u201c'
                                      '\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\ufffe'
                                      '\u017e\u0178'}),
    'iso8859-15': _table(_LATIN_1, {0xa4: '\u20ac', 0xa6: '\u0160', 0xa8: '\u0161', 0xb4: '\u017d',
                                    0xb8: '\u017e', 0xbc: '\u0152\u0153\u0178'}),
}


class _Charmap:
    def __init__(self, table):
        self.table = table
        self.codes = {c: i for i, c in enumerate(table) if c != _UNDEFINED}

    def encode(self, text):
        codes = self.codes
        for i, c in enumerate(text):
            if c not in codes:
                end = i + 1
                while end < len(text) and text[end] not in codes:
                    end += 1
                raise UnicodeEncodeError('charmap', text, i, end, 'character maps to <undefined>')
        return bytes([codes[c] for c in text])

    def decode(self, data):
        text = ''.join([self.table[byte] for byte in data])
        i = text.find(_UNDEFINED)
        if i >= 0:
            raise UnicodeDecodeError('charmap', data, i, i + 1, 'character maps to <undefined>')
        return text


_ALIASES = {
    'unicode_escape': 'unicode_escape', 'unicodeescape': 'unicode_escape',
    'raw_unicode_escape': 'raw_unicode_escape', 'rawunicodeescape': 'raw_unicode_escape',
    'utf_7': 'utf-7', 'utf7': 'utf-7', 'u7': 'utf-7', 'unicode_1_1_utf_7': 'utf-7',
    'cp1252': 'cp1252', '1252': 'cp1252', 'windows_1252': 'cp1252',
    'iso8859_15': 'iso8859-15', 'iso_8859_15': 'iso8859-15', 'latin_9': 'iso8859-15',
    'latin9': 'iso8859-15', 'l9': 'iso8859-15',
}


def find(encoding):
    """(name, encode, decode), or None."""
    name = _ALIASES.get(encoding.lower().replace('-', '_').replace(' ', '_'))
    if name is None:
        return None
    if name in _TABLES:
        charmap = _Charmap(_TABLES[name])
        return name, charmap.encode, charmap.decode
    if name == 'utf-7':
        return name, _encode_utf_7, _decode_utf_7
    if name == 'unicode_escape':
        return name, _encode_unicode_escape, _decode_unicode_escape
    return name, _encode_raw_unicode_escape, _decode_raw_unicode_escape
