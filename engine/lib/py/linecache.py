"""Lines of source files, kept once they have been read."""

import _posix
import _vm
import sys

__all__ = ['getline', 'clearcache', 'checkcache', 'lazycache', 'getlines', 'updatecache']

# filename: (size, mtime or None, lines, full name)
cache = {}


def clearcache():
    cache.clear()


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename, module_globals)
    if 1 <= lineno <= len(lines):
        return lines[lineno - 1]
    return ''


def getlines(filename, module_globals=None):
    entry = cache.get(filename)
    if entry is not None and len(entry) != 1:
        return entry[2]
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        clearcache()
        return []


def checkcache(filename=None):
    names = list(cache) if filename is None else [filename]
    for name in names:
        entry = cache.get(name)
        if entry is None or len(entry) == 1 or entry[1] is None:
            continue
        try:
            fields = _posix.stat_fields(entry[3], True)
        except OSError:
            cache.pop(name, None)
            continue
        if fields[6] != entry[0] or fields[8] != entry[1]:
            cache.pop(name, None)


def _split(text):
    lines = []
    for line in text.replace('\r\n', '\n').replace('\r', '\n').split('\n'):
        lines.append(line + '\n')
    if lines and lines[-1] == '\n':
        lines.pop()
    return lines


def _embedded(filename):
    """Source of a module of the library, which lies in no folder."""
    if not filename.endswith('.py') or filename.startswith('/'):
        return None
    name = filename[:-3]
    if name.endswith('/__init__'):
        name = name[:-9]
    found = _vm.find_source(name.replace('/', '.'))
    return None if found is None or found[1] != filename else found[0]


def updatecache(filename, module_globals=None):
    cache.pop(filename, None)
    if not filename:
        return []
    main = getattr(sys, '_main_source', None)
    if main is not None and main[0] == filename:
        text = main[1]
        lines = _split(text)
        cache[filename] = (len(text), None, lines, filename)
        return lines
    if filename.startswith('<') and filename.endswith('>'):
        return []
    text = _embedded(filename)
    if text is not None:
        lines = _split(text)
        cache[filename] = (len(text), None, lines, filename)
        return lines
    names = [filename]
    if not filename.startswith('/'):
        names.extend([f'{folder}/{filename}' for folder in sys.path if isinstance(folder, str)])
    for name in names:
        data = _posix.read_file(name)
        if data is None:
            continue
        if data.startswith(b'\xef\xbb\xbf'):
            data = data[3:]
        try:
            text = data.decode('utf-8')
        except UnicodeDecodeError:
            text = data.decode('latin-1')
        lines = _split(text)
        fields = _posix.stat_fields(name, True)
        cache[filename] = (fields[6], fields[8], lines, name)
        return lines
    return []


def lazycache(filename, module_globals):
    return False
