"""Settings in files: [sections] of options."""

__all__ = ['NoSectionError', 'DuplicateOptionError', 'DuplicateSectionError', 'NoOptionError',
           'InterpolationError', 'InterpolationDepthError', 'InterpolationMissingOptionError',
           'InterpolationSyntaxError', 'ParsingError', 'MissingSectionHeaderError',
           'MultilineContinuationError', 'ConfigParser', 'RawConfigParser', 'Interpolation',
           'BasicInterpolation', 'ExtendedInterpolation', 'SectionProxy', 'ConverterMapping',
           'DEFAULTSECT', 'MAX_INTERPOLATION_DEPTH', 'UNNAMED_SECTION']

import os
import sys
from collections import ChainMap
from collections.abc import MutableMapping

DEFAULTSECT = 'DEFAULT'
MAX_INTERPOLATION_DEPTH = 10
_UNSET = object()


class _Unnamed:
    def __repr__(self):
        return '<UNNAMED_SECTION>'


UNNAMED_SECTION = _Unnamed()


class Error(Exception):
    """Base of what goes wrong with settings."""

    def __init__(self, msg=''):
        self.message = msg
        Exception.__init__(self, msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):

    def __init__(self, section):
        Error.__init__(self, f'No section: {section!r}')
        self.section = section
        self.args = (section,)


class _Duplicate(Error):

    def __init__(self, what, source, lineno, args):
        text = f'{what} already exists'
        if source is not None:
            place = f' [line {lineno:2d}]' if lineno is not None else ''
            text = f'While reading from {source!r}{place}: {self._kind} {text}'
        else:
            text = f'{self._kind.capitalize()} {text}'
        Error.__init__(self, text)
        self.args = args


class DuplicateSectionError(_Duplicate):
    _kind = 'section'

    def __init__(self, section, source=None, lineno=None):
        _Duplicate.__init__(self, repr(section), source, lineno, (section, source, lineno))
        self.section, self.source, self.lineno = section, source, lineno


class DuplicateOptionError(_Duplicate):
    _kind = 'option'

    def __init__(self, section, option, source=None, lineno=None):
        where = f'{option!r} in section {section!r}'
        _Duplicate.__init__(self, where, source, lineno, (section, option, source, lineno))
        self.section, self.option, self.source, self.lineno = section, option, source, lineno


class NoOptionError(Error):

    def __init__(self, option, section):
        Error.__init__(self, f'No option {option!r} in section: {section!r}')
        self.option = option
        self.section = section
        self.args = (option, section)


class InterpolationError(Error):

    def __init__(self, option, section, msg):
        Error.__init__(self, msg)
        self.option = option
        self.section = section
        self.args = (option, section, msg)


