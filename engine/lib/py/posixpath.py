"""Operations on paths of POSIX systems; known as os.path."""

import _posix
import sys

__all__ = ['normcase', 'isabs', 'join', 'splitdrive', 'splitroot', 'split', 'splitext', 'basename',
           'dirname', 'commonprefix', 'getsize', 'getmtime', 'getatime', 'getctime', 'islink',
           'exists', 'lexists', 'isdir', 'isfile', 'ismount', 'expanduser', 'expandvars',
           'normpath', 'abspath', 'samefile', 'sameopenfile', 'samestat', 'curdir', 'pardir',
           'sep', 'pathsep', 'defpath', 'altsep', 'extsep', 'devnull', 'realpath',
           'supports_unicode_filenames', 'relpath', 'commonpath', 'isjunction', 'isreserved']

curdir = '.'
pardir = '..'
extsep = '.'
sep = '/'
pathsep = ':'
defpath = '/bin:/usr/bin'
altsep = None
devnull = '/dev/null'
supports_unicode_filenames = True


def _text(path):
    """The path as str or bytes, and what separates its parts."""
    if not isinstance(path, (str, bytes)):
        import os
        path = os.fspath(path)
    return (path, b'/') if isinstance(path, bytes) else (path, '/')


def normcase(s):
    return _text(s)[0]


def isabs(s):
    s, slash = _text(s)
    return s.startswith(slash)


def join(a, *p):
    path, slash = _text(a)
    for part in p:
        part = _text(part)[0]
        if type(part) is not type(path):
            raise TypeError("Can't mix strings and bytes in path components")
        if part.startswith(slash) or not path:
            path = part
        elif path.endswith(slash):
            path += part
        else:
            path += slash + part
    return path


def split(p):
    p, slash = _text(p)
    i = p.rfind(slash) + 1
    head, tail = p[:i], p[i:]
    if head and head != slash * len(head):
        head = head.rstrip(slash)
    return head, tail


def basename(p):
    p, slash = _text(p)
    return p[p.rfind(slash) + 1:]


def dirname(p):
    return split(p)[0]


def splitext(p):
    p, slash = _text(p)
    dot = b'.' if isinstance(p, bytes) else '.'
    start = p.rfind(slash) + 1
    i = p.rfind(dot)
    if i > start and p[start:i].strip(dot):
        return p[:i], p[i:]
    return p, p[:0]


def splitdrive(p):
    p = _text(p)[0]
    return p[:0], p


def splitroot(p):
    p, slash = _text(p)
    empty = p[:0]
    if p[:1] != slash:
        return empty, empty, p
    if p[1:2] != slash or p[2:3] == slash:
        return empty, slash, p[1:]
    return empty, p[:2], p[2:]


def commonprefix(m):
    if not m:
        return ''
    m = [x if isinstance(x, (list, tuple)) else _text(x)[0] for x in m]
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    paths = [_text(p)[0] for p in paths]
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    slash = b'/' if isinstance(paths[0], bytes) else '/'
    dot = b'.' if isinstance(paths[0], bytes) else '.'
    absolute = {p.startswith(slash) for p in paths}
    if len(absolute) != 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[c for c in p.split(slash) if c and c != dot] for p in paths]
    low, high = min(parts), max(parts)
    common = low
    for i, c in enumerate(low):
        if i >= len(high) or c != high[i]:
            common = low[:i]
            break
    return (slash if absolute.pop() else slash[:0]) + slash.join(common)


def _kind(path, follow=True):
    import io
    io._flush_all()
    try:
        if isinstance(path, int):
            return _posix.stat_fields(path, True)[0] & 0o170000
        return _posix.file_kind(_text(path)[0], follow)
    except (OSError, ValueError):
        return 0


def exists(path):
    return _kind(path) != 0


def lexists(path):
    return _kind(path, False) != 0


def isfile(path):
    return _kind(path) == 0o100000


def isdir(s):
    return _kind(s) == 0o040000


def islink(path):
    return _kind(path, False) == 0o120000


def isjunction(path):
    return False


def isreserved(path):
    return False


