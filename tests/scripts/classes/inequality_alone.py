# A class may define __ne__ and leave __eq__ to object.
class Odd:
    def __ne__(self, other):
        return 'asked'


print(Odd() != 1)       # expect: asked
print(None != Odd())    # expect: asked
print(Odd() == 1)       # expect: False
