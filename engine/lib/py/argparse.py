"""The arguments of a program."""

__all__ = ['ArgumentParser', 'ArgumentError', 'ArgumentTypeError', 'BooleanOptionalAction',
           'FileType', 'HelpFormatter', 'ArgumentDefaultsHelpFormatter',
           'RawDescriptionHelpFormatter', 'RawTextHelpFormatter', 'MetavarTypeHelpFormatter',
           'Namespace', 'Action', 'ONE_OR_MORE', 'OPTIONAL', 'PARSER', 'REMAINDER', 'SUPPRESS',
           'ZERO_OR_MORE']

import os
import sys

SUPPRESS = '==SUPPRESS=='
OPTIONAL = '?'
ZERO_OR_MORE = '*'
ONE_OR_MORE = '+'
PARSER = 'A...'
REMAINDER = '...'


class ArgumentTypeError(Exception):
    """The text is no value of the argument's type."""


class ArgumentError(Exception):
    """Something is wrong with an argument."""

    def __init__(self, argument, message):
        self.argument_name = _argument_name(argument)
        self.message = message

    def __str__(self):
        if self.argument_name is None:
            return self.message
        return f'argument {self.argument_name}: {self.message}'


def _argument_name(argument):
    if argument is None:
        return None
    if argument.option_strings:
        return '/'.join(argument.option_strings)
    if argument.metavar not in (None, SUPPRESS):
        metavar = argument.metavar
        return metavar if isinstance(metavar, str) else ', '.join(metavar)
    if argument.dest not in (None, SUPPRESS):
        return argument.dest
    if argument.choices:
        return '{' + ','.join([str(choice) for choice in argument.choices]) + '}'
    return None


class Namespace:
    """What parse_args() returns."""

    def __init__(self, **kwargs):
        self.__dict__.update(kwargs)

    def __eq__(self, other):
        if not isinstance(other, Namespace):
            return NotImplemented
        return vars(self) == vars(other)

    __hash__ = None

    def __contains__(self, key):
        return key in self.__dict__

    def __repr__(self):
        parts = []
        star = {}
        for name, value in self.__dict__.items():
            if name.isidentifier():
                parts.append(f'{name}={value!r}')
            else:
                star[name] = value
        if star:
            parts.append(f'**{star!r}')
        return f"{type(self).__name__}({', '.join(parts)})"


# ---- help

