"""Coroutines that a loop runs, and waiting for several of them."""

__all__ = ('Task', 'create_task', 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'wait',
           'wait_for', 'as_completed', 'sleep', 'gather', 'shield', 'ensure_future',
           'run_coroutine_threadsafe', 'current_task', 'all_tasks', 'create_eager_task_factory',
           'eager_task_factory', '_register_task', '_unregister_task', '_enter_task',
           '_leave_task')

import _asyncio
import _vm
import atexit
import concurrent.futures
import contextvars
import functools
import itertools
import math
import types
from types import CoroutineType, GenericAlias

from _asyncio import yield_once as _yield_once
from asyncio import coroutines, events, exceptions, futures, queues, timeouts

FIRST_COMPLETED = concurrent.futures.FIRST_COMPLETED
FIRST_EXCEPTION = concurrent.futures.FIRST_EXCEPTION
ALL_COMPLETED = concurrent.futures.ALL_COMPLETED

# Every task from its creation until it is done; the task that each loop is running.
_scheduled_tasks = set()
_eager_tasks = set()
_current_tasks = {}
_asyncio.set_scheduled(_scheduled_tasks)


def current_task(loop=None):
    """The task that runs, or None."""
    if loop is None:
        loop = events.get_running_loop()
    if _current_tasks:
        task = _current_tasks.get(loop)
        if task is not None:
            return task
    return _asyncio.running_task(loop)


def all_tasks(loop=None):
    """The tasks of a loop that are not done."""
    if loop is None:
        loop = events.get_running_loop()
    return {task for task in itertools.chain(_scheduled_tasks.copy(), _eager_tasks.copy())
            if futures._get_loop(task) is loop and not task.done()}


def _register_task(task):
    _scheduled_tasks.add(task)


def _register_eager_task(task):
    _eager_tasks.add(task)


def _unregister_task(task):
    _scheduled_tasks.discard(task)


_py_register_task = _c_register_task = _register_task
_py_unregister_task = _c_unregister_task = _unregister_task


def _unregister_eager_task(task):
    _eager_tasks.discard(task)


def _enter_task(loop, task):
    running = current_task(loop)
    if running is not None:
        raise RuntimeError(f'Cannot enter into task {task!r} while another task {running!r} is '
                           'being executed.')
    _current_tasks[loop] = task


def _leave_task(loop, task):
    running = _current_tasks.get(loop)
    if running is not task:
        raise RuntimeError(f'Leaving task {task!r} does not match the current task {running!r}.')
    del _current_tasks[loop]


_py_current_task = _c_current_task = current_task
_py_enter_task = _c_enter_task = _enter_task
_py_leave_task = _c_leave_task = _leave_task


def _swap_current_task(loop, task):
    previous = current_task(loop)
    if task is None or task is _asyncio.running_task(loop):
        _current_tasks.pop(loop, None)
    else:
        _current_tasks[loop] = task
    return previous


