"""Thread-based parallelism: the threads of _thread with the interface of CPython's threading."""

import _thread
import sys as _sys
from time import monotonic as _time

__all__ = ['get_ident', 'active_count', 'Condition', 'current_thread', 'enumerate', 'main_thread',
           'TIMEOUT_MAX', 'Event', 'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Thread',
           'Barrier', 'BrokenBarrierError', 'Timer', 'ThreadError', 'setprofile', 'settrace',
           'local', 'stack_size', 'excepthook', 'ExceptHookArgs', 'getprofile', 'gettrace',
           'setprofile_all_threads', 'settrace_all_threads', 'get_native_id']

get_ident = _thread.get_ident
get_native_id = _thread.get_native_id
TIMEOUT_MAX = _thread.TIMEOUT_MAX
ThreadError = RuntimeError
Lock = _thread.LockType
_CRLock = _thread.RLock
_RLock = _PyRLock = _CRLock

_start_joinable_thread = _thread.start
_join = _thread.join
_is_done = _thread.is_done
_current = _thread.current


def RLock(*args, **kwargs):
    """A new lock that its owner may acquire again."""
    if args or kwargs:
        import warnings
        warnings.warn('Passing arguments to RLock is deprecated and will be removed in 3.15',
                      DeprecationWarning, stacklevel=2)
    return _CRLock()


class Condition:
    """Waits for a state that other threads bring about, under a lock."""

    def __init__(self, lock=None):
        if lock is None:
            lock = _CRLock()
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        # A lock of the user's own has no core to wait on: its waiters hold locks of ours.
        kind = type(lock)
        self._core = _thread.condition(lock) if kind is Lock or kind is _CRLock else None
        if self._core is None:
            self._waiters = []

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *details):
        return self._lock.__exit__(*details)

    def __repr__(self):
        n = len(self._waiters) if self._core is None else _thread.condition_waiters(self._core)
        return f'<Condition({self._lock}, {n})>'

    def _at_fork_reinit(self):
        self._lock._at_fork_reinit()

    @property
    def _release_save(self):
        return self._lock._release_save

    @property
    def _acquire_restore(self):
        return self._lock._acquire_restore

    def _is_owned(self):
        lock = self._lock
        if hasattr(lock, '_is_owned'):
            return lock._is_owned()
        if lock.acquire(False):
            lock.release()
            return False
        return True

    def wait(self, timeout=None):
        if self._core is not None:
            return _thread.condition_wait(self._core, timeout)
        return self._wait_on_foreign_lock(timeout)

    def _wait_on_foreign_lock(self, timeout):
        if not self._is_owned():
            raise RuntimeError('cannot wait on un-acquired lock')
        waiter = Lock()
        waiter.acquire()
        self._waiters.append(waiter)
        lock = self._lock
        save = getattr(lock, '_release_save', None)
        state = save() if save is not None else lock.release()
        notified = False
        try:
            if timeout is None:
                notified = waiter.acquire()
            else:
                notified = waiter.acquire(True, timeout) if timeout > 0 else waiter.acquire(False)
            return notified
        finally:
            restore = getattr(lock, '_acquire_restore', None)
            if restore is not None:
                restore(state)
            else:
                lock.acquire()
            if not notified:
                try:
                    self._waiters.remove(waiter)
                except ValueError:
                    pass

    def wait_for(self, predicate, timeout=None):
        end = None
        result = predicate()
        while not result:
            if timeout is not None:
                if end is None:
                    end = _time() + timeout
                else:
                    timeout = end - _time()
                    if timeout <= 0:
                        break
            self.wait(timeout)
            result = predicate()
        return result

    def notify(self, n=1):
        if self._core is not None:
            _thread.condition_notify(self._core, n)
            return
        if not self._is_owned():
            raise RuntimeError('cannot notify on un-acquired lock')
        waiters = self._waiters
        while waiters and n > 0:
            waiter = waiters.pop(0)
            waiter.release()
            n -= 1

    def notify_all(self):
        if self._core is not None:
            _thread.condition_notify(self._core, None)
        else:
            self.notify(len(self._waiters))

    def notifyAll(self):
        _deprecated('notifyAll() is deprecated, use notify_all() instead')
        self.notify_all()


