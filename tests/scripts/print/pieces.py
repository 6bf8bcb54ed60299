# A file of the program's own gets what CPython's print() gives it: each argument, each separator
# and the end in calls of their own.
import io
import sys


class Pieces:
    def __init__(self):
        self.got = []

    def write(self, text):
        self.got.append(text)


class Shouting(io.StringIO):
    def write(self, text):
        return super().write(text.upper() + '|')


pieces = Pieces()
print('a', 1, None, file=pieces)
print(file=pieces)
print('x', 'y', sep='-', end='', file=pieces)
print(pieces.got)

shouting = Shouting()
print('tee', 'two', file=shouting)
print(repr(shouting.getvalue()))

old, sys.stdout = sys.stdout, pieces
print('redirected')
sys.stdout = old
print(pieces.got[-2:])

plain = io.StringIO()
print('a', 'b', file=plain)
print(repr(plain.getvalue()))

# expect-stdout:
# ['a', ' ', '1', ' ', 'None', '\n', '\n', 'x', '-', 'y', '']
# 'TEE| |TWO|\n|'
# ['redirected', '\n']
# 'a b\n'
