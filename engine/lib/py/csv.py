"""Tables as text: values between commas."""

__all__ = ['QUOTE_MINIMAL', 'QUOTE_ALL', 'QUOTE_NONNUMERIC', 'QUOTE_NONE', 'QUOTE_STRINGS',
           'QUOTE_NOTNULL', 'Error', 'Dialect', 'excel', 'excel_tab', 'field_size_limit', 'reader',
           'writer', 'register_dialect', 'get_dialect', 'list_dialects', 'Sniffer',
           'unregister_dialect', 'DictReader', 'DictWriter', 'unix_dialect']

from io import StringIO
from types import GenericAlias

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)


class Error(Exception):
    pass


Error.__module__ = '_csv'


class Dialect:
    """How a table is written."""

    _name = ''
    _valid = False
    delimiter = None
    quotechar = None
    escapechar = None
    doublequote = None
    skipinitialspace = None
    lineterminator = None
    quoting = None

    def __init__(self):
        if self.__class__ != Dialect:
            self._valid = True
        try:
            _Dialect(self)
        except TypeError as e:
            raise Error(str(e)) from None


class excel(Dialect):
    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\r\n'
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = '\t'


class unix_dialect(Dialect):
    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\n'
    quoting = QUOTE_ALL


_dialects = {}
_defaults = {'delimiter': ',', 'doublequote': True, 'escapechar': None, 'lineterminator': '\r\n',
             'quotechar': '"', 'quoting': QUOTE_MINIMAL, 'skipinitialspace': False,
             'strict': False}
_size_limit = 131072


class _Dialect:
    """A dialect whose fields have been checked."""

    __slots__ = ('delimiter', 'doublequote', 'escapechar', 'lineterminator', 'quotechar',
                 'quoting', 'skipinitialspace', 'strict')

    def __init__(self, dialect=None, options={}):
        values = dict(_defaults)
        if dialect is not None:
            for name in values:
                if hasattr(dialect, name):
                    values[name] = getattr(dialect, name)
        for name, value in options.items():
            if name not in values:
                raise TypeError(f"this function got an unexpected keyword argument '{name}'")
            values[name] = value
        _check(values, 'quoting' in options or hasattr(dialect, 'quoting'))
        for name, value in values.items():
            object.__setattr__(self, name, value)

    def __setattr__(self, name, value):
        raise AttributeError(f"attribute '{name}' of '_csv.Dialect' objects is not writable")

    def __delattr__(self, name):
        self.__setattr__(name, None)

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'Dialect' instances")


def _check(values, has_quoting):
    def character(name, optional):
        value = values[name]
        if value is None and optional:
            return
        if not isinstance(value, str):
            kind = 'string or None' if optional else 'string'
            raise TypeError(f'"{name}" must be {kind}, not {type(value).__name__}')
        if len(value) != 1:
            raise TypeError(f'"{name}" must be a 1-character string')

    character('delimiter', False)
    character('escapechar', True)
    character('quotechar', True)
    if not isinstance(values['lineterminator'], str):
        raise TypeError('"lineterminator" must be a string')
    quoting = values['quoting']
    if type(quoting) is not int:
        raise TypeError(f'"quoting" must be an integer, not {type(quoting).__name__}')
    if not 0 <= quoting <= QUOTE_NOTNULL:
        raise TypeError('bad "quoting" value')
    if values['quotechar'] is None and not has_quoting:
        values['quoting'] = quoting = QUOTE_NONE
    if quoting != QUOTE_NONE and values['quotechar'] is None:
        raise TypeError('quotechar must be set if quoting enabled')
    for name in ('doublequote', 'skipinitialspace', 'strict'):
        values[name] = bool(values[name])
    used = {}
    for name in ('delimiter', 'escapechar', 'quotechar'):
        value = values[name]
        if value is None:
            continue
        if value in '\r\n' or value == ' ' and name != 'delimiter' and values['skipinitialspace']:
            raise ValueError(f'bad {name} value')
        if value in used:
            raise ValueError(f'bad {used[value]} or {name} value')
        if value in values['lineterminator']:
            raise ValueError(f'bad {name} or lineterminator value')
        used[value] = name


def _dialect(dialect, options):
    if isinstance(dialect, str):
        dialect = get_dialect(dialect)
    if isinstance(dialect, _Dialect) and not options:
        return dialect
    return _Dialect(dialect, options)


def register_dialect(name, dialect=None, /, **fmtparams):
    if not isinstance(name, str):
        raise TypeError('dialect name must be a string')
    _dialects[name] = _dialect(dialect, fmtparams)