class Semaphore:
    """A counter of permits."""

    _bounded = False

    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._core = _thread.semaphore(value, self._bounded)
        self._initial_value = value

    def __repr__(self):
        cls = self.__class__
        bound = f'/{self._initial_value}' if self._bounded else ''
        return (f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: '
                f'value={self._value}{bound}>')

    @property
    def _value(self):
        return _thread.semaphore_value(self._core)

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        return _thread.semaphore_acquire(self._core, bool(blocking), timeout)

    __enter__ = acquire

    def release(self, n=1):
        _thread.semaphore_release(self._core, n)

    def __exit__(self, t, v, tb):
        _thread.semaphore_release(self._core, 1)


class BoundedSemaphore(Semaphore):
    """A Semaphore that cannot be released more often than it was acquired."""

    _bounded = True


class Event:
    """A flag that threads wait for."""

    def __init__(self):
        self._core = _thread.event()

    def __repr__(self):
        cls = self.__class__
        status = 'set' if self.is_set() else 'unset'
        return f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: {status}>'

    def is_set(self):
        return _thread.event_is_set(self._core)

    def isSet(self):
        _deprecated('isSet() is deprecated, use is_set() instead')
        return self.is_set()

    def set(self):
        _thread.event_set(self._core)

    def clear(self):
        _thread.event_clear(self._core)

    def wait(self, timeout=None):
        return _thread.event_wait(self._core, timeout)

    def _at_fork_reinit(self):
        self._core = _thread.event()


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    """Lets a fixed number of threads wait for each other."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError('parties must be >= 1')
        self._core = _thread.barrier(parties, action is not None)
        self._parties = parties
        self._action = action
        self._timeout = timeout

    def __repr__(self):
        cls = self.__class__
        if self.broken:
            return f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: broken>'
        return (f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: '
                f'waiters={self.n_waiting}/{self.parties}>')

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        index = _thread.barrier_arrive(self._core, timeout)
        if index < -1:
            index = -2 - index
            try:
                self._action()
            except:
                _thread.barrier_finish(self._core, False)
                raise
            if _thread.barrier_finish(self._core, True) < 0:
                raise BrokenBarrierError
        elif index < 0:
            raise BrokenBarrierError
        return index

    def reset(self):
        _thread.barrier_reset(self._core)

    def abort(self):
        _thread.barrier_abort(self._core)

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return _thread.barrier_waiting(self._core)

    @property
    def broken(self):
        return _thread.barrier_broken(self._core)


def _deprecated(message):
    import warnings
    warnings.warn(message, DeprecationWarning, stacklevel=3)


class ExceptHookArgs(tuple):
    """What excepthook receives."""

    __slots__ = ()
    __match_args__ = ('exc_type', 'exc_value', 'exc_traceback', 'thread')
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])

    def __repr__(self):
        return (f'_thread._ExceptHookArgs(exc_type={self[0]!r}, exc_value={self[1]!r}, '
                f'exc_traceback={self[2]!r}, thread={self[3]!r})')


def excepthook(args, /):
    """Reports an exception that left a thread, on sys.stderr."""
    if args[0] is SystemExit:
        return
    stderr = _sys.stderr
    thread = args[3]
    if stderr is None:
        if thread is None or thread._stderr is None:
            return
        stderr = thread._stderr
    import traceback
    name = thread.name if thread is not None else get_ident()
    text = f'Exception in thread {name}:\n' + ''.join(
        traceback.format_exception(args[0], args[1], args[2]))
    stderr.write(text)
    stderr.flush()


__excepthook__ = excepthook

_names_lock = Lock()
_counter = 0
_dummy_counter = 0
_limbo = {}             # Thread -> itself: started, but not yet running
_active = {}            # ident -> Thread
_shutting_down = False  # the main thread waits for the others
_finalizing = False     # and has done so, and run the exit handlers


def _newname(template):
    global _counter
    with _names_lock:
        _counter += 1
        return template % _counter


class Thread:
    """A thread of control: start() calls run() in it."""

    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, 'group argument must be None for now'
        if kwargs is None:
            kwargs = {}
        if name:
            name = str(name)
        else:
            name = _newname('Thread-%d')
            if target is not None:
                try:
                    name += f' ({target.__name__})'
                except AttributeError:
                    pass
        self._target = target
        self._name = name
        self._args = args
        self._kwargs = kwargs
        if daemon is not None:
            self._daemonic = daemon
        else:
            self._daemonic = current_thread().daemon
        self._ident = None
        self._handle = None
        self._stderr = _sys.stderr
        self._initialized = True

    def __repr__(self):
        assert self._initialized, 'Thread.__init__() was not called'
        if self._handle is None:
            status = 'initial'
        elif _is_done(self._handle):
            status = 'stopped'
        else:
            status = 'started'
        if self._daemonic:
            status += ' daemon'
        if self._ident is not None:
            status += f' {self._ident}'
        return f'<{self.__class__.__name__}({self._name}, {status})>'

    def start(self):
        if not self._initialized:
            raise RuntimeError('thread.__init__() not called')
        with _names_lock:
            if self._handle is not None:
                raise RuntimeError('threads can only be started once')
            if _finalizing:
                raise PythonFinalizationError("can't create new thread at interpreter shutdown")
            _limbo[self] = self
            try:
                self._handle = handle = _start_joinable_thread(_bootstrap, (self,), None, self,
                                                               self._daemonic)
            except BaseException:
                del _limbo[self]
                raise
            self._ident = _thread.handle_ident(handle)

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            # A thread object may outlive its thread: what it was given need not.
            del self._target, self._args, self._kwargs

    def join(self, timeout=None):
        if not self._initialized:
            raise RuntimeError('Thread.__init__() not called')
        handle = self._handle
        if handle is None:
            raise RuntimeError('cannot join thread before it is started')
        if self is _current():
            raise RuntimeError('cannot join current thread')
        if timeout is not None and timeout < 0:
            timeout = 0
        _join(handle, timeout)

    @property
    def name(self):
        assert self._initialized, 'Thread.__init__() not called'
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, 'Thread.__init__() not called'
        self._name = str(name)

    @property
    def ident(self):
        assert self._initialized, 'Thread.__init__() not called'
        return self._ident

    @property
    def native_id(self):
        assert self._initialized, 'Thread.__init__() not called'
        return self._ident

    def is_alive(self):
        assert self._initialized, 'Thread.__init__() not called'
        handle = self._handle
        return handle is not None and not _is_done(handle)

    @property
    def daemon(self):
        assert self._initialized, 'Thread.__init__() not called'
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError('Thread.__init__() not called')
        if self._handle is not None:
            raise RuntimeError('cannot set daemon status of active thread')
        self._daemonic = daemonic

    def isDaemon(self):
        _deprecated('isDaemon() is deprecated, get the daemon attribute instead')
        return self.daemon

    def setDaemon(self, daemonic):
        _deprecated('setDaemon() is deprecated, set the daemon attribute instead')
        self.daemon = daemonic

    def getName(self):
        _deprecated('getName() is deprecated, get the name attribute instead')
        return self.name

    def setName(self, name):
        _deprecated('setName() is deprecated, set the name attribute instead')
        self.name = name


def _bootstrap(thread):
    thread._handle = _thread.current_handle()
    thread._ident = ident = get_ident()
    _active[ident] = thread
    del _limbo[thread]
    try:
        thread.run()
    except BaseException as e:
        _report(thread, e)
    finally:
        _active.pop(ident, None)


def _report(thread, e):
    if _sys is None:
        return
    hook = excepthook
    try:
        hook(ExceptHookArgs((type(e), e, e.__traceback__, thread)))
    except BaseException as inner:
        inner.__suppress_context__ = True
        stderr = _sys.stderr if _sys.stderr is not None else thread._stderr
        if stderr is not None:
            stderr.write('Exception in threading.excepthook:\n')
            stderr.flush()
        _sys.excepthook(type(inner), inner, inner.__traceback__)


class Timer(Thread):
    """Calls a function after a while, unless it is cancelled before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):

    def __init__(self):
        self._target = None
        self._name = 'MainThread'
        self._args = ()
        self._kwargs = {}
        self._daemonic = False
        self._handle = _thread.current_handle()
        self._ident = get_ident()
        self._stderr = _sys.stderr
        self._initialized = True


