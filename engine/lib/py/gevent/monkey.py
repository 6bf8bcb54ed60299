"""Makes what waits in the library let other greenlets run."""

__all__ = ['patch_all', 'patch_builtins', 'patch_dns', 'patch_module', 'patch_os', 'patch_queue',
           'patch_select', 'patch_signal', 'patch_socket', 'patch_ssl', 'patch_subprocess',
           'patch_sys', 'patch_thread', 'patch_time', 'get_original', 'is_anything_patched',
           'is_module_patched', 'is_object_patched', 'saved']

import importlib

# What was there before: module name -> {name: object}.
saved = {}


def is_module_patched(mod_name):
    return mod_name in saved


def is_object_patched(mod_name, item_name):
    return item_name in saved.get(mod_name, ())


def is_anything_patched():
    return bool(saved)


def get_original(mod_name, item_name):
    """What a name, or each of several, stood for before it was patched."""
    if not isinstance(item_name, str):
        return [get_original(mod_name, each) for each in item_name]
    known = saved.get(mod_name, {})
    if item_name in known:
        return known[item_name]
    return getattr(importlib.import_module(mod_name), item_name)


def patch_item(module, name, value):
    """Replaces one name of a module."""
    known = saved.setdefault(module.__name__, {})
    if name not in known:
        known[name] = getattr(module, name, None)
    setattr(module, name, value)


def patch_module(target_module, source_module, items=None):
    """Replaces names of a module by those of another one."""
    for name in items or source_module.__implements__:
        patch_item(target_module, name, getattr(source_module, name))


def patch_time():
    import time
    from gevent.hub import sleep
    patch_item(time, 'sleep', sleep)


def patch_thread(threading=True, _threading_local=True, Event=True, logging=True,
                 existing_locks=True):
    import threading as module
    from gevent import _threading
    patch_module(module, _threading)


def patch_queue():
    import queue
    import gevent.queue
    for name in 'Queue', 'LifoQueue', 'PriorityQueue', 'SimpleQueue':
        patch_item(queue, name, getattr(gevent.queue, name))


def patch_socket(dns=True, aggressive=True):
    import socket
    import gevent.socket
    for name in 'socket', 'create_connection':
        patch_item(socket, name, getattr(gevent.socket, name))


def patch_select(aggressive=True):
    import select
    from gevent.hub import get_hub
    original = get_original('select', 'select')

    def patched(rlist, wlist, xlist, timeout=None):
        return get_hub().outside(original, rlist, wlist, xlist, timeout)

    patch_item(select, 'select', patched)


def _has_no_part(name):
    def patch(*args, **kwargs):
        # Nothing in it waits.
        saved.setdefault(name, {})
    patch.__name__ = patch.__qualname__ = f'patch_{name}'
    return patch


patch_builtins = _has_no_part('builtins')
patch_dns = _has_no_part('dns')
patch_os = _has_no_part('os')
patch_signal = _has_no_part('signal')
patch_ssl = _has_no_part('ssl')
patch_subprocess = _has_no_part('subprocess')
patch_sys = _has_no_part('sys')


def patch_all(socket=True, dns=True, time=True, select=True, thread=True, os=True, ssl=True,
              subprocess=True, sys=False, aggressive=True, Event=True, builtins=True, signal=True,
              queue=True, contextvars=True, **kwargs):
    """Patches everything that is not excluded."""
    parts = dict(os=os, time=time, thread=thread, socket=socket, select=select, ssl=ssl, dns=dns,
                 subprocess=subprocess, builtins=builtins, signal=signal, queue=queue, sys=sys)
    for name, is_wanted in parts.items():
        if is_wanted:
            globals()[f'patch_{name}']()
    return True
