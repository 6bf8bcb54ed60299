print('ab' * 3, 'abc'[::-1], 'abc'[-1], 'hello'[1:4], 'hello'[::2])  # expect: ababab cba c ell hlo
print(' a b  c '.split(), 'a,b,,c'.split(','), 'a,b,,c'.rsplit(',', 1))  # expect: ['a', 'b', 'c'] ['a', 'b', '', 'c'] ['a,b,', 'c']
print('a\nb\r\nc\x0bd'.splitlines(), 'a\nb'.splitlines(True))  # expect: ['a', 'b', 'c', 'd'] ['a\n', 'b']
print('-'.join('abc'), 'a-b-c'.partition('-'), 'a-b-c'.rpartition('-'))  # expect: a-b-c ('a', '-', 'b-c') ('a-b', '-', 'c')
print('abcabc'.replace('b', 'XX', 1), 'aaa'.replace('', '-'), 'banana'.count('an'))  # expect: aXXcabc -a-a-a- 2
print('abc'.find('c'), 'abcabc'.rfind('b'), 'abc'.find('z'), 'abc'.index('b', 1))  # expect: 2 4 -1 1
print('  x '.strip() + '|', 'xxabcxx'.strip('x'), 'abc'.removeprefix('a'), 'abc'.removesuffix('c'))  # expect: x| abc bc ab
print('-5'.zfill(5), 'a'.center(6, '*'), 'a'.ljust(3, '.') + 'b'.rjust(3, '.'))  # expect: -0005 **a*** a....b
print('\tab\tc'.expandtabs(4), 'abc'.translate({97: 'X', 98: None, 99: 0x41}))  # expect:     ab  c XA
print('abc'.startswith(('x', 'ab')), 'abc'.endswith('bc'), 'b' in 'abc', '' in '')  # expect: True True True True
print(str.maketrans('ab', 'xy', 'z'), 'abc' < 'abd', max('hello'))  # expect: {97: 120, 98: 121, 122: None} True o
