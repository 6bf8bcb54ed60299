"""Syntax trees of Python source (the classes follow CPython 3.13's Python.asdl)."""

import sys
from contextlib import contextmanager

PyCF_ONLY_AST = 0x400
PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000
PyCF_TYPE_COMMENTS = 0x1000
PyCF_OPTIMIZED_AST = 0x8400


class AST:
    """Base of all nodes."""

    _fields = ()
    _attributes = ()
    __match_args__ = ()

    def __init__(self, *args, **kwargs):
        cls = type(self)
        fields = cls._fields
        if len(args) > len(fields):
            s = '' if len(fields) == 1 else 's'
            raise TypeError(f'{cls.__name__} constructor takes at most {len(fields)} positional '
                            f'argument{s}')
        for name, value in zip(fields, args):
            setattr(self, name, value)
        given = set(fields[:len(args)])
        for name, value in kwargs.items():
            if name in given:
                raise TypeError(f'{cls.__name__} got multiple values for argument {name!r}')
            if name not in fields and name not in cls._attributes:
                import warnings
                warnings.warn(f"{cls.__name__}.__init__ got an unexpected keyword argument "
                              f"{name!r}. Support for arbitrary keyword arguments is deprecated "
                              'and will be removed in Python 3.15.', DeprecationWarning, 2)
            setattr(self, name, value)
            given.add(name)
        for name in fields:
            if name in given:
                continue
            kind = cls._kinds.get(name, '')
            if kind == '*':
                setattr(self, name, [])
            elif kind == '?':
                pass
            elif name == 'ctx':
                setattr(self, name, Load())
            elif cls.__module__ == 'ast':
                import warnings
                warnings.warn(f"{cls.__name__}.__init__ missing 1 required positional argument: "
                              f'{name!r}. This will become an error in Python 3.15.',
                              DeprecationWarning, 2)

    _kinds = {}

    def __reduce_ex__(self, protocol):
        return type(self), (), self.__dict__

    def __replace__(self, **changes):
        new = object.__new__(type(self))
        new.__dict__.update(self.__dict__)
        for name, value in changes.items():
            if name not in self._fields and name not in self._attributes:
                raise TypeError(f'{type(self).__name__}.__replace__ got an unexpected keyword '
                                f'argument {name!r}.')
            setattr(new, name, value)
        return new

    def __repr__(self):
        return f'<ast.{type(self).__name__} object at {id(self):#x}>'


_places = ('lineno', 'col_offset', 'end_lineno', 'end_col_offset')

# Base: the classes with their fields; * is a list, ? may be None.
_grammar = {
    'mod': 'Module(body*,type_ignores*) Interactive(body*) Expression(body) '
           'FunctionType(argtypes*,returns)',
    'stmt': 'FunctionDef(name,args,body*,decorator_list*,returns?,type_comment?,type_params*) '
            'AsyncFunctionDef(name,args,body*,decorator_list*,returns?,type_comment?,type_params*) '
            'ClassDef(name,bases*,keywords*,body*,decorator_list*,type_params*) Return(value?) '
            'Delete(targets*) Assign(targets*,value,type_comment?) '
            'TypeAlias(name,type_params*,value) AugAssign(target,op,value) '
            'AnnAssign(target,annotation,value?,simple) '
            'For(target,iter,body*,orelse*,type_comment?) '
            'AsyncFor(target,iter,body*,orelse*,type_comment?) While(test,body*,orelse*) '
            'If(test,body*,orelse*) With(items*,body*,type_comment?) '
            'AsyncWith(items*,body*,type_comment?) Match(subject,cases*) Raise(exc?,cause?) '
            'Try(body*,handlers*,orelse*,finalbody*) TryStar(body*,handlers*,orelse*,finalbody*) '
            'Assert(test,msg?) Import(names*) ImportFrom(module?,names*,level?) Global(names*) '
            'Nonlocal(names*) Expr(value) Pass() Break() Continue()',
    'expr': 'BoolOp(op,values*) NamedExpr(target,value) BinOp(left,op,right) UnaryOp(op,operand) '
            'Lambda(args,body) IfExp(test,body,orelse) Dict(keys*,values*) Set(elts*) '
            'ListComp(elt,generators*) SetComp(elt,generators*) DictComp(key,value,generators*) '
            'GeneratorExp(elt,generators*) Await(value) Yield(value?) YieldFrom(value) '
            'Compare(left,ops*,comparators*) Call(func,args*,keywords*) '
            'FormattedValue(value,conversion,format_spec?) JoinedStr(values*) '
            'Constant(value,kind?) Attribute(value,attr,ctx) Subscript(value,slice,ctx) '
            'Starred(value,ctx) Name(id,ctx) List(elts*,ctx) Tuple(elts*,ctx) '
            'Slice(lower?,upper?,step?)',
    'expr_context': 'Load() Store() Del()',
    'boolop': 'And() Or()',
    'operator': 'Add() Sub() Mult() MatMult() Div() Mod() Pow() LShift() RShift() BitOr() '
                'BitXor() BitAnd() FloorDiv()',
    'unaryop': 'Invert() Not() UAdd() USub()',
    'cmpop': 'Eq() NotEq() Lt() LtE() Gt() GtE() Is() IsNot() In() NotIn()',
    'excepthandler': 'ExceptHandler(type?,name?,body*)',
    'pattern': 'MatchValue(value) MatchSingleton(value) MatchSequence(patterns*) '
               'MatchMapping(keys*,patterns*,rest?) '
               'MatchClass(cls,patterns*,kwd_attrs*,kwd_patterns*) MatchStar(name?) '
               'MatchAs(pattern?,name?) MatchOr(patterns*)',
    'type_ignore': 'TypeIgnore(lineno,tag)',
    'type_param': 'TypeVar(name,bound?,default_value?) ParamSpec(name,default_value?) '
                  'TypeVarTuple(name,default_value?)',
    'AST': 'comprehension(target,iter,ifs*,is_async) '
           'arguments(posonlyargs*,args*,vararg?,kwonlyargs*,kw_defaults*,kwarg?,defaults*) '
           'arg(arg,annotation?,type_comment?) keyword(arg?,value) alias(name,asname?) '
           'withitem(context_expr,optional_vars?) match_case(pattern,guard?,body*)',
}
_with_places = ('stmt', 'expr', 'excepthandler', 'pattern', 'type_param')


