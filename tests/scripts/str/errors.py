def error(f):
    try:
        return f()
    except Exception as e:
        return f'{type(e).__name__}: {e}'


print(error(lambda: 'abc'[5]))  # expect: IndexError: string index out of range
key = 'a'
print(error(lambda: 'abc'[key]))  # expect: TypeError: string indices must be integers, not 'str'
print(error(lambda: 'a' + 1))  # expect: TypeError: can only concatenate str (not "int") to str
print(error(lambda: 'a' * 1.5))  # expect: TypeError: can't multiply sequence by non-int of type 'float'
print(error(lambda: ','.join(['a', 1])))  # expect: TypeError: sequence item 1: expected str instance, int found
print(error(lambda: 'abc'.split('')))  # expect: ValueError: empty separator
print(error(lambda: 'abc'.index('z')))  # expect: ValueError: substring not found
print(error(lambda: 1 in 'abc'))  # expect: TypeError: 'in <string>' requires string as left operand, not int
print(error(lambda: 'é'.encode('ascii')))  # expect: UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
print(error(lambda: 'a'.encode('klingon')))  # expect: LookupError: unknown encoding: klingon
print(error(lambda: 'a'.center(5, 'xx')))  # expect: TypeError: The fill character must be exactly one character long