class HelpFormatter:
    """Makes the text of the help."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            try:
                width = int(os.environ['COLUMNS']) - 2
            except (KeyError, ValueError):
                width = 78
        self._prog = prog
        self._indent = indent_increment
        self._width = width
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))

    # What a subclass may replace.

    def _split_lines(self, text, width):
        import textwrap
        return textwrap.wrap(' '.join(text.split()), width)

    def _fill_text(self, text, width, indent):
        import textwrap
        return textwrap.fill(' '.join(text.split()), width, initial_indent=indent,
                             subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest

    def _metavars(self, action, default, size):
        if action.metavar is not None:
            found = action.metavar
        elif action.choices is not None:
            found = '{' + ','.join([str(choice) for choice in action.choices]) + '}'
        else:
            found = default
        return found if isinstance(found, tuple) else (found,) * size

    def _format_args(self, action, default):
        nargs = action.nargs
        if nargs is None:
            return '%s' % self._metavars(action, default, 1)
        if nargs == OPTIONAL:
            return '[%s]' % self._metavars(action, default, 1)
        if nargs == ZERO_OR_MORE:
            metavars = self._metavars(action, default, 1)
            if len(metavars) == 2:
                return '[%s [%s ...]]' % metavars
            return '[%s ...]' % metavars
        if nargs == ONE_OR_MORE:
            return '%s [%s ...]' % self._metavars(action, default, 2)
        if nargs == REMAINDER:
            return '...'
        if nargs == PARSER:
            return '%s ...' % self._metavars(action, default, 1)
        if nargs == SUPPRESS:
            return ''
        return ' '.join(self._metavars(action, default, nargs))

    def _invocation(self, action):
        if not action.option_strings:
            return self._metavars(action, self._get_default_metavar_for_positional(action), 1)[0]
        names = ', '.join(action.option_strings)
        if action.nargs == 0:
            return names
        return f'{names} {self._format_args(action, self._get_default_metavar_for_optional(action))}'

    def _expand(self, action):
        values = {name: value for name, value in vars(action).items() if value is not SUPPRESS}
        values['prog'] = self._prog
        for name, value in values.items():
            if hasattr(value, '__name__'):
                values[name] = value.__name__
        if values.get('choices') is not None:
            values['choices'] = ', '.join([str(choice) for choice in values['choices']])
        return self._get_help_string(action) % values

    def _usage_part(self, action):
        if not action.option_strings:
            return self._format_args(action, self._get_default_metavar_for_positional(action))
        if action.nargs == 0:
            part = action.format_usage()
        else:
            default = self._get_default_metavar_for_optional(action)
            part = f'{action.option_strings[0]} {self._format_args(action, default)}'
        return part

    def _usage_parts(self, actions, groups):
        """The parts of the usage, and how many of them are of options. Those of a mutually
        exclusive group have its brackets and bars."""
        parts = []
        of_options = None
        i = 0
        while i < len(actions):
            action = actions[i]
            if of_options is None and not action.option_strings:
                of_options = len(parts)
            group = next((g for g in groups if g._group_actions[:1] == [action]
                          and actions[i:i + len(g._group_actions)] == g._group_actions), None)
            if group is not None:
                i += len(group._group_actions)
                members = [a for a in group._group_actions if a.help is not SUPPRESS]
                shown = [self._usage_part(a) for a in members]
                shown = [text[1:-1] if not a.option_strings and text.startswith('[') else text
                         for a, text in zip(members, shown)]
                if not shown:
                    continue
                shown[:-1] = [text + ' |' for text in shown[:-1]]
                if len(shown) > 1 or not group.required:
                    opening, closing = '()' if group.required else '[]'
                    shown[0] = opening + shown[0]
                    shown[-1] += closing
                parts += shown
                continue
            i += 1
            if action.help is SUPPRESS:
                continue
            part = self._usage_part(action)
            if action.option_strings and not action.required:
                part = f'[{part}]'
            if part:
                parts.append(part)
        return parts, len(parts) if of_options is None else of_options

    def format_usage(self, usage, actions, groups, prefix='usage: '):
        if usage is SUPPRESS:
            return ''
        if usage is not None:
            return f'{prefix}{usage % dict(prog=self._prog)}\n\n'
        optionals = [a for a in actions if a.option_strings]
        positionals = [a for a in actions if not a.option_strings]
        parts, n = self._usage_parts(optionals + positionals, groups)
        text = ' '.join([self._prog] + parts)
        if len(prefix) + len(text) > self._width:
            text = self._wrap_usage(prefix, parts[:n], parts[n:])
        return f'{prefix}{text}\n\n'

    def _wrap_usage(self, prefix, opt_parts, pos_parts):
        def lines_of(parts, indent, first=None):
            lines = []
            line = []
            length = (len(first) if first is not None else len(indent)) - 1
            for part in parts:
                if length + 1 + len(part) > self._width and line:
                    lines.append(indent + ' '.join(line))
                    line = []
                    length = len(indent) - 1
                line.append(part)
                length += len(part) + 1
            if line:
                lines.append(indent + ' '.join(line))
            if first is not None:
                lines[0] = lines[0][len(indent):]
            return lines

        prog = self._prog
        if len(prefix) + len(prog) <= 0.75 * self._width:
            indent = ' ' * (len(prefix) + len(prog) + 1)
            if opt_parts:
                lines = lines_of([prog] + opt_parts, indent, prefix)
                lines.extend(lines_of(pos_parts, indent))
            elif pos_parts:
                lines = lines_of([prog] + pos_parts, indent, prefix)
            else:
                lines = [prog]
        else:
            indent = ' ' * len(prefix)
            lines = lines_of(opt_parts + pos_parts, indent)
            if len(lines) > 1:
                lines = lines_of(opt_parts, indent) + lines_of(pos_parts, indent)
            lines = [prog] + lines
        return '\n'.join(lines)

    def _rows(self, actions, indent):
        """(indentation, invocation, help or None) of each argument."""
        rows = []
        for action in actions:
            if action.help is SUPPRESS:
                continue
            rows.append((indent, self._invocation(action),
                         self._expand(action) if action.help and action.help.strip() else None))
            rows.extend(self._rows(action._get_subactions(), indent + self._indent))
        return rows

    def format_help(self, parser):
        sections = []
        usage = self.format_usage(parser.usage, parser._actions,
                                  parser._mutually_exclusive_groups)
        tables = []
        longest = 0
        for group in parser._action_groups:
            rows = self._rows(group._group_actions, self._indent)
            tables.append((group, rows))
            for indent, invocation, _ in rows:
                longest = max(longest, len(invocation) + indent)
        position = min(longest + 2, self._max_help_position)
        if parser.description:
            sections.append(self._paragraph(parser.description, '').rstrip('\n'))
        for group, rows in tables:
            text = ''
            if group.description:
                text += self._paragraph(group.description, ' ' * self._indent).rstrip('\n') + '\n'
            body = ''.join([self._format_row(row, position) for row in rows])
            if group.description and body:
                text += '\n'
            text += body
            if not text:
                continue
            heading = f'{group.title}:\n' if group.title not in (None, SUPPRESS) else ''
            sections.append(heading + text.rstrip('\n'))
        if parser.epilog:
            sections.append(self._paragraph(parser.epilog, '').rstrip('\n'))
        return usage + '\n\n'.join(sections) + ('\n' if sections else '') \
            if sections else usage.rstrip('\n') + '\n'

    def _paragraph(self, text, indent):
        if '%(prog)' in text:
            text = text % dict(prog=self._prog)
        return self._fill_text(text, max(self._width - len(indent), 11), indent)

    def _format_row(self, row, position):
        indent, invocation, help = row
        width = max(self._width - position, 11)
        room = position - indent - 2
        if help is None:
            return f"{' ' * indent}{invocation}\n"
        lines = self._split_lines(help, width)
        if len(invocation) <= room:
            out = f"{' ' * indent}{invocation:<{room}}  {lines[0] if lines else ''}\n"
            rest = lines[1:]
        else:
            out = f"{' ' * indent}{invocation}\n"
            rest = lines
        for line in rest:
            out += f"{' ' * position}{line}\n"
        return out


class RawDescriptionHelpFormatter(HelpFormatter):
    """Leaves the description as it is."""

    def _fill_text(self, text, width, indent):
        return ''.join([indent + line for line in text.splitlines(keepends=True)])


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Leaves the help of arguments as it is too."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Adds the defaults to the help."""

    def _get_help_string(self, action):
        help = action.help or ''
        if '%(default)' not in help and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                help += ' (default: %(default)s)'
        return help


