"""Calls in other threads."""

__all__ = ('to_thread',)

import contextvars
import functools

from asyncio import events


async def to_thread(func, /, *args, **kwargs):
    """Runs func(*args, **kwargs) in a thread, with a copy of the present context."""
    loop = events.get_running_loop()
    context = contextvars.copy_context()
    return await loop.run_in_executor(
        None, functools.partial(context.run, func, *args, **kwargs))
