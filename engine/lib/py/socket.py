"""Sockets on the network inside the machine (see _simnet.py): loopback is all of it."""

import enum
import errno
import functools
import os
import platform

import _simnet

AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = 0, 1, 2, 10
AddressFamily = enum.IntEnum('AddressFamily', {
    'AF_UNSPEC': 0, 'AF_UNIX': 1, 'AF_INET': 2, 'AF_INET6': 10}, module=__name__)
SocketKind = enum.IntEnum('SocketKind', {
    'SOCK_STREAM': 1, 'SOCK_DGRAM': 2, 'SOCK_RAW': 3, 'SOCK_NONBLOCK': 2048,
    'SOCK_CLOEXEC': 524288}, module=__name__)
MsgFlag = enum.IntFlag('MsgFlag', {
    'MSG_OOB': 1, 'MSG_PEEK': 2, 'MSG_DONTROUTE': 4, 'MSG_DONTWAIT': 64, 'MSG_WAITALL': 256,
    'MSG_NOSIGNAL': 16384}, module=__name__)
AddressInfo = enum.IntFlag('AddressInfo', {
    'AI_PASSIVE': 1, 'AI_CANONNAME': 2, 'AI_NUMERICHOST': 4, 'AI_V4MAPPED': 8, 'AI_ALL': 16,
    'AI_ADDRCONFIG': 32, 'AI_NUMERICSERV': 1024}, module=__name__)
for _enumeration in AddressFamily, SocketKind, MsgFlag, AddressInfo:
    globals().update(_enumeration.__members__)

SOL_SOCKET, SOL_IP, SOL_TCP, SOL_UDP = 1, 0, 6, 17
SO_DEBUG, SO_REUSEADDR, SO_TYPE, SO_ERROR, SO_BROADCAST = 1, 2, 3, 4, 6
SO_SNDBUF, SO_RCVBUF, SO_KEEPALIVE, SO_LINGER, SO_REUSEPORT = 7, 8, 9, 13, 15
SO_RCVTIMEO, SO_SNDTIMEO, SO_ACCEPTCONN, SO_PROTOCOL, SO_DOMAIN = 20, 21, 30, 38, 39
IPPROTO_IP, IPPROTO_ICMP, IPPROTO_TCP, IPPROTO_UDP, IPPROTO_IPV6 = 0, 1, 6, 17, 41
TCP_NODELAY, TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT, TCP_USER_TIMEOUT = 1, 4, 5, 6, 18
IPV6_V6ONLY = 26
IP_TTL, IP_MULTICAST_TTL, IP_MULTICAST_LOOP, IP_ADD_MEMBERSHIP = 2, 33, 34, 35
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
SOMAXCONN = 4096
NI_NUMERICHOST, NI_NUMERICSERV, NI_DGRAM = 1, 2, 16
EAI_AGAIN, EAI_FAMILY, EAI_NONAME, EAI_SERVICE = -3, -6, -2, -8
INADDR_ANY, INADDR_LOOPBACK, INADDR_BROADCAST, INADDR_NONE = 0, 0x7f000001, 0xffffffff, 0xffffffff
has_ipv6 = True

error = OSError
timeout = TimeoutError


class herror(OSError):
    """An error of gethostbyaddr()."""


class gaierror(OSError):
    """An error of getaddrinfo()."""


_default_timeout = None


def getdefaulttimeout():
    """The timeout of new sockets."""
    return _default_timeout


def setdefaulttimeout(timeout):
    """Sets the timeout of new sockets: seconds, or None to wait for ever."""
    global _default_timeout
    _default_timeout = _seconds(timeout)


def _seconds(value):
    if value is None:
        return None
    value = float(value)
    if value < 0:
        raise ValueError('Timeout value out of range')
    return value


# ---- names and addresses

def _is_ipv4(host):
    parts = host.split('.')
    return len(parts) == 4 and all(
        part.isascii() and part.isdigit() and int(part) < 256 for part in parts)


