"""Files and folders that go by themselves."""

__all__ = ['NamedTemporaryFile', 'TemporaryFile', 'SpooledTemporaryFile', 'TemporaryDirectory',
           'mkstemp', 'mkdtemp', 'mktemp', 'TMP_MAX', 'gettempprefix', 'tempdir', 'gettempdir']

import io
import os
from _collections_abc import _generic_alias

TMP_MAX = 10000
template = 'tmp'
tempdir = None
_letters = 'abcdefghijklmnopqrstuvwxyz0123456789_'


def gettempprefix():
    return template


def gettempdir():
    """The folder for temporary files."""
    global tempdir
    if tempdir is None:
        for name in ('TMPDIR', 'TEMP', 'TMP'):
            folder = os.environ.get(name)
            if folder and os.path.isdir(folder):
                break
        else:
            folder = '/tmp' if os.path.isdir('/tmp') else os.getcwd()
        tempdir = os.path.abspath(folder)
    return tempdir


def _names(suffix, prefix, dir):
    import random
    suffix = suffix or ''
    prefix = template if prefix is None else prefix
    dir = gettempdir() if dir is None else dir
    source = random.Random()
    for _ in range(TMP_MAX):
        yield os.path.abspath(os.path.join(
            dir, prefix + ''.join(source.choices(_letters, k=8)) + suffix))
    raise FileExistsError('No usable temporary file name found')


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """(descriptor, path) of a new file."""
    for path in _names(suffix, prefix, dir):
        try:
            return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), path
        except FileExistsError:
            continue


def mkdtemp(suffix=None, prefix=None, dir=None):
    """The path of a new folder."""
    for path in _names(suffix, prefix, dir):
        try:
            os.mkdir(path, 0o700)
        except FileExistsError:
            continue
        return path


def mktemp(suffix='', prefix=template, dir=None):
    for path in _names(suffix, prefix, dir):
        if not os.path.exists(path):
            return path


class _TemporaryFileWrapper:
    """A file with a name that is deleted when it is closed."""

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file = file
        self.name = name
        self.delete = delete
        self._delete_on_close = delete_on_close
        self._gone = False

    def __getattr__(self, name):
        return getattr(self.file, name)

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, *details):
        result = self.file.__exit__(*details)
        self._remove()
        return result

    def close(self):
        self.file.close()
        if self._delete_on_close:
            self._remove()

    def _remove(self):
        if self.delete and not self._gone:
            self._gone = True
            try:
                os.unlink(self.name)
            except FileNotFoundError:
                pass

    def __iter__(self):
        for line in self.file:
            yield line


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None,
                       prefix=None, dir=None, delete=True, *, errors=None, delete_on_close=True):
    fd, path = mkstemp(suffix, prefix, dir)
    os.close(fd)
    file = open(path, mode, buffering=buffering, encoding=encoding, newline=newline, errors=errors)
    return _TemporaryFileWrapper(file, path, delete, delete_on_close)


def TemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                  dir=None, *, errors=None):
    """A file without a name."""
    fd, path = mkstemp(suffix, prefix, dir)
    os.close(fd)
    file = open(path, mode, buffering=buffering, encoding=encoding, newline=newline, errors=errors)
    os.unlink(path)
    return file


class SpooledTemporaryFile:
    """A file in memory, for as long as it is small."""

    __class_getitem__ = classmethod(_generic_alias)

    def __init__(self, max_size=0, mode='w+b', buffering=-1, encoding=None, newline=None,
                 suffix=None, prefix=None, dir=None, *, errors=None):
        self._file = io.BytesIO() if 'b' in mode else io.StringIO(newline=newline or '\n')
        self._max_size = max_size
        self._rolled = False
        self._arguments = dict(mode=mode, buffering=buffering, encoding=encoding, newline=newline,
                               suffix=suffix, prefix=prefix, dir=dir, errors=errors)

    def rollover(self):
        if self._rolled:
            return
        old = self._file
        new = self._file = TemporaryFile(**self._arguments)
        new.write(old.getvalue())
        new.seek(old.tell())
        self._rolled = True

    def write(self, s):
        count = self._file.write(s)
        if not self._rolled and self._max_size and self._file.tell() > self._max_size:
            self.rollover()
        return count

    def __getattr__(self, name):
        return getattr(self._file, name)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self._file.close()

    def __iter__(self):
        return iter(self._file)


class TemporaryDirectory:
    """A folder that is deleted with what is in it."""

    __class_getitem__ = classmethod(_generic_alias)

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *,
                 delete=True):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore_cleanup_errors = ignore_cleanup_errors
        self._delete = delete

    def __repr__(self):
        return f'<{self.__class__.__name__} {self.name!r}>'

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        if os.path.exists(self.name):
            try:
                _remove_tree(self.name)
            except OSError:
                if not self._ignore_cleanup_errors:
                    raise


def _remove_tree(path):
    for name in os.listdir(path):
        inner = os.path.join(path, name)
        if os.path.isdir(inner) and not os.path.islink(inner):
            _remove_tree(inner)
        else:
            os.unlink(inner)
    os.rmdir(path)
