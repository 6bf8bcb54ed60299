"""Future, and waiting for several of them.

A future's state is guarded by its condition. wait() and as_completed() put a _Waiter into each
future that is not done; whoever settles the future tells the waiters while it holds the condition.
"""

import threading
import time

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'
_AS_COMPLETED = '_AS_COMPLETED'

PENDING = 'PENDING'
RUNNING = 'RUNNING'
CANCELLED = 'CANCELLED'
CANCELLED_AND_NOTIFIED = 'CANCELLED_AND_NOTIFIED'
FINISHED = 'FINISHED'

_done_states = (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)
_notified_states = (CANCELLED_AND_NOTIFIED, FINISHED)
_shown_states = {PENDING: 'pending', RUNNING: 'running', CANCELLED: 'cancelled',
                 CANCELLED_AND_NOTIFIED: 'cancelled', FINISHED: 'finished'}


class Error(Exception):
    """Base of the exceptions of futures."""


class CancelledError(Error):
    """The future was cancelled."""


TimeoutError = TimeoutError


class InvalidStateError(Error):
    """The future is in no state in which this can be done."""


class BrokenExecutor(RuntimeError):
    """A worker has failed, so the executor can run nothing any more."""


for _cls in (Error, CancelledError, InvalidStateError):
    _cls.__module__ = 'concurrent.futures._base'


class _Waiter:
    """Counts the futures that somebody waits for; the event is set when it has been enough."""

    def __init__(self, pending, return_when):
        self.event = threading.Event()
        self.lock = threading.Lock()
        self.finished = []
        self.pending = pending
        self.return_when = return_when

    def tell(self, future, failed):
        with self.lock:
            self.finished.append(future)
            self.pending -= 1
            enough = self.return_when
            if (self.pending <= 0 or enough is _AS_COMPLETED or enough == FIRST_COMPLETED
                    or enough == FIRST_EXCEPTION and failed):
                self.event.set()


class Future:
    """The result of a call that may still be running."""

    def __init__(self):
        self._condition = threading.Condition()
        self._state = PENDING
        self._result = None
        self._exception = None
        self._waiters = []
        self._done_callbacks = []

    def __repr__(self):
        cls = self.__class__.__name__
        with self._condition:
            state = _shown_states[self._state]
            if self._state != FINISHED:
                return f'<{cls} at {id(self):#x} state={state}>'
            if self._exception is not None:
                what = f'raised {self._exception.__class__.__name__}'
            else:
                what = f'returned {self._result.__class__.__name__}'
            return f'<{cls} at {id(self):#x} state={state} {what}>'

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            try:
                callback(self)
            except Exception:
                import logging
                logging.getLogger('concurrent.futures').exception(
                    'exception calling callback for %r', self)

    def cancel(self):
        """Cancels the call unless it has begun; whether it is cancelled now."""
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        with self._condition:
            return self._state == RUNNING

    def done(self):
        with self._condition:
            return self._state in _done_states

    def add_done_callback(self, fn):
        """Calls fn(self) when the future is done; at once if it is."""
        with self._condition:
            if self._state not in _done_states:
                self._done_callbacks.append(fn)
                return
        try:
            fn(self)
        except Exception:
            import logging
            logging.getLogger('concurrent.futures').exception(
                'exception calling callback for %r', self)

    def _await_done(self, timeout):
        # REQUIRES: the condition is held.
        if self._state not in _done_states:
            self._condition.wait_for(lambda: self._state in _done_states, timeout)
        if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
            raise CancelledError()
        if self._state != FINISHED:
            raise TimeoutError()

    def result(self, timeout=None):
        """What the call returned; raises what it raised."""
        try:
            with self._condition:
                self._await_done(timeout)
                if self._exception is None:
                    return self._result
            raise self._exception
        finally:
            # The traceback of the exception leads to this frame, and it to the future again.
            self = None

    def exception(self, timeout=None):
        """What the call raised, or None."""
        with self._condition:
            self._await_done(timeout)
            return self._exception

    # ---- for executors

    def set_running_or_notify_cancel(self):
        """Whether the call may begin; False: it was cancelled."""
        with self._condition:
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                for waiter in self._waiters:
                    waiter.tell(self, False)
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            raise RuntimeError('Future in unexpected state')

    def _settle(self, result, exception):
        with self._condition:
            if self._state in _done_states:
                raise InvalidStateError(f'{self._state}: {self!r}')
            self._result = result
            self._exception = exception
            self._state = FINISHED
            for waiter in self._waiters:
                waiter.tell(self, exception is not None)
            self._condition.notify_all()
        self._invoke_callbacks()

    def set_result(self, result):
        self._settle(result, None)

    def set_exception(self, exception):
        self._settle(None, exception)

    @classmethod
    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


