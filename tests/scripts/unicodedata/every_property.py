# Names, properties, decompositions and normal forms of characters all over Unicode, as one number.
import unicodedata

checksum = 0


def mix(text):
    global checksum
    for c in text:
        checksum = (checksum * 1000003 ^ ord(c)) & 0xFFFFFFFFFFFF


named = 0
for code in range(0, 0x110000, 61):
    c = chr(code)
    name = unicodedata.name(c, '')
    if name and code % 5 == 0:
        assert unicodedata.lookup(name) == c
        named += 1
    mix(name + unicodedata.category(c) + unicodedata.bidirectional(c))
    mix(unicodedata.east_asian_width(c))
    mix(f'{unicodedata.combining(c)} {unicodedata.mirrored(c)} {unicodedata.numeric(c, None)!r}')
    mix(f'{unicodedata.digit(c, None)} {unicodedata.decomposition(c)}')
    if unicodedata.decomposition(c) or unicodedata.combining(c):
        for form in ('NFC', 'NFD', 'NFKC', 'NFKD'):
            for text in (c, f'a{c}\u0301', f'{c}\u0323\u0301{c}', f'\u1100\u1161\u11a8{c}'):
                mix(unicodedata.normalize(form, text))
print(named)     # expect: 476
print(checksum)  # expect: 148352082632877
