# Names that follow a rule are known in upper case only, all others in any case.
import unicodedata

print(unicodedata.name('\u4e2d'), unicodedata.name('\uac01'))
# expect: CJK UNIFIED IDEOGRAPH-4E2D HANGUL SYLLABLE GAG
print(ascii(unicodedata.lookup('CJK UNIFIED IDEOGRAPH-20000')))  # expect: '\U00020000'
print(ascii(unicodedata.lookup('HANGUL SYLLABLE GGWAELM')))  # expect: '\uaf6e'
print(ascii(unicodedata.lookup('latin small letter e with acute')))  # expect: '\xe9'
for name in ('cjk unified ideograph-4e2d', 'CJK UNIFIED IDEOGRAPH-4e2d', 'CJK UNIFIED IDEOGRAPH-0041',
             'hangul syllable gag', 'HANGUL SYLLABLE XYZ', 'HANGUL SYLLABLE G'):
    try:
        print(unicodedata.lookup(name))
    except KeyError as error:
        print(error)
# expect-stdout:
# "undefined character name 'cjk unified ideograph-4e2d'"
# "undefined character name 'CJK UNIFIED IDEOGRAPH-4e2d'"
# "undefined character name 'CJK UNIFIED IDEOGRAPH-0041'"
# "undefined character name 'hangul syllable gag'"
# "undefined character name 'HANGUL SYLLABLE XYZ'"
# "undefined character name 'HANGUL SYLLABLE G'"
