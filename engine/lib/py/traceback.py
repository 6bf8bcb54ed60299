"""Extract, format and print exceptions and their tracebacks."""

import _frame
import _heddle
import _source
import _vm
import linecache
import sys

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only',
           'format_list', 'format_stack', 'format_tb', 'print_exc', 'format_exc',
           'print_exception', 'print_last', 'print_stack', 'print_tb', 'clear_frames',
           'FrameSummary', 'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb']

_CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n'
_CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n'
# Of lines that repeat, so many are shown.
_REPEATS = 3

_unset = object()
_Traceback = _heddle.builtin_type('traceback')


def _safely(value, what, show=str):
    try:
        return show(value)
    except:
        return f'<{what} {show.__name__}() failed>'


def _common_indent(lines):
    indent = None
    for line in lines:
        if line.strip():
            n = len(line) - len(line.lstrip(' \t'))
            head = line[:n]
            if indent is None:
                indent = head
            else:
                i = 0
                while i < len(indent) and i < n and indent[i] == head[i]:
                    i += 1
                indent = indent[:i]
    return indent or ''


def _dedent(lines):
    n = len(_common_indent(lines))
    return [line[n:] if line.strip() else '' for line in lines]


# Symbols that a terminal draws as wide as two letters.
_WIDE_SYMBOLS = (
    '\u2065\u2072\u2073\u208f\u209d\u209e\u209f\u20c1\u20c2\u20c3\u20c4\u20c5\u20c6\u20c7\u20c8\u20c9\u20ca\u20cb\u20cc\u20cd\u20ce\u20cf\u20f1\u20f2\u20f3\u20f4\u20f5\u20f6\u20f7\u20f8\u20f9\u20fa\u20fb\u20fc\u20fd\u20fe\u20ff\u218c\u218d\u218e'
    '\u218f⌚⌛〈〉⏩⏪⏫⏬⏰⏳\u2427\u2428\u2429\u242a\u242b\u242c\u242d\u242e\u242f\u2430\u2431\u2432\u2433\u2434\u2435\u2436\u2437\u2438\u2439\u243a\u243b\u243c\u243d\u243e\u243f\u244b\u244c\u244d\u244e\u244f\u2450\u2451\u2452\u2453\u2454\u2455\u2456\u2457\u2458\u2459\u245a\u245b\u245c\u245d\u245e\u245f◽◾☔☕♈♉♊♋♌♍♎♏♐♑♒♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✅✊✋✨❌❎❓❔❕❗➕➖➗➰➿⬛⬜⭐⭕\u2b74\u2b75\u2b96\u2cf4\u2cf5\u2cf6\u2cf7\u2cf8\u2d26\u2d28\u2d29\u2d2a\u2d2b\u2d2c\u2d2e\u2d2f\u2d68\u2d69\u2d6a\u2d6b\u2d6c\u2d6d\u2d6e\u2d71\u2d72\u2d73\u2d74\u2d75\u2d76\u2d77\u2d78\u2d79\u2d7a\u2d7b\u2d7c\u2d7d\u2d7e\u2d97\u2d98\u2d99\u2d9a\u2d9b\u2d9c\u2d9d\u2d9e\u2d9f\u2da7\u2daf\u2db7\u2dbf\u2dc7\u2dcf\u2dd7\u2ddf\u2e5e\u2e5f\u2e60\u2e61\u2e62\u2e63\u2e64\u2e65\u2e66\u2e67\u2e68\u2e69\u2e6a\u2e6b\u2e6c\u2e6d\u2e6e\u2e6f\u2e70\u2e71\u2e72\u2e73\u2e74\u2e75\u2e76\u2e77\u2e78\u2e79\u2e7a\u2e7b\u2e7c\u2e7d\u2e7e\u2e7f')


def _is_wide(c):
    o = ord(c)
    return o >= 0x1100 and (o <= 0x115f or 0x2e80 <= o <= 0xa4cf or 0xac00 <= o <= 0xd7a3 or
                            0xf900 <= o <= 0xfaff or 0xfe30 <= o <= 0xfe6f or
                            0xff00 <= o <= 0xff60 or 0xffe0 <= o <= 0xffe6 or
                            0x1f300 <= o <= 0x1f64f or 0x1f680 <= o <= 0x1f6ff or
                            0x1f7e0 <= o <= 0x1f7eb or 0x1f900 <= o <= 0x1faff or
                            0x20000 <= o <= 0x3fffd or c in _WIDE_SYMBOLS)