def unregister_dialect(name):
    try:
        del _dialects[name]
    except (KeyError, TypeError):
        raise Error('unknown dialect') from None


def get_dialect(name):
    try:
        return _dialects[name]
    except (KeyError, TypeError):
        raise Error('unknown dialect') from None


def list_dialects():
    return list(_dialects)


_same = object()


def field_size_limit(new_limit=_same, /):
    global _size_limit
    old = _size_limit
    if new_limit is not _same:
        if not isinstance(new_limit, int):
            raise TypeError('limit must be an integer')
        _size_limit = new_limit
    return old


register_dialect('excel', excel)
register_dialect('excel-tab', excel_tab)
register_dialect('unix', unix_dialect)


class _Reader:
    """The rows of a table, each a list of fields."""

    def __init__(self, lines, dialect):
        self.dialect = dialect
        self.line_num = 0
        self._lines = lines

    def __iter__(self):
        return self

    def __next__(self):
        dialect = self.dialect
        delimiter, quote, escape = dialect.delimiter, dialect.quotechar, dialect.escapechar
        quoting = dialect.quoting
        simple = (escape is None and not dialect.skipinitialspace
                  and quoting in (QUOTE_MINIMAL, QUOTE_ALL))
        fields = []
        state = 'start record'
        field = []
        quoted = False

        def add_character(c):
            if len(field) >= _size_limit:
                raise Error(f'field larger than field limit ({_size_limit})')
            field.append(c)

        def save():
            nonlocal quoted
            text = ''.join(field)
            field.clear()
            if not quoted:
                if quoting == QUOTE_NOTNULL and not text:
                    text = None
                elif quoting == QUOTE_STRINGS:
                    text = float(text) if text else None
                elif quoting == QUOTE_NONNUMERIC and text:
                    text = float(text)
            quoted = False
            fields.append(text)

        while True:
            line = next(self._lines, None)
            if line is None:
                if field or state == 'in quoted':
                    if dialect.strict:
                        raise Error('unexpected end of data')
                    save()
                    return fields
                if fields:
                    if state == 'start field':
                        save()
                    return fields
                raise StopIteration
            if not isinstance(line, str):
                raise Error(f'iterator should return strings, not {type(line).__name__} '
                            '(the file should be opened in text mode)')
            self.line_num += 1
            if simple and state == 'start record' and quote not in line:
                text = line.rstrip('\r\n')
                if '\r' not in text and '\n' not in text and len(text) < _size_limit:
                    return text.split(delimiter) if text else []
            for c in line:
                if state == 'start record':
                    if c in '\r\n':
                        state = 'eat end'
                        continue
                    state = 'start field'
                elif state == 'after escaped newline':
                    state = 'in field'
                if state == 'start field':
                    if c in '\r\n':
                        save()
                        state = 'eat end'
                    elif c == quote and quoting != QUOTE_NONE:
                        quoted = True
                        state = 'in quoted'
                    elif c == escape:
                        state = 'escaped'
                    elif c == ' ' and dialect.skipinitialspace:
                        pass
                    elif c == delimiter:
                        save()
                    else:
                        add_character(c)
                        state = 'in field'
                elif state == 'in field':
                    if c in '\r\n':
                        save()
                        state = 'eat end'
                    elif c == escape:
                        state = 'escaped'
                    elif c == delimiter:
                        save()
                        state = 'start field'
                    else:
                        add_character(c)
                elif state == 'in quoted':
                    if c == escape:
                        state = 'escaped in quoted'
                    elif c == quote and quoting != QUOTE_NONE:
                        state = 'quote in quoted' if dialect.doublequote else 'in field'
                    else:
                        add_character(c)
                elif state == 'escaped':
                    add_character(c)
                    state = 'after escaped newline' if c in '\r\n' else 'in field'
                elif state == 'escaped in quoted':
                    add_character(c)
                    state = 'in quoted'
                elif state == 'quote in quoted':
                    if c == quote and quoting != QUOTE_NONE:
                        add_character(c)
                        state = 'in quoted'
                    elif c == delimiter:
                        save()
                        state = 'start field'
                    elif c in '\r\n':
                        save()
                        state = 'eat end'
                    elif not dialect.strict:
                        add_character(c)
                        state = 'in field'
                    else:
                        raise Error(f"'{delimiter}' expected after '{quote}'")
                elif state == 'eat end' and c not in '\r\n':
                    raise Error('new-line character seen in unquoted field - do you need to open '
                                'the file with newline=\'\'?')
            # The end of what was read is an end of the line.
            if state == 'start field' or state == 'in field' or state == 'quote in quoted':
                save()
                return fields
            if state == 'escaped':
                add_character('\n')
                state = 'in field'
            elif state == 'escaped in quoted':
                add_character('\n')
                state = 'in quoted'
            elif state != 'in quoted' and state != 'after escaped newline':
                return fields


