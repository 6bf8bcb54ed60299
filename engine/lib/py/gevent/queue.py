"""Queues between greenlets."""

__all__ = ['Queue', 'PriorityQueue', 'LifoQueue', 'SimpleQueue', 'JoinableQueue',
           'UnboundQueue', 'Channel', 'Empty', 'Full', 'ShutDown']

import heapq
import time
from collections import deque
from queue import Empty, Full, ShutDown

from gevent.event import Event
from gevent.hub import get_hub


class SimpleQueue:
    """First in, first out. With a maxsize, put() waits while the queue is full."""

    def __init__(self, maxsize=None, items=(), _warn_depth=2):
        self.maxsize = None if maxsize is not None and maxsize <= 0 else maxsize
        self._getters = deque()
        self._putters = deque()
        self.is_shutdown = False
        self.queue = self._make(items)

    # ---- for subclasses

    def _make(self, items):
        return deque(items)

    def _add(self, item):
        self.queue.append(item)

    def _take(self):
        return self.queue.popleft()

    def _first(self):
        return self.queue[0]

    # ----

    def __repr__(self):
        size = '' if self.maxsize is None else f' maxsize={self.maxsize}'
        return f'<{type(self).__name__} at {id(self):#x}{size} queue={self.queue!r}>'

    def __len__(self):
        return self.qsize()

    def __bool__(self):
        return True

    def qsize(self):
        return len(self.queue)

    def empty(self):
        return not self.queue

    def full(self):
        return self.maxsize is not None and self.qsize() >= self.maxsize

    def put(self, item, block=True, timeout=None):
        """Adds an item; waits for a free slot."""
        end = None if timeout is None else time.monotonic() + timeout
        while self.full() and not self.is_shutdown:
            left = None if end is None else end - time.monotonic()
            if not block or left is not None and left <= 0:
                raise Full
            get_hub().wait(self._putters, left, self._wake_putter)
        if self.is_shutdown:
            raise ShutDown
        self._add(item)
        self._wake_getter()

    def _wake_getter(self):
        get_hub().wake(self._getters, 1)

    def _wake_putter(self):
        get_hub().wake(self._putters, 1)

    def put_nowait(self, item):
        self.put(item, False)

    def _wait_for_item(self, block, timeout):
        end = None if timeout is None else time.monotonic() + timeout
        while not self.queue:
            if self.is_shutdown:
                raise ShutDown
            left = None if end is None else end - time.monotonic()
            if not block or left is not None and left <= 0:
                raise Empty
            get_hub().wait(self._getters, left, self._wake_getter)

    def get(self, block=True, timeout=None):
        """Takes an item; waits for one."""
        self._wait_for_item(block, timeout)
        item = self._take()
        self._wake_putter()
        return item

    def get_nowait(self):
        return self.get(False)

    def peek(self, block=True, timeout=None):
        """The next item, which stays there."""
        self._wait_for_item(block, timeout)
        return self._first()

    def peek_nowait(self):
        return self.peek(False)

    def shutdown(self, immediate=False):
        """Lets nothing more in; get() goes on until the queue is empty, or ends at once."""
        self.is_shutdown = True
        if immediate:
            self.queue = self._make(())
        get_hub().wake(self._getters)
        get_hub().wake(self._putters)

    def __iter__(self):
        return self

    def __next__(self):
        item = self.get()
        if item is StopIteration:
            raise item
        return item


class Queue(SimpleQueue):
    """A queue that knows when all its items have been worked on."""

    def __init__(self, maxsize=None, items=(), unfinished_tasks=None):
        super().__init__(maxsize, items)
        self.unfinished_tasks = self.qsize() if unfinished_tasks is None else unfinished_tasks
        self._finished = Event()
        if not self.unfinished_tasks:
            self._finished.set()

    def put(self, item, block=True, timeout=None):
        super().put(item, block, timeout)
        self.unfinished_tasks += 1
        self._finished.clear()

    def task_done(self):
        """Says that an item which was taken has been worked on."""
        if self.unfinished_tasks <= 0:
            raise ValueError('task_done() called too many times')
        self.unfinished_tasks -= 1
        if not self.unfinished_tasks:
            self._finished.set()

    def join(self, timeout=None):
        """Waits until every item has been worked on."""
        return self._finished.wait(timeout)


JoinableQueue = UnboundQueue = Queue


class PriorityQueue(Queue):
    """The smallest item first."""

    def _make(self, items):
        queue = list(items)
        heapq.heapify(queue)
        return queue

    def _add(self, item):
        heapq.heappush(self.queue, item)

    def _take(self):
        return heapq.heappop(self.queue)


class LifoQueue(Queue):
    """Last in, first out."""

    def _make(self, items):
        return list(items)

    def _take(self):
        return self.queue.pop()

    def _first(self):
        return self.queue[-1]


class Channel(SimpleQueue):
    """Hands an item over: put() returns when somebody has taken it."""

    def __init__(self, maxsize=1):
        super().__init__()
        self._takers = 0
        self._taken = deque()

    @property
    def balance(self):
        return len(self._taken) - self._takers

    def put(self, item, block=True, timeout=None):
        if not block and not self._takers:
            raise Full
        entry = [item]
        super().put(entry)
        if self._takers:
            return
        self._taken.append(entry)
        if not get_hub().wait(self._putters, timeout):
            if entry in self.queue:
                self.queue.remove(entry)
                raise Full

    def get(self, block=True, timeout=None):
        self._takers += 1
        try:
            self._wait_for_item(block, timeout)
        finally:
            self._takers -= 1
        entry = self._take()
        if entry in self._taken:
            self._taken.remove(entry)
            get_hub().wake(self._putters, 1)
        return entry[0]
