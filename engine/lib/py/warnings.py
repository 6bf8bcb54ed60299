"""Warnings: messages about things that are no errors."""

import sys

__all__ = ['warn', 'warn_explicit', 'showwarning', 'formatwarning', 'filterwarnings',
           'simplefilter', 'resetwarnings', 'catch_warnings', 'deprecated']

# (action, message or None, category, module or None, line), the first that fits counts; the texts
# are regular expressions.
filters = [
    ('default', None, DeprecationWarning, '__main__', 0),
    ('ignore', None, DeprecationWarning, None, 0),
    ('ignore', None, PendingDeprecationWarning, None, 0),
    ('ignore', None, ImportWarning, None, 0),
    ('ignore', None, ResourceWarning, None, 0),
]
_defaultaction = 'default'
onceregistry = {}
_version = [0]


class WarningMessage:
    """What is known of one warning."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f'{{message : {self.message!r}, category : {self._category_name!r}, '
                f'filename : {self.filename!r}, lineno : {self.lineno}, line : {self.line!r}}}')


def _text(msg):
    text = f'{msg.filename}:{msg.lineno}: {msg.category.__name__}: {msg.message}\n'
    line = msg.line
    if line is None:
        import linecache
        line = linecache.getline(msg.filename, msg.lineno)
    if line:
        text += f'  {line.strip()}\n'
    if msg.source is not None:
        text += (f'{msg.category.__name__}: Enable tracemalloc to get the object allocation '
                 'traceback\n')
    return text


def formatwarning(message, category, filename, lineno, line=None):
    return _text(WarningMessage(message, category, filename, lineno, None, line))


def showwarning(message, category, filename, lineno, file=None, line=None):
    _show(WarningMessage(message, category, filename, lineno, file, line))


_own_show = showwarning
_own_format = formatwarning


def _show(msg):
    file = msg.file or sys.stderr
    if file is None:
        return
    if formatwarning is not _own_format:
        text = formatwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.line)
    else:
        text = _text(msg)
    try:
        file.write(text)
    except OSError:
        pass


def _showwarnmsg(msg):
    if showwarning is not _own_show:
        showwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)
    else:
        _show(msg)


def _check_action(action, category, lineno):
    if action not in ('error', 'ignore', 'always', 'all', 'default', 'module', 'once'):
        raise ValueError(f'invalid action: {action!r}')
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError('category must be a Warning subclass, '
                        f'not {type(category).__name__!r}')
    if not isinstance(lineno, int):
        raise TypeError('lineno must be an int')
    if lineno < 0:
        raise ValueError('lineno must be an int >= 0')


def _add(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _version[0] += 1


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    _check_action(action, category, lineno)
    if not isinstance(message, str):
        raise TypeError('message must be a string')
    _add((action, message or None, category, module or None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check_action(action, category, lineno)
    _add((action, None, category, None, lineno), append)


def resetwarnings():
    filters[:] = []
    _version[0] += 1


def _fits(pattern, text, ignore_case):
    if pattern is None or pattern == text:
        return True
    plain = True
    for c in pattern:
        if c in '\\^$.|?*+()[]{}':
            plain = False
    if plain:
        return text.lower().startswith(pattern.lower()) if ignore_case else text == pattern
    import re
    return re.match(pattern, text, re.I if ignore_case else 0) is not None


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = type(message)
    if category is None:
        category = UserWarning
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError('category must be a Warning subclass, '
                        f"not '{type(category).__name__}'")
    try:
        frame = sys._getframe(max(1, stacklevel))
        while skip_file_prefixes and frame.f_back is not None and \
                frame.f_code.co_filename.startswith(tuple(skip_file_prefixes)):
            frame = frame.f_back
        names = frame.f_globals
        filename = frame.f_code.co_filename
        lineno = frame.f_lineno
    except ValueError:
        names = sys.__dict__
        filename = '<sys>'
        lineno = 0
    registry = names.setdefault('__warningregistry__', {})
    warn_explicit(message, category, filename, lineno, names.get('__name__', '<string>'),
                  registry, names, source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None,
                  module_globals=None, source=None):
    lineno = int(lineno)
    if module is None:
        module = filename or '<unknown>'
        if module[-3:].lower() == '.py':
            module = module[:-3]
    if registry is None:
        registry = {}
    if registry.get('version', 0) != _version[0]:
        registry.clear()
        registry['version'] = _version[0]
    if isinstance(message, Warning):
        text = str(message)
        category = type(message)
    else:
        text = message
        message = category(message)
    key = text, category, lineno
    if registry.get(key):
        return
    action = _defaultaction
    for item in filters:
        if issubclass(category, item[2]) and (item[4] == 0 or item[4] == lineno) and \
                _fits(item[1], text, True) and _fits(item[3], module, False):
            action = item[0]
            break
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    if action == 'once':
        registry[key] = 1
        if onceregistry.get((text, category)):
            return
        onceregistry[text, category] = 1
    elif action == 'module':
        registry[key] = 1
        if registry.get((text, category, 0)):
            return
        registry[text, category, 0] = 1
    elif action == 'default':
        registry[key] = 1
    _showwarnmsg(WarningMessage(message, category, filename, lineno, source=source))


def _warn_unawaited_coroutine(coro):
    lines = [f"coroutine '{coro.__qualname__}' was never awaited"]
    if coro.cr_origin is not None:
        import linecache
        import traceback
        lines.append('Coroutine created at (most recent call last)')
        places = [(filename, line, name, linecache.getline(filename, line))
                  for filename, line, name in reversed(coro.cr_origin)]
        lines.append(''.join(traceback.format_list(places)).rstrip('\n'))
    warn('\n'.join(lines), RuntimeWarning, stacklevel=2, source=coro)


class catch_warnings:
    """Keeps the filters, and puts them back at the end; may record what is shown meanwhile."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0,
                 append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __repr__(self):
        return f'{type(self).__name__}(record={self._record})' if self._record else \
            f'{type(self).__name__}()'

    def __enter__(self):
        global _showwarnmsg, showwarning
        if self._entered:
            raise RuntimeError(f'Cannot enter {self!r} twice')
        self._entered = True
        self._saved = filters[:], showwarning, _showwarnmsg
        _version[0] += 1
        log = None
        if self._record:
            log = []
            _showwarnmsg = log.append
            showwarning = _own_show
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *details):
        global _showwarnmsg, showwarning
        if not self._entered:
            raise RuntimeError(f'Cannot exit {self!r} without entering first')
        filters[:], showwarning, _showwarnmsg = self._saved
        _version[0] += 1


