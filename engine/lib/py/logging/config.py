"""Loggers set up from a dict or a file."""

import logging
import logging.handlers

DEFAULT_LOGGING_CONFIG_PORT = 9030


def _resolve(name, find=__import__):
    parts = name.strip().split('.')
    found = find(parts[0])
    path = parts[0]
    for part in parts[1:]:
        path += '.' + part
        try:
            found = getattr(found, part)
        except AttributeError:
            find(path)
            found = getattr(found, part)
    return found


class _Converting:
    """Items that stand for other objects become those when they are read."""

    def _converted(self, key, value, keep=True):
        result = self.configurator.convert(value)
        if result is not value:
            if keep:
                self[key] = result
            if isinstance(result, (ConvertingDict, ConvertingList, ConvertingTuple)):
                result.parent = self
                result.key = key
        return result


ConvertingMixin = _Converting


class ConvertingDict(dict, _Converting):

    def __getitem__(self, key):
        return self._converted(key, dict.__getitem__(self, key))

    def get(self, key, default=None):
        return self._converted(key, dict.get(self, key, default), key in self)

    def pop(self, key, default=None):
        return self._converted(key, dict.pop(self, key, default), False)


class ConvertingList(list, _Converting):

    def __getitem__(self, key):
        return self._converted(key, list.__getitem__(self, key))

    def pop(self, idx=-1):
        return self._converted(idx, list.pop(self, idx), False)


class ConvertingTuple(tuple, _Converting):

    def __getitem__(self, key):
        return self._converted(key, tuple.__getitem__(self, key), False)


class BaseConfigurator:
    """Values such as ext://sys.stdout and cfg://handlers.file stand for objects."""

    value_converters = {'ext': 'ext_convert', 'cfg': 'cfg_convert'}
    importer = staticmethod(__import__)

    def __init__(self, config):
        self.config = ConvertingDict(config)
        self.config.configurator = self

    def resolve(self, s):
        """What a dotted name stands for."""
        try:
            return _resolve(s, self.importer)
        except ImportError as e:
            raise ValueError(f'Cannot resolve {s!r}: {e}') from e

    def ext_convert(self, value):
        return self.resolve(value)

    def cfg_convert(self, value):
        """What lies in the configuration at a path: word, then any number of .word and [key]."""
        import re
        word = re.match(r'\w+\s*', value)
        if word is None:
            raise ValueError(f'Unable to convert {value!r}')
        found = self.config[word.group()]
        at = word.end()
        while at < len(value):
            step = re.compile(r'\.\s*(\w+)\s*|\[([^\[\]]*)\]\s*').match(value, at)
            if step is None:
                raise ValueError(f'Unable to convert {value!r} at {value[at:]!r}')
            name, key = step.groups()
            if name is not None:
                found = found[name]
            elif key.isdecimal():
                try:
                    found = found[int(key)]
                except (TypeError, KeyError):
                    found = found[key]
            else:
                found = found[key]
            at = step.end()
        return found

    def convert(self, value):
        for plain, converting in ((dict, ConvertingDict), (list, ConvertingList),
                                  (tuple, ConvertingTuple)):
            if isinstance(value, plain):
                # A namedtuple is none of them.
                if not isinstance(value, converting) and not hasattr(value, '_fields'):
                    value = converting(value)
                    value.configurator = self
                return value
        if isinstance(value, str):
            kind, is_reference, rest = value.partition('://')
            if is_reference and kind in self.value_converters:
                return getattr(self, self.value_converters[kind])(rest)
        return value

    def configure_custom(self, config):
        """What the factory under '()' makes of the other entries."""
        make = config.pop('()')
        if not callable(make):
            make = self.resolve(make)
        result = make(**_options(config))
        _set_attributes(result, config.pop('.', None))
        return result

    def as_tuple(self, value):
        return tuple(value) if isinstance(value, list) else value


def valid_ident(s):
    if not s.isascii() or not s.isidentifier():
        raise ValueError(f'Not a valid Python identifier: {s!r}')
    return True


def _options(config):
    return {key: config[key] for key in config if key != '.' and valid_ident(key)}


def _set_attributes(made, attributes):
    for name, value in (attributes or {}).items():
        setattr(made, name, value)


