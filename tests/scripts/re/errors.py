import re
import warnings

warnings.simplefilter('error', FutureWarning)
for pattern in ['(', ')', 'a(b', '[a', '[b-a]', '*a', 'a**', '(?P<n>a)(?P<n>b)', '(?P<1>a)', '(?P=x)',
                r'\2', '(?<=a*)b', '(?z)', '(?i', 'a(?i)b', '(?-i:', 'x{3,2}', '(?(2)a)', '(?(1)a|b|c)(x)',
                r'\q', r'[\q]', r'\x1', r'\U00110000', 'a\\', '(?P>x)', '(?<x>a)', 'a\n b\n  (', '(?P<a',
                '(a\\1)', '(?#x', '(?iL:a)', '(?ia-i:x)', b'(?u:a)', b'\\u1234', '[[a]']:
    try:
        re.compile(pattern)
    except re.error as error:
        print(error, (error.pos, error.lineno, error.colno))
    except Warning as warning:
        print(warning)
# expect-stdout:
# missing ), unterminated subpattern at position 0 (0, 1, 1)
# unbalanced parenthesis at position 0 (0, 1, 1)
# missing ), unterminated subpattern at position 1 (1, 1, 2)
# unterminated character set at position 0 (0, 1, 1)
# bad character range b-a at position 1 (1, 1, 2)
# nothing to repeat at position 0 (0, 1, 1)
# multiple repeat at position 2 (2, 1, 3)
# redefinition of group name 'n' as group 2; was group 1 at position 12 (12, 1, 13)
# bad character in group name '1' at position 4 (4, 1, 5)
# unknown group name 'x' at position 4 (4, 1, 5)
# invalid group reference 2 at position 1 (1, 1, 2)
# look-behind requires fixed-width pattern (None, None, None)
# unknown extension ?z at position 1 (1, 1, 2)
# missing -, : or ) at position 3 (3, 1, 4)
# global flags not at the start of the expression at position 1 (1, 1, 2)
# missing ), unterminated subpattern at position 0 (0, 1, 1)
# min repeat greater than max repeat at position 2 (2, 1, 3)
# invalid group reference 2 at position 3 (3, 1, 4)
# conditional backref with more than two branches at position 8 (8, 1, 9)
# bad escape \q at position 0 (0, 1, 1)
# bad escape \q at position 1 (1, 1, 2)
# incomplete escape \x1 at position 0 (0, 1, 1)
# bad escape \U00110000 at position 0 (0, 1, 1)
# bad escape (end of pattern) at position 1 (1, 1, 2)
# unknown extension ?P> at position 1 (1, 1, 2)
# unknown extension ?<x at position 1 (1, 1, 2)
# missing ), unterminated subpattern at position 7 (line 3, column 3) (7, 3, 3)
# missing >, unterminated name at position 4 (4, 1, 5)
# cannot refer to an open group at position 2 (2, 1, 3)
# missing ), unterminated comment at position 0 (0, 1, 1)
# bad inline flags: cannot use 'L' flag with a str pattern at position 4 (4, 1, 5)
# bad inline flags: flag turned on and off at position 6 (6, 1, 7)
# bad inline flags: cannot use 'u' flag with a bytes pattern at position 3 (3, 1, 4)
# bad escape \u at position 0 (0, 1, 1)
# Possible nested set at position 1
try:
    re.compile('a{99999999999}')
except OverflowError as error:
    print(error)          # expect: the repetition number is too large
for flags in re.L, re.A | re.U:
    try:
        re.compile('a', flags)
    except ValueError as error:
        print(error)
# expect-stdout:
# cannot use LOCALE flag with a str pattern
# ASCII and UNICODE flags are incompatible
try:
    re.compile(5)
except TypeError as error:
    print(error)          # expect: first argument must be string or compiled pattern
