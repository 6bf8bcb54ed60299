class Celsius:
    def __init__(self):
        self._t = 0

    @property
    def t(self):
        "temperature"
        return self._t

    @t.setter
    def t(self, value):
        if value < -273:
            raise ValueError('too cold')
        self._t = value

    @t.deleter
    def t(self):
        self._t = None

c = Celsius()
c.t = 20
print(c.t)                    # expect: 20
try:
    c.t = -300
except ValueError as error:
    print(error)              # expect: too cold
del c.t
print(c.t)                    # expect: None
print(Celsius.t.__doc__)      # expect: temperature
print(Celsius.t.fget.__name__, Celsius.t.fset is not None)  # expect: t True

class Sub(Celsius):
    @property
    def t(self):
        return super().t or 'unset'

print(Sub().t)                # expect: unset
