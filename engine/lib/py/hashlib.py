"""Message digests."""

__all__ = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'new', 'algorithms_guaranteed',
           'algorithms_available', 'file_digest', 'pbkdf2_hmac']

import math


def _primes(n):
    found = []
    candidate = 2
    while len(found) < n:
        if all([candidate % p for p in found]):
            found.append(candidate)
        candidate += 1
    return found


def _root_bits(p, power, bits):
    """The first bits of the fractional part of the square or cube root of p."""
    scaled = p << power * bits
    if power == 2:
        root = math.isqrt(scaled)
    else:
        low, high = 0, 1 << bits + 4
        while high - low > 1:
            middle = (low + high) // 2
            if middle ** 3 <= scaled:
                low = middle
            else:
                high = middle
        root = low
    return root & (1 << bits) - 1


class _Hash:
    """A digest on its way: blocks are compressed as they are complete."""

    block_size = 64
    _length_bytes = 8
    _order = 'big'

    def __init__(self, data=b'', *, usedforsecurity=True):
        self._state = self._start
        self._pending = b''
        self._length = 0
        self.update(data)

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError('Strings must be encoded before hashing')
        data = bytes(data)
        self._length += len(data)
        data = self._pending + data
        size = self.block_size
        end = len(data) - len(data) % size
        state = self._state
        for i in range(0, end, size):
            state = self._compress(state, data[i:i + size])
        self._state = state
        self._pending = data[end:]

    def digest(self):
        size = self.block_size
        tail = self._pending + b'\x80'
        tail += b'\0' * ((-len(tail) - self._length_bytes) % size)
        tail += (self._length * 8).to_bytes(self._length_bytes, self._order)
        state = self._state
        for i in range(0, len(tail), size):
            state = self._compress(state, tail[i:i + size])
        word = self._word_bytes
        return b''.join([x.to_bytes(word, self._order) for x in state])[:self.digest_size]

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        new = self.__class__()
        new._state, new._pending, new._length = self._state, self._pending, self._length
        return new

    def __repr__(self):
        return f'<{self.name} _hashlib.HASH object @ {id(self):#x}>'


class _MD5(_Hash):
    name = 'md5'
    digest_size = 16
    _word_bytes = 4
    _order = 'little'
    _start = (0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476)
    _table = [int(abs(math.sin(i + 1)) * 2 ** 32) for i in range(64)]
    _shifts = (7, 12, 17, 22) * 4 + (5, 9, 14, 20) * 4 + (4, 11, 16, 23) * 4 + (6, 10, 15, 21) * 4

    def _compress(self, state, block):
        words = [int.from_bytes(block[i:i + 4], 'little') for i in range(0, 64, 4)]
        a, b, c, d = state
        table, shifts = self._table, self._shifts
        for i in range(64):
            if i < 16:
                f = b & c | ~b & d
                g = i
            elif i < 32:
                f = d & b | ~d & c
                g = (5 * i + 1) & 15
            elif i < 48:
                f = b ^ c ^ d
                g = (3 * i + 5) & 15
            else:
                f = c ^ (b | ~d & 0xFFFFFFFF)
                g = 7 * i & 15
            f = (f + a + table[i] + words[g]) & 0xFFFFFFFF
            s = shifts[i]
            a, d, c, b = d, c, b, (b + (f << s | f >> 32 - s)) & 0xFFFFFFFF
        return tuple([(x + y) & 0xFFFFFFFF for x, y in zip(state, (a, b, c, d))])


class _SHA1(_Hash):
    name = 'sha1'
    digest_size = 20
    _word_bytes = 4
    _start = (0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0)

    def _compress(self, state, block):
        w = [int.from_bytes(block[i:i + 4]) for i in range(0, 64, 4)]
        for i in range(16, 80):
            x = w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16]
            w.append((x << 1 | x >> 31) & 0xFFFFFFFF)
        a, b, c, d, e = state
        for i in range(80):
            if i < 20:
                f, k = b & c | ~b & d, 0x5A827999
            elif i < 40:
                f, k = b ^ c ^ d, 0x6ED9EBA1
            elif i < 60:
                f, k = b & c | b & d | c & d, 0x8F1BBCDC
            else:
                f, k = b ^ c ^ d, 0xCA62C1D6
            t = (a << 5 | a >> 27) + f + e + k + w[i] & 0xFFFFFFFF
            e, d, c, b, a = d, c, (b << 30 | b >> 2) & 0xFFFFFFFF, a, t
        return tuple([(x + y) & 0xFFFFFFFF for x, y in zip(state, (a, b, c, d, e))])


