"""Message digests."""

__all__ = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'blake2b', 'blake2s', 'sha3_224',
           'sha3_256', 'sha3_384', 'sha3_512', 'shake_128', 'shake_256', 'new',
           'algorithms_guaranteed', 'algorithms_available', 'file_digest', 'pbkdf2_hmac']

import _digest
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

    __slots__ = ('_state', '_pending', '_length')
    __module__ = '_hashlib'
    block_size = 64
    _length_bytes = 8
    _order = 'big'
    _table = b''

    def __init__(self, data=b'', *, usedforsecurity=True):
        self._state = self._start
        self._pending = b''
        self._length = 0
        if data:
            self.update(data)

    def update(self, data, /):
        data = _octets(data)
        self._length += len(data)
        if self._pending:
            data = self._pending + data
        end = len(data) - len(data) % self.block_size
        for start in range(0, end, _PIECE):
            self._state = _digest.compress(self._kind, self._state,
                                           data[start:min(start + _PIECE, end)], self._table)
        self._pending = data[end:]

    def digest(self):
        size = self.block_size
        tail = self._pending + b'\x80'
        tail += b'\0' * ((-len(tail) - self._length_bytes) % size)
        tail += (self._length * 8).to_bytes(self._length_bytes, self._order)
        state = _digest.compress(self._kind, self._state, tail, self._table)
        if self._order == 'big':
            word = self._word_bytes
            state = b''.join([state[i:i + word][::-1] for i in range(0, len(state), word)])
        return state[:self.digest_size]

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        new = self.__class__()
        new._state, new._pending, new._length = self._state, self._pending, self._length
        return new

    def __repr__(self):
        return f'<{self.name} _hashlib.HASH object @ {id(self):#x}>'


_PIECE = 1 << 20  # of what a native works on at once; a multiple of every block size


def _octets(data):
    if isinstance(data, str):
        raise TypeError('Strings must be encoded before hashing')
    if not isinstance(data, (bytes, bytearray, memoryview)):
        try:
            return memoryview(data).tobytes()
        except TypeError:
            raise TypeError('object supporting the buffer API required') from None
    return bytes(data)


def _words(numbers, size):
    return b''.join([x.to_bytes(size, 'little') for x in numbers])


class _MD5(_Hash):
    __slots__ = ()
    name = 'md5'
    digest_size = 16
    _kind = 0
    _word_bytes = 4
    _order = 'little'
    _start = _words((0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476), 4)
    _table = _words([int(abs(math.sin(i + 1)) * 2 ** 32) for i in range(64)], 4)


class _SHA1(_Hash):
    __slots__ = ()
    name = 'sha1'
    digest_size = 20
    _kind = 1
    _word_bytes = 4
    _start = _words((0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0), 4)


class _SHA256(_Hash):
    __slots__ = ()
    name = 'sha256'
    digest_size = 32
    _kind = 2
    _word_bytes = 4
    _table = _words([_root_bits(p, 3, 32) for p in _primes(64)], 4)
    _start = _words([_root_bits(p, 2, 32) for p in _primes(8)], 4)


class _SHA224(_SHA256):
    __slots__ = ()
    name = 'sha224'
    digest_size = 28
    _start = _words([_root_bits(p, 2, 64) & 0xFFFFFFFF for p in _primes(16)[8:]], 4)


class _SHA512(_Hash):
    __slots__ = ()
    name = 'sha512'
    digest_size = 64
    block_size = 128
    _kind = 3
    _length_bytes = 16
    _word_bytes = 8
    _table = None
    _start = _words([_root_bits(p, 2, 64) for p in _primes(8)], 8)

    def __init__(self, data=b'', *, usedforsecurity=True):
        if _SHA512._table is None:
            _SHA512._table = _words([_root_bits(p, 3, 64) for p in _primes(80)], 8)
        _Hash.__init__(self, data)


class _SHA384(_SHA512):
    __slots__ = ()
    name = 'sha384'
    digest_size = 48
    _start = _words([_root_bits(p, 2, 64) for p in _primes(16)[8:]], 8)


class _SHA3(_Hash):
    """The sponge of FIPS 202."""

    __slots__ = ()
    _start = bytes(200)
    _suffix = 6

    def update(self, data, /):
        data = _octets(data)
        if self._pending:
            data = self._pending + data
        size = self.block_size
        end = len(data) - len(data) % size
        piece = size << 12
        for start in range(0, end, piece):
            self._state = _digest.keccak(self._state, data[start:min(start + piece, end)], size)
        self._pending = data[end:]

    def _squeezed(self, length):
        size = self.block_size
        tail = bytearray(self._pending.ljust(size, b'\0'))
        tail[len(self._pending)] ^= self._suffix
        tail[-1] ^= 0x80
        state = _digest.keccak(self._state, tail, size)
        out = state[:size]
        while len(out) < length:
            state = _digest.keccak(state, b'', size)
            out += state[:size]
        return out[:length]

    def digest(self):
        return self._squeezed(self.digest_size)

    def __repr__(self):
        return f'<_sha3.{self.name} object at {id(self):#x}>'


