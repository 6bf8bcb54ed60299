# A class is a sequence or a mapping for patterns, never both: what comes first among its bases.
import collections


def kind(x):
    match x:
        case [*_]:
            return 'sequence'
        case {}:
            return 'mapping'
    return 'neither'


class Both(collections.UserDict, collections.abc.Sequence):
    pass


class BothToo(collections.UserList, dict):
    pass


class Late:
    pass


class Text(str):
    pass


print(kind(Both()), kind(BothToo()))  # expect: mapping sequence
print(kind(Late()))  # expect: neither
collections.abc.Mapping.register(Late)
print(kind(Late()), kind(Text('ab')), kind(b'ab'))  # expect: mapping neither neither


class Endless(collections.abc.Sequence):
    def __len__(self):
        return 42

    def __getitem__(self, i):
        return i


match Endless():
    case [first, *_, last]:
        print(first, last)  # expect: 0 41


def fails(source):
    try:
        compile(source, 'file.py', 'exec')
    except SyntaxError as e:
        print(e.msg)


fails('match x:\n case {0: _, False: _}: pass')  # expect: mapping pattern checks duplicate key (False)
fails('match x:\n case {1.0: _, 1: _}: pass')    # expect: mapping pattern checks duplicate key (1)
fails('match x:\n case f"": pass')               # expect: patterns may only match literals and attribute lookups
