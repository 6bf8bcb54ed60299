"""Symbol tables: what the compiler knows of the names in a source text."""

import _source
import os
from enum import StrEnum

__all__ = ['symtable', 'SymbolTableType', 'SymbolTable', 'Class', 'Function', 'Symbol']

# compiler::SymbolFlags
_GLOBAL, _LOCAL, _PARAMETER, _NONLOCAL, _USED, _IMPORT, _ANNOTATED = 1, 2, 4, 8, 16, 32, 64
_TYPE_PARAMETER = 256
_BOUND = _LOCAL | _PARAMETER | _IMPORT | _TYPE_PARAMETER
_FLAG_NAMES = ((_USED, 'USE'), (_GLOBAL, 'DEF_GLOBAL'), (_NONLOCAL, 'DEF_NONLOCAL'),
               (_LOCAL, 'DEF_LOCAL'), (_PARAMETER, 'DEF_PARAM'), (_IMPORT, 'DEF_IMPORT'),
               (_ANNOTATED, 'DEF_ANNOT'))

# compiler::Binding, and a local that code of its own captures
_IS_LOCAL, _IS_FREE, _IS_GLOBAL_EXPLICIT, _IS_GLOBAL_IMPLICIT, _IS_CELL = range(5)
_BINDING_NAMES = 'LOCAL', 'FREE', 'GLOBAL_EXPLICIT', 'GLOBAL_IMPLICIT', 'CELL'

_COMPREHENSIONS = None, 'listcomp', 'setcomp', 'dictcomp', 'genexpr'


class SymbolTableType(StrEnum):
    MODULE = 'module'
    FUNCTION = 'function'
    CLASS = 'class'
    ANNOTATION = 'annotation'
    TYPE_ALIAS = 'type alias'
    TYPE_PARAMETERS = 'type parameters'
    TYPE_VARIABLE = 'type variable'


# compiler::ScopeKind
_KINDS = (SymbolTableType.MODULE, SymbolTableType.FUNCTION, SymbolTableType.CLASS,
          SymbolTableType.TYPE_PARAMETERS, SymbolTableType.TYPE_ALIAS,
          SymbolTableType.TYPE_VARIABLE, SymbolTableType.ANNOTATION)


def symtable(code, filename, compile_type):
    """The table of the module that the source text is."""
    if compile_type not in ('exec', 'eval', 'single'):
        raise ValueError("symtable() arg 3 must be 'exec' or 'eval' or 'single'")
    filename = os.fsdecode(filename)
    return _table(_source.scopes(code, filename, compile_type), filename)


def _table(scope, filename):
    kind = _KINDS[scope[0]]
    cls = {SymbolTableType.FUNCTION: Function, SymbolTableType.CLASS: Class}.get(kind, SymbolTable)
    return cls(scope, filename)


class SymbolTable:
    """The names of one block of code."""

    def __init__(self, scope, filename):
        kind, comprehension, name, line, nested, _, symbols, children = scope
        self._filename = filename
        self._type = _KINDS[kind]
        self._name = 'top' if kind == 0 else _COMPREHENSIONS[comprehension] or name.strip('<>')
        self._line = 0 if kind == 0 else line
        self._nested = nested
        self._flags = {}
        self._bindings = {}
        self._children = []
        if comprehension:
            self._add('.0', _PARAMETER | _USED, _IS_LOCAL)
        self._take(symbols, children)
        self._symbols = {}

    def _add(self, name, flags, binding):
        if name not in self._flags:
            self._bindings[name] = binding
        self._flags[name] = self._flags.get(name, 0) | flags

    def _take(self, symbols, children):
        for name, flags, binding, captured in symbols:
            self._add(name, flags, _IS_CELL if captured else binding)
        for child in children:
            if child[5]:
                # A comprehension that is part of this block; its names are, too.
                self._take(child[6], child[7])
            else:
                self._children.append(_table(child, self._filename))

    def __repr__(self):
        kind = '' if type(self) is SymbolTable else f'{type(self).__name__} '
        is_module = self._type is SymbolTableType.MODULE
        place = f'module {self._filename}' if is_module else f'{self._name} in {self._filename}'
        return f'<{kind}SymbolTable for {place}>'

    def get_type(self):
        return self._type

    def get_id(self):
        return id(self)

    def get_name(self):
        return self._name

    def get_lineno(self):
        return self._line

    def is_optimized(self):
        return self._type is SymbolTableType.FUNCTION

    def is_nested(self):
        return self._nested

    def has_children(self):
        return bool(self._children)

    def get_identifiers(self):
        return self._flags.keys()

    def lookup(self, name):
        symbol = self._symbols.get(name)
        if symbol is None:
            namespaces = [t for t in self._children if t.get_name() == name]
            symbol = self._symbols[name] = Symbol(
                name, self._flags[name], self._bindings[name], namespaces,
                module_scope=self._type is SymbolTableType.MODULE)
        return symbol

    def get_symbols(self):
        return [self.lookup(name) for name in self._flags]

    def get_children(self):
        return list(self._children)