class _Shake(_SHA3):
    __slots__ = ()
    digest_size = 0
    _suffix = 31

    def digest(self, length, /):
        return self._squeezed(length)

    def hexdigest(self, length, /):
        return self._squeezed(length).hex()


def _sha3(name, size, base=_SHA3):
    return type(name, (base,), {
        '__slots__': (), '__module__': '_sha3', 'name': name, 'block_size': 200 - 2 * size,
        **({'digest_size': size} if base is _SHA3 else {})})


sha3_224, sha3_256, sha3_384, sha3_512 = [_sha3(f'sha3_{8 * n}', n) for n in (28, 32, 48, 64)]
shake_128, shake_256 = [_sha3(f'shake_{8 * n}', n, _Shake) for n in (16, 32)]


class _Blake2:
    """RFC 7693, with a tree's parameters."""

    __slots__ = ('_state', '_pending', '_length', '_last_node', 'digest_size')

    def __init__(self, data=b'', /, *, digest_size=None, key=b'', salt=b'', person=b'', fanout=1,
                 depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False,
                 usedforsecurity=True):
        limit = self.MAX_DIGEST_SIZE
        size = limit if digest_size is None else digest_size
        if not 1 <= size <= limit:
            raise ValueError(f'digest_size must be between 1 and {limit} bytes')
        salt, person, key = _octets(salt), _octets(person), _octets(key)
        for name, value, most in (('salt', salt, self.SALT_SIZE),
                                  ('person', person, self.PERSON_SIZE),
                                  ('key', key, self.MAX_KEY_SIZE)):
            if len(value) > most:
                raise ValueError(f'maximum {name} length is {most} bytes')
        if not 0 <= fanout <= 255:
            raise ValueError('fanout must be between 0 and 255')
        if not 1 <= depth <= 255:
            raise ValueError('depth must be between 1 and 255')
        if not 0 <= node_depth <= 255:
            raise ValueError('node_depth must be between 0 and 255')
        if not 0 <= inner_size <= limit:
            raise ValueError(f'inner_size must be between 0 and is {limit}')
        self.digest_size = size
        offset = 8 if limit == 64 else 6
        block = bytes([size, len(key), fanout, depth]) + leaf_size.to_bytes(4, 'little')
        block += node_offset.to_bytes(offset, 'little') + bytes([node_depth, inner_size])
        block = block.ljust(limit - self.SALT_SIZE - self.PERSON_SIZE, b'\0')
        block += salt.ljust(self.SALT_SIZE, b'\0') + person.ljust(self.PERSON_SIZE, b'\0')
        self._state = bytes([a ^ b for a, b in zip(self._start, block)])
        self._pending = b''
        self._length = 0
        self._last_node = last_node
        if key:
            self.update(key.ljust(self.block_size, b'\0'))
        if data:
            self.update(data)

    def update(self, data, /):
        data = self._pending + _octets(data)
        size = self.block_size
        # The last block waits: it is compressed in another way.
        end = max(0, (len(data) - 1) // size * size)
        for start in range(0, end, _PIECE):
            piece = data[start:min(start + _PIECE, end)]
            self._state = _digest.blake(self._long, self._state, piece, self._start, self._length,
                                        b'')
            self._length += len(piece)
        self._pending = data[end:]

    def digest(self):
        block = self._pending.ljust(self.block_size, b'\0')
        return _digest.blake(self._long, self._state, block, self._start,
                             self._length + len(self._pending),
                             b'node' if self._last_node else b'last')[:self.digest_size]

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        new = object.__new__(type(self))
        for name in _Blake2.__slots__:
            setattr(new, name, getattr(self, name))
        return new

    def __repr__(self):
        return f'<_blake2.{self.name} object at {id(self):#x}>'


class blake2b(_Blake2):
    __slots__ = ()
    __module__ = '_blake2'
    name = 'blake2b'
    block_size = 128
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 64
    SALT_SIZE = PERSON_SIZE = 16
    _long = True
    _start = _SHA512._start


class blake2s(_Blake2):
    __slots__ = ()
    __module__ = '_blake2'
    name = 'blake2s'
    block_size = 64
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 32
    SALT_SIZE = PERSON_SIZE = 8
    _long = False
    _start = _SHA256._start


_kinds = {'md5': _MD5, 'sha1': _SHA1, 'sha224': _SHA224, 'sha256': _SHA256, 'sha384': _SHA384,
          'sha512': _SHA512, 'sha3_224': sha3_224, 'sha3_256': sha3_256, 'sha3_384': sha3_384,
          'sha3_512': sha3_512, 'shake_128': shake_128, 'shake_256': shake_256,
          'blake2b': blake2b, 'blake2s': blake2s}
algorithms_guaranteed = set(_kinds)
algorithms_available = set(_kinds)


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


def new(name, data=b'', **kwargs):
    if not isinstance(name, str):
        raise TypeError(f"new() argument 'name' must be str, not {type(name).__name__}")
    lower = name.lower()
    kind = _kinds.get(lower) or _kinds.get(lower.replace('-', '')) \
        or _kinds.get(lower.replace('-', '_'))
    if kind is None:
        raise ValueError(f'unsupported hash type {name}')
    return kind(data, **kwargs)


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
