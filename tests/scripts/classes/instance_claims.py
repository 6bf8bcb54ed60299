# isinstance() believes an object that says it is of another class; issubclass() asks for __bases__.
class Target:
    pass


class Proxy:
    def __init__(self, wrapped):
        self._wrapped = wrapped

    def __getattribute__(self, name):
        if name == '_wrapped':
            return object.__getattribute__(self, name)
        return getattr(self._wrapped, name)


class Claiming:
    __class__ = property(lambda self: Target)


print(isinstance(Proxy(Target()), Target), isinstance(Proxy(1), Target))  # expect: True False
print(isinstance(Claiming(), Target), type(Claiming()) is Target)  # expect: True False


class Abstract:
    def __init__(self, *bases):
        self.__bases__ = bases


root = Abstract()
leaf = Abstract(root)
print(issubclass(leaf, root), issubclass(root, leaf))  # expect: True False
try:
    issubclass(1, int)
except TypeError as error:
    print(error)  # expect: issubclass() arg 1 must be a class


# A method that is None forbids the operation.
class Blocked:
    __eq__ = None
    __add__ = None
    __bool__ = None


for operation in (lambda: Blocked() == 1, lambda: Blocked() + 1, lambda: bool(Blocked())):
    try:
        operation()
    except TypeError as error:
        print(error)
# expect: 'NoneType' object is not callable
# expect: 'NoneType' object is not callable
# expect: 'NoneType' object is not callable


# str() of a class whose __repr__ is object's __str__ goes round, and ends as any recursion does.
class Round:
    pass


Round.__repr__ = Round.__str__
try:
    str(Round())
except RecursionError:
    print('RecursionError')  # expect: RecursionError
