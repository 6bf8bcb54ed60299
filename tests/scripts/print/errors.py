for arguments in ({'sep': 1}, {'end': 2}):
    try:
        print('x', **arguments)
    except TypeError as error:
        print(error)
try:
    print('x', unknown=1)
except TypeError:
    print('unknown keyword')


class Bad:
    def __str__(self):
        return 5


try:
    print(Bad(), 'nothing of this line')
except TypeError as error:
    print(error)

# expect-stdout:
# sep must be None or a string, not int
# end must be None or a string, not int
# unknown keyword
# __str__ returned non-string (type int)
