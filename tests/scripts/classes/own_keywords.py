# A class of its own keywords: the builtin's __new__ or __init__ leaves them to the other one.
class Named(list):
    def __new__(cls, items, name=None):
        self = super().__new__(cls, items)
        self.name = name
        return self


class Labelled(tuple):
    def __init__(self, items, label=None):
        self.label = label


class Plain(list):
    pass


named = Named([1, 2], name='n')
print(named, named.name)  # expect: [1, 2] n
labelled = Labelled([1, 2], label='l')
print(labelled, labelled.label)  # expect: (1, 2) l
for make in (lambda: Plain([1], name='n'), lambda: list(items=[1])):
    try:
        make()
    except TypeError as error:
        print(type(error).__name__)
# expect: TypeError
# expect: TypeError


def collect(**kwargs):
    return dict(**kwargs)


print(collect(self=1, cls=2))  # expect: {'self': 1, 'cls': 2}
