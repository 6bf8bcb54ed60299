# skip: cpython it takes deeper ones
import re

print(re.match('(' * 150 + 'a' + ')' * 150, 'a').groups() == ('a',) * 150)  # expect: True
print(re.match('(?:' * 150 + 'a?b' + ')*' * 150, 'ab').span())  # expect: (0, 2)
try:
    re.compile('(' * 5000 + ')' * 5000)
except RecursionError as error:
    print(error)  # expect: maximum recursion depth exceeded
