"""Greenlets: functions that take turns."""

__all__ = ['Greenlet', 'GreenletExit', 'spawn', 'spawn_later', 'spawn_raw', 'joinall', 'killall',
           'kill', 'wait', 'iwait']

import _thread
import reprlib
import sys
import time
from collections import deque

from gevent.hub import Strand, _exception_of, _local, get_hub, getcurrent


class GreenletExit(BaseException):
    """Ends a greenlet quietly; it is its value then."""


_alive = set()
_count = 0


def _report(error, what):
    import traceback
    traceback.print_exception(error)
    stamp = time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime())
    sys.stderr.write(f'{stamp} {what!r} failed with {type(error).__name__}\n\n')


class Greenlet(Strand):
    """A function that runs when the others wait."""

    _begun = False

    def __init__(self, run=None, *args, **kwargs):
        global _count
        super().__init__()
        if run is not None:
            if not callable(run):
                raise TypeError('The run argument or self._run must be callable')
            self._run = run
        self.args = args
        self.kwargs = kwargs
        self.value = None
        self.minimal_ident = _count
        self.name = f'Greenlet-{_count}'
        _count += 1
        self._hub = get_hub()
        self._start_timer = None
        self._started = False
        self._exc_info = ()
        self._links = []
        self._waiters = deque()

    def _run(self):
        return None

    def run(self):
        """What the hub's turn begins."""
        try:
            self.value = self._run(*self.args, **self.kwargs)
        except GreenletExit as exc:
            self.value = exc
        except BaseException as exc:
            self._exc_info = type(exc), exc, exc.__traceback__
            if not isinstance(exc, SystemExit):
                _report(exc, self)
        self._finish()

    @property
    def loop(self):
        return self._hub

    @property
    def started(self):
        return self._started

    def ready(self):
        """Whether it has ended."""
        return self._dead

    def successful(self):
        return self._dead and not self._exc_info

    @property
    def exception(self):
        return self._exc_info[1] if self._exc_info else None

    @property
    def exc_info(self):
        return self._exc_info or (None, None, None)

    def __bool__(self):
        return self._started and not self._dead

    def __repr__(self):
        return f'<{type(self).__name__} "{self.name}" at {id(self):#x}{self._formatted()}>'

    def _formatted(self):
        if '_run' not in self.__dict__:
            return ': _run'
        name = getattr(self._run, '__name__', None) or repr(self._run)
        shown = [reprlib.repr(arg) for arg in self.args]
        shown += [f'{key}={reprlib.repr(value)}' for key, value in self.kwargs.items()]
        return f': {name}({", ".join(shown)})' if shown else f': {name}'

    # ---- life

    @classmethod
    def spawn(cls, *args, **kwargs):
        """Makes one and starts it."""
        new = cls(*args, **kwargs)
        new.start()
        return new

    @classmethod
    def spawn_later(cls, seconds, *args, **kwargs):
        new = cls(*args, **kwargs)
        new.start_later(seconds)
        return new

    def start(self):
        """Its turn comes when the others wait."""
        if not self._started and not self._dead:
            self._started = True
            _alive.add(self)
            self._hub.make_ready(self)

    def start_later(self, seconds):
        if not self._started and not self._dead:
            self._started = True
            _alive.add(self)
            self._start_timer = self._hub.call_later(seconds, self._hub.make_ready, self)

    def _begin(self):
        if self._dead:
            return False
        if self._thrown is not None:
            self._end_with(self._thrown)
            return False
        self._begun = True
        _thread.start(_run_greenlet, (self,), None, self._hub._thread, True)
        return True

    def _end_with(self, exception):
        # It never began.
        if isinstance(exception, GreenletExit):
            self.value = exception
        else:
            self._exc_info = type(exception), exception, exception.__traceback__
            _report(exception, self)
        self._finish()

    def _finish(self):
        self._dead = True
        _alive.discard(self)
        if self._start_timer is not None:
            self._start_timer.cancel()
        self._hub.wake(self._waiters)
        links, self._links = self._links, None
        for callback in links:
            self._hub.call_soon(callback, self)

    def join(self, timeout=None):
        """Waits until it has ended."""
        if not self._dead:
            get_hub().wait(self._waiters, timeout)

    def get(self, block=True, timeout=None):
        """What the function returned; raises what it raised."""
        if not self._dead and block:
            self.join(timeout)
        if not self._dead:
            from gevent.timeout import Timeout
            raise Timeout(timeout)
        if self._exc_info:
            raise self._exc_info[1]
        return self.value

    def kill(self, exception=GreenletExit, block=True, timeout=None):
        """Raises the exception in it."""
        if self._dead:
            return
        if not self._started:
            self._started = True
        exception = _exception_of(exception)
        if not self._begun:
            self._end_with(exception)
            return
        self._interrupt(exception)
        if block and getcurrent() is not self:
            self.join(timeout)

    # ---- who is told

    def rawlink(self, callback):
        """Has the hub call it when this one has ended."""
        if not callable(callback):
            raise TypeError(f'Expected callable: {callback!r}')
        if self._links is None:
            self._hub.call_soon(callback, self)
        else:
            self._links.append(callback)

    def link(self, callback, SpawnedLink=None):
        self.rawlink(callback)

    def unlink(self, callback):
        if self._links and callback in self._links:
            self._links.remove(callback)

    def link_value(self, callback, SpawnedLink=None):
        self.rawlink(lambda source: callback(source) if source.successful() else None)

    def link_exception(self, callback, SpawnedLink=None):
        self.rawlink(lambda source: None if source.successful() else callback(source))