_Reader.__name__ = _Reader.__qualname__ = 'reader'
_Reader.__module__ = '_csv'


def reader(iterable, /, dialect=None, **fmtparams):
    """The rows of a table in lines of text."""
    return _Reader(iter(iterable), _dialect(dialect, fmtparams))


class _Writer:
    """Writes rows to a file."""

    def __init__(self, file, dialect):
        write = getattr(file, 'write', None)
        if not callable(write):
            raise TypeError('argument 1 must have a "write" method')
        self.dialect = dialect
        self._write = write
        special = dialect.delimiter + '\r\n' + dialect.lineterminator
        self._special = special + (dialect.quotechar or '') + (dialect.escapechar or '')

    def _field(self, value, only):
        dialect = self.dialect
        quoting = dialect.quoting
        text = '' if value is None else str(value)
        if quoting == QUOTE_ALL:
            quoted = True
        elif quoting == QUOTE_NONNUMERIC:
            quoted = not isinstance(value, (int, float, complex)) and not _is_number(value)
        elif quoting == QUOTE_STRINGS:
            quoted = isinstance(value, str)
        elif quoting == QUOTE_NOTNULL:
            quoted = value is not None
        else:
            quoted = False
        if quoting == QUOTE_NONE:
            return self._escaped(text, only)
        special = self._special
        quote, escape = dialect.quotechar, dialect.escapechar
        if any([c in special for c in text]):
            out = []
            for c in text:
                if c == quote:
                    if dialect.doublequote:
                        out.append(quote)
                        quoted = True
                    elif escape is None:
                        raise Error('need to escape, but no escapechar set')
                    else:
                        out.append(escape)
                elif c == escape:
                    out.append(escape)
                elif c in special:
                    quoted = True
                out.append(c)
            text = ''.join(out)
        if not quoted and (not text and only or text[:1] == ' ' and dialect.skipinitialspace):
            if not text and quoting in (QUOTE_STRINGS, QUOTE_NOTNULL) and value is None:
                raise Error('single empty field record must be quoted')
            quoted = True
        elif (not quoted and text == '' and dialect.delimiter == ' '
              and dialect.skipinitialspace):
            if quoting in (QUOTE_STRINGS, QUOTE_NOTNULL):
                raise Error('empty field must be quoted if delimiter is a space and '
                            'skipinitialspace is true')
            quoted = True
        return f'{quote}{text}{quote}' if quoted else text

    def _escaped(self, text, only):
        if not text:
            if only:
                raise Error('single empty field record must be quoted')
            if self.dialect.delimiter == ' ' and self.dialect.skipinitialspace:
                raise Error('empty field must be quoted if delimiter is a space and '
                            'skipinitialspace is true')
            return text
        escape = self.dialect.escapechar
        out = []
        for at, c in enumerate(text):
            if c in self._special or at == 0 and c == ' ' and self.dialect.skipinitialspace:
                if escape is None:
                    raise Error('need to escape, but no escapechar set')
                out.append(escape)
            out.append(c)
        return ''.join(out)

    def writerow(self, row, /):
        try:
            row = list(row)
        except TypeError:
            raise Error(f'iterable expected, not {type(row).__name__}') from None
        only = len(row) == 1
        dialect = self.dialect
        return self._write(dialect.delimiter.join([self._field(value, only) for value in row])
                           + dialect.lineterminator)

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)


_Writer.__name__ = _Writer.__qualname__ = 'writer'
_Writer.__module__ = '_csv'


def _is_number(value):
    return value is not None and not isinstance(value, str) and hasattr(type(value), '__float__')


def writer(fileobj, /, dialect=None, **fmtparams):
    """What writes rows into a file."""
    return _Writer(fileobj, _dialect(dialect, fmtparams))


