"""Regular expressions. The matcher is the engine's own (engine/regex); this is what surrounds it."""

import enum
import _regex

__all__ = ['match', 'fullmatch', 'search', 'sub', 'subn', 'split', 'findall', 'finditer', 'compile',
           'purge', 'escape', 'error', 'Pattern', 'Match', 'A', 'I', 'L', 'M', 'S', 'X', 'U',
           'ASCII', 'IGNORECASE', 'LOCALE', 'MULTILINE', 'DOTALL', 'VERBOSE', 'UNICODE', 'NOFLAG',
           'RegexFlag', 'PatternError']

__version__ = '2.2.1'

Pattern = _regex.Pattern
Match = _regex.Match


class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    DEBUG = 128
    __str__ = object.__str__
    _numeric_repr_ = hex


enum.global_enum(RegexFlag)


class PatternError(Exception):
    """Exception raised for invalid regular expressions.

    Attributes:

        msg: The unformatted error message
        pattern: The regular expression pattern
        pos: The index in the pattern where compilation failed (may be None)
        lineno: The line corresponding to pos (may be None)
        colno: The column corresponding to pos (may be None)
    """

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            newline = '\n' if isinstance(pattern, str) else b'\n'
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            msg = f'{msg} at position {pos}'
            if newline in pattern:
                msg = f'{msg} (line {self.lineno}, column {self.colno})'
        super().__init__(msg)


error = PatternError


def match(pattern, string, flags=0):
    """Try to apply the pattern at the start of the string, returning
    a Match object, or None if no match was found."""
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """Try to apply the pattern to all of the string, returning
    a Match object, or None if no match was found."""
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """Scan through string looking for a match to the pattern, returning
    a Match object, or None if no match was found."""
    return _compile(pattern, flags).search(string)


class _Zero(int):
    pass


_zero = _Zero()


# What sub(), subn() and split() still take by position: (limit, flags).
def _by_position(function, limit_name, required, args, limit, flags):
    if limit is not _zero:
        raise TypeError(f"{function}() got multiple values for argument '{limit_name}'")
    limit, *args = args
    if args:
        if flags is not _zero:
            raise TypeError(f"{function}() got multiple values for argument 'flags'")
        flags, *args = args
        if args:
            raise TypeError(f'{function}() takes from {required} to {required + 2} positional '
                            f'arguments but {required + 2 + len(args)} were given')
    import warnings
    warnings.warn(f"'{limit_name}' is passed as positional argument", DeprecationWarning,
                  stacklevel=3)
    return limit, flags


def sub(pattern, repl, string, *args, count=_zero, flags=_zero):
    """Return the string obtained by replacing the leftmost
    non-overlapping occurrences of the pattern in string by the
    replacement repl.  repl can be either a string or a callable;
    if a string, backslash escapes in it are processed.  If it is
    a callable, it's passed the Match object and must return
    a replacement string to be used."""
    if args:
        count, flags = _by_position('sub', 'count', 3, args, count, flags)
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, *args, count=_zero, flags=_zero):
    """Return a 2-tuple containing (new_string, number).
    new_string is the string obtained by replacing the leftmost
    non-overlapping occurrences of the pattern in the source
    string by the replacement repl.  number is the number of
    substitutions that were made. repl can be either a string or a
    callable; if a string, backslash escapes in it are processed.
    If it is a callable, it's passed the Match object and must
    return a replacement string to be used."""
    if args:
        count, flags = _by_position('subn', 'count', 3, args, count, flags)
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, *args, maxsplit=_zero, flags=_zero):
    """Split the source string by the occurrences of the pattern,
    returning a list containing the resulting substrings.  If
    capturing parentheses are used in pattern, then the text of all
    groups in the pattern are also returned as part of the resulting
    list.  If maxsplit is nonzero, at most maxsplit splits occur,
    and the remainder of the string is returned as the final element
    of the list."""
    if args:
        maxsplit, flags = _by_position('split', 'maxsplit', 2, args, maxsplit, flags)
    return _compile(pattern, flags).split(string, maxsplit)


