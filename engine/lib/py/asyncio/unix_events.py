"""The loop of this platform, and the policy that makes it."""

__all__ = ('SelectorEventLoop', 'DefaultEventLoopPolicy', 'EventLoop')

import signal
import threading

from asyncio import coroutines, events, selector_events


class _UnixSelectorEventLoop(selector_events.BaseSelectorEventLoop):
    """The default loop."""

    def __init__(self, selector=None):
        super().__init__(selector)
        self._signal_handlers = {}

    def close(self):
        super().close()
        for number in list(self._signal_handlers):
            self.remove_signal_handler(number)

    def add_signal_handler(self, sig, callback, *args):
        """Has the loop call callback(*args) when the signal comes."""
        if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
            raise TypeError('coroutines cannot be used with add_signal_handler()')
        self._check_signal(sig)
        self._check_closed()
        if threading.current_thread() is not threading.main_thread():
            raise RuntimeError('set_wakeup_fd only works in main thread of the main interpreter')
        handle = events.Handle(callback, args, self, None)
        self._signal_handlers[sig] = handle
        try:
            signal.signal(sig, self._on_signal)
        except OSError as exc:
            del self._signal_handlers[sig]
            if exc.errno == 22:
                raise RuntimeError(f'sig {sig} cannot be caught') from None
            raise

    def _on_signal(self, number, frame):
        handle = self._signal_handlers.get(number)
        if handle is not None:
            self._add_callback_signalsafe(handle)

    def remove_signal_handler(self, sig):
        """Takes the handler of a signal away; whether there was one."""
        self._check_signal(sig)
        if self._signal_handlers.pop(sig, None) is None:
            return False
        if threading.current_thread() is threading.main_thread():
            signal.signal(sig, signal.default_int_handler if sig == signal.SIGINT
                          else signal.SIG_DFL)
        return True

    def _check_signal(self, sig):
        if not isinstance(sig, int):
            raise TypeError(f'sig must be an int, not {sig!r}')
        if sig not in signal.valid_signals():
            raise ValueError(f'invalid signal number {sig}')


class _UnixDefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    """Makes the default loops."""

    _loop_factory = _UnixSelectorEventLoop

    def __init__(self):
        super().__init__()
        self._watcher = None

    def set_event_loop(self, loop):
        super().set_event_loop(loop)
        if (self._watcher is not None and
                threading.current_thread() is threading.main_thread()):
            self._watcher.attach_loop(loop)

    def get_child_watcher(self):
        """What tells the loops of the ends of child processes."""
        if self._watcher is None:
            from asyncio import child_watchers
            self._watcher = child_watchers.ThreadedChildWatcher()
        _deprecated('get_child_watcher')
        return self._watcher

    def set_child_watcher(self, watcher):
        if self._watcher is not None:
            self._watcher.close()
        self._watcher = watcher
        _deprecated('set_child_watcher')


def _deprecated(name):
    import warnings
    warnings.warn(f'{name!r} is deprecated as of Python 3.12 and will be removed in Python 3.14.',
                  DeprecationWarning, stacklevel=3)


SelectorEventLoop = _UnixSelectorEventLoop
DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
EventLoop = SelectorEventLoop
