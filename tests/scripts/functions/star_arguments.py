def f(*args, **kwargs):
    return args


def fails(call):
    try:
        call()
    except TypeError as e:
        print(e)


fails(lambda: f(*5))             # expect: __main__.f() argument after * must be an iterable, not int
fails(lambda: f(1, *5))          # expect: Value after * must be an iterable, not int
fails(lambda: print(*None))      # expect: print() argument after * must be an iterable, not NoneType
fails(lambda: f(*5, a=1))        # expect: __main__.f() argument after * must be an iterable, not int
fails(lambda: f(**5))            # expect: __main__.f() argument after ** must be a mapping, not int
nothing = None
fails(lambda: nothing(*5))       # expect: None argument after * must be an iterable, not int
fails(lambda: nothing(**5))      # expect: None argument after ** must be a mapping, not int
fails(lambda: [*5])              # expect: Value after * must be an iterable, not int
