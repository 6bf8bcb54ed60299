"""Queues for tasks of one event loop."""

__all__ = ('Queue', 'PriorityQueue', 'LifoQueue', 'QueueFull', 'QueueEmpty', 'QueueShutDown')

import heapq
from collections import deque
from types import GenericAlias

from _asyncio import new_waiter, queue_get, queue_put
from asyncio import locks, mixins


# Where these are in a queue's state.
_UNFINISHED, _IS_SHUTDOWN = 4, 5


class QueueEmpty(Exception):
    """Raised when Queue.get_nowait() is called on an empty Queue."""


class QueueFull(Exception):
    """Raised when the Queue.put_nowait() method is called on a full Queue."""


class QueueShutDown(Exception):
    """Raised when putting on to or getting from a shut-down Queue."""


class Queue(mixins._LoopBoundMixin):
    """First in, first out. With maxsize > 0, put() waits while the queue is full."""

    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters = deque()
        self._putters = deque()
        self._finished = locks.Event()
        self._finished.set()
        self._init(maxsize)
        # What natives work on, where no subclass has methods of its own.
        self._state = [getattr(self, '_queue', None), self._getters, self._putters, maxsize, 0,
                       False]
        self._short = self._state if type(self) is Queue else None

    @property
    def _unfinished_tasks(self):
        return self._state[_UNFINISHED]

    @_unfinished_tasks.setter
    def _unfinished_tasks(self, count):
        self._state[_UNFINISHED] = count

    @property
    def _is_shutdown(self):
        return self._state[_IS_SHUTDOWN]

    # ---- for subclasses

    def _init(self, maxsize):
        self._queue = deque()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)

    # ----

    def _wakeup_next(self, waiters):
        while waiters:
            waiter = waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                break

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x} {self._format()}>'

    def __str__(self):
        return f'<{type(self).__name__} {self._format()}>'

    __class_getitem__ = classmethod(GenericAlias)

    def _format(self):
        text = f'maxsize={self._maxsize!r}'
        if getattr(self, '_queue', None):
            text += f' _queue={list(self._queue)!r}'
        if self._getters:
            text += f' _getters[{len(self._getters)}]'
        if self._putters:
            text += f' _putters[{len(self._putters)}]'
        if self._unfinished_tasks:
            text += f' tasks={self._unfinished_tasks}'
        if self._is_shutdown:
            text += ' shutdown'
        return text

    def qsize(self):
        """How many items wait."""
        return len(self._queue)

    @property
    def maxsize(self):
        """How many items may wait."""
        return self._maxsize

    def empty(self):
        return not self._queue

    def full(self):
        return 0 < self._maxsize <= self.qsize()

    async def put(self, item):
        """Adds an item; waits for a free slot."""
        if queue_put(self._short, item):
            return
        while self.full():
            if self._is_shutdown:
                raise QueueShutDown
            putter = new_waiter(self._loop) or self._new_waiter()
            self._putters.append(putter)
            try:
                await putter
            except:
                putter.cancel()
                try:
                    self._putters.remove(putter)
                except ValueError:
                    # Taken out by whoever woke it.
                    pass
                if not self.full() and not putter.cancelled():
                    # The slot that was meant for this one goes to the next.
                    self._wakeup_next(self._putters)
                raise
        return self.put_nowait(item)

    def put_nowait(self, item):
        """Adds an item, or raises QueueFull."""
        if queue_put(self._short, item):
            return
        if self._is_shutdown:
            raise QueueShutDown
        if 0 < self._maxsize <= self.qsize():
            raise QueueFull
        self._put(item)
        self._state[_UNFINISHED] += 1
        if self._getters:
            self._wakeup_next(self._getters)

    async def get(self):
        """Takes an item; waits for one."""
        short = self._short
        item = queue_get(short)
        if item is not short:
            return item
        while self.empty():
            if self._is_shutdown:
                raise QueueShutDown
            getter = new_waiter(self._loop) or self._new_waiter()
            self._getters.append(getter)
            try:
                await getter
            except:
                getter.cancel()
                try:
                    self._getters.remove(getter)
                except ValueError:
                    pass
                if not self.empty() and not getter.cancelled():
                    self._wakeup_next(self._getters)
                raise
        return self.get_nowait()

    def get_nowait(self):
        """Takes an item, or raises QueueEmpty."""
        short = self._short
        item = queue_get(short)
        if item is not short:
            return item
        if self.empty():
            if self._is_shutdown:
                raise QueueShutDown
            raise QueueEmpty
        item = self._get()
        if self._putters:
            self._wakeup_next(self._putters)
        return item

    def task_done(self):
        """Says that an item which was taken has been worked on."""
        if self._unfinished_tasks <= 0:
            raise ValueError('task_done() called too many times')
        self._unfinished_tasks -= 1
        if self._unfinished_tasks == 0:
            self._finished.set()

    async def join(self):
        """Waits until every item has been worked on."""
        if self._unfinished_tasks > 0:
            self._finished.clear()
            await self._finished.wait()

    def shutdown(self, immediate=False):
        """Lets nothing more in; get() goes on until the queue is empty, or ends at once."""
        self._state[_IS_SHUTDOWN] = True
        if immediate:
            while not self.empty():
                self._get()
                if self._unfinished_tasks > 0:
                    self._unfinished_tasks -= 1
            if self._unfinished_tasks == 0:
                self._finished.set()
        while self._getters:
            getter = self._getters.popleft()
            if not getter.done():
                getter.set_result(None)
        while self._putters:
            putter = self._putters.popleft()
            if not putter.done():
                putter.set_result(None)


class PriorityQueue(Queue):
    """The smallest item first."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item, heappush=heapq.heappush):
        heappush(self._queue, item)

    def _get(self, heappop=heapq.heappop):
        return heappop(self._queue)


class LifoQueue(Queue):
    """Last in, first out."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.pop()