class DictReader:
    """The rows of a table as dicts: the first one names the fields."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args,
                 **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        names = self.fieldnames
        result = dict(zip(names, row))
        if len(names) < len(row):
            result[self.restkey] = row[len(names):]
        else:
            for name in names[len(row):]:
                result[name] = self.restval
        return result

    __class_getitem__ = classmethod(GenericAlias)


class DictWriter:
    """Writes dicts as the rows of a table."""

    def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *args,
                 **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.fieldnames = fieldnames
        self.restval = restval
        extrasaction = extrasaction.lower()
        if extrasaction not in ('raise', 'ignore'):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        if self.extrasaction == 'raise':
            wrong = rowdict.keys() - self.fieldnames
            if wrong:
                raise ValueError('dict contains fields not in fieldnames: '
                                 + ', '.join([repr(x) for x in wrong]))
        return [rowdict.get(key, self.restval) for key in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows([self._row(each) for each in rowdicts])

    __class_getitem__ = classmethod(GenericAlias)


class Sniffer:
    """Guesses how a table is written."""

    def __init__(self):
        self.preferred = [',', '\t', ';', ' ', ':']

    def sniff(self, sample, delimiters=None):
        quote, doubled, delimiter, skips = self._by_quotes(sample, delimiters)
        if not delimiter:
            delimiter, skips = self._by_counts(sample, delimiters)
        if not delimiter:
            raise Error('Could not determine delimiter')

        class dialect(Dialect):
            _name = 'sniffed'
            lineterminator = '\r\n'
            quoting = QUOTE_MINIMAL

        dialect.doublequote = doubled
        dialect.delimiter = delimiter
        dialect.quotechar = quote or '"'
        dialect.skipinitialspace = skips
        return dialect

    def _by_quotes(self, sample, delimiters):
        """What stands beside quoted fields."""
        quotes, found, spaces = {}, {}, {}
        for line in sample.splitlines():
            for quote in '\'"':
                at = line.find(quote)
                while at >= 0:
                    end = line.find(quote, at + 1)
                    if end < 0:
                        break
                    before = line[:at]
                    stripped = before.rstrip(' ')
                    left = stripped[-1:] if before != stripped else before[-1:]
                    right = line[end + 1:end + 2]
                    delimiter = left or right
                    if (delimiter and not delimiter.isalnum() and delimiter not in '_\'"'
                            and (not left or not right or left == right)
                            and (delimiters is None or delimiter in delimiters)):
                        quotes[quote] = quotes.get(quote, 0) + 1
                        found[delimiter] = found.get(delimiter, 0) + 1
                        if left and before != stripped:
                            spaces[delimiter] = spaces.get(delimiter, 0) + 1
                    at = line.find(quote, end + 1)
        if not quotes:
            return '', False, None, False
        quote = max(quotes, key=quotes.get)
        delimiter = max(found, key=found.get)
        return (quote, quote * 2 in sample.replace(delimiter + quote * 2 + delimiter, ''),
                delimiter, found[delimiter] == spaces.get(delimiter))

    def _by_counts(self, sample, delimiters):
        """The character that every line has equally often."""
        lines = [line for line in sample.split('\n') if line]
        if not lines:
            return '', False
        candidates = {}
        for c in map(chr, range(127)):
            if delimiters is not None and c not in delimiters or c in '\r\n':
                continue
            counts = {}
            for line in lines:
                n = line.count(c)
                counts[n] = counts.get(n, 0) + 1
            often = max(counts, key=counts.get)
            agreeing = counts[often] - sum(v for k, v in counts.items() if k != often)
            if often > 0 and agreeing / len(lines) >= 0.9:
                candidates[c] = often
        for c in [*self.preferred, *candidates]:
            if c in candidates and (len(candidates) == 1 or c in self.preferred
                                    or c not in self.preferred and not c.isalnum()):
                break
        else:
            if not candidates:
                return '', False
            c = next(iter(candidates))
        return c, lines[0].count(c) == lines[0].count(c + ' ')

    def has_header(self, sample):
        rows = reader(StringIO(sample), self.sniff(sample))
        header = next(rows)
        columns = len(header)
        kinds = dict.fromkeys(range(columns))
        for checked, row in enumerate(rows):
            if checked > 20:
                break
            if len(row) != columns:
                continue
            for column in list(kinds):
                try:
                    complex(row[column])
                    kind = complex
                except (ValueError, OverflowError):
                    kind = len(row[column])
                if kinds[column] is None:
                    kinds[column] = kind
                elif kind != kinds[column]:
                    del kinds[column]
        votes = 0
        for column, kind in kinds.items():
            if isinstance(kind, int):
                votes += 1 if len(header[column]) != kind else -1
            else:
                try:
                    kind(header[column])
                except (ValueError, TypeError):
                    votes += 1
                else:
                    votes -= 1
        return votes > 0
