"""How long small pieces of code take."""

__all__ = ['Timer', 'timeit', 'repeat', 'default_timer']

import itertools
import time

default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter
_globals = globals


def _indented(code, columns):
    return code.replace('\n', '\n' + ' ' * columns)


class Timer:
    """Times a statement, given as text or as a function."""

    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self.timer = timer
        names = {}
        scope = _globals() if globals is None else globals
        if isinstance(setup, str):
            compile(setup, '<timeit-src>', 'exec')
            before = setup + '\n'
            setup_text = _indented(setup, 4)
        elif callable(setup):
            names['_setup'] = setup
            before = ''
            setup_text = '_setup()'
        else:
            raise ValueError('setup is neither a string nor callable')
        if isinstance(stmt, str):
            compile(before + stmt, '<timeit-src>', 'exec')
            stmt_text = _indented(stmt, 8)
        elif callable(stmt):
            names['_stmt'] = stmt
            stmt_text = '_stmt()'
        else:
            raise ValueError('stmt is neither a string nor callable')
        parameters = ''.join([f', {name}={name}' for name in names])
        self.src = (f'def inner(_it, _timer{parameters}):\n'
                    f'    {setup_text}\n'
                    '    _t0 = _timer()\n'
                    '    for _i in _it:\n'
                    f'        {stmt_text}\n'
                    '        pass\n'
                    '    _t1 = _timer()\n'
                    '    return _t1 - _t0\n')
        exec(compile(self.src, '<timeit-src>', 'exec'), {**scope, **names}
             if names else scope, names)
        self.inner = names['inner']

    def print_exc(self, file=None):
        import traceback
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """Seconds for `number` executions."""
        return self.inner(itertools.repeat(None, number), self.timer)

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """(number, seconds) of the first number of executions that takes at least 0.2 s."""
        i = 1
        while True:
            for j in 1, 2, 5:
                number = i * j
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            i *= 10


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat,
           number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
