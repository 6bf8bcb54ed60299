"""Coroutines, tasks and the event loop that runs them."""

from asyncio.base_events import *
from asyncio.coroutines import *
from asyncio.events import *
from asyncio.exceptions import *
from asyncio.futures import *
from asyncio.locks import *
from asyncio.protocols import *
from asyncio.queues import *
from asyncio.runners import *
from asyncio.taskgroups import *
from asyncio.tasks import *
from asyncio.threads import *
from asyncio.timeouts import *
from asyncio.transports import *
from asyncio.unix_events import *

# Modules that few programs need are loaded with the first of their names.
_lazy_names = {
    'streams': ('StreamReader', 'StreamWriter', 'StreamReaderProtocol', 'open_connection',
                'start_server', 'open_unix_connection', 'start_unix_server'),
    'trsock': (),
    'child_watchers': ('AbstractChildWatcher', 'SafeChildWatcher', 'FastChildWatcher',
                       'PidfdChildWatcher', 'MultiLoopChildWatcher', 'ThreadedChildWatcher'),
}
_module_of = {name: module for module, names in _lazy_names.items() for name in (module, *names)}

from asyncio import (base_events, coroutines, events, exceptions, futures, locks, protocols, queues,
                     runners, taskgroups, tasks, threads, timeouts, transports, unix_events)

__all__ = (base_events.__all__ + coroutines.__all__ + events.__all__ + exceptions.__all__ +
           futures.__all__ + locks.__all__ + protocols.__all__ + queues.__all__ +
           runners.__all__ + taskgroups.__all__ + tasks.__all__ + threads.__all__ +
           timeouts.__all__ + transports.__all__ + unix_events.__all__ +
           tuple(name for names in _lazy_names.values() for name in names))


def __getattr__(name):
    module = _module_of.get(name)
    if module is None:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    import importlib
    loaded = importlib.import_module(f'asyncio.{module}')
    value = loaded if name == module else getattr(loaded, name)
    globals()[name] = value
    return value


def __dir__():
    return sorted({*globals(), *_module_of})
