"""Encodings: text to bytes and back."""

import builtins
import _heddle

__all__ = ['register', 'lookup', 'open', 'encode', 'decode', 'getencoder', 'getdecoder',
           'register_error', 'lookup_error', 'CodecInfo', 'BOM_UTF8', 'BOM_UTF16', 'BOM_UTF32',
           'getincrementaldecoder', 'getincrementalencoder', 'IncrementalDecoder',
           'IncrementalEncoder', 'getreader', 'getwriter', 'iterencode', 'iterdecode']

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_UTF16 = BOM_UTF16_LE = BOM = BOM_LE = b'\xff\xfe'
BOM_UTF16_BE = BOM_BE = b'\xfe\xff'
BOM_UTF32 = BOM_UTF32_LE = b'\xff\xfe\x00\x00'
BOM_UTF32_BE = b'\x00\x00\xfe\xff'

_ALIASES = {'utf8': 'utf-8', 'u8': 'utf-8', 'latin1': 'iso8859-1', 'latin-1': 'iso8859-1',
            'iso-8859-1': 'iso8859-1', 'l1': 'iso8859-1', 'us-ascii': 'ascii', '646': 'ascii',
            'utf16': 'utf-16', 'utf32': 'utf-32'}
_searches = []
_error_handlers = {}


class CodecInfo(tuple):
    """The functions of a codec."""

    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None,
                incrementalencoder=None, incrementaldecoder=None, name=None, *,
                _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        self.name = name
        self.encode = encode
        self.decode = decode
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        self.streamreader = streamreader
        self.streamwriter = streamwriter
        return self

    def __repr__(self):
        return f'<codecs.CodecInfo object for encoding {self.name} at {id(self):#x}>'


class IncrementalEncoder:
    _encoding = 'utf-8'

    def __init__(self, errors='strict'):
        self.errors = errors

    def encode(self, input, final=False):
        return input.encode(self._encoding, self.errors)

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class IncrementalDecoder:
    """Decodes piece by piece; bytes of a character that is not complete wait for the next."""

    _encoding = 'utf-8'

    def __init__(self, errors='strict'):
        self.errors = errors
        self._rest = b''

    def decode(self, input, final=False):
        data = self._rest + bytes(input)
        self._rest = b''
        if not final and self._encoding == 'utf-8':
            import io
            n = io._incomplete_utf8(data)
            if n:
                self._rest = data[len(data) - n:]
                data = data[:len(data) - n]
        return data.decode(self._encoding, self.errors)

    def reset(self):
        self._rest = b''

    def getstate(self):
        return self._rest, 0

    def setstate(self, state):
        self._rest = state[0]


def register(search_function, /):
    _searches.append(search_function)


def unregister(search_function, /):
    if search_function in _searches:
        _searches.remove(search_function)


def lookup(encoding, /):
    name = encoding.lower().replace('_', '-').replace(' ', '-')
    name = _ALIASES.get(name, name)
    if _heddle.is_builtin_codec(name):
        return _info(name, lambda text: text.encode(name), lambda data: data.decode(name))
    if name in ('rot13', 'rot-13'):
        return _transform('rot13', _rot13, _rot13)
    if name in ('hex', 'hex-codec'):
        return _transform('hex', lambda data: bytes(data).hex().encode(),
                          lambda data: bytes.fromhex(bytes(data).decode('ascii')))
    import _text_codecs
    found = _text_codecs.find(encoding)
    if found is not None:
        return _info(*found)
    for search in _searches:
        found = search(encoding.lower().replace('-', '_'))
        if found is not None:
            if not isinstance(found, tuple) or len(found) != 4:
                raise TypeError('codec search functions must return 4-tuples')
            return found
    raise LookupError(f'unknown encoding: {encoding}')


def _transform(name, encode, decode):
    return CodecInfo(lambda input, errors='strict': (encode(input), len(input)),
                     lambda input, errors='strict': (decode(input), len(input)),
                     name=name, _is_text_encoding=False)


def _info(name, encode_strictly, decode_strictly):
    builtin = _heddle.is_builtin_codec(name)

    def encode(input, errors='strict'):
        if builtin and errors in _BUILTIN_ERRORS:
            return input.encode(name, errors), len(input)
        return _encode_handled(input, name, encode_strictly, errors), len(input)

    def decode(input, errors='strict'):
        data = bytes(input)
        if builtin and errors in _BUILTIN_ERRORS:
            return data.decode(name, errors), len(data)
        return _decode_handled(data, name, decode_strictly, errors), len(data)

    encoder = type('IncrementalEncoder', (IncrementalEncoder,), {'_encoding': name})
    decoder = type('IncrementalDecoder', (IncrementalDecoder,), {'_encoding': name})

    def reader(stream, errors='strict'):
        import io
        return io.TextIOWrapper(stream, name, errors, '\n')

    return CodecInfo(encode, decode, reader, reader, encoder, decoder, name)


