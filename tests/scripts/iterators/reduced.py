# What copy and pickle make of builtin iterators.
import copy
import pickle


class Sequence:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        if i < 3:
            return i * 10
        raise IndexError


for it in (iter([1, 2, 3]), reversed([1, 2, 3]), iter((1, 2, 3)), iter('äbc'), iter(b'abc'),
           iter(range(3)), iter(range(0, 1 << 70, 1 << 69)), iter({1: 2, 3: 4}), iter({5}),
           iter(Sequence()), reversed(Sequence()), enumerate('abc', 5), zip('abc', [1, 2, 3]),
           map(abs, [-1, -2, -3]), filter(None, [0, 1, 2]), reversed('abc')):
    next(it)
    again = pickle.loads(pickle.dumps(it))
    print(type(again).__name__, list(again), list(copy.copy(it)))

# expect-stdout:
# list_iterator [2, 3] [2, 3]
# list_reverseiterator [2, 1] [2, 1]
# tuple_iterator [2, 3] [2, 3]
# str_iterator ['b', 'c'] ['b', 'c']
# bytes_iterator [98, 99] [98, 99]
# range_iterator [1, 2] [1, 2]
# longrange_iterator [590295810358705651712] [590295810358705651712]
# list_iterator [3] [3]
# list_iterator [] []
# iterator [10, 20] [10, 20]
# reversed [10, 0] [10, 0]
# enumerate [(6, 'b'), (7, 'c')] [(6, 'b'), (7, 'c')]
# zip [('b', 2), ('c', 3)] [('b', 2), ('c', 3)]
# map [2, 3] [2, 3]
# filter [2] [2]
# reversed ['b', 'a'] ['b', 'a']

it = iter([1, 2, 3])
print(it.__reduce__()[1:], list(it), it.__reduce__()[1:])   # expect: (([1, 2, 3],), 0) [1, 2, 3] (([],),)
it = iter('abcd')
it.__setstate__(2)
print(list(it))   # expect: ['c', 'd']
calls = iter([1, 2, 3, 0]).__next__
print(list(iter(calls, 0)))   # expect: [1, 2, 3]
