"""Groups of greenlets, with a limit or without."""

__all__ = ['Group', 'Pool', 'PoolFull']

from gevent.event import Event
from gevent.greenlet import Greenlet, GreenletExit, killall
from gevent.lock import Semaphore
from gevent.queue import Full, SimpleQueue


class PoolFull(Full):
    """The pool has no free place."""


class _Results:
    """Calls a function for each item in greenlets of a group; gives what they return."""

    def __init__(self, group, func, argument_lists, maxsize, is_ordered):
        self._group = group
        self._func = func
        self._arguments = argument_lists
        self._done = SimpleQueue()
        self._limit = None if maxsize is None else Semaphore(maxsize)
        self._is_ordered = is_ordered
        self._waiting = {}
        self._next = 0
        self._count = None
        self._given = 0
        self._feeder = Greenlet.spawn(self._feed)

    def _feed(self):
        count = 0
        try:
            for args in self._arguments:
                if self._limit is not None:
                    self._limit.acquire()
                self._spawn(count, args)
                count += 1
        finally:
            self._count = count
            self._done.put(None)

    def _spawn(self, index, args):
        g = self._group.spawn(self._func, *args)
        g.rawlink(lambda done: self._done.put((index, done)))

    def __iter__(self):
        return self

    def __next__(self):
        while True:
            if self._is_ordered and self._next in self._waiting:
                return self._give(self._waiting.pop(self._next))
            if self._count is not None and self._given >= self._count:
                raise StopIteration
            entry = self._done.get()
            if entry is None:
                continue
            index, g = entry
            if not self._is_ordered:
                return self._give(g)
            self._waiting[index] = g

    next = __next__

    def _give(self, g):
        self._next += 1
        self._given += 1
        if self._limit is not None:
            self._limit.release()
        return g.get()


class Group:
    """Greenlets that one can wait for together."""

    greenlet_class = Greenlet

    def __init__(self, *args):
        self.greenlets = set()
        self.dying = set()
        self._empty = Event()
        self._empty.set()
        for each in (args[0] if args else ()):
            self.add(each)

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x} {self.greenlets!r}>'

    def __len__(self):
        return len(self.greenlets)

    def __contains__(self, item):
        return item in self.greenlets

    def __iter__(self):
        return iter(list(self.greenlets))

    def add(self, greenlet):
        greenlet.rawlink(self._discard)
        self.greenlets.add(greenlet)
        self._empty.clear()

    def _discard(self, greenlet):
        self.greenlets.discard(greenlet)
        self.dying.discard(greenlet)
        if not self.greenlets:
            self._empty.set()

    def discard(self, greenlet):
        greenlet.unlink(self._discard)
        self._discard(greenlet)

    remove = discard

    def start(self, greenlet):
        """Adds a greenlet that was not started, and starts it."""
        self.add(greenlet)
        greenlet.start()

    def spawn(self, *args, **kwargs):
        """Starts a new greenlet in the group; waits while the group is full."""
        g = self.greenlet_class(*args, **kwargs)
        self.start(g)
        return g

    def join(self, timeout=None, raise_error=False):
        """Waits until the group is empty; whether it is."""
        greenlets = list(self.greenlets)
        result = self._empty.wait(timeout)
        if raise_error:
            for g in greenlets:
                if g.exception is not None:
                    raise g.exception
        return result

    def kill(self, exception=GreenletExit, block=True, timeout=None):
        killall(list(self.greenlets), exception, block, timeout)

    def killone(self, greenlet, exception=GreenletExit, block=True, timeout=None):
        if greenlet in self.greenlets:
            greenlet.kill(exception, block, timeout)

    def full(self):
        return False

    def wait_available(self, timeout=None):
        return True

    # ---- many calls

    def apply(self, func, args=None, kwds=None):
        return self.spawn(func, *(args or ()), **(kwds or {})).get()

    def apply_async(self, func, args=None, kwds=None, callback=None):
        g = self.spawn(func, *(args or ()), **(kwds or {}))
        if callback is not None:
            g.link_value(lambda done: callback(done.value))
        return g

    def apply_cb(self, func, args=None, kwds=None, callback=None):
        result = self.apply(func, args, kwds)
        if callback is not None:
            Greenlet.spawn(callback, result)
        return result

    def map(self, func, iterable):
        """What the function returns for each item, in their order."""
        return list(self.imap(func, iterable))

    def map_cb(self, func, iterable, callback=None):
        result = self.map(func, iterable)
        if callback is not None:
            callback(result)
        return result

    def map_async(self, func, iterable, callback=None):
        return Greenlet.spawn(self.map_cb, func, iterable, callback)

    def imap(self, func, *iterables, maxsize=None):
        return _Results(self, func, zip(*iterables), maxsize, True)

    def imap_unordered(self, func, *iterables, maxsize=None):
        return _Results(self, func, zip(*iterables), maxsize, False)


class Pool(Group):
    """A group of at most `size` greenlets."""

    def __init__(self, size=None, greenlet_class=None):
        if size is not None and size < 0:
            raise ValueError('size must not be negative: %r' % (size,))
        super().__init__()
        self.size = size
        if greenlet_class is not None:
            self.greenlet_class = greenlet_class
        self._semaphore = None if size is None else Semaphore(size)

    def full(self):
        return self.free_count() <= 0

    def free_count(self):
        return 1 if self.size is None else max(0, self.size - len(self))

    def wait_available(self, timeout=None):
        return 1 if self._semaphore is None else self._semaphore.wait(timeout)

    def add(self, greenlet, blocking=True, timeout=None):
        if self._semaphore is not None and not self._semaphore.acquire(blocking, timeout):
            raise PoolFull
        super().add(greenlet)

    def start(self, greenlet, blocking=True, timeout=None):
        self.add(greenlet, blocking, timeout)
        greenlet.start()

    def _discard(self, greenlet):
        known = greenlet in self.greenlets
        super()._discard(greenlet)
        if known and self._semaphore is not None:
            self._semaphore.release()
