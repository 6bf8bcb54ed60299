"""The conventions of a place: those of the locale C, the only one there is."""

__all__ = ['getlocale', 'getdefaultlocale', 'getpreferredencoding', 'Error', 'setlocale',
           'localeconv', 'strcoll', 'strxfrm', 'str', 'atof', 'atoi', 'format_string', 'currency',
           'normalize', 'LC_CTYPE', 'LC_COLLATE', 'LC_MESSAGES', 'LC_TIME', 'LC_MONETARY',
           'LC_NUMERIC', 'LC_ALL', 'CHAR_MAX', 'getencoding', 'delocalize', 'localize']

import builtins as _builtins

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127


class Error(Exception):
    pass


_current = {}


def _canonical(name):
    if name in ('', 'C.UTF-8', 'C.utf8', 'en_US.UTF-8'):
        return 'C.UTF-8' if name == '' else name
    if name in ('C', 'POSIX'):
        return 'C'
    raise Error('unsupported locale setting')


def setlocale(category, locale=None):
    if locale is not None:
        if not isinstance(locale, _builtins.str):
            locale = '.'.join([part for part in locale if part])
        name = _canonical(locale)
        for each in range(6) if category == LC_ALL else (category,):
            _current[each] = name
    return _current.get(0 if category == LC_ALL else category, 'C')


def getlocale(category=LC_CTYPE):
    name = _current.get(category, 'C.UTF-8' if category == LC_CTYPE else 'C')
    language, _, encoding = name.partition('.')
    return (None, None) if not encoding else (None if language == 'C' else language, 'UTF-8')


def getdefaultlocale(envvars=('LC_ALL', 'LC_CTYPE', 'LANG', 'LANGUAGE')):
    import os
    for name in envvars:
        language, _, encoding = os.environ.get(name, '').partition('.')
        if language:
            return (None if language in ('C', 'POSIX') else language,
                    'UTF-8' if encoding else None)
    return None, None


def getencoding():
    return 'utf-8'


def getpreferredencoding(do_setlocale=True):
    return 'utf-8'


def normalize(localename):
    if '.' in localename:
        return localename
    return 'C' if localename.lower() in ('c', 'posix') else localename


def localeconv():
    return {'int_curr_symbol': '', 'currency_symbol': '', 'mon_decimal_point': '',
            'mon_thousands_sep': '', 'mon_grouping': [], 'positive_sign': '', 'negative_sign': '',
            'int_frac_digits': 127, 'frac_digits': 127, 'p_cs_precedes': 127,
            'p_sep_by_space': 127, 'n_cs_precedes': 127, 'n_sep_by_space': 127,
            'p_sign_posn': 127, 'n_sign_posn': 127, 'decimal_point': '.', 'thousands_sep': '',
            'grouping': []}


def strcoll(os1, os2, /):
    return (os1 > os2) - (os1 < os2)


def strxfrm(string, /):
    return string


def format_string(f, val, grouping=False, monetary=False):
    return f % val


def currency(val, symbol=True, grouping=False, international=False):
    raise ValueError("Currency formatting is not possible using the 'C' locale.")


def str(val):
    return '%.12g' % (val,)


def delocalize(string):
    return string


def localize(string, grouping=False, monetary=False):
    return string


def atof(string, func=float):
    return func(delocalize(string))


def atoi(string):
    return int(delocalize(string))
