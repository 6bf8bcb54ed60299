"""The hub gives the greenlets of a thread their turns: one runs, until it waits for something.

Each greenlet, and the thread that has begun with gevent, is a strand: a thread of the engine that
sleeps while it is not its turn. The hub is one more thread. It takes the strands that are ready in
the order in which they have become so, and then those whose time has come.
"""

__all__ = ['Hub', 'get_hub', 'getcurrent', 'sleep', 'idle']

import _thread
import heapq
import itertools
import threading
import time
from collections import deque

from gevent.exceptions import BlockingSwitchOutError, LoopExit

_local = threading.local()
_numbers = itertools.count()


class Strand:
    """What has a turn."""

    _hub = None
    _begun = True
    _queued = False
    _thrown = None
    _dead = False

    def __init__(self):
        self._turn = _thread.allocate_lock()
        self._turn.acquire()

    @property
    def dead(self):
        return self._dead

    @property
    def parent(self):
        return self._hub

    def throw(self, *details):
        """Raises an exception where it waits."""
        self._interrupt(_exception_of(*details))

    def _interrupt(self, exception):
        if not self._dead:
            self._thrown = exception
            self._hub.make_ready(self)


def _exception_of(kind=None, value=None, traceback=None):
    if kind is None:
        from gevent.greenlet import GreenletExit
        kind = GreenletExit
    if not isinstance(kind, type):
        return kind
    if isinstance(value, BaseException):
        return value
    return kind() if value is None else kind(value)


class Timer:
    """Calls a function in the hub when it is time."""

    def __init__(self, at, function, args):
        self.at = at
        self.function = function
        self.args = args

    def cancel(self):
        self.function = None


class Hub:
    """Decides whose turn it is."""

    def __init__(self):
        self.main = Strand()
        self.main._hub = self
        self.parent = None
        self._ready = deque()
        self._timers = []
        # Strands that wait for something outside, without a turn.
        self._outside = 0
        self._came_back = deque()
        self._news = _thread.event()
        self._returned = _thread.allocate_lock()
        self._returned.acquire()
        self._thread = threading.current_thread()
        _thread.start(_run_hub, (self,), None, self._thread, True)

    def __repr__(self):
        return f'<Hub at {id(self):#x}>'

    # ---- for strands

    def make_ready(self, strand):
        """Its turn comes. For the strand that runs, and for the hub itself."""
        if not strand._queued:
            strand._queued = True
            self._ready.append(strand)

    def call_soon(self, function, *args):
        self._ready.append((function, args))

    def call_later(self, seconds, function, *args):
        timer = Timer(time.monotonic() + max(0, seconds), function, args)
        heapq.heappush(self._timers, (timer.at, next(_numbers), timer))
        return timer

    def switch(self):
        """Lets others run until this one is ready; raises what was thrown into it."""
        me = getcurrent()
        if me is self:
            raise BlockingSwitchOutError('Impossible to call blocking function in the event loop '
                                         'callback')
        self._returned.release()
        me._turn.acquire()
        thrown, me._thrown = me._thrown, None
        if thrown is not None:
            raise thrown

    def wait(self, waiters, timeout=None, pass_on=None):
        """Waits among others until it is made ready; False when that took too long.

        When something is thrown into it after it was made ready, what it was to have goes to
        somebody else: pass_on() is called.
        """
        me = getcurrent()
        timer = None
        if timeout is not None:
            timer = self.call_later(timeout, self._too_late, me, waiters)
        waiters.append(me)
        try:
            self.switch()
        except:
            if me in waiters:
                waiters.remove(me)
            elif pass_on is not None:
                pass_on()
            raise
        finally:
            if timer is not None:
                timer.cancel()
        late, me._late = getattr(me, '_late', False), False
        return not late

    def _too_late(self, strand, waiters):
        if strand in waiters:
            waiters.remove(strand)
            strand._late = True
            self.make_ready(strand)

    def wake(self, waiters, count=None):
        """Makes those who wait ready, in their order."""
        while waiters and count != 0:
            strand = waiters.popleft()
            if strand._hub is self:
                self.make_ready(strand)
            else:
                strand._hub._come_back(strand)
            if count is not None:
                count -= 1

    def outside(self, function, *args, **kwargs):
        """Calls what waits for other things than greenlets, while they go on."""
        me = getcurrent()
        if me is self:
            return function(*args, **kwargs)
        self._outside += 1
        self._returned.release()
        try:
            return function(*args, **kwargs)
        finally:
            self._come_back(me)
            me._turn.acquire()
            self._outside -= 1

    def _come_back(self, strand):
        """As make_ready(), for any thread."""
        self._came_back.append(strand)
        _thread.event_set(self._news)

    def join(self, timeout=None):
        """Waits until there is nothing left to do."""
        from gevent.greenlet import wait
        return wait(timeout=timeout)

    # ---- the hub's own thread

    def _give_turn(self, strand):
        strand._queued = False
        if strand._begun:
            strand._turn.release()
        elif not strand._begin():
            return
        self._returned.acquire()

    def _run(self):
        self._returned.acquire()
        while True:
            for _ in range(len(self._ready)):
                entry = self._ready.popleft()
                if isinstance(entry, Strand):
                    self._give_turn(entry)
                else:
                    self._call(*entry)
            while self._came_back:
                self.make_ready(self._came_back.popleft())
            timers = self._timers
            now = time.monotonic()
            while timers and (timers[0][2].function is None or timers[0][0] <= now):
                timer = heapq.heappop(timers)[2]
                if timer.function is not None:
                    self._call(timer.function, timer.args)
            if not self._ready and not self._came_back:
                self._rest()

    def _call(self, function, args):
        try:
            function(*args)
        except BaseException as error:
            from gevent.greenlet import _report
            _report(error, function)

    def _rest(self):
        timeout = None
        if self._timers:
            timeout = max(0, self._timers[0][0] - time.monotonic())
        elif not self._outside:
            self.main._interrupt(LoopExit(
                'This operation would block forever', self, 'Handles:\n[]'))
            return
        _thread.event_wait(self._news, timeout)
        _thread.event_clear(self._news)


def _run_hub(hub):
    _local.hub = hub
    _local.strand = hub
    hub._run()


def get_hub():
    """The hub of this thread."""
    try:
        return _local.hub
    except AttributeError:
        hub = _local.hub = Hub()
        _local.strand = hub.main
        return hub


def getcurrent():
    """The greenlet that runs."""
    get_hub()
    return _local.strand


def sleep(seconds=0, ref=True):
    """Lets others run for that long."""
    hub = get_hub()
    me = getcurrent()
    if seconds <= 0:
        hub.make_ready(me)
        hub.switch()
        return
    timer = hub.call_later(seconds, hub.make_ready, me)
    try:
        hub.switch()
    finally:
        timer.cancel()


def idle(priority=0):
    """Lets all others run that can."""
    sleep(0)
