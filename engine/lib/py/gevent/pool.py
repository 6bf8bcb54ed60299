"""Groups of greenlets, with a limit or without."""

__all__ = ['Group', 'Pool', 'PoolFull']

import queue
import threading
import time

from gevent.greenlet import Greenlet, GreenletExit, joinall, killall
from gevent.lock import Semaphore


class PoolFull(queue.Full):
    """The pool has no free place."""


class Group:

    greenlet_class = Greenlet

    def __init__(self, *args):
        self.greenlets = set(*args)
        self._lock = threading.Lock()

    def __len__(self):
        return len(self.greenlets)

    def __contains__(self, item):
        return item in self.greenlets

    def __iter__(self):
        return iter(list(self.greenlets))

    def add(self, greenlet):
        with self._lock:
            self.greenlets.add(greenlet)
        greenlet.link(self.discard)

    def discard(self, greenlet):
        with self._lock:
            self.greenlets.discard(greenlet)

    def start(self, greenlet):
        self.add(greenlet)
        greenlet.start()

    def spawn(self, *args, **kwargs):
        g = self.greenlet_class(*args, **kwargs)
        self.start(g)
        return g

    def join(self, timeout=None, raise_error=False):
        at = None if timeout is None else time.monotonic() + timeout
        while self.greenlets:
            left = None if at is None else at - time.monotonic()
            if left is not None and left <= 0:
                return False
            joinall(list(self.greenlets), left, raise_error)
        return True

    def kill(self, exception=GreenletExit, block=True, timeout=None):
        killall(list(self.greenlets), exception, block, timeout)

    def killone(self, greenlet, exception=GreenletExit, block=True, timeout=None):
        greenlet.kill(exception, block, timeout)

    def full(self):
        return False

    # ---- many calls

    def apply(self, func, args=None, kwds=None):
        return self.spawn(func, *(args or ()), **(kwds or {})).get()

    def apply_async(self, func, args=None, kwds=None, callback=None):
        g = self.spawn(func, *(args or ()), **(kwds or {}))
        if callback is not None:
            g.link_value(lambda done: callback(done.value))
        return g

    def map(self, func, iterable):
        return [g.get() for g in [self.spawn(func, item) for item in iterable]]

    def map_async(self, func, iterable, callback=None):
        def run():
            return [g.get() for g in [self.spawn(func, item) for item in items]]
        items = list(iterable)
        g = Greenlet.spawn(run)
        if callback is not None:
            g.link_value(lambda done: callback(done.value))
        return g

    def imap(self, func, *iterables, maxsize=None):
        started = [self.spawn(func, *args) for args in zip(*iterables)]
        for g in started:
            yield g.get()

    def imap_unordered(self, func, *iterables, maxsize=None):
        done = queue.SimpleQueue()
        count = 0
        for args in zip(*iterables):
            self.spawn(func, *args).link(done.put)
            count += 1
        for _ in range(count):
            yield done.get().get()


class Pool(Group):
    """A group of at most `size` greenlets."""

    def __init__(self, size=None, greenlet_class=None):
        if size is not None and size < 0:
            raise ValueError(f'size must not be negative: {size!r}')
        Group.__init__(self)
        self.size = size
        if greenlet_class is not None:
            self.greenlet_class = greenlet_class
        self._places = None if size is None else Semaphore(size)

    def full(self):
        return self.free_count() <= 0

    def free_count(self):
        return 1 if self.size is None else self.size - len(self)

    def wait_available(self, timeout=None):
        return 1 if self._places is None else self._places.wait(timeout)

    def add(self, greenlet, blocking=True, timeout=None):
        if self._places is not None and not self._places.acquire(blocking, timeout):
            raise PoolFull
        Group.add(self, greenlet)

    def discard(self, greenlet):
        with self._lock:
            known = greenlet in self.greenlets
            self.greenlets.discard(greenlet)
        if known and self._places is not None:
            self._places.release()
