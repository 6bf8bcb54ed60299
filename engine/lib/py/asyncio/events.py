"""The event loop's interface, handles, and which loop belongs to whom."""

__all__ = ('AbstractEventLoopPolicy', 'AbstractEventLoop', 'AbstractServer', 'Handle',
           'TimerHandle', 'get_event_loop_policy', 'set_event_loop_policy', 'get_event_loop',
           'set_event_loop', 'new_event_loop', 'get_child_watcher', 'set_child_watcher',
           '_set_running_loop', 'get_running_loop', '_get_running_loop')

import contextvars
import sys
import threading

from _asyncio import _get_running_loop, _set_running_loop, get_running_loop
from asyncio import format_helpers


class Handle:
    """A callback that the loop is to call."""

    __slots__ = ('_callback', '_args', '_cancelled', '_loop', '_source_traceback', '_repr',
                 '__weakref__', '_context')

    def __init__(self, callback, args, loop, context=None):
        self._context = contextvars.copy_context() if context is None else context
        self._loop = loop
        self._callback = callback
        self._args = args
        self._cancelled = False
        self._repr = None
        if loop.get_debug():
            self._source_traceback = format_helpers.extract_stack(sys._getframe(1))
        else:
            self._source_traceback = None

    def _repr_info(self):
        info = [type(self).__name__]
        if self._cancelled:
            info.append('cancelled')
        if self._callback is not None:
            info.append(format_helpers._format_callback_source(
                self._callback, self._args, debug=self._loop.get_debug()))
        if self._source_traceback:
            frame = self._source_traceback[-1]
            info.append(f'created at {frame[0]}:{frame[1]}')
        return info

    def __repr__(self):
        if self._repr is not None:
            return self._repr
        return f'<{" ".join(self._repr_info())}>'

    def get_context(self):
        return self._context

    def cancel(self):
        """The callback will not be called."""
        if not self._cancelled:
            self._cancelled = True
            if self._loop.get_debug():
                # What it was, before it is forgotten.
                self._repr = repr(self)
            self._callback = None
            self._args = None

    def cancelled(self):
        return self._cancelled

    def _run(self):
        try:
            self._context.run(self._callback, *self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._report(exc)
        self = None

    def _report(self, exc):
        callback = format_helpers._format_callback_source(
            self._callback, self._args, debug=self._loop.get_debug())
        context = {
            'message': f'Exception in callback {callback}',
            'exception': exc,
            'handle': self,
        }
        if self._source_traceback:
            context['source_traceback'] = self._source_traceback
        self._loop.call_exception_handler(context)


class _ThreadSafeHandle(Handle):
    """A Handle that another thread may cancel."""

    __slots__ = ('_lock',)

    def __init__(self, callback, args, loop, context=None):
        super().__init__(callback, args, loop, context)
        self._lock = threading.RLock()

    def cancel(self):
        with self._lock:
            return super().cancel()

    def cancelled(self):
        with self._lock:
            return super().cancelled()

    def _run(self):
        # The callback may not vanish between the check and the call.
        with self._lock:
            if self._cancelled:
                return
            return super()._run()


class TimerHandle(Handle):
    """A callback with a time."""

    __slots__ = ('_scheduled', '_when')

    def __init__(self, when, callback, args, loop, context=None):
        super().__init__(callback, args, loop, context)
        if self._source_traceback:
            del self._source_traceback[-1]
        self._when = when
        self._scheduled = False

    def _repr_info(self):
        info = super()._repr_info()
        info.insert(2 if self._cancelled else 1, f'when={self._when}')
        return info

    def __hash__(self):
        return hash(self._when)

    def __lt__(self, other):
        if isinstance(other, TimerHandle):
            return self._when < other._when
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, TimerHandle):
            return self._when < other._when or self.__eq__(other)
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, TimerHandle):
            return self._when > other._when
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, TimerHandle):
            return self._when > other._when or self.__eq__(other)
        return NotImplemented

    def __eq__(self, other):
        if isinstance(other, TimerHandle):
            return (self._when == other._when and self._callback == other._callback and
                    self._args == other._args and self._cancelled == other._cancelled)
        return NotImplemented

    def cancel(self):
        if not self._cancelled:
            self._loop._timer_handle_cancelled(self)
        super().cancel()

    def when(self):
        """The time, by the loop's clock."""
        return self._when


def _abstract(*names):
    """Adds methods that raise NotImplementedError."""
    def make(name, is_async):
        if is_async:
            async def method(self, *args, **kwargs):
                raise NotImplementedError
        else:
            def method(self, *args, **kwargs):
                raise NotImplementedError
        method.__name__ = name
        return method

    def decorate(cls):
        for name in names:
            is_async = name.startswith('async ')
            name = name.removeprefix('async ')
            method = make(name, is_async)
            method.__qualname__ = f'{cls.__qualname__}.{name}'
            setattr(cls, name, method)
        return cls

    return decorate


