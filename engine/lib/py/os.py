"""What programs ask of the operating system."""

import _posix
import _signal
import _vm
import posixpath as path
import stat as st
import sys
from _collections_abc import MutableMapping, _generic_alias
from posixpath import curdir, pardir, sep, pathsep, defpath, altsep, extsep, devnull

sys.modules['os.path'] = path

name = 'posix'
linesep = '\n'
error = OSError
F_OK, X_OK, W_OK, R_OK = 0, 1, 2, 4
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
for _name in ('O_RDONLY', 'O_WRONLY', 'O_RDWR', 'O_CREAT', 'O_EXCL', 'O_TRUNC', 'O_APPEND',
              'O_NONBLOCK', 'O_CLOEXEC', 'O_DIRECTORY', 'O_SYNC', 'O_NOCTTY'):
    globals()[_name] = getattr(_posix, _name)
EX_OK = 0
supports_follow_symlinks = set()
supports_dir_fd = set()
supports_fd = set()


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), '__fspath__', None)
    if method is None:
        raise TypeError('expected str, bytes or os.PathLike object, '
                        f'not {type(path).__name__}')
    found = method(path)
    if not isinstance(found, (str, bytes)):
        raise TypeError(f'expected {type(path).__name__}.__fspath__() to return str or bytes, '
                        f'not {type(found).__name__}')
    return found


def fsencode(filename):
    filename = fspath(filename)
    return filename if isinstance(filename, bytes) else filename.encode('utf-8', 'surrogateescape')


def fsdecode(filename):
    filename = fspath(filename)
    return filename if isinstance(filename, str) else filename.decode('utf-8', 'surrogateescape')


def _path_like():
    import abc

    class PathLike(abc.ABC):
        """What can be used as a path: it has __fspath__."""

        __slots__ = ()

        @abc.abstractmethod
        def __fspath__(self):
            raise NotImplementedError

        @classmethod
        def __subclasshook__(cls, subclass):
            if cls is PathLike:
                for base in subclass.__mro__:
                    if '__fspath__' in base.__dict__:
                        return True
            return NotImplemented

        def __class_getitem__(cls, item):
            import types
            return types.GenericAlias(cls, item)

    PathLike.__module__ = 'os'
    PathLike.__qualname__ = 'PathLike'
    return PathLike


PathLike = _path_like()


# ---- environment

class _Environ(MutableMapping):
    """The environment: a mapping of str to str."""

    def __init__(self, data):
        self._data = data

    def _checked(self, value):
        if not isinstance(value, str):
            raise TypeError(f'str expected, not {type(value).__name__}')
        return value

    def __getitem__(self, key):
        try:
            return self._data[self._checked(key)]
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        self._data[self._checked(key)] = self._checked(value)

    def __delitem__(self, key):
        try:
            del self._data[self._checked(key)]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        return iter(list(self._data))

    def __len__(self):
        return len(self._data)

    def copy(self):
        return dict(self._data)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def __or__(self, other):
        return {**self._data, **other}

    def __ior__(self, other):
        self.update(other)
        return self

    def __repr__(self):
        return f'environ({self._data!r})'


environ = _Environ(_posix.environ())


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(name, value, /):
    environ[fsdecode(name)] = fsdecode(value)


def unsetenv(name, /):
    environ.pop(fsdecode(name), None)


# ---- files and folders

def _settled():
    """Files that are still open for writing are complete for whoever looks now."""
    io = sys.modules.get('io')
    if io is not None:
        io._flush_all()


def _file(path):
    return path if isinstance(path, int) else fspath(path)


class stat_result(tuple):
    """The answer of stat(): ten fields, some more by name."""

    __slots__ = ()
    n_fields = 19
    n_sequence_fields = 10
    st_mode = property(lambda self: self[0])
    st_ino = property(lambda self: self[1])
    st_dev = property(lambda self: self[2])
    st_nlink = property(lambda self: self[3])
    st_uid = property(lambda self: self[4])
    st_gid = property(lambda self: self[5])
    st_size = property(lambda self: self[6])
    st_atime_ns = property(lambda self: tuple.__getitem__(self, 7))
    st_mtime_ns = property(lambda self: tuple.__getitem__(self, 8))
    st_ctime_ns = property(lambda self: tuple.__getitem__(self, 9))
    st_atime = property(lambda self: self.st_atime_ns / 1e9)
    st_mtime = property(lambda self: self.st_mtime_ns / 1e9)
    st_ctime = property(lambda self: self.st_ctime_ns / 1e9)

    def __getitem__(self, index):
        values = tuple(self)
        return values[index]

    def __iter__(self):
        for i in range(10):
            value = tuple.__getitem__(self, i)
            yield value // 1000000000 if i >= 7 else value

    def __repr__(self):
        names = ('st_mode', 'st_ino', 'st_dev', 'st_nlink', 'st_uid', 'st_gid', 'st_size',
                 'st_atime', 'st_mtime', 'st_ctime')
        return 'os.stat_result(' + ', '.join([f'{n}={v}' for n, v in zip(names, self)]) + ')'