class Function(SymbolTable):
    """The names of a function, a lambda or a generator expression."""

    def _names(self, fits):
        return tuple([name for name in self._flags
                      if fits(self._flags[name], self._bindings[name])])

    def get_parameters(self):
        return self._names(lambda flags, binding: flags & _PARAMETER)

    def get_locals(self):
        return self._names(lambda flags, binding: binding in (_IS_LOCAL, _IS_CELL))

    def get_globals(self):
        return self._names(
            lambda flags, binding: binding in (_IS_GLOBAL_EXPLICIT, _IS_GLOBAL_IMPLICIT))

    def get_nonlocals(self):
        return self._names(lambda flags, binding: flags & _NONLOCAL)

    def get_frees(self):
        return self._names(lambda flags, binding: binding == _IS_FREE)


class Class(SymbolTable):
    """The names of a class body."""

    def get_methods(self):
        found = {}
        for table in self._children:
            # Of a generic method, the function stands in the block of its type parameters.
            inner = table
            if table.get_type() is SymbolTableType.TYPE_PARAMETERS:
                for child in table.get_children():
                    if child.get_name() == table.get_name():
                        inner = child
            is_function = inner.get_type() is SymbolTableType.FUNCTION
            if is_function and self._bindings.get(table.get_name()) == _IS_LOCAL:
                found[table.get_name()] = None
        return tuple(found)


class Symbol:
    """A name in a block of code."""

    def __init__(self, name, flags, binding, namespaces=(), *, module_scope=False):
        self._name = name
        self._flags = flags
        self._binding = binding
        self._namespaces = namespaces or ()
        self._module_scope = module_scope

    def __repr__(self):
        flags = '|'.join([text for flag, text in _FLAG_NAMES if self._flags & flag])
        return f'<symbol {self._name!r}: {_BINDING_NAMES[self._binding]}, {flags}>'

    def get_name(self):
        return self._name

    def is_referenced(self):
        return bool(self._flags & _USED)

    def is_parameter(self):
        return bool(self._flags & _PARAMETER)

    def is_global(self):
        return (self._binding in (_IS_GLOBAL_EXPLICIT, _IS_GLOBAL_IMPLICIT)
                or self._module_scope and bool(self._flags & _BOUND))

    def is_nonlocal(self):
        return bool(self._flags & _NONLOCAL)

    def is_declared_global(self):
        return self._binding == _IS_GLOBAL_EXPLICIT

    def is_local(self):
        return (self._binding in (_IS_LOCAL, _IS_CELL)
                or self._module_scope and bool(self._flags & _BOUND))

    def is_annotated(self):
        return bool(self._flags & _ANNOTATED)

    def is_free(self):
        return self._binding == _IS_FREE

    def is_imported(self):
        return bool(self._flags & _IMPORT)

    def is_assigned(self):
        return bool(self._flags & _LOCAL)

    def is_namespace(self):
        return bool(self._namespaces)

    def get_namespaces(self):
        return self._namespaces

    def get_namespace(self):
        if not self._namespaces:
            raise ValueError('name is not bound to any namespaces')
        if len(self._namespaces) > 1:
            raise ValueError('name is bound to multiple namespaces')
        return self._namespaces[0]
