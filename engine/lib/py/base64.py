"""Bytes as text of 16, 32 or 64 letters."""

__all__ = ['encode', 'decode', 'encodebytes', 'decodebytes', 'b64encode', 'b64decode', 'b32encode',
           'b32decode', 'b32hexencode', 'b32hexdecode', 'b16encode', 'b16decode', 'b85encode',
           'b85decode', 'a85encode', 'a85decode', 'z85encode', 'z85decode', 'standard_b64encode',
           'standard_b64decode', 'urlsafe_b64encode', 'urlsafe_b64decode']

from binascii import Error, a2b_base64, b2a_base64


def _bytes_of(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters') from None
    try:
        return memoryview(s).tobytes()
    except TypeError:
        raise TypeError('argument should be a bytes-like object or ASCII string, '
                        f'not {s.__class__.__name__!r}') from None


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


_HEX32 = b'0123456789ABCDEFGHIJKLMNOPQRSTUV'
_PLAIN32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'


def b32hexencode(s):
    return b32encode(s).translate(bytes.maketrans(_PLAIN32, _HEX32))


def b32hexdecode(s, casefold=False):
    data = s.encode('ascii') if isinstance(s, str) else bytes(s)
    if casefold:
        data = data.upper()
    if any([c not in _HEX32 and c != 61 for c in data]):
        raise Error('Non-base32 digit found')
    return b32decode(data.translate(bytes.maketrans(_HEX32, _PLAIN32)))


# ---- four bytes as five digits to the base of 85

_LETTERS85 = (b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
              b'!#$%&()*+-;<=>?@^_`{|}~')
_LETTERS_Z85 = (b'0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
                b'.-:+=^!/*?&<>()[]{}@%$#')
_LETTERS_A85 = bytes(range(33, 118))


def _encode85(data, letters, zero=b'', space=b'', pad=False):
    data = bytes(data)
    padding = -len(data) % 4
    out = []
    for i in range(0, len(data), 4):
        word = int.from_bytes(data[i:i + 4].ljust(4, b'\0'))
        is_last = i + 4 > len(data)
        if zero and not word and not (is_last and not pad):
            out.append(zero)
        elif space and word == 0x20202020:
            out.append(space)
        else:
            digits = []
            for _ in range(5):
                word, digit = divmod(word, 85)
                digits.append(letters[digit])
            out.append(bytes(reversed(digits)))
    text = b''.join(out)
    if padding and not pad:
        text = text[:-padding]
    return text


def _decode85(data, letters, message):
    values = {c: i for i, c in enumerate(letters)}
    padding = -len(data) % 5
    data += letters[-1:] * padding
    out = []
    for i in range(0, len(data), 5):
        word = 0
        for j, c in enumerate(data[i:i + 5]):
            if c not in values:
                raise ValueError(f'bad {message} character at position {i + j}')
            word = word * 85 + values[c]
        if word >> 32:
            raise ValueError(f'{message} overflow in hunk starting at byte {i}')
        out.append(word.to_bytes(4))
    result = b''.join(out)
    return result[:-padding] if padding else result


def _ascii(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters') from None
    return bytes(s)


def b85encode(b, pad=False):
    return _encode85(b, _LETTERS85, pad=pad)


def b85decode(b):
    return _decode85(_ascii(b), _LETTERS85, 'base85')


def z85encode(s):
    return _encode85(s, _LETTERS_Z85)


def z85decode(s):
    return _decode85(_ascii(s), _LETTERS_Z85, 'z85')


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    text = _encode85(b, _LETTERS_A85, b'z', b'y' if foldspaces else b'', pad)
    if adobe:
        text = b'<~' + text
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [text[i:i + wrapcol] for i in range(0, len(text), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b'')
        text = b'\n'.join(lines)
    return text + b'~>' if adobe else text


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b' \t\n\r\v'):
    b = _ascii(b)
    if adobe:
        if not b.endswith(b'~>'):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        b = b[2:-2] if b.startswith(b'<~') else b[:-2]
    digits = bytearray()
    for c in b:
        if c == 122 or c == 121 and foldspaces:
            if len(digits) % 5:
                raise ValueError('z inside Ascii85 5-tuple' if c == 122 else
                                 'y inside Ascii85 5-tuple')
            digits += b'!!!!!' if c == 122 else b'+<VdL'
        elif 33 <= c <= 117:
            digits.append(c)
        elif c not in ignorechars:
            raise ValueError(f'Non-Ascii85 digit found: {chr(c)}')
    return _decode85(bytes(digits), _LETTERS_A85, 'Ascii85')


def encode(input, output):
    while chunk := input.read(57):
        while len(chunk) < 57 and (more := input.read(57 - len(chunk))):
            chunk += more
        output.write(b2a_base64(chunk))


def decode(input, output):
    while line := input.readline():
        output.write(a2b_base64(line))