def _encode_handled(text, name, encode, errors):
    """Encodes; the error handler says what comes instead of what cannot be encoded."""
    parts = []
    if name in ('utf-16', 'utf-32'):
        parts.append(''.encode(name))
        return parts[0] + _encode_handled(text, f'{name}-le',
                                          lambda text: text.encode(f'{name}-le'), errors)
    at = 0
    while True:
        try:
            parts.append(encode(text[at:]))
            return b''.join(parts)
        except UnicodeEncodeError as e:
            error = UnicodeEncodeError(e.encoding, text, at + e.start, at + e.end, e.reason)
        replacement, position = _handled(error, errors, len(text))
        parts.append(encode(text[at:error.start]))
        if isinstance(replacement, str):
            try:
                replacement = encode(replacement)
            except UnicodeEncodeError:
                raise error from None
        parts.append(replacement)
        at = position


def _decode_handled(data, name, decode, errors):
    parts = []
    at = 0
    while True:
        try:
            parts.append(decode(data[at:]))
            return ''.join(parts)
        except UnicodeDecodeError as e:
            error = UnicodeDecodeError(e.encoding, data, at + e.start, at + e.end, e.reason)
        replacement, position = _handled(error, errors, len(data))
        if not isinstance(replacement, str):
            raise TypeError('decoding error handler must return (str, int) tuple')
        parts.append(decode(data[at:error.start]))
        parts.append(replacement)
        at = position


def _handled(error, errors, length):
    """(replacement, position to go on at) as the error handler gives them."""
    result = lookup_error(errors)(error)
    encoding = isinstance(error, UnicodeEncodeError)
    if not isinstance(result, tuple) or len(result) != 2 or not isinstance(result[1], int) \
            or not isinstance(result[0], (str, bytes) if encoding else str):
        raise TypeError('encoding error handler must return (str/bytes, int) tuple' if encoding
                        else 'decoding error handler must return (str, int) tuple')
    replacement, position = result
    if position < 0:
        position += length
    if not 0 <= position <= length:
        raise IndexError(f'position {result[1]} from error handler out of bounds')
    return replacement, position


def _text_codec(encoding, verb):
    info = lookup(encoding)
    if not getattr(info, '_is_text_encoding', True):
        raise LookupError(f'{encoding!r} is not a text encoding; use codecs.{verb}() to handle '
                          'arbitrary codecs')
    return info


def _encode_text(text, encoding, errors):
    """str.encode() by a codec or an error handler that the engine does not know."""
    result = _text_codec(encoding, 'encode')[0](text, errors)
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError('encoder must return a tuple (object, integer)')
    if not isinstance(result[0], (bytes, bytearray)):
        raise TypeError(f"'{encoding}' encoder returned '{type(result[0]).__name__}' instead of "
                        "'bytes'; use codecs.encode() to encode to arbitrary types")
    return bytes(result[0])


def _decode_text(data, encoding, errors):
    """bytes.decode(), the same."""
    result = _text_codec(encoding, 'decode')[1](data, errors)
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError('decoder must return a tuple (object,integer)')
    if not isinstance(result[0], str):
        raise TypeError(f"'{encoding}' decoder returned '{type(result[0]).__name__}' instead of "
                        "'str'; use codecs.decode() to decode to arbitrary types")
    return result[0]


def encode(obj, encoding='utf-8', errors='strict'):
    return lookup(encoding)[0](obj, errors)[0]


def decode(obj, encoding='utf-8', errors='strict'):
    return lookup(encoding)[1](obj, errors)[0]


def _rot13(text):
    result = ''
    for c in text:
        if 'a' <= c <= 'z':
            c = chr((ord(c) - 84) % 26 + 97)
        elif 'A' <= c <= 'Z':
            c = chr((ord(c) - 52) % 26 + 65)
        result += c
    return result


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    return lookup(encoding).incrementalencoder


def getincrementaldecoder(encoding):
    return lookup(encoding).incrementaldecoder


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors='strict', **kwargs):
    for text in iterator:
        yield encode(text, encoding, errors)


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    decoder = getincrementaldecoder(encoding)(errors)
    for data in iterator:
        text = decoder.decode(data)
        if text:
            yield text
    text = decoder.decode(b'', True)
    if text:
        yield text


def register_error(errors, handler, /):
    if not callable(handler):
        raise TypeError('handler must be callable')
    _error_handlers[errors] = handler


def lookup_error(errors, /):
    if errors in _error_handlers:
        return _error_handlers[errors]
    if errors in _STANDARD_ERRORS:
        return _STANDARD_ERRORS[errors]
    raise LookupError(f"unknown error handler name '{errors}'")


def _unexpected(error):
    raise TypeError(f"don't know how to handle {type(error).__name__} in error callback")


