"""Paths as objects."""

__all__ = ['UnsupportedOperation', 'PurePath', 'PurePosixPath', 'Path', 'PosixPath']

import fnmatch
import io
import os
import posixpath
import stat as _stat
from types import GenericAlias


class UnsupportedOperation(NotImplementedError):
    """What this system cannot do."""


class _Parents:
    """The folders that a path lies in, the nearest first."""

    def __init__(self, path):
        self._path = path
        self._count = len(path._parts)

    def __len__(self):
        return self._count

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple([self[i] for i in range(*index.indices(len(self)))])
        if index >= len(self) or index < -len(self):
            raise IndexError(index)
        if index < 0:
            index += len(self)
        path = self._path
        return path._of(path.root, path._parts[:self._count - 1 - index])

    def __iter__(self):
        for i in range(len(self)):
            yield self[i]

    def __reversed__(self):
        for i in reversed(range(len(self))):
            yield self[i]

    def __repr__(self):
        return f'<{type(self._path).__name__}.parents>'


class PurePath:
    """A path of which only the text counts."""

    __slots__ = ('_raw', '_root', '_tail', '_text')
    parser = posixpath

    def __new__(cls, *args, **kwargs):
        if cls is PurePath:
            cls = PurePosixPath
        return object.__new__(cls)

    def __init__(self, *args):
        texts = []
        for arg in args:
            if isinstance(arg, PurePath):
                texts.append(str(arg))
                continue
            text = os.fspath(arg) if hasattr(arg, '__fspath__') else arg
            if not isinstance(text, str):
                raise TypeError('argument should be a str or an os.PathLike object where '
                                f'__fspath__ returns a str, not {type(text).__name__!r}')
            texts.append(text)
        self._raw = posixpath.join(*texts) if texts else ''
        self._root = None
        self._text = None

    def _split(self):
        raw = self._raw
        if not raw.startswith('/'):
            self._root = ''
        elif raw.startswith('//') and not raw.startswith('///'):
            self._root = '//'
        else:
            self._root = '/'
        self._tail = [part for part in raw.split('/') if part and part != '.']

    @property
    def root(self):
        if self._root is None:
            self._split()
        return self._root

    @property
    def _parts(self):
        if self._root is None:
            self._split()
        return self._tail

    @property
    def drive(self):
        return ''

    @property
    def anchor(self):
        return self.root

    def _of(self, root, parts):
        path = self.with_segments(root + '/'.join(parts))
        return path

    def with_segments(self, *pathsegments):
        return type(self)(*pathsegments)

    def __str__(self):
        if self._text is None:
            self._text = self.root + '/'.join(self._parts) or '.'
        return self._text

    def __fspath__(self):
        return str(self)

    def as_posix(self):
        return str(self)

    def __bytes__(self):
        return os.fsencode(str(self))

    def __repr__(self):
        return f'{type(self).__name__}({self.as_posix()!r})'

    def __reduce__(self):
        return self.__class__, (str(self),)

    def _same_kind(self, other):
        return isinstance(other, PurePath) and self.parser is other.parser

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._same_kind(other) and str(self) == str(other)

    def __hash__(self):
        return hash(str(self))

    def __lt__(self, other):
        if not self._same_kind(other):
            return NotImplemented
        return str(self).split('/') < str(other).split('/')

    def __le__(self, other):
        if not self._same_kind(other):
            return NotImplemented
        return str(self).split('/') <= str(other).split('/')

    def __gt__(self, other):
        if not self._same_kind(other):
            return NotImplemented
        return str(self).split('/') > str(other).split('/')

    def __ge__(self, other):
        if not self._same_kind(other):
            return NotImplemented
        return str(self).split('/') >= str(other).split('/')

    def __truediv__(self, key):
        try:
            return self.with_segments(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self.with_segments(key, self)
        except TypeError:
            return NotImplemented

    __class_getitem__ = classmethod(GenericAlias)

    @property
    def parts(self):
        return ((self.root,) if self.root else ()) + tuple(self._parts)

    @property
    def parent(self):
        parts = self._parts
        if not parts:
            return self
        return self._of(self.root, parts[:-1])

    @property
    def parents(self):
        return _Parents(self)

    @property
    def name(self):
        parts = self._parts
        return parts[-1] if parts else ''

    @property
    def suffix(self):
        name = self.name.lstrip('.')
        at = name.rfind('.')
        return name[at:] if 0 < at < len(name) - 1 else ''

    @property
    def suffixes(self):
        if self.name.endswith('.'):
            return []
        return ['.' + part for part in self.name.lstrip('.').split('.')[1:]]

    @property
    def stem(self):
        suffix = self.suffix
        return self.name[:-len(suffix)] if suffix else self.name

    def with_name(self, name):
        if not name or '/' in name or name == '.':
            raise ValueError(f'Invalid name {name!r}')
        if not self.name:
            raise ValueError(f'{self!r} has an empty name')
        return self._of(self.root, self._parts[:-1] + [name])

    def with_stem(self, stem):
        suffix = self.suffix
        if not suffix:
            return self.with_name(stem)
        if not stem:
            raise ValueError(f'{self!r} has a non-empty suffix')
        return self.with_name(stem + suffix)

    def with_suffix(self, suffix):
        if '/' in suffix or suffix and not suffix.startswith('.') or suffix == '.':
            raise ValueError(f'Invalid suffix {suffix!r}')
        if not self.name:
            raise ValueError(f'{self!r} has an empty name')
        return self.with_name(self.stem + suffix)

    def joinpath(self, *pathsegments):
        return self.with_segments(self, *pathsegments)

    def is_absolute(self):
        return bool(self.root)

    def is_reserved(self):
        return False

    def relative_to(self, other, *_deprecated, walk_up=False):
        if not isinstance(other, PurePath):
            other = self.with_segments(other)
        for steps, path in enumerate([other] + list(other.parents)):
            if path == self or path in self.parents:
                break
            if not walk_up:
                raise ValueError(f'{str(self)!r} is not in the subpath of {str(other)!r}')
            if path.name == '..':
                raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
        else:
            raise ValueError(f'{str(self)!r} and {str(other)!r} have different anchors')
        return self._of('', ['..'] * steps + self._parts[len(path._parts):])

    def is_relative_to(self, other, *_deprecated):
        if not isinstance(other, PurePath):
            other = self.with_segments(other)
        return other == self or other in self.parents

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote_from_bytes
        return 'file://' + quote_from_bytes(os.fsencode(str(self)))

    def match(self, path_pattern, *, case_sensitive=None):
        """Whether the path ends with what the pattern says; `**` is as `*`."""
        pattern = self._pattern(path_pattern)
        wanted = pattern.parts
        own = self.parts
        if not wanted:
            raise ValueError('empty pattern')
        if len(wanted) > len(own) or len(own) > len(wanted) and pattern.anchor:
            return False
        fold = _folding(case_sensitive)
        return all([fnmatch.fnmatchcase(fold(part), fold('*' if each == '**' else each))
                    for part, each in zip(reversed(own), reversed(wanted))])

    def full_match(self, pattern, *, case_sensitive=None):
        """Whether the whole path is what the pattern says; `**` is any number of folders."""
        fold = _folding(case_sensitive)
        return _full_match([fold(part) for part in self.parts],
                           [fold(part) for part in self._pattern(pattern).parts])

    def _pattern(self, pattern):
        return pattern if isinstance(pattern, PurePath) else self.with_segments(pattern)


def _folding(case_sensitive):
    return str.lower if case_sensitive is False else str


def _full_match(parts, pattern):
    # The places in the pattern at which the parts so far may have brought us.
    def opened(places):
        found = set()
        for place in places:
            found.add(place)
            while place < len(pattern) and pattern[place] == '**':
                place += 1
                found.add(place)
        return found

    places = opened({0})
    for part in parts:
        following = set()
        for place in places:
            if place < len(pattern):
                if pattern[place] == '**':
                    following.add(place)
                elif fnmatch.fnmatchcase(part, pattern[place]):
                    following.add(place + 1)
        places = opened(following)
    return len(pattern) in places


class PurePosixPath(PurePath):
    __slots__ = ()


os.PathLike.register(PurePath)


class Path(PurePath):
    """A path of the file system."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        return object.__new__(cls)

    @classmethod
    def cwd(cls):
        return cls().absolute()

    @classmethod
    def home(cls):
        return cls('~').expanduser()

    @classmethod
    def from_uri(cls, uri):
        if not uri.startswith('file:'):
            raise ValueError(f"URI does not start with 'file:': {uri!r}")
        path = uri[5:]
        if path.startswith('///'):
            path = path[2:]
        elif path.startswith('//localhost/'):
            path = path[11:]
        from urllib.parse import unquote_to_bytes
        result = cls(os.fsdecode(unquote_to_bytes(path)))
        if not result.is_absolute():
            raise ValueError(f'URI is not absolute: {uri!r}')
        return result

    # ---- what lies there

    def stat(self, *, follow_symlinks=True):
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        return self.stat(follow_symlinks=False)

    def exists(self, *, follow_symlinks=True):
        return os.path.exists(self) if follow_symlinks else os.path.lexists(self)

    def is_dir(self, *, follow_symlinks=True):
        return self._has_mode(_stat.S_ISDIR, follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        return self._has_mode(_stat.S_ISREG, follow_symlinks)

    def is_symlink(self):
        return self._has_mode(_stat.S_ISLNK, False)

    def is_socket(self):
        return self._has_mode(_stat.S_ISSOCK, True)

    def is_fifo(self):
        return self._has_mode(_stat.S_ISFIFO, True)

    def is_block_device(self):
        return self._has_mode(_stat.S_ISBLK, True)

    def is_char_device(self):
        return self._has_mode(_stat.S_ISCHR, True)

    def _has_mode(self, test, follow):
        try:
            return test(self.stat(follow_symlinks=follow).st_mode)
        except (OSError, ValueError):
            return False

    def is_junction(self):
        return False

    def is_mount(self):
        return os.path.ismount(self)

    def samefile(self, other_path):
        own = self.stat()
        if isinstance(other_path, PurePath):
            other = other_path.stat()
        else:
            other = self.with_segments(other_path).stat()
        return own.st_ino == other.st_ino and own.st_dev == other.st_dev

    def owner(self, *, follow_symlinks=True):
        uid = self.stat(follow_symlinks=follow_symlinks).st_uid
        return 'root' if uid == 0 else str(uid)

    def group(self, *, follow_symlinks=True):
        gid = self.stat(follow_symlinks=follow_symlinks).st_gid
        return 'root' if gid == 0 else str(gid)

    # ---- contents

    def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        if 'b' not in mode:
            encoding = io.text_encoding(encoding)
        return io.open(str(self), mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        with self.open('rb') as file:
            return file.read()

    def read_text(self, encoding=None, errors=None, newline=None):
        with self.open('r', -1, encoding, errors, newline) as file:
            return file.read()

    def write_bytes(self, data):
        view = memoryview(data)
        with self.open('wb') as file:
            return file.write(view)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f'data must be str, not {type(data).__name__}')
        with self.open('w', -1, encoding, errors, newline) as file:
            return file.write(data)

    # ---- folders

    def iterdir(self):
        base = self._prefix()
        for name in os.listdir(self):
            yield self._child(base, name)

    def _prefix(self):
        text = str(self)
        return '' if text == '.' else text if text.endswith('/') else text + '/'

    def _child(self, base, name):
        return self.with_segments(base + name)

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        """The paths below that the pattern matches."""
        if not isinstance(pattern, PurePath):
            raw = os.fspath(pattern)
            pattern = self.with_segments(raw)
        else:
            raw = str(pattern)
        if pattern.anchor:
            raise NotImplementedError('Non-relative patterns are unsupported')
        parts = list(pattern._parts)
        if not parts:
            raise ValueError(f'Unacceptable pattern: {str(pattern)!r}')
        if raw.endswith('/'):
            parts.append('')
        fold = _folding(case_sensitive)
        return self._select(self, parts, fold, recurse_symlinks)

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        if not isinstance(pattern, PurePath):
            raw = os.fspath(pattern)
            pattern = self.with_segments(raw)
        else:
            raw = str(pattern)
        if pattern.anchor:
            raise NotImplementedError('Non-relative patterns are unsupported')
        parts = ['**'] + list(pattern._parts)
        if raw.endswith('/') and pattern._parts:
            parts.append('')
        fold = _folding(case_sensitive)
        return self._select(self, parts, fold, recurse_symlinks)

    @staticmethod
    def _select(folder, parts, fold, follow):
        if not parts:
            yield folder
            return
        first, rest = parts[0], parts[1:]
        select = Path._select
        if first == '':
            if folder.is_dir():
                yield folder
        elif first == '**':
            while rest and rest[0] == '**':
                rest = rest[1:]
            if rest == ['']:
                rest = []
                files = False
            else:
                files = not rest
            seen = set()
            for each, is_folder in folder._tree(follow):
                if not rest:
                    if files or is_folder:
                        yield each
                elif is_folder:
                    for found in select(each, rest, fold, follow):
                        text = str(found)
                        if text not in seen:
                            seen.add(text)
                            yield found
        elif first == '..' or not any([c in first for c in '*?[']) and fold is str:
            each = folder._child(folder._prefix(), first)
            if rest:
                yield from select(each, rest, fold, follow)
            elif each.exists(follow_symlinks=False):
                yield each
        else:
            pattern = fold(first)
            base = folder._prefix()
            try:
                with os.scandir(folder) as entries:
                    found = [(entry.name, not rest or entry.is_dir()) for entry in entries]
            except OSError:
                return
            for name, wanted in found:
                if wanted and fnmatch.fnmatchcase(fold(name), pattern):
                    yield from select(folder._child(base, name), rest, fold, follow)

    def _tree(self, follow):
        """(path, whether it is a folder) of this folder and everything below, without recursion."""
        yield self, True
        stack = [self]
        while stack:
            folder = stack.pop()
            base = folder._prefix()
            try:
                with os.scandir(folder) as entries:
                    found = [(entry.name, entry.is_dir(follow_symlinks=follow)) for entry in entries]
            except OSError:
                continue
            inner = []
            for name, is_folder in found:
                path = folder._child(base, name)
                yield path, is_folder
                if is_folder:
                    inner.append(path)
            stack.extend(reversed(inner))

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        """(folder, names of folders, names of files) of this folder and all below."""
        paths = [self]
        while paths:
            path = paths.pop()
            if isinstance(path, tuple):
                yield path
                continue
            dirs, files = [], []
            try:
                with os.scandir(path) as entries:
                    for entry in entries:
                        kind = dirs if entry.is_dir(follow_symlinks=follow_symlinks) else files
                        kind.append(entry.name)
            except OSError as error:
                if on_error is not None:
                    on_error(error)
                continue
            if top_down:
                yield path, dirs, files
            else:
                paths.append((path, dirs, files))
            base = path._prefix()
            paths += [path._child(base, name) for name in reversed(dirs)]

    # ---- changes

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def rmdir(self):
        os.rmdir(self)

    def touch(self, mode=0o666, exist_ok=True):
        if exist_ok:
            try:
                os.utime(self, None)
            except OSError:
                pass
            else:
                return
        flags = os.O_CREAT | os.O_WRONLY
        if not exist_ok:
            flags |= os.O_EXCL
        os.close(os.open(self, flags, mode))

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rename(self, target):
        os.rename(self, target)
        return self.with_segments(target)

    def replace(self, target):
        os.replace(self, target)
        return self.with_segments(target)

    def symlink_to(self, target, target_is_directory=False):
        os.symlink(target, self)

    def hardlink_to(self, target):
        os.link(target, self)

    def readlink(self):
        return self.with_segments(os.readlink(self))

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self, mode, follow_symlinks=follow_symlinks)

    def lchmod(self, mode):
        self.chmod(mode, follow_symlinks=False)

    # ---- other forms

    def absolute(self):
        if self.is_absolute():
            return self
        cwd = os.getcwd()
        if not self._parts:
            return self.with_segments(cwd)
        return self.with_segments(cwd, str(self))

    def resolve(self, strict=False):
        return self.with_segments(os.path.realpath(self, strict=strict))

    def expanduser(self):
        if not self.root and self._parts and self._parts[0].startswith('~'):
            home = os.path.expanduser(self._parts[0])
            if home.startswith('~'):
                raise RuntimeError('Could not determine home directory.')
            return self.with_segments(home, *self._parts[1:])
        return self


class PosixPath(Path, PurePosixPath):
    __slots__ = ()
