"""The files whose paths match the pattern of a shell."""

__all__ = ['escape', 'glob', 'iglob', 'translate']

import fnmatch
import os


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive,
                      include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    pathname = os.fspath(pathname)
    root = pathname[:0] if root_dir is None else os.fspath(root_dir)
    paths = _find(root, pathname, recursive, include_hidden, False)
    for path in paths:
        if path:
            yield path


def has_magic(s):
    if isinstance(s, bytes):
        s = s.decode('iso-8859-1')
    return any([c in s for c in '*?['])


def _is_recursive(pattern):
    return pattern in ('**', b'**')


def _find(root, pathname, recursive, hidden, only_folders):
    folder, name = os.path.split(pathname)
    if not has_magic(pathname):
        full = os.path.join(root, pathname)
        if os.path.lexists(full) if name else os.path.isdir(full):
            yield pathname
        return
    if not folder:
        yield from _in_folder(root, folder, name, recursive, hidden, only_folders)
        return
    if folder != pathname and has_magic(folder):
        folders = _find(root, folder, recursive, hidden, True)
    else:
        folders = [folder]
    for folder in folders:
        for found in _in_folder(root, folder, name, recursive, hidden, only_folders):
            yield os.path.join(folder, found)


def _in_folder(root, folder, name, recursive, hidden, only_folders):
    where = os.path.join(root, folder) if root else folder
    if not has_magic(name):
        full = os.path.join(where, name)
        if os.path.lexists(full) if name else os.path.isdir(full):
            yield name
    elif recursive and _is_recursive(name):
        if not where or os.path.isdir(where):
            yield name[:0]
            yield from _below(where, hidden, only_folders)
    else:
        names = _names(where, only_folders)
        if not (hidden or _is_hidden(name)):
            names = [each for each in names if not _is_hidden(each)]
        yield from fnmatch.filter(names, name)


def _names(folder, only_folders):
    try:
        with os.scandir(folder or '.') as entries:
            found = [entry.name for entry in entries if not only_folders or entry.is_dir()]
    except OSError:
        return []
    return [os.fsencode(name) for name in found] if isinstance(folder, bytes) else found


def _below(folder, hidden, only_folders):
    for name in _names(folder, only_folders):
        if hidden or not _is_hidden(name):
            yield name
            for inner in _below(os.path.join(folder, name) if folder else name, hidden,
                                only_folders):
                yield os.path.join(name, inner)


def _is_hidden(path):
    return path[:1] in ('.', b'.')


def escape(pathname):
    """The pattern that matches just this path."""
    if isinstance(pathname, bytes):
        return b''.join([b'[' + bytes([c]) + b']' if c in b'*?[' else bytes([c])
                         for c in pathname])
    return ''.join([f'[{c}]' if c in '*?[' else c for c in pathname])


def translate(pat, *, recursive=False, include_hidden=False, seps=None):
    """The regular expression that means the same."""
    if not seps:
        seps = os.path.sep
    any_sep = f'[{fnmatch._escape(seps)}]' if len(seps) > 1 else fnmatch._escape(seps)
    not_sep = f'[^{fnmatch._escape(seps)}]'
    if include_hidden:
        one_last, one = f'{not_sep}+', f'{not_sep}+{any_sep}'
        some, some_last = f'(?:.+{any_sep})?', '.*'
    else:
        one_last, one = f'[^{fnmatch._escape(seps)}.]{not_sep}*', None
        one = f'{one_last}{any_sep}'
        some, some_last = f'(?:{one})*', f'(?:{one})*(?:{one_last})?'
    for sep in seps[1:]:
        pat = pat.replace(sep, seps[0])
    parts = pat.split(seps[0])
    result = []
    for at, part in enumerate(parts):
        last = at == len(parts) - 1
        if part == '*':
            result.append(one_last if last else one)
        elif recursive and part == '**':
            if last:
                result.append(some_last)
            elif parts[at + 1] != '**':
                result.append(some)
        else:
            if part:
                if not include_hidden and part[0] in '*?':
                    result.append(r'(?!\.)')
                for piece in fnmatch._parse(part):
                    if piece is None:
                        result.append(f'{not_sep}*')
                    elif piece == ():
                        result.append(not_sep)
                    else:
                        result.extend(fnmatch._expressions([piece]))
            if not last:
                result.append(any_sep)
    return rf'(?s:{"".join(result)})\Z'