class Task(_asyncio.Task, futures.Future):
    """A coroutine wrapped in a Future.

    The engine runs the ordinary steps by itself. What is below is for the others: the first step
    after a cancellation, debug mode, loops of other classes, eager tasks.
    """

    __module__ = '_asyncio'

    # In a loop's queue a task stands for its next step, and looks like a handle.
    _cancelled = False

    def _report_pending(self):
        if self._state == futures._PENDING and self._log_destroy_pending:
            context = {'task': self, 'message': 'Task was destroyed but it is pending!'}
            if self._source_traceback:
                context['source_traceback'] = self._source_traceback
            self._loop.call_exception_handler(context)

    __class_getitem__ = classmethod(GenericAlias)

    def _repr_info(self):
        info = futures._future_repr_info(self)
        if self.cancelling() and not self.done():
            info[0] = 'cancelling'
        info.insert(1, f'name={self.get_name()!r}')
        if self._fut_waiter is not None:
            info.insert(2, f'wait_for={self._fut_waiter!r}')
        if self._coro:
            coro = coroutines._format_coroutine(self._coro)
            info.insert(2, f'coro=<{coro}>')
        return info

    def set_name(self, value):
        self._name = str(value)

    def set_result(self, result):
        raise RuntimeError('Task does not support set_result operation')

    def set_exception(self, exception):
        raise RuntimeError('Task does not support set_exception operation')

    def get_stack(self, *, limit=None):
        """The frames of the coroutine, or of the exception's traceback when it has ended."""
        from asyncio import base_tasks
        return base_tasks._task_get_stack(self, limit)

    def print_stack(self, *, limit=None, file=None):
        """Prints what get_stack() returns as a traceback."""
        from asyncio import base_tasks
        return base_tasks._task_print_stack(self, limit, file)

    def cancel(self, msg=None):
        """Has CancelledError raised in the coroutine, at the next step of the loop."""
        self._log_traceback = False
        if self.done():
            return False
        self._num_cancels_requested += 1
        if self._fut_waiter is not None:
            if self._fut_waiter.cancel(msg=msg):
                # The step after the future's end raises it.
                return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def uncancel(self):
        """Takes back one cancellation; how many are left."""
        if self._num_cancels_requested > 0:
            self._num_cancels_requested -= 1
            if self._num_cancels_requested == 0:
                self._must_cancel = False
        return self._num_cancels_requested

    def _run(self):
        try:
            self._context.run(self.__step)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._loop.call_exception_handler({
                'message': f'Exception in callback {self!r}', 'exception': exc, 'task': self})

    def _wake_up(self):
        self._loop.call_soon(self.__wakeup, self._fut_waiter, context=self._context)

    def _start(self, eager):
        if eager and self._loop.is_running():
            self.__eager_start()
        else:
            self._loop.call_soon(self.__step, context=self._context)
            _scheduled_tasks.add(self)

    def __eager_start(self):
        previous = _swap_current_task(self._loop, self)
        try:
            _register_eager_task(self)
            try:
                self._context.run(self.__step_run_and_handle_result, None)
            finally:
                _unregister_eager_task(self)
        finally:
            current = _swap_current_task(self._loop, previous)
            assert current is self
            if self.done():
                self._coro = None
                self = None
            else:
                _register_task(self)

    def __step(self, exc=None):
        if self.done():
            raise exceptions.InvalidStateError(f'__step(): already done: {self!r}, {exc!r}')
        if self._must_cancel:
            if not isinstance(exc, exceptions.CancelledError):
                exc = self._make_cancelled_error()
            self._must_cancel = False
        self._fut_waiter = None
        _enter_task(self._loop, self)
        try:
            self.__step_run_and_handle_result(exc)
        finally:
            _leave_task(self._loop, self)
            self = None

    def __step_run_and_handle_result(self, exc):
        coro = self._coro
        try:
            if exc is None:
                result = coro.send(None)
            else:
                result = coro.throw(exc)
        except StopIteration as exc:
            self._returned(exc.value)
        except BaseException as exc:
            self._failed(exc)
        else:
            self._yielded(result)
        finally:
            self = None

    def _returned(self, value):
        if self._must_cancel:
            # Cancelled in its last step.
            self._must_cancel = False
            super().cancel(msg=self._cancel_message)
        else:
            super().set_result(value)
        _scheduled_tasks.discard(self)

    def _failed(self, exc):
        _scheduled_tasks.discard(self)
        if isinstance(exc, exceptions.CancelledError):
            self._cancelled_exc = exc
            super().cancel()
            return
        if not self._callbacks and (failures := getattr(self._loop, '_failures', None)) is not None:
            # Nobody waits for it, and nobody may refer to it after this step.
            failures.append(self)
        super().set_exception(exc)
        if isinstance(exc, (KeyboardInterrupt, SystemExit)):
            raise exc

    def _yielded(self, result):
        blocking = getattr(result, '_asyncio_future_blocking', None)
        if blocking is not None:
            if futures._get_loop(result) is not self._loop:
                self.__fail(f'Task {self!r} got Future {result!r} attached to a different loop')
            elif not blocking:
                self.__fail('yield was used instead of yield from '
                            f'in task {self!r} with {result!r}')
            elif result is self:
                self.__fail(f'Task cannot await on itself: {self!r}')
            else:
                result._asyncio_future_blocking = False
                own = type(result).add_done_callback is not futures.Future.add_done_callback
                if own or not self._await(result):
                    result.add_done_callback(self.__wakeup, context=self._context)
                self._fut_waiter = result
                if self._must_cancel and self._fut_waiter.cancel(msg=self._cancel_message):
                    self._must_cancel = False
        elif result is None:
            # A bare yield: the others have a turn.
            self._loop.call_soon(self.__step, context=self._context)
        elif isinstance(result, types.GeneratorType):
            self.__fail('yield was used instead of yield from for '
                        f'generator in task {self!r} with {result!r}')
        else:
            self.__fail(f'Task got bad yield: {result!r}')

    def __fail(self, message):
        self._loop.call_soon(self.__step, RuntimeError(message), context=self._context)

    def __wakeup(self, future):
        try:
            future.result()
        except BaseException as exc:
            self.__step(exc)
        else:
            self.__step()
        self = None