class DictConfigurator(BaseConfigurator):

    def configure(self):
        config = self.config
        if 'version' not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config['version'] != 1:
            raise ValueError(f"Unsupported version: {config['version']}")
        if config.get('incremental', False):
            self._change()
            return
        disable = config.get('disable_existing_loggers', True)
        logging._handlers.clear()
        del logging._handlerList[:]
        self.formatters = self._each('formatters', 'formatter', self.configure_formatter)
        self.filters = self._each('filters', 'filter', self.configure_filter)
        self.handlers = {}
        deferred = []
        given = config.get('handlers', {})
        for name in sorted(given):
            try:
                self.handlers[name] = self._handler(name, given[name])
            except _NotYet:
                deferred.append(name)
            except Exception as e:
                if isinstance(e.__cause__, _NotYet):
                    deferred.append(name)
                    continue
                raise ValueError(f'Unable to configure handler {name!r}') from e
        for name in deferred:
            try:
                self.handlers[name] = self._handler(name, given[name])
            except Exception as e:
                raise ValueError(f'Unable to configure handler {name!r}') from e
        root = logging.root
        existing = sorted(root.manager.loggerDict)
        children = []
        for name, settings in config.get('loggers', {}).items():
            if name in existing:
                prefix = name + '.'
                children += [each for each in existing if each.startswith(prefix)]
                existing.remove(name)
            try:
                self.configure_logger(name, settings)
            except Exception as e:
                raise ValueError(f'Unable to configure logger {name!r}') from e
        for name in existing:
            logger = root.manager.loggerDict[name]
            if isinstance(logger, logging.PlaceHolder):
                continue
            if name in children:
                logger.setLevel(logging.NOTSET)
                logger.handlers = []
                logger.propagate = True
            else:
                logger.disabled = disable
        settings = config.get('root')
        if settings:
            try:
                self.common_logger_config(root, settings)
            except Exception as e:
                raise ValueError('Unable to configure root logger') from e

    def _each(self, group, kind, configure):
        made = {}
        for name, settings in self.config.get(group, {}).items():
            try:
                made[name] = configure(self._own(settings))
            except Exception as e:
                raise ValueError(f'Unable to configure {kind} {name!r}') from e
        return made

    def _change(self):
        for name, settings in self.config.get('handlers', {}).items():
            if name not in logging._handlers:
                raise ValueError(f'No handler found with name {name!r}')
            level = settings.get('level')
            if level:
                logging._handlers[name].setLevel(logging._checkLevel(level))
        for name, settings in self.config.get('loggers', {}).items():
            self.configure_logger(name, settings, True)
        if self.config.get('root'):
            self.common_logger_config(logging.root, self.config['root'], True)

    def configure_formatter(self, config):
        if '()' in config:
            make = config['()']
            try:
                return self.configure_custom(config)
            except TypeError as e:
                if "'format'" not in str(e):
                    raise
            # Perhaps it is a Formatter, which calls it fmt.
            config['fmt'] = config.pop('format')
            config['()'] = make
            return self.configure_custom(config)
        options = {}
        if 'defaults' in config:
            options['defaults'] = config['defaults']
        if 'validate' in config:
            options['validate'] = config['validate']
        cls = self.resolve(config['class']) if config.get('class') else logging.Formatter
        return cls(config.get('format'), config.get('datefmt'), config.get('style', '%'), **options)

    def configure_filter(self, config):
        if '()' in config:
            return self.configure_custom(config)
        return logging.Filter(config.get('name', ''))

    def add_filters(self, filterer, filters):
        for each in filters:
            try:
                is_filter = callable(each) or callable(getattr(each, 'filter', None))
                filterer.addFilter(each if is_filter else self.filters[each])
            except Exception as e:
                raise ValueError(f'Unable to add filter {each!r}') from e

    def _handler(self, name, settings):
        settings = ConvertingDict(settings)
        settings.configurator = self
        handler = self.configure_handler(settings)
        handler.name = name
        return handler

    def _configured(self, name):
        if name in self.handlers:
            return self.handlers[name]
        if name not in self.config.get('handlers', {}):
            raise KeyError(name)
        raise _NotYet(f'handler {name!r} is not configured yet')

    def _queue(self, spec):
        if isinstance(spec, str):
            make = self.resolve(spec)
            if not callable(make):
                raise TypeError(f'Invalid queue specifier {spec!r}')
            return make()
        if isinstance(spec, dict):
            if '()' not in spec:
                raise TypeError(f'Invalid queue specifier {spec!r}')
            return self.configure_custom(self._own(spec))
        if not all(callable(getattr(spec, name, None))
                   for name in ('put_nowait', 'get', 'get_nowait', 'put', 'empty', 'full', 'qsize')):
            raise TypeError(f'Invalid queue specifier {spec!r}')
        return spec

    def _listener(self, spec):
        base = logging.handlers.QueueListener
        if isinstance(spec, str):
            spec = self.resolve(spec)
        elif isinstance(spec, dict):
            if '()' not in spec:
                raise TypeError(f'Invalid listener specifier {spec!r}')
            spec = self.configure_custom(self._own(spec))
        if isinstance(spec, type) and not issubclass(spec, base) or not callable(spec):
            raise TypeError(f'Invalid listener specifier {spec!r}')
        return spec

    def _own(self, settings):
        copy = ConvertingDict(settings)
        copy.configurator = self
        return copy

    def configure_handler(self, config):
        formatter = config.pop('formatter', None)
        if formatter:
            try:
                formatter = self.formatters[formatter]
            except Exception as e:
                raise ValueError(f'Unable to set formatter {formatter!r}') from e
        level = config.pop('level', None)
        filters = config.pop('filters', None)
        attributes = config.pop('.', None)
        make = config.pop('()', None)
        if make is not None:
            make = make if callable(make) else self.resolve(make)
        else:
            make = config.pop('class')
            make = make if callable(make) else self.resolve(make)
            self._prepare(make, config)
        options = _options(config)
        if isinstance(make, type) and issubclass(make, logging.handlers.QueueHandler):
            handler = self._queue_handler(make, options)
        else:
            try:
                handler = make(**options)
            except TypeError as e:
                if "'stream'" not in str(e):
                    raise
                # The name that the argument had once.
                options['strm'] = options.pop('stream')
                handler = make(**options)
        if formatter:
            handler.setFormatter(formatter)
        if level is not None:
            handler.setLevel(logging._checkLevel(level))
        if filters:
            self.add_filters(handler, filters)
        _set_attributes(handler, attributes)
        return handler

    def _prepare(self, make, config):
        """Puts objects where the settings of a handler name them."""
        if not isinstance(make, type):
            return
        handlers = logging.handlers
        if issubclass(make, handlers.MemoryHandler):
            if 'flushLevel' in config:
                config['flushLevel'] = logging._checkLevel(config['flushLevel'])
            if 'target' in config:
                try:
                    config['target'] = self._configured(config['target'])
                except Exception as e:
                    raise ValueError(f'Unable to set target handler {config["target"]!r}') from e
        elif issubclass(make, handlers.QueueHandler):
            if 'queue' in config:
                config['queue'] = self._queue(config['queue'])
            if 'listener' in config:
                config['listener'] = self._listener(config['listener'])
            if 'handlers' in config:
                try:
                    config['handlers'] = [self._configured(name) for name in config['handlers']]
                except Exception as e:
                    raise ValueError('Unable to set required handler') from e
        elif issubclass(make, handlers.SMTPHandler) and 'mailhost' in config:
            config['mailhost'] = self.as_tuple(config['mailhost'])
        elif issubclass(make, handlers.SysLogHandler) and 'address' in config:
            config['address'] = self.as_tuple(config['address'])

    def _queue_handler(self, make, options):
        q = options.pop('queue', None)
        if q is None:
            import queue
            q = queue.Queue()
        listen = options.pop('listener', logging.handlers.QueueListener)
        respects = options.pop('respect_handler_level', False)
        listener = listen(q, *options.pop('handlers', ()), respect_handler_level=respects)
        handler = make(q, **options)
        handler.listener = listener
        return handler

    def common_logger_config(self, logger, config, incremental=False):
        level = config.get('level')
        if level is not None:
            logger.setLevel(logging._checkLevel(level))
        if not incremental:
            for handler in logger.handlers[:]:
                logger.removeHandler(handler)
            for name in config.get('handlers') or ():
                try:
                    logger.addHandler(self.handlers[name])
                except Exception as e:
                    raise ValueError(f'Unable to add handler {name!r}') from e
            if config.get('filters'):
                self.add_filters(logger, config['filters'])

    def configure_logger(self, name, config, incremental=False):
        logger = logging.getLogger(name)
        self.common_logger_config(logger, config, incremental)
        logger.disabled = False
        propagate = config.get('propagate')
        if propagate is not None:
            logger.propagate = propagate


