"""From JSON text to objects."""

__all__ = ['JSONDecoder', 'JSONDecodeError']

import _json

_spaces = ' \t\n\r'
_digits = '0123456789'
_escapes = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}
_constants = {'-Infinity': float('-inf'), 'Infinity': float('inf'), 'NaN': float('nan')}


class JSONDecodeError(ValueError):
    """The text is not JSON; msg, doc, pos, lineno and colno say where."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count('\n', 0, pos) + 1
        colno = pos - doc.rfind('\n', 0, pos)
        ValueError.__init__(self, f'{msg}: line {lineno} column {colno} (char {pos})')
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


def _four_hex(s, i):
    """The number of four hexadecimal digits at i."""
    digits = s[i:i + 4]
    if len(digits) == 4 and all([c in '0123456789abcdefABCDEF' for c in digits]):
        return int(digits, 16)
    raise JSONDecodeError('Invalid \\uXXXX escape', s, i - 1)


def scanstring(s, end, strict=True):
    """(text, index after the closing quote) of a string whose opening quote is at end - 1."""
    result = _json.scanstring(s, end, strict)
    if result is not None:
        return result
    begin = end - 1
    chunks = []
    i = start = end
    n = len(s)
    while True:
        if i >= n:
            raise JSONDecodeError('Unterminated string starting at', s, begin)
        c = s[i]
        if c == '"':
            chunks.append(s[start:i])
            return ''.join(chunks), i + 1
        if c != '\\':
            if strict and c < ' ':
                raise JSONDecodeError('Invalid control character at', s, i)
            i += 1
            continue
        chunks.append(s[start:i])
        i += 1
        if i >= n:
            raise JSONDecodeError('Unterminated string starting at', s, begin)
        c = s[i]
        i += 1
        if c != 'u':
            char = _escapes.get(c)
            if char is None:
                raise JSONDecodeError('Invalid \\escape', s, i - 2)
        else:
            code = _four_hex(s, i)
            i += 4
            if 0xD800 <= code <= 0xDBFF and s.startswith('\\u', i):
                low = _four_hex(s, i + 2)
                if 0xDC00 <= low <= 0xDFFF:
                    code = 0x10000 + ((code - 0xD800) << 10 | low - 0xDC00)
                    i += 6
            char = chr(code)
        chunks.append(char)
        start = i


class JSONDecoder:
    """Decodes JSON text; the hooks replace what objects and numbers become."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
                 strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _constants.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook
        self.memo = {}
        hooks = (object_hook, parse_float, parse_int, parse_constant, object_pairs_hook)
        self._is_plain = hooks == (None,) * 5
        self.scan_once = self._scan

    def decode(self, s):
        """What the text, which may have white space around it, says."""
        obj, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError('Extra data', s, end)
        return obj

    def raw_decode(self, s, idx=0):
        """(object, index after it) of text that begins with JSON."""
        if idx < 0:
            raise ValueError('idx cannot be negative')
        return self.scan_once(s, idx)

    def _scan(self, s, i):
        if self._is_plain:
            result = _json.scan(s, i, self.strict)
            if result is not None:
                return result
        c = s[i:i + 1]
        if c == '"':
            return scanstring(s, i + 1, self.strict)
        if c == '{':
            return self._scan_object(s, i + 1)
        if c == '[':
            return self._scan_array(s, i + 1)
        if c == 'n' and s.startswith('null', i):
            return None, i + 4
        if c == 't' and s.startswith('true', i):
            return True, i + 4
        if c == 'f' and s.startswith('false', i):
            return False, i + 5
        if c == 'N' and s.startswith('NaN', i):
            return self.parse_constant('NaN'), i + 3
        if c == 'I' and s.startswith('Infinity', i):
            return self.parse_constant('Infinity'), i + 8
        if c == '-' and s.startswith('-Infinity', i):
            return self.parse_constant('-Infinity'), i + 9
        if c and c in '-0123456789':
            return self._scan_number(s, i)
        raise JSONDecodeError('Expecting value', s, i)

    def _scan_number(self, s, start):
        i = start
        n = len(s)
        if s[i] == '-':
            i += 1
        first = i
        if s.startswith('0', i):
            i += 1
        else:
            while i < n and s[i] in _digits:
                i += 1
        if i == first:
            raise JSONDecodeError('Expecting value', s, start)
        whole = i
        if i + 1 < n and s[i] == '.' and s[i + 1] in _digits:
            i += 2
            while i < n and s[i] in _digits:
                i += 1
        if i < n and s[i] in 'eE':
            k = i + 1
            if k < n and s[k] in '+-':
                k += 1
            if k < n and s[k] in _digits:
                i = k
                while i < n and s[i] in _digits:
                    i += 1
        if i == whole:
            return self.parse_int(s[start:i]), i
        return self.parse_float(s[start:i]), i

    def _scan_object(self, s, i):
        pairs = []
        memo = self.memo
        scan = self.scan_once
        i = _skip(s, i)
        if s.startswith('}', i):
            i += 1
        else:
            while True:
                if not s.startswith('"', i):
                    raise JSONDecodeError('Expecting property name enclosed in double quotes', s, i)
                key, i = scanstring(s, i + 1, self.strict)
                key = memo.setdefault(key, key)
                i = _skip(s, i)
                if not s.startswith(':', i):
                    raise JSONDecodeError("Expecting ':' delimiter", s, i)
                value, i = scan(s, _skip(s, i + 1))
                pairs.append((key, value))
                i = _skip(s, i)
                if s.startswith('}', i):
                    i += 1
                    break
                if not s.startswith(',', i):
                    raise JSONDecodeError("Expecting ',' delimiter", s, i)
                comma = i
                i = _skip(s, i + 1)
                if s.startswith('}', i):
                    raise JSONDecodeError('Illegal trailing comma before end of object', s, comma)
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs), i
        obj = dict(pairs)
        if self.object_hook is not None:
            obj = self.object_hook(obj)
        return obj, i

    def _scan_array(self, s, i):
        values = []
        scan = self.scan_once
        i = _skip(s, i)
        if s.startswith(']', i):
            return values, i + 1
        while True:
            value, i = scan(s, i)
            values.append(value)
            i = _skip(s, i)
            if s.startswith(']', i):
                return values, i + 1
            if not s.startswith(',', i):
                raise JSONDecodeError("Expecting ',' delimiter", s, i)
            comma = i
            i = _skip(s, i + 1)
            if s.startswith(']', i):
                raise JSONDecodeError('Illegal trailing comma before end of array', s, comma)


def _skip(s, i):
    """The index of the first character from i on that is no white space."""
    while True:
        c = s[i:i + 1]
        if not c or c not in _spaces:
            return i
        i += 1
