with open('t.txt', 'w') as f:
    print(f.write('one\ntwo\n'))  # expect: 8
    f.writelines(['three\n', 'four'])
with open('t.txt') as f:
    print([line for line in f])  # expect: ['one\n', 'two\n', 'three\n', 'four']
with open('t.txt') as f:
    print(repr(f.read(5)), repr(f.readline()), f.tell(), f.readlines())  # expect: 'one\nt' 'wo\n' 8 ['three\n', 'four']
    print(repr(f.read()), f.seek(4), repr(f.readline()))  # expect: '' 4 'two\n'
with open('t.txt', 'a') as f:
    f.write('!')
with open('t.txt', 'r+') as f:
    f.write('ONE')
    f.seek(0)
    print(repr(f.read()))  # expect: 'ONE\ntwo\nthree\nfour!'
with open('t.txt', 'w+') as f:
    f.write('abcdef')
    f.seek(0)
    print(f.truncate(3), f.read())  # expect: 3 abc
print(f.closed, f.name, f.mode, f.encoding)  # expect: True t.txt w+ UTF-8