class InterpolationMissingOptionError(InterpolationError):

    def __init__(self, option, section, rawval, reference):
        InterpolationError.__init__(
            self, option, section,
            f'Bad value substitution: option {option!r} in section {section!r} contains an '
            f'interpolation key {reference!r} which is not a valid option name. '
            f'Raw value: {rawval!r}')
        self.reference = reference
        self.args = (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationDepthError(InterpolationError):

    def __init__(self, option, section, rawval):
        InterpolationError.__init__(
            self, option, section,
            f'Recursion limit exceeded in value substitution: option {option!r} in section '
            f'{section!r} contains an interpolation key which cannot be substituted in '
            f'{MAX_INTERPOLATION_DEPTH} steps. Raw value: {rawval!r}')
        self.args = (option, section, rawval)


class ParsingError(Error):

    def __init__(self, source, *args):
        Error.__init__(self, f'Source contains parsing errors: {source!r}')
        self.source = source
        self.errors = []
        self.args = (source,)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += f'\n\t[line {lineno:2d}]: {line!r}'


class MissingSectionHeaderError(ParsingError):

    def __init__(self, filename, lineno, line):
        Error.__init__(self, 'File contains no section headers.\n'
                             f'file: {filename!r}, line: {lineno}\n{line!r}')
        self.source = filename
        self.errors = []
        self.lineno = lineno
        self.line = line
        self.args = (filename, lineno, line)


class MultilineContinuationError(ParsingError):

    def __init__(self, filename, lineno, line):
        Error.__init__(self, 'Key without value continued with an indented line.\n'
                             f'file: {filename!r}, line: {lineno}\n{line!r}')
        self.source = filename
        self.errors = []
        self.lineno = lineno
        self.line = line
        self.args = (filename, lineno, line)


class Interpolation:
    """Values as they stand."""

    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    def before_read(self, parser, section, option, value):
        return value

    def before_write(self, parser, section, option, value):
        return value


class BasicInterpolation(Interpolation):
    """%(name)s stands for another option of the section."""

    def before_get(self, parser, section, option, value, defaults):
        parts = []
        self._fill(parser, option, parts, value, section, defaults, 1)
        return ''.join(parts)

    def before_set(self, parser, section, option, value):
        rest = value.replace('%%', '')
        at = rest.find('%')
        while at >= 0:
            end = rest.find(')s', at)
            if not rest.startswith('%(', at) or end < 0:
                raise ValueError(f'invalid interpolation syntax in {value!r} at position '
                                 f'{value.find("%")}')
            at = rest.find('%', end)
        return value

    def _fill(self, parser, option, parts, rest, section, values, depth):
        raw = parser.get(section, option, raw=True, fallback=rest)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        while rest:
            at = rest.find('%')
            if at < 0:
                parts.append(rest)
                return
            if at > 0:
                parts.append(rest[:at])
                rest = rest[at:]
            following = rest[1:2]
            if following == '%':
                parts.append('%')
                rest = rest[2:]
            elif following == '(':
                end = rest.find(')s')
                if end < 0 or ')' in rest[2:end]:
                    raise InterpolationSyntaxError(option, section,
                                                   f'bad interpolation variable reference {rest!r}')
                name = parser.optionxform(rest[2:end])
                rest = rest[end + 2:]
                try:
                    value = values[name]
                except KeyError:
                    raise InterpolationMissingOptionError(option, section, raw, name) from None
                if '%' in value:
                    self._fill(parser, option, parts, value, section, values, depth + 1)
                else:
                    parts.append(value)
            else:
                raise InterpolationSyntaxError(option, section,
                                               "'%' must be followed by '%' or '(', "
                                               f'found: {rest!r}')


class ExtendedInterpolation(Interpolation):
    """${name} or ${section:name} stands for another option."""

    def before_get(self, parser, section, option, value, defaults):
        parts = []
        self._fill(parser, option, parts, value, section, defaults, 1)
        return ''.join(parts)

    def before_set(self, parser, section, option, value):
        rest = value.replace('$$', '')
        at = rest.find('$')
        while at >= 0:
            end = rest.find('}', at)
            if not rest.startswith('${', at) or end < 0:
                raise ValueError(f'invalid interpolation syntax in {value!r} at position '
                                 f'{value.find("$")}')
            at = rest.find('$', end)
        return value

    def _fill(self, parser, option, parts, rest, section, values, depth):
        raw = parser.get(section, option, raw=True, fallback=rest)
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        while rest:
            at = rest.find('$')
            if at < 0:
                parts.append(rest)
                return
            if at > 0:
                parts.append(rest[:at])
                rest = rest[at:]
            following = rest[1:2]
            if following == '$':
                parts.append('$')
                rest = rest[2:]
            elif following == '{':
                end = rest.find('}')
                if end < 0:
                    raise InterpolationSyntaxError(option, section,
                                                   f'bad interpolation variable reference {rest!r}')
                path = rest[2:end].split(':')
                rest = rest[end + 1:]
                where, name = section, option
                try:
                    if len(path) == 1:
                        name = parser.optionxform(path[0])
                        value = values[name]
                    elif len(path) == 2:
                        where = path[0]
                        name = parser.optionxform(path[1])
                        value = parser.get(where, name, raw=True)
                    else:
                        raise InterpolationSyntaxError(option, section,
                                                       f"More than one ':' found: {rest!r}")
                except (KeyError, NoSectionError, NoOptionError):
                    raise InterpolationMissingOptionError(option, section, raw,
                                                          ':'.join(path)) from None
                if '$' in value:
                    inner = dict(parser.items(where, raw=True)) if len(path) == 2 else values
                    self._fill(parser, name, parts, value, where, inner, depth + 1)
                else:
                    parts.append(value)
            else:
                raise InterpolationSyntaxError(option, section,
                                               "'$' must be followed by '$' or '{', "
                                               f'found: {rest!r}')


class RawConfigParser(MutableMapping):
    """Settings without interpolation."""

    BOOLEAN_STATES = {'1': True, 'yes': True, 'true': True, 'on': True,
                      '0': False, 'no': False, 'false': False, 'off': False}
    _DEFAULT_INTERPOLATION = Interpolation()

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *,
                 delimiters=('=', ':'), comment_prefixes=('#', ';'),
                 inline_comment_prefixes=None, strict=True, empty_lines_in_values=True,
                 default_section=DEFAULTSECT, interpolation=_UNSET, converters=_UNSET,
                 allow_unnamed_section=False):
        self._dict = dict_type
        self._sections = dict_type()
        self._defaults = dict_type()
        self._converters = ConverterMapping(self)
        self._proxies = dict_type()
        self._proxies[default_section] = SectionProxy(self, default_section)
        self._delimiters = tuple(delimiters)
        self._comment_prefixes = tuple(comment_prefixes or ())
        self._inline_comment_prefixes = tuple(inline_comment_prefixes or ())
        self._strict = strict
        self._allow_no_value = allow_no_value
        self._empty_lines_in_values = empty_lines_in_values
        self.default_section = default_section
        if interpolation is _UNSET:
            interpolation = self._DEFAULT_INTERPOLATION
        elif interpolation is None:
            interpolation = Interpolation()
        if not isinstance(interpolation, Interpolation):
            raise TypeError('interpolation= must be None or an instance of Interpolation; got an '
                            f'object of type {type(interpolation)}')
        self._interpolation = interpolation
        if converters is not _UNSET:
            self._converters.update(converters)
        if defaults:
            for key, value in defaults.items():
                self._defaults[self.optionxform(key)] = value
        self._allow_unnamed_section = allow_unnamed_section

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def add_section(self, section):
        if section == self.default_section:
            raise ValueError(f'Invalid section name: {section!r}')
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._sections[section] = self._dict()
        self._proxies[section] = SectionProxy(self, section)

    def has_section(self, section):
        return section in self._sections

    def options(self, section):
        try:
            options = dict(self._sections[section])
        except KeyError:
            raise NoSectionError(section) from None
        return list({**options, **self._defaults})

    def read(self, filenames, encoding=None):
        if isinstance(filenames, (str, bytes, os.PathLike)):
            filenames = [filenames]
        done = []
        for filename in filenames:
            try:
                with open(filename, encoding=encoding) as file:
                    self._read(file, filename)
            except OSError:
                continue
            done.append(os.fspath(filename))
        return done

    def read_file(self, f, source=None):
        if source is None:
            source = getattr(f, 'name', '<???>')
        self._read(f, source)

    def read_string(self, string, source='<string>'):
        import io
        self.read_file(io.StringIO(string), source)

    def read_dict(self, dictionary, source='<dict>'):
        added = set()
        for section, keys in dictionary.items():
            try:
                self.add_section(section)
            except (DuplicateSectionError, ValueError):
                if self._strict and section in added:
                    raise
            added.add(section)
            for key, value in keys.items():
                key = self.optionxform(str(key))
                if value is not None:
                    value = str(value)
                if self._strict and (section, key) in added:
                    raise DuplicateOptionError(section, key, source)
                added.add((section, key))
                self.set(section, key, value)

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        try:
            values = self._values(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        option = self.optionxform(option)
        try:
            value = values[option]
        except KeyError:
            if fallback is _UNSET:
                raise NoOptionError(option, section) from None
            return fallback
        if raw or value is None:
            return value
        return self._interpolation.before_get(self, section, option, value, values)

    def _converted(self, section, conv, option, fallback=_UNSET, **kwargs):
        try:
            return conv(self.get(section, option, **kwargs))
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._converted(section, int, option, fallback, raw=raw, vars=vars)

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._converted(section, float, option, fallback, raw=raw, vars=vars)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._converted(section, self._convert_to_boolean, option, fallback, raw=raw,
                               vars=vars)

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError(f'Not a boolean: {value}')
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return MutableMapping.items(self)
        values = dict(self._defaults)
        try:
            values.update(self._sections[section])
        except KeyError:
            if section != self.default_section:
                raise NoSectionError(section) from None
        own = list(values)
        if vars:
            for key, value in vars.items():
                values[self.optionxform(key)] = value
        if raw:
            return [(key, values[key]) for key in own]
        return [(key, values[key] if values[key] is None else
                 self._interpolation.before_get(self, section, key, values[key], values))
                for key in own]

    def popitem(self):
        for key in self.sections():
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def optionxform(self, optionstr):
        return optionstr.lower()

    def has_option(self, section, option):
        option = self.optionxform(option)
        if not section or section == self.default_section:
            return option in self._defaults
        if section not in self._sections:
            return False
        return option in self._sections[section] or option in self._defaults

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        if not section or section == self.default_section:
            target = self._defaults
        else:
            try:
                target = self._sections[section]
            except KeyError:
                raise NoSectionError(section) from None
        target[self.optionxform(option)] = value

    def write(self, fp, space_around_delimiters=True):
        delimiter = self._delimiters[0]
        if space_around_delimiters:
            delimiter = f' {delimiter} '
        if self._defaults:
            self._write_section(fp, self.default_section, self._defaults.items(), delimiter)
        if UNNAMED_SECTION in self._sections:
            self._write_section(fp, UNNAMED_SECTION, self._sections[UNNAMED_SECTION].items(),
                                delimiter, True)
        for section in self._sections:
            if section is not UNNAMED_SECTION:
                self._write_section(fp, section, self._sections[section].items(), delimiter)

    def _write_section(self, fp, name, items, delimiter, unnamed=False):
        if not unnamed:
            fp.write(f'[{name}]\n')
        for key, value in items:
            value = self._interpolation.before_write(self, name, key, value)
            if value is not None or not self._allow_no_value:
                value = delimiter + str(value).replace('\n', '\n\t')
            else:
                value = ''
            fp.write(f'{key}{value}\n')
        fp.write('\n')

    def remove_option(self, section, option):
        if not section or section == self.default_section:
            target = self._defaults
        else:
            try:
                target = self._sections[section]
            except KeyError:
                raise NoSectionError(section) from None
        option = self.optionxform(option)
        existed = option in target
        if existed:
            del target[option]
        return existed

    def remove_section(self, section):
        existed = section in self._sections
        if existed:
            del self._sections[section]
            del self._proxies[section]
        return existed

    def __getitem__(self, key):
        if key != self.default_section and not self.has_section(key):
            raise KeyError(key)
        return self._proxies[key]

    def __setitem__(self, key, value):
        if key in self and self[key] is value:
            return
        if key == self.default_section:
            self._defaults.clear()
        elif key in self._sections:
            self._sections[key].clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError('Cannot remove the default section.')
        if not self.has_section(key):
            raise KeyError(key)
        self.remove_section(key)

    def __contains__(self, key):
        return key == self.default_section or self.has_section(key)

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        yield self.default_section
        yield from self._sections

    def _values(self, section, vars):
        own = {}
        try:
            own = self._sections[section]
        except KeyError:
            if section != self.default_section:
                raise NoSectionError(section) from None
        given = {}
        if vars:
            for key, value in vars.items():
                given[self.optionxform(key)] = None if value is None else str(value)
        return ChainMap(given, own, self._defaults)

    # ---- reading

    def _without_comment(self, line):
        end = len(line)
        for prefix in self._inline_comment_prefixes:
            at = line.find(prefix)
            while at >= 0:
                if at == 0 or line[at - 1].isspace():
                    end = min(end, at)
                    break
                at = line.find(prefix, at + 1)
        for prefix in self._comment_prefixes:
            if line.strip().startswith(prefix):
                return '', True
        return line[:end].strip(), end < len(line)

    def _split_option(self, text):
        """(name, delimiter, value); the delimiter is None where there is none."""
        places = [(text.find(d), d) for d in self._delimiters if text.find(d) >= 0]
        if not places:
            return (text, None, None) if self._allow_no_value else None
        at, delimiter = min(places, key=lambda place: place[0])
        name = text[:at].rstrip()
        return (name, delimiter, text[at + len(delimiter):].strip()) if name else None

    def _read(self, fp, fpname):
        added = set()
        current = None
        section_name = option = None
        indent = 0
        problem = None
        if self._allow_unnamed_section:
            current = self._sections.setdefault(UNNAMED_SECTION, self._dict())
            self._proxies[UNNAMED_SECTION] = SectionProxy(self, UNNAMED_SECTION)
            section_name = UNNAMED_SECTION
        for lineno, line in enumerate(fp, 1):
            value, has_comment = self._without_comment(line)
            if not value:
                if self._empty_lines_in_values:
                    if (not has_comment and current is not None and option
                            and current[option] is not None):
                        current[option].append('')
                else:
                    indent = sys.maxsize
                continue
            own_indent = len(line) - len(line.lstrip())
            if current is not None and option and own_indent > indent:
                if current[option] is None:
                    raise MultilineContinuationError(fpname, lineno, line)
                current[option].append(value)
                continue
            indent = own_indent
            if value.startswith('[') and value.find(']', 2) >= 0:
                section_name = value[1:value.rindex(']')]
                if section_name in self._sections:
                    if self._strict and section_name in added:
                        raise DuplicateSectionError(section_name, fpname, lineno)
                    current = self._sections[section_name]
                    added.add(section_name)
                elif section_name == self.default_section:
                    current = self._defaults
                else:
                    current = self._dict()
                    self._sections[section_name] = current
                    self._proxies[section_name] = SectionProxy(self, section_name)
                    added.add(section_name)
                option = None
            elif current is None:
                raise MissingSectionHeaderError(fpname, lineno, line)
            else:
                parts = self._split_option(value)
                if parts is None:
                    if problem is None:
                        problem = ParsingError(fpname)
                    problem.append(lineno, line)
                    continue
                name, delimiter, text = parts
                option = self.optionxform(name.rstrip())
                if self._strict and (section_name, option) in added:
                    raise DuplicateOptionError(section_name, option, fpname, lineno)
                added.add((section_name, option))
                current[option] = None if delimiter is None else [text]
        self._join_lines()
        if problem is not None:
            raise problem

    def _join_lines(self):
        for section, options in [(self.default_section, self._defaults),
                                 *self._sections.items()]:
            for name, value in options.items():
                if isinstance(value, list):
                    value = '\n'.join(value).rstrip()
                options[name] = self._interpolation.before_read(self, section, name, value)

    @property
    def converters(self):
        return self._converters




class ConfigParser(RawConfigParser):
    """Settings with interpolation; all values are text."""

    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def _check_text(self, *, section='', option='', value=''):
        if not isinstance(section, str):
            raise TypeError('section names must be strings')
        if not isinstance(option, str):
            raise TypeError('option keys must be strings')
        if not (self._allow_no_value and value is None) and not isinstance(value, str):
            raise TypeError('option values must be strings')

    def set(self, section, option, value=None):
        if section is not UNNAMED_SECTION:
            self._check_text(option=option, value=value)
        RawConfigParser.set(self, section, option, value)

    def add_section(self, section):
        self._check_text(section=section)
        RawConfigParser.add_section(self, section)


class SectionProxy(MutableMapping):
    """One section as a mapping."""

    def __init__(self, parser, name):
        self._parser = parser
        self._name = name
        for key in parser.converters:
            getter = getattr(parser, 'get' + key)
            setattr(self, 'get' + key, _section_getter(self, getter))

    def __repr__(self):
        return f'<Section: {self._name}>'

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        if isinstance(self._parser, ConfigParser):
            self._parser._check_text(option=key, value=value)
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not (self._parser.has_option(self._name, key)
                and self._parser.remove_option(self._name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def __len__(self):
        return len(self._options())

    def __iter__(self):
        return iter(self._options())

    def _options(self):
        if self._name != self._parser.default_section:
            return self._parser.options(self._name)
        return list(self._parser.defaults())

    @property
    def parser(self):
        return self._parser

    @property
    def name(self):
        return self._name

    def get(self, option, fallback=None, *, raw=False, vars=None, _impl=None, **kwargs):
        getter = _impl or self._parser.get
        return getter(self._name, option, raw=raw, vars=vars, fallback=fallback, **kwargs)

    def getint(self, option, fallback=None, **kwargs):
        return self._parser.getint(self._name, option, fallback=fallback, **kwargs)

    def getfloat(self, option, fallback=None, **kwargs):
        return self._parser.getfloat(self._name, option, fallback=fallback, **kwargs)

    def getboolean(self, option, fallback=None, **kwargs):
        return self._parser.getboolean(self._name, option, fallback=fallback, **kwargs)


def _section_getter(proxy, getter):
    def get(option, fallback=None, **kwargs):
        return getter(proxy._name, option, fallback=fallback, **kwargs)
    return get


class ConverterMapping(MutableMapping):
    """The getX methods of a parser and its sections."""

    def __init__(self, parser):
        self._parser = parser
        self._data = {}
        for name in dir(parser):
            if name.startswith('get') and name != 'get' and callable(getattr(parser, name)):
                self._data[name[3:]] = None

    def __getitem__(self, key):
        return self._data[key]

    def __setitem__(self, key, value):
        parser = self._parser

        def get(section, option, *, raw=False, vars=None, fallback=_UNSET):
            return parser._converted(section, value, option, fallback, raw=raw, vars=vars)

        self._data[key] = get
        get.converter = value
        setattr(parser, 'get' + key, get)
        for proxy in parser._proxies.values():
            setattr(proxy, 'get' + key, _section_getter(proxy, get))

    def __delitem__(self, key):
        del self._data[key]
        delattr(self._parser, 'get' + key)
        for proxy in self._parser._proxies.values():
            delattr(proxy, 'get' + key)

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)
