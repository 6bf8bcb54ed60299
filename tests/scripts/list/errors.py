for operation in (lambda: [1] + (2,), lambda: [1] * 'a', lambda: [1] + 1):
    try:
        operation()
    except TypeError as error:
        last = error
print(last)  # expect: can only concatenate list (not "int") to list
try:
    [1] * 1.5
except TypeError as error:
    print(error)  # expect: can't multiply sequence by non-int of type 'float'
try:
    [1] < ['a']
except TypeError as error:
    print(error)  # expect: '<' not supported between instances of 'int' and 'str'
try:
    hash([])
except TypeError as error:
    print(error)  # expect: unhashable type: 'list'
try:
    list(5)
except TypeError as error:
    print(error)  # expect: 'int' object is not iterable
