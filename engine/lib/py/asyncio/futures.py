"""A result that is not there yet."""

__all__ = ('Future', 'wrap_future', 'isfuture')

import _asyncio
import _vm
import concurrent.futures
import sys
from types import GenericAlias

from asyncio import events, exceptions, format_helpers

_PENDING = 'PENDING'
_CANCELLED = 'CANCELLED'
_FINISHED = 'FINISHED'


def isfuture(obj):
    """Whether the object can be waited for as a Future can."""
    return (hasattr(obj.__class__, '_asyncio_future_blocking') and
            obj._asyncio_future_blocking is not None)


def _format_callbacks(callbacks):
    def name(callback):
        if isinstance(callback, _asyncio.Task):
            return 'Task.task_wakeup()'
        return format_helpers._format_callback_source(callback, ())

    size = len(callbacks)
    if not size:
        shown = ''
    elif size <= 2:
        shown = ', '.join(name(callback[0]) for callback in callbacks)
    else:
        shown = f'{name(callbacks[0][0])}, <{size - 2} more>, {name(callbacks[-1][0])}'
    return f'cb=[{shown}]'


def _future_repr_info(future):
    info = [future._state.lower()]
    if future._state == _FINISHED:
        if future._exception is not None:
            info.append(f'exception={future._exception!r}')
        else:
            import reprlib
            info.append(f'result={reprlib.repr(future._result)}')
    if future._callbacks:
        info.append(_format_callbacks(future._callbacks))
    if future._source_traceback:
        frame = future._source_traceback[-1]
        info.append(f'created at {frame[0]}:{frame[1]}')
    return info


_representing = set()


class Future(_asyncio.Future):
    """The result of something that a loop's callbacks or tasks bring about."""

    __module__ = '_asyncio'

    def __repr__(self):
        key = id(self)
        if key in _representing:
            return '...'
        _representing.add(key)
        try:
            return f'<{type(self).__name__} {" ".join(self._repr_info())}>'
        finally:
            _representing.discard(key)

    def _repr_info(self):
        return _future_repr_info(self)

    def _died(self):
        # Of those that have failed, natives have the heap tell.
        if not self._log_traceback:
            return
        self._log_traceback = False
        context = {
            'message': f'{type(self).__name__} exception was never retrieved',
            'exception': self._exception,
            'future': self,
        }
        if self._source_traceback:
            context['source_traceback'] = self._source_traceback
        self._loop.call_exception_handler(context)

    __class_getitem__ = classmethod(GenericAlias)

    def _make_cancelled_error(self):
        if self._cancelled_exc is not None:
            error = self._cancelled_exc
            # Once: it leads to frames that lead here.
            self._cancelled_exc = None
            return error
        if self._cancel_message is None:
            return exceptions.CancelledError()
        return exceptions.CancelledError(self._cancel_message)

    def remove_done_callback(self, fn):
        """Removes every entry of a callback; how many there were."""
        callbacks = self._callbacks
        kept = [entry for entry in callbacks if entry[0] != fn]
        removed = len(callbacks) - len(kept)
        if removed:
            self._callbacks = kept
        return removed

    def set_exception(self, exception):
        """Marks the future done, with an exception."""
        if self._loop is None:
            raise RuntimeError('Future object is not initialized.')
        if isinstance(exception, type):
            exception = exception()
        if isinstance(exception, StopIteration):
            # It would end the generators that wait.
            wrapped = RuntimeError('StopIteration interacts badly with generators and cannot be '
                                   'raised into a Future')
            wrapped.__cause__ = exception
            wrapped.__context__ = exception
            exception = wrapped
        self._fail(exception)
        global _failed
        _failed += 1


# How many futures have failed: where none has, closing a loop need not look for them.
_failed = 0


def _report_failed():
    """Has those that failed and that nobody refers to any more say so."""
    global _failed
    if _failed:
        _failed = 0
        _vm.collect()


def _future_init(future, loop):
    if loop is None:
        loop = events.get_event_loop()
    future._bind(loop)
    if loop.get_debug():
        future._source_traceback = format_helpers.extract_stack(sys._getframe(1))


