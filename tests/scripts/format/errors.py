def error(f):
    try:
        return f()
    except Exception as e:
        return f'{type(e).__name__}: {e}'


print(error(lambda: format(1, 's')))  # expect: ValueError: Unknown format code 's' for object of type 'int'
print(error(lambda: format('a', 'd')))  # expect: ValueError: Unknown format code 'd' for object of type 'str'
print(error(lambda: format(1, '.2d')))  # expect: ValueError: Precision not allowed in integer format specifier
print(error(lambda: format('a', '=5')))  # expect: ValueError: '=' alignment not allowed in string format specifier
print(error(lambda: format(1, ',x')))  # expect: ValueError: Cannot specify ',' with 'x'.
print(error(lambda: format([], '5')))  # expect: TypeError: unsupported format string passed to list.__format__
print(error(lambda: '%d' % 'a'))  # expect: TypeError: %d format: a real number is required, not str
print(error(lambda: '%s %s' % 1))  # expect: TypeError: not enough arguments for format string
print(error(lambda: '%d' % (1, 2)))  # expect: TypeError: not all arguments converted during string formatting
print(error(lambda: '%y' % 1))  # expect: ValueError: unsupported format character 'y' (0x79) at index 1
print(error(lambda: '{'.format()))  # expect: ValueError: Single '{' encountered in format string
print(error(lambda: '{}'.format()))  # expect: IndexError: Replacement index 0 out of range for positional args tuple
print(error(lambda: '{0}{}'.format(1)))  # expect: ValueError: cannot switch from manual field specification to automatic field numbering
print(error(lambda: '{a}'.format()))  # expect: KeyError: 'a'