class MetavarTypeHelpFormatter(HelpFormatter):
    """Shows types for values."""

    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    def _get_default_metavar_for_positional(self, action):
        return action.type.__name__


# ---- actions

class Action:
    """What an argument does."""

    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None,
                 choices=None, required=False, help=None, metavar=None, deprecated=False):
        self.option_strings = option_strings
        self.dest = dest
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.help = help
        self.metavar = metavar
        self.deprecated = deprecated

    def format_usage(self):
        return self.option_strings[0]

    def _get_subactions(self):
        return ()

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError('.__call__() not defined')

    def __repr__(self):
        names = ('option_strings', 'dest', 'nargs', 'const', 'default', 'type', 'choices',
                 'required', 'help', 'metavar', 'deprecated')
        parts = ', '.join([f'{name}={getattr(self, name)!r}' for name in names])
        return f'{type(self).__name__}({parts})'


class BooleanOptionalAction(Action):
    """--name and --no-name."""

    def __init__(self, option_strings, dest, default=None, required=False, help=None,
                 deprecated=False, **kwargs):
        for name in kwargs:
            if name not in ('type', 'choices', 'metavar'):
                raise TypeError('BooleanOptionalAction.__init__() got an unexpected keyword '
                                f'argument {name!r}')
            import warnings
            warnings.warn(f'{name!r} is deprecated as of Python 3.12 and will be removed in Python '
                          '3.14.', DeprecationWarning, 3)
        names = []
        for name in option_strings:
            names.append(name)
            if name.startswith('--'):
                if name.startswith('--no-'):
                    raise ValueError(f'invalid option name {name!r} for BooleanOptionalAction')
                names.append('--no-' + name[2:])
        super().__init__(names, dest, nargs=0, default=default, required=required, help=help,
                         deprecated=deprecated, **kwargs)

    def __call__(self, parser, namespace, values, option_string=None):
        if option_string in self.option_strings:
            setattr(namespace, self.dest, not option_string.startswith('--no-'))

    def format_usage(self):
        return ' | '.join(self.option_strings)


class _StoreAction(Action):

    def __init__(self, option_strings, dest, nargs=None, const=None, **kwargs):
        if nargs == 0:
            raise ValueError('nargs for store actions must be != 0; if you have nothing to store, '
                             'actions such as store true or store const may be more appropriate')
        if const is not None and nargs != OPTIONAL:
            raise ValueError(f'nargs must be {OPTIONAL!r} to supply const')
        super().__init__(option_strings, dest, nargs, const, **kwargs)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConstAction(Action):

    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None,
                 metavar=None, deprecated=False):
        super().__init__(option_strings, dest, 0, const, default, required=required, help=help,
                         deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrueAction(_StoreConstAction):

    def __init__(self, option_strings, dest, default=False, required=False, help=None,
                 deprecated=False):
        super().__init__(option_strings, dest, True, default, required, help,
                         deprecated=deprecated)


class _StoreFalseAction(_StoreConstAction):

    def __init__(self, option_strings, dest, default=True, required=False, help=None,
                 deprecated=False):
        super().__init__(option_strings, dest, False, default, required, help,
                         deprecated=deprecated)


def _list_of(namespace, dest):
    items = getattr(namespace, dest, None)
    if items is None:
        return []
    return list(items)


class _AppendAction(_StoreAction):

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, _list_of(namespace, self.dest) + [values])


class _AppendConstAction(_StoreConstAction):

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, _list_of(namespace, self.dest) + [self.const])


class _ExtendAction(_AppendAction):

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, _list_of(namespace, self.dest) + list(values))


class _CountAction(Action):

    def __init__(self, option_strings, dest, default=None, required=False, help=None,
                 deprecated=False):
        super().__init__(option_strings, dest, 0, None, default, required=required, help=help,
                         deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class _HelpAction(Action):

    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None,
                 deprecated=False):
        super().__init__(option_strings, dest, 0, default=default, help=help,
                         deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _VersionAction(Action):

    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS, help=None,
                 deprecated=False):
        if help is None:
            help = "show program's version number and exit"
        super().__init__(option_strings, dest, 0, default=default, help=help,
                         deprecated=deprecated)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        version = self.version if self.version is not None else parser.version
        sys.stdout.write(version % dict(prog=parser.prog) + '\n')
        parser.exit()


