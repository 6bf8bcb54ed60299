"""The stacks of tasks."""

import linecache
import sys
import traceback

from asyncio import coroutines


def _task_get_stack(task, limit):
    frames = []
    coro = task._coro
    frame = None
    for name in ('cr_frame', 'gi_frame', 'ag_frame'):
        if hasattr(coro, name):
            frame = getattr(coro, name)
            break
    if frame is not None:
        while frame is not None:
            if limit is not None:
                if limit <= 0:
                    break
                limit -= 1
            frames.append(frame)
            frame = frame.f_back
        frames.reverse()
    elif task._exception is not None:
        tb = task._exception.__traceback__
        while tb is not None:
            if limit is not None:
                if limit <= 0:
                    break
                limit -= 1
            frames.append(tb.tb_frame)
            tb = tb.tb_next
    return frames


def _task_print_stack(task, limit, file):
    if file is None:
        file = sys.stderr
    entries = []
    checked = set()
    for frame in task.get_stack(limit=limit):
        filename = frame.f_code.co_filename
        lineno = frame.f_lineno
        if filename not in checked:
            checked.add(filename)
            linecache.checkcache(filename)
        entries.append((filename, lineno, frame.f_code.co_name,
                        linecache.getline(filename, lineno, frame.f_globals)))
    exc = task._exception
    if not entries:
        print(f'No stack for {task!r}', file=file)
    elif exc is not None:
        print(f'Traceback for {task!r} (most recent call last):', file=file)
    else:
        print(f'Stack for {task!r} (most recent call last):', file=file)
    traceback.print_list(entries, file=file)
    if exc is not None:
        for line in traceback.format_exception_only(exc.__class__, exc):
            print(line, file=file, end='')
