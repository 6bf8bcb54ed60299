"""The network inside the machine: what sockets are made of.

All connections are between threads of this program. Each end of a connection has a queue of what
has come; who waits for it waits at the end's condition, or at the event of a selector that watches
it. One lock guards everything here; nothing waits while it holds it.
"""

import errno
import os
import time
from collections import deque

import _thread

AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = 0, 1, 2, 10
SOCK_STREAM, SOCK_DGRAM = 1, 2
READ, WRITE = 1, 2

_CAPACITY = 212992
_FIRST_FD = 64

_lock = _thread.RLock()
_ends = {}        # file descriptor -> End
_bound = {}       # (family, type, address) -> End
_next_port = 49152


def error(number):
    return OSError(number, os.strerror(number))


class End:
    """One socket: unbound, listening, or an end of a connection."""

    def __init__(self, family, type):
        self.family = family
        self.type = type
        self.inbox = deque()      # chunks, datagrams with their senders, or connections to accept
        self.size = 0             # bytes in it
        self.peer = None
        self.address = None       # where it is bound
        self.remote = None        # the address of the other side
        self.listening = False
        self.connected = False
        self.read_closed = False  # nothing more will come
        self.write_closed = False
        self.reset = False        # the other side has gone with data unread
        self.broken = False       # and this side was told
        self.closed = False
        self.changed = _thread.condition(_lock)
        self.watchers = {}
        with _lock:
            fd = _FIRST_FD
            while fd in _ends:
                fd += 1
            self.fd = fd
            _ends[fd] = self

    # ---- readiness. REQUIRES: the lock is held.

    def readable(self):
        return bool(self.inbox or self.read_closed or self.reset)

    def writable(self):
        if self.listening:
            return False
        if self.type == SOCK_DGRAM:
            return True
        if not self.connected or self.write_closed or self.reset or self.broken:
            return self.connected or not self.remote
        peer = self.peer
        return peer is None or peer.closed or peer.size < _CAPACITY

    def ready(self, events):
        got = 0
        if events & READ and self.readable():
            got |= READ
        if events & WRITE and self.writable():
            got |= WRITE
        return got

    def tell(self):
        """Wakes whoever waits for a change of this end."""
        _thread.condition_notify(self.changed, None)
        for event in self.watchers.values():
            _thread.event_set(event)

    # ----

    def wait(self, events, timeout):
        """Waits until it is ready; TimeoutError. REQUIRES: the lock is held once."""
        if timeout == 0:
            if not self.ready(events):
                raise error(errno.EAGAIN)
            return
        deadline = None if timeout is None else time.monotonic() + timeout
        while not self.ready(events) and not self.closed:
            left = None if deadline is None else deadline - time.monotonic()
            if left is not None and left <= 0:
                raise TimeoutError('timed out')
            _thread.condition_wait(self.changed, left)
        if self.closed:
            raise error(errno.EBADF)

    def check_open(self):
        if self.closed:
            raise error(errno.EBADF)

    def bind(self, address):
        with _lock:
            self.check_open()
            if self.address is not None:
                raise error(errno.EINVAL)
            if self.family != AF_UNIX and not address[1]:
                address = (address[0], _free_port(self.family, self.type), *address[2:])
            key = _key(self.family, self.type, address)
            # Whether a path is free is for its file to say.
            if self.family != AF_UNIX and (key in _bound or _conflict(self, address)):
                raise error(errno.EADDRINUSE)
            _bound[key] = self
            self.address = address

    def listen(self):
        with _lock:
            self.check_open()
            if self.type != SOCK_STREAM:
                raise error(errno.EOPNOTSUPP)
            if self.address is None:
                self.bind(any_address(self.family))
            self.listening = True

    def connect(self, address):
        with _lock:
            self.check_open()
            if self.type == SOCK_DGRAM:
                self.name()
                self.remote = address
                self.connected = True
                return
            if self.connected:
                raise error(errno.EISCONN)
            if self.listening:
                raise error(errno.EINVAL)
            listener = _find(self.family, SOCK_STREAM, address)
            if listener is None or not listener.listening:
                if self.family == AF_UNIX and not os.path.exists(address):
                    raise error(errno.ENOENT)
                raise error(errno.ECONNREFUSED)
            self.name()
            other = End(self.family, SOCK_STREAM)
            other.address = address
            other.remote = self.address
            self.remote = address
            join(self, other)
            listener.inbox.append(other)
            listener.tell()

    def name(self):
        """Gives it an address of its own if it has none."""
        if self.address is None:
            if self.family == AF_UNIX:
                self.address = ''
            else:
                host = '127.0.0.1' if self.family == AF_INET else '::1'
                self.bind((host, 0) if self.family == AF_INET else (host, 0, 0, 0))

    def accept(self, timeout):
        with _lock:
            self.check_open()
            if not self.listening:
                raise error(errno.EINVAL)
            self.wait(READ, timeout)
            return self.inbox.popleft()

    def send(self, data, timeout):
        """Sends some of the bytes; how many."""
        with _lock:
            self.check_open()
            if self.type == SOCK_DGRAM:
                return self.send_to(data, self.remote)
            if not self.connected:
                raise error(errno.ENOTCONN)
            if self.write_closed or self.broken:
                raise error(errno.EPIPE)
            if not data:
                return 0
            self.wait(WRITE, timeout)
            peer = self.peer
            if self.reset:
                self.reset = False
                self.broken = True
                raise error(errno.ECONNRESET)
            if peer is None or peer.closed:
                # The answer to this is a reset.
                self.broken = True
                return len(data)
            part = bytes(data[:_CAPACITY - peer.size])
            if not peer.read_closed:
                peer.inbox.append(part)
                peer.size += len(part)
                peer.tell()
            return len(part)

    def send_to(self, data, address):
        with _lock:
            self.check_open()
            if address is None:
                raise error(errno.EDESTADDRREQ)
            target = self.peer or _find(self.family, SOCK_DGRAM, address)
            self.name()
            if target is None or target.closed:
                if self.family == AF_UNIX:
                    raise error(errno.ENOENT if not os.path.exists(address) else
                                errno.ECONNREFUSED)
                if self.connected:
                    # Reported at the next call, as by ICMP.
                    self.reset = True
                    self.tell()
                return len(data)
            if target.size + len(data) <= _CAPACITY:
                target.inbox.append((bytes(data), self.address))
                target.size += len(data)
                target.tell()
            return len(data)

    def receive(self, size, timeout, peek=False):
        """Up to `size` bytes and who has sent them."""
        with _lock:
            self.check_open()
            if self.type == SOCK_STREAM and not self.connected:
                raise error(errno.ENOTCONN)
            if not size and self.type == SOCK_STREAM:
                return b'', None
            self.wait(READ, timeout)
            if self.type == SOCK_DGRAM:
                if not self.inbox:
                    if self.reset:
                        self.reset = False
                        raise error(errno.ECONNREFUSED)
                    return b'', self.remote
                data, sender = self.inbox[0]
                if not peek:
                    self.inbox.popleft()
                    self.size -= len(data)
                return data[:size], sender
            if self.inbox:
                return self._take(size, peek), None
            if self.reset:
                self.reset = False
                self.broken = True
                self.read_closed = True
                raise error(errno.ECONNRESET)
            return b'', None

    def _take(self, size, peek):
        chunk = self.inbox[0]
        if len(chunk) < size and len(self.inbox) > 1 or len(chunk) > size:
            whole = b''.join(self.inbox)
            self.inbox.clear()
            chunk, rest = whole[:size], whole[size:]
            if rest:
                self.inbox.append(rest)
            self.inbox.appendleft(chunk)
        if peek:
            return chunk
        self.inbox.popleft()
        was_full = self.size >= _CAPACITY
        self.size -= len(chunk)
        if was_full and self.peer is not None:
            self.peer.tell()
        return chunk

    def shutdown(self, read, write):
        with _lock:
            self.check_open()
            if not self.connected:
                if self.listening and read:
                    self.read_closed = True
                    self.tell()
                    return
                raise error(errno.ENOTCONN)
            if read:
                self.read_closed = True
                self.tell()
            if write and not self.write_closed:
                self.write_closed = True
                if self.peer is not None:
                    self.peer.read_closed = True
                    self.peer.tell()

    def close(self):
        with _lock:
            if self.closed:
                return
            self.closed = True
            del _ends[self.fd]
            if self.address and not (self.connected and self.remote == self.address):
                key = _key(self.family, self.type, self.address)
                if _bound.get(key) is self:
                    del _bound[key]
            if self.listening:
                for other in self.inbox:
                    other.close()
            peer = self.peer
            if peer is not None and self.type == SOCK_STREAM:
                peer.read_closed = True
                if self.inbox:
                    peer.reset = True
                peer.tell()
            self.inbox.clear()
            self.tell()