def _run_greenlet(greenlet):
    hub = greenlet._hub
    _local.hub = hub
    _local.strand = greenlet
    try:
        greenlet.run()
    finally:
        hub._returned.release()


spawn = Greenlet.spawn
spawn_later = Greenlet.spawn_later


def spawn_raw(function, *args, **kwargs):
    return spawn(function, *args, **kwargs)


# ---- several

def iwait(objects, timeout=None, count=None):
    """The objects as they are ready."""
    hub = get_hub()
    objects = list(objects)
    count = len(objects) if count is None else min(count, len(objects))
    end = None if timeout is None else time.monotonic() + timeout
    done = deque()
    waiting = deque()

    def tell(source):
        done.append(source)
        hub.wake(waiting)

    for each in objects:
        each.rawlink(tell)
    try:
        for _ in range(count):
            while not done:
                left = None if end is None else end - time.monotonic()
                if left is not None and left <= 0 or not hub.wait(waiting, left) and not done:
                    return
            yield done.popleft()
    finally:
        for each in objects:
            each.unlink(tell)


def wait(objects=None, timeout=None, count=None):
    """Waits for objects that have ready(); without any, for everything."""
    if objects is not None:
        return list(iwait(objects, timeout, count))
    end = None if timeout is None else time.monotonic() + timeout
    while True:
        others = [each for each in _alive if each is not getcurrent()]
        if not others:
            return True
        left = None if end is None else end - time.monotonic()
        if left is not None and left <= 0:
            return False
        joinall(others, left)


def joinall(greenlets, timeout=None, raise_error=False, count=None):
    """Waits for all; a list of those that have ended."""
    done = []
    for each in iwait(greenlets, timeout, count):
        if raise_error and each.exception is not None:
            raise each.exception
        done.append(each)
    return done


def kill(greenlet, exception=GreenletExit):
    """Has the exception raised in it; does not wait for that."""
    greenlet.kill(exception, block=False)


def killall(greenlets, exception=GreenletExit, block=True, timeout=None):
    greenlets = list(greenlets)
    for each in greenlets:
        each.kill(exception, block=False)
    if block:
        joinall(greenlets, timeout)
