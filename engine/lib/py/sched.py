"""Events at given times, run by one loop."""

__all__ = ['scheduler']

import heapq
import threading
import time
from itertools import count
from time import monotonic as _time


class Event(tuple):
    """When, how urgent, and what to call."""

    __slots__ = ()
    _fields = __match_args__ = ('time', 'priority', 'sequence', 'action', 'argument', 'kwargs')

    def __new__(cls, time, priority, sequence, action, argument, kwargs):
        return tuple.__new__(cls, (time, priority, sequence, action, argument, kwargs))

    time = property(lambda self: self[0])
    priority = property(lambda self: self[1])
    sequence = property(lambda self: self[2])
    action = property(lambda self: self[3])
    argument = property(lambda self: self[4])
    kwargs = property(lambda self: self[5])

    def __repr__(self):
        parts = ', '.join([f'{name}={value!r}' for name, value in zip(self._fields, self)])
        return f'Event({parts})'


_no_kwargs = object()


class scheduler:
    """Runs what was entered, each at its time."""

    def __init__(self, timefunc=_time, delayfunc=time.sleep):
        self._queue = []
        self._lock = threading.RLock()
        self._sequence = count()
        self.timefunc = timefunc
        self.delayfunc = delayfunc

    def enterabs(self, time, priority, action, argument=(), kwargs=_no_kwargs):
        """Enters an event for a point in time; it can be given to cancel()."""
        event = Event(time, priority, next(self._sequence), action, argument,
                      {} if kwargs is _no_kwargs else kwargs)
        with self._lock:
            heapq.heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=_no_kwargs):
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        with self._lock:
            self._queue.remove(event)
            heapq.heapify(self._queue)

    def empty(self):
        with self._lock:
            return not self._queue

    def run(self, blocking=True):
        """Runs events until there are none; without blocking, returns the delay to the next."""
        while True:
            with self._lock:
                if not self._queue:
                    return
                event = self._queue[0]
                now = self.timefunc()
                due = event.time <= now
                if due:
                    heapq.heappop(self._queue)
            if not due:
                if not blocking:
                    return event.time - now
                self.delayfunc(event.time - now)
                continue
            event.action(*event.argument, **event.kwargs)
            # Others may run between two events.
            self.delayfunc(0)

    @property
    def queue(self):
        """The events to come, in order."""
        with self._lock:
            return sorted(self._queue)
