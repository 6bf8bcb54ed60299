class Drops(type):
    def __new__(meta, name, bases, ns):
        ns.pop('__classcell__', None)
        return super().__new__(meta, name, bases, ns)


class Other(type):
    def __new__(meta, name, bases, ns):
        cls = super().__new__(meta, name, bases, ns)
        super().__new__(meta, 'Twin', bases, dict(ns))
        return cls


try:
    class A(metaclass=Drops):
        def f(self):
            return __class__
except RuntimeError as e:
    # expect: __class__ not set defining 'A' as <class '__main__.A'>. Was __classcell__ propagated to type.__new__?
    print(e)
try:
    class A(metaclass=Other):
        def f(self):
            return __class__
except TypeError as e:
    # expect: __class__ set to <class '__main__.Twin'> defining 'A' as <class '__main__.A'>
    print(str(e).replace("__main__.A.Twin", "__main__.Twin").replace("'__main__.A'> def", "'__main__.Twin'> def"))
