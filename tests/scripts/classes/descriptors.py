class Data:
    def __get__(self, obj, owner):
        return ('get', obj is None, owner.__name__)
    def __set__(self, obj, value):
        obj.__dict__['stored'] = value
    def __delete__(self, obj):
        print('deleted')

class NonData:
    def __get__(self, obj, owner):
        return 'non-data'

class C:
    d = Data()
    n = NonData()

c = C()
print(c.d, C.d)       # expect: ('get', False, 'C') ('get', True, 'C')
c.d = 5
print(c.stored)       # expect: 5
del c.d               # expect: deleted
print(c.n)            # expect: non-data
c.n = 'own'
print(c.n)            # expect: own

class Named:
    def __set_name__(self, owner, name):
        print(owner.__name__, name)

class D:
    field = Named()   # expect: D field
