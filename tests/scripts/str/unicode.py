print([c for c in 'aé中😀'], len('aé中😀'), 'aé中😀'[2], ascii('aé中😀'))  # expect: ['a', 'é', '中', '😀'] 4 中 'a\xe9\u4e2d\U0001f600'
print('héllo wörld'.title(), 'ß'.upper(), 'ΑΣ'.lower(), 'ﬁ'.casefold(), 'ŉx'.capitalize())  # expect: Héllo Wörld SS ας fi ʼNx
print('Hello'.swapcase(), 'Ab Cd'.istitle(), '٣'.isdigit(), '²'.isdecimal(), '½'.isnumeric())  # expect: hELLO True True False True
print('x1'.isidentifier(), '1x'.isidentifier(), 'é'.isalpha(), '\u2003'.isspace())  # expect: True False True True
print(repr('\x00\x7f\u200b\t\'"'), repr("it's"), '中'.encode(), 'é'.encode('utf-16-le'))  # expect: '\x00\x7f\u200b\t\'"' "it's" b'\xe4\xb8\xad' b'\xe9\x00'
print('😀中'.find('中'), 'a😀b'[::-1], 'aé' + '中' * 2)  # expect: 1 b😀a aé中中
