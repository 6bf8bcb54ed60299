# The sequences of CPython for a given seed.
import random

random.seed(42)
print(random.random(), random.random())  # expect: 0.6394267984578837 0.025010755222666936
print([random.randint(1, 6) for _ in range(10)])  # expect: [3, 2, 2, 2, 6, 1, 6, 6, 5, 1]
print([random.randrange(0, 100, 7) for _ in range(5)])  # expect: [63, 42, 0, 0, 7]
print(random.choice('abcdef'), random.choices('abc', k=5), random.choices('ab', [1, 9], k=5))  # expect: b ['a', 'b', 'b', 'c', 'c'] ['b', 'b', 'b', 'b', 'b']
print(random.sample(range(1000), 5), random.sample('abc', 3))  # expect: [163, 714, 432, 348, 284] ['a', 'c', 'b']
deck = list(range(10))
random.shuffle(deck)
print(deck)  # expect: [3, 8, 7, 4, 5, 2, 0, 6, 9, 1]
print(random.getrandbits(100), random.randbytes(4))  # expect: 1186292448772687276370458721925 b'\x13\xa1\xe7`'
random.seed('text')
print(random.random())  # expect: 0.8711565613554825
random.seed(b'bytes')
print(random.random())  # expect: 0.37075677971469856
random.seed(3.5)
print(random.randint(0, 10 ** 20))  # expect: 24931360894803092220
random.seed(-7)
print(random.random() == random.Random(7).random())  # expect: True
