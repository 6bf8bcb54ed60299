# A string that was built by appending may share its memory with shorter and longer ones.
text = ''
prefixes = []
for i in range(2000):
    text += 'ab' if i % 3 else 'c'
    if i % 250 == 0:
        prefixes.append(text)
print(len(text), text[:9], text[-5:])  # expect: 3333 cababcaba abcab
print(all(text.startswith(prefix) for prefix in prefixes))  # expect: True

# Two strings that go on from the same one.
base = text + '!'
left = base + 'left'
right = base + 'right'
again = base + 'left'
print(base[-3:], left[-7:], right[-7:], again == left)  # expect: ab! ab!left b!right True
print(hash(again) == hash(left), len({base, left, right, again}))  # expect: True 3

# A wider character in the middle makes a copy; narrower ones after it do not.
wide = left
for part in ('x', 'é', 'y', '€', 'z', '😀', 'w'):
    wide += part
    print(wide.isascii(), ascii(wide[-3:]), len(wide))
# expect: True 'ftx' 3339
# expect: False 'tx\xe9' 3340
# expect: False 'x\xe9y' 3341
# expect: False '\xe9y\u20ac' 3342
# expect: False 'y\u20acz' 3343
# expect: False '\u20acz\U0001f600' 3344
# expect: False 'z\U0001f600w' 3345
print(left[-4:], left.isascii())  # expect: left True

# The longer one is no subclass, and the shorter one may be.
class Name(str):
    pass


name = Name(base)
name += 'x'
print(type(name).__name__, name[-3:], Name(left)[-3:])  # expect: str b!x eft

# Keys, slices and other uses of a shared string.
table = {left: 1}
print(table[base + 'left'], left.upper()[-5:], left.encode()[-5:], left.find('left'))
# expect: 1 !LEFT b'!left' 3334
