import re

print(re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'))  # expect: world hello
print(re.sub(r'(?P<x>a)(b)?', r'[\g<x>\g<2>\g<0>]', 'ab a'))  # expect: [abab] [aa]
print(re.sub('x*', '-', 'abxd'), re.subn('a', 'b', 'banana', count=2))  # expect: -a-b--d- ('bbnbna', 2)
print(re.sub('a', lambda m: m.group().upper() * 2, 'banana'))  # expect: bAAnAAnAA
print(re.sub('(a)|b', lambda m: m[1], 'abc'))  # expect: ac
print(re.sub('n', r'\n\\\x41'.replace('x41', '101'), 'n') == '\n\\A')  # expect: True
print(re.sub(b'a', b'\xff', bytearray(b'bab')))  # expect: b'b\xffb'
print(re.sub('a', '中', 'bab'), re.sub('中', 'a', 'b中b').isascii())  # expect: b中b True
print(re.split(r'[,;]\s*', 'a, b;c'), re.split('(,)', 'a,b'), re.split('', 'ab'))
# expect-stdout:
# ['a', 'b', 'c'] ['a', ',', 'b'] ['', 'a', 'b', '']
print(re.split(r'\s+', ' a b ', maxsplit=1), re.split('x', 'abc'))  # expect: ['', 'a b '] ['abc']
text = 'unchanged'
print(re.sub('x', 'y', text) is text)       # expect: True
print(re.escape('a.b*[c]\n é'))
# expect-stdout:
# a\.b\*\[c\]\
# \ é
for template in r'\3', r'\g<', r'\g<x>', r'\q', r'\g<-1>', r'\400', 'a\\':
    try:
        re.sub('(a)', template, 'a')
    except (re.error, IndexError) as error:
        print(type(error).__name__, error)
# expect-stdout:
# PatternError invalid group reference 3 at position 1
# PatternError missing group name at position 3
# IndexError unknown group name 'x'
# PatternError bad escape \q at position 0
# PatternError bad character in group name '-1' at position 3
# PatternError octal escape value \400 outside of range 0-0o377 at position 0
# PatternError bad escape (end of pattern) at position 1
try:
    re.sub('a', lambda m: 1, 'a')
except TypeError as error:
    print(error)                            # expect: sequence item 0: expected str instance, int found
try:
    re.sub('a', lambda m: 1 / 0, 'a')
except ZeroDivisionError as error:
    print(error)                            # expect: division by zero