def _make_classes():
    namespace = globals()
    for base_name, text in _grammar.items():
        places = _places if base_name in _with_places else ()
        if base_name == 'AST':
            base = AST
        else:
            base = namespace[base_name] = type(base_name, (AST,), {
                '__module__': 'ast', '_attributes': places})
            for place in places[2:]:
                setattr(base, place, None)
        for entry in text.split():
            name, _, fields = entry[:-1].partition('(')
            fields = fields.split(',') if fields else []
            kinds = {field.rstrip('*?'): field[-1] for field in fields if field[-1] in '*?'}
            names = tuple([field.rstrip('*?') for field in fields])
            contents = {'__module__': 'ast', '_fields': names, '__match_args__': names,
                        '_kinds': kinds}
            if name in ('arg', 'keyword', 'alias'):
                contents['_attributes'] = _places
                contents['end_lineno'] = contents['end_col_offset'] = None
            for field, kind in kinds.items():
                if kind == '?':
                    contents[field] = None
            namespace[name] = type(name, (base,), contents)


_make_classes()


# ---- from source

def _operators(base):
    return [globals()[entry[:-2]] for entry in _grammar[base].split()]


_numbered = {
    ('BoolOp', 'op'): _operators('boolop'), ('BinOp', 'op'): _operators('operator'),
    ('AugAssign', 'op'): _operators('operator'), ('UnaryOp', 'op'): _operators('unaryop'),
    ('Compare', 'ops'): _operators('cmpop'),
}
_contexts = _operators('expr_context')
_singletons = {}


def _singleton(cls):
    node = _singletons.get(cls)
    if node is None:
        node = _singletons[cls] = cls()
    return node


def _build(entry):
    """The node that a tuple of _source.tree() stands for."""
    cls = globals()[entry[0]]
    node = object.__new__(cls)
    name = entry[0]
    attributes = node.__dict__
    for field, value in zip(cls._fields, entry[5:]):
        if field == 'ctx':
            value = _singleton(_contexts[value])
        elif field in ('op', 'ops') and (name, field) in _numbered:
            classes = _numbered[name, field]
            value = ([_singleton(classes[i]) for i in value] if field == 'ops' else
                     _singleton(classes[value]))
        elif type(value) is tuple:
            value = _build(value)
        elif type(value) is list:
            value = [_build(item) if type(item) is tuple else item for item in value]
        attributes[field] = value
    if name == 'Module':
        attributes['type_ignores'] = []
    if cls._attributes:
        (attributes['lineno'], attributes['col_offset'], attributes['end_lineno'],
         attributes['end_col_offset']) = entry[1:5]
    return node


def _parse(source, filename, mode):
    import os
    import _source
    if isinstance(source, AST):
        return source
    return _build(_source.tree(source, os.fsdecode(filename), mode))


def parse(source, filename='<unknown>', mode='exec', *, type_comments=False,
          feature_version=None, optimize=-1):
    """The tree of a source text."""
    if mode not in ('exec', 'eval', 'single'):
        raise ValueError("compile() mode must be 'exec', 'eval' or 'single'")
    return _parse(source, filename, mode)


