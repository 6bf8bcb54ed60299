import numbers


class Claimed:
    pass


class Proxy:
    __class__ = property(lambda self: Claimed)


print(isinstance(Proxy(), Claimed), isinstance(Proxy(), Proxy), isinstance(Proxy(), (int, Claimed)), type(Proxy()).__name__)  # expect: True True True Proxy
print(isinstance(Proxy(), int), isinstance(3, numbers.Number), isinstance(Proxy(), numbers.Number))  # expect: False True False


class Descriptor:
    def __get__(self, instance, owner=None):
        return lambda *args: ('called', len(args))


class Late:
    pass


Late.__add__ = Late.__eq__ = Late.__lt__ = Descriptor()
print(Late() + 1, Late() == 1, Late() < 1)  # expect: ('called', 1) ('called', 1) ('called', 1)
