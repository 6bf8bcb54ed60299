import copy
import re

a, b = re.compile('a(?P<n>b)', re.I), re.compile('a(?P<n>b)', re.I)
print(a is b, a == re.compile('a(?P<n>b)'), hash(a) == hash(b))  # expect: True False True
re.purge()
print(a is re.compile('a(?P<n>b)', re.I), a == re.compile('a(?P<n>b)', re.I))  # expect: False True
print(copy.copy(a) is a, copy.deepcopy(a) is a)  # expect: True True
print(re.compile(a) is a, a.pattern, a.flags, a.groups, a.groupindex)
# expect-stdout:
# True a(?P<n>b) 34 1 {'n': 1}
print(repr(re.I | re.M), re.NOFLAG, re.Pattern, re.Match)  # expect: re.IGNORECASE|re.MULTILINE re.NOFLAG <class 're.Pattern'> <class 're.Match'>
print(re.Pattern[str], isinstance(a, re.Pattern))  # expect: re.Pattern[str] True
try:
    re.Pattern()
except TypeError as error:
    print(error)          # expect: cannot create 're.Pattern' instances
scanner = re.compile('a|b').scanner('aabc')
print([m.group() for m in iter(scanner.match, None)])  # expect: ['a', 'a', 'b']
lexer = re.Scanner([(r'[a-z]\w*', lambda s, token: ('name', token)), (r'\d+', lambda s, token: int(token)),
                    (r'[-+*/=]', lambda s, token: s.match.group()), (r'\s+', None)])
print(lexer.scan('x1 = 3*y ?'))  # expect: ([('name', 'x1'), '=', 3, '*', ('name', 'y')], '?')
