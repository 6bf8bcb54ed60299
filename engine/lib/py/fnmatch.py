"""File names against the patterns of a shell: * ? [letters] [!letters]."""

__all__ = ['filter', 'fnmatch', 'fnmatchcase', 'translate']

import os
import posixpath
from functools import lru_cache


def fnmatch(name, pat):
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


def fnmatchcase(name, pat):
    _check(name, pat)
    return _matches(name, _parse(pat))


def _check(name, pat):
    if isinstance(name, str) != isinstance(pat, str):
        kinds = ('bytes', 'string') if isinstance(pat, bytes) else ('string', 'bytes-like')
        raise TypeError(f'cannot use a {kinds[0]} pattern on a {kinds[1]} object')


def filter(names, pat):
    """Those of the names that match."""
    parts = _parse(os.path.normcase(pat))
    found = []
    for name in names:
        text = os.fspath(name)
        _check(text, pat)
        if _matches(text, parts):
            found.append(name)
    return found


# A pattern is a list of parts: a string is itself, None is `*`, () is `?`, and (negated, ranges)
# stands for one of several characters.

@lru_cache(maxsize=512)
def _parse(pat):
    if isinstance(pat, bytes):
        pat = pat.decode('iso-8859-1')
    parts = []
    i, n = 0, len(pat)
    while i < n:
        c = pat[i]
        i += 1
        if c == '*':
            if not parts or parts[-1] is not None:
                parts.append(None)
        elif c == '?':
            parts.append(())
        elif c == '[':
            end = i
            if pat.startswith('!', end):
                end += 1
            if pat.startswith(']', end):
                end += 1
            end = pat.find(']', end)
            if end < 0:
                parts.append('[')
            else:
                parts.append(_ranges(pat[i:end]))
                i = end + 1
        else:
            parts.append(c)
    return parts


def _ranges(inside):
    negated = inside.startswith('!')
    if negated:
        inside = inside[1:]
    ranges = []
    i = 0
    while i < len(inside):
        if i + 2 < len(inside) and inside[i + 1] == '-':
            ranges.append((inside[i], inside[i + 2]))
            i += 3
        else:
            ranges.append((inside[i], inside[i]))
            i += 1
    return negated, ranges


def _one(part, c):
    if part == ():
        return True
    if isinstance(part, str):
        return part == c
    negated, ranges = part
    return any([low <= c <= high for low, high in ranges]) != negated


def _matches(name, parts):
    if isinstance(name, bytes):
        name = name.decode('iso-8859-1')
    at = place = 0
    star = after_star = None
    while at < len(name):
        if place < len(parts) and parts[place] is None:
            star, after_star = place, at
            place += 1
        elif place < len(parts) and _one(parts[place], name[at]):
            place += 1
            at += 1
        elif star is not None:
            after_star += 1
            at, place = after_star, star + 1
        else:
            return False
    return all([part is None for part in parts[place:]])


_special = frozenset('()[]{}?*+-|^$\\.&~# \t\n\r\v\f')


def _escape(text):
    return ''.join(['\\' + c if c in _special else c for c in text])


def translate(pat):
    """The regular expression that means the same."""
    return rf'(?s:{"".join(_expressions(_parse(pat)))})\Z'


def _expressions(parts):
    for at, part in enumerate(parts):
        if part is None:
            if at == len(parts) - 1:
                yield '.*'
            else:
                rest = parts[at + 1:]
                fixed = rest[:rest.index(None)] if None in rest else rest
                if None in rest:
                    yield f'(?>.*?{"".join(_expressions(fixed))})'
                    yield from _expressions(rest[len(fixed):])
                else:
                    yield '.*' + ''.join(_expressions(fixed))
                return
        elif part == ():
            yield '.'
        elif isinstance(part, str):
            yield _escape(part)
        else:
            negated, ranges = part
            inside = ''.join([_in_set(low) if low == high else f'{_in_set(low)}-{_in_set(high)}'
                              for low, high in ranges if low <= high])
            if not inside:
                yield '.' if negated else '(?!)'
            elif negated:
                yield f'[^{inside}]'
            else:
                yield f'[\\{inside}]' if inside[0] in '^[' else f'[{inside}]'


def _in_set(c):
    return '\\' + c if c in r'\&~|-' else c
