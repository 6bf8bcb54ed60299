def error(f):
    try:
        return f()
    except Exception as e:
        return f'{type(e).__name__}: {e}'


print(error(lambda: 1 // 0))  # expect: ZeroDivisionError: integer division or modulo by zero
print(error(lambda: 1 % 0))  # expect: ZeroDivisionError: integer modulo by zero
print(error(lambda: 1 / 0))  # expect: ZeroDivisionError: division by zero
print(error(lambda: 1 << -1))  # expect: ValueError: negative shift count
print(error(lambda: 0**-1))  # expect: ZeroDivisionError: 0.0 cannot be raised to a negative power
print(error(lambda: int('12x')))  # expect: ValueError: invalid literal for int() with base 10: '12x'
print(error(lambda: int('1__0')))  # expect: ValueError: invalid literal for int() with base 10: '1__0'
print(error(lambda: int('z', 37)))  # expect: ValueError: int() base must be >= 2 and <= 36, or 0
print(error(lambda: int([])))  # expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'
print(error(lambda: int(float('nan'))))  # expect: ValueError: cannot convert float NaN to integer
print(error(lambda: pow(2, -1, 4)))  # expect: ValueError: base is not invertible for the given modulus
print(error(lambda: (300).to_bytes(1)))  # expect: OverflowError: int too big to convert
print(error(lambda: float(10**400)))  # expect: OverflowError: int too large to convert to float
print(error(lambda: str(10**4300)))  # expect: ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
print(error(lambda: int('9' * 4301)))  # expect: ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use sys.set_int_max_str_digits() to increase the limit