class _NotYet(Exception):
    """A handler whose target is not configured so far."""


dictConfigClass = DictConfigurator


def dictConfig(config):
    dictConfigClass(config).configure()


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    """Loggers from a file of sections [loggers], [logger_x], [handlers], …"""
    import configparser
    import os
    if isinstance(fname, configparser.RawConfigParser):
        parser = fname
    else:
        parser = configparser.ConfigParser(defaults)
        is_name = not hasattr(fname, 'readline')
        if is_name and not os.path.exists(fname):
            raise FileNotFoundError(f"{fname} doesn't exist")
        if is_name and not os.path.getsize(fname):
            raise RuntimeError(f'{fname} is an empty file')
        try:
            if is_name:
                parser.read(fname, encoding=encoding)
            else:
                parser.read_file(fname)
        except configparser.ParsingError as e:
            raise RuntimeError(f'{fname} is invalid: {e}') from e

    def names(section):
        return [name.strip() for name in parser[section]['keys'].split(',') if name.strip()]

    formatters = {}
    for name in names('formatters'):
        section = parser['formatter_' + name]
        cls = _resolve(section['class']) if section.get('class') else logging.Formatter
        defaults = section.get('defaults', raw=True)
        options = {'defaults': eval(defaults, vars(logging))} if defaults is not None else {}
        formatters[name] = cls(section.get('format', raw=True), section.get('datefmt', raw=True),
                               section.get('style', '%', raw=True), **options)
    logging._handlers.clear()
    del logging._handlerList[:]
    space = {**vars(logging), 'handlers': logging.handlers}
    handlers = {}
    for name in names('handlers'):
        section = parser['handler_' + name]
        cls = section['class']
        try:
            make = eval(cls, space)
        except (AttributeError, NameError):
            make = _resolve(cls)
        args = eval(section.get('args', '()'), space)
        kwargs = eval(section.get('kwargs', '{}'), space)
        handler = handlers[name] = make(*args, **kwargs)
        handler.name = name
        if section.get('level'):
            handler.setLevel(section['level'])
        if section.get('formatter'):
            handler.setFormatter(formatters[section['formatter']])
    existing = list(logging.root.manager.loggerDict)
    for name in names('loggers'):
        section = parser['logger_' + name]
        if name == 'root':
            logger = logging.root
        else:
            logger = logging.getLogger(section['qualname'])
            logger.propagate = section.getint('propagate', 1)
            logger.disabled = False
            if logger.name in existing:
                existing.remove(logger.name)
        if section.get('level'):
            logger.setLevel(section['level'])
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        for each in (section.get('handlers') or '').split(','):
            if each.strip():
                logger.addHandler(handlers[each.strip()])
    for name in existing:
        logger = logging.root.manager.loggerDict[name]
        if not isinstance(logger, logging.PlaceHolder):
            logger.disabled = disable_existing_loggers


