import random
from decimal import *
from hashlib import md5

random.seed(5)
operations = ['__add__', '__sub__', '__mul__', '__truediv__', '__floordiv__', '__mod__', '__pow__',
              'compare', 'remainder_near', 'max', 'min', 'quantize']
functions = ['sqrt', 'exp', 'ln', 'log10', 'normalize', 'to_integral_value']
roundings = [ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING, ROUND_FLOOR, ROUND_UP,
             ROUND_HALF_DOWN, ROUND_05UP]


def number():
    if random.random() < .05:
        return Decimal(random.choice(['0', '-0', 'Infinity', 'NaN', '1', '-1', '10']))
    digits = tuple(random.randint(0, 9) for _ in range(random.randint(1, 12)))
    return Decimal((random.randint(0, 1), digits, random.randint(-12, 6)))


def tried(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return type(error).__name__, str(error)


context = getcontext()
for name in operations + functions:
    results = []
    for i in range(60):
        context.prec = random.choice([3, 6, 9, 28])
        context.rounding = random.choice(roundings)
        context.clear_flags()
        a, b = number(), number()
        if name == '__pow__':
            b = Decimal(random.choice([2, 3, -1, 5, '0.5', '1.5', -2, '0.1', '7.25', 10]))
        if name in functions:
            a = abs(a).scaleb(-8) if name == 'exp' else abs(a)
            result = tried(getattr(a, name))
        else:
            result = tried(getattr(a, name), b)
        results.append((str(result), sum(context.flags.values())))
    print(name, results[7], md5(repr(results).encode()).hexdigest())

# expect-stdout:
# __add__ ('-5.54565276E+12', 2) 033df996a9ac42d903d0ed4259c02791
# __sub__ ('NaN', 0) f92d887e1218f05afb2ff2bdd1ff8fc7
# __mul__ ('-1752079.46', 2) 5ebc266dcf8f2e01ee4d0ffef734eb68
# __truediv__ ('-567259518205.7316904333379482', 2) 9e70456b99387154a38a924c2a4a42b1
# __floordiv__ ('0', 0) 75aa0738f46a7bdc615f2b3683c26382
# __mod__ ('7.90E+6', 0) 588bd2a8d4c8d6ae0f12deaf44ccbbc1
# __pow__ ('13046673.1', 2) 4658999cad98f3a5e536457706bc0d83
# compare ('-1', 0) df4799a6f53576a5c01e24962b3eff19
# remainder_near ('-0.001314663817', 0) 103a047cfe81efe9c24f946d30dde18c
# max ('538357.149', 2) 26c6871340f0f35e2fb6a62fb756c9c3
# min ('-6.44E+4', 0) 063973d9680399b251e7352165557f86
# quantize ('-0.0000', 2) a00ce5c93b6d1b0309868b1e635536ab
# sqrt ('241957', 2) 4839d0e54413b1e8a9f7f10e5d59257d
# exp ('1.00000000', 2) 1b300c6875ba696569886a75f6c87f70
# ln ('18.0423033', 2) 1afb81a42a335ff1f7f782ac278fb431
# log10 ('-0.210', 2) 12a6713faa324f663cb7e4bb30e6ccfb
# normalize ('9.69E-10', 0) 59409c93b2641c1d3976148d466c0838
# to_integral_value ('1', 2) cb34d9edf88e004b42bf0bc6f051d55f