def _resolve(host, family):
    """The numeric address of a host."""
    if isinstance(host, (bytes, bytearray)):
        host = host.decode()
    if not isinstance(host, str):
        raise TypeError(f'str, bytes or bytearray expected, not {type(host).__name__}')
    if host == '':
        return '0.0.0.0' if family == AF_INET else '::'
    if host == '<broadcast>':
        return '255.255.255.255'
    if family == AF_INET:
        if _is_ipv4(host):
            return host
        if host in ('localhost', gethostname(), 'ip4-localhost'):
            return '127.0.0.1'
    else:
        host = host.partition('%')[0]
        if ':' in host:
            return inet_ntop(AF_INET6, inet_pton(AF_INET6, host))
        if host in ('localhost', gethostname(), 'ip6-localhost'):
            return '::1'
    raise gaierror(EAI_NONAME, 'Name or service not known')


def gethostname():
    """The name of this machine."""
    return platform.node() or 'localhost'


def getfqdn(name=''):
    """The full name of a host."""
    name = name.strip()
    return gethostname() if name in ('', '0.0.0.0', '::') else name


def gethostbyname(hostname):
    """The IPv4 address of a host."""
    return _resolve(hostname, AF_INET)


def gethostbyname_ex(hostname):
    return hostname, [], [gethostbyname(hostname)]


def gethostbyaddr(ip_address):
    if _resolve(ip_address, AF_INET6 if ':' in ip_address else AF_INET) in ('127.0.0.1', '::1'):
        return 'localhost', [], [ip_address]
    raise herror(1, 'Unknown host')


_services = {'echo': 7, 'ftp': 21, 'ssh': 22, 'telnet': 23, 'smtp': 25, 'domain': 53, 'http': 80,
             'pop3': 110, 'ntp': 123, 'imap': 143, 'https': 443}


def getservbyname(servicename, protocolname=None, /):
    try:
        return _services[servicename]
    except KeyError:
        raise OSError('service/proto not found') from None


def getservbyport(port, protocolname=None, /):
    for name, number in _services.items():
        if number == port:
            return name
    raise OSError('port/proto not found')


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    """A list of (family, type, proto, canonical name, address) for a host and a port."""
    if port is None:
        number = 0
    elif isinstance(port, int):
        number = port
    else:
        if isinstance(port, (bytes, bytearray)):
            port = port.decode()
        if port.isdigit():
            number = int(port)
        elif port in _services:
            number = _services[port]
        else:
            raise gaierror(EAI_SERVICE, 'Servname not supported for ai_socktype')
    if host is None:
        hosts = {AF_INET: '0.0.0.0', AF_INET6: '::'} if flags & AI_PASSIVE else {
            AF_INET6: '::1', AF_INET: '127.0.0.1'}
    else:
        hosts = {}
        failure = None
        for each in (AF_INET6, AF_INET):
            if family not in (0, each):
                continue
            try:
                hosts[each] = _resolve(host, each)
            except (gaierror, OSError) as e:
                failure = e
        if not hosts:
            raise gaierror(EAI_NONAME, 'Name or service not known') from None
    kinds = [(SOCK_STREAM, IPPROTO_TCP), (SOCK_DGRAM, IPPROTO_UDP)]
    found = []
    for each, address in hosts.items():
        if family not in (0, each):
            continue
        where = (address, number) if each == AF_INET else (address, number, 0, 0)
        for kind, protocol in kinds:
            if type not in (0, kind) or proto not in (0, protocol):
                continue
            found.append((AddressFamily(each), SocketKind(kind), protocol, '', where))
    return found


def getnameinfo(sockaddr, flags):
    """(host, service) of an address."""
    host, port = sockaddr[:2]
    if not flags & NI_NUMERICHOST and host in ('127.0.0.1', '::1'):
        host = 'localhost'
    if not flags & NI_NUMERICSERV:
        for name, number in _services.items():
            if number == port:
                return host, name
    return host, str(port)


def inet_aton(ip_string, /):
    """The four bytes of an IPv4 address."""
    if not _is_ipv4(ip_string):
        raise OSError('illegal IP address string passed to inet_aton')
    return bytes(int(part) for part in ip_string.split('.'))


def inet_ntoa(packed_ip, /):
    """The text of an IPv4 address."""
    if len(packed_ip) != 4:
        raise OSError('packed IP wrong length')
    return '.'.join(str(byte) for byte in packed_ip)


