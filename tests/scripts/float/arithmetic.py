def error(f):
    try:
        return f()
    except Exception as e:
        return f'{type(e).__name__}: {e}'


print(7.5 // -2, 7.5 % -2, divmod(-7.5, 2), -0.0 % 5)  # expect: -4.0 -0.5 (-4.0, 0.5) 0.0
print(2.0**0.5, (-8.0) ** 3, (-8) ** (1 / 3), 0.0**0)  # expect: 1.4142135623730951 -512.0 (1.0000000000000002+1.7320508075688772j) 1.0
print(error(lambda: 1.0 / 0), error(lambda: 1.0 % 0))  # expect: ZeroDivisionError: float division by zero ZeroDivisionError: float modulo by zero
print(error(lambda: 1.0 // 0), error(lambda: 2.0**5000))  # expect: ZeroDivisionError: float floor division by zero OverflowError: (34, 'Numerical result out of range')
print(round(2.5), round(-1.5), round(2.675, 2), round(25.0, -1), round(1e22, 3))  # expect: 2 -2 2.67 20.0 1e+22
print((0.75).as_integer_ratio(), (2.0).is_integer(), (1.5).hex(), float.fromhex('0x1.8p3'))  # expect: (3, 4) True 0x1.8000000000000p+0 12.0
print(hash(0.5), hash(1e300), hash(float('inf')), hash(-1.0))  # expect: 1152921504606846976 1224995262755759164 314159 -2
print(float('nan') == float('nan'), 3 < 3.5, 1e308 * 10)  # expect: False True inf