def _task_init(task, coro, loop, name, context, eager_start):
    futures._future_init(task, loop)
    if task._source_traceback:
        del task._source_traceback[-1]
    if not coroutines.iscoroutine(coro):
        task._log_destroy_pending = False
        raise TypeError(f'a coroutine was expected, got {coro!r}')
    task._name = f'Task-{_asyncio.next_task_number()}' if name is None else str(name)
    task._coro = coro
    task._context = contextvars.copy_context() if context is None else context
    task._start(eager_start)


def _task_yielded(task, value):
    task._yielded(value)


def _task_returned(task, value):
    task._returned(value)


def _task_failed(task, exception):
    if isinstance(task, tuple):
        futures._callback_failed(*task, exception)
    else:
        task._failed(exception)


_vm.bind_library({function.__name__: function for function in (
    _task_init, _task_yielded, _task_returned, _task_failed)})

_PyTask = _CTask = Task


@atexit.register
def _at_exit():
    for task in list(_scheduled_tasks):
        task._report_pending()


def _create_task(coro, name, context):
    # What the native create_task() leaves to the library.
    loop = events.get_running_loop()
    if context is None:
        return loop.create_task(coro, name=name)
    return loop.create_task(coro, name=name, context=context)


_asyncio.set_classes(futures.Future, Task, _create_task)
create_task = _asyncio.create_task


def ensure_future(coro_or_future, *, loop=None):
    """A future for a coroutine or an awaitable; a future is returned as it is."""
    if futures.isfuture(coro_or_future):
        if loop is not None and loop is not futures._get_loop(coro_or_future):
            raise ValueError('The future belongs to a different loop than the one specified as '
                             'the loop argument')
        return coro_or_future
    should_close = True
    if not coroutines.iscoroutine(coro_or_future):
        import inspect
        if not inspect.isawaitable(coro_or_future):
            raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')

        async def _wrap_awaitable(awaitable):
            return await awaitable

        coro_or_future = _wrap_awaitable(coro_or_future)
        should_close = False
    if loop is None:
        loop = events.get_event_loop()
    try:
        return loop.create_task(coro_or_future)
    except RuntimeError:
        if should_close:
            coro_or_future.close()
        raise


async def sleep(delay, result=None):
    """Returns `result` after `delay` seconds."""
    if delay <= 0:
        await _yield_once()
        return result
    if math.isnan(delay):
        raise ValueError('Invalid delay: NaN (not a number)')
    loop = events.get_running_loop()
    future = loop.create_future()
    handle = loop.call_later(delay, futures._set_result_unless_cancelled, future, result)
    try:
        return await future
    finally:
        handle.cancel()


# ---- waiting for several