def _future_await(future):
    if future._state == _PENDING:
        future._asyncio_future_blocking = True
        yield future
    if future._state == _PENDING:
        raise RuntimeError("await wasn't used with future")
    return future.result()


def _future_callbacks(future, callbacks, result):
    call_soon = future._loop.call_soon
    for callback, context in callbacks:
        if isinstance(callback, _asyncio.Task):
            # A task that waits.
            callback._wake_up()
        else:
            call_soon(callback, future, context=context)
    return result


def _callback_failed(callback, future, context, exception):
    if isinstance(exception, (SystemExit, KeyboardInterrupt)):
        raise exception
    handle = events.Handle(callback, (future,), future._loop, context)
    handle._report(exception)


def _future_cancelled(future, message):
    if message is not None:
        raise exceptions.InvalidStateError(message)
    raise future._make_cancelled_error()


_vm.bind_library({function.__name__: function for function in (
    _future_init, _future_await, _future_callbacks, _future_cancelled)})

_PyFuture = _CFuture = Future


def _get_loop(fut):
    try:
        get_loop = fut.get_loop
    except AttributeError:
        return fut._loop
    return get_loop()


def _set_result_unless_cancelled(fut, result):
    if not fut.cancelled():
        fut.set_result(result)


# ---- futures of threads

def _convert_future_exc(exc):
    cls = type(exc)
    if cls is concurrent.futures.CancelledError:
        return exceptions.CancelledError(*exc.args).with_traceback(exc.__traceback__)
    if cls is concurrent.futures.InvalidStateError:
        return exceptions.InvalidStateError(*exc.args).with_traceback(exc.__traceback__)
    return exc


def _set_concurrent_future_state(concurrent_future, source):
    assert source.done()
    if source.cancelled():
        concurrent_future.cancel()
    if not concurrent_future.set_running_or_notify_cancel():
        return
    exception = source.exception()
    if exception is not None:
        concurrent_future.set_exception(_convert_future_exc(exception))
    else:
        concurrent_future.set_result(source.result())


def _copy_future_state(source, dest):
    """Brings the state of one future, which is done, to another one."""
    assert source.done()
    if dest.cancelled():
        return
    assert not dest.done()
    if source.cancelled():
        dest.cancel()
        return
    exception = source.exception()
    if exception is not None:
        dest.set_exception(_convert_future_exc(exception))
    else:
        dest.set_result(source.result())


def _chain_future(source, destination):
    """The end of `source` becomes that of `destination`; a cancellation goes the other way.

    Either may be of asyncio or of concurrent.futures.
    """
    if not isfuture(source) and not isinstance(source, concurrent.futures.Future):
        raise TypeError('A future is required for source argument')
    if not isfuture(destination) and not isinstance(destination, concurrent.futures.Future):
        raise TypeError('A future is required for destination argument')
    source_loop = _get_loop(source) if isfuture(source) else None
    dest_loop = _get_loop(destination) if isfuture(destination) else None

    def set_state(future, other):
        if isfuture(future):
            _copy_future_state(other, future)
        else:
            _set_concurrent_future_state(future, other)

    def call_check_cancel(destination):
        if destination.cancelled():
            if source_loop is None or source_loop is events._get_running_loop():
                source.cancel()
            else:
                source_loop.call_soon_threadsafe(source.cancel)

    def call_set_state(source):
        if destination.cancelled() and dest_loop is not None and dest_loop.is_closed():
            return
        if dest_loop is None or dest_loop is source_loop:
            set_state(destination, source)
        else:
            if dest_loop.is_closed():
                return
            dest_loop.call_soon_threadsafe(set_state, destination, source)

    destination.add_done_callback(call_check_cancel)
    source.add_done_callback(call_set_state)


def wrap_future(future, *, loop=None):
    """An asyncio future for one of concurrent.futures."""
    if isfuture(future):
        return future
    assert isinstance(future, concurrent.futures.Future), (
        f'concurrent.futures.Future is expected, got {future!r}')
    if loop is None:
        loop = events.get_event_loop()
    new = loop.create_future()
    _chain_future(future, new)
    return new
