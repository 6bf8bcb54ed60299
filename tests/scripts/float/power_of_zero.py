print(0.0 ** float('-inf'))     # expect: inf
print(0.0 ** float('inf'))      # expect: 0.0
try:
    0.0 ** -1
except ZeroDivisionError as error:
    print(error)                # expect: 0.0 cannot be raised to a negative power