def inet_pton(address_family, ip_string, /):
    """The bytes of an address."""
    if address_family == AF_INET:
        if not _is_ipv4(ip_string):
            raise OSError('illegal IP address string passed to inet_pton')
        return inet_aton(ip_string)
    if address_family != AF_INET6:
        raise OSError(errno.EAFNOSUPPORT, os.strerror(errno.EAFNOSUPPORT))
    bad = OSError('illegal IP address string passed to inet_pton')
    head, gap, tail = ip_string.partition('::')

    def groups(text):
        out = []
        for group in text.split(':') if text else ():
            if '.' in group and _is_ipv4(group):
                data = inet_aton(group)
                out += [data[0] << 8 | data[1], data[2] << 8 | data[3]]
                continue
            try:
                if not 1 <= len(group) <= 4:
                    raise bad
                out.append(int(group, 16))
            except ValueError:
                raise bad from None
        return out

    first, last = groups(head), groups(tail)
    missing = 8 - len(first) - len(last)
    if missing < 0 or not gap and missing or gap and not missing:
        raise bad
    return b''.join(group.to_bytes(2, 'big') for group in first + [0] * missing + last)


def inet_ntop(address_family, packed_ip, /):
    """The text of an address."""
    if address_family == AF_INET:
        if len(packed_ip) != 4:
            raise ValueError('invalid length of packed IP address string')
        return inet_ntoa(packed_ip)
    if address_family != AF_INET6:
        raise OSError(errno.EAFNOSUPPORT, os.strerror(errno.EAFNOSUPPORT))
    if len(packed_ip) != 16:
        raise ValueError('invalid length of packed IP address string')
    groups = [f'{int.from_bytes(packed_ip[i:i + 2], "big"):x}' for i in range(0, 16, 2)]
    best_at, best = 0, 0
    at = 0
    while at < 8:
        run = 0
        while at + run < 8 and groups[at + run] == '0':
            run += 1
        if run > best:
            best_at, best = at, run
        at += run or 1
    if best < 2:
        return ':'.join(groups)
    return f'{":".join(groups[:best_at])}::{":".join(groups[best_at + best:])}'


def htons(x, /):
    return (x & 255) << 8 | x >> 8 & 255


def htonl(x, /):
    return int.from_bytes((x & 0xffffffff).to_bytes(4, 'little'), 'big')


ntohs = htons
ntohl = htonl


# ---- sockets

