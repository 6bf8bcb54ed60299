# expect-error: ^ZeroDivisionError: division by zero$
print('before')  # expect: before
1 / 0
