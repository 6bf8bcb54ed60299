"""Signals: handlers run in the main thread, between two instructions."""

import enum
import sys
import threading

import _signal

_numbers = {
    'SIGABRT': 6, 'SIGALRM': 14, 'SIGBUS': 7, 'SIGCHLD': 17, 'SIGCONT': 18, 'SIGFPE': 8,
    'SIGHUP': 1, 'SIGILL': 4, 'SIGINT': 2, 'SIGIO': 29, 'SIGIOT': 6, 'SIGKILL': 9, 'SIGPIPE': 13,
    'SIGPROF': 27, 'SIGPWR': 30, 'SIGQUIT': 3, 'SIGSEGV': 11, 'SIGSTKFLT': 16, 'SIGSTOP': 19,
    'SIGSYS': 31, 'SIGTERM': 15, 'SIGTRAP': 5, 'SIGTSTP': 20, 'SIGTTIN': 21, 'SIGTTOU': 22,
    'SIGURG': 23, 'SIGUSR1': 10, 'SIGUSR2': 12, 'SIGVTALRM': 26, 'SIGWINCH': 28, 'SIGXCPU': 24,
    'SIGXFSZ': 25,
}
_descriptions = {
    1: 'Hangup', 2: 'Interrupt', 3: 'Quit', 4: 'Illegal instruction', 5: 'Trace/breakpoint trap',
    6: 'Aborted', 7: 'Bus error', 8: 'Floating point exception', 9: 'Killed',
    10: 'User defined signal 1', 11: 'Segmentation fault', 12: 'User defined signal 2',
    13: 'Broken pipe', 14: 'Alarm clock', 15: 'Terminated', 16: 'Stack fault', 17: 'Child exited',
    18: 'Continued', 19: 'Stopped (signal)', 20: 'Stopped', 21: 'Stopped (tty input)',
    22: 'Stopped (tty output)', 23: 'Urgent I/O condition', 24: 'CPU time limit exceeded',
    25: 'File size limit exceeded', 26: 'Virtual timer expired', 27: 'Profiling timer expired',
    28: 'Window changed', 29: 'I/O possible', 30: 'Power failure', 31: 'Bad system call',
}
NSIG = 65

Signals = enum.IntEnum('Signals', _numbers, module=__name__)


class Handlers(enum.IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1


SIG_DFL = Handlers.SIG_DFL
SIG_IGN = Handlers.SIG_IGN
globals().update(Signals.__members__)


def _check(signalnum):
    if not isinstance(signalnum, int):
        raise TypeError(f"'{type(signalnum).__name__}' object cannot be interpreted as an integer")
    if not 1 <= signalnum < NSIG:
        raise ValueError('signal number out of range')
    return int(signalnum)


def default_int_handler(signalnum, frame, /):
    """The handler of SIGINT: raises KeyboardInterrupt."""
    raise KeyboardInterrupt


_handlers = {number: SIG_DFL for number in range(1, NSIG)}
_handlers[2] = default_int_handler
_handlers[13] = SIG_IGN
_handlers[25] = SIG_IGN


def getsignal(signalnum):
    """The handler: SIG_DFL, SIG_IGN or a callable."""
    return _handlers[_check(signalnum)]


def signal(signalnum, handler):
    """Sets the handler; the one that there was."""
    number = _check(signalnum)
    if threading.current_thread() is not threading.main_thread():
        raise ValueError('signal only works in main thread of the main interpreter')
    if not callable(handler) and handler not in (SIG_DFL, SIG_IGN):
        raise TypeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable '
                        'object')
    if number in (9, 19):
        raise OSError(22, 'Invalid argument')
    if handler == SIG_DFL:
        handler, action = SIG_DFL, 0
    elif handler == SIG_IGN:
        handler, action = SIG_IGN, 1
    else:
        # KeyboardInterrupt is what the engine raises by itself.
        action = 0 if number == 2 and handler is default_int_handler else 2
    previous = _handlers[number]
    _handlers[number] = handler
    _signal.set_action(number, 3 if number == 2 and handler is SIG_DFL else action)
    return previous


def _deliver(pending):
    # Called by the engine in the main thread, with a bit for each signal that has come.
    number = 1
    while pending:
        if pending & 1:
            handler = _handlers[number]
            if callable(handler):
                handler(number, sys._getframe(1))
        pending >>= 1
        number += 1


_signal.set_hook(_deliver)


def raise_signal(signalnum, /):
    """Sends the signal to this process."""
    _signal.raise_signal(_check(signalnum))


def strsignal(signalnum, /):
    """What the signal is called, or None."""
    return _descriptions.get(_check(signalnum))


def valid_signals():
    """The signals of this platform."""
    return {Signals(number) if number in _descriptions else number
            for number in range(1, NSIG) if number not in (32, 33)}


def siginterrupt(signalnum, flag, /):
    """System calls are always tried again."""
    _check(signalnum)


__all__ = ['Handlers', 'NSIG', 'SIG_DFL', 'SIG_IGN', 'Signals', 'default_int_handler', 'getsignal',
           'raise_signal', 'siginterrupt', 'signal', 'strsignal', 'valid_signals', *_numbers]