class _SubParsersAction(Action):

    class _ChoicePseudoAction(Action):

        def __init__(self, name, aliases, help):
            metavar = dest = name
            if aliases:
                metavar += f" ({', '.join(aliases)})"
            super().__init__([], dest, help=help, metavar=metavar)

    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None,
                 metavar=None):
        self._prog_prefix = prog
        self._parser_class = parser_class
        self._name_parser_map = {}
        self._choices_actions = []
        self._deprecated = set()
        super().__init__(option_strings, dest, PARSER, choices=self._name_parser_map,
                         required=required, help=help, metavar=metavar)

    def add_parser(self, name, *, deprecated=False, **kwargs):
        if kwargs.get('prog') is None:
            kwargs['prog'] = f'{self._prog_prefix} {name}'
        aliases = kwargs.pop('aliases', ())
        if name in self._name_parser_map:
            raise ArgumentError(self, f'conflicting subparser: {name}')
        for alias in aliases:
            if alias in self._name_parser_map:
                raise ArgumentError(self, f'conflicting subparser alias: {alias}')
        if 'help' in kwargs:
            self._choices_actions.append(
                self._ChoicePseudoAction(name, aliases, kwargs.pop('help')))
        parser = self._parser_class(**kwargs)
        for known in (name, *aliases):
            self._name_parser_map[known] = parser
            if deprecated:
                self._deprecated.add(known)
        return parser

    def _get_subactions(self):
        return self._choices_actions

    def __call__(self, parser, namespace, values, option_string=None):
        name, *rest = values
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        sub = self._name_parser_map.get(name)
        if sub is None:
            choices = ', '.join(self._name_parser_map)
            raise ArgumentError(self, f'unknown parser {name!r} (choices: {choices})')
        if name in self._deprecated:
            parser._warning(f"command '{name}' is deprecated")
        found, unknown = sub.parse_known_args(rest, None)
        for key, value in vars(found).items():
            setattr(namespace, key, value)
        if unknown:
            vars(namespace).setdefault(_unrecognized, []).extend(unknown)


_unrecognized = '_unrecognized_args'

_actions = {None: _StoreAction, 'store': _StoreAction, 'store_const': _StoreConstAction,
            'store_true': _StoreTrueAction, 'store_false': _StoreFalseAction,
            'append': _AppendAction, 'append_const': _AppendConstAction, 'count': _CountAction,
            'help': _HelpAction, 'version': _VersionAction, 'parsers': _SubParsersAction,
            'extend': _ExtendAction}


class FileType:
    """Opens the file that the argument names."""

    def __init__(self, mode='r', bufsize=-1, encoding=None, errors=None):
        self._mode = mode
        self._bufsize = bufsize
        self._encoding = encoding
        self._errors = errors

    def __repr__(self):
        args = [self._mode] if self._bufsize == -1 else [self._mode, self._bufsize]
        named = [('encoding', self._encoding), ('errors', self._errors)]
        shown = [repr(arg) for arg in args] + [f'{name}={value!r}' for name, value in named
                                               if value is not None]
        return f"{type(self).__name__}({', '.join(shown)})"

    def __call__(self, string):
        if string == '-':
            if 'r' in self._mode:
                stream = sys.stdin
            elif set(self._mode) & set('wax'):
                stream = sys.stdout
            else:
                raise ValueError(f'argument "-" with mode {self._mode!r}')
            return stream.buffer if 'b' in self._mode else stream
        try:
            return open(string, self._mode, self._bufsize, self._encoding, self._errors)
        except OSError as e:
            raise ArgumentTypeError(f"can't open {string!r}: {e}") from None


# ---- parsers

