import io

s = io.StringIO('one\ntwo\nthree')
print(s.read(2), s.tell(), repr(s.readline()), list(s))  # expect: on 2 'e\n' ['two\n', 'three']
print(s.seek(0), s.readlines())  # expect: 0 ['one\n', 'two\n', 'three']
s = io.StringIO()
print(s.write('abc'), s.write('def'), s.getvalue(), s.tell())  # expect: 3 3 abcdef 6
s.seek(1)
s.write('XY')
print(s.getvalue(), s.read())  # expect: aXYdef def
s.seek(8)
s.write('!')
print(repr(s.getvalue()))  # expect: 'aXYdef\x00\x00!'
print(s.truncate(3), s.getvalue())  # expect: 3 aXY
with io.StringIO('start') as s:
    print(s.read())  # expect: start
try:
    s.getvalue()
except ValueError as error:
    print(error)  # expect: I/O operation on closed file
try:
    io.StringIO().write(b'bytes')
except TypeError as error:
    print(error)  # expect: string argument expected, got 'bytes'
