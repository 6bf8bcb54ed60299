import warnings


class Text(str):
    def __repr__(self):
        return '<text>'


class Number(str):
    def __int__(self):
        return 5

    def __float__(self):
        return 2.5


class Index:
    def __index__(self):
        return 16


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: int(Text('x')))
show(lambda: int(Text('x'), 16))
show(lambda: float(Text('x')))
show(lambda: int(Number('8')))
show(lambda: float(Number('8')))
show(lambda: int('1f', Index()))
show(lambda: int('1', 2, 3))

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')

    class Cut:
        def __trunc__(self):
            return 7

    class Flag:
        def __index__(self):
            return True

    show(lambda: int(Cut()))
    show(lambda: [10, 20][Flag()])
    show(lambda: not NotImplemented)
for w in caught:
    print(w.category.__name__, w.message, w.lineno)

# float.fromhex rounds once, also below the normal numbers.
for text in ('0x0.fffffffffffffcp-1022', '0x0.00000000000018p-1022', '0x1.fffffffffffff8p-1',
             '0x1.00000000000008p0', '0x1.000000000000080001p0', '-0x.8p1', '0x0.8p-1074',
             '0x0.80000001p-1074', '0x1p1024', '0x1.fffffffffffff7ffp1023', '0x' + '1' * 40):
    show(lambda: float.fromhex(text))

c = 1.5 + 2j
print(complex(c) is c)
show(lambda: complex(None))
show(lambda: complex(1, None))
show(lambda: complex(1, '2'))
big = 10**30
show(lambda: range(-big, big, 3)[5:big:big])
show(lambda: range(big)[big - 2:])
show(lambda: range(10)[::big])

# expect-stdout:
# ValueError invalid literal for int() with base 10: <text>
# ValueError invalid literal for int() with base 16: <text>
# ValueError could not convert string to float: <text>
# 5
# 2.5
# 31
# TypeError int expected at most 2 arguments, got 3
# 7
# 20
# False
# DeprecationWarning The delegation of int() to __trunc__ is deprecated. 48
# DeprecationWarning __index__ returned non-int (type bool).  The ability to return an instance of a strict subclass of int is deprecated, and may be removed in a future version of Python. 49
# DeprecationWarning NotImplemented should not be used in a boolean context 50
# 2.2250738585072014e-308
# 1e-323
# 1.0
# 1.0
# 1.0000000000000002
# -1.0
# 0.0
# 5e-324
# OverflowError hexadecimal value too large to represent as a float
# 1.7976931348623157e+308
# 9.743344248872686e+46
# True
# TypeError complex() first argument must be a string or a number, not 'NoneType'
# TypeError complex() second argument must be a number, not 'NoneType'
# TypeError complex() second arg can't be a string
# range(-999999999999999999999999999985, 1000000000000000000000000000001, 3000000000000000000000000000000)
# range(999999999999999999999999999998, 1000000000000000000000000000000)
# range(0, 10, 1000000000000000000000000000000)
