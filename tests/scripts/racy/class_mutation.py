# Classes gain and lose methods, properties and special methods, and instances change their
# class, while other threads use them.
import threading

problems = []
threading.excepthook = lambda failed: problems.append(failed.exc_value)


class Base:
    kind = "base"
    limit = 3

    def method(self):
        return 1


class Other:
    kind = "other"

    def method(self):
        return 2


class Child(Base):
    pass


class Slotted:
    __slots__ = ("a", "b")


shared, slotted = Child(), Slotted()


def mutate(me):
    for i in range(120):
        Child.kind = "child"
        Child.method = (lambda self: 3) if i % 2 else (lambda self: 4)
        Child.__len__ = lambda self: 5
        Child.__getattr__ = lambda self, name: name
        Child.value = property(lambda self: 6)
        Child.__eq__ = lambda self, other: self is other
        Child.__add__ = lambda self, other: 7
        setattr(Child, "extra%d" % (i % 30), staticmethod(len))
        slotted.a = i
        shared.__class__ = Other if i % 3 == 0 else Child
        shared.own = me
        for name in ("kind", "method", "__len__", "__getattr__", "value", "__eq__", "__add__",
                     "extra%d" % (i % 30)):
            try:
                delattr(Child, name)
            except AttributeError:
                pass
        try:
            del slotted.a
            del shared.own
        except AttributeError:
            pass


def read(me):
    for _ in range(120):
        child = Child()
        if child.method() not in (1, 2, 3, 4) or child.kind not in ("base", "other", "child"):
            problems.append("method")
        for use in (lambda: len(child) == 5, lambda: child.value in (6, "value"), lambda: child + 1 == 7,
                    lambda: child.missing == "missing", lambda: type(slotted.a) is int,
                    lambda: type(shared.own) in (int, str), lambda: child == child,
                    lambda: shared.method() in (1, 2, 3, 4)):
            try:
                if not use():
                    problems.append(use.__code__.co_firstlineno)
            except (AttributeError, TypeError):
                pass
        isinstance(shared, Base), issubclass(Child, Other), dir(shared), vars(shared), repr(shared)
        Child.__mro__, Child.__dict__.get("method"), hasattr(Child, "extra1")


threads = [threading.Thread(target=mutate if n % 2 else read, args=(n,)) for n in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(problems)  # expect: []
