big = 2 ** 100
print(slice(None).indices(big), slice(-1, None, -1).indices(big))
print(slice(big, -big, -big).indices(5), slice(0, 10, big).indices(5))
for arguments in ((-1,), (-big,)):
    try:
        slice(1).indices(*arguments)
    except ValueError as e:
        print(e)
print(complex('\u2003(\u2002\u0661+1j )'), int('z', 36))
for base in (big, 1, -big):
    try:
        int('0', base)
    except ValueError as e:
        print(e)

# expect-stdout:
# (0, 1267650600228229401496703205376, 1) (1267650600228229401496703205375, -1, -1)
# (4, -1, -1267650600228229401496703205376) (0, 5, 1267650600228229401496703205376)
# length should not be negative
# length should not be negative
# (1+1j) 35
# int() base must be >= 2 and <= 36, or 0
# int() base must be >= 2 and <= 36, or 0
# int() base must be >= 2 and <= 36, or 0
