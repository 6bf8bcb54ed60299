# Case and line breaks of ASCII text.
allc=''.join(map(chr,range(128)))
for t in (allc, 'hello wORLD foo-bar x1y', '', 'a', "they're Bill's", 'É'+allc):
    print(repr(t.title()), repr(t.capitalize()), t.splitlines(), t.splitlines(True)[:3])
print('a\r\nb\rc\nd\x0be\x1cf\x1dg\x1eh\x1fi\x85j\u2028k'.splitlines(), '\n\n'.splitlines(), 'x\n'.splitlines())

# expect-stdout:
# '\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n\x0b\x0c\r\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f !"#$%&\'()*+,-./0123456789:;<=>?@Abcdefghijklmnopqrstuvwxyz[\\]^_`Abcdefghijklmnopqrstuvwxyz{|}~\x7f' '\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n\x0b\x0c\r\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f !"#$%&\'()*+,-./0123456789:;<=>?@abcdefghijklmnopqrstuvwxyz[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\x7f' ['\x00\x01\x02\x03\x04\x05\x06\x07\x08\t', '', '', '', '\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b', '', '', '\x1f !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\x7f'] ['\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n', '\x0b', '\x0c']
# 'Hello World Foo-Bar X1Y' 'Hello world foo-bar x1y' ['hello wORLD foo-bar x1y'] ['hello wORLD foo-bar x1y']
# '' '' [] []
# 'A' 'A' ['a'] ['a']
# "They'Re Bill'S" "They're bill's" ["they're Bill's"] ["they're Bill's"]
# 'É\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n\x0b\x0c\r\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f !"#$%&\'()*+,-./0123456789:;<=>?@Abcdefghijklmnopqrstuvwxyz[\\]^_`Abcdefghijklmnopqrstuvwxyz{|}~\x7f' 'É\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n\x0b\x0c\r\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f !"#$%&\'()*+,-./0123456789:;<=>?@abcdefghijklmnopqrstuvwxyz[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\x7f' ['É\x00\x01\x02\x03\x04\x05\x06\x07\x08\t', '', '', '', '\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b', '', '', '\x1f !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\x7f'] ['É\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n', '\x0b', '\x0c']
# ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h\x1fi', 'j', 'k'] ['', ''] ['x']