def literal_eval(node_or_string):
    """The value of an expression that consists of literals only."""
    if isinstance(node_or_string, str):
        node_or_string = parse(node_or_string.lstrip(' \t'), mode='eval')
    if isinstance(node_or_string, Expression):
        node_or_string = node_or_string.body

    def malformed(node):
        line = getattr(node, 'lineno', None)
        place = f' on line {line}' if line else ''
        raise ValueError(f'malformed node or string{place}: {node!r}')

    def number(node):
        if not isinstance(node, Constant) or type(node.value) not in (int, float, complex):
            malformed(node)
        return node.value

    def signed(node):
        if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
            value = number(node.operand)
            return +value if isinstance(node.op, UAdd) else -value
        return number(node)

    def convert(node):
        if isinstance(node, Constant):
            return node.value
        if isinstance(node, Tuple):
            return tuple([convert(each) for each in node.elts])
        if isinstance(node, List):
            return [convert(each) for each in node.elts]
        if isinstance(node, Set):
            return {convert(each) for each in node.elts}
        if (isinstance(node, Call) and isinstance(node.func, Name) and node.func.id == 'set'
                and node.args == node.keywords == []):
            return set()
        if isinstance(node, Dict):
            if len(node.keys) != len(node.values):
                malformed(node)
            return {convert(key) if key is not None else malformed(key): convert(value)
                    for key, value in zip(node.keys, node.values)}
        if isinstance(node, BinOp) and isinstance(node.op, (Add, Sub)):
            left = signed(node.left)
            right = number(node.right)
            if isinstance(left, (int, float)) and isinstance(right, complex):
                return left + right if isinstance(node.op, Add) else left - right
        return signed(node)

    return convert(node_or_string)


# ---- looking at trees

def iter_fields(node):
    for field in node._fields:
        try:
            yield field, getattr(node, field)
        except AttributeError:
            pass


def iter_child_nodes(node):
    for name, field in iter_fields(node):
        if isinstance(field, AST):
            yield field
        elif isinstance(field, list):
            for item in field:
                if isinstance(item, AST):
                    yield item


def walk(node):
    """All nodes below, in no particular order."""
    from collections import deque
    todo = deque([node])
    while todo:
        node = todo.popleft()
        todo.extend(iter_child_nodes(node))
        yield node


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None,
         show_empty=False):
    """The tree as text."""
    def shown(node, level=0):
        if indent is not None:
            level += 1
            prefix = '\n' + indent * level
            separator = ',\n' + indent * level
        else:
            prefix, separator = '', ', '
        if isinstance(node, AST):
            cls = type(node)
            args, waiting = [], []
            simple = True
            keywords = annotate_fields
            for name in node._fields:
                try:
                    value = getattr(node, name)
                except AttributeError:
                    keywords = True
                    continue
                if value is None and getattr(cls, name, ...) is None:
                    keywords = True
                    continue
                if not show_empty:
                    if value == []:
                        if not keywords:
                            waiting.append(repr(value))
                        continue
                    if not keywords:
                        args.extend(waiting)
                        waiting = []
                value, is_simple = shown(value, level)
                simple = simple and is_simple
                args.append(f'{name}={value}' if keywords else value)
            if include_attributes and node._attributes:
                for name in node._attributes:
                    try:
                        value = getattr(node, name)
                    except AttributeError:
                        continue
                    if value is None and getattr(cls, name, ...) is None:
                        continue
                    value, is_simple = shown(value, level)
                    simple = simple and is_simple
                    args.append(f'{name}={value}')
            name = cls.__name__
            if simple and len(args) <= 3:
                return f'{name}({", ".join(args)})', not args
            return f'{name}({prefix}{separator.join(args)})', False
        if isinstance(node, list):
            if not node:
                return '[]', True
            return f'[{prefix}{separator.join([shown(x, level)[0] for x in node])}]', False
        return repr(node), True

    if not isinstance(node, AST):
        raise TypeError(f'expected AST, got {type(node).__name__!r}')
    if indent is not None and not isinstance(indent, str):
        indent = ' ' * indent
    return shown(node)[0]


def copy_location(new_node, old_node):
    for name in _places:
        if name in old_node._attributes and name in new_node._attributes:
            value = getattr(old_node, name, None)
            if value is not None or (hasattr(old_node, name) and name.startswith('end_')):
                setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    """Gives nodes without a place that of their parent."""
    def fix(node, places):
        places = list(places)
        for i, name in enumerate(_places):
            if name in node._attributes:
                if getattr(node, name, None) is None:
                    setattr(node, name, places[i])
                else:
                    places[i] = getattr(node, name)
        for child in iter_child_nodes(node):
            fix(child, places)

    fix(node, (1, 0, 1, 0))
    return node


def increment_lineno(node, n=1):
    for child in walk(node):
        if isinstance(child, TypeIgnore):
            child.lineno = getattr(child, 'lineno', 0) + n
            continue
        if 'lineno' in child._attributes:
            child.lineno = getattr(child, 'lineno', 0) + n
        if 'end_lineno' in child._attributes and getattr(child, 'end_lineno', 0) is not None:
            child.end_lineno = getattr(child, 'end_lineno', 0) + n
    return node