def _width(text, end=None):
    text = text if end is None else text[:end]
    if text.isascii():
        return len(text)
    return sum([2 if _is_wide(c) else 1 for c in text])


class FrameSummary:
    """Information about a single frame of a traceback or a stack."""

    __slots__ = ('filename', 'lineno', 'end_lineno', 'colno', 'end_colno', 'name', 'locals',
                 '_line', '_lines')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None, **kwargs):
        self.filename = filename
        self.lineno = lineno
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self.name = name
        self._line = line
        self._lines = None
        self.locals = None
        if locals:
            self.locals = {k: _safely(v, 'local', repr) for k, v in locals.items()}
        if lookup_line:
            self.line

    def _source_lines(self):
        """The lines that the code spans, as they stand in the file."""
        if self._lines is None:
            if self._line is not None:
                self._lines = [self._line]
            elif self.lineno is None or self.end_lineno is None:
                self._lines = []
            else:
                self._lines = [linecache.getline(self.filename, n).rstrip()
                               for n in range(self.lineno, self.end_lineno + 1)]
        return self._lines

    @property
    def line(self):
        if self._line is None:
            if self.lineno is None:
                return None
            lines = self._source_lines()
            self._line = lines[0].strip() if lines else ''
            return self._line
        return self._line.strip() if self._line else self._line

    def _as_tuple(self):
        return self.filename, self.lineno, self.name, self.line

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename == other.filename and self.lineno == other.lineno and
                    self.name == other.name and self.locals == other.locals)
        if isinstance(other, tuple):
            return self._as_tuple() == other
        return NotImplemented

    __hash__ = None

    def __getitem__(self, index):
        return self._as_tuple()[index]

    def __iter__(self):
        return iter(self._as_tuple())

    def __len__(self):
        return 4

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'


def walk_tb(tb):
    """Yields (frame, line number) of each level of a traceback."""
    while tb is not None:
        if not _frame.is_hidden(tb.tb_frame.f_code):
            yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    """Yields (frame, line number) from a frame (the caller's by default) outwards."""
    if f is None:
        f = sys._getframe(1)
        while f is not None and f.f_globals is globals():
            # StackSummary.extract()
            f = f.f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def _entries(tb, limit):
    """(filename, line, end line, column, end column, name) of each level, within the limit."""
    entries = []
    while tb is not None:
        if isinstance(tb, _Traceback):
            entry = _vm.traceback_entry(tb)
        else:
            # Something that looks like one.
            code = tb.tb_frame.f_code
            entry = code.co_filename, tb.tb_lineno, tb.tb_lineno, -1, -1, code.co_name
        if entry is not None:
            entries.append((entry, tb))
        tb = tb.tb_next
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
        if limit is not None and limit < 0:
            limit = 0
    if limit is not None:
        entries = entries[:limit] if limit >= 0 else entries[limit:]
    return entries