class _DummyThread(Thread):
    """Stands for a thread that _thread started."""

    def __init__(self):
        global _dummy_counter
        with _names_lock:
            _dummy_counter += 1
            n = _dummy_counter
        self._target = None
        self._name = f'Dummy-{n}'
        self._args = ()
        self._kwargs = {}
        self._daemonic = True
        self._handle = _thread.current_handle()
        self._ident = get_ident()
        self._stderr = _sys.stderr
        self._initialized = True
        _thread.set_current(self)
        _active[self._ident] = self

    def join(self, timeout=None):
        raise RuntimeError('cannot join a dummy thread')


def current_thread():
    thread = _current()
    return _DummyThread() if thread is None else thread


def currentThread():
    _deprecated('currentThread() is deprecated, use current_thread() instead')
    return current_thread()


def _alive():
    # A thread enters _active before it leaves _limbo, so it is seen at least once in this order.
    starting = list(_limbo.values())
    threads = list(_active.values())
    if starting:
        known = {id(t) for t in threads}
        threads += [t for t in starting if id(t) not in known]
    return [t for t in threads if t._handle is None or not _is_done(t._handle)]


def active_count():
    return len(_alive())


def activeCount():
    _deprecated('activeCount() is deprecated, use active_count() instead')
    return active_count()


