"""Loggers set up from a dict or a file."""

import logging
import logging.handlers

DEFAULT_LOGGING_CONFIG_PORT = 9030


def _resolve(name):
    parts = name.split('.')
    found = __import__(parts[0])
    path = parts[0]
    for part in parts[1:]:
        path += '.' + part
        try:
            found = getattr(found, part)
        except AttributeError:
            __import__(path)
            found = getattr(found, part)
    return found


class BaseConfigurator:
    """Values such as ext://sys.stdout and cfg://handlers.file stand for objects."""

    def __init__(self, config):
        self.config = dict(config)

    def resolve(self, s):
        try:
            return _resolve(s)
        except ImportError as e:
            raise ValueError(f'Cannot resolve {s!r}: {e}') from e

    def convert(self, value):
        if isinstance(value, str):
            kind, has_kind, rest = value.partition('://')
            if has_kind and kind == 'ext':
                return self.resolve(rest)
            if has_kind and kind == 'cfg':
                return self._configured(rest)
        elif isinstance(value, dict):
            return {key: self.convert(item) for key, item in value.items()}
        elif isinstance(value, (list, tuple)) and not hasattr(value, '_fields'):
            return type(value)([self.convert(item) for item in value])
        return value

    def _configured(self, path):
        found = self.config
        for part in path.replace('[', '.').replace(']', '').split('.'):
            try:
                found = found[part]
            except (KeyError, TypeError):
                try:
                    found = found[int(part)]
                except (ValueError, KeyError, IndexError):
                    raise ValueError(f'Unable to convert {path!r}') from None
        return self.convert(found)

    def configure_custom(self, config):
        c = config.pop('()')
        if not callable(c):
            c = self.resolve(c)
        attributes = config.pop('.', None)
        result = c(**{key: self.convert(config[key]) for key in config if key.isidentifier()})
        if attributes:
            for name, value in attributes.items():
                setattr(result, name, value)
        return result


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
                made[name] = configure(dict(settings))
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
            return self.configure_custom(config)
        options = {}
        if 'defaults' in config:
            options['defaults'] = config['defaults']
        cls = self.resolve(config['class']) if config.get('class') else logging.Formatter
        return cls(config.get('format'), config.get('datefmt'), config.get('style', '%'),
                   config.get('validate', True), **options)

    def configure_filter(self, config):
        if '()' in config:
            return self.configure_custom(config)
        return logging.Filter(config.get('name', ''))

    def add_filters(self, filterer, filters):
        for each in filters:
            try:
                filterer.addFilter(self.filters[each] if isinstance(each, str) else each)
            except Exception as e:
                raise ValueError(f'Unable to add filter {each!r}') from e

    def _handler(self, name, settings):
        handler = self.configure_handler(dict(settings))
        handler.name = name
        return handler

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
        if '()' in config:
            made = config.pop('()')
            make = made if callable(made) else self.resolve(made)
        else:
            make = self.resolve(config.pop('class'))
            if issubclass(make, logging.handlers.MemoryHandler) and 'target' in config:
                target = config['target']
                if isinstance(target, str):
                    if target not in self.handlers:
                        raise _NotYet
                    config['target'] = self.handlers[target]
            elif issubclass(make, logging.handlers.QueueHandler) and 'queue' in config:
                q = config['queue']
                if isinstance(q, str):
                    config['queue'] = self.resolve(q)()
        options = {key: self.convert(config[key]) for key in config if key.isidentifier()}
        handler = make(**options)
        if formatter:
            handler.setFormatter(formatter)
        if level is not None:
            handler.setLevel(logging._checkLevel(level))
        if filters:
            self.add_filters(handler, filters)
        if attributes:
            for name, value in attributes.items():
                setattr(handler, name, value)
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
        if hasattr(fname, 'readline'):
            parser.read_file(fname)
        else:
            if not os.path.exists(fname):
                raise FileNotFoundError(f"{fname} doesn't exist")
            parser.read(fname, encoding=encoding)

    def names(section):
        return [name.strip() for name in parser[section]['keys'].split(',') if name.strip()]

    formatters = {}
    for name in names('formatters'):
        section = parser['formatter_' + name]
        cls = _resolve(section['class']) if section.get('class') else logging.Formatter
        formatters[name] = cls(section.get('format', raw=True), section.get('datefmt', raw=True),
                               section.get('style', '%', raw=True))
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
