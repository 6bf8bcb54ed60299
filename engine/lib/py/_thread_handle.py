"""The part of _thread that waits for a thread by a handle."""

import _thread



class _ThreadHandle:
    """Stands for a thread that somebody may join."""

    __slots__ = ('_handle', '_done', '__weakref__')

    def __init__(self):
        self._handle = None
        self._done = False

    @property
    def ident(self):
        return 0 if self._handle is None else _thread.handle_ident(self._handle)

    def is_done(self):
        return self._done or self._handle is not None and _thread.is_done(self._handle)

    def _set_done(self):
        if self._handle is None:
            raise RuntimeError('thread not started')
        self._done = True

    def join(self, timeout=None, /):
        if self._handle is None:
            raise RuntimeError('thread not started')
        if self._done:
            return
        if self._handle is _thread.current_handle():
            raise RuntimeError('Cannot join current thread')
        if timeout is not None and timeout < 0:
            timeout = None
        _thread.join(self._handle, timeout)

    def __repr__(self):
        return f'<_ThreadHandle object: ident={self.ident}>'


def start_joinable_thread(function, handle=None, daemon=True):
    """Starts a thread and returns its handle."""
    if not callable(function):
        raise TypeError('thread function must be callable')
    if handle is None:
        handle = _ThreadHandle()
    elif type(handle) is not _ThreadHandle:
        raise TypeError("'handle' must be a _ThreadHandle")
    if handle._handle is not None:
        raise RuntimeError('thread already started')
    handle._handle = _thread.start(function, (), {}, None, bool(daemon))
    return handle


def daemon_threads_allowed():
    """Whether threads may be left behind at the end of the program."""
    return True