class StackSummary(list):
    """A list of FrameSummary objects, oldest first."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        if limit is None:
            limit = getattr(sys, 'tracebacklimit', None)
            if limit is not None and limit < 0:
                limit = 0
        if limit is None or limit < 0:
            rows = list(frame_gen)[limit:]
        else:
            rows = [row for row, _ in zip(frame_gen, range(limit))]
        result = klass()
        for f, lineno in rows:
            result.append(FrameSummary(
                f.f_code.co_filename, lineno, f.f_code.co_name, lookup_line=lookup_lines,
                locals=f.f_locals if capture_locals else None))
        return result

    @classmethod
    def _of_traceback(klass, tb, limit=None, lookup_lines=True, capture_locals=False):
        result = klass()
        for (filename, line, end_line, column, end_column, name), level in _entries(tb, limit):
            known = column >= 0 and end_column >= 0
            result.append(FrameSummary(
                filename, line, name, lookup_line=False,
                end_lineno=end_line if end_line >= line else line,
                colno=column if known else None, end_colno=end_column if known else None,
                locals=level.tb_frame.f_locals if capture_locals else None))
        if lookup_lines:
            for summary in result:
                summary.line
        return result

    @classmethod
    def from_list(klass, a_list):
        result = StackSummary()
        for item in a_list:
            if isinstance(item, FrameSummary):
                result.append(item)
            else:
                filename, lineno, name, line = item
                result.append(FrameSummary(filename, lineno, name, line=line))
        return result

    def format_frame_summary(self, frame_summary, **kwargs):
        f = frame_summary
        text = f'  File "{f.filename}", line {f.lineno}, in {f.name}\n'
        lines = f._source_lines()
        if lines and any([line.strip() for line in lines]):
            if f.colno is None or f.end_colno is None:
                text += f'    {lines[0].strip()}\n'
            else:
                text += _marked_source(f, lines)
        if f.locals:
            for name, value in sorted(f.locals.items()):
                text += f'    {name} = {value}\n'
        return text

    def format(self, **kwargs):
        result = []
        last = None
        count = 0
        for summary in self:
            place = summary.filename, summary.lineno, summary.name
            if place != last:
                _add_repeats(result, count)
                last = place
                count = 0
            count += 1
            if count <= _REPEATS:
                shown = self.format_frame_summary(summary)
                if shown is not None:
                    result.append(shown)
        _add_repeats(result, count)
        return result


def _add_repeats(result, count):
    more = count - _REPEATS
    if more > 0:
        result.append(f'  [Previous line repeated {more} more time{"s" if more > 1 else ""}]\n')


# ---- the part of the line that failed

class _Marks:
    """Where in a segment the decisive part lies: an operator, an index, the arguments of a call."""

    __slots__ = ('start_line', 'start', 'end_line', 'end')

    def __init__(self, start_line, start, end_line, end):
        self.start_line = start_line
        self.start = start
        self.end_line = end_line
        self.end = end


def _skip_to(lines, line, column, wanted):
    """The next place of a character that is wanted, past comments and line continuations."""
    while True:
        if line >= len(lines):
            return None
        if column >= len(lines[line]) or lines[line][column] in '\\#':
            line += 1
            column = 0
        elif wanted(lines[line][column]):
            return line, column
        else:
            column += 1


def _find_marks(segment):
    found = _source.anchors(segment)
    if found is None:
        return None
    which, left_line, left_column, right_line, right_column = found
    lines = segment.splitlines()
    if which == 0:
        place = _skip_to(lines, left_line, left_column, lambda c: not c.isspace() and c != ')')
        if place is None:
            return None
        line, column = place
        end = column + 1
        if end < len(lines[line]) and (right_line > line or end < right_column):
            c = lines[line][end]
            if not c.isspace() and c not in '\\#':
                end += 1
        return _Marks(line, column, line, end)
    bracket = '[' if which == 1 else '('
    place = _skip_to(lines, left_line, left_column, lambda c: c == bracket)
    if place is None:
        return None
    return _Marks(place[0], place[1], right_line, right_column)


def _has_marks(start, end, lines, marks):
    """Whether marks say more than the line alone does."""
    span = _source.call_span('\n'.join(lines))
    if span is not None and span == (1, start, len(lines), end):
        return False
    if marks is not None:
        return True
    return bool(lines[0][:start].strip() or lines[-1][end:].rstrip())


def _marked_source(f, original):
    lines = _dedent(original)
    cut = len(original[0]) - len(lines[0])
    start = max(0, f.colno - cut)
    end = max(0, f.end_colno - cut)
    segment = '\n'.join(lines)
    segment = segment[start:len(segment) - (len(lines[-1]) - end)]
    marks = _find_marks(segment)
    marked = _has_marks(start, end, lines, marks)
    last = len(lines) - 1
    shown = {0, last}
    if marks is not None:
        shown.update(range(marks.start_line - 1, marks.start_line + 2))
        shown.update(range(marks.end_line - 1, marks.end_line + 2))
        if marks.start_line == 0:
            marks.start += start
        if marks.end_line == 0:
            marks.end += start
        marks.start = _width(lines[marks.start_line], marks.start)
        marks.end = _width(lines[marks.end_line], marks.end)
    start = _width(lines[0], start)
    end = _width(lines[-1], end)
    result = []

    def put(n):
        line = lines[n]
        result.append(line)
        if not marked:
            return
        first = len(line) - len(line.lstrip())
        row = ''
        for column in range(end if n == last else _width(line)):
            if column < first or n == 0 and column < start:
                row += ' '
            elif marks is None:
                row += '^'
            elif (n, column) >= (marks.start_line, marks.start) and \
                    (n, column) < (marks.end_line, marks.end):
                row += '^'
            else:
                row += '~'
        result.append(row)

    before = None
    for n in sorted(shown):
        if n < 0 or n > last:
            continue
        if before is not None:
            if n - before == 2:
                put(n - 1)
            elif n - before > 2:
                result.append(f'...<{n - before - 1} lines>...')
        put(n)
        before = n
    return ''.join([f'    {line}\n' for line in _dedent_keeping(result)])


def _dedent_keeping(lines):
    n = len(_common_indent(lines))
    return [line[n:] if line.strip() else '' for line in lines]


# ---- suggestions

def _move_cost(a, b):
    if a == b:
        return 0
    return 1 if a.lower() == b.lower() else 2


def _distance(a, b, limit):
    """Edit distance of two names, where a change of case costs half; above the limit: limit + 1."""
    if a == b:
        return 0
    i = 0
    while i < len(a) and i < len(b) and a[i] == b[i]:
        i += 1
    a, b = a[i:], b[i:]
    i = 0
    while i < len(a) and i < len(b) and a[-1 - i] == b[-1 - i]:
        i += 1
    if i:
        a, b = a[:-i], b[:-i]
    if not a or not b:
        return 2 * (len(a) + len(b))
    if len(a) > 40 or len(b) > 40:
        return limit + 1
    if len(b) < len(a):
        a, b = b, a
    if (len(b) - len(a)) * 2 > limit:
        return limit + 1
    row = [2 * (i + 1) for i in range(len(a))]
    result = 0
    for j, c in enumerate(b):
        distance = result = 2 * j
        least = limit + 1
        for i, d in enumerate(a):
            substitute = distance + _move_cost(c, d)
            distance = row[i]
            result = min(substitute, min(result, distance) + 2)
            row[i] = result
            if result < least:
                least = result
        if least > limit:
            return limit + 1
    return result


def _closest(names, wrong):
    if len(names) > 750 or len(wrong) > 40:
        return None
    best = None
    best_distance = None
    for name in names:
        if name == wrong:
            continue
        limit = (len(name) + len(wrong) + 3) * 2 // 6
        if best_distance is not None:
            limit = min(limit, best_distance - 1)
        distance = _distance(wrong, name, limit)
        if distance <= limit and (best is None or distance < best_distance):
            best = name
            best_distance = distance
    return best


def _locals_of(tb):
    """The variables of the frame that raised."""
    if tb is None:
        return {}
    while tb.tb_next is not None:
        tb = tb.tb_next
    return tb.tb_frame.f_locals


def _suggest(e, tb, wrong):
    if not isinstance(wrong, str):
        return None
    try:
        if isinstance(e, AttributeError):
            obj = e.obj
            try:
                names = dir(obj)
            except TypeError:
                names = list(obj.__class__.__dict__) + list(obj.__dict__)
            names = sorted([name for name in names if isinstance(name, str)])
            if wrong[:1] != '_' and _locals_of(tb).get('self', e) is not obj:
                names = [name for name in names if name[:1] != '_']
        elif isinstance(e, ImportError):
            module = sys.modules.get(e.name)
            if module is None:
                return None
            names = sorted([name for name in dir(module) if isinstance(name, str)])
            if wrong[:1] != '_':
                names = [name for name in names if name[:1] != '_']
        else:
            if tb is None:
                return None
            inner = _locals_of(tb)
            if 'self' in inner and hasattr(inner['self'], wrong):
                return f'self.{wrong}'
            while tb.tb_next is not None:
                tb = tb.tb_next
            code = tb.tb_frame.f_code
            names = [] if code.co_name == '<module>' else list(code.co_varnames + code.co_freevars)
            names += list(tb.tb_frame.f_globals)
            names += list(tb.tb_frame.f_builtins)
            names = [name for name in names if isinstance(name, str)]
        return _closest(names, wrong)
    except Exception:
        return None


# ---- exceptions

class TracebackException:
    """An exception made ready for printing, without keeping it alive."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True,
                 capture_locals=False, compact=False, max_group_width=15, max_group_depth=10,
                 save_exc_type=True, _seen=None):
        options = dict(limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals,
                       compact=compact, max_group_width=max_group_width,
                       max_group_depth=max_group_depth)
        seen = set() if _seen is None else _seen
        self._fill(exc_type, exc_value, exc_traceback, options, seen)
        # Chains may be long: they are followed here, not by each in turn.
        todo = [(self, exc_value)]
        while todo:
            te, e = todo.pop()
            if e is None:
                continue
            cause = e.__cause__
            if cause is not None and id(cause) not in seen:
                te.__cause__ = self._another(cause, options, seen)
                todo.append((te.__cause__, cause))
            context = e.__context__
            wanted = context is not None and id(context) not in seen
            if wanted and compact and (te.__cause__ is not None or e.__suppress_context__):
                wanted = False
            if wanted:
                te.__context__ = self._another(context, options, seen)
                todo.append((te.__context__, context))
            if isinstance(e, BaseExceptionGroup):
                te.exceptions = []
                for member in e.exceptions:
                    made = self._another(member, options, seen)
                    te.exceptions.append(made)
                    todo.append((made, member))

    @classmethod
    def _another(cls, e, options, seen):
        made = TracebackException.__new__(cls)
        made._fill(type(e), e, e.__traceback__, options, seen)
        return made

    def _fill(self, exc_type, e, tb, options, seen):
        seen.add(id(e))
        self.max_group_width = options['max_group_width']
        self.max_group_depth = options['max_group_depth']
        self.stack = StackSummary._of_traceback(tb, options['limit'], options['lookup_lines'],
                                                options['capture_locals'])
        self._exc_type = exc_type
        self._str = _safely(e, 'exception')
        try:
            self.__notes__ = getattr(e, '__notes__', None)
        except Exception as error:
            self.__notes__ = [f'Ignored error getting __notes__: {_safely(error, "__notes__", repr)}']
        self.__cause__ = None
        self.__context__ = None
        self.__suppress_context__ = e.__suppress_context__ if e is not None else False
        self.exceptions = None
        self._has_type = exc_type is not None
        self.exc_type_str = None
        if exc_type is not None:
            module = exc_type.__module__
            self.exc_type_str = exc_type.__qualname__
            if module not in ('__main__', 'builtins'):
                self.exc_type_str = f'{module if isinstance(module, str) else "<unknown>"}.' \
                                    f'{exc_type.__qualname__}'
        self._is_syntax_error = False
        if exc_type is None:
            return
        if issubclass(exc_type, SyntaxError):
            self._is_syntax_error = True
            self.filename = e.filename
            self.lineno = None if e.lineno is None else str(e.lineno)
            self.end_lineno = None if e.end_lineno is None else str(e.end_lineno)
            self.text = e.text
            self.offset = e.offset
            self.end_offset = e.end_offset
            self.msg = e.msg
        elif issubclass(exc_type, ImportError):
            wrong = getattr(e, 'name_from', None)
            if wrong is not None:
                guess = _suggest(e, tb, wrong)
                if guess:
                    self._str += f". Did you mean: '{guess}'?"
        elif issubclass(exc_type, (NameError, AttributeError)):
            wrong = getattr(e, 'name', None)
            if wrong is None:
                return
            guess = _suggest(e, tb, wrong)
            if guess:
                self._str += f". Did you mean: '{guess}'?"
            if issubclass(exc_type, NameError):
                import _stdlib_names
                if wrong in _stdlib_names.names:
                    joint = ' Or did' if guess else '. Did'
                    self._str += f"{joint} you forget to import '{wrong}'?"

    @property
    def exc_type(self):
        import warnings
        warnings.warn('Deprecated in 3.13. Use exc_type_str instead.', DeprecationWarning, 2)
        return self._exc_type

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    __hash__ = None

    def __str__(self):
        return self._str

    def format_exception_only(self, *, show_group=False, _depth=0, **kwargs):
        indent = 3 * _depth * ' '
        if not self._has_type:
            yield indent + _last_line('NoneType', self._str)
            return
        if self._is_syntax_error:
            for line in self._syntax_lines():
                yield indent + line
        elif _depth > 0:
            for line in _last_line(self.exc_type_str, self._str)[:-1].split('\n'):
                yield f'{indent}{line}\n'
        else:
            yield _last_line(self.exc_type_str, self._str)
        notes = self.__notes__
        if isinstance(notes, (list, tuple)):
            for note in notes:
                for line in _safely(note, 'note').split('\n'):
                    yield f'{indent}{line}\n'
        elif notes is not None:
            yield f'{indent}{_safely(notes, "__notes__", repr)}\n'
        if self.exceptions and show_group:
            for member in self.exceptions:
                yield from member.format_exception_only(show_group=show_group, _depth=_depth + 1)

    def _syntax_lines(self):
        suffix = ''
        if self.lineno is not None:
            yield f'  File "{self.filename or "<string>"}", line {self.lineno}\n'
        elif self.filename is not None:
            suffix = f' ({self.filename})'
        if isinstance(self.text, str):
            whole = self.text.rstrip('\n')
            shown = whole.lstrip(' \n\f')
            spaces = len(whole) - len(shown)
            yield f'    {shown}\n'
            if self.offset is not None:
                offset = self.offset
                if self.lineno == self.end_lineno:
                    end = self.end_offset if self.end_offset not in (None, 0) else offset
                else:
                    end = len(whole) + 1
                if self.text and offset > len(self.text):
                    offset = len(whole) + 1
                if self.text and end > len(self.text):
                    end = len(whole) + 1
                if offset >= end or end < 0:
                    end = offset + 1
                start = offset - 1 - spaces
                if start >= 0:
                    gap = ''.join([c if c.isspace() else ' ' for c in shown[:start]])
                    yield f'    {gap}{"^" * (end - offset)}\n'
        yield f'{self.exc_type_str}: {self.msg or "<no detail available>"}{suffix}\n'

    def _chain(self, follow):
        """(what introduces it, exception) from the first cause to this one."""
        chain = []
        te = self
        while te is not None:
            if not follow:
                chain.append((None, te))
                break
            if te.__cause__ is not None:
                chain.append((_CAUSE, te))
                te = te.__cause__
            elif te.__context__ is not None and not te.__suppress_context__:
                chain.append((_CONTEXT, te))
                te = te.__context__
            else:
                chain.append((None, te))
                te = None
        chain.reverse()
        return chain

    def format(self, *, chain=True, _state=None, **kwargs):
        state = _GroupState() if _state is None else _state
        for introduction, te in self._chain(chain):
            if introduction is not None:
                yield from state.emit(introduction)
            if te.exceptions is None:
                if te.stack:
                    yield from state.emit('Traceback (most recent call last):\n')
                    yield from state.emit_all(te.stack.format())
                yield from state.emit_all(te.format_exception_only())
            elif state.depth > self.max_group_depth:
                yield from state.emit(f'... (max_group_depth is {self.max_group_depth})\n')
            else:
                yield from te._format_group(state, chain)

    def _format_group(self, state, chain):
        outermost = state.depth == 0
        if outermost:
            state.depth = 1
        if self.stack:
            yield from state.emit('Exception Group Traceback (most recent call last):\n',
                                  '+' if outermost else '|')
            yield from state.emit_all(self.stack.format())
        yield from state.emit_all(self.format_exception_only())
        count = len(self.exceptions)
        n = count if count <= self.max_group_width else self.max_group_width + 1
        state.open = False
        for i in range(n):
            if i == n - 1:
                # An inner group that ends here draws the last line itself.
                state.open = True
            cut = i >= self.max_group_width
            title = '...' if cut else i + 1
            yield (state.indent() + ('+-' if i == 0 else '  ') +
                   f'+---------------- {title} ----------------\n')
            state.depth += 1
            if cut:
                more = count - self.max_group_width
                yield from state.emit(f'and {more} more exception{"s" if more > 1 else ""}\n')
            else:
                yield from self.exceptions[i].format(chain=chain, _state=state)
            if i == n - 1 and state.open:
                yield state.indent() + '+------------------------------------\n'
                state.open = False
            state.depth -= 1
        if outermost:
            state.depth = 0

    def print(self, *, file=None, chain=True, **kwargs):
        _put(''.join(self.format(chain=chain)), file)


