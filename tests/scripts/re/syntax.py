import re


def show(pattern, text, flags=0):
    m = re.search(pattern, text, flags)
    print(m and (m.group(), *m.groups()))


show(r'(a)|b', 'b')                     # expect: ('b', None)
show(r'(?:(a)|(b))*', 'ab')             # expect: ('ab', 'a', 'b')
show(r'(a*)*', 'aab')                   # expect: ('aa', '')
show(r'<(.+?)>', '<a><b>')              # expect: ('<a>', 'a')
show(r'(?>a+)ab', 'aaab')               # expect: None
show(r'a++b', 'aab')                    # expect: ('aab',)
show(r'(?:a|ab){2}+$', 'aba')           # expect: None
show(r'(\w)\1', 'abccd')                # expect: ('cc', 'c')
show(r'(?P<q>["\']).*?(?P=q)', 'x "a\'b" y')  # expect: ('"a\'b"', '"')
show(r'(<)?a(?(1)>|!)', '<a>')          # expect: ('<a>', '<')
show(r'(<)?a(?(1)>|!)', 'a!')           # expect: ('a!', None)
show(r'(?<=\$)\d+(?!\d|\.)', '$12.5 $30')  # expect: ('30',)
show(r'(?<!\w)b', 'ab b')               # expect: ('b',)
show(r'\bfoo\b', 'foobar foo.')         # expect: ('foo',)
show(r'^b$', 'a\nb\nc', re.M)           # expect: ('b',)
show(r'a$', 'a\n')                      # expect: ('a',)
show(r'a\Z', 'a\n')                     # expect: None
show(r'a.b', 'a\nb', re.S)              # expect: ('a\nb',)
show(r''' \d +  # digits
          [ ] x ''', '12 x', re.X)      # expect: ('12 x',)
show(r'(?i)STRASSE|straße', 'STRAẞE')   # expect: ('STRAẞE',)
show(r'(?i:a)B', 'AB')                  # expect: ('AB',)
show(r'(?i:a)B', 'Ab')                  # expect: None
show(r'[k-l]', 'x\u212a', re.I | re.A)  # expect: None
print(re.search(r'[k-l]', 'x\u212a', re.I).span())  # expect: (1, 2)
show(r'[k-l]', '\u212a', re.I | re.A)   # expect: None
show(r'\w+\s\d+', 'é١ ٢٣')              # expect: ('é١ ٢٣',)
show(r'(?a)\w+', 'éab')                 # expect: ('ab',)
show(r'[^\W\d_]+', '12_ab')             # expect: ('ab',)
show(r'[]a^-]+', 'x]-^a')               # expect: (']-^a',)
show(r'\x41\u0042\103\0', 'ABC\0')      # expect: ('ABC\x00',)
show(r'x{2,3}?x', 'xxxxx')              # expect: ('xxx',)
show(r'x{,2}y{}', 'xxy{}')              # expect: ('xxy{}',)
show(r'(?#comment)a(?=b)', 'ab')        # expect: ('a',)
print(re.compile(r'(?im)a', re.X))      # expect: re.compile('(?im)a', re.IGNORECASE|re.MULTILINE|re.VERBOSE)
print(re.compile(b'a', re.A), re.compile('a').flags)  # expect: re.compile(b'a', re.ASCII) 32
