# A builtin method in a class that does not derive from its type refuses the instances.
def show(f):
    try:
        print(repr(f()))
    except TypeError as e:
        print(e)


class A(int):
    __eq__ = str.__eq__
    __add__ = str.__add__
    append = list.append
    upper = classmethod(str.upper)
    items = property(dict.items)


a = A(3)
show(lambda: a == a)
show(lambda: a + a)
show(lambda: a.append(1))
show(lambda: a.append)
show(lambda: a.items)
show(lambda: A.append([], 1))
show(lambda: set.add.__get__(0))
A.__mul__ = str.__mul__
show(lambda: a * 2)
for call in (A.upper, lambda: [x for x in type('B', (), {'__iter__': list.__iter__})()],
             lambda: repr(type('B', (), {'__repr__': str.__repr__})()),
             lambda: type('B', (dict,), {'__getitem__': list.__getitem__})()['a']):
    try:
        call()
        print('taken')
    except TypeError:
        print('refused')


class L(list):
    __len__ = list.__len__
    also = list.extend


items = L([1])
items.also([2])
print(len(items), items)
# expect-stdout:
# descriptor '__eq__' requires a 'str' object but received a 'A'
# descriptor '__add__' requires a 'str' object but received a 'A'
# descriptor 'append' for 'list' objects doesn't apply to a 'A' object
# descriptor 'append' for 'list' objects doesn't apply to a 'A' object
# descriptor 'items' for 'dict' objects doesn't apply to a 'A' object
# None
# descriptor 'add' for 'set' objects doesn't apply to a 'int' object
# descriptor '__mul__' requires a 'str' object but received a 'A'
# refused
# refused
# refused
# refused
# 2 [1, 2]