sub.__text_signature__ = subn.__text_signature__ = '(pattern, repl, string, count=0, flags=0)'
split.__text_signature__ = '(pattern, string, maxsplit=0, flags=0)'


def findall(pattern, string, flags=0):
    """Return a list of all non-overlapping matches in the string.

    If one or more capturing groups are present in the pattern, return
    a list of groups; this will be a list of tuples if the pattern
    has more than one group.

    Empty matches are included in the result."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """Return an iterator over all non-overlapping matches in the
    string.  For each match, the iterator returns a Match object.

    Empty matches are included in the result."""
    return _compile(pattern, flags).finditer(string)


def compile(pattern, flags=0):
    "Compile a regular expression pattern, returning a Pattern object."
    return _compile(pattern, flags)


def purge():
    "Clear the regular expression caches"
    _cache.clear()


_special_chars_map = {i: '\\' + chr(i) for i in b'()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def escape(pattern):
    """
    Escape special characters in a string.
    """
    if isinstance(pattern, str):
        return pattern.translate(_special_chars_map)
    pattern = str(pattern, 'latin1')
    return pattern.translate(_special_chars_map).encode('latin1')


# By (pattern, flags), the oldest first.
_cache = {}
_MAXCACHE = 512


def _compile(pattern, flags):
    if type(flags) is not int:
        flags = flags.value if isinstance(flags, RegexFlag) else int(flags)
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError('cannot process flags argument with a compiled pattern')
        return pattern
    key = pattern, flags
    compiled = _cache.get(key)
    # An instance of a subclass is equal to what it is not.
    if compiled is not None and type(compiled.pattern) is type(pattern):
        return compiled
    if not isinstance(pattern, (str, bytes)):
        raise TypeError('first argument must be string or compiled pattern')
    compiled = _compile_uncached(pattern, flags)
    if len(_cache) >= _MAXCACHE:
        # Other threads do the same.
        try:
            del _cache[next(iter(_cache))]
        except (StopIteration, RuntimeError, KeyError):
            pass
    _cache[key] = compiled
    return compiled


def _compile_uncached(pattern, flags):
    names = {}
    while True:
        result = _regex.compile(pattern, flags, names)
        if not isinstance(result, str):
            break
        # A character is called by its name.
        import unicodedata
        try:
            names[result] = ord(unicodedata.lookup(result))
        except (KeyError, TypeError):
            names[result] = 0x110000
    compiled, warned = result
    if warned:
        import sys
        import warnings
        level = 2
        while sys._getframe(level - 1).f_globals is globals():
            level += 1
        for is_deprecation, text in warned:
            warnings.warn(text, DeprecationWarning if is_deprecation else FutureWarning,
                          stacklevel=level)
    return compiled


def _pickle(pattern):
    return _compile, (pattern.pattern, pattern.flags)


import copyreg

copyreg.pickle(Pattern, _pickle, _compile)


class Scanner:
    """Splits text into tokens: lexicon is a list of (phrase, action)."""

    def __init__(self, lexicon, flags=0):
        if isinstance(flags, RegexFlag):
            flags = flags.value
        self.lexicon = lexicon
        # Groups of the phrases count within the phrase, so that each is a pattern of its own.
        self._phrases = [_compile(phrase, flags) for phrase, action in lexicon]

    @property
    def scanner(self):
        return _compile('|'.join([f'({phrase.pattern})' for phrase in self._phrases]),
                        self._phrases[0].flags if self._phrases else 0)

    def scan(self, string):
        result = []
        at = 0
        while True:
            for phrase, (_, action) in zip(self._phrases, self.lexicon):
                found = phrase.match(string, at)
                if found:
                    break
            else:
                break
            end = found.end()
            if end == at:
                break
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                result.append(action)
            at = end
        return result, string[at:]