def _watch(futures, return_when):
    """(those that are done, a waiter for the others)"""
    waiter = _Waiter(0, return_when)
    finished = set()
    for future in futures:
        with future._condition:
            if future._state in _notified_states:
                finished.add(future)
            else:
                with waiter.lock:
                    waiter.pending += 1
                future._waiters.append(waiter)
    return finished, waiter


def _unwatch(futures, waiter):
    for future in futures:
        with future._condition:
            if waiter in future._waiters:
                future._waiters.remove(waiter)


def as_completed(fs, timeout=None):
    """The futures in the order in which they are done."""
    deadline = None if timeout is None else time.monotonic() + timeout
    futures = set(fs)
    total = len(futures)
    finished, waiter = _watch(_ordered(futures, fs), _AS_COMPLETED)
    pending = futures - finished
    finished = [future for future in _ordered(futures, fs) if future in finished]
    # What was given belongs to the caller alone.
    fs = future = None
    futures &= pending
    try:
        while finished:
            yield finished.pop(0)
        while pending:
            if deadline is None:
                waiter.event.wait()
            else:
                left = deadline - time.monotonic()
                if left < 0 or not waiter.event.wait(left) and not waiter.finished:
                    raise TimeoutError(f'{len(pending)} (of {total}) futures unfinished')
            with waiter.lock:
                finished = waiter.finished
                waiter.finished = []
                waiter.event.clear()
            for future in finished:
                pending.remove(future)
                futures.remove(future)
                with future._condition:
                    future._waiters.remove(waiter)
            future = None
            while finished:
                yield finished.pop(0)
    finally:
        _unwatch(futures, waiter)


def _ordered(futures, fs):
    """The futures, each once, in the order in which they were given."""
    if isinstance(fs, (list, tuple, dict)):
        return list(dict.fromkeys(fs))
    return list(futures)


class DoneAndNotDoneFutures(tuple):
    """(done, not_done)"""

    __slots__ = ()
    _fields = __match_args__ = ('done', 'not_done')

    def __new__(_cls, done, not_done):
        return tuple.__new__(_cls, (done, not_done))

    done = property(lambda self: self[0])
    not_done = property(lambda self: self[1])

    def __repr__(self):
        return f'DoneAndNotDoneFutures(done={self[0]!r}, not_done={self[1]!r})'


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Waits for the futures; two sets, of those that are done and those that are not."""
    fs = set(fs)
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f'Invalid return condition: {return_when!r}')
    done, waiter = _watch(fs, return_when)
    try:
        if len(done) == len(fs) or return_when == FIRST_COMPLETED and done:
            return DoneAndNotDoneFutures(done, fs - done)
        if return_when == FIRST_EXCEPTION:
            for future in done:
                if future._state == FINISHED and future._exception is not None:
                    return DoneAndNotDoneFutures(done, fs - done)
        waiter.event.wait(timeout)
    finally:
        _unwatch(fs, waiter)
    done.update(waiter.finished)
    return DoneAndNotDoneFutures(done, fs - done)


class Executor:
    """What runs calls elsewhere."""

    def submit(self, fn, /, *args, **kwargs):
        """A future for fn(*args, **kwargs)."""
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """As map(), but the calls run at the same time; results come in order."""
        deadline = None if timeout is None else time.monotonic() + timeout
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                futures.reverse()
                while futures:
                    if deadline is None:
                        yield _result_or_cancel(futures.pop())
                    else:
                        yield _result_or_cancel(futures.pop(), deadline - time.monotonic())
            finally:
                for future in futures:
                    future.cancel()

        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Takes no more calls; waits for those that there are."""

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


def _result_or_cancel(future, timeout=None):
    try:
        try:
            return future.result(timeout)
        finally:
            future.cancel()
    finally:
        future = None
