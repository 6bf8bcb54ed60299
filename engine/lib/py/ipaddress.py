"""IPv4 and IPv6 addresses and networks."""

import functools

IPV4LENGTH = 32
IPV6LENGTH = 128


class AddressValueError(ValueError):
    """No address."""


class NetmaskValueError(ValueError):
    """No netmask."""


def ip_address(address):
    for kind in (IPv4Address, IPv6Address):
        try:
            return kind(address)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f'{address!r} does not appear to be an IPv4 or IPv6 address')


def ip_network(address, strict=True):
    for kind in (IPv4Network, IPv6Network):
        try:
            return kind(address, strict)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f'{address!r} does not appear to be an IPv4 or IPv6 network')


def ip_interface(address):
    for kind in (IPv4Interface, IPv6Interface):
        try:
            return kind(address)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f'{address!r} does not appear to be an IPv4 or IPv6 interface')


def v4_int_to_packed(address):
    try:
        return address.to_bytes(4)
    except OverflowError:
        raise ValueError('Address negative or too large for IPv4') from None


def v6_int_to_packed(address):
    try:
        return address.to_bytes(16)
    except OverflowError:
        raise ValueError('Address negative or too large for IPv6') from None


# ---- the two versions

def _parse_v4(text):
    octets = text.split('.')
    if len(octets) != 4:
        raise AddressValueError(f'Expected 4 octets in {text!r}' if text
                                else 'Address cannot be empty')
    value = 0
    for octet in octets:
        try:
            value = value << 8 | _octet(octet)
        except ValueError as e:
            raise AddressValueError(f'{e} in {text!r}') from None
    return value


def _octet(text):
    if not text:
        raise ValueError('Empty octet not permitted')
    if not (text.isascii() and text.isdigit()):
        raise ValueError(f'Only decimal digits permitted in {text!r}')
    if len(text) > 3:
        raise ValueError(f'At most 3 characters permitted in {text!r}')
    if text != '0' and text[0] == '0':
        raise ValueError(f'Leading zeros are not permitted in {text!r}')
    value = int(text)
    if value > 255:
        raise ValueError(f'Octet {value} (> 255) not permitted')
    return value


def _shown_v4(value):
    return '.'.join(map(str, value.to_bytes(4)))


def _parse_v6(text):
    if not text:
        raise AddressValueError('Address cannot be empty')
    parts = text.split(':')
    if len(parts) < 3:
        raise AddressValueError(f'At least 3 parts expected in {text!r}')
    if '.' in parts[-1]:
        try:
            v4 = _parse_v4(parts.pop())
        except AddressValueError as e:
            raise AddressValueError(f'{e} in {text!r}') from None
        parts += [f'{v4 >> 16:x}', f'{v4 & 0xFFFF:x}']
    if len(parts) > 9:
        raise AddressValueError(f'At most 8 colons permitted in {text!r}')
    gap = None
    for i in range(1, len(parts) - 1):
        if not parts[i]:
            if gap is not None:
                raise AddressValueError(f"At most one '::' permitted in {text!r}")
            gap = i
    if gap is not None:
        high, low = gap, len(parts) - gap - 1
        if not parts[0]:
            high -= 1
            if high:
                raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
        if not parts[-1]:
            low -= 1
            if low:
                raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
        if high + low >= 8:
            raise AddressValueError(f"Expected at most 7 other parts with '::' in {text!r}")
        parts = parts[:high] if parts[0] else []
        tail = text.split('::', 1)[1]
        rest = [p for p in tail.split(':') if p]
        if rest and '.' in rest[-1]:
            v4 = _parse_v4(rest.pop())
            rest += [f'{v4 >> 16:x}', f'{v4 & 0xFFFF:x}']
        parts = parts + ['0'] * (8 - len(parts) - len(rest)) + rest
    else:
        if len(parts) != 8:
            raise AddressValueError(f"Exactly 8 parts expected without '::' in {text!r}")
        if not parts[0]:
            raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
        if not parts[-1]:
            raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
    value = 0
    for part in parts:
        if not set(part) <= set('0123456789abcdefABCDEF'):
            raise AddressValueError(f'Only hex digits permitted in {part!r} in {text!r}')
        if len(part) > 4:
            raise AddressValueError(f'At most 4 characters permitted in {part!r} in {text!r}')
        value = value << 16 | int(part, 16)
    return value


def _shown_v6(value):
    parts = [f'{value >> shift & 0xFFFF:x}' for shift in range(112, -16, -16)]
    best, size = -1, 1
    i = 0
    while i < 8:
        j = i
        while j < 8 and parts[j] == '0':
            j += 1
        if j - i > size:
            best, size = i, j - i
        i = max(j, i + 1)
    if best < 0:
        return ':'.join(parts)
    return ':'.join(parts[:best]) + '::' + ':'.join(parts[best + size:])