# ---- configurations that come over a socket

_listener = None


def listen(port=DEFAULT_LOGGING_CONFIG_PORT, verify=None):
    """A thread, to be started, whose server takes configurations: four bytes of length, then a
    JSON dict for dictConfig() or a file for fileConfig()."""
    import io
    import json
    import socketserver
    import struct
    import threading

    def take(chunk):
        text = chunk.decode('utf-8')
        try:
            dictConfig(json.loads(text))
        except json.JSONDecodeError:
            fileConfig(io.StringIO(text))

    class Handler(socketserver.StreamRequestHandler):
        def handle(self):
            try:
                header = self.rfile.read(4)
                if len(header) < 4:
                    return
                chunk = self.rfile.read(struct.unpack('>L', header)[0])
                if self.server.verify is not None:
                    chunk = self.server.verify(chunk)
                if chunk is not None:
                    take(chunk)
                if self.server.ready:
                    self.server.ready.set()
            except Exception:
                import traceback
                traceback.print_exc()

    class Server(socketserver.ThreadingTCPServer):
        allow_reuse_address = True
        daemon_threads = True

    class Listener(threading.Thread):
        def __init__(self):
            super().__init__()
            self.port = port
            self.ready = threading.Event()

        def run(self):
            global _listener
            with Server(('localhost', self.port), Handler) as server:
                server.ready = self.ready
                server.verify = verify
                if self.port == 0:
                    self.port = server.server_address[1]
                _listener = server
                self.ready.set()
                server.serve_forever(0.1)

    return Listener()


def stopListening():
    """Ends the server that listen() made."""
    global _listener
    server, _listener = _listener, None
    if server is not None:
        server.shutdown()
