import bisect


class LenOnly:
    def __len__(self):
        return 10


class GetOnly:
    def __getitem__(self, i):
        return 10


for f in (bisect.insort_left, bisect.insort_right, bisect.bisect_left, bisect.bisect_right):
    for sequence in (LenOnly(), GetOnly(), 10):
        try:
            f(sequence, 10)
        except TypeError:
            print('TypeError', end=' ')
print(bisect.bisect(a=[1, 3], x=2, lo=0, hi=2))
# expect-stdout:
# TypeError TypeError TypeError TypeError TypeError TypeError TypeError TypeError TypeError TypeError TypeError TypeError 1