def get_docstring(node, clean=True):
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError(f'{type(node).__name__!r} can\'t have docstrings')
    if not (node.body and isinstance(node.body[0], Expr)):
        return None
    first = node.body[0].value
    if not (isinstance(first, Constant) and isinstance(first.value, str)):
        return None
    if not clean:
        return first.value
    import inspect
    return inspect.cleandoc(first.value)


def get_source_segment(source, node, *, padded=False):
    """The part of the source that a node was made from."""
    try:
        if node.end_lineno is None or node.end_col_offset is None:
            return None
        first, last = node.lineno - 1, node.end_lineno - 1
        start, end = node.col_offset, node.end_col_offset
    except AttributeError:
        return None
    lines = [line.encode() for line in source.split('\n')]
    lines = [line + b'\n' for line in lines[:-1]] + lines[-1:]
    if first == last:
        return lines[first][start:end].decode()
    padding = ''
    if padded:
        before = lines[first][:start].decode()
        padding = ''.join([c if c in '\f\t' else ' ' for c in before])
    return (padding + lines[first][start:].decode()
            + b''.join(lines[first + 1:last]).decode() + lines[last][:end].decode())


class NodeVisitor:
    """Calls visit_CLASS of each node."""

    def visit(self, node):
        return getattr(self, 'visit_' + node.__class__.__name__, self.generic_visit)(node)

    def generic_visit(self, node):
        for field, value in iter_fields(node):
            if isinstance(value, list):
                for item in value:
                    if isinstance(item, AST):
                        self.visit(item)
            elif isinstance(value, AST):
                self.visit(value)


class NodeTransformer(NodeVisitor):
    """A visitor whose results take the place of the nodes."""

    def generic_visit(self, node):
        for field, old in iter_fields(node):
            if isinstance(old, list):
                new_values = []
                for value in old:
                    if isinstance(value, AST):
                        value = self.visit(value)
                        if value is None:
                            continue
                        if not isinstance(value, AST):
                            new_values.extend(value)
                            continue
                    new_values.append(value)
                old[:] = new_values
            elif isinstance(old, AST):
                new = self.visit(old)
                if new is None:
                    delattr(node, field)
                else:
                    setattr(node, field, new)
        return node


# ---- back to source

(_NAMED, _TUPLE, _YIELD, _TEST, _OR, _AND, _NOT, _CMP, _BOR, _BXOR, _BAND, _SHIFT, _ARITH, _TERM,
 _FACTOR, _POWER, _AWAIT, _ATOM) = range(18)
_EXPR = _BOR
_binary = {'Add': ('+', _ARITH), 'Sub': ('-', _ARITH), 'Mult': ('*', _TERM),
           'MatMult': ('@', _TERM), 'Div': ('/', _TERM), 'Mod': ('%', _TERM),
           'LShift': ('<<', _SHIFT), 'RShift': ('>>', _SHIFT), 'BitOr': ('|', _BOR),
           'BitXor': ('^', _BXOR), 'BitAnd': ('&', _BAND), 'FloorDiv': ('//', _TERM),
           'Pow': ('**', _POWER)}
_unary = {'Invert': ('~', _FACTOR), 'Not': ('not', _NOT), 'UAdd': ('+', _FACTOR),
          'USub': ('-', _FACTOR)}
_comparing = {'Eq': '==', 'NotEq': '!=', 'Lt': '<', 'LtE': '<=', 'Gt': '>', 'GtE': '>=',
              'Is': 'is', 'IsNot': 'is not', 'In': 'in', 'NotIn': 'not in'}
_INFINITY = '1e' + repr(sys.float_info.max_10_exp + 1)