def stat(path, *, dir_fd=None, follow_symlinks=True):
    _settled()
    return tuple.__new__(stat_result, _posix.stat_fields(_file(path), follow_symlinks))


def lstat(path, *, dir_fd=None):
    return stat(path, follow_symlinks=False)


def fstat(fd):
    return stat(fd)


def open(path, flags, mode=0o777, *, dir_fd=None):
    _settled()
    return _posix.open(fspath(path), flags, mode)


def fdopen(fd, mode='r', buffering=-1, encoding=None, *args, **kwargs):
    if not isinstance(fd, int):
        raise TypeError(f'invalid fd type ({type(fd)}, expected integer)')
    import io
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


def close(fd):
    _posix.close(fd)


def read(fd, length, /):
    if fd == 0:
        return sys.__stdin__._read_bytes(length)
    return _posix.read(fd, length)


def write(fd, data, /):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return _posix.write(fd, data)


def lseek(fd, position, whence, /):
    return _posix.lseek(fd, position, whence)


def truncate(path, length):
    _settled()
    _posix.truncate(_file(path), length)


def ftruncate(fd, length, /):
    _posix.truncate(fd, length)


def fsync(fd):
    _settled()
    _posix.fsync(fd)


fdatasync = fsync
dup = _posix.dup
isatty = _posix.isatty
strerror = _posix.strerror


def dup2(fd, fd2, inheritable=True):
    return _posix.dup2(fd, fd2)


def listdir(path=None):
    _settled()
    path = '.' if path is None else fspath(path)
    names = _posix.listdir(path)
    return [name.encode() for name in names] if isinstance(path, bytes) else names


def mkdir(path, mode=0o777, *, dir_fd=None):
    _posix.mkdir(fspath(path), mode)


def makedirs(name, mode=0o777, exist_ok=False):
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == curdir or tail == b'.':
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def rmdir(path, *, dir_fd=None):
    _posix.rmdir(fspath(path))


def removedirs(name):
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def unlink(path, *, dir_fd=None):
    _settled()
    _posix.unlink(fspath(path))


remove = unlink


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    _settled()
    _posix.rename(fspath(src), fspath(dst))


replace = rename


def renames(old, new):
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


def symlink(src, dst, target_is_directory=False, *, dir_fd=None):
    _posix.symlink(fspath(src), fspath(dst))


def link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True):
    _settled()
    _posix.link(fspath(src), fspath(dst))


def readlink(path, *, dir_fd=None):
    return _posix.readlink(fspath(path))


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    _settled()
    return _posix.access(fspath(path), mode)


def chmod(path, mode, *, dir_fd=None, follow_symlinks=True):
    _posix.chmod(fspath(path), mode)


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    _settled()
    if ns is None:
        if times is None:
            import time
            now = time.time_ns()
            ns = now, now
        else:
            ns = int(times[0] * 1e9), int(times[1] * 1e9)
    _posix.utime(fspath(path), ns[0], ns[1])


def getcwd():
    return _posix.getcwd()


def getcwdb():
    return fsencode(_posix.getcwd())


def chdir(path):
    _posix.chdir(fspath(path))


class DirEntry:
    """An entry of a folder, as scandir() yields it."""

    __slots__ = ('name', 'path', '_folder')
    __class_getitem__ = classmethod(_generic_alias)

    def __init__(self, folder, name):
        self.name = name
        self._folder = folder
        self.path = path.join(folder, name)

    def __fspath__(self):
        return self.path

    def is_dir(self, *, follow_symlinks=True):
        return _posix.file_kind(self.path, follow_symlinks) == st.S_IFDIR

    def is_file(self, *, follow_symlinks=True):
        return _posix.file_kind(self.path, follow_symlinks) == st.S_IFREG

    def is_symlink(self):
        return _posix.file_kind(self.path, False) == st.S_IFLNK

    def is_junction(self):
        return False

    def stat(self, *, follow_symlinks=True):
        return stat(self.path, follow_symlinks=follow_symlinks)

    def inode(self):
        return stat(self.path, follow_symlinks=False).st_ino

    def __repr__(self):
        return f'<DirEntry {self.name!r}>'


