# __del__ may keep the object; it is not called again.
class A:
    def __del__(self):
        print('del')
        kept.append(self)


kept = []
a = A()
del a                  # expect: del
print(len(kept))       # expect: 1
kept.clear()
print('end')           # expect: end