@_abstract('close', 'get_loop', 'is_serving', 'async start_serving', 'async serve_forever',
           'async wait_closed', 'close_clients', 'abort_clients')
class AbstractServer:
    """What create_server() makes."""

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


@_abstract(
    'run_forever', 'run_until_complete', 'stop', 'is_running', 'is_closed', 'close',
    'async shutdown_asyncgens', 'async shutdown_default_executor', '_timer_handle_cancelled',
    'call_at', 'time', 'create_future', 'create_task', 'call_soon_threadsafe', 'run_in_executor',
    'set_default_executor', 'async getaddrinfo', 'async getnameinfo', 'async create_connection',
    'async create_server', 'async start_tls', 'async create_unix_connection',
    'async create_unix_server', 'async connect_accepted_socket', 'async create_datagram_endpoint',
    'async sendfile', 'async connect_read_pipe', 'async connect_write_pipe',
    'async subprocess_shell', 'async subprocess_exec', 'add_reader', 'remove_reader', 'add_writer',
    'remove_writer', 'async sock_recv', 'async sock_recv_into', 'async sock_recvfrom',
    'async sock_recvfrom_into', 'async sock_sendall', 'async sock_sendto', 'async sock_connect',
    'async sock_accept', 'async sock_sendfile', 'add_signal_handler', 'remove_signal_handler',
    'set_task_factory', 'get_task_factory', 'get_exception_handler', 'set_exception_handler',
    'default_exception_handler', 'call_exception_handler', 'get_debug', 'set_debug')
class AbstractEventLoop:
    """What every event loop can do."""

    def call_soon(self, callback, *args, context=None):
        return self.call_later(0, callback, *args, context=context)

    def call_later(self, delay, callback, *args, context=None):
        raise NotImplementedError


class AbstractEventLoopPolicy:
    """Which loop a thread has, and how new ones are made."""

    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError

    def get_child_watcher(self):
        raise NotImplementedError

    def set_child_watcher(self, watcher):
        raise NotImplementedError


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """One loop for each thread; the main thread's is made when it is first asked for."""

    _loop_factory = None

    class _Local(threading.local):
        _loop = None
        _set_called = False

    def __init__(self):
        self._local = self._Local()

    def get_event_loop(self):
        if (self._local._loop is None and not self._local._set_called and
                threading.current_thread() is threading.main_thread()):
            # The warning is for whoever called, behind the frames of asyncio.
            stacklevel = 2
            frame = sys._getframe(1)
            while frame is not None:
                module = frame.f_globals.get('__name__')
                if not (module == 'asyncio' or module.startswith('asyncio.')):
                    break
                frame = frame.f_back
                stacklevel += 1
            import warnings
            warnings.warn('There is no current event loop', DeprecationWarning,
                          stacklevel=stacklevel)
            self.set_event_loop(self.new_event_loop())
        if self._local._loop is None:
            raise RuntimeError(
                f'There is no current event loop in thread {threading.current_thread().name!r}.')
        return self._local._loop

    def set_event_loop(self, loop):
        self._local._set_called = True
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError('loop must be an instance of AbstractEventLoop or None, '
                            f"not '{type(loop).__name__}'")
        self._local._loop = loop

    def new_event_loop(self):
        return self._loop_factory()


_event_loop_policy = None
_lock = threading.Lock()


def _init_event_loop_policy():
    global _event_loop_policy
    with _lock:
        if _event_loop_policy is None:
            from asyncio import DefaultEventLoopPolicy
            _event_loop_policy = DefaultEventLoopPolicy()


def get_event_loop_policy():
    """The present policy."""
    if _event_loop_policy is None:
        _init_event_loop_policy()
    return _event_loop_policy


def set_event_loop_policy(policy):
    """Sets the policy; None for the default one."""
    global _event_loop_policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError('policy must be an instance of AbstractEventLoopPolicy or None, '
                        f"not '{type(policy).__name__}'")
    _event_loop_policy = policy


def get_event_loop():
    """The loop that runs, or else the thread's."""
    loop = _get_running_loop()
    if loop is not None:
        return loop
    return get_event_loop_policy().get_event_loop()


def set_event_loop(loop):
    """Makes it the thread's loop."""
    get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    """A new loop, as the policy makes it."""
    return get_event_loop_policy().new_event_loop()


def get_child_watcher():
    return get_event_loop_policy().get_child_watcher()


def set_child_watcher(watcher):
    return get_event_loop_policy().set_child_watcher(watcher)


# CPython has each of these twice, and its tests look for both.
_py__get_running_loop = _c__get_running_loop = _get_running_loop
_py__set_running_loop = _c__set_running_loop = _set_running_loop
_py_get_running_loop = _c_get_running_loop = get_running_loop
_py_get_event_loop = _c_get_event_loop = get_event_loop
