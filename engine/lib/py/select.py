"""Waiting for sockets."""

import _simnet

error = OSError

POLLIN, POLLPRI, POLLOUT, POLLERR, POLLHUP, POLLNVAL = 1, 2, 4, 8, 16, 32
EPOLLIN, EPOLLPRI, EPOLLOUT, EPOLLERR, EPOLLHUP = 1, 2, 4, 8, 16
EPOLLET, EPOLLONESHOT = 1 << 31, 1 << 30


def _fd(fileobj):
    if isinstance(fileobj, int):
        fd = fileobj
    else:
        method = getattr(fileobj, 'fileno', None)
        if method is None:
            raise TypeError('argument must be an int, or have a fileno() method.')
        fd = method()
    if fd < 0:
        raise ValueError(f'file descriptor cannot be a negative integer ({fd})')
    return fd


def select(rlist, wlist, xlist, timeout=None, /):
    """Waits; those of the three lists that are ready."""
    if timeout is not None and timeout < 0:
        raise ValueError('timeout must be non-negative')
    rlist, wlist, xlist = list(rlist), list(wlist), list(xlist)
    wanted = {}
    for objects, event in (rlist, _simnet.READ), (wlist, _simnet.WRITE), (xlist, 0):
        for fileobj in objects:
            fd = _fd(fileobj)
            wanted[fd] = wanted.get(fd, 0) | event
    ready = dict(_simnet.wait_for(wanted, timeout))
    return ([x for x in rlist if ready.get(_fd(x), 0) & _simnet.READ],
            [x for x in wlist if ready.get(_fd(x), 0) & _simnet.WRITE], [])


class poll:
    """Waits for registered descriptors."""

    def __init__(self):
        self._wanted = {}

    def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT, /):
        self._wanted[_fd(fd)] = eventmask

    def modify(self, fd, eventmask, /):
        fd = _fd(fd)
        if fd not in self._wanted:
            raise FileNotFoundError(2, 'No such file or directory')
        self._wanted[fd] = eventmask

    def unregister(self, fd, /):
        del self._wanted[_fd(fd)]

    def _wait(self, timeout):
        wanted = {fd: (_simnet.READ if mask & POLLIN else 0) |
                  (_simnet.WRITE if mask & POLLOUT else 0) for fd, mask in self._wanted.items()}
        return [(fd, (POLLIN if got & _simnet.READ else 0) | (POLLOUT if got & _simnet.WRITE else 0))
                for fd, got in _simnet.wait_for(wanted, timeout)]

    def poll(self, timeout=None, /):
        """Waits (milliseconds); a list of (fd, events)."""
        return self._wait(None if timeout is None or timeout < 0 else timeout / 1000)


class epoll(poll):
    """The same with epoll's names; level-triggered."""

    def __init__(self, sizehint=-1, flags=0):
        super().__init__()
        self.closed = False

    def poll(self, timeout=None, maxevents=-1):
        """Waits (seconds); a list of (fd, events)."""
        found = self._wait(None if timeout is None or timeout < 0 else timeout)
        return found if maxevents < 0 else found[:maxevents]

    def close(self):
        self.closed = True

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()
