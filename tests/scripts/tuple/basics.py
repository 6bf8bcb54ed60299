t = (1, 'a', 2.5)
print(t[1], t[-1], t[1:], t[::-1])  # expect: a 2.5 ('a', 2.5) (2.5, 'a', 1)
print(t + (None,), (0,) * 3, ())  # expect: (1, 'a', 2.5, None) (0, 0, 0) ()
print(len(t), t.index('a'), t.count(1))  # expect: 3 1 1
print((1, 2) < (1, 3), (1,) < (1, 0), (1, 2) == (1, 2))  # expect: True True True
print(hash((1, 2)), hash(()), hash((1, (2, 3))))  # expect: -3550055125485641917 5740354900026072187 7267574591690527098
try:
    t.index(9)
except ValueError as error:
    print(error)  # expect: tuple.index(x): x not in tuple
try:
    t + [1]
except TypeError as error:
    print(error)  # expect: can only concatenate tuple (not "list") to tuple
print((t,), tuple('abc'))  # expect: ((1, 'a', 2.5),) ('a', 'b', 'c')