class _Container:
    """What arguments are added to."""

    def __init__(self, description=None, argument_default=None, prefix_chars='-',
                 conflict_handler='error'):
        self.description = description
        self.argument_default = argument_default
        self.prefix_chars = prefix_chars
        self.conflict_handler = conflict_handler
        if conflict_handler not in ('error', 'resolve'):
            raise ValueError(f'invalid conflict_resolution value: {conflict_handler!r}')
        self._registry = dict(_actions)
        self._types = {}
        self._actions = []
        self._option_string_actions = {}
        self._action_groups = []
        self._mutually_exclusive_groups = []
        self._defaults = {}
        self._has_negative_number_optionals = []

    def register(self, registry_name, value, object):
        if registry_name == 'action':
            self._registry[value] = object
        elif registry_name == 'type':
            self._types[value] = object

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    def add_argument(self, *args, **kwargs):
        chars = self.prefix_chars
        if not args and 'dest' not in kwargs:
            raise TypeError("add_argument() missing 1 required positional argument: 'dest'")
        if not args or len(args) == 1 and args[0][0] not in chars:
            if args and 'dest' in kwargs:
                raise ValueError('dest supplied twice for positional argument')
            kwargs = self._positional(*args, **kwargs)
        else:
            kwargs = self._optional(*args, **kwargs)
        if 'default' not in kwargs:
            dest = kwargs['dest']
            if dest in self._defaults:
                kwargs['default'] = self._defaults[dest]
            elif self.argument_default is not None:
                kwargs['default'] = self.argument_default
        kind = kwargs.pop('action', None)
        cls = self._registry.get(kind, kind)
        if not callable(cls):
            raise ValueError(f'unknown action {kind!r}')
        action = cls(**kwargs)
        kind = self._type_of(action)
        if kind is not None and not callable(kind):
            raise ValueError(f'{kind!r} is not callable')
        if kind is FileType:
            raise ValueError(f'{kind!r} is a FileType class object, instance of it must be passed')
        if isinstance(action.metavar, tuple) and action.nargs not in (REMAINDER, SUPPRESS):
            lengths = {None: (1,), OPTIONAL: (1,), ZERO_OR_MORE: (1, 2), ONE_OR_MORE: (2,),
                       PARSER: (1,)}.get(action.nargs, (action.nargs,))
            if len(action.metavar) not in lengths:
                raise ValueError('length of metavar tuple does not match nargs')
        return self._add_action(action)

    def _type_of(self, action):
        try:
            return self._types.get(action.type, action.type)
        except TypeError:
            return action.type

    def _positional(self, dest=SUPPRESS, **kwargs):
        if 'required' in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        nargs = kwargs.get('nargs')
        if nargs == 0:
            raise ValueError('nargs for positionals must be != 0')
        if nargs not in (OPTIONAL, ZERO_OR_MORE, REMAINDER, SUPPRESS):
            kwargs['required'] = True
        return dict(kwargs, dest=dest, option_strings=[])

    def _optional(self, *args, **kwargs):
        long = []
        for name in args:
            if name[0] not in self.prefix_chars:
                raise ValueError(f'invalid option string {name!r}: must start with a character '
                                 f'{self.prefix_chars!r}')
            if len(name) > 1 and name[1] in self.prefix_chars:
                long.append(name)
        dest = kwargs.pop('dest', None)
        if dest is None:
            name = long[0] if long else args[0]
            dest = name.lstrip(self.prefix_chars)
            if not dest:
                raise ValueError(f'dest= is required for options like {name!r}')
            dest = dest.replace('-', '_')
        return dict(kwargs, dest=dest, option_strings=list(args))

    def _check_conflict(self, action):
        taken = [name for name in action.option_strings if name in self._option_string_actions]
        if not taken:
            return
        if self.conflict_handler == 'resolve':
            for name in taken:
                other = self._option_string_actions.pop(name)
                other.option_strings.remove(name)
                if not other.option_strings:
                    other.container._remove_action(other)
            return
        plural = 's' if len(taken) > 1 else ''
        raise ArgumentError(action, f"conflicting option string{plural}: {', '.join(taken)}")

    def _add_action(self, action):
        self._check_conflict(action)
        self._actions.append(action)
        action.container = self
        for name in action.option_strings:
            self._option_string_actions[name] = action
            if _looks_negative(name):
                self._has_negative_number_optionals.append(True)
        return action

    def _remove_action(self, action):
        self._actions.remove(action)

    def add_argument_group(self, *args, **kwargs):
        group = _ArgumentGroup(self, *args, **kwargs)
        self._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, **kwargs):
        group = _MutuallyExclusiveGroup(self, **kwargs)
        self._mutually_exclusive_groups.append(group)
        return group


class _ArgumentGroup(_Container):

    def __init__(self, container, title=None, description=None, **kwargs):
        super().__init__(description, kwargs.get('argument_default', container.argument_default),
                         kwargs.get('prefix_chars', container.prefix_chars),
                         kwargs.get('conflict_handler', container.conflict_handler))
        self.title = title
        self._group_actions = []
        self._container = container
        self._registry = container._registry
        self._types = container._types
        self._actions = container._actions
        self._option_string_actions = container._option_string_actions
        self._defaults = container._defaults
        self._has_negative_number_optionals = container._has_negative_number_optionals
        self._mutually_exclusive_groups = container._mutually_exclusive_groups

    def _add_action(self, action):
        action = super()._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        super()._remove_action(action)
        self._group_actions.remove(action)


class _MutuallyExclusiveGroup(_ArgumentGroup):

    def __init__(self, container, required=False):
        super().__init__(container)
        self.required = required

    def _add_action(self, action):
        if action.required:
            raise ValueError('mutually exclusive arguments must be optional')
        action = self._container._add_action(action)
        self._group_actions.append(action)
        return action


def _looks_negative(text):
    if text[:1] != '-' or len(text) < 2:
        return False
    body = text[1:]
    try:
        float(body)
    except ValueError:
        return False
    return body[0].isdigit() or body[0] == '.'


