from collections import ChainMap, UserDict, UserList, UserString

settings = ChainMap({'colour': 'red'}, {'colour': 'blue', 'user': 'guest'})
print(settings['colour'], settings['user'], len(settings))  # expect: red guest 2
child = settings.new_child()
child['user'] = 'ada'
print(child['user'], settings['user'])     # expect: ada guest


class Upper(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


u = Upper(a=1)
u.update(b=2)
print(u)                                   # expect: {'A': 1, 'B': 2}
print(UserList([3, 1]) + [2])              # expect: [3, 1, 2]
print(UserString('abc').upper() + 'd')     # expect: ABCd
