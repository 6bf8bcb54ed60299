# gi_frame and what inspect says of a generator, from its beginning to its end.
import inspect


def generator(a):
    b = a + 1
    yield inspect.getgeneratorstate(me)
    yield b


me = generator(1)
print(inspect.getgeneratorstate(me), me.gi_frame.f_lineno)  # expect: GEN_CREATED 5
print(inspect.getgeneratorlocals(me))  # expect: {'a': 1}
print(next(me))  # expect: GEN_RUNNING
print(inspect.getgeneratorstate(me), me.gi_frame.f_lineno)  # expect: GEN_SUSPENDED 7
print(inspect.getgeneratorlocals(me))  # expect: {'a': 1, 'b': 2}
me.gi_frame.f_locals['b'] = 7
print(next(me))  # expect: 7
frame = me.gi_frame
print(frame.f_back, frame is me.gi_frame)  # expect: None True
print(list(me), me.gi_frame)  # expect: [] None
print(inspect.getgeneratorstate(me), inspect.getgeneratorlocals(me))  # expect: GEN_CLOSED {}
print(dict(frame.f_locals))  # expect: {'a': 1, 'b': 7}


def looks_back():
    import sys
    yield sys._getframe().f_back.f_code.co_name


def resumes():
    return next(looks_back())


print(resumes())  # expect: resumes
