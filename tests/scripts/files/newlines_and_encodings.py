with open('n.txt', 'wb') as f:
    f.write(b'a\r\nb\rc\nd')
for newline in (None, '', '\n', '\r', '\r\n'):
    with open('n.txt', newline=newline) as f:
        print(f.readlines())
with open('n.txt', 'w', newline='\r\n') as f:
    f.write('x\ny\n')
print(open('n.txt', 'rb').read())
with open('u.txt', 'w', encoding='utf-8') as f:
    f.write('äé漢😀\n')
print(open('u.txt', 'rb').read())
with open('u.txt', encoding='utf-8') as f:
    print(f.read(2), f.read(2), f.tell())
with open('u.txt', encoding='ascii', errors='replace') as f:
    print(len(f.read()))
try:
    open('u.txt', encoding='ascii').read()
except UnicodeDecodeError as error:
    print(error)
try:
    open('u.txt', encoding='no-such')
except LookupError as error:
    print(error)

# expect-stdout:
# ['a\n', 'b\n', 'c\n', 'd']
# ['a\r\n', 'b\r', 'c\n', 'd']
# ['a\r\n', 'b\rc\n', 'd']
# ['a\r', '\nb\r', 'c\nd']
# ['a\r\n', 'b\rc\nd']
# b'x\r\ny\r\n'
# b'\xc3\xa4\xc3\xa9\xe6\xbc\xa2\xf0\x9f\x98\x80\n'
# äé 漢😀 11
# 12
# 'ascii' codec can't decode byte 0xc3 in position 0: ordinal not in range(128)
# unknown encoding: no-such
