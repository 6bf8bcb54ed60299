class Shown:
    def __str__(self):
        return 'str of it'

    def __repr__(self):
        return 'repr of it'


print()  # expect:
print(1, 2.5, None, 'text')  # expect: 1 2.5 None text
print(1, 2, 3, sep='-')  # expect: 1-2-3
print('a', 'b', sep='')  # expect: ab
print(Shown(), [Shown()])  # expect: str of it [repr of it]
print('no', end=' ')
print('newline', end='!\n')  # expect: no newline!
print(*[1, 2, 3], sep=', ', flush=True)  # expect: 1, 2, 3
print('x', sep=None, end=None)  # expect: x
