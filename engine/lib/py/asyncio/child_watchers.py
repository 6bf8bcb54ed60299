"""Watchers that tell an event loop when a child process has ended."""

__all__ = ('AbstractChildWatcher', 'SafeChildWatcher', 'FastChildWatcher', 'PidfdChildWatcher',
           'MultiLoopChildWatcher', 'ThreadedChildWatcher')

import os
import signal
import threading
import warnings

from asyncio import events
from asyncio.log import logger


class AbstractChildWatcher:
    """Calls a handler for each child process that ends."""

    def __init_subclass__(cls):
        if cls.__module__ != __name__:
            warnings.warn("'AbstractChildWatcher' is deprecated as of Python 3.12 and will be "
                          'removed in Python 3.14', DeprecationWarning, stacklevel=2)

    def add_child_handler(self, pid, callback, *args):
        """Has callback(pid, returncode, *args) called when the process ends."""
        raise NotImplementedError()

    def remove_child_handler(self, pid):
        raise NotImplementedError()

    def attach_loop(self, loop):
        raise NotImplementedError()

    def close(self):
        raise NotImplementedError()

    def is_active(self):
        raise NotImplementedError()

    def __enter__(self):
        raise NotImplementedError()

    def __exit__(self, a, b, c):
        raise NotImplementedError()


class BaseChildWatcher(AbstractChildWatcher):
    """Looks after the children when SIGCHLD comes to the loop."""

    def __init__(self):
        self._loop = None
        self._callbacks = {}

    def __enter__(self):
        return self

    def __exit__(self, a, b, c):
        pass

    def close(self):
        self.attach_loop(None)

    def is_active(self):
        return self._loop is not None and self._loop.is_running()

    def attach_loop(self, loop):
        assert loop is None or isinstance(loop, events.AbstractEventLoop)
        if self._loop is not None and loop is None and self._callbacks:
            warnings.warn('A loop is being detached from a child watcher with pending handlers',
                          RuntimeWarning)
        if self._loop is not None:
            self._loop.remove_signal_handler(signal.SIGCHLD)
        self._loop = loop
        if loop is not None:
            loop.add_signal_handler(signal.SIGCHLD, self._on_signal)
            self._look_at_all()

    def _on_signal(self):
        try:
            self._look_at_all()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._loop.call_exception_handler({
                'message': 'Unknown exception in SIGCHLD handler', 'exception': exc})

    def _look_at_all(self):
        for pid in list(self._callbacks):
            self._look_at(pid)

    def _look_at(self, expected):
        ended = _ended(expected, os.WNOHANG)
        if ended is None:
            return
        handler = self._callbacks.pop(expected, None)
        if handler is None:
            logger.warning('Child watcher got an unexpected pid: %r', ended[0])
        else:
            callback, args = handler
            callback(*ended, *args)

    def remove_child_handler(self, pid):
        return self._callbacks.pop(pid, None) is not None

    def add_child_handler(self, pid, callback, *args):
        self._callbacks[pid] = callback, args
        self._look_at(pid)


def _ended(pid, options):
    """(pid, return code) of a process that has ended; None for one that runs."""
    try:
        found, status = os.waitpid(pid, options)
    except ChildProcessError:
        # Somebody else has waited for it.
        logger.warning('Unknown child process pid %d, will report returncode 255', pid)
        return pid, 255
    return None if found == 0 else (found, os.waitstatus_to_exitcode(status))


class SafeChildWatcher(BaseChildWatcher):
    """Asks for each process by its pid: it disturbs nobody else."""

    def close(self):
        self._callbacks.clear()
        super().close()


class FastChildWatcher(SafeChildWatcher):
    """The same here: asking for all processes at once would be no faster."""


class MultiLoopChildWatcher(SafeChildWatcher):
    """One that handlers of several loops share."""

    def is_active(self):
        return True


class ThreadedChildWatcher(AbstractChildWatcher):
    """Waits in a thread for each process."""

    def __init__(self):
        self._threads = {}

    def is_active(self):
        return True

    def close(self):
        pass

    def attach_loop(self, loop):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        pass

    def add_child_handler(self, pid, callback, *args):
        loop = events.get_running_loop()
        thread = threading.Thread(target=self._wait, name=f'asyncio-waitpid-{len(self._threads)}',
                                  args=(loop, pid, callback, args), daemon=True)
        self._threads[pid] = thread
        thread.start()

    def remove_child_handler(self, pid):
        # The thread goes on.
        return True

    def _wait(self, loop, pid, callback, args):
        ended = _ended(pid, 0)
        if loop.is_closed():
            logger.warning('Loop %r that handles pid %r is closed', loop, pid)
        else:
            loop.call_soon_threadsafe(callback, *ended, *args)
        self._threads.pop(pid, None)


class PidfdChildWatcher(ThreadedChildWatcher):
    """The same here: there are no descriptors of processes."""
