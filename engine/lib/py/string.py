"""Constants of text, Template and Formatter."""

__all__ = ['ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'capwords', 'digits',
           'hexdigits', 'octdigits', 'printable', 'punctuation', 'whitespace', 'Formatter',
           'Template']

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
            if name is not None and name not in names:
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

    def _vformat(self, format_string, args, kwargs, used, depth, auto):
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        out = []
        for literal, field, spec, conversion in self.parse(format_string):
            if literal:
                out.append(literal)
            if field is None:
                continue
            first = _first_of(field)
            if first == '':
                if auto is False:
                    raise ValueError('cannot switch from manual field specification to automatic '
                                     'field numbering')
                field = str(auto) + field
                auto += 1
            elif first.isdigit():
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
        text = format_string
        i = 0
        literal = []
        n = len(text)
        while i < n:
            c = text[i]
            if c == '{':
                if text.startswith('{{', i):
                    literal.append('{')
                    yield ''.join(literal), None, None, None
                    literal = []
                    i += 2
                    continue
                if i + 1 >= n:
                    raise ValueError("Single '{' encountered in format string")
                end, field, spec, conversion = _parse_field(text, i + 1)
                yield ''.join(literal), field, spec, conversion
                literal = []
                i = end
            elif c == '}':
                if not text.startswith('}}', i):
                    raise ValueError("Single '}' encountered in format string")
                literal.append('}')
                yield ''.join(literal), None, None, None
                literal = []
                i += 2
            else:
                literal.append(c)
                i += 1
        if literal:
            yield ''.join(literal), None, None, None

    def get_field(self, field_name, args, kwargs):
        first = _first_of(field_name)
        obj = self.get_value(int(first) if first.isdigit() else first, args, kwargs)
        rest = field_name[len(first):]
        while rest:
            if rest[0] == '.':
                name = _first_of(rest[1:])
                if not name:
                    raise ValueError('Empty attribute in format string')
                obj = getattr(obj, name)
                rest = rest[1 + len(name):]
            elif rest[0] == '[':
                end = rest.find(']')
                if end < 0:
                    raise ValueError("Missing ']' in format string")
                key = rest[1:end]
                if not key:
                    raise ValueError('Empty attribute in format string')
                obj = obj[int(key) if key.isdigit() else key]
                rest = rest[end + 1:]
            else:
                raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        return obj, int(first) if first.isdigit() else first

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


def _first_of(field):
    for i, c in enumerate(field):
        if c == '.' or c == '[':
            return field[:i]
    return field


def _parse_field(text, i):
    """(index after the field, field, spec, conversion) of the field that begins at i."""
    start = i
    n = len(text)
    in_brackets = False
    while i < n and (in_brackets or text[i] not in ':!}'):
        if text[i] == '{':
            raise ValueError("unexpected '{' in field name")
        if text[i] == '[':
            in_brackets = True
        elif text[i] == ']':
            in_brackets = False
        i += 1
    field = text[start:i]
    conversion = None
    if i < n and text[i] == '!':
        if i + 2 >= n or text[i + 2] not in ':}':
            raise ValueError("expected ':' after conversion specifier" if i + 2 < n else
                             'end of string while looking for conversion specifier')
        conversion = text[i + 1]
        i += 2
    spec = ''
    if i < n and text[i] == ':':
        i += 1
        start = i
        depth = 1
        while i < n:
            if text[i] == '{':
                depth += 1
            elif text[i] == '}':
                depth -= 1
                if not depth:
                    break
            i += 1
        spec = text[start:i]
    if i >= n:
        raise ValueError("expected '}' before end of string")
    return i + 1, field, spec, conversion
