"""Frame objects: what sys._getframe() and the frames of tracebacks show."""

import _vm
import builtins


class frame:
    """Where a function was when somebody looked."""

    __slots__ = ('f_code', 'f_globals', 'f_locals', 'f_lineno', 'f_back', 'f_lasti', 'f_trace',
                 'f_trace_lines', 'f_trace_opcodes')

    def __init__(self, code, globals, locals, lineno, back):
        self.f_code = code
        self.f_globals = globals
        self.f_locals = locals
        self.f_lineno = lineno
        self.f_back = back
        self.f_lasti = 0
        self.f_trace = None
        self.f_trace_lines = True
        self.f_trace_opcodes = False

    @property
    def f_builtins(self):
        return builtins.__dict__

    def clear(self):
        pass

    def __repr__(self):
        return (f'<frame at {id(self):#x}, file {self.f_code.co_filename!r}, '
                f'line {self.f_lineno}, code {self.f_code.co_name}>')


frame.__module__ = 'builtins'

# What CPython has in C: its frames are nobody's business.
_hidden = ('_builtins.py', '_fallbacks.py', '_prelude.py', '_main.py', '_frames.py', 'io.py')


def hidden(filename):
    return filename in _hidden


def of_caller(depth):
    """The frame `depth` below the caller of this function."""
    found = []
    at = depth + 1
    while True:
        info = _vm.frame(at)
        if info is None:
            break
        if not hidden(info[0].co_filename):
            found.append(info)
        at += 1
    if not found:
        raise ValueError('call stack is not deep enough')
    back = None
    for info in reversed(found):
        back = frame(info[0], info[1], info[2], info[3], back)
    return back


def of_traceback(tb):
    code = tb._code
    locals = tb._globals if code.co_name == '<module>' else {}
    return frame(code, tb._globals, locals, tb.tb_lineno, None)
