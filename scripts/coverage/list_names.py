"""Prints the public names of modules, one `module: name …` a line, names sorted.

    list_names.py [MODULE …]          (those of modules.txt when none is named)

A name is public when the module's __all__ has it or, where there is no __all__, when it has no
leading underscore and is no module. `Class.name` is an attribute that the class has, unless it is
that of a builtin base. The names of CPython 3.13 are in python313.txt, made by this script.
A line `module!` stands for a module that cannot be imported.
"""
import sys
import types


def public_names(module):
    listed = getattr(module, '__all__', None)
    if listed is None or module.__name__ == 'builtins':
        listed = [name for name, value in vars(module).items()
                  if not name.startswith('_') and not isinstance(value, types.ModuleType)]
    return [name for name in listed if has(module, name)]


def has(module, name):
    try:
        getattr(module, name)
    except (AttributeError, ImportError):
        return False
    return True


def names_of(module):
    names = set()
    for name in public_names(module):
        names.add(name)
        value = getattr(module, name)
        if not isinstance(value, type) or issubclass(value, BaseException):
            continue
        if module.__name__ not in ('builtins', 'types') and value.__module__ == 'builtins':
            continue
        inherited = set()
        for base in value.__mro__[1:]:
            if base.__module__ == 'builtins':
                inherited.update(dir(base))
        for attribute in dir(value):
            if not attribute.startswith('_') and attribute not in inherited:
                names.add(f'{name}.{attribute}')
    return names


def import_module(name):
    __import__(name)
    return sys.modules[name]


def wanted():
    if len(sys.argv) > 1:
        return sys.argv[1:]
    with open(__file__.replace('list_names.py', 'modules.txt')) as file:
        return file.read().split()


for name in wanted():
    try:
        module = import_module(name)
    except ImportError:
        print(f'{name}!')
        continue
    print(f'{name}: {" ".join(sorted(names_of(module)))}')
