"""Nothing needs to be patched: what waits lets the others run anyway."""

__all__ = ['patch_all', 'patch_builtins', 'patch_dns', 'patch_os', 'patch_queue', 'patch_select',
           'patch_signal', 'patch_socket', 'patch_ssl', 'patch_subprocess', 'patch_sys',
           'patch_thread', 'patch_time', 'get_original', 'is_module_patched', 'is_object_patched']

_patched = set()


def _patch(name):
    def patch(*args, **kwargs):
        _patched.add(name)
    patch.__name__ = patch.__qualname__ = f'patch_{name}'
    return patch


for _name in ('builtins', 'dns', 'os', 'queue', 'select', 'signal', 'socket', 'ssl', 'subprocess',
              'sys', 'thread', 'time'):
    globals()[f'patch_{_name}'] = _patch(_name)
del _name


def patch_all(socket=True, dns=True, time=True, select=True, thread=True, os=True, ssl=True,
              subprocess=True, sys=False, aggressive=True, Event=True, builtins=True, signal=True,
              queue=True, contextvars=True, **kwargs):
    _patched.update(['socket', 'dns', 'time', 'select', 'thread', 'threading', '_thread', 'os',
                     'ssl', 'subprocess', 'builtins', 'signal', 'queue'])
    return True


def is_module_patched(mod_name):
    return mod_name in _patched


def is_object_patched(mod_name, item_name):
    return mod_name in _patched


def get_original(mod_name, item_name):
    module = __import__(mod_name)
    if isinstance(item_name, str):
        return getattr(module, item_name)
    return [getattr(module, each) for each in item_name]
