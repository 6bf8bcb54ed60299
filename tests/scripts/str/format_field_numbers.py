class Text(str):
    def __str__(self):
        return 'shown'


def show(function):
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: '{99999999999}'.format(1))
show(lambda: '{99999999999999999999999}'.format(1))
show(lambda: '{0[99999999999999999999999]}'.format([1]))
show(lambda: '{}'.format_map({}))
show(lambda: '{0}'.format_map([1]))
show(lambda: '{} {:>7}|'.format(Text('raw'), Text('raw')))
show(lambda: f'{Text("raw")} {Text("raw"):}')
show(lambda: str(b'x', 1))
show(lambda: '%c' % 3.5)

# expect-stdout:
# IndexError Replacement index 99999999999 out of range for positional args tuple
# ValueError Too many decimal digits in format string
# ValueError Too many decimal digits in format string
# ValueError Format string contains positional fields
# ValueError Format string contains positional fields
# shown     raw|
# shown shown
# TypeError str() argument 'encoding' must be str, not int
# TypeError %c requires int or char