def join(a, b):
    """Makes them the two ends of a connection."""
    a.peer, b.peer = b, a
    a.connected = b.connected = True


def any_address(family):
    return {AF_INET: ('0.0.0.0', 0), AF_INET6: ('::', 0, 0, 0), AF_UNIX: ''}[family]


def _key(family, type, address):
    return family, type, address if family == AF_UNIX else address[:2]


def _free_port(family, type):
    global _next_port
    while True:
        port = _next_port
        _next_port = 49152 if port == 65535 else port + 1
        if not any(key[:2] == (family, type) and key[2][1:] == (port,) for key in _bound):
            return port


def _conflict(end, address):
    host, port = address[:2]
    for family, type, other in _bound:
        if (family, type) == (end.family, end.type) and other[1] == port and (
                other[0] == host or other[0] in ('0.0.0.0', '::') or host in ('0.0.0.0', '::')):
            return True
    return False


def _find(family, type, address):
    """The end that is bound there, or to all addresses."""
    if family == AF_UNIX:
        return _bound.get(_key(family, type, address)) if address else None
    host, port = address[:2]
    if host in ('0.0.0.0', '::'):
        host = '127.0.0.1' if family == AF_INET else '::1'
    wildcard = '0.0.0.0' if family == AF_INET else '::'
    for key in ((family, type, (host, port)), (family, type, (wildcard, port))):
        if key in _bound:
            return _bound[key]
    if family == AF_INET:
        # A socket bound to :: takes connections by IPv4 too.
        return _bound.get((AF_INET6, type, ('::', port)))
    return None


