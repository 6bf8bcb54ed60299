"""Attempts that begin one after the other: the first that succeeds wins."""

__all__ = ('staggered_race',)

import contextlib

from asyncio import events, exceptions, locks, tasks


async def staggered_race(coro_fns, delay, *, loop=None):
    """Runs coroutine functions, each `delay` seconds after the one before or when that has failed.

    Returns the result of the first that succeeds, its index, and a list of the exceptions of those
    that have begun. Those still running are cancelled. With delay None, each waits for the failure
    of the one before.
    """
    loop = loop or events.get_running_loop()
    functions = list(coro_fns)
    winner_result = None
    winner_index = None
    outcomes = []
    running = set()
    unhandled = []
    all_done = None

    def task_done(task):
        running.discard(task)
        if all_done is not None and not all_done.done() and not running:
            all_done.set_result(None)
        if task.cancelled():
            return
        exception = task.exception()
        if exception is not None:
            unhandled.append(exception)

    def start(index, may_begin):
        task = loop.create_task(attempt(index, may_begin))
        running.add(task)
        task.add_done_callback(task_done)

    async def attempt(index, may_begin):
        nonlocal winner_result, winner_index
        if may_begin is not None:
            with contextlib.suppress(exceptions.TimeoutError):
                await tasks.wait_for(may_begin.wait(), delay)
        if index >= len(functions):
            return
        failed = locks.Event()
        start(index + 1, failed)
        outcomes.append(None)
        try:
            result = await functions[index]()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            outcomes[index] = exc
            failed.set()
            return
        assert winner_index is None
        winner_index = index
        winner_result = result
        current = tasks.current_task(loop)
        for other in running:
            if other is not current:
                other.cancel()

    cancelled = None
    try:
        start(0, None)
        while running:
            all_done = loop.create_future()
            try:
                await all_done
            except exceptions.CancelledError as exc:
                # Everybody ends before this does.
                cancelled = exc
                for task in running:
                    task.cancel()
            all_done = None
        if unhandled:
            raise ExceptionGroup('staggered race failed', unhandled)
        if cancelled is not None:
            raise cancelled
        return winner_result, winner_index, outcomes
    finally:
        del cancelled, unhandled
