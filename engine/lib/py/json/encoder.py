"""From objects to JSON text."""

import _json


def encode_basestring(s):
    """The text in quotes, with what JSON wants escaped."""
    return _json.quote(s, False)


def encode_basestring_ascii(s):
    """The text in quotes, with everything escaped that is not ASCII."""
    return _json.quote(s, True)


class JSONEncoder:
    """Encodes objects; default() is asked for what JSON has no form for."""

    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
                 sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        """The object as text."""
        if isinstance(o, str):
            return encode_basestring_ascii(o) if self.ensure_ascii else encode_basestring(o)
        chunks = self._chunks(o)
        return chunks[0] if len(chunks) == 1 else ''.join(chunks)

    def iterencode(self, o, _one_shot=False):
        """The text in pieces."""
        return iter(self._chunks(o))

    def _chunks(self, o):
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = ' ' * indent
        if self.check_circular and not self.sort_keys:
            text = _json.encode(o, self.ensure_ascii, self.allow_nan, self.item_separator,
                                self.key_separator, indent)
            if text is not None:
                return [text]
        writer = _Writer(self, indent)
        writer.write(o, 0)
        return writer.chunks


class _Writer:
    """One object on its way to text."""

    def __init__(self, encoder, indent):
        self.encoder = encoder
        self.indent = indent
        self.encode_str = encode_basestring_ascii if encoder.ensure_ascii else encode_basestring
        self.open = {} if encoder.check_circular else None
        self.chunks = []

    def float_text(self, o):
        if o != o:
            text = 'NaN'
        elif o == _infinity:
            text = 'Infinity'
        elif o == -_infinity:
            text = '-Infinity'
        else:
            return float.__repr__(o)
        if not self.encoder.allow_nan:
            raise ValueError(f'Out of range float values are not JSON compliant: {o!r}')
        return text

    def write(self, o, level):
        put = self.chunks.append
        if isinstance(o, str):
            put(self.encode_str(o))
        elif o is None:
            put('null')
        elif o is True:
            put('true')
        elif o is False:
            put('false')
        elif isinstance(o, int):
            put(int.__repr__(o))
        elif isinstance(o, float):
            put(self.float_text(o))
        elif isinstance(o, (list, tuple)):
            self.write_array(o, level)
        elif isinstance(o, dict):
            self.write_object(o, level)
        else:
            self.enter(o)
            self.write(self.encoder.default(o), level)
            self.leave(o)

    def enter(self, o):
        if self.open is not None:
            if id(o) in self.open:
                raise ValueError('Circular reference detected')
            self.open[id(o)] = o

    def leave(self, o):
        if self.open is not None:
            del self.open[id(o)]

    def write_array(self, items, level):
        put = self.chunks.append
        if not items:
            put('[]')
            return
        self.enter(items)
        separator = self.encoder.item_separator
        first = '['
        if self.indent is not None:
            line = '\n' + self.indent * (level + 1)
            first += line
            separator += line
        level += 1
        for item in items:
            put(first)
            first = separator
            self.write(item, level)
        if self.indent is not None:
            put('\n' + self.indent * (level - 1))
        put(']')
        self.leave(items)

    def key_text(self, key):
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return self.float_text(key)
        if key is True:
            return 'true'
        if key is False:
            return 'false'
        if key is None:
            return 'null'
        if isinstance(key, int):
            return int.__repr__(key)
        if self.encoder.skipkeys:
            return None
        raise TypeError('keys must be str, int, float, bool or None, '
                        f'not {key.__class__.__name__}')

    def write_object(self, mapping, level):
        put = self.chunks.append
        if not mapping:
            put('{}')
            return
        self.enter(mapping)
        separator = self.encoder.item_separator
        first = '{'
        if self.indent is not None:
            line = '\n' + self.indent * (level + 1)
            first += line
            separator += line
        level += 1
        middle = self.encoder.key_separator
        encode_str = self.encode_str
        pairs = mapping.items()
        if self.encoder.sort_keys:
            pairs = sorted(pairs)
        for key, value in pairs:
            text = self.key_text(key)
            if text is None:
                continue
            put(first + encode_str(text) + middle)
            first = separator
            self.write(value, level)
        if first is not separator:
            # Every key was skipped.
            put('{}')
        else:
            if self.indent is not None:
                put('\n' + self.indent * (level - 1))
            put('}')
        self.leave(mapping)


_infinity = float('inf')