class Watcher:
    """Waits for one of several ends; wake() ends a wait from any thread."""

    def __init__(self):
        self._event = _thread.event()
        self._wanted = {}  # fd -> (End, events)

    def watch(self, fd, events):
        with _lock:
            end = _ends.get(fd)
            if end is None:
                raise error(errno.EBADF)
            self._wanted[fd] = end, events
            end.watchers[id(self)] = self._event

    def forget(self, fd):
        with _lock:
            entry = self._wanted.pop(fd, None)
            if entry is not None:
                entry[0].watchers.pop(id(self), None)

    def forget_all(self):
        for fd in list(self._wanted):
            self.forget(fd)

    def _ready(self):
        with _lock:
            return [(fd, got) for fd, (end, events) in self._wanted.items()
                    if not end.closed and (got := end.ready(events))]

    def wait(self, timeout):
        """A list of (fd, events); empty after the timeout or wake()."""
        found = self._ready() if self._wanted else []
        if found or timeout is not None and timeout <= 0:
            _thread.event_clear(self._event)
            return found
        deadline = None if timeout is None else time.monotonic() + timeout
        while True:
            left = None if deadline is None else max(0, deadline - time.monotonic())
            told = _thread.event_wait(self._event, left)
            _thread.event_clear(self._event)
            if not self._wanted:
                return []
            found = self._ready()
            if found or not told or self._woken:
                self._woken = False
                return found

    _woken = False

    def wake(self):
        self._woken = True
        _thread.event_set(self._event)


def wait_for(wanted, timeout):
    """wanted: {fd: events}; a list of (fd, events that are ready)."""
    watcher = Watcher()
    try:
        for fd, events in wanted.items():
            watcher.watch(fd, events)
        return watcher.wait(timeout)
    finally:
        watcher.forget_all()
