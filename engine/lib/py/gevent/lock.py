"""Locks and semaphores."""

__all__ = ['Semaphore', 'BoundedSemaphore', 'RLock', 'DummySemaphore']

import threading

RLock = threading.RLock


class Semaphore:

    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self.counter = value
        self._initial = value
        self._condition = threading.Condition()

    def __repr__(self):
        return f'<{type(self).__name__} counter={self.counter}>'

    def acquire(self, blocking=True, timeout=None):
        with self._condition:
            if not blocking:
                timeout = 0
            if not self._condition.wait_for(lambda: self.counter > 0, timeout):
                return False
            self.counter -= 1
            return True

    def release(self):
        with self._condition:
            self.counter += 1
            self._condition.notify()
            return self.counter

    def locked(self):
        return self.counter <= 0

    def ready(self):
        return self.counter > 0

    def wait(self, timeout=None):
        with self._condition:
            self._condition.wait_for(lambda: self.counter > 0, timeout)
            return self.counter

    def __enter__(self):
        self.acquire()

    def __exit__(self, *details):
        self.release()


class BoundedSemaphore(Semaphore):

    def release(self):
        with self._condition:
            if self.counter >= self._initial:
                raise ValueError('Semaphore released too many times')
        return Semaphore.release(self)


class DummySemaphore:

    def acquire(self, blocking=True, timeout=None):
        return True

    def release(self):
        pass

    def locked(self):
        return False

    def __enter__(self):
        pass

    def __exit__(self, *details):
        pass
