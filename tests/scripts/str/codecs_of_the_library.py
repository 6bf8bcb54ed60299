import codecs


def show(function):
    try:
        print(ascii(function()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: 'a\n\té中😀\\'.encode('unicode_escape'))
show(lambda: b'\\x41\\u4e2d\\U0001f600\\n\\N{BULLET}\\101'.decode('unicode-escape'))
show(lambda: b'\\x4'.decode('unicode_escape'))
show(lambda: b'\\u12'.decode('unicode_escape', 'replace'))
show(lambda: 'aé中'.encode('raw_unicode_escape'))
show(lambda: b'\\u4e2d \\\\u4e2d'.decode('raw_unicode_escape'))
show(lambda: 'Hi é + 中!'.encode('utf-7'))
show(lambda: b'Hi +AOk +- +Ti0-!'.decode('utf-7'))
show(lambda: '5 €'.encode('cp1252'))
show(lambda: b'5 \x80 \x9f'.decode('windows-1252'))
show(lambda: '中'.encode('cp1252'))
show(lambda: 'x'.encode('rot13'))
show(lambda: codecs.encode('Hello', 'rot13'))
show(lambda: 'é中'.encode('ascii', 'namereplace'))

codecs.register_error('star', lambda e: ('*' * (e.end - e.start), e.end))
show(lambda: 'aé中b'.encode('ascii', 'star'))
show(lambda: b'a\xff\xfeb'.decode('utf-8', 'star'))
show(lambda: 'aé'.encode('ascii', 'unheard-of'))


def search(name):
    if name == 'upside_down':
        return codecs.CodecInfo(lambda s, errors='strict': (s[::-1].encode(), len(s)),
                                lambda b, errors='strict': (bytes(b).decode()[::-1], len(b)),
                                name=name)


codecs.register(search)
show(lambda: 'abc'.encode('upside-down'))
show(lambda: str(b'abc', 'upside_down'))

# expect-stdout:
# b'a\\n\\t\\xe9\\u4e2d\\U0001f600\\\\'
# 'A\u4e2d\U0001f600\n\u2022A'
# UnicodeDecodeError 'unicodeescape' codec can't decode bytes in position 0-2: truncated \xXX escape
# '\ufffd'
# b'a\xe9\\u4e2d'
# '\u4e2d \\\\u4e2d'
# b'Hi +AOk +- +Ti0!'
# 'Hi \xe9 + \u4e2d!'
# b'5 \x80'
# '5 \u20ac \u0178'
# UnicodeEncodeError 'charmap' codec can't encode character '\u4e2d' in position 0: character maps to <undefined>
# LookupError 'rot13' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# 'Uryyb'
# b'\\N{LATIN SMALL LETTER E WITH ACUTE}\\N{CJK UNIFIED IDEOGRAPH-4E2D}'
# b'a**b'
# 'a**b'
# LookupError unknown error handler name 'unheard-of'
# b'cba'
# 'cba'