def ismount(path):
    path = _text(path)[0]
    if not isdir(path):
        return False
    here = _posix.stat_fields(path, False)
    above = _posix.stat_fields(join(path, '..' if isinstance(path, str) else b'..'), False)
    return here[2] != above[2] or here[1] == above[1]


def _fields(path):
    import os
    return os.stat(path)


def getsize(filename):
    return _fields(filename).st_size


def getmtime(filename):
    return _fields(filename).st_mtime


def getatime(filename):
    return _fields(filename).st_atime


def getctime(filename):
    return _fields(filename).st_ctime


def samestat(s1, s2):
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    return samestat(_fields(f1), _fields(f2))


def sameopenfile(fp1, fp2):
    return samestat(_fields(fp1), _fields(fp2))


def normpath(path):
    path, slash = _text(path)
    dot, dots = (b'.', b'..') if isinstance(path, bytes) else ('.', '..')
    if not path:
        return dot
    root = splitroot(path)[1]
    parts = []
    for part in path.split(slash):
        if not part or part == dot:
            continue
        if part == dots and (parts and parts[-1] != dots or not parts and root):
            if parts:
                parts.pop()
        else:
            parts.append(part)
    return root + slash.join(parts) or dot


def abspath(path):
    path, slash = _text(path)
    if not path.startswith(slash):
        here = _posix.getcwd()
        path = join(here.encode() if isinstance(path, bytes) else here, path)
    return normpath(path)


def realpath(filename, *, strict=False):
    path, slash = _text(filename)
    todo = [part for part in reversed(abspath_keeping_dots(path).split(slash)) if part]
    done = slash
    links = 0
    while todo:
        part = todo.pop()
        if part in ('.', b'.'):
            continue
        if part in ('..', b'..'):
            done = dirname(done)
            continue
        at = join(done, part)
        if _posix.file_kind(at, False) != 0o120000:
            if strict:
                _posix.stat_fields(at, False)
            done = at
            continue
        links += 1
        if links > 40:
            if strict:
                _posix.stat_fields(at, True)
            return at
        target = _posix.readlink(at)
        if isinstance(path, bytes):
            target = target.encode()
        if target.startswith(slash):
            done = slash
        todo.extend([p for p in reversed(target.split(slash)) if p])
    return done


def abspath_keeping_dots(path):
    slash = b'/' if isinstance(path, bytes) else '/'
    if path.startswith(slash):
        return path
    here = _posix.getcwd()
    return join(here.encode() if isinstance(path, bytes) else here, path)


def relpath(path, start=None):
    if not path:
        raise ValueError('no path specified')
    path, slash = _text(path)
    dot, dots = (b'.', b'..') if isinstance(path, bytes) else ('.', '..')
    a = [p for p in abspath(dot if start is None else start).split(slash) if p]
    b = [p for p in abspath(path).split(slash) if p]
    i = len(commonprefix([a, b]))
    parts = [dots] * (len(a) - i) + b[i:]
    return slash.join(parts) if parts else dot


def expanduser(path):
    path, slash = _text(path)
    tilde = b'~' if isinstance(path, bytes) else '~'
    if not path.startswith(tilde):
        return path
    i = path.find(slash)
    end = len(path) if i < 0 else i
    if end != 1:
        return path
    import os
    home = os.environ.get('HOME', '/root')
    if isinstance(path, bytes):
        home = home.encode()
    return (home.rstrip(slash) + path[end:]) or slash


def expandvars(path):
    import os
    path = _text(path)[0]
    as_bytes = isinstance(path, bytes)
    text = path.decode() if as_bytes else path
    result = ''
    i = 0
    while i < len(text):
        if text[i] != '$':
            result += text[i]
            i += 1
            continue
        if text[i + 1:i + 2] == '{':
            end = text.find('}', i)
            name = text[i + 2:end] if end >= 0 else ''
            after = end + 1
        else:
            after = i + 1
            while after < len(text) and (text[after].isalnum() or text[after] == '_') and \
                    text[after].isascii():
                after += 1
            name = text[i + 1:after]
        if name and name in os.environ:
            result += os.environ[name]
            i = after
        else:
            result += text[i]
            i += 1
    return result.encode() if as_bytes else result
