"""What takes the place of threading's names when it is patched: threads are greenlets then."""

__implements__ = ['Thread', 'Timer', 'Lock', 'RLock', 'Condition', 'Semaphore',
                  'BoundedSemaphore', 'Event']

import _thread
import threading
from collections import deque

import gevent.event
import gevent.lock
from gevent.greenlet import Greenlet
from gevent.hub import get_hub

Event = gevent.event.Event
RLock = gevent.lock.RLock
_Thread = threading.Thread
_alive = set()


class Lock(gevent.lock.Semaphore):
    """Held by one greenlet at a time."""

    def __init__(self):
        super().__init__(1)

    def acquire(self, blocking=True, timeout=-1):
        return super().acquire(blocking, None if timeout == -1 else timeout)

    def release(self):
        if self.counter > 0:
            raise RuntimeError('release unlocked lock')
        super().release()

    acquire_lock = acquire
    release_lock = release

    def __enter__(self):
        return self.acquire()


class _ReleasesSeveral:

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        for _ in range(n):
            super().release()

    def __enter__(self):
        return self.acquire()


class Semaphore(_ReleasesSeveral, gevent.lock.Semaphore):
    """A counter that acquire() takes from and release() adds to."""


class BoundedSemaphore(_ReleasesSeveral, gevent.lock.BoundedSemaphore):
    """One that may not be released more often than it was acquired."""


class Condition:
    """Waits for a state that other greenlets bring about, under a lock."""

    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire = self._lock.acquire
        self.release = self._lock.release
        self._waiters = deque()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *details):
        return self._lock.__exit__(*details)

    def _check(self, what):
        owned = getattr(self._lock, '_is_owned', self._lock.locked)()
        if not owned:
            raise RuntimeError(f'cannot {what} on un-acquired lock')

    def wait(self, timeout=None):
        self._check('wait')
        is_reentrant = hasattr(self._lock, '_release_save')
        saved = self._lock._release_save() if is_reentrant else self._lock.release()
        try:
            return get_hub().wait(self._waiters, timeout)
        finally:
            if is_reentrant:
                self._lock._acquire_restore(saved)
            else:
                self._lock.acquire()

    def wait_for(self, predicate, timeout=None):
        from time import monotonic
        end = None if timeout is None else monotonic() + timeout
        result = predicate()
        while not result:
            left = None if end is None else end - monotonic()
            if left is not None and left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        self._check('notify')
        get_hub().wake(self._waiters, n)

    def notify_all(self):
        self._check('notify')
        get_hub().wake(self._waiters)

    notifyAll = notify_all


class Thread(_Thread):
    """A greenlet with the interface of a thread."""

    _greenlet = None

    def start(self):
        if not self._initialized:
            raise RuntimeError('thread.__init__() not called')
        if self._greenlet is not None:
            raise RuntimeError('threads can only be started once')
        self._greenlet = Greenlet(self._bootstrap)
        self._ident = id(self._greenlet)
        if not self.daemon:
            _alive.add(self)
        self._greenlet.start()

    def _bootstrap(self):
        _thread.set_current(self)
        try:
            self.run()
        except SystemExit:
            pass
        except BaseException as e:
            threading.excepthook(threading.ExceptHookArgs((type(e), e, e.__traceback__, self)))
        finally:
            _alive.discard(self)

    def join(self, timeout=None):
        if self._greenlet is None:
            raise RuntimeError('cannot join thread before it is started')
        if threading.current_thread() is self:
            raise RuntimeError('cannot join current thread')
        self._greenlet.join(timeout)

    def is_alive(self):
        return self._greenlet is not None and not self._greenlet.dead

    @property
    def ident(self):
        return self._ident


class Timer(Thread):
    """Calls a function after some time, unless it is cancelled."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    cancel = threading.Timer.cancel
    run = threading.Timer.run


def _join_all():
    while _alive:
        next(iter(_alive)).join()


threading._register_atexit(_join_all)