def enumerate():
    return _alive()


def main_thread():
    return _main_thread


class local:
    """Attributes of which each thread has its own."""

    __slots__ = ('_arguments', '_core', '__weakref__')

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError('Initialization arguments are not supported')
        self = object.__new__(cls)
        object.__setattr__(self, '_arguments', (args, kwargs))
        object.__setattr__(self, '_core', core := _thread.thread_locals())
        # __init__ is about to run for this thread.
        _thread.locals(core)
        return self

    def __getattribute__(self, name):
        attributes = _local_dict(self)
        if name == '__dict__':
            return attributes
        if name in attributes:
            found = type(self).__dict__.get(name)
            if found is None or not hasattr(type(found), '__set__'):
                return attributes[name]
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        if name == '__dict__':
            raise AttributeError(f"{type(self).__name__!r} object attribute '__dict__' is "
                                 "read-only")
        attributes = _local_dict(self)
        descriptor = _find_data_descriptor(type(self), name)
        if descriptor is not None:
            descriptor.__set__(self, value)
            return
        attributes[name] = value

    def __delattr__(self, name):
        if name == '__dict__':
            raise AttributeError(f"{type(self).__name__!r} object attribute '__dict__' is "
                                 "read-only")
        attributes = _local_dict(self)
        descriptor = _find_data_descriptor(type(self), name)
        if descriptor is not None:
            descriptor.__delete__(self)
            return
        if name not in attributes:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'",
                                 name=name, obj=self)
        del attributes[name]


def _find_data_descriptor(cls, name):
    for base in cls.__mro__:
        found = base.__dict__.get(name)
        if found is not None:
            return found if hasattr(type(found), '__set__') else None
    return None


_core_of = local._core.__get__


def _local_dict(obj):
    attributes, made = _thread.locals(_core_of(obj))
    if made:
        cls = type(obj)
        if cls.__init__ is not object.__init__:
            args, kwargs = object.__getattribute__(obj, '_arguments')
            cls.__init__(obj, *args, **kwargs)
    return attributes


# As they are known where CPython defines them.
for _class in local, ExceptHookArgs:
    _class.__name__ = _class.__qualname__ = '_' + _class.__name__
    _class.__module__ = '_thread'
del _class


_stack_size = 0


def stack_size(size=0, /):
    """Frames live on the heap, so the size is only remembered."""
    global _stack_size
    old = _stack_size
    if size < 0:
        raise ValueError('size must be 0 or a positive value')
    if 0 < size < 32768:
        raise ValueError(f'size not valid: {size} bytes')
    _stack_size = size
    return old


# Nothing can be traced: sys refuses what is not None, also for threads to come.
def settrace(func):
    _sys.settrace(func)


def gettrace():
    return None


def setprofile(func):
    _sys.setprofile(func)


def getprofile():
    return None


settrace_all_threads = settrace
setprofile_all_threads = setprofile


_atexit_callbacks = []


def _register_atexit(func, *args, **kwargs):
    if _shutting_down:
        raise RuntimeError("can't register atexit after shutdown")
    _atexit_callbacks.append((func, args, kwargs))


def _shutdown():
    """The main thread's end: waits for the threads that are not daemons."""
    global _shutting_down
    _thread.set_done(_main_thread._handle)
    _shutting_down = True
    for func, args, kwargs in reversed(_atexit_callbacks):
        func(*args, **kwargs)
    me = current_thread()
    while True:
        waiting = [t for t in _alive() if t is not me and not t._daemonic]
        if not waiting:
            return
        for thread in waiting:
            _join(thread._handle, None)


def __getattr__(name):
    if name == '_dangling':
        from weakref import WeakSet
        return WeakSet(_active.values())
    raise AttributeError(f"module 'threading' has no attribute '{name}'", name=name,
                         obj=_sys.modules['threading'])


_main_thread = _MainThread()
_thread.set_current(_main_thread)
_active[_main_thread._ident] = _main_thread
