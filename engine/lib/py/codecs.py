"""Encodings: text to bytes and back."""

import builtins

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

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None,
                incrementalencoder=None, incrementaldecoder=None, name=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
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
    try:
        ''.encode(name)
    except LookupError:
        for search in _searches:
            found = search(encoding.lower().replace('-', '_'))
            if found is not None:
                return found
        raise LookupError(f'unknown encoding: {encoding}') from None

    def encode(input, errors='strict'):
        return input.encode(name, errors), len(input)

    def decode(input, errors='strict'):
        return bytes(input).decode(name, errors), len(input)

    encoder = type('IncrementalEncoder', (IncrementalEncoder,), {'_encoding': name})
    decoder = type('IncrementalDecoder', (IncrementalDecoder,), {'_encoding': name})

    def reader(stream, errors='strict'):
        import io
        return io.TextIOWrapper(stream, name, errors, '\n')

    return CodecInfo(encode, decode, reader, reader, encoder, decoder, name)


def encode(obj, encoding='utf-8', errors='strict'):
    if encoding in ('rot13', 'rot_13'):
        return _rot13(obj)
    if encoding in ('hex', 'hex_codec'):
        return bytes(obj).hex().encode()
    return lookup(encoding).encode(obj, errors)[0]


def decode(obj, encoding='utf-8', errors='strict'):
    if encoding in ('rot13', 'rot_13'):
        return _rot13(obj)
    if encoding in ('hex', 'hex_codec'):
        return bytes.fromhex(bytes(obj).decode('ascii'))
    return lookup(encoding).decode(obj, errors)[0]


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
    if errors in ('strict', 'ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace',
                  'namereplace', 'surrogateescape', 'surrogatepass'):
        def handler(exception):
            raise exception
        return handler
    raise LookupError(f"unknown error handler name '{errors}'")


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    if encoding is None:
        return builtins.open(filename, mode, buffering)
    return builtins.open(filename, mode.replace('b', ''), buffering, encoding, errors, '')


encode.__module__ = decode.__module__ = '_codecs'
