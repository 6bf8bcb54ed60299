import getopt

print(getopt.getopt(['-a', '-b', 'x', '--foo=1', '--bar', 'rest', '-a'], 'ab:', ['foo=', 'bar']))
print(getopt.gnu_getopt(['one', '-a', 'two', '--ba', '--', '-a'], 'a', ['bar', 'foo=']))
for args in ['-z'], ['-b'], ['--foo'], ['--bar=1'], ['--nothing'], ['--b']:
    try:
        print(getopt.getopt(args, 'b:', ['foo=', 'bar', 'baz']))
    except getopt.GetoptError as error:
        print(error, repr(error.opt))

# expect-stdout:
# ([('-a', ''), ('-b', 'x'), ('--foo', '1'), ('--bar', '')], ['rest', '-a'])
# ([('-a', ''), ('--bar', '')], ['one', 'two', '-a'])
# option -z not recognized 'z'
# option -b requires argument 'b'
# option --foo requires argument 'foo'
# option --bar must not have an argument 'bar'
# option --nothing not recognized 'nothing'
# option --b not a unique prefix 'b'
