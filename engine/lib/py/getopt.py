"""Options of a command line as C programs have them."""

__all__ = ['GetoptError', 'error', 'getopt', 'gnu_getopt']

import os


class GetoptError(Exception):
    opt = ''
    msg = ''

    def __init__(self, msg, opt=''):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """([(option, value), …], the arguments after the first that is no option)."""
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    found = []
    while args and args[0].startswith('-') and args[0] != '-':
        if args[0] == '--':
            args = args[1:]
            break
        args = _take(found, args, shortopts, longopts)
    return found, args


def gnu_getopt(args, shortopts, longopts=[]):
    """As getopt(), with options and arguments in any order."""
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    in_order = False
    if shortopts.startswith('-'):
        shortopts = shortopts[1:]
    if shortopts.startswith('+'):
        shortopts = shortopts[1:]
        in_order = True
    elif os.environ.get('POSIXLY_CORRECT'):
        in_order = True
    found, others = [], []
    while args:
        if args[0] == '--':
            others += args[1:]
            break
        if args[0][:1] == '-' and args[0] != '-':
            args = _take(found, args, shortopts, longopts)
        elif in_order:
            others += args
            break
        else:
            others.append(args[0])
            args = args[1:]
    return found, others


def _take(found, args, shortopts, longopts):
    first, rest = args[0], args[1:]
    if first.startswith('--'):
        return _long(found, first[2:], longopts, rest)
    return _short(found, first[1:], shortopts, rest)


def _long(found, option, longopts, rest):
    option, equals, value = option.partition('=')
    wants, option = _match(option, longopts)
    if wants:
        if not equals:
            if not rest:
                raise GetoptError(f'option --{option} requires argument', option)
            value, rest = rest[0], rest[1:]
    elif equals:
        raise GetoptError(f'option --{option} must not have an argument', option)
    found.append(('--' + option, value))
    return rest


def _match(option, longopts):
    possible = [each for each in longopts if each.startswith(option)]
    if not possible:
        raise GetoptError(f'option --{option} not recognized', option)
    if option in possible:
        return False, option
    if option + '=' in possible:
        return True, option
    if len(possible) > 1:
        raise GetoptError(f'option --{option} not a unique prefix', option)
    only = possible[0]
    return only.endswith('='), only.removesuffix('=')


def _short(found, letters, shortopts, rest):
    while letters:
        letter, letters = letters[0], letters[1:]
        at = shortopts.find(letter) if letter != ':' else -1
        if at < 0:
            raise GetoptError(f'option -{letter} not recognized', letter)
        value = ''
        if shortopts.startswith(':', at + 1):
            if not letters:
                if not rest:
                    raise GetoptError(f'option -{letter} requires argument', letter)
                letters, rest = rest[0], rest[1:]
            value, letters = letters, ''
        found.append(('-' + letter, value))
    return rest
