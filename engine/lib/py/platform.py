"""What the program runs on."""

import sys


def system():
    return 'Linux' if sys.platform == 'linux' else sys.platform.capitalize()


def machine():
    import os
    return getattr(os.uname(), 'machine', '') if hasattr(os, 'uname') else 'wasm32'


def node():
    import os
    return getattr(os.uname(), 'nodename', '') if hasattr(os, 'uname') else ''


def release():
    import os
    return getattr(os.uname(), 'release', '') if hasattr(os, 'uname') else ''


def version():
    import os
    return getattr(os.uname(), 'version', '') if hasattr(os, 'uname') else ''


def processor():
    return ''


def architecture(executable='', bits='', linkage=''):
    return ('64bit' if sys.maxsize > 2 ** 32 else '32bit', '')


def platform(aliased=False, terse=False):
    return '-'.join([part for part in (system(), release(), machine()) if part])


def python_implementation():
    return 'Heddle'


def python_version():
    return '%d.%d.%d' % sys.version_info[:3]


def python_version_tuple():
    return tuple(python_version().split('.'))


def python_compiler():
    return ''


def python_build():
    return ('', '')


def python_branch():
    return ''


def python_revision():
    return ''


class uname_result(tuple):
    __slots__ = ()
    _fields = ('system', 'node', 'release', 'version', 'machine', 'processor')

    def __new__(cls, *values):
        return tuple.__new__(cls, values)

    system = property(lambda self: self[0])
    node = property(lambda self: self[1])
    release = property(lambda self: self[2])
    version = property(lambda self: self[3])
    machine = property(lambda self: self[4])
    processor = property(lambda self: self[5])

    def __repr__(self):
        parts = ', '.join([f'{name}={value!r}' for name, value in zip(self._fields[:5], self)])
        return f'uname_result({parts})'


def uname():
    return uname_result(system(), node(), release(), version(), machine(), processor())