class _SHA2(_Hash):

    def _compress(self, state, block):
        word, mask, rotations = self._word_bytes, self._mask, self._rotations
        bits = 8 * word
        (s1, s2, s3), (t1, t2, t3), (u1, u2, u3), (v1, v2, v3) = rotations
        w = [int.from_bytes(block[i:i + word]) for i in range(0, 16 * word, word)]
        k = self._table
        for i in range(16, len(k)):
            x = w[i - 15]
            y = w[i - 2]
            near = (x >> s1 | x << bits - s1) ^ (x >> s2 | x << bits - s2) ^ x >> s3
            far = (y >> t1 | y << bits - t1) ^ (y >> t2 | y << bits - t2) ^ y >> t3
            w.append(w[i - 16] + w[i - 7] + near + far & mask)
        a, b, c, d, e, f, g, h = state
        for i in range(len(k)):
            t = (h + (((e >> u1 | e << bits - u1) ^ (e >> u2 | e << bits - u2)
                       ^ (e >> u3 | e << bits - u3)) & mask)
                 + (e & f ^ ~e & g) + k[i] + w[i])
            s = ((((a >> v1 | a << bits - v1) ^ (a >> v2 | a << bits - v2)
                   ^ (a >> v3 | a << bits - v3)) & mask)
                 + (a & b ^ a & c ^ b & c))
            h, g, f, e, d, c, b, a = g, f, e, d + t & mask, c, b, a, s + t & mask
        return tuple([x + y & mask for x, y in zip(state, (a, b, c, d, e, f, g, h))])


class _SHA256(_SHA2):
    name = 'sha256'
    digest_size = 32
    _word_bytes = 4
    _mask = 0xFFFFFFFF
    _rotations = ((7, 18, 3), (17, 19, 10), (6, 11, 25), (2, 13, 22))
    _table = [_root_bits(p, 3, 32) for p in _primes(64)]
    _start = tuple([_root_bits(p, 2, 32) for p in _primes(8)])


class _SHA224(_SHA256):
    name = 'sha224'
    digest_size = 28
    _start = tuple([_root_bits(p, 2, 64) & 0xFFFFFFFF for p in _primes(16)[8:]])


class _SHA512(_SHA2):
    name = 'sha512'
    digest_size = 64
    block_size = 128
    _length_bytes = 16
    _word_bytes = 8
    _mask = 0xFFFFFFFFFFFFFFFF
    _rotations = ((1, 8, 7), (19, 61, 6), (14, 18, 41), (28, 34, 39))
    _table = None
    _start = tuple([_root_bits(p, 2, 64) for p in _primes(8)])

    def __init__(self, data=b'', *, usedforsecurity=True):
        if _SHA512._table is None:
            _SHA512._table = [_root_bits(p, 3, 64) for p in _primes(80)]
        _Hash.__init__(self, data)


class _SHA384(_SHA512):
    name = 'sha384'
    digest_size = 48
    _start = tuple([_root_bits(p, 2, 64) for p in _primes(16)[8:]])


_kinds = {'md5': _MD5, 'sha1': _SHA1, 'sha224': _SHA224, 'sha256': _SHA256, 'sha384': _SHA384,
          'sha512': _SHA512}
algorithms_guaranteed = algorithms_available = set(_kinds)


def md5(string=b'', *, usedforsecurity=True):
    return _MD5(string)


def sha1(string=b'', *, usedforsecurity=True):
    return _SHA1(string)


def sha224(string=b'', *, usedforsecurity=True):
    return _SHA224(string)


def sha256(string=b'', *, usedforsecurity=True):
    return _SHA256(string)


def sha384(string=b'', *, usedforsecurity=True):
    return _SHA384(string)


def sha512(string=b'', *, usedforsecurity=True):
    return _SHA512(string)


def new(name, data=b'', *, usedforsecurity=True):
    kind = _kinds.get(name.lower().replace('-', ''))
    if kind is None:
        raise ValueError(f'unsupported hash type {name}')
    return kind(data)


def file_digest(fileobj, digest, /, *, _bufsize=2 ** 18):
    """The digest of what a file opened in binary mode holds."""
    result = new(digest) if isinstance(digest, str) else digest()
    while chunk := fileobj.read(_bufsize):
        result.update(chunk)
    return result


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    import hmac
    size = new(hash_name).digest_size
    if dklen is None:
        dklen = size
    out = b''
    block = 0
    while len(out) < dklen:
        block += 1
        u = hmac.digest(password, salt + block.to_bytes(4), hash_name)
        total = int.from_bytes(u)
        for _ in range(iterations - 1):
            u = hmac.digest(password, u, hash_name)
            total ^= int.from_bytes(u)
        out += total.to_bytes(size)
    return out[:dklen]
