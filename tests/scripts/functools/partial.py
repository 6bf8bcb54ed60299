from functools import partial, partialmethod

binary = partial(int, base=2)
print(binary('101'))                       # expect: 5
print(partial(partial(max, 3), 4).args)    # expect: (3, 4)
print(partial(int, '1', base=2))            # expect: functools.partial(<class 'int'>, '1', base=2)
try:
    partial(3)
except TypeError as error:
    print(error)                           # expect: the first argument must be callable


class Cell:
    alive = False

    def set_state(self, state):
        self.alive = state

    revive = partialmethod(set_state, True)


cell = Cell()
cell.revive()
print(cell.alive)                          # expect: True
