"""gevent's everyday surface: greenlets take turns, and a switch comes only where one waits."""

__all__ = ['Greenlet', 'GreenletExit', 'Timeout', 'config', 'get_hub', 'getcurrent',
           'getswitchinterval', 'idle', 'iwait', 'joinall', 'kill', 'killall', 'reinit',
           'setswitchinterval', 'signal_handler', 'sleep', 'spawn', 'spawn_later', 'spawn_raw',
           'wait', 'with_timeout']

import types as _types
from sys import getswitchinterval, setswitchinterval

from gevent.greenlet import (Greenlet, GreenletExit, iwait, joinall, kill, killall, spawn,
                             spawn_later, spawn_raw, wait)
from gevent.hub import get_hub, getcurrent, idle, sleep
from gevent.timeout import Timeout, with_timeout

__version__ = '24.11.1'
version_info = (24, 11, 1, 'final', 0)
config = _types.SimpleNamespace(loop='default', resolver='thread')


def reinit(hub=None):
    pass


def signal_handler(signalnum, handler, *args, **kwargs):
    """Spawns the handler when the signal comes."""
    import signal
    hub = get_hub()
    signal.signal(signalnum, lambda number, frame: hub.call_soon(
        spawn, handler, *args, **kwargs))