class _Base:
    """What addresses and networks of a version share."""

    __slots__ = ()

    @property
    def exploded(self):
        return self._exploded()

    @property
    def compressed(self):
        return str(self)

    @property
    def version(self):
        return self._version

    @property
    def max_prefixlen(self):
        return self._bits

    def __reduce__(self):
        return self.__class__, (str(self),)


class _V4:
    __slots__ = ()
    _version = 4
    _bits = IPV4LENGTH
    _parse_text = staticmethod(_parse_v4)
    _show = staticmethod(_shown_v4)


class _V6:
    __slots__ = ()
    _version = 6
    _bits = IPV6LENGTH
    _parse_text = staticmethod(_parse_v6)
    _show = staticmethod(_shown_v6)


@functools.total_ordering
class _Address(_Base):
    __slots__ = ()
    scope_id = None

    def __init__(self, address):
        self._ip = self._value_of(address)

    def _value_of(self, address):
        if isinstance(address, int):
            if address < 0:
                raise AddressValueError(f'{address} (< 0) is not permitted as an IPv'
                                        f'{self._version} address')
            if address >> self._bits:
                raise AddressValueError(f'{address} (>= 2**{self._bits}) is not permitted as an '
                                        f'IPv{self._version} address')
            return address
        if isinstance(address, bytes):
            if len(address) * 8 != self._bits:
                raise AddressValueError(f'{address!r} (len {len(address)} != {self._bits // 8}) '
                                        f'is not permitted as an IPv{self._version} address. Did '
                                        'you pass in a bytes instead of a unicode object?')
            return int.from_bytes(address)
        text = str(address)
        if '/' in text:
            raise AddressValueError(f"Unexpected '/' in {address!r}")
        return self._parse_text(text)

    def __int__(self):
        return self._ip

    def __eq__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        return (self._ip == other._ip and self._version == other._version
                and self.scope_id == other.scope_id)

    def __lt__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        if self._version != other._version:
            raise TypeError(f'{self} and {other} are not of the same version')
        return self._ip < other._ip

    def __hash__(self):
        return hash(hex(self._ip))

    def __add__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return self.__class__(self._ip + other)

    def __sub__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return self.__class__(self._ip - other)

    def __str__(self):
        return self._show(self._ip)

    def __repr__(self):
        return f'{self.__class__.__name__}({str(self)!r})'

    def __format__(self, fmt):
        if not fmt or fmt[-1] == 's':
            return format(str(self), fmt)
        base = fmt[-1]
        shape = fmt[:-1]
        if base not in 'bnxX' or shape not in ('', '#', '_', '#_'):
            return super().__format__(fmt)
        if base == 'n':
            base = 'b' if self._version == 4 else 'x'
        # All digits, those that are zero too.
        width = self._bits if base == 'b' else self._bits // 4
        if '_' in shape:
            width += width // 4 - 1
        prefix = ''
        if '#' in shape:
            width += 2
            prefix = '#'
        return format(self._ip, f'{prefix}0{width}{shape.strip("#")}{base}')

    @property
    def packed(self):
        return self._ip.to_bytes(self._bits // 8)

    @property
    def reverse_pointer(self):
        if self._version == 4:
            return '.'.join(reversed(str(self).split('.'))) + '.in-addr.arpa'
        return '.'.join(reversed(f'{self._ip:032x}')) + '.ip6.arpa'

    def _exploded(self):
        if self._version == 4:
            return str(self)
        text = f'{self._ip:032x}'
        return ':'.join([text[i:i + 4] for i in range(0, 32, 4)])

    def _within(self, networks):
        return any([self in network for network in _known(networks)])

    @property
    def is_multicast(self):
        return self._within(self._multicast)

    @property
    def is_private(self):
        return self._within(self._private) and not self._within(self._private_exceptions)

    @property
    def is_global(self):
        if self._version == 4 and self in _known('100.64.0.0/10')[0]:
            return False
        return not self.is_private

    @property
    def is_reserved(self):
        return self._within(self._reserved)

    @property
    def is_loopback(self):
        return self._within(self._loopback)

    @property
    def is_link_local(self):
        return self._within(self._link_local)

    @property
    def is_unspecified(self):
        return self._ip == 0


@functools.lru_cache(maxsize=None)
def _known(texts):
    return [ip_network(text) for text in texts.split()]


class IPv4Address(_V4, _Address):
    __slots__ = ('_ip', '__weakref__')
    _multicast = '224.0.0.0/4'
    _private = ('0.0.0.0/8 10.0.0.0/8 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 '
                '192.0.0.170/31 192.0.2.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 '
                '203.0.113.0/24 240.0.0.0/4 255.255.255.255/32')
    _private_exceptions = '192.0.0.9/32 192.0.0.10/32'
    _reserved = '240.0.0.0/4'
    _loopback = '127.0.0.0/8'
    _link_local = '169.254.0.0/16'

    @property
    def ipv6_mapped(self):
        return IPv6Address(f'::ffff:{self}')


class IPv6Address(_V6, _Address):
    __slots__ = ('_ip', '_scope_id', '__weakref__')
    _multicast = 'ff00::/8'
    _private = ('::1/128 ::/128 ::ffff:0:0/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 '
                '2002::/16 3fff::/20 fc00::/7 fe80::/10')
    _private_exceptions = ('2001:1::1/128 2001:1::2/128 2001:3::/32 2001:4:112::/48 2001:20::/28 '
                           '2001:30::/28')
    _reserved = ('::/8 100::/8 200::/7 400::/6 800::/5 1000::/4 4000::/3 6000::/3 8000::/3 '
                 'a000::/3 c000::/3 e000::/4 f000::/5 f800::/6 fe00::/9')
    _loopback = '::1/128'
    _link_local = 'fe80::/10'

    def __init__(self, address):
        self._scope_id = None
        if isinstance(address, str) and '%' in address:
            whole = address
            address, _, self._scope_id = address.partition('%')
            if not self._scope_id or '%' in self._scope_id:
                raise AddressValueError(f'Invalid IPv6 address: "{whole!r}"')
        _Address.__init__(self, address)

    def __str__(self):
        mapped = self.ipv4_mapped
        text = self._show(self._ip) if mapped is None else f'::ffff:{mapped}'
        return f'{text}%{self._scope_id}' if self._scope_id else text

    def _exploded(self):
        text = _Address._exploded(self)
        mapped = self.ipv4_mapped
        return text if mapped is None else f'{text[:30]}{mapped}'

    @property
    def scope_id(self):
        return self._scope_id

    def __hash__(self):
        return hash((self._ip, self._scope_id))

    __eq__ = _Address.__eq__

    @property
    def is_site_local(self):
        return self._within('fec0::/10')

    @property
    def ipv4_mapped(self):
        return IPv4Address(self._ip & 0xFFFFFFFF) if self._ip >> 32 == 0xFFFF else None

    @property
    def teredo(self):
        if self._ip >> 96 != 0x20010000:
            return None
        return IPv4Address(self._ip >> 64 & 0xFFFFFFFF), IPv4Address(~self._ip & 0xFFFFFFFF)

    @property
    def sixtofour(self):
        return IPv4Address(self._ip >> 80 & 0xFFFFFFFF) if self._ip >> 112 == 0x2002 else None


def _of_mapped(name):
    """A property that an IPv4 address in an IPv6 one answers itself."""
    own = getattr(_Address, name).fget

    def get(self):
        mapped = self.ipv4_mapped
        return own(self) if mapped is None else getattr(mapped, name)
    return property(get)


for _name in ('is_multicast', 'is_private', 'is_global', 'is_reserved', 'is_loopback',
              'is_link_local', 'is_unspecified'):
    setattr(IPv6Address, _name, _of_mapped(_name))
del _name


# ---- networks

def _prefix_of(kind, arg):
    """The length of the prefix that a number or a mask gives."""
    bits = kind._bits
    if isinstance(arg, int):
        if not 0 <= arg <= bits:
            raise NetmaskValueError(f'{arg!r} is not a valid netmask')
        return arg
    text = str(arg)
    if text.isascii() and text.isdigit():
        if int(text) > bits:
            raise NetmaskValueError(f'{text!r} is not a valid netmask')
        return int(text)
    if kind._version == 4:
        try:
            mask = _parse_v4(text)
        except AddressValueError:
            raise NetmaskValueError(f'{text!r} is not a valid netmask') from None
        for value in (mask, mask ^ 0xFFFFFFFF):
            inverse = value ^ 0xFFFFFFFF
            if inverse & inverse + 1 == 0:
                return bits - inverse.bit_length()
    raise NetmaskValueError(f'{text!r} is not a valid netmask')


def _split_prefix(kind, address):
    if isinstance(address, tuple):
        return address[0], address[1] if len(address) > 1 else kind._bits
    if isinstance(address, (int, bytes)):
        return address, kind._bits
    parts = str(address).split('/')
    if len(parts) > 2:
        raise AddressValueError(f"Only one '/' permitted in {address!r}")
    return parts[0], parts[1] if len(parts) == 2 else kind._bits


@functools.total_ordering
class _Network(_Base):

    def __init__(self, address, strict=True):
        place, prefix = _split_prefix(self, address)
        self.network_address = self._address_class(place)
        self._prefixlen = _prefix_of(self, prefix)
        mask = self._mask()
        value = int(self.network_address)
        if value & mask != value:
            if strict:
                raise ValueError(f'{self} has host bits set')
            self.network_address = self._address_class(value & mask)

    def _mask(self):
        all_ones = (1 << self._bits) - 1
        return all_ones ^ all_ones >> self._prefixlen

    @property
    def prefixlen(self):
        return self._prefixlen

    @property
    def netmask(self):
        return self._address_class(self._mask())

    @property
    def hostmask(self):
        return self._address_class(((1 << self._bits) - 1) >> self._prefixlen)

    @property
    def broadcast_address(self):
        return self._address_class(int(self.network_address) | int(self.hostmask))

    @property
    def num_addresses(self):
        return 1 << self._bits - self._prefixlen

    def __str__(self):
        return f'{self.network_address}/{self._prefixlen}'

    def __repr__(self):
        return f'{self.__class__.__name__}({str(self)!r})'

    def _exploded(self):
        return f'{self.network_address._exploded()}/{self._prefixlen}'

    @property
    def with_prefixlen(self):
        return str(self)

    @property
    def with_netmask(self):
        return f'{self.network_address}/{self.netmask}'

    @property
    def with_hostmask(self):
        return f'{self.network_address}/{self.hostmask}'

    def __iter__(self):
        first = int(self.network_address)
        for value in range(first, first + self.num_addresses):
            yield self._address_class(value)

    def __getitem__(self, n):
        count = self.num_addresses
        if not -count <= n < count:
            raise IndexError('address out of range')
        return self._address_class(int(self.network_address) + (n if n >= 0 else count + n))

    def __contains__(self, other):
        if other._version != self._version or isinstance(other, _Network):
            return False
        return int(other) & self._mask() == int(self.network_address)

    def __eq__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        return (self._version == other._version and self._prefixlen == other._prefixlen
                and self.network_address == other.network_address)

    def __lt__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        if self._version != other._version:
            raise TypeError(f'{self} and {other} are not of the same version')
        return ((int(self.network_address), self._prefixlen)
                < (int(other.network_address), other._prefixlen))

    def __hash__(self):
        return hash(int(self.network_address) ^ self._mask())

    def hosts(self):
        first = int(self.network_address)
        last = int(self.broadcast_address)
        if self._bits - self._prefixlen == 1:
            return [self._address_class(first), self._address_class(last)]
        if self._prefixlen == self._bits:
            return [self._address_class(first)]
        end = last if self._version == 4 else last + 1
        return (self._address_class(value) for value in range(first + 1, end))

    def overlaps(self, other):
        return (self.network_address in other or self.broadcast_address in other
                or other.network_address in self or other.broadcast_address in self)

    def subnet_of(self, other):
        return self._inside(other)

    def supernet_of(self, other):
        return other._inside(self)

    def _inside(self, other):
        if self._version != other._version:
            raise TypeError(f'{self} and {other} are not of the same version')
        return (other.network_address <= self.network_address
                and other.broadcast_address >= self.broadcast_address)

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        if self._prefixlen == self._bits:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < self._prefixlen:
                raise ValueError('new prefix must be longer')
            if prefixlen_diff != 1:
                raise ValueError('cannot set prefixlen_diff and new_prefix')
            prefixlen_diff = new_prefix - self._prefixlen
        if prefixlen_diff < 0:
            raise ValueError('prefix length diff must be > 0')
        length = self._prefixlen + prefixlen_diff
        if length > self._bits:
            raise ValueError(f'prefix length diff {length} is invalid for netblock {self}')
        first = int(self.network_address)
        for value in range(first, first + self.num_addresses, 1 << self._bits - length):
            yield self.__class__((value, length))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        if self._prefixlen == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self._prefixlen:
                raise ValueError('new prefix must be shorter')
            if prefixlen_diff != 1:
                raise ValueError('cannot set prefixlen_diff and new_prefix')
            prefixlen_diff = self._prefixlen - new_prefix
        length = self._prefixlen - prefixlen_diff
        if length < 0:
            raise ValueError(f'current prefixlen is {self._prefixlen}, cannot have a '
                             f'prefixlen_diff of {prefixlen_diff}')
        return self.__class__((int(self.network_address), length), strict=False)

    def address_exclude(self, other):
        if self._version != other._version:
            raise TypeError(f'{self} and {other} are not of the same version')
        if not other._inside(self):
            raise ValueError(f'{other} not contained in {self}')
        rest = self
        while rest != other:
            one, two = rest.subnets()
            if other._inside(one):
                yield two
                rest = one
            else:
                yield one
                rest = two

    def compare_networks(self, other):
        return (self > other) - (self < other)

    def _both(self, name):
        return getattr(self.network_address, name) and getattr(self.broadcast_address, name)

    is_multicast = property(lambda self: self._both('is_multicast'))
    is_reserved = property(lambda self: self._both('is_reserved'))
    is_link_local = property(lambda self: self._both('is_link_local'))
    is_private = property(lambda self: self._both('is_private'))
    is_global = property(lambda self: self._both('is_global'))
    is_unspecified = property(lambda self: self._both('is_unspecified'))
    is_loopback = property(lambda self: self._both('is_loopback'))


class IPv4Network(_V4, _Network):
    _address_class = IPv4Address


class IPv6Network(_V6, _Network):
    _address_class = IPv6Address
    is_site_local = property(lambda self: self._both('is_site_local'))


class _Interface:
    """An address with the network that it is in."""

    def __init__(self, address):
        place, prefix = _split_prefix(self, address)
        self._address_class.__init__(self, place)
        self.network = self._network_class((self._ip, _prefix_of(self, prefix)), strict=False)
        self.netmask = self.network.netmask
        self.hostmask = self.network.hostmask
        self._prefixlen = self.network.prefixlen

    @property
    def ip(self):
        return self._address_class(self._ip)

    def __str__(self):
        return f'{super().__str__()}/{self._prefixlen}'

    def __eq__(self, other):
        same = _Address.__eq__(self, other)
        if same is NotImplemented or not same:
            return same
        return isinstance(other, _Interface) and self.network == other.network

    def __lt__(self, other):
        less = _Address.__lt__(self, other)
        if less is NotImplemented or not isinstance(other, _Interface):
            return less
        return (self.network, self._ip) < (other.network, other._ip)

    def __hash__(self):
        return hash((self._ip, self._prefixlen, int(self.network.network_address)))

    def _exploded(self):
        return f'{self.ip._exploded()}/{self._prefixlen}'

    @property
    def with_prefixlen(self):
        return str(self)

    @property
    def with_netmask(self):
        return f'{self.ip}/{self.netmask}'

    @property
    def with_hostmask(self):
        return f'{self.ip}/{self.hostmask}'


class IPv4Interface(_Interface, IPv4Address):
    _address_class = IPv4Address
    _network_class = IPv4Network


class IPv6Interface(_Interface, IPv6Address):
    _address_class = IPv6Address
    _network_class = IPv6Network


def summarize_address_range(first, last):
    """The networks that make up a range of addresses."""
    if not (isinstance(first, _Address) and isinstance(last, _Address)):
        raise TypeError('first and last must be IP addresses, not networks')
    if first.version != last.version:
        raise TypeError(f'{first} and {last} are not of the same version')
    if first > last:
        raise ValueError('last IP address must be greater than first')
    kind = IPv4Network if first.version == 4 else IPv6Network
    bits = first._bits
    start, end = int(first), int(last)
    while start <= end:
        trailing = bits if start == 0 else (start & -start).bit_length() - 1
        size = min(trailing, (end - start + 1).bit_length() - 1)
        yield kind((start, bits - size))
        start += 1 << size


def collapse_addresses(addresses):
    """The fewest networks that hold just these addresses and networks."""
    ranges = []
    for each in addresses:
        if isinstance(each, _Network):
            ranges.append((int(each.network_address), int(each.broadcast_address), each))
        else:
            ranges.append((int(each), int(each), each))
    if not ranges:
        return iter(())
    versions = {each._version for _, _, each in ranges}
    if len(versions) != 1:
        raise TypeError(f'{ranges[0][2]} and {ranges[-1][2]} are not of the same version')
    kind = IPv4Address if versions == {4} else IPv6Address
    ranges = sorted([(low, high) for low, high, _ in ranges])
    merged = [list(ranges[0])]
    for low, high in ranges[1:]:
        if low <= merged[-1][1] + 1:
            merged[-1][1] = max(merged[-1][1], high)
        else:
            merged.append([low, high])
    return iter([network for low, high in merged
                 for network in summarize_address_range(kind(low), kind(high))])


def get_mixed_type_key(obj):
    if isinstance(obj, _Network):
        return obj._version, obj.network_address, obj.netmask
    return obj._version, obj
