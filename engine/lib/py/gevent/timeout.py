"""Limits of time."""

import time

from gevent import greenlet as _greenlet


class Timeout(BaseException):
    """Raised where a greenlet waits for gevent when its time is over."""

    def __init__(self, seconds=None, exception=None, ref=True, priority=-1):
        BaseException.__init__(self)
        self.seconds = seconds
        self.exception = exception
        self._at = None

    @classmethod
    def start_new(cls, timeout=None, exception=None, ref=True):
        if isinstance(timeout, Timeout):
            timeout.start()
            return timeout
        new = cls(timeout, exception)
        new.start()
        return new

    def start(self):
        if self.seconds is None:
            return
        self._at = time.monotonic() + self.seconds
        running = getattr(_greenlet._current, 'timeouts', None)
        if running is None:
            running = _greenlet._current.timeouts = []
        running.append(self)

    @property
    def pending(self):
        return self._at is not None

    def cancel(self):
        if self._at is not None:
            self._at = None
            running = getattr(_greenlet._current, 'timeouts', [])
            if self in running:
                running.remove(self)

    close = cancel

    def _end(self):
        self.cancel()
        if self.exception is None or self.exception is False or isinstance(self.exception, str):
            raise self
        raise self.exception

    def __enter__(self):
        if self._at is None:
            self.start()
        return self

    def __exit__(self, kind, value, traceback):
        self.cancel()
        return value is self and self.exception is False

    def __str__(self):
        if self.seconds is None:
            return ''
        suffix = '' if self.seconds == 1 else 's'
        if self.exception is None:
            return f'{self.seconds} second{suffix}'
        if self.exception is False:
            return f'{self.seconds} second{suffix} (silent)'
        return f'{self.seconds} second{suffix}: {self.exception}'


_missing = object()


def with_timeout(seconds, function, *args, timeout_value=_missing, **kwargs):
    timeout = Timeout.start_new(seconds)
    try:
        return function(*args, **kwargs)
    except Timeout as e:
        if e is timeout and timeout_value is not _missing:
            return timeout_value
        raise
    finally:
        timeout.cancel()
