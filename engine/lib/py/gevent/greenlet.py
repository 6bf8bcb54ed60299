"""Greenlets: threads with a value."""

import sys
import threading
import time


class GreenletExit(BaseException):
    """Ends a greenlet quietly; it is its value then."""


_current = threading.local()
_alive = set()
_alive_lock = threading.Lock()


class Greenlet:
    """A function that runs beside the others."""

    def __init__(self, run=None, *args, **kwargs):
        if run is not None:
            self._run = run
        self.args = args
        self.kwargs = kwargs
        self._done = threading.Event()
        self._started = False
        self._wake = threading.Condition()
        self._kill = None
        self._links = []
        self._lock = threading.Lock()
        self.value = None
        self._exc_info = None
        self._timer = None

    def _run(self):
        return None

    def run(self):
        self._main()

    @property
    def name(self):
        return f'Greenlet-{id(self) % 10000}'

    @property
    def started(self):
        return self._started

    def ready(self):
        return self._done.is_set()

    @property
    def dead(self):
        return self._done.is_set()

    def __bool__(self):
        return self._started and not self._done.is_set()

    def successful(self):
        return self._done.is_set() and self._exc_info is None

    @property
    def exception(self):
        return None if self._exc_info is None else self._exc_info[1]

    @property
    def exc_info(self):
        return self._exc_info

    def __repr__(self):
        run = getattr(self._run, '__name__', None) or repr(self._run)
        return f'<{type(self).__name__} at {id(self):#x}: {run}>'

    # ---- life

    @classmethod
    def spawn(cls, *args, **kwargs):
        g = cls(*args, **kwargs)
        g.start()
        return g

    @classmethod
    def spawn_later(cls, seconds, *args, **kwargs):
        g = cls(*args, **kwargs)
        g.start_later(seconds)
        return g

    def start(self):
        with self._lock:
            if self._started:
                return
            self._started = True
        with _alive_lock:
            _alive.add(self)
        threading.Thread(target=self._main, daemon=True).start()

    def start_later(self, seconds):
        with self._lock:
            if self._started:
                return
            self._started = True
        with _alive_lock:
            _alive.add(self)
        threading.Thread(target=self._main, args=(seconds,), daemon=True).start()

    def _main(self, delay=0):
        _current.greenlet = self
        try:
            if delay:
                _sleep(delay)
            _check_killed()
            self.value = self._run(*self.args, **self.kwargs)
        except GreenletExit as e:
            self.value = e
        except BaseException as e:
            self._exc_info = type(e), e, e.__traceback__
            if not isinstance(e, SystemExit):
                self._report(e)
        finally:
            self._done.set()
            with _alive_lock:
                _alive.discard(self)
            with self._lock:
                links, self._links = self._links, None
            for callback in links:
                self._call(callback)

    def _report(self, error):
        import traceback
        traceback.print_exception(error)
        sys.stderr.write(f'{time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())} {self!r} failed '
                         f'with {type(error).__name__}\n\n')

    def _call(self, callback):
        try:
            callback(self)
        except Exception as e:
            self._report(e)

    def join(self, timeout=None):
        _wait(self._done, timeout)

    def get(self, block=True, timeout=None):
        """What the function returned; raises what it raised."""
        if not self._done.is_set():
            if not block or not _wait(self._done, timeout):
                from gevent.timeout import Timeout
                raise Timeout(timeout)
        if self._exc_info is not None:
            raise self._exc_info[1]
        return self.value

    def kill(self, exception=GreenletExit, block=True, timeout=None):
        """Raises the exception in it, where it waits for gevent."""
        with self._lock:
            if not self._started:
                self._started = True
                self.value = exception() if isinstance(exception, type) else exception
                self._done.set()
                return
        if self._done.is_set():
            return
        with self._wake:
            self._kill = exception
            self._wake.notify_all()
        if block and _current_greenlet() is not self:
            self.join(timeout)

    def throw(self, *args):
        self.kill(args[0] if args else GreenletExit, block=False)

    def link(self, callback):
        with self._lock:
            if self._links is not None:
                self._links.append(callback)
                return
        self._call(callback)

    rawlink = link

    def unlink(self, callback):
        with self._lock:
            if self._links and callback in self._links:
                self._links.remove(callback)

    def link_value(self, callback):
        self.link(lambda g: callback(g) if g.successful() else None)

    def link_exception(self, callback):
        self.link(lambda g: None if g.successful() else callback(g))