def strict_errors(error, /):
    if isinstance(error, Exception):
        raise error
    raise TypeError('codec must pass exception instance')


def ignore_errors(error, /):
    if not isinstance(error, UnicodeError):
        _unexpected(error)
    return '', error.end


def replace_errors(error, /):
    count = error.end - error.start
    if isinstance(error, UnicodeEncodeError):
        return '?' * count, error.end
    if isinstance(error, UnicodeDecodeError):
        return '\ufffd', error.end
    if isinstance(error, UnicodeTranslateError):
        return '\ufffd' * count, error.end
    _unexpected(error)


def backslashreplace_errors(error, /):
    part = error.object[error.start:error.end]
    if isinstance(error, UnicodeDecodeError):
        return ''.join([f'\\x{byte:02x}' for byte in part]), error.end
    if not isinstance(error, (UnicodeEncodeError, UnicodeTranslateError)):
        _unexpected(error)
    return part.encode('ascii', 'backslashreplace').decode() if part > '\x7f' else \
        ''.join([f'\\x{ord(c):02x}' for c in part]), error.end


def xmlcharrefreplace_errors(error, /):
    if not isinstance(error, UnicodeEncodeError):
        _unexpected(error)
    part = error.object[error.start:error.end]
    return ''.join([f'&#{ord(c)};' for c in part]), error.end


def namereplace_errors(error, /):
    if not isinstance(error, UnicodeEncodeError):
        _unexpected(error)
    import unicodedata
    out = ''
    for c in error.object[error.start:error.end]:
        name = unicodedata.name(c, None)
        if name is not None:
            out += f'\\N{{{name}}}'
        elif c <= '\xff':
            out += f'\\x{ord(c):02x}'
        else:
            out += f'\\u{ord(c):04x}' if c <= '\uffff' else f'\\U{ord(c):08x}'
    return out, error.end


def _surrogateescape(error):
    part = error.object[error.start:error.end]
    if isinstance(error, UnicodeEncodeError):
        if all(['\udc80' <= c <= '\udcff' for c in part]):
            return bytes([ord(c) - 0xdc00 for c in part]), error.end
        raise error
    if isinstance(error, UnicodeDecodeError):
        escaped = ''
        for byte in part:
            if byte < 0x80:
                break
            escaped += chr(0xdc00 + byte)
        if not escaped:
            raise error
        return escaped, error.start + len(escaped)
    _unexpected(error)


_STANDARD_ERRORS = {
    'strict': strict_errors, 'ignore': ignore_errors, 'replace': replace_errors,
    'backslashreplace': backslashreplace_errors, 'xmlcharrefreplace': xmlcharrefreplace_errors,
    'namereplace': namereplace_errors, 'surrogateescape': _surrogateescape,
    'surrogatepass': strict_errors,
}
_BUILTIN_ERRORS = frozenset(_STANDARD_ERRORS) - {'namereplace'}


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    if encoding is None:
        return builtins.open(filename, mode, buffering)
    return builtins.open(filename, mode.replace('b', ''), buffering, encoding, errors, '')


encode.__module__ = decode.__module__ = '_codecs'


_escapes = {'n': 10, 't': 9, 'r': 13, 'b': 8, 'f': 12, 'v': 11, 'a': 7, "'": 39, '"': 34, '\\': 92}


def escape_decode(data, errors='strict', /):
    """Bytes with the escapes of a bytes literal as what they stand for."""
    text = data if isinstance(data, str) else bytes(data).decode('latin-1')
    out = bytearray()
    i = 0
    while i < len(text):
        c = text[i]
        i += 1
        if c != '\\':
            out += c.encode('latin-1') if ord(c) < 256 else c.encode()
            continue
        if i >= len(text):
            raise ValueError('Trailing \\ in string')
        c = text[i]
        i += 1
        if c in _escapes:
            out.append(_escapes[c])
        elif c in '01234567':
            digits = c
            while len(digits) < 3 and text[i:i + 1] in tuple('01234567'):
                digits += text[i]
                i += 1
            out.append(int(digits, 8) & 255)
        elif c == 'x':
            digits = text[i:i + 2]
            if len(digits) == 2 and digits.isalnum() and all([d in '0123456789abcdefABCDEF'
                                                              for d in digits]):
                out.append(int(digits, 16))
                i += 2
            elif errors == 'strict':
                raise ValueError(f'invalid \\x escape at position {i - 2}')
            elif errors == 'replace':
                out += b'?'
        elif c != '\n':
            out += b'\\' + c.encode('latin-1')
    return bytes(out), len(data)


def escape_encode(data, errors='strict', /):
    if not isinstance(data, bytes):
        raise TypeError(f'escape_encode() argument 1 must be bytes, not {type(data).__name__}')
    text = repr(data)
    body = text[2:-1]
    if text[1] == '"':
        body = body.replace("'", "\\'")
    return body.encode('latin-1'), len(data)
