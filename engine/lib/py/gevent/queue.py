"""Queues between greenlets."""

__all__ = ['Queue', 'PriorityQueue', 'LifoQueue', 'SimpleQueue', 'JoinableQueue', 'Channel',
           'Empty', 'Full']

import queue as _queue
from queue import Empty, Full, SimpleQueue


class _Iterating:

    def __iter__(self):
        return self

    def __next__(self):
        item = self.get()
        if item is StopIteration:
            raise item
        return item

    def peek(self, block=True, timeout=None):
        with self.not_empty:
            if block:
                if not self.not_empty.wait_for(self._qsize, timeout):
                    raise Empty
            elif not self._qsize():
                raise Empty
            return self.queue[0]

    def peek_nowait(self):
        return self.peek(False)

    def __len__(self):
        return self.qsize()

    def __bool__(self):
        return True


class Queue(_Iterating, _queue.Queue):

    def __init__(self, maxsize=None, items=()):
        _queue.Queue.__init__(self, maxsize or 0)
        for item in items:
            self.put(item)


class PriorityQueue(_Iterating, _queue.PriorityQueue):

    def __init__(self, maxsize=None, items=()):
        _queue.PriorityQueue.__init__(self, maxsize or 0)
        for item in items:
            self.put(item)


class LifoQueue(_Iterating, _queue.LifoQueue):

    def __init__(self, maxsize=None, items=()):
        _queue.LifoQueue.__init__(self, maxsize or 0)
        for item in items:
            self.put(item)


JoinableQueue = Queue


class Channel(Queue):
    """put() returns when somebody has taken the item."""

    def put(self, item, block=True, timeout=None):
        Queue.put(self, item, block, timeout)
        self.join()

    def get(self, block=True, timeout=None):
        item = Queue.get(self, block, timeout)
        self.task_done()
        return item