class ArgumentParser(_Container):
    """Parses the arguments of a program."""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(),
                 formatter_class=HelpFormatter, prefix_chars='-', fromfile_prefix_chars=None,
                 argument_default=None, conflict_handler='error', add_help=True, allow_abbrev=True,
                 exit_on_error=True):
        super().__init__(description, argument_default, prefix_chars, conflict_handler)
        self.prog = os.path.basename(sys.argv[0]) if prog is None else prog
        self.usage = usage
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._positionals = self.add_argument_group('positional arguments')
        self._optionals = self.add_argument_group('options')
        self._subparsers = None
        if add_help:
            prefix = '-' if '-' in prefix_chars else prefix_chars[0]
            self.add_argument(prefix + 'h', prefix * 2 + 'help', action='help', default=SUPPRESS,
                              help='show this help message and exit')
        for parent in parents:
            self._add_parent(parent)

    def _add_parent(self, parent):
        if not isinstance(parent, ArgumentParser):
            raise TypeError('parents must be a list of ArgumentParser')
        groups = {group.title: group for group in self._action_groups}
        moved = set()
        for group in parent._action_groups:
            target = groups.get(group.title)
            if target is None:
                target = self.add_argument_group(group.title, group.description)
                groups[group.title] = target
            for action in group._group_actions:
                target._add_action(action)
                moved.add(action)
        for group in parent._mutually_exclusive_groups:
            mine = self.add_mutually_exclusive_group(required=group.required)
            for action in group._group_actions:
                if action not in moved:
                    self._add_action(action)
                    moved.add(action)
                mine._group_actions.append(action)
        self._defaults.update(parent._defaults)

    def __repr__(self):
        names = ('prog', 'usage', 'description', 'formatter_class', 'conflict_handler', 'add_help')
        parts = ', '.join([f'{name}={getattr(self, name)!r}' for name in names])
        return f'{type(self).__name__}({parts})'

    def _add_action(self, action):
        (self._optionals if action.option_strings else self._positionals)._add_action(action)
        return action

    def add_subparsers(self, **kwargs):
        if self._subparsers is not None:
            raise ArgumentError(None, 'cannot have multiple subparser arguments')
        kwargs.setdefault('parser_class', type(self))
        if 'title' in kwargs or 'description' in kwargs:
            self._subparsers = self.add_argument_group(kwargs.pop('title', 'subcommands'),
                                                       kwargs.pop('description', None))
        else:
            self._subparsers = self._positionals
        if kwargs.get('prog') is None:
            formatter = self.formatter_class(self.prog)
            positionals = [a for a in self._actions if not a.option_strings]
            usage = formatter.format_usage(self.usage, positionals,
                                           self._mutually_exclusive_groups, '')
            kwargs['prog'] = usage.strip()
        kind = kwargs.pop('action', None)
        cls = _SubParsersAction if kind is None else kind
        action = cls(option_strings=[], **kwargs)
        self._subparsers._add_action(action)
        return action

    # ---- parsing

    def parse_args(self, args=None, namespace=None):
        namespace, rest = self.parse_known_args(args, namespace)
        if rest:
            message = f"unrecognized arguments: {' '.join(rest)}"
            if self.exit_on_error:
                self.error(message)
            raise ArgumentError(None, message)
        return namespace

    def parse_known_args(self, args=None, namespace=None):
        return self._parse_known(args, namespace, False)

    def parse_intermixed_args(self, args=None, namespace=None):
        namespace, rest = self.parse_known_intermixed_args(args, namespace)
        if rest:
            self.error(f"unrecognized arguments: {' '.join(rest)}")
        return namespace

    def parse_known_intermixed_args(self, args=None, namespace=None):
        return self._parse_known(args, namespace, True)

    def _parse_known(self, args, namespace, intermixed):
        args = sys.argv[1:] if args is None else list(args)
        if namespace is None:
            namespace = Namespace()
        for action in self._actions:
            if action.dest is not SUPPRESS and not hasattr(namespace, action.dest) \
                    and action.default is not SUPPRESS:
                setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        try:
            run = _Run(self, namespace, self._read_files(args), intermixed)
            rest = run.parse()
        except ArgumentError as e:
            if not self.exit_on_error:
                raise
            self.error(str(e))
        if hasattr(namespace, _unrecognized):
            rest.extend(namespace.__dict__.pop(_unrecognized))
        return namespace, rest

    def _read_files(self, args):
        if self.fromfile_prefix_chars is None:
            return args
        out = []
        for arg in args:
            if not arg or arg[0] not in self.fromfile_prefix_chars:
                out.append(arg)
                continue
            try:
                with open(arg[1:]) as file:
                    lines = []
                    for line in file.read().splitlines():
                        lines.extend(self.convert_arg_line_to_args(line))
            except OSError as e:
                raise ArgumentError(None, str(e)) from None
            out.extend(self._read_files(lines))
        return out

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    def _find_option(self, arg):
        """None for a positional; else (action or None, option string, separator, its value)."""
        if not arg or arg[0] not in self.prefix_chars:
            return None
        if arg in self._option_string_actions:
            return self._option_string_actions[arg], arg, None, None
        if len(arg) == 1:
            return None
        name, equals, value = arg.partition('=')
        if equals and name in self._option_string_actions:
            return self._option_string_actions[name], name, equals, value
        found = self._abbreviations(arg)
        if len(found) > 1:
            names = ', '.join([name for _, name, _, _ in found])
            raise ArgumentError(None, f'ambiguous option: {arg} could match {names}')
        if found:
            return found[0]
        if _looks_negative(arg) and not self._has_negative_number_optionals:
            return None
        if ' ' in arg:
            return None
        return None, arg, None, None

    def _abbreviations(self, arg):
        result = []
        chars = self.prefix_chars
        if arg[0] in chars and arg[1] in chars:
            if self.allow_abbrev:
                prefix, equals, value = arg.partition('=')
                for name, action in self._option_string_actions.items():
                    if name.startswith(prefix):
                        result.append((action, name, equals or None, value if equals else None))
        elif arg[0] in chars:
            short, value = arg[:2], arg[2:]
            for name, action in self._option_string_actions.items():
                if name == short:
                    result.append((action, name, '', value))
                elif self.allow_abbrev and name.startswith(arg.partition('=')[0]):
                    prefix, equals, rest = arg.partition('=')
                    result.append((action, name, equals or None, rest if equals else None))
        return result

    def _get_value(self, action, text):
        kind = self._type_of(action)
        if kind is None:
            return text
        if not callable(kind):
            raise ArgumentError(action, f'{kind!r} is not callable')
        try:
            return kind(text)
        except ArgumentTypeError as e:
            raise ArgumentError(action, str(e)) from None
        except (TypeError, ValueError):
            name = getattr(action.type, '__name__', repr(action.type))
            raise ArgumentError(action, f'invalid {name} value: {text!r}') from None

    def _check_value(self, action, value):
        choices = action.choices
        if choices is None:
            return
        if isinstance(choices, str):
            choices = list(choices)
        if value not in choices:
            shown = ', '.join([str(choice) for choice in action.choices])
            raise ArgumentError(action, f'invalid choice: {value!r} (choose from {shown})')

    def _get_values(self, action, texts):
        if action.nargs not in (PARSER, REMAINDER) and '--' in texts and not action.option_strings:
            texts = list(texts)
            texts.remove('--')
        if not texts and action.nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str) and value is not SUPPRESS:
                value = self._get_value(action, value)
            return value
        if not texts and action.nargs == ZERO_OR_MORE and not action.option_strings:
            value = action.default if action.default is not None else []
            return value
        if action.nargs is None or action.nargs == OPTIONAL:
            value = self._get_value(action, texts[0])
            self._check_value(action, value)
            return value
        if action.nargs == REMAINDER:
            return [self._get_value(action, text) for text in texts]
        values = [self._get_value(action, text) for text in texts]
        if action.nargs == PARSER:
            self._check_value(action, values[0])
        elif action.nargs is not SUPPRESS:
            for value in values:
                self._check_value(action, value)
        return values

    # ---- messages

    def _formatter(self):
        return self.formatter_class(prog=self.prog)

    def format_usage(self):
        text = self._formatter().format_usage(self.usage, self._actions,
                                              self._mutually_exclusive_groups)
        return text.rstrip('\n') + '\n' if text else ''

    def format_help(self):
        return self._formatter().format_help(self)

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), file or sys.stdout)

    def print_help(self, file=None):
        self._print_message(self.format_help(), file or sys.stdout)

    def _print_message(self, message, file=None):
        if message:
            (file or sys.stderr).write(message)

    def exit(self, status=0, message=None):
        if message:
            self._print_message(message, sys.stderr)
        sys.exit(status)

    def _warning(self, message):
        self._print_message(f'{self.prog}: warning: {message}\n', sys.stderr)

    def error(self, message):
        """Shows the usage and the message, and ends the program with status 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f'{self.prog}: error: {message}\n')


class _Run:
    """One walk over the arguments."""

    def __init__(self, parser, namespace, args, intermixed):
        self.parser = parser
        self.namespace = namespace
        self.args = args
        self.intermixed = intermixed
        self.seen = set()
        self.seen_given = set()
        self.warned = set()
        self.rest = []
        self.positionals = [a for a in parser._actions if not a.option_strings]
        # For each argument: the option that it is, None for a positional, '--'.
        self.options = []
        after = False
        for arg in args:
            if after:
                self.options.append(None)
            elif arg == '--':
                after = True
                self.options.append('--')
            else:
                self.options.append(parser._find_option(arg))

    def parse(self):
        i = 0
        n = len(self.args)
        extras = []
        while True:
            # Positionals are given all that stands before the next option.
            end = i
            while end < n and (self.options[end] is None or self.options[end] == '--'):
                end += 1
            if not self.intermixed:
                i = self.take_positionals(i, end, end == n)
            if i < end:
                extras.extend(self.args[i:end])
                i = end
            if i >= n:
                break
            i = self.take_option(i, extras)
        if self.intermixed:
            self.args = [arg for arg in extras]
            self.options = [None] * len(self.args)
            extras = []
            done = self.take_positionals(0, len(self.args), True)
            extras = self.args[done:]
        self.check_required()
        return extras

    def take_action(self, action, texts, option_string=None):
        self.seen.add(action)
        if action.deprecated and option_string not in self.warned and (option_string or texts):
            self.warned.add(option_string)
            what = f"option '{option_string}'" if option_string else \
                f"argument '{_argument_name(action)}'"
            self.parser._warning(f'{what} is deprecated')
        values = self.parser._get_values(action, texts)
        if values is not action.default or texts:
            self.seen_given.add(action)
            for group in self.parser._mutually_exclusive_groups:
                if action in group._group_actions:
                    for other in group._group_actions:
                        if other is not action and other in self.seen_given:
                            raise ArgumentError(action, 'not allowed with argument '
                                                        f'{_argument_name(other)}')
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option_string)

    def take_option(self, i, extras):
        action, name, separator, value = self.options[i]
        if action is None:
            extras.append(self.args[i])
            return i + 1
        i += 1
        while True:
            if value is not None and action.nargs == 0:
                # Several letters after one dash: -abc.
                if separator != '' or name[1:2] in self.parser.prefix_chars or not value:
                    raise ArgumentError(action, f'ignored explicit argument {value!r}')
                self.take_action(action, [], name)
                name = name[0] + value[0]
                action = self.parser._option_string_actions.get(name)
                if action is None:
                    raise ArgumentError(self.parser._option_string_actions.get(self.options[i - 1][1]),
                                        f'ignored explicit argument {value!r}')
                value = value[1:]
                if value.startswith('='):
                    separator = '='
                    value = value[1:]
                elif not value:
                    value = None
                continue
            if value is not None:
                if action.nargs not in (None, 1, OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, PARSER,
                                        REMAINDER):
                    raise ArgumentError(action, _count_message(action))
                self.take_action(action, [value], name)
                return i
            break
        count = _most(action, self.args, self.options, i)
        if count is None:
            raise ArgumentError(action, _count_message(action))
        self.take_action(action, self.args[i:i + count], name)
        return i + count

    def take_positionals(self, start, end, last):
        """Gives the arguments from start to end to positionals; returns where it got to."""
        available = [k for k in range(start, end)]
        texts = self.args[start:end]
        plain = [text for k, text in zip(available, texts) if self.options[k] != '--']
        counts = _distribute(self.positionals, len(plain), self.args, self.options, start, end)
        i = start
        used = 0
        taken = 0
        for action, count in zip(self.positionals, counts):
            if not last and count == 0 and action.nargs in (OPTIONAL, ZERO_OR_MORE, REMAINDER,
                                                            SUPPRESS) and self.more_options(end):
                # It may still get something after the options.
                break
            values = []
            if action.nargs in (PARSER, REMAINDER) and count:
                values = self.args[i:]
                if values and self.options[i] == '--' and action.nargs == PARSER:
                    values = values[1:]
                i = len(self.args)
                taken += 1
                self.take_action(action, values)
                self.positionals = self.positionals[taken:]
                self.options = self.options[:i]
                return i
            while len(values) < count:
                if self.options[i] != '--':
                    values.append(self.args[i])
                i += 1
            used += count
            taken += 1
            self.take_action(action, values)
        if i < end and used == len(plain):
            # Only a "--" is left.
            i = end
        self.positionals = self.positionals[taken:]
        return i

    def more_options(self, i):
        return i < len(self.args)

    def check_required(self):
        required = []
        for action in self.parser._actions:
            if action in self.seen:
                continue
            if action.required:
                required.append(_argument_name(action))
            elif isinstance(action.default, str) and hasattr(self.namespace, action.dest) \
                    and action.default is getattr(self.namespace, action.dest) \
                    and action.default is not SUPPRESS:
                setattr(self.namespace, action.dest,
                        self.parser._get_value(action, action.default))
        if required:
            raise ArgumentError(None, 'the following arguments are required: '
                                      f"{', '.join([str(name) for name in required])}")
        for group in self.parser._mutually_exclusive_groups:
            if group.required and not any([a in self.seen_given for a in group._group_actions]):
                names = ' '.join([_argument_name(a) for a in group._group_actions
                                  if a.help is not SUPPRESS])
                raise ArgumentError(None, f'one of the arguments {names} is required')


def _count_message(action):
    if action.nargs is None:
        return 'expected one argument'
    if action.nargs == OPTIONAL:
        return 'expected at most one argument'
    if action.nargs == ONE_OR_MORE:
        return 'expected at least one argument'
    if isinstance(action.nargs, int):
        plural = '' if action.nargs == 1 else 's'
        return f'expected {action.nargs} argument{plural}'
    return 'expected arguments'


def _bounds(action):
    """(fewest, most) arguments that it takes."""
    nargs = action.nargs
    if nargs is None:
        return 1, 1
    if nargs == OPTIONAL:
        return 0, 1
    if nargs == ZERO_OR_MORE or nargs == REMAINDER:
        return 0, 1 << 30
    if nargs == ONE_OR_MORE or nargs == PARSER:
        return 1, 1 << 30
    if nargs == SUPPRESS:
        return 0, 0
    return nargs, nargs


def _most(action, args, options, i):
    """As many arguments as an option can take from i on, or None when they are too few."""
    fewest, most = _bounds(action)
    if action.nargs in (REMAINDER, PARSER):
        count = len(args) - i
    else:
        count = 0
        while i + count < len(args) and count < most and options[i + count] is None:
            count += 1
    return count if count >= fewest else None


def _distribute(actions, available, args, options, start, end):
    """How many arguments each of the first positionals takes; those that get none are left out."""
    for n in range(len(actions), 0, -1):
        bounds = [_bounds(action) for action in actions[:n]]
        fewest = sum([low for low, _ in bounds])
        if fewest > available:
            continue
        spare = available - fewest
        counts = []
        for low, high in bounds:
            extra = min(spare, high - low)
            spare -= extra
            counts.append(low + extra)
        return counts
    return []
