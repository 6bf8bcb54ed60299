import math


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


class Real:
    def __init__(self, x):
        self.x = x

    def __float__(self):
        return self.x


class Rounded(float):
    def __floor__(self):
        return 'floor'

    __ceil__ = __trunc__ = __floor__


print(math.comb(Index(5), Index(2)), math.perm(Index(4)), math.gcd(Index(12), 18))
print(math.lcm(Index(4), 6), math.isqrt(Index(17)), math.factorial(Index(5)))
print(math.fsum([Real(0.5), 1, 2.5]), math.isclose(Real(1.0), 1, rel_tol=Real(0.1)))
print(math.floor(Rounded(1.5)), math.ceil(Rounded(1.5)), math.trunc(Rounded(1.5)))
print(math.nextafter(1.0, 2.0, steps=10 ** 18), math.nextafter(-0.0, 0.0), math.nextafter(0, 1, steps=3))
for x in (0, -3, 1.7e308):
    try:
        print(math.lgamma(x))
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)

# expect-stdout:
# 10 24 6
# 12 4 120
# 4.0 True
# floor floor floor
# 2.0 0.0 1.5e-323
# ValueError math domain error
# ValueError math domain error
# OverflowError math range error
