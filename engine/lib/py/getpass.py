"""Passwords and the user's name."""

__all__ = ['getpass', 'getuser', 'GetPassWarning']

import os
import sys


class GetPassWarning(UserWarning):
    pass


def getpass(prompt='Password: ', stream=None):
    """Asks for a password. The console shows what is typed: it cannot be told not to."""
    import warnings
    warnings.warn('Can not control echo on the terminal.', GetPassWarning, stacklevel=2)
    out = stream or sys.stderr
    out.write(prompt)
    out.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.removesuffix('\n')


def getuser():
    for name in ('LOGNAME', 'USER', 'LNAME', 'USERNAME'):
        user = os.environ.get(name)
        if user:
            return user
    return 'root' if hasattr(os, 'getuid') and os.getuid() == 0 else 'user'
