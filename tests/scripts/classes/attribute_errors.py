import threading

def message(action):
    try:
        action()
    except (AttributeError, TypeError) as error:
        return f'{type(error).__name__}: {error}'

class C:
    @property
    def p(self):
        return 1

c = C()
print(message(lambda: c.x))          # expect: AttributeError: 'C' object has no attribute 'x'
print(message(lambda: C.x))          # expect: AttributeError: type object 'C' has no attribute 'x'
print(message(lambda: (1).x))        # expect: AttributeError: 'int' object has no attribute 'x'
print(message(lambda: threading.x))  # expect: AttributeError: module 'threading' has no attribute 'x'
print(message(lambda: setattr(c, 'p', 2)))  # expect: AttributeError: property 'p' of 'C' object has no setter
print(message(lambda: delattr(c, 'p')))     # expect: AttributeError: property 'p' of 'C' object has no deleter
print(message(lambda: delattr(c, 'q')))     # expect: AttributeError: 'C' object has no attribute 'q'
print(message(lambda: delattr(C, 'q')))     # expect: AttributeError: type object 'C' has no attribute 'q'
print(message(lambda: setattr(1, 'x', 2)))  # expect: AttributeError: 'int' object has no attribute 'x' and no __dict__ for setting new attributes
print(message(lambda: setattr(int, 'x', 2)))  # expect: TypeError: cannot set 'x' attribute of immutable type 'int'
print(message(lambda: getattr(c, 1)))       # expect: TypeError: attribute name must be string, not 'int'
try:
    c.missing
except AttributeError as error:
    print(error.name, error.obj is c)       # expect: missing True