class _ScanDir:
    def __init__(self, folder):
        self._entries = iter([DirEntry(folder, name) for name in listdir(folder)])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()

    def close(self):
        self._entries = iter(())


def scandir(path=None):
    return _ScanDir('.' if path is None else fspath(path))


def walk(top, topdown=True, onerror=None, followlinks=False):
    stack = [fspath(top)]
    while stack:
        folder = stack.pop()
        if isinstance(folder, tuple):
            yield folder
            continue
        dirs, files, inner = [], [], []
        try:
            entries = list(scandir(folder))
        except OSError as e:
            if onerror is not None:
                onerror(e)
            continue
        for entry in entries:
            if entry.is_dir():
                dirs.append(entry.name)
                if followlinks or not entry.is_symlink():
                    inner.append(entry.path)
            else:
                files.append(entry.name)
        if topdown:
            yield folder, dirs, files
            for name in reversed(dirs):
                below = path.join(folder, name)
                if followlinks or not path.islink(below):
                    stack.append(below)
        else:
            stack.append((folder, dirs, files))
            stack.extend(reversed(inner))


# ---- the process

if sys._options['controlled']:
    # The same in every run.
    def getpid():
        return 1000

    def getppid():
        return 1
else:
    getpid = _posix.getpid
    getppid = _posix.getppid
getuid = geteuid = _posix.getuid
getgid = getegid = _posix.getgid
cpu_count = process_cpu_count = _posix.cpu_count
urandom = _posix.urandom

_options = _vm.options()
if _options['controlled']:
    _entropy = _options['seed']
    _MASK = (1 << 64) - 1

    def urandom(size, /):
        """Bytes that are the same in every run of one schedule (SplitMix64)."""
        global _entropy
        words = []
        for _ in range((size + 7) // 8):
            _entropy = z = (_entropy + 0x9E3779B97F4A7C15) & _MASK
            z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
            z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _MASK
            words.append((z ^ (z >> 31)).to_bytes(8, 'little'))
        return b''.join(words)[:size]


def getrandom(size, flags=0):
    return urandom(size)


def sched_getaffinity(pid, /):
    return set(range(cpu_count()))


def sched_yield():
    import time
    time.sleep(0)


def getloadavg():
    return 0.0, 0.0, 0.0


def getlogin():
    return environ.get('USER', 'root')


class terminal_size(tuple):
    __slots__ = ()
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f'os.terminal_size(columns={self[0]}, lines={self[1]})'


def get_terminal_size(fd=1, /):
    if not isatty(fd):
        raise OSError(25, 'Inappropriate ioctl for device')
    return terminal_size((80, 24))


class uname_result(tuple):
    __slots__ = ()
    sysname = property(lambda self: self[0])
    nodename = property(lambda self: self[1])
    release = property(lambda self: self[2])
    version = property(lambda self: self[3])
    machine = property(lambda self: self[4])

    def __repr__(self):
        names = 'sysname', 'nodename', 'release', 'version', 'machine'
        fields = ', '.join([f'{name}={value!r}' for name, value in zip(names, self)])
        return f'posix.uname_result({fields})'


def uname():
    return uname_result(('Linux', 'localhost', '6.0', 'Heddle', 'x86_64'))


def umask(mask, /):
    return 0o022


def _exit(status):
    _posix.exit_now(status)


def abort():
    _posix.exit_now(134)


def kill(pid, signal, /):
    """Sends a signal to this process."""
    import operator
    number = operator.index(signal)
    if pid != getpid():
        raise NotImplementedError('os.kill() of another process is not there yet: Heddle does not '
                                  'run other processes so far')
    if not 0 <= number < 65:
        raise OSError(22, 'Invalid argument')
    if number:
        _signal.raise_signal(number)


def _needs_processes(name):
    def function(*args, **kwargs):
        raise NotImplementedError(f'os.{name}() is not there yet: Heddle does not run other '
                                  'processes so far')
    function.__name__ = function.__qualname__ = name
    return function


for _name in ('system', 'popen', 'killpg', 'waitpid', 'wait', 'execv', 'execve', 'execvp',
              'execvpe', 'spawnv', 'posix_spawn', 'setsid', 'setpgid'):
    globals()[_name] = _needs_processes(_name)
del _name


def pipe():
    raise NotImplementedError('os.pipe() is not there yet')


__all__ = [_n for _n in globals() if not _n.startswith('_') and _n not in ('sys', 'st', 'MutableMapping')]
__all__.append('_exit')
