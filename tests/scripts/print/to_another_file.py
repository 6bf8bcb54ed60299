import io
import sys

stream = io.StringIO()
print('a', 1, file=stream)
print('b', end='', file=stream)
print(repr(stream.getvalue()))  # expect: 'a 1\nb'


class Writer:
    def __init__(self):
        self.pieces = []

    def write(self, text):
        self.pieces.append(text)


writer = Writer()
print('to', 'writer', file=writer)
print(''.join(writer.pieces) == 'to writer\n')  # expect: True

sys.stdout = stream
print('captured')
sys.stdout = sys.__stdout__
print(repr(stream.getvalue()))  # expect: 'a 1\nbcaptured\n'
