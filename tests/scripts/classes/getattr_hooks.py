class Fallback:
    def __init__(self):
        self.here = 1
    def __getattr__(self, name):
        if name == 'no':
            raise AttributeError('never')
        return 'made ' + name

f = Fallback()
print(f.here, f.other)               # expect: 1 made other
print(hasattr(f, 'no'), getattr(f, 'no', 'default'))  # expect: False default

class All:
    def __getattribute__(self, name):
        return name.upper()

print(All().whatever)                # expect: WHATEVER

class Both:
    def __getattribute__(self, name):
        if name == 'special':
            raise AttributeError(name)
        return object.__getattribute__(self, name)
    def __getattr__(self, name):
        return 'from getattr'

print(Both().special)                # expect: from getattr

class Watch:
    def __setattr__(self, name, value):
        object.__setattr__(self, name, value * 2)
    def __delattr__(self, name):
        print('no', name)

w = Watch()
w.x = 21
print(w.x)                           # expect: 42
del w.x                              # expect: no x
print(w.x)                           # expect: 42

class Broken:
    @property
    def p(self):
        raise AttributeError('inner')
    def __getattr__(self, name):
        return 'rescued ' + name

print(Broken().p)                    # expect: rescued p
