"""Bytes as text of 16, 32 or 64 letters."""

__all__ = ['b64encode', 'b64decode', 'standard_b64encode', 'standard_b64decode',
           'urlsafe_b64encode', 'urlsafe_b64decode', 'b32encode', 'b32decode', 'b16encode',
           'b16decode', 'encodebytes', 'decodebytes']

from binascii import Error, a2b_base64, b2a_base64


def _bytes_of(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters') from None
    if isinstance(s, (bytes, bytearray, memoryview)):
        return bytes(s)
    raise TypeError('argument should be a bytes-like object or ASCII string, '
                    f'not {s.__class__.__name__!r}')


def b64encode(s, altchars=None):
    encoded = b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b'+/', altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    s = _bytes_of(s)
    if altchars is not None:
        s = s.translate(bytes.maketrans(_bytes_of(altchars), b'+/'))
    return a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b'-_')


def urlsafe_b64decode(s):
    return b64decode(s, b'-_')


_letters32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'


def b32encode(s):
    s = bytes(s)
    out = bytearray()
    for i in range(0, len(s), 5):
        part = s[i:i + 5]
        number = int.from_bytes(part.ljust(5, b'\0'))
        letters = [_letters32[number >> shift & 31] for shift in range(35, -1, -5)]
        used = (len(part) * 8 + 4) // 5
        out += bytes(letters[:used]) + b'=' * (8 - used)
    return bytes(out)


def b32decode(s, casefold=False, map01=None):
    s = _bytes_of(s)
    if len(s) % 8:
        raise Error('Incorrect padding')
    if map01 is not None:
        s = s.translate(bytes.maketrans(b'01', b'O' + _bytes_of(map01)))
    if casefold:
        s = s.upper()
    stripped = s.rstrip(b'=')
    padding = len(s) - len(stripped)
    out = bytearray()
    for i in range(0, len(stripped), 8):
        part = stripped[i:i + 8]
        number = 0
        for c in part:
            digit = _letters32.find(c)
            if digit < 0:
                raise Error('Non-base32 digit found')
            number = number << 5 | digit
        number <<= 5 * (8 - len(part))
        out += number.to_bytes(5)[:len(part) * 5 // 8]
    if padding not in (0, 1, 3, 4, 6):
        raise Error('Incorrect padding')
    return bytes(out)


def b16encode(s):
    return bytes(s).hex().upper().encode()


def b16decode(s, casefold=False):
    s = _bytes_of(s)
    if casefold:
        s = s.upper()
    if any([c not in b'0123456789ABCDEF' for c in s]):
        raise Error('Non-base16 digit found')
    if len(s) % 2:
        raise Error('Odd-length string')
    return bytes.fromhex(s.decode())


def encodebytes(s):
    s = bytes(s)
    return b''.join([b2a_base64(s[i:i + 57]) for i in range(0, len(s), 57)])


def decodebytes(s):
    return a2b_base64(s)
