"""Constants of text, Template and Formatter."""

__all__ = ['ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'capwords', 'digits',
           'hexdigits', 'octdigits', 'printable', 'punctuation', 'whitespace', 'Formatter',
           'Template']

import _string

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or ' ').join([word.capitalize() for word in s.split(sep)])


_missing = {}


class _TemplatePattern:
    """The pattern of a Template class, compiled when it is first asked for."""

    def __init__(self, given=None):
        self.given = given

    def __get__(self, instance, cls):
        import re
        pattern = self.given
        if pattern is None:
            delimiter = re.escape(cls.delimiter)
            braced = cls.braceidpattern or cls.idpattern
            pattern = (f'{delimiter}(?:(?P<escaped>{delimiter})|(?P<named>{cls.idpattern})|'
                       f'{{(?P<braced>{braced})}}|(?P<invalid>))')
        cls.pattern = re.compile(pattern, cls.flags | re.VERBOSE)
        return cls.pattern


class Template:
    """Text with $name and ${name} to fill in."""

    delimiter = '$'
    idpattern = '(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    flags = 2  # re.IGNORECASE
    pattern = _TemplatePattern()

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls.pattern = _TemplatePattern(cls.__dict__.get('pattern'))

    def __init__(self, template):
        self.template = template

    def _invalid(self, match):
        position = match.start('invalid')
        lines = self.template[:position].splitlines(keepends=True)
        if not lines:
            column, line = 1, 1
        else:
            column = position - len(''.join(lines[:-1]))
            line = len(lines)
        raise ValueError(f'Invalid placeholder in string: line {line}, col {column}')

    def substitute(self, mapping=_missing, /, **kws):
        return self._substitute(mapping, kws, True)

    def safe_substitute(self, mapping=_missing, /, **kws):
        return self._substitute(mapping, kws, False)

    def _substitute(self, mapping, kws, strict):
        def filled(match):
            name = match['named'] or match['braced']
            if name is not None:
                if name in kws:
                    return str(kws[name])
                try:
                    return str(mapping[name])
                except KeyError:
                    if strict:
                        raise
                    return match.group()
            if match['escaped'] is not None:
                return self.delimiter
            if match['invalid'] is None:
                raise ValueError('Unrecognized named group in pattern', self.pattern)
            return self._invalid(match) if strict else match.group()

        return self.pattern.sub(filled, self.template)

    def is_valid(self):
        return all([self._kind(match) != 'invalid' for match in self._matches()])

    def get_identifiers(self):
        names = []
        for match in self._matches():
            name = match['named'] or match['braced']
            if name is None:
                self._kind(match)
            elif name not in names:
                names.append(name)
        return names

    def _matches(self):
        return self.pattern.finditer(self.template)

    def _kind(self, match):
        for kind in 'invalid', 'escaped', 'named', 'braced':
            if match[kind] is not None:
                return kind
        raise ValueError('Unrecognized named group in pattern', self.pattern)


class Formatter:
    """str.format() in pieces that a subclass may replace."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, auto=0):
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        out = []
        for literal, field, spec, conversion in self.parse(format_string):
            if literal:
                out.append(literal)
            if field is None:
                continue
            first = _string.formatter_field_name_split(field)[0]
            if first == '':
                if auto is False:
                    raise ValueError('cannot switch from manual field specification to automatic '
                                     'field numbering')
                field = str(auto) + field
                auto += 1
            elif isinstance(first, int):
                if auto:
                    raise ValueError('cannot switch from manual field specification to automatic '
                                     'field numbering')
                auto = False
            obj, key = self.get_field(field, args, kwargs)
            used.add(key)
            obj = self.convert_field(obj, conversion)
            spec, auto = self._vformat(spec, args, kwargs, used, depth - 1, auto)
            out.append(self.format_field(obj, spec))
        return ''.join(out), auto

    def parse(self, format_string):
        """(literal text, field, spec, conversion) of each replacement field."""
        return _string.formatter_parser(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _string.formatter_field_name_split(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attribute, key in rest:
            obj = getattr(obj, key) if is_attribute else obj[key]
        return obj, first

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError(f'Unknown conversion specifier {conversion!s}')