class SocketType:
    """What a socket is made of."""

    def __init__(self, family=AF_INET, type=SOCK_STREAM, proto=0, fileno=None):
        if family == -1:
            family = AF_INET
        if type == -1:
            type = SOCK_STREAM
        flags = type & (SOCK_NONBLOCK | SOCK_CLOEXEC)
        type &= ~(SOCK_NONBLOCK | SOCK_CLOEXEC)
        if proto == -1:
            proto = 0
        self._timeout = 0.0 if flags & SOCK_NONBLOCK else _default_timeout
        self._options = {}
        if fileno is not None:
            if isinstance(fileno, _simnet.End):
                self._end = fileno
            else:
                end = _simnet._ends.get(fileno)
                if end is None:
                    raise OSError(errno.EBADF, os.strerror(errno.EBADF))
                self._end = end
            family, type = self._end.family, self._end.type
        else:
            if family not in (AF_UNIX, AF_INET, AF_INET6):
                raise OSError(errno.EAFNOSUPPORT, os.strerror(errno.EAFNOSUPPORT))
            if type not in (SOCK_STREAM, SOCK_DGRAM):
                raise OSError(errno.ESOCKTNOSUPPORT, os.strerror(errno.ESOCKTNOSUPPORT))
            self._end = _simnet.End(int(family), int(type))
        self._family = family
        self._type = type
        self.proto = proto
        self._detached = False

    def _open(self):
        if self._detached:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        return self._end

    def _address(self, address, what):
        if self._family == AF_UNIX:
            if isinstance(address, (bytes, bytearray)):
                address = os.fsdecode(bytes(address))
            if not isinstance(address, str):
                raise TypeError(f'a bytes-like object is required, not {type(address).__name__!r}')
            return address
        if not isinstance(address, tuple):
            raise TypeError(f'{what}(): AF_INET{"6" if self._family == AF_INET6 else ""} address '
                            f'must be tuple, not {type(address).__name__}')
        if self._family == AF_INET and len(address) != 2:
            raise TypeError('AF_INET address must be a pair (host, port)')
        if self._family == AF_INET6 and not 2 <= len(address) <= 4:
            raise TypeError('AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])')
        host, port = address[:2]
        if not isinstance(port, int):
            raise TypeError(f"'{type(port).__name__}' object cannot be interpreted as an integer")
        if not 0 <= port <= 65535:
            raise OverflowError(f'{what}(): port must be 0-65535.')
        host = _resolve(host, self._family)
        if self._family == AF_INET:
            return host, port
        return (host, port, *address[2:], *(0, 0)[len(address) - 2:])

    def _check_local(self, address):
        if self._family == AF_UNIX:
            return
        host = address[0]
        if self._family == AF_INET:
            local = host.startswith('127.') or host in ('0.0.0.0', '255.255.255.255')
        else:
            local = host in ('::1', '::')
        if not local:
            raise OSError(errno.ENETUNREACH, os.strerror(errno.ENETUNREACH))

    def fileno(self):
        """The descriptor; -1 when closed."""
        return -1 if self._detached or self._end.closed else self._end.fd

    def bind(self, address, /):
        end = self._open()
        address = self._address(address, 'bind')
        if self._family == AF_UNIX:
            if os.path.exists(address):
                raise OSError(errno.EADDRINUSE, os.strerror(errno.EADDRINUSE))
            if address:
                os.close(os.open(address, os.O_CREAT | os.O_WRONLY, 0o755))
        elif not (address[0].startswith('127.') or address[0] in ('0.0.0.0', '::', '::1')):
            raise OSError(errno.EADDRNOTAVAIL, os.strerror(errno.EADDRNOTAVAIL))
        end.bind(address)

    def listen(self, backlog=128, /):
        self._open().listen()

    def connect(self, address, /):
        end = self._open()
        address = self._address(address, 'connect')
        self._check_local(address)
        end.connect(address)

    def connect_ex(self, address, /):
        """As connect(), but returns an error number."""
        try:
            self.connect(address)
        except OSError as e:
            if e.errno is None:
                raise
            return e.errno
        return 0

    def recv(self, bufsize, flags=0, /):
        if bufsize < 0:
            raise ValueError('negative buffersize in recv')
        return self._receive(bufsize, flags)[0]

    def _receive(self, size, flags):
        timeout = 0 if flags & MSG_DONTWAIT else self._timeout
        data, sender = self._open().receive(size, timeout, bool(flags & MSG_PEEK))
        while flags & MSG_WAITALL and 0 < len(data) < size and self._type == SOCK_STREAM:
            more = self._open().receive(size - len(data), timeout)[0]
            if not more:
                break
            data += more
        return data, sender

    def recvfrom(self, bufsize, flags=0, /):
        if bufsize < 0:
            raise ValueError('negative buffersize in recvfrom')
        return self._receive(bufsize, flags)

    def recv_into(self, buffer, nbytes=0, flags=0):
        return self.recvfrom_into(buffer, nbytes, flags)[0]

    def recvfrom_into(self, buffer, nbytes=0, flags=0):
        with memoryview(buffer) as view, view.cast('B') as view:
            if nbytes < 0:
                raise ValueError('negative buffersize in recv_into')
            if nbytes > len(view):
                raise ValueError('buffer too small for requested bytes')
            data, sender = self._receive(nbytes or len(view), flags)
            view[:len(data)] = data
            return len(data), sender

    def send(self, data, flags=0, /):
        return self._open().send(_bytes(data), 0 if flags & MSG_DONTWAIT else self._timeout)

    def sendall(self, data, flags=0, /):
        """Sends all the bytes."""
        data = memoryview(_bytes(data))
        while data:
            data = data[self._open().send(data, self._timeout):]

    def sendto(self, data, *args):
        """sendto(data, [flags,] address)"""
        address = self._address(args[-1], 'sendto')
        self._check_local(address)
        return self._open().send_to(_bytes(data), address)

    def sendmsg(self, buffers, ancdata=(), flags=0, address=None, /):
        data = b''.join(bytes(part) for part in buffers)
        return self.send(data) if address is None else self.sendto(data, address)

    def getsockname(self):
        end = self._open()
        return _simnet.any_address(self._family) if end.address is None else end.address

    def getpeername(self):
        end = self._open()
        if not end.connected:
            raise OSError(errno.ENOTCONN, os.strerror(errno.ENOTCONN))
        return '' if end.remote is None else end.remote

    def setsockopt(self, level, optname, value, optlen=None, /):
        self._open()
        self._options[level, optname] = value

    def getsockopt(self, level, optname, buflen=0, /):
        end = self._open()
        fixed = {SO_ERROR: 0, SO_TYPE: int(self._type), SO_ACCEPTCONN: int(end.listening),
                 SO_DOMAIN: int(self._family), SO_PROTOCOL: self.proto}
        if level == SOL_SOCKET and optname in fixed:
            return fixed[optname]
        default = _simnet._CAPACITY if optname in (SO_SNDBUF, SO_RCVBUF) else 0
        return self._options.get((level, optname), default)

    def shutdown(self, how, /):
        self._open().shutdown(how in (SHUT_RD, SHUT_RDWR), how in (SHUT_WR, SHUT_RDWR))

    def setblocking(self, flag, /):
        self._timeout = None if flag else 0.0

    def getblocking(self):
        return self._timeout != 0.0

    def settimeout(self, value, /):
        self._timeout = _seconds(value)

    def gettimeout(self):
        return self._timeout

    @property
    def timeout(self):
        return self._timeout

    def _real_close(self):
        if not self._detached:
            self._end.close()

    def detach(self):
        """Closes the object, not the socket; its descriptor."""
        fd = self.fileno()
        self._detached = True
        return fd


