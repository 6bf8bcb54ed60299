class A:
    def __init__(self):
        self.log = ['A']
    def who(self):
        return 'A'
    @classmethod
    def make(cls):
        return 'A.make ' + cls.__name__

class B(A):
    def __init__(self):
        super().__init__()
        self.log.append('B')
    def who(self):
        return 'B' + super().who()
    @classmethod
    def make(cls):
        return 'B+' + super().make()

class C(A):
    def who(self):
        return 'C' + super().who()

class D(B, C):
    def who(self):
        return 'D' + super(D, self).who()

print(D().who())          # expect: DBCA
print(D().log)            # expect: ['A', 'B']
print(D.make())           # expect: B+A.make D
try:
    super()
except RuntimeError as error:
    print(error)          # expect: super(): no arguments
try:
    super(B, 5)
except TypeError as error:
    print(error)          # expect: super(type, obj): obj (instance of int) is not an instance or subtype of type (B).
try:
    super(B, B()).nothing
except AttributeError as error:
    print(error)          # expect: 'super' object has no attribute 'nothing'
