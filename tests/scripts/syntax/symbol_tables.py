import symtable

source = '''
import os
def outer(a, *rest):
    global shared
    shared = x = 1
    def inner():
        nonlocal x
        return x, a, os
    return [y for y in rest]
class C:
    def method(self): pass
    attribute: int = 3
type Alias[T] = list[T]
'''
module = symtable.symtable(source, 'file.py', 'exec')
print(module, module.get_type(), module.get_name(), module.is_optimized())
print(list(module.get_identifiers()))
outer, cls, generic = module.get_children()
print(outer, outer.get_parameters(), outer.get_locals(), outer.get_globals())
inner = outer.get_children()[0]
print(inner.get_lineno(), inner.get_nonlocals(), inner.get_frees(), inner.is_nested())
print([outer.lookup(n) for n in ('a', 'x', 'shared', 'y')])
print(inner.lookup('x'))
print(cls, cls.get_methods(), cls.lookup('attribute').is_annotated())
print(generic, generic.get_type() == 'type parameters', generic.get_children())
print(module.lookup('outer').get_namespace() is outer, module.lookup('os').is_imported())
for fails in (lambda: module.lookup('nothing'), lambda: module.lookup('os').get_namespace(),
              lambda: symtable.symtable('x', 'f', 'nothing'),
              lambda: symtable.symtable('return', 'f', 'exec')):
    try:
        fails()
    except (KeyError, ValueError, SyntaxError) as e:
        print(type(e).__name__, e.args[0])
# expect-stdout:
# <SymbolTable for module file.py> module top False
# ['os', 'outer', 'shared', 'C', 'Alias']
# <Function SymbolTable for outer in file.py> ('a', 'rest') ('a', 'rest', 'x', 'inner', 'y') ('shared',)
# 6 ('x',) ('x', 'a') True
# [<symbol 'a': CELL, DEF_PARAM>, <symbol 'x': CELL, DEF_LOCAL>, <symbol 'shared': GLOBAL_EXPLICIT, DEF_GLOBAL|DEF_LOCAL>, <symbol 'y': LOCAL, USE|DEF_LOCAL>]
# <symbol 'x': FREE, USE|DEF_NONLOCAL>
# <Class SymbolTable for C in file.py> ('method',) True
# <SymbolTable for Alias in file.py> True [<SymbolTable for Alias in file.py>]
# True True
# KeyError nothing
# ValueError name is not bound to any namespaces
# ValueError symtable() arg 3 must be 'exec' or 'eval' or 'single'