def _bytes(data):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return data if isinstance(data, (bytes, bytearray)) else bytes(memoryview(data))


class socket(SocketType):
    """A socket."""

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        super().__init__(family, type, proto, fileno)
        self._io_refs = 0
        self._closed = False

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if not self._closed:
            self.close()

    def __repr__(self):
        shown = [f'fd={self.fileno()}', f'family={int(self.family)}', f'type={int(self.type)}',
                 f'proto={self.proto}']
        if not self._closed and self.fileno() != -1:
            if name := self.getsockname():
                shown.append(f'laddr={name}')
            if self._end.connected and (name := self.getpeername()):
                shown.append(f'raddr={name}')
        state = '[closed] ' if self._closed else ''
        return f'<{type(self).__module__}.{type(self).__qualname__} {state}{", ".join(shown)}>'

    def __getstate__(self):
        raise TypeError(f'cannot pickle {self.__class__.__name__!r} object')

    @property
    def family(self):
        return AddressFamily(self._family)

    @property
    def type(self):
        return SocketKind(self._type)

    def accept(self):
        """Waits for a connection: (a socket, the address of the other side)."""
        end = self._open().accept(self._timeout)
        made = socket(fileno=end)
        made._timeout = _default_timeout
        return made, '' if end.remote is None else end.remote

    def dup(self):
        raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))

    def makefile(self, mode='r', buffering=None, *, encoding=None, errors=None, newline=None):
        """A file object for the socket."""
        import io
        if not set(mode) <= {'r', 'w', 'b'}:
            raise ValueError(f'invalid mode {mode!r} (only r, w, b allowed)')
        writing = 'w' in mode
        reading = 'r' in mode or not writing
        raw = _socket_io()(self, ('r' if reading else '') + ('w' if writing else ''))
        self._io_refs += 1
        if buffering is None or buffering < 0:
            buffering = io.DEFAULT_BUFFER_SIZE
        if buffering == 0:
            if 'b' not in mode:
                raise ValueError('unbuffered streams must be binary')
            return raw
        if reading and writing:
            buffer = io.BufferedRWPair(raw, raw, buffering)
        elif reading:
            buffer = io.BufferedReader(raw, buffering)
        else:
            buffer = io.BufferedWriter(raw, buffering)
        if 'b' in mode:
            return buffer
        return io.TextIOWrapper(buffer, encoding, errors, newline)

    def sendfile(self, file, offset=0, count=None):
        """Sends the rest of a file; how many bytes."""
        if 'b' not in getattr(file, 'mode', 'b'):
            raise ValueError('file should be opened in binary mode')
        if offset:
            file.seek(offset)
        sent = 0
        while count is None or sent < count:
            data = file.read(8192 if count is None else min(8192, count - sent))
            if not data:
                break
            self.sendall(data)
            sent += len(data)
        return sent

    def _decref_socketios(self):
        if self._io_refs > 0:
            self._io_refs -= 1
        if self._closed:
            self.close()

    def close(self):
        """Closes the socket, or when the last of its files is closed."""
        self._closed = True
        if self._io_refs <= 0:
            self._real_close()

    def detach(self):
        self._closed = True
        return super().detach()

    def get_inheritable(self):
        return False

    def set_inheritable(self, inheritable):
        pass


