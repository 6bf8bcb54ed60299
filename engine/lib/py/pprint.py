"""Data in a form that is good to read."""

__all__ = ['pprint', 'pformat', 'isreadable', 'isrecursive', 'saferepr', 'PrettyPrinter', 'pp']


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    """Prints an object, over several lines where one is not enough."""
    PrettyPrinter(stream=stream, indent=indent, width=width, depth=depth, compact=compact,
                  sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
            underscore_numbers=False):
    return PrettyPrinter(indent=indent, width=width, depth=depth, compact=compact,
                         sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]


class _Key:
    """Sorts keys of any types: as they are where they can be compared, else by type and id."""

    __slots__ = ('obj',)

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return ((str(type(self.obj)), id(self.obj))
                    < (str(type(other.obj)), id(other.obj)))


def _pair_key(pair):
    return _Key(pair[0]), _Key(pair[1])


class PrettyPrinter:

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False,
                 sort_dicts=True, underscore_numbers=False):
        indent = int(indent)
        width = int(width)
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._depth = depth
        self._indent = indent
        self._width = width
        if stream is None:
            import sys
            stream = sys.stdout
        self._stream = stream
        self._compact = compact
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        if self._stream is not None:
            self._stream.write(self.pformat(object) + '\n')

    def pformat(self, object):
        out = []
        self._format(object, out, 0, 0, {}, 0)
        return ''.join(out)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        return self._safe_repr(object, context, maxlevels, level)

    def _repr(self, object, context, level):
        return self.format(object, context.copy(), self._depth, level)[0]

    def _format(self, object, out, indent, allowance, context, level):
        key = id(object)
        if key in context:
            out.append(_recursion(object))
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            shape = _shapes.get(type(object).__repr__)
            if shape is not None:
                context[key] = 1
                shape(self, object, out, indent, allowance, context, level + 1)
                del context[key]
                return
            if hasattr(object, '__dataclass_fields__') and not isinstance(object, type) \
                    and hasattr(type(object).__repr__, '__wrapped__'):
                context[key] = 1
                self._dataclass(object, out, indent, allowance, context, level + 1)
                del context[key]
                return
        out.append(text)

    def _dataclass(self, object, out, indent, allowance, context, level):
        name = object.__class__.__name__
        indent += len(name) + 1
        items = [(f.name, getattr(object, f.name))
                 for f in object.__dataclass_fields__.values() if f.repr]
        out.append(name + '(')
        self._named_items(items, out, indent, allowance, context, level)
        out.append(')')

    def _named_items(self, items, out, indent, allowance, context, level):
        last = len(items) - 1
        for i, (key, value) in enumerate(items):
            out.append(f'{key}=')
            if id(value) in context:
                out.append('...')
            else:
                self._format(value, out, indent + len(key) + 1, allowance if i == last else 1,
                             context, level)
            if i != last:
                out.append(',\n' + ' ' * indent)

    def _dict(self, object, out, indent, allowance, context, level):
        out.append('{')
        if self._indent > 1:
            out.append((self._indent - 1) * ' ')
        if object:
            items = sorted(object.items(), key=_pair_key) if self._sort_dicts \
                else list(object.items())
            self._dict_items(items, out, indent, allowance + 1, context, level)
        out.append('}')

    def _dict_items(self, items, out, indent, allowance, context, level):
        indent += self._indent
        last = len(items) - 1
        for i, (key, value) in enumerate(items):
            text = self._repr(key, context, level)
            out.append(text + ': ')
            self._format(value, out, indent + len(text) + 2, allowance if i == last else 1,
                         context, level)
            if i != last:
                out.append(',\n' + ' ' * indent)

    def _ordered_dict(self, object, out, indent, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        name = object.__class__.__name__
        out.append(name + '(')
        self._format(list(object.items()), out, indent + len(name) + 1, allowance + 1, context,
                     level)
        out.append(')')

    def _default_dict(self, object, out, indent, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        name = object.__class__.__name__
        indent += len(name) + 1
        factory = self._repr(object.default_factory, context, level)
        out.append(f'{name}({factory},\n' + ' ' * indent)
        self._dict(object, out, indent, allowance + 1, context, level)
        out.append(')')

    def _counter(self, object, out, indent, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        name = object.__class__.__name__
        out.append(name + '({')
        if self._indent > 1:
            out.append((self._indent - 1) * ' ')
        self._dict_items(object.most_common(), out, indent + len(name) + 1, allowance + 2, context,
                         level)
        out.append('})')

    def _chain_map(self, object, out, indent, allowance, context, level):
        name = object.__class__.__name__
        out.append(name + '(')
        indent += len(name) + 1
        for i, each in enumerate(object.maps):
            is_last = i == len(object.maps) - 1
            self._format(each, out, indent, allowance + 1 if is_last else 1, context, level)
            out.append(')' if is_last else ',\n' + ' ' * indent)

    def _deque(self, object, out, indent, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        name = object.__class__.__name__
        out.append(name + '([')
        indent += len(name) + 1
        if object.maxlen is None:
            self._items(object, out, indent, allowance + 2, context, level)
            out.append('])')
        else:
            self._items(object, out, indent, 2, context, level)
            limit = self._repr(object.maxlen, context, level)
            out.append('],\n' + ' ' * indent + f'maxlen={limit})')

    def _user(self, object, out, indent, allowance, context, level):
        self._format(object.data, out, indent, allowance, context, level - 1)

    def _mapping_proxy(self, object, out, indent, allowance, context, level):
        out.append('mappingproxy(')
        self._format(object.copy(), out, indent + len('mappingproxy('), allowance + 1, context,
                     level)
        out.append(')')

    def _bytes(self, object, out, indent, allowance, context, level):
        if len(object) <= 4:
            out.append(repr(object))
            return
        # Alone it needs parentheses to be one expression.
        alone = level == 1
        if alone:
            indent += 1
            allowance += 1
            out.append('(')
        pieces = []
        width = self._width - indent
        current = b''
        last = len(object) // 4 * 4
        for i in range(0, len(object), 4):
            candidate = current + object[i:i + 4]
            if i == last:
                width -= allowance
            if len(repr(candidate)) > width:
                if current:
                    pieces.append(repr(current))
                current = object[i:i + 4]
            else:
                current = candidate
        if current:
            pieces.append(repr(current))
        out.append(('\n' + ' ' * indent).join(pieces))
        if alone:
            out.append(')')

    def _bytearray(self, object, out, indent, allowance, context, level):
        out.append('bytearray(')
        self._bytes(bytes(object), out, indent + len('bytearray('), allowance + 1, context,
                    level + 1)
        out.append(')')

    def _list(self, object, out, indent, allowance, context, level):
        out.append('[')
        self._items(object, out, indent, allowance + 1, context, level)
        out.append(']')

    def _tuple(self, object, out, indent, allowance, context, level):
        end = ',)' if len(object) == 1 else ')'
        out.append('(')
        self._items(object, out, indent, allowance + len(end), context, level)
        out.append(end)

    def _set(self, object, out, indent, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        if type(object) is set:
            start, end = '{', '}'
        else:
            start, end = type(object).__name__ + '({', '})'
            indent += len(type(object).__name__) + 1
        out.append(start)
        self._items(sorted(object, key=_Key), out, indent, allowance + len(end), context, level)
        out.append(end)

    def _items(self, items, out, indent, allowance, context, level):
        items = list(items)
        indent += self._indent
        if self._indent > 1:
            out.append((self._indent - 1) * ' ')
        separator = ',\n' + ' ' * indent
        delimiter = ''
        width = room = self._width - indent + 1
        last = len(items) - 1
        for i, item in enumerate(items):
            if i == last:
                room -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                needed = len(text) + 2
                if room < needed:
                    room = width
                    if delimiter:
                        delimiter = separator
                if room >= needed:
                    room -= needed
                    out.append(delimiter)
                    delimiter = ', '
                    out.append(text)
                    continue
            out.append(delimiter)
            delimiter = separator
            self._format(item, out, indent, allowance if i == last else 1, context, level)

    def _str(self, object, out, indent, allowance, context, level):
        if not object:
            out.append(repr(object))
            return
        chunks = []
        lines = object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        width = limit = self._width - indent
        text = ''
        for i, line in enumerate(lines):
            text = repr(line)
            if i == len(lines) - 1:
                limit -= allowance
            if len(text) <= limit:
                chunks.append(text)
                continue
            parts = _words(line)
            limit2 = width
            current = ''
            for j, part in enumerate(parts):
                candidate = current + part
                if j == len(parts) - 1 and i == len(lines) - 1:
                    limit2 -= allowance
                if len(repr(candidate)) > limit2:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            out.append(text)
            return
        if level == 1:
            out.append('(')
        out.append(('\n' + ' ' * indent).join(chunks))
        if level == 1:
            out.append(')')

    def _namespace(self, object, out, indent, allowance, context, level):
        name = 'namespace' if type(object).__name__ == 'SimpleNamespace' else type(object).__name__
        out.append(name + '(')
        self._named_items(list(object.__dict__.items()), out, indent + len(name) + 1, allowance,
                          context, level)
        out.append(')')

    def _safe_repr(self, object, context, maxlevels, level):
        """(text, whether it can be read back, whether the object contains itself)"""
        kind = type(object)
        if kind is int and self._underscore_numbers:
            return f'{object:_d}', True, False
        if kind in (str, bytes, bytearray, float, complex, bool, int, type(None)):
            return repr(object), True, False
        method = getattr(kind, '__repr__', None)
        if issubclass(kind, dict) and method is dict.__repr__:
            if not object:
                return '{}', True, False
            if maxlevels and level >= maxlevels:
                return '{...}', False, id(object) in context
            if id(object) in context:
                return _recursion(object), False, True
            context[id(object)] = 1
            readable, recursive = True, False
            items = sorted(object.items(), key=_pair_key) if self._sort_dicts else object.items()
            parts = []
            for key, value in items:
                a, ra, ca = self.format(key, context, maxlevels, level + 1)
                b, rb, cb = self.format(value, context, maxlevels, level + 1)
                parts.append(f'{a}: {b}')
                readable = readable and ra and rb
                recursive = recursive or ca or cb
            del context[id(object)]
            return '{' + ', '.join(parts) + '}', readable, recursive
        if issubclass(kind, list) and method is list.__repr__ \
                or issubclass(kind, tuple) and method is tuple.__repr__:
            if issubclass(kind, list):
                if not object:
                    return '[]', True, False
                shape = '[%s]'
            elif len(object) == 1:
                shape = '(%s,)'
            else:
                if not object:
                    return '()', True, False
                shape = '(%s)'
            if maxlevels and level >= maxlevels:
                return shape % '...', False, id(object) in context
            if id(object) in context:
                return _recursion(object), False, True
            context[id(object)] = 1
            readable, recursive = True, False
            parts = []
            for item in object:
                text, r, c = self.format(item, context, maxlevels, level + 1)
                parts.append(text)
                readable = readable and r
                recursive = recursive or c
            del context[id(object)]
            return shape % ', '.join(parts), readable, recursive
        text = repr(object)
        return text, bool(text) and not text.startswith('<'), False


def _words(line):
    """The line in pieces that end after white space."""
    parts = []
    start = i = 0
    n = len(line)
    while i < n:
        while i < n and not line[i].isspace():
            i += 1
        while i < n and line[i].isspace():
            i += 1
        parts.append(line[start:i])
        start = i
    return parts


def _recursion(object):
    return f'<Recursion on {type(object).__name__} with id={id(object)}>'


def _make_shapes():
    import collections
    import types
    return {
        dict.__repr__: PrettyPrinter._dict,
        list.__repr__: PrettyPrinter._list,
        tuple.__repr__: PrettyPrinter._tuple,
        set.__repr__: PrettyPrinter._set,
        frozenset.__repr__: PrettyPrinter._set,
        str.__repr__: PrettyPrinter._str,
        bytes.__repr__: PrettyPrinter._bytes,
        bytearray.__repr__: PrettyPrinter._bytearray,
        types.MappingProxyType.__repr__: PrettyPrinter._mapping_proxy,
        collections.OrderedDict.__repr__: PrettyPrinter._ordered_dict,
        collections.defaultdict.__repr__: PrettyPrinter._default_dict,
        collections.Counter.__repr__: PrettyPrinter._counter,
        collections.ChainMap.__repr__: PrettyPrinter._chain_map,
        collections.deque.__repr__: PrettyPrinter._deque,
        collections.UserDict.__repr__: PrettyPrinter._user,
        collections.UserList.__repr__: PrettyPrinter._user,
        collections.UserString.__repr__: PrettyPrinter._user,
        types.SimpleNamespace.__repr__: PrettyPrinter._namespace,
    }


_shapes = _make_shapes()