class deprecated:
    """Marks a class or function whose use warns."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError("Expected an object of type str for 'message', "
                            f'not {type(message).__name__!r}')
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        message, category, level = self.message, self.category, self.stacklevel
        if category is None:
            arg.__deprecated__ = message
            return arg
        if isinstance(arg, type):
            return self._mark_class(arg)
        if not callable(arg):
            raise TypeError('@deprecated decorator with non-None category must be applied to a '
                            f'class or callable, not {arg!r}')
        import functools

        @functools.wraps(arg)
        def wrapper(*args, **kwargs):
            warn(message, category, stacklevel=level + 1)
            return arg(*args, **kwargs)

        import inspect
        if inspect.iscoroutinefunction(arg):
            wrapper = inspect.markcoroutinefunction(wrapper)
        arg.__deprecated__ = wrapper.__deprecated__ = message
        return wrapper

    def _mark_class(self, cls):
        """Making an instance of the class, or a subclass of it, warns."""
        message, category, level = self.message, self.category, self.stacklevel
        original_new = cls.__new__
        original_init_subclass = cls.__init_subclass__
        is_method = hasattr(original_init_subclass, '__func__')
        if is_method:
            # It gets the class that is made.
            original_init_subclass = original_init_subclass.__func__

        def __new__(made, /, *args, **kwargs):
            if made is cls:
                warn(message, category, stacklevel=level + 1)
            if original_new is not object.__new__:
                return original_new(made, *args, **kwargs)
            if made.__init__ is object.__init__ and (args or kwargs):
                raise TypeError(f'{made.__name__}() takes no arguments')
            return original_new(made)

        def __init_subclass__(*args, **kwargs):
            warn(message, category, stacklevel=level + 1)
            return original_init_subclass(*args, **kwargs)

        cls.__new__ = staticmethod(__new__)
        cls.__init_subclass__ = classmethod(__init_subclass__) if is_method else __init_subclass__
        cls.__deprecated__ = __new__.__deprecated__ = __init_subclass__.__deprecated__ = message
        return cls
