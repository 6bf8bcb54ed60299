"""Limits of time."""

__all__ = ['Timeout', 'with_timeout']

from gevent.hub import get_hub, getcurrent


class Timeout(BaseException):
    """Raised where the greenlet that has started it waits when the time is over."""

    def __init__(self, seconds=None, exception=None, ref=True, priority=-1):
        BaseException.__init__(self)
        self.seconds = seconds
        self.exception = exception
        self._timer = None

    @classmethod
    def start_new(cls, timeout=None, exception=None, ref=True):
        """Starts a new one, or one that there is."""
        if isinstance(timeout, Timeout):
            if not timeout.pending:
                timeout.start()
            return timeout
        new = cls(timeout, exception)
        new.start()
        return new

    def start(self):
        if self.pending:
            raise AssertionError(f'{self!r} is already started; to restart it, cancel it first')
        if self.seconds is None:
            return
        exception = self.exception
        if exception is None or exception is False or isinstance(exception, str):
            exception = self
        hub = get_hub()
        self._timer = hub.call_later(self.seconds, getcurrent().throw, exception)

    @property
    def pending(self):
        return self._timer is not None and self._timer.function is not None

    def cancel(self):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    close = cancel

    def __enter__(self):
        if not self.pending:
            self.start()
        return self

    def __exit__(self, kind, value, traceback):
        self.cancel()
        return value is self and self.exception is False

    def __repr__(self):
        pending = ' pending' if self.pending else ''
        exception = '' if self.exception is None else f' exception={self.exception!r}'
        return f'<{type(self).__name__} at {id(self):#x} seconds={self.seconds}{exception}{pending}>'

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
    """Calls the function; after that time, returns timeout_value or raises Timeout."""
    timeout = Timeout.start_new(seconds)
    try:
        return function(*args, **kwargs)
    except Timeout as e:
        if e is timeout and timeout_value is not _missing:
            return timeout_value
        raise
    finally:
        timeout.cancel()
