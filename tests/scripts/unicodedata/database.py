import unicodedata as u, hashlib
for f in ['category','bidirectional','combining','east_asian_width','mirrored','decomposition']:
    fn=getattr(u,f); h=hashlib.md5()
    for c in range(0,0x110000,97):
        h.update(str(fn(chr(c))).encode())
    print(f,h.hexdigest())
for f in ['name','numeric','digit','decimal']:
    fn=getattr(u,f); h=hashlib.md5()
    for c in range(0,0x3400): h.update(str(fn(chr(c),None)).encode())
    print(f,h.hexdigest())
bad=[c for c in range(0x3400) if u.name(chr(c),None) and u.lookup(u.name(chr(c)))!=chr(c)]; print(bad)
for form in ['NFC','NFD','NFKC','NFKD']:
    h=hashlib.md5()
    for c in range(0xa0,0x3400,3):
        if 0xd800<=c<0xe000: continue
        h.update(u.normalize(form,chr(c)+'\u0301\u0323a\u0300').encode())
    print(form,h.hexdigest())
for s in ['café','e\u0301','\u1e69','s\u0323\u0307','s\u0307\u0323','각','\ufb01','Å','\u1100\u1161\u11a8','a\u0315\u0300\u05ae\u0301b','\u0958']:
    print([ascii(u.normalize(f,s)) for f in ['NFC','NFD','NFKC','NFKD']], u.is_normalized('NFC',s))
print(u.lookup('SNOWMAN'), u.name('é'), u.unidata_version, u.lookup('line feed')=='\n', u.lookup('HANGUL SYLLABLE GAG'))
for f in [lambda:u.name('\n'), lambda:u.lookup('NOPE'), lambda:u.category('ab'), lambda:u.numeric('a'), lambda:u.digit('a'), lambda:u.decimal('a'), lambda:u.normalize('X','a'), lambda:u.category(1)]:
    try: f()
    except Exception as e: print(type(e).__name__, e)

# expect-stdout:
# category 5c011c51a3e0fafdb0073fe1c74b77b8
# bidirectional f8b55ed38dc892be6f5842f13abb8afc
# combining 6f3c26e869b7032de6393c56450838d2
# east_asian_width c4f582d1d5ad7d82da47d1b89dbf59b1
# mirrored 44e4d2141a579233cbdc353671ebf344
# decomposition 8c4f3da6ec26fe6d2916a0717a111ca3
# name a4a687f863cba3c67ae5cc3d7f6d90ec
# numeric afe0956055838965b8a06168194c0fd9
# digit 7bd254a5d9b822650863608a62cbffb5
# decimal 384bbf171012798f5f0e09afaa57a5ee
# []
# NFC 960f34115fa02f754b319542b5b7d332
# NFD 8230206ffe424eb620ade747f7d7f607
# NFKC 82ba0bf3368783263b1f81cac5e042a5
# NFKD 106f5f1fb6787510acbb06e2aafb70ba
# ["'caf\\xe9'", "'cafe\\u0301'", "'caf\\xe9'", "'cafe\\u0301'"] True
# ["'\\xe9'", "'e\\u0301'", "'\\xe9'", "'e\\u0301'"] False
# ["'\\u1e69'", "'s\\u0323\\u0307'", "'\\u1e69'", "'s\\u0323\\u0307'"] True
# ["'\\u1e69'", "'s\\u0323\\u0307'", "'\\u1e69'", "'s\\u0323\\u0307'"] False
# ["'\\u1e69'", "'s\\u0323\\u0307'", "'\\u1e69'", "'s\\u0323\\u0307'"] False
# ["'\\uac01'", "'\\u1100\\u1161\\u11a8'", "'\\uac01'", "'\\u1100\\u1161\\u11a8'"] True
# ["'\\ufb01'", "'\\ufb01'", "'fi'", "'fi'"] True
# ["'\\xc5'", "'A\\u030a'", "'\\xc5'", "'A\\u030a'"] True
# ["'\\uac01'", "'\\u1100\\u1161\\u11a8'", "'\\uac01'", "'\\u1100\\u1161\\u11a8'"] False
# ["'\\xe0\\u05ae\\u0301\\u0315b'", "'a\\u05ae\\u0300\\u0301\\u0315b'", "'\\xe0\\u05ae\\u0301\\u0315b'", "'a\\u05ae\\u0300\\u0301\\u0315b'"] False
# ["'\\u0915\\u093c'", "'\\u0915\\u093c'", "'\\u0915\\u093c'", "'\\u0915\\u093c'"] False
# ☃ LATIN SMALL LETTER E WITH ACUTE 15.1.0 True 각
# ValueError no such name
# KeyError "undefined character name 'NOPE'"
# TypeError category() argument must be a unicode character, not str
# ValueError not a numeric character
# ValueError not a digit
# ValueError not a decimal
# ValueError invalid normalization form
# TypeError category() argument must be a unicode character, not int