class _GroupState:
    def __init__(self):
        self.depth = 0
        self.open = False

    def indent(self):
        return ' ' * (2 * self.depth)

    def emit(self, text, margin='|'):
        if not self.depth:
            yield text
            return
        head = f'{self.indent()}{margin} '
        parts = []
        for line in text.splitlines(True):
            parts.append(head + line)
        yield ''.join(parts)

    def emit_all(self, texts):
        for text in texts:
            yield from self.emit(text)


def _last_line(kind, text):
    if not text:
        return f'{kind}\n'
    return f'{kind}: {text}\n'


def _put(text, file):
    if file is None:
        file = sys.stderr
    if file is not None:
        file.write(text)


# ---- functions

def _value_and_tb(exc, value, tb):
    if (value is _unset) != (tb is _unset):
        raise ValueError('Both or neither of value and tb must be given')
    if value is _unset:
        if exc is None:
            return None, None
        if not isinstance(exc, BaseException):
            raise TypeError(f'Exception expected for value, {type(exc).__name__} found')
        return exc, exc.__traceback__
    return value, tb


def format_exception(exc, /, value=_unset, tb=_unset, limit=None, chain=True, **kwargs):
    value, tb = _value_and_tb(exc, value, tb)
    te = TracebackException(type(value) if value is not None else None, value, tb, limit=limit,
                            compact=True)
    return list(te.format(chain=chain))


