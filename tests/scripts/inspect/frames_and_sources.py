# Where frames are, what they were called with, and comments above definitions.
import inspect


def outer(a, b=2, *args, key=None, **rest):
    return inner(a)


# A comment
# of two lines
def inner(x):
    frame = inspect.currentframe().f_back
    info = inspect.getargvalues(frame)
    print(info.args, info.varargs, info.keywords, inspect.formatargvalues(*info))
    print(inspect.getframeinfo(inspect.currentframe(), 3).code_context[1].strip(),
          [each.function for each in inspect.stack()[:3]])
    raise KeyError(x)


class Base:
    """Base."""

    def method(self):
        """What it does."""


class Derived(Base):
    @staticmethod
    def plain(): ...

    @classmethod
    def of_class(cls): ...

    value = property(lambda self: 1)
    number = 3

    def method(self):
        pass


try:
    outer(1, 5, 6, 7, key=8, other=9)
except KeyError:
    print([(each.function, each.code_context[0].strip()) for each in inspect.trace()])
print(inspect.getcomments(inner), inspect.getcomments(outer))
print(inspect.getdoc(Derived.method), inspect.getdoc(Derived), inspect.getdoc(Derived().method))
print([(each.name, each.kind, each.defining_class.__name__)
       for each in inspect.classify_class_attrs(Derived) if not each.name.startswith('_')])
print(inspect.getclasstree([Derived, Base])[1][1])
print(inspect.getsource(Base).count('\n'), inspect.getmodule(inspect.currentframe()).__name__)
# expect-stdout:
# ['a', 'b', 'key'] args rest (a=1, b=5, key=8, *args=(6, 7), **rest={'other': 9})
# print(inspect.getframeinfo(inspect.currentframe(), 3).code_context[1].strip(), ['inner', 'outer', '<module>']
# [('<module>', 'outer(1, 5, 6, 7, key=8, other=9)'), ('outer', 'return inner(a)'), ('inner', 'raise KeyError(x)')]
# # A comment
# # of two lines
#  None
# What it does. Base. What it does.
# [('method', 'method', 'Derived'), ('number', 'data', 'Derived'), ('of_class', 'class method', 'Derived'), ('plain', 'static method', 'Derived'), ('value', 'property', 'Derived')]
# [(<class '__main__.Derived'>, (<class '__main__.Base'>,))]
# 5 __main__
