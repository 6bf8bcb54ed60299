"""Locks and semaphores."""

__all__ = ['Semaphore', 'BoundedSemaphore', 'RLock', 'DummySemaphore']

from collections import deque

from gevent.hub import get_hub, getcurrent


class Semaphore:
    """A counter that acquire() takes from and release() adds to."""

    def __init__(self, value=1, hub=None):
        if value is None:
            value = 1
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self.counter = value
        self._waiters = deque()
        self._links = []

    def __repr__(self):
        return (f'<{type(self).__name__} at {id(self):#x} counter={self.counter} '
                f'_links[{len(self._waiters)}]>')

    def acquire(self, blocking=True, timeout=None):
        """Takes one; waits while there is none."""
        if self.counter > 0:
            self.counter -= 1
            return True
        if not blocking or timeout is not None and timeout == 0:
            return False
        if timeout is not None and timeout < 0:
            timeout = None
        # Whoever releases it hands it over.
        return get_hub().wait(self._waiters, timeout, self.release)

    def release(self):
        """Adds one, or hands it to the first who waits."""
        if self._waiters:
            get_hub().wake(self._waiters, 1)
        else:
            self.counter += 1
            if self._links:
                links, self._links = self._links, []
                for callback in links:
                    get_hub().call_soon(callback, self)
        return self.counter

    def locked(self):
        return self.counter <= 0

    def ready(self):
        return self.counter > 0

    def rawlink(self, callback):
        if self.ready():
            get_hub().call_soon(callback, self)
        else:
            self._links.append(callback)

    def unlink(self, callback):
        if callback in self._links:
            self._links.remove(callback)

    def wait(self, timeout=None):
        """Waits until acquire() would not wait; the counter."""
        if self.acquire(timeout=timeout):
            Semaphore.release(self)
        return self.counter

    def __enter__(self):
        self.acquire()

    def __exit__(self, *details):
        self.release()


class BoundedSemaphore(Semaphore):
    """One that may not be released more often than it was acquired."""

    _OVER_RELEASE_ERROR = ValueError

    def __init__(self, value=1, hub=None):
        super().__init__(value, hub)
        self._initial_value = self.counter

    def release(self):
        if self.counter >= self._initial_value:
            raise self._OVER_RELEASE_ERROR('Semaphore released too many times')
        return super().release()


class RLock:
    """A lock that its owner may acquire again."""

    def __init__(self, hub=None):
        self._block = Semaphore(1)
        self._owner = None
        self._count = 0

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x} _count={self._count} owner={self._owner!r}>'

    def acquire(self, blocking=True, timeout=None):
        me = getcurrent()
        if self._owner is me:
            self._count += 1
            return 1
        if not self._block.acquire(blocking, timeout):
            return False
        self._owner = me
        self._count = 1
        return True

    def release(self):
        if self._owner is not getcurrent():
            raise RuntimeError('cannot release un-acquired lock')
        self._count -= 1
        if not self._count:
            self._owner = None
            self._block.release()

    def locked(self):
        return self._owner is not None

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *details):
        self.release()

    # ---- for threading.Condition

    def _release_save(self):
        saved = self._count, self._owner
        self._count = 0
        self._owner = None
        self._block.release()
        return saved

    def _acquire_restore(self, saved):
        self._block.acquire()
        self._count, self._owner = saved

    def _is_owned(self):
        return self._owner is getcurrent()


class DummySemaphore:
    """Has always one more."""

    def __init__(self, value=None):
        pass

    def acquire(self, blocking=True, timeout=None):
        return True

    def release(self):
        pass

    def locked(self):
        return False

    def ready(self):
        return True

    def wait(self, timeout=None):
        return 1

    def __enter__(self):
        pass

    def __exit__(self, *details):
        pass