@functools.cache
def _socket_io():
    import io

    class SocketIO(io.RawIOBase):
        """The bytes of a socket as a raw file."""

        def __init__(self, sock, mode):
            io.RawIOBase.__init__(self)
            self._sock = sock
            self.mode = mode + 'b'
            self._reading = 'r' in mode
            self._writing = 'w' in mode

        def readinto(self, b):
            if self.closed:
                raise ValueError('I/O operation on closed file.')
            try:
                return self._sock.recv_into(b)
            except BlockingIOError:
                return None

        def write(self, b):
            if self.closed:
                raise ValueError('I/O operation on closed file.')
            try:
                return self._sock.send(b)
            except BlockingIOError:
                return None

        def readable(self):
            return self._reading

        def writable(self):
            return self._writing

        def seekable(self):
            return False

        def fileno(self):
            return self._sock.fileno()

        @property
        def name(self):
            return -1 if self.closed else self.fileno()

        def close(self):
            if self.closed:
                return
            io.RawIOBase.close(self)
            self._sock._decref_socketios()
            self._sock = None

    return SocketIO


def __getattr__(name):
    if name == 'SocketIO':
        return _socket_io()
    raise AttributeError(f"module 'socket' has no attribute {name!r}")


def socketpair(family=AF_UNIX, type=SOCK_STREAM, proto=0):
    """Two sockets that are connected to each other."""
    a, b = socket(family, type, proto), socket(family, type, proto)
    _simnet.join(a._end, b._end)
    return a, b


def fromfd(fd, family, type, proto=0):
    raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))


def _is_bound(path):
    """Whether a Unix socket is bound to a path."""
    return (int(AF_UNIX), int(SOCK_STREAM), path) in _simnet._bound


def close(fd, /):
    """Closes the socket with a descriptor."""
    end = _simnet._ends.get(fd)
    if end is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    end.close()


_GLOBAL_DEFAULT_TIMEOUT = object()


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *,
                      all_errors=False):
    """A socket that is connected to (host, port)."""
    host, port = address
    errors = []
    for family, type, proto, _, where in getaddrinfo(host, port, 0, SOCK_STREAM):
        sock = None
        try:
            sock = socket(family, type, proto)
            if timeout is not _GLOBAL_DEFAULT_TIMEOUT:
                sock.settimeout(timeout)
            if source_address:
                sock.bind(source_address)
            sock.connect(where)
            return sock
        except OSError as e:
            errors.append(e)
            if sock is not None:
                sock.close()
    if not errors:
        raise OSError('getaddrinfo returns an empty list')
    if all_errors:
        raise ExceptionGroup('create_connection failed', errors)
    raise errors[-1]


def has_dualstack_ipv6():
    """Whether one socket can take connections of IPv4 and IPv6."""
    return True


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False,
                  dualstack_ipv6=False):
    """A socket that is bound to (host, port) and listens."""
    if dualstack_ipv6 and family != AF_INET6:
        raise ValueError("dualstack_ipv6 requires AF_INET6 family")
    sock = socket(family, SOCK_STREAM)
    try:
        sock.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        sock.bind(address)
        sock.listen() if backlog is None else sock.listen(backlog)
        return sock
    except:
        sock.close()
        raise


__all__ = [_name for _name in globals() if not _name.startswith('_') and _name not in (
    'enum', 'errno', 'functools', 'os', 'platform')] + ['SocketIO']