def _current_greenlet():
    return getattr(_current, 'greenlet', None)


def getcurrent():
    found = _current_greenlet()
    return threading.current_thread() if found is None else found


def _check_killed():
    g = _current_greenlet()
    if g is not None and g._kill is not None:
        exception, g._kill = g._kill, None
        raise exception


def _limits():
    """The Timeouts of this greenlet that are running, and when the next one ends."""
    running = getattr(_current, 'timeouts', None)
    if not running:
        return None
    return min(running, key=lambda t: t._at)


def _until(seconds):
    """(when to stop waiting, the Timeout that this is)"""
    at = None if seconds is None else time.monotonic() + seconds
    limit = _limits()
    if limit is not None and (at is None or limit._at < at):
        return limit._at, limit
    return at, None


def _sleep(seconds):
    at, limit = _until(max(0, seconds))
    g = _current_greenlet()
    if g is None:
        time.sleep(max(0, at - time.monotonic()))
    else:
        with g._wake:
            g._wake.wait_for(lambda: g._kill is not None, max(0, at - time.monotonic()))
        _check_killed()
    if limit is not None:
        limit._end()


def _wait(event, seconds):
    """Waits for a threading.Event, no longer than a running Timeout allows."""
    at, limit = _until(seconds)
    _check_killed()
    while not event.is_set():
        left = None if at is None else at - time.monotonic()
        if left is not None and left <= 0:
            break
        # A kill is noticed soon.
        g = _current_greenlet()
        event.wait(left if g is None else 0.05 if left is None else min(left, 0.05))
        _check_killed()
    if not event.is_set() and limit is not None:
        limit._end()
    return event.is_set()


spawn = Greenlet.spawn
spawn_later = Greenlet.spawn_later


def spawn_raw(function, *args, **kwargs):
    return spawn(function, *args, **kwargs)


def _event_of(obj):
    return getattr(obj, '_done', None) or obj._event


def iwait(objects, timeout=None, count=None):
    """The objects as they are ready."""
    left = list(objects)
    at = None if timeout is None else time.monotonic() + timeout
    given = 0
    while left and (count is None or given < count):
        ready = [each for each in left if each.ready()]
        if not ready:
            if at is not None and time.monotonic() >= at:
                return
            _sleep(0.001)
            continue
        for each in ready:
            left.remove(each)
            given += 1
            yield each
            if count is not None and given >= count:
                return


def wait(objects=None, timeout=None, count=None):
    if objects is None:
        with _alive_lock:
            objects = [g for g in _alive if g is not _current_greenlet()]
        done = joinall(objects, timeout, count=count)
        return len(done) == len(objects)
    return list(iwait(objects, timeout, count))


def joinall(greenlets, timeout=None, raise_error=False, count=None):
    """Waits for all; the list of those that are ready."""
    greenlets = list(greenlets)
    if count is not None or raise_error:
        done = []
        for g in iwait(greenlets, timeout, count):
            if raise_error and g.exception is not None:
                raise g.exception
            done.append(g)
        return done
    at = None if timeout is None else time.monotonic() + timeout
    for g in greenlets:
        g.join(None if at is None else max(0, at - time.monotonic()))
    return [g for g in greenlets if g.ready()]


def kill(greenlet, exception=GreenletExit):
    greenlet.kill(exception, block=False)


def killall(greenlets, exception=GreenletExit, block=True, timeout=None):
    greenlets = list(greenlets)
    for g in greenlets:
        g.kill(exception, block=False)
    if block:
        joinall(greenlets, timeout)
