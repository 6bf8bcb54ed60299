"""Events and results that come later."""

__all__ = ['Event', 'AsyncResult']

import threading

from gevent.greenlet import _wait
from gevent.timeout import Timeout


class Event:

    def __init__(self):
        self._event = threading.Event()

    def is_set(self):
        return self._event.is_set()

    isSet = ready = is_set

    def set(self):
        self._event.set()

    def clear(self):
        self._event.clear()

    def wait(self, timeout=None):
        return _wait(self._event, timeout)


class AsyncResult:
    """A value, or an exception, that somebody will set."""

    def __init__(self):
        self._event = threading.Event()
        self._value = None
        self._exception = None

    def ready(self):
        return self._event.is_set()

    def successful(self):
        return self._event.is_set() and self._exception is None

    @property
    def value(self):
        return self._value

    @property
    def exception(self):
        return self._exception

    def set(self, value=None):
        self._value = value
        self._event.set()

    set_result = set

    def set_exception(self, exception, exc_info=None):
        self._exception = exception
        self._event.set()

    def get(self, block=True, timeout=None):
        if not self._event.is_set() and (not block or not _wait(self._event, timeout)):
            raise Timeout(timeout)
        if self._exception is not None:
            raise self._exception
        return self._value

    result = get

    def get_nowait(self):
        return self.get(block=False)

    def wait(self, timeout=None):
        _wait(self._event, timeout)
        return self._value

    def __call__(self, source):
        """As a callback of a greenlet's link()."""
        if source.successful():
            self.set(source.value)
        else:
            self.set_exception(source.exception)