def format_exception_only(exc, /, value=_unset, *, show_group=False, **kwargs):
    if value is _unset:
        value = exc
    te = TracebackException(type(value) if value is not None else None, value, None, compact=True)
    return list(te.format_exception_only(show_group=show_group))


def print_exception(exc, /, value=_unset, tb=_unset, limit=None, file=None, chain=True, **kwargs):
    value, tb = _value_and_tb(exc, value, tb)
    te = TracebackException(type(value) if value is not None else None, value, tb, limit=limit,
                            compact=True)
    te.print(file=file, chain=chain)


def format_exc(limit=None, chain=True):
    return ''.join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, 'last_exc') and not hasattr(sys, 'last_type'):
        raise ValueError('no last exception')
    e = sys.last_exc if hasattr(sys, 'last_exc') else sys.last_value
    print_exception(e, limit=limit, file=file, chain=chain)


def extract_tb(tb, limit=None):
    return StackSummary._of_traceback(tb, limit)


def extract_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe(1)
    stack = StackSummary.extract(walk_stack(f), limit=None if limit is None else limit)
    stack.reverse()
    return stack


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    _put(''.join(format_list(extracted_list)), file)


def format_tb(tb, limit=None):
    return extract_tb(tb, limit=limit).format()


def print_tb(tb, limit=None, file=None):
    _put(''.join(format_tb(tb, limit)), file)


def format_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe(1)
    return format_list(extract_stack(f, limit=limit))


def print_stack(f=None, limit=None, file=None):
    if f is None:
        f = sys._getframe(1)
    _put(''.join(format_list(extract_stack(f, limit=limit))), file)


def clear_frames(tb):
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass  # it is still executing
        tb = tb.tb_next


def _print_uncaught(e, tb):
    """What the end of a program says of an exception that nobody caught."""
    limit = getattr(sys, 'tracebacklimit', None)
    if limit is not None:
        # The frames nearest to the error.
        limit = -limit if limit > 0 else 0
    te = TracebackException(type(e), e, tb, limit=limit, compact=True)
    te.print()
