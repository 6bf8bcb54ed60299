# Functions lose their defaults, modules and globals their names, while they are in use.
import math
import sys
import threading
import types

problems = []
threading.excepthook = lambda failed: problems.append(failed.exc_value)
module = types.ModuleType("shared")
module.value = 0


def add(a, b=1, *, c=2):
    return a + b + c




def closure():
    count = 0

    def put(value):
        nonlocal count
        count = value

    def drop():
        nonlocal count
        del count

    def get():
        return count

    return put, drop, get


put, drop, get = closure()


def mutate(me):
    for i in range(200):
        add.__defaults__ = (i,) if i % 3 else None
        add.__kwdefaults__ = {"c": me} if i % 2 else {"c": 2}
        add.note = me
        add.__dict__["n%d" % (i % 9)] = i
        globals()["made%d" % (i % 7)] = i
        module.value = i
        setattr(module, "n%d" % (i % 20), me)
        sys.modules["made_up%d" % me] = module
        put(i)
        for remove in (lambda: globals().pop("made%d" % (i % 7)), lambda: delattr(module, "value"),
                       lambda: sys.modules.pop("made_up%d" % me), drop, lambda: delattr(add, "note")):
            try:
                remove()
            except (KeyError, AttributeError, NameError):
                pass


def read(me):
    for i in range(200):
        for use in (lambda: add(1, c=3), lambda: add(1, 2), lambda: module.value, lambda: made3, get,
                    lambda: add.note, lambda: len(vars(module)), lambda: math.floor(made1 + 0.5)):
            try:
                if type(use()) is not int:
                    problems.append(use)
            except (TypeError, NameError, AttributeError):
                pass
        try:
            list(globals()), list(vars(module).items()), list(sys.modules)
        except RuntimeError:
            pass
        import math as again
        if again is not math:
            problems.append(again)


threads = [threading.Thread(target=mutate if n % 2 else read, args=(n,)) for n in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(problems)  # expect: []
