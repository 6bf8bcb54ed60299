import re

m = re.search(r'(?P<year>\d{4})-(?P<month>\d\d)(-(\d\d))?', 'on 2024-05, later')
print(m)                                    # expect: <re.Match object; span=(3, 10), match='2024-05'>
print(m.group(), m[1], m['month'], m.group(1, 'month', 3))  # expect: 2024-05 2024 05 ('2024', '05', None)
print(m.groups(), m.groups('-'))            # expect: ('2024', '05', None, None) ('2024', '05', '-', '-')
print(m.groupdict())                        # expect: {'year': '2024', 'month': '05'}
print(m.start(), m.end('year'), m.span(3))  # expect: 3 7 (-1, -1)
print(m.regs)             # expect: ((3, 10), (3, 7), (8, 10), (-1, -1), (-1, -1))
print(m.lastindex, m.lastgroup, m.pos, m.endpos)  # expect: 2 month 0 17
print(m.expand(r'\2/\g<year>[\3]'))         # expect: 05/2024[]
print(m.string, m.re.groups, dict(m.re.groupindex))  # expect: on 2024-05, later 4 {'year': 1, 'month': 2}
for wrong in 5, -1, 'day', 2.0:
    try:
        m.group(wrong)
    except IndexError as error:
        print(error)
# expect-stdout:
# no such group
# no such group
# no such group
# no such group


class Two:
    def __index__(self):
        return 2


print(m[Two()], m.start(Two()))             # expect: 05 8
p = re.compile('b+')
print(p.search('abbb', 2), p.match('abbb', 1), p.fullmatch('abbb', 1, 3).span())
# expect-stdout:
# <re.Match object; span=(2, 4), match='bb'> <re.Match object; span=(1, 4), match='bbb'> (1, 3)
print(bool(re.match('', '')), re.match('x', 'y'))  # expect: True None
print([m.span() for m in re.finditer('a*', 'baac')])  # expect: [(0, 0), (1, 3), (3, 3), (4, 4)]
print(re.findall('(a)(b)?', 'abaa'))        # expect: [('a', 'b'), ('a', ''), ('a', '')]
data = bytearray(b'key=value')
m = re.match(rb'(\w+)=(\w+)', data)
print(m.groups(), m.string is data)         # expect: (b'key', b'value') True
for pattern, text in [('a', b'a'), (b'a', 'a'), ('a', 5)]:
    try:
        re.match(pattern, text)
    except TypeError as error:
        print(error)
# expect-stdout:
# cannot use a string pattern on a bytes-like object
# cannot use a bytes pattern on a string-like object
# expected string or bytes-like object, got 'int'
