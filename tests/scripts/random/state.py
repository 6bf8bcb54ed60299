import random

r = random.Random(5)
state = r.getstate()
first = [r.random() for _ in range(3)]
r.setstate(state)
print(first == [r.random() for _ in range(3)])     # expect: True
print(random.Random(1).random() != random.Random(2).random())  # expect: True
print(0 <= random.random() < 1, 0 <= random.SystemRandom().randint(0, 9) <= 9)  # expect: True True
try:
    random.choice([])
except IndexError as error:
    print(error)                                   # expect: Cannot choose from an empty sequence
try:
    random.randint(2, 1)
except ValueError as error:
    print(error)                                   # expect: empty range in randrange(2, 2)
try:
    random.sample([1], 2)
except ValueError as error:
    print(error)                                   # expect: Sample larger than population or is negative
