import weakref

class C: pass

c = C()
ref = weakref.ref(c)
print(ref() is c, weakref.ref(c) is ref)  # expect: True True
print(ref == weakref.ref(c))              # expect: True
try:
    weakref.ref(5)
except TypeError as error:
    print(error)                          # expect: cannot create weak reference to 'int' object