class _Unparser:
    """Writes a tree as source."""

    def __init__(self):
        self.out = []
        self.depth = 0
        self.levels = {}

    def text(self, node):
        self.statements([node] if not isinstance(node, list) else node)
        result = ''.join(self.out)
        return result.removeprefix('\n')

    def write(self, *texts):
        self.out.extend(texts)

    def fill(self, text=''):
        self.write('\n' + '    ' * self.depth + text)

    @contextmanager
    def block(self, text=':'):
        self.write(text)
        self.depth += 1
        yield
        self.depth -= 1

    def need(self, precedence, *nodes):
        for node in nodes:
            self.levels[id(node)] = precedence

    def level(self, node):
        return self.levels.get(id(node), _TEST)

    @contextmanager
    def parens(self, wanted, left='(', right=')'):
        if wanted:
            self.write(left)
        yield
        if wanted:
            self.write(right)

    def separated(self, separator, write, items):
        for at, item in enumerate(items):
            if at:
                self.write(separator)
            write(item)

    def items(self, write, items):
        if len(items) == 1:
            write(items[0])
            self.write(',')
        else:
            self.separated(', ', write, items)

    def statements(self, nodes):
        for node in nodes:
            self.visit(node)

    def visit(self, node):
        if isinstance(node, list):
            self.statements(node)
        else:
            getattr(self, 'do_' + type(node).__name__)(node)

    def docstring(self, node):
        """Whether a docstring was written."""
        first = node.body[0] if node.body else None
        if (isinstance(first, Expr) and isinstance(first.value, Constant)
                and isinstance(first.value.value, str)):
            self.fill()
            self.write(_quoted_doc(first.value.value))
            return True
        return False

    def body(self, node):
        if self.docstring(node):
            self.statements(node.body[1:])
        else:
            self.statements(node.body)

    # statements

    def do_Module(self, node):
        self.body(node)

    def do_Interactive(self, node):
        self.statements(node.body)

    def do_Expression(self, node):
        self.visit(node.body)

    def do_Expr(self, node):
        self.fill()
        self.need(_YIELD, node.value)
        self.visit(node.value)

    def do_NamedExpr(self, node):
        with self.parens(self.level(node) > _NAMED):
            self.need(_ATOM, node.target, node.value)
            self.visit(node.target)
            self.write(' := ')
            self.visit(node.value)

    def do_Import(self, node):
        self.fill('import ')
        self.separated(', ', self.visit, node.names)

    def do_ImportFrom(self, node):
        self.fill('from ')
        self.write('.' * (node.level or 0))
        if node.module:
            self.write(node.module)
        self.write(' import ')
        self.separated(', ', self.visit, node.names)

    def do_alias(self, node):
        self.write(node.name)
        if node.asname:
            self.write(' as ' + node.asname)

    def do_Assign(self, node):
        self.fill()
        for target in node.targets:
            self.need(_TUPLE, target)
            self.visit(target)
            self.write(' = ')
        self.visit(node.value)

    def do_AugAssign(self, node):
        self.fill()
        self.visit(node.target)
        self.write(f' {_binary[type(node.op).__name__][0]}= ')
        self.visit(node.value)

    def do_AnnAssign(self, node):
        self.fill()
        with self.parens(not node.simple and isinstance(node.target, Name)):
            self.visit(node.target)
        self.write(': ')
        self.visit(node.annotation)
        if node.value:
            self.write(' = ')
            self.visit(node.value)

    def do_Return(self, node):
        self.fill('return')
        if node.value:
            self.write(' ')
            self.visit(node.value)

    def do_Pass(self, node):
        self.fill('pass')

    def do_Break(self, node):
        self.fill('break')

    def do_Continue(self, node):
        self.fill('continue')

    def do_Delete(self, node):
        self.fill('del ')
        self.separated(', ', self.visit, node.targets)

    def do_Assert(self, node):
        self.fill('assert ')
        self.visit(node.test)
        if node.msg:
            self.write(', ')
            self.visit(node.msg)

    def do_Global(self, node):
        self.fill('global ' + ', '.join(node.names))

    def do_Nonlocal(self, node):
        self.fill('nonlocal ' + ', '.join(node.names))

    def do_Await(self, node):
        with self.parens(self.level(node) > _AWAIT):
            self.write('await')
            if node.value:
                self.write(' ')
                self.need(_ATOM, node.value)
                self.visit(node.value)

    def do_Yield(self, node):
        with self.parens(self.level(node) > _YIELD):
            self.write('yield')
            if node.value:
                self.write(' ')
                self.need(_ATOM, node.value)
                self.visit(node.value)

    def do_YieldFrom(self, node):
        with self.parens(self.level(node) > _YIELD):
            self.write('yield from ')
            self.need(_ATOM, node.value)
            self.visit(node.value)

    def do_Raise(self, node):
        self.fill('raise')
        if node.exc:
            self.write(' ')
            self.visit(node.exc)
        if node.cause:
            self.write(' from ')
            self.visit(node.cause)

    def do_Try(self, node, star=''):
        self.fill('try')
        with self.block():
            self.statements(node.body)
        for handler in node.handlers:
            self.fill('except' + star)
            if handler.type:
                self.write(' ')
                self.visit(handler.type)
            if handler.name:
                self.write(' as ' + handler.name)
            with self.block():
                self.statements(handler.body)
        if node.orelse:
            self.fill('else')
            with self.block():
                self.statements(node.orelse)
        if node.finalbody:
            self.fill('finally')
            with self.block():
                self.statements(node.finalbody)

    def do_TryStar(self, node):
        self.do_Try(node, '*')

    def do_ExceptHandler(self, node):
        self.fill('except')
        if node.type:
            self.write(' ')
            self.visit(node.type)
        if node.name:
            self.write(' as ' + node.name)
        with self.block():
            self.statements(node.body)

    def decorators(self, node):
        for decorator in node.decorator_list:
            self.fill('@')
            self.visit(decorator)

    def type_params(self, node):
        if node.type_params:
            self.write('[')
            self.separated(', ', self.visit, node.type_params)
            self.write(']')

    def do_ClassDef(self, node):
        self.write('\n') if self.out else None
        self.decorators(node)
        self.fill('class ' + node.name)
        self.type_params(node)
        with self.parens(node.bases or node.keywords):
            self.separated(', ', self.visit, [*node.bases, *node.keywords])
        with self.block():
            self.body(node)

    def function(self, node, start):
        self.write('\n') if self.out else None
        self.decorators(node)
        self.fill(f'{start} {node.name}')
        self.type_params(node)
        with self.parens(True):
            self.visit(node.args)
        if node.returns:
            self.write(' -> ')
            self.visit(node.returns)
        with self.block():
            self.body(node)

    def do_FunctionDef(self, node):
        self.function(node, 'def')

    def do_AsyncFunctionDef(self, node):
        self.function(node, 'async def')

    def type_param(self, node, start):
        self.write(start + node.name)
        if getattr(node, 'bound', None):
            self.write(': ')
            self.visit(node.bound)
        if node.default_value:
            self.write(' = ')
            self.visit(node.default_value)

    def do_TypeVar(self, node):
        self.type_param(node, '')

    def do_TypeVarTuple(self, node):
        self.type_param(node, '*')

    def do_ParamSpec(self, node):
        self.type_param(node, '**')

    def do_TypeAlias(self, node):
        self.fill('type ')
        self.visit(node.name)
        self.type_params(node)
        self.write(' = ')
        self.visit(node.value)

    def loop(self, node, start):
        self.fill(start + ' ')
        self.need(_TUPLE, node.target)
        self.visit(node.target)
        self.write(' in ')
        self.visit(node.iter)
        self.loop_body(node)

    def loop_body(self, node):
        with self.block():
            self.statements(node.body)
        if node.orelse:
            self.fill('else')
            with self.block():
                self.statements(node.orelse)

    def do_For(self, node):
        self.loop(node, 'for')

    def do_AsyncFor(self, node):
        self.loop(node, 'async for')

    def do_While(self, node):
        self.fill('while ')
        self.visit(node.test)
        self.loop_body(node)

    def do_If(self, node):
        self.fill('if ')
        self.visit(node.test)
        with self.block():
            self.statements(node.body)
        while node.orelse and len(node.orelse) == 1 and isinstance(node.orelse[0], If):
            node = node.orelse[0]
            self.fill('elif ')
            self.visit(node.test)
            with self.block():
                self.statements(node.body)
        if node.orelse:
            self.fill('else')
            with self.block():
                self.statements(node.orelse)

    def with_(self, node, start):
        self.fill(start + ' ')
        self.separated(', ', self.visit, node.items)
        with self.block():
            self.statements(node.body)

    def do_With(self, node):
        self.with_(node, 'with')

    def do_AsyncWith(self, node):
        self.with_(node, 'async with')

    def do_withitem(self, node):
        self.visit(node.context_expr)
        if node.optional_vars:
            self.write(' as ')
            self.visit(node.optional_vars)

    def do_Match(self, node):
        self.fill('match ')
        self.visit(node.subject)
        with self.block():
            self.statements(node.cases)

    def do_match_case(self, node):
        self.fill('case ')
        self.visit(node.pattern)
        if node.guard:
            self.write(' if ')
            self.visit(node.guard)
        with self.block():
            self.statements(node.body)

    # patterns

    def do_MatchValue(self, node):
        self.visit(node.value)

    def do_MatchSingleton(self, node):
        self.write(repr(node.value))

    def do_MatchSequence(self, node):
        self.write('[')
        self.separated(', ', self.visit, node.patterns)
        self.write(']')

    def do_MatchStar(self, node):
        self.write('*' + (node.name or '_'))

    def do_MatchMapping(self, node):
        self.write('{')
        for at, (key, pattern) in enumerate(zip(node.keys, node.patterns)):
            if at:
                self.write(', ')
            self.visit(key)
            self.write(': ')
            self.visit(pattern)
        if node.rest is not None:
            self.write((', ' if node.keys else '') + '**' + node.rest)
        self.write('}')

    def do_MatchClass(self, node):
        self.need(_ATOM, node.cls)
        self.visit(node.cls)
        with self.parens(True):
            self.separated(', ', self.visit, node.patterns)
            for at, (name, pattern) in enumerate(zip(node.kwd_attrs, node.kwd_patterns)):
                if at or node.patterns:
                    self.write(', ')
                self.write(name + '=')
                self.visit(pattern)

    def do_MatchAs(self, node):
        if node.name is None:
            self.write('_')
        elif node.pattern is None:
            self.write(node.name)
        else:
            with self.parens(self.level(node) > _TEST):
                self.need(_BOR, node.pattern)
                self.visit(node.pattern)
                self.write(' as ' + node.name)

    def do_MatchOr(self, node):
        with self.parens(self.level(node) > _BOR):
            self.need(_BOR + 1, *node.patterns)
            self.separated(' | ', self.visit, node.patterns)

    # expressions

    def do_Name(self, node):
        self.write(node.id)

    def do_Constant(self, node):
        value = node.value
        if isinstance(value, tuple):
            with self.parens(True):
                self.items(lambda x: self.write(_constant(x)), value)
        elif value is ...:
            self.write('...')
        else:
            if node.kind == 'u':
                self.write('u')
            self.write(_constant(value))

    def do_JoinedStr(self, node):
        parts = []
        for value in node.values:
            part = _Unparser()
            part.f_string_part(value)
            parts.append((''.join(part.out), isinstance(value, Constant)))
        text = ''.join([part for part, _ in parts])
        literal = ''.join([part for part, is_constant in parts if is_constant])
        fallback = False
        for quote in ("'", '"', '"""', "'''"):
            if quote in text or len(quote) == 1 and '\n' in text:
                continue
            if text and text[-1] == quote[0] and len(quote) == 3:
                continue
            break
        else:
            fallback = True
        if fallback or any(['\\' in part for part, is_constant in parts if not is_constant]):
            quote = next((q for q in ("'", '"', "'''", '"""')
                          if q not in text or q not in literal), "'")
        if any([not c.isprintable() and c != '\n' or c == '\\' or c == '\n' and len(quote) == 1
                for c in literal]):
            escaped = []
            for part, is_constant in parts:
                if is_constant:
                    part = ''.join([c.encode('unicode_escape').decode('ascii')
                                    if c == '\\' or not c.isprintable()
                                    and not (c == '\n' and len(quote) == 3) else c
                                    for c in part])
                escaped.append(part)
            text = ''.join(escaped)
        self.write(f'f{quote}{text}{quote}')

    def f_string_part(self, node):
        if isinstance(node, JoinedStr):
            for value in node.values:
                self.f_string_part(value)
        elif isinstance(node, Constant):
            self.write(node.value.replace('{', '{{').replace('}', '}}'))
        else:
            inner = _Unparser()
            inner.need(_TEST + 1, node.value)
            inner.visit(node.value)
            expression = ''.join(inner.out)
            self.write('{ ' if expression.startswith('{') else '{', expression)
            if node.conversion != -1:
                self.write('!' + chr(node.conversion))
            if node.format_spec:
                self.write(':')
                self.f_string_part(node.format_spec)
            self.write('}')

    def do_FormattedValue(self, node):
        self.do_JoinedStr(JoinedStr(values=[node]))

    def do_List(self, node):
        self.write('[')
        self.separated(', ', self.visit, node.elts)
        self.write(']')

    def comprehension(self, node, left, right):
        self.write(left)
        self.visit(node.elt)
        for generator in node.generators:
            self.visit(generator)
        self.write(right)

    def do_ListComp(self, node):
        self.comprehension(node, '[', ']')

    def do_GeneratorExp(self, node):
        self.comprehension(node, '(', ')')

    def do_SetComp(self, node):
        self.comprehension(node, '{', '}')

    def do_DictComp(self, node):
        self.write('{')
        self.visit(node.key)
        self.write(': ')
        self.visit(node.value)
        for generator in node.generators:
            self.visit(generator)
        self.write('}')

    def do_comprehension(self, node):
        self.write(' async for ' if node.is_async else ' for ')
        self.need(_TUPLE, node.target)
        self.visit(node.target)
        self.write(' in ')
        self.need(_TEST + 1, node.iter, *node.ifs)
        self.visit(node.iter)
        for condition in node.ifs:
            self.write(' if ')
            self.visit(condition)

    def do_IfExp(self, node):
        with self.parens(self.level(node) > _TEST):
            self.need(_TEST + 1, node.body, node.test)
            self.visit(node.body)
            self.write(' if ')
            self.visit(node.test)
            self.write(' else ')
            self.need(_TEST, node.orelse)
            self.visit(node.orelse)

    def do_Set(self, node):
        if not node.elts:
            self.write('{*()}')
            return
        self.write('{')
        self.separated(', ', self.visit, node.elts)
        self.write('}')

    def do_Dict(self, node):
        self.write('{')
        for at, (key, value) in enumerate(zip(node.keys, node.values)):
            if at:
                self.write(', ')
            if key is None:
                self.write('**')
                self.need(_EXPR, value)
            else:
                self.visit(key)
                self.write(': ')
            self.visit(value)
        self.write('}')

    def do_Tuple(self, node):
        with self.parens(not node.elts or self.level(node) > _TUPLE):
            self.items(self.visit, node.elts)

    def do_UnaryOp(self, node):
        sign, precedence = _unary[type(node.op).__name__]
        with self.parens(self.level(node) > precedence):
            self.write(sign)
            if precedence != _FACTOR:
                self.write(' ')
            self.need(precedence, node.operand)
            self.visit(node.operand)

    def do_BinOp(self, node):
        sign, precedence = _binary[type(node.op).__name__]
        with self.parens(self.level(node) > precedence):
            if sign == '**':
                left, right = precedence + 1, precedence
            else:
                left, right = precedence, precedence + 1
            self.need(left, node.left)
            self.visit(node.left)
            self.write(f' {sign} ')
            self.need(right, node.right)
            self.visit(node.right)

    def do_Compare(self, node):
        with self.parens(self.level(node) > _CMP):
            self.need(_CMP + 1, node.left, *node.comparators)
            self.visit(node.left)
            for op, value in zip(node.ops, node.comparators):
                self.write(f' {_comparing[type(op).__name__]} ')
                self.visit(value)

    def do_BoolOp(self, node):
        word, precedence = ('and', _AND) if isinstance(node.op, And) else ('or', _OR)
        with self.parens(self.level(node) > precedence):
            for at, value in enumerate(node.values):
                if at:
                    self.write(f' {word} ')
                self.need(precedence + 1 + at, value)
                self.visit(value)

    def do_Attribute(self, node):
        self.need(_ATOM, node.value)
        self.visit(node.value)
        if isinstance(node.value, Constant) and isinstance(node.value.value, int):
            self.write(' ')
        self.write('.' + node.attr)

    def do_Call(self, node):
        self.need(_ATOM, node.func)
        self.visit(node.func)
        only = node.args[0] if len(node.args) == 1 and not node.keywords else None
        if isinstance(only, GeneratorExp):
            self.visit(only)
            return
        with self.parens(True):
            self.separated(', ', self.visit, [*node.args, *node.keywords])

    def do_Subscript(self, node):
        self.need(_ATOM, node.value)
        self.visit(node.value)
        self.write('[')
        if isinstance(node.slice, Tuple) and node.slice.elts:
            self.items(self.visit, node.slice.elts)
        else:
            self.visit(node.slice)
        self.write(']')

    def do_Starred(self, node):
        self.write('*')
        self.need(_EXPR, node.value)
        self.visit(node.value)

    def do_Slice(self, node):
        if node.lower:
            self.visit(node.lower)
        self.write(':')
        if node.upper:
            self.visit(node.upper)
        if node.step:
            self.write(':')
            self.visit(node.step)

    def do_keyword(self, node):
        self.write('**' if node.arg is None else node.arg + '=')
        self.visit(node.value)

    def do_Lambda(self, node):
        with self.parens(self.level(node) > _TEST):
            self.write('lambda')
            inner = _Unparser()
            inner.visit(node.args)
            arguments = ''.join(inner.out)
            self.write(' ' + arguments if arguments else '', ': ')
            self.need(_TEST, node.body)
            self.visit(node.body)

    def do_arg(self, node):
        self.write(node.arg)
        if node.annotation:
            self.write(': ')
            self.visit(node.annotation)

    def do_arguments(self, node):
        first = True
        positional = node.posonlyargs + node.args
        defaults = [None] * (len(positional) - len(node.defaults)) + node.defaults
        for index, (arg, default) in enumerate(zip(positional, defaults), 1):
            if not first:
                self.write(', ')
            first = False
            self.visit(arg)
            if default:
                self.write('=')
                self.visit(default)
            if index == len(node.posonlyargs):
                self.write(', /')
        if node.vararg or node.kwonlyargs:
            self.write('*' if first else ', *')
            first = False
            if node.vararg:
                self.do_arg(node.vararg)
        for arg, default in zip(node.kwonlyargs, node.kw_defaults):
            self.write(', ')
            self.visit(arg)
            if default:
                self.write('=')
                self.visit(default)
        if node.kwarg:
            self.write('**' if first else ', **')
            self.do_arg(node.kwarg)


def _constant(value):
    if isinstance(value, (float, complex)):
        return repr(value).replace('inf', _INFINITY).replace('nan', f'({_INFINITY}-{_INFINITY})')
    return repr(value)


def _quoted_doc(text):
    shown = []
    for c in text:
        if c in '\n\t':
            shown.append(c)
        elif c == '\\' or not c.isprintable():
            shown.append(c.encode('unicode_escape').decode('ascii'))
        else:
            shown.append(c)
    text = ''.join(shown)
    for quote in ('"""', "'''"):
        if quote not in text:
            break
    else:
        return repr(text)
    if text and text[-1] == quote[0]:
        text = text[:-1] + '\\' + text[-1]
    return f'{quote}{text}{quote}'


def unparse(ast_obj):
    """Source that has this tree."""
    return _Unparser().text(ast_obj)


def main():
    import sys
    source = open(sys.argv[1]).read() if len(sys.argv) > 1 else sys.stdin.read()
    print(dump(parse(source), indent=3))
