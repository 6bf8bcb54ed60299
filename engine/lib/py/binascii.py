"""Between bytes and text."""

from _digest import crc32


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


_letters = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
_digits = {c: i for i, c in enumerate(_letters)}


def hexlify(data, sep=None, bytes_per_sep=1):
    text = bytes(data).hex() if sep is None else bytes(data).hex(sep, bytes_per_sep)
    return text.encode()


def unhexlify(hexstr):
    text = hexstr if isinstance(hexstr, str) else bytes(hexstr).decode('latin-1')
    if len(text) % 2:
        raise Error('Odd-length string')
    if any([c not in '0123456789abcdefABCDEF' for c in text]):
        raise Error('Non-hexadecimal digit found')
    return bytes.fromhex(text)


b2a_hex = hexlify
a2b_hex = unhexlify


def b2a_base64(data, *, newline=True):
    data = bytes(data)
    out = bytearray()
    letters = _letters
    for i in range(0, len(data), 3):
        part = data[i:i + 3]
        if len(part) == 3:
            n = part[0] << 16 | part[1] << 8 | part[2]
            out.append(letters[n >> 18])
            out.append(letters[n >> 12 & 63])
            out.append(letters[n >> 6 & 63])
            out.append(letters[n & 63])
        elif len(part) == 2:
            n = part[0] << 8 | part[1]
            out += bytes((letters[n >> 10], letters[n >> 4 & 63], letters[n << 2 & 63], 61))
        else:
            n = part[0]
            out += bytes((letters[n >> 2], letters[n << 4 & 63], 61, 61))
    if newline:
        out.append(10)
    return bytes(out)


def a2b_base64(data, /, *, strict_mode=False):
    if isinstance(data, str):
        data = data.encode('ascii')
    data = bytes(data)
    out = bytearray()
    number = bits = count = pads = 0
    if strict_mode and data[:1] == b'=':
        raise Error('Leading padding not allowed')
    for i, c in enumerate(data):
        if c == 61:
            pads += 1
            if count % 4 >= 2 and count % 4 + pads >= 4:
                if strict_mode and i + 1 < len(data):
                    raise Error('Excess data after padding')
                return bytes(out)
            if strict_mode and count % 4 < 2:
                raise Error('Discontinuous padding not allowed')
            continue
        digit = _digits.get(c)
        if digit is None:
            if strict_mode:
                raise Error('Only base64 data is allowed')
            continue
        if strict_mode and pads:
            raise Error('Discontinuous padding not allowed')
        pads = 0
        count += 1
        number = number << 6 | digit
        bits += 6
        if bits >= 8:
            bits -= 8
            out.append(number >> bits)
            number &= (1 << bits) - 1
    if count % 4 == 1:
        raise Error('Invalid base64-encoded string: number of data characters '
                    f'({count}) cannot be 1 more than a multiple of 4')
    if count % 4:
        raise Error('Incorrect padding')
    return bytes(out)