async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Waits for futures or tasks; two sets, of those that are done and of the others."""
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f'expect a list of futures, not {type(fs).__name__}')
    if not fs:
        raise ValueError('Set of Tasks/Futures is empty.')
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f'Invalid return_when value: {return_when}')
    fs = dict.fromkeys(fs)
    if any(coroutines.iscoroutine(f) for f in fs):
        raise TypeError('Passing coroutines is forbidden, use tasks explicitly.')
    return await _wait(fs, timeout, return_when, events.get_running_loop())


def _release_waiter(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def wait_for(fut, timeout):
    """Waits for an awaitable; after the timeout it is cancelled and TimeoutError raised."""
    if fut is not None and not futures.isfuture(fut) and not coroutines.iscoroutine(fut):
        fut = ensure_future(fut)
    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except exceptions.CancelledError as exc:
            raise TimeoutError from exc
    async with timeouts.timeout(timeout):
        return await fut


async def _wait(fs, timeout, return_when, loop):
    assert fs, 'Set of Futures is empty.'
    waiter = loop.create_future()
    timeout_handle = None
    if timeout is not None:
        timeout_handle = loop.call_later(timeout, _release_waiter, waiter)
    pending = len(fs)

    def on_completion(future):
        nonlocal pending
        pending -= 1
        if (pending <= 0 or return_when == FIRST_COMPLETED or
                return_when == FIRST_EXCEPTION and not future.cancelled() and
                future.exception() is not None):
            if timeout_handle is not None:
                timeout_handle.cancel()
            if not waiter.done():
                waiter.set_result(None)

    for future in fs:
        future.add_done_callback(on_completion)
    try:
        await waiter
    finally:
        if timeout_handle is not None:
            timeout_handle.cancel()
        for future in fs:
            future.remove_done_callback(on_completion)
    done, not_done = set(), set()
    for future in fs:
        (done if future.done() else not_done).add(future)
    return done, not_done


async def _cancel_and_wait(fut):
    """Cancels a future or task and waits until it has taken effect."""
    loop = events.get_running_loop()
    waiter = loop.create_future()
    callback = functools.partial(_release_waiter, waiter)
    fut.add_done_callback(callback)
    try:
        fut.cancel()
        await waiter
    finally:
        fut.remove_done_callback(callback)


class _AsCompletedIterator:
    """The futures as they are done: themselves (async for), or coroutines for them (for)."""

    def __init__(self, aws, timeout):
        self._done = queues.Queue()
        self._timeout_handle = None
        loop = events.get_event_loop()
        todo = {ensure_future(aw, loop=loop) for aw in set(aws)}
        for future in todo:
            future.add_done_callback(self._handle_completion)
        if todo and timeout is not None:
            self._timeout_handle = loop.call_later(timeout, self._handle_timeout)
        self._todo = todo
        self._todo_left = len(todo)

    def __aiter__(self):
        return self

    def __iter__(self):
        return self

    async def __anext__(self):
        if not self._todo_left:
            raise StopAsyncIteration
        assert self._todo_left > 0
        self._todo_left -= 1
        return await self._wait_for_one()

    def __next__(self):
        if not self._todo_left:
            raise StopIteration
        assert self._todo_left > 0
        self._todo_left -= 1
        return self._wait_for_one(resolve=True)

    def _handle_timeout(self):
        for future in self._todo:
            future.remove_done_callback(self._handle_completion)
            # None stands for "too late".
            self._done.put_nowait(None)
        self._todo.clear()

    def _handle_completion(self, future):
        if not self._todo:
            # After the timeout.
            return
        self._todo.remove(future)
        self._done.put_nowait(future)
        if not self._todo and self._timeout_handle is not None:
            self._timeout_handle.cancel()

    async def _wait_for_one(self, resolve=False):
        future = await self._done.get()
        if future is None:
            raise exceptions.TimeoutError
        return future.result() if resolve else future


def as_completed(fs, *, timeout=None):
    """Iterates over awaitables in the order in which they are done."""
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f'expect an iterable of futures, not {type(fs).__name__}')
    return _AsCompletedIterator(fs, timeout)


class _GatheringFuture(futures.Future):
    """What gather() returns: cancelling it cancels its children."""

    def __init__(self, children, *, loop):
        assert loop is not None
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        cancelled = False
        for child in self._children:
            if child.cancel(msg=msg):
                cancelled = True
        if cancelled:
            # Their end is this one's, even with return_exceptions=True.
            self._cancel_requested = True
        return cancelled


def gather(*coros_or_futures, return_exceptions=False):
    """A future for the list of the results, in the order of the arguments."""
    if not coros_or_futures:
        loop = events.get_event_loop()
        outer = loop.create_future()
        outer.set_result([])
        return outer

    loop = None
    if events._get_running_loop() is not None:
        loop = events._get_running_loop()
    children = []
    by_argument = {}
    finished = 0
    count = 0
    done_futures = []
    outer = None

    def on_done(future):
        nonlocal finished
        finished += 1
        if outer is None or outer.done():
            if not future.cancelled():
                # Looked at: it is not to be logged.
                future.exception()
            return
        if not return_exceptions:
            if future.cancelled():
                outer.set_exception(future._make_cancelled_error())
                return
            exception = future.exception()
            if exception is not None:
                outer.set_exception(exception)
                return
        if finished == count:
            results = []
            for child in children:
                if child.cancelled():
                    result = exceptions.CancelledError(
                        '' if child._cancel_message is None else child._cancel_message)
                else:
                    result = child.exception()
                    if result is None:
                        result = child.result()
                results.append(result)
            if outer._cancel_requested:
                outer.set_exception(future._make_cancelled_error())
            else:
                outer.set_result(results)

    for argument in coros_or_futures:
        if argument in by_argument:
            children.append(by_argument[argument])
            continue
        if loop is not None and type(argument) is CoroutineType:
            future = loop.create_task(argument)
        else:
            future = ensure_future(argument, loop=loop)
        if loop is None:
            loop = futures._get_loop(future)
        if future is not argument:
            # It belongs to nobody else: gather() reports it.
            future._log_destroy_pending = False
        count += 1
        by_argument[argument] = future
        if future.done():
            done_futures.append(future)
        else:
            future.add_done_callback(on_done)
        children.append(future)

    outer = _GatheringFuture(children, loop=loop)
    # Eager tasks may be done: they are told of in the order of the arguments.
    for future in done_futures:
        on_done(future)
    return outer


def shield(arg):
    """Waits for an awaitable that a cancellation of the waiter does not reach."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    loop = futures._get_loop(inner)
    outer = loop.create_future()

    def inner_done(inner):
        if outer.cancelled():
            if not inner.cancelled():
                inner.exception()
            return
        if inner.cancelled():
            outer.cancel()
        else:
            exception = inner.exception()
            if exception is not None:
                outer.set_exception(exception)
            else:
                outer.set_result(inner.result())

    def outer_done(outer):
        if not inner.done():
            inner.remove_done_callback(inner_done)

    inner.add_done_callback(inner_done)
    outer.add_done_callback(outer_done)
    return outer


def run_coroutine_threadsafe(coro, loop):
    """Starts a coroutine in the loop of another thread; a concurrent.futures.Future."""
    if not coroutines.iscoroutine(coro):
        raise TypeError('A coroutine object is required')
    future = concurrent.futures.Future()

    def callback():
        try:
            futures._chain_future(ensure_future(coro, loop=loop), future)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            if future.set_running_or_notify_cancel():
                future.set_exception(exc)
            raise

    loop.call_soon_threadsafe(callback)
    return future


def create_eager_task_factory(custom_task_constructor):
    """A factory for loop.set_task_factory() whose tasks begin at once."""

    def factory(loop, coro, *, name=None, context=None):
        return custom_task_constructor(coro, loop=loop, name=name, context=context,
                                       eager_start=True)

    return factory


eager_task_factory = create_eager_task_factory(Task)
