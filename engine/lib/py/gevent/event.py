"""Events, and results that come later."""

__all__ = ['Event', 'AsyncResult']

from collections import deque

from gevent.hub import get_hub
from gevent.timeout import Timeout


class _Linkable:
    """Has an end that greenlets wait for, and callbacks that are told of it."""

    def __init__(self):
        self._waiters = deque()
        self._links = []

    def _wait(self, timeout):
        return get_hub().wait(self._waiters, timeout)

    def _tell(self):
        hub = get_hub()
        hub.wake(self._waiters)
        links, self._links = self._links, []
        for callback in links:
            hub.call_soon(callback, self)

    def rawlink(self, callback):
        """Has the hub call it when this is ready."""
        if not callable(callback):
            raise TypeError(f'Expected callable: {callback!r}')
        if self.ready():
            get_hub().call_soon(callback, self)
        else:
            self._links.append(callback)

    def unlink(self, callback):
        if callback in self._links:
            self._links.remove(callback)


class Event(_Linkable):
    """A flag that greenlets can wait for."""

    def __init__(self):
        super().__init__()
        self._flag = False

    def __repr__(self):
        return (f'<{type(self).__name__} {"set" if self._flag else "clear"} '
                f'_links[{len(self._waiters)}]>')

    def is_set(self):
        return self._flag

    isSet = ready = is_set

    def set(self):
        self._flag = True
        self._tell()

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        """Waits until the flag is up; whether it is."""
        if not self._flag:
            return self._wait(timeout)
        return True


class AsyncResult(_Linkable):
    """A value, or an exception, that somebody will set."""

    def __init__(self):
        super().__init__()
        self._done = False
        self._value = None
        self._exc_info = ()

    def ready(self):
        return self._done

    def successful(self):
        return self._done and not self._exc_info

    @property
    def value(self):
        return self._value

    @property
    def exc_info(self):
        return self._exc_info or ()

    @property
    def exception(self):
        return self._exc_info[1] if self._exc_info else None

    def set(self, value=None):
        self._value = value
        self._exc_info = ()
        self._done = True
        self._tell()

    set_result = set

    def set_exception(self, exception, exc_info=None):
        self._exc_info = exc_info or (type(exception), exception, exception.__traceback__)
        self._done = True
        self._tell()

    def get(self, block=True, timeout=None):
        """The value; raises the exception."""
        if not self._done and (not block or not self._wait(timeout)):
            raise Timeout(timeout)
        if self._exc_info:
            raise self._exc_info[1]
        return self._value

    result = get

    def get_nowait(self):
        return self.get(block=False)

    def wait(self, timeout=None):
        """Waits until it is ready; the value, or None."""
        if not self._done:
            self._wait(timeout)
        return self._value

    def done(self):
        return self._done

    def cancel(self):
        return False

    def cancelled(self):
        return False

    def __call__(self, source):
        """As a callback of a greenlet's link()."""
        if source.successful():
            self.set(source.value)
        else:
            self.set_exception(source.exception, getattr(source, 'exc_info', None))
