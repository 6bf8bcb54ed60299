import math

print(math.factorial(30), math.comb(50, 25), math.perm(5, 2), math.gcd(12, 18), math.lcm(4, 6))  # expect: 265252859812191058636308480000000 126410606437752 20 6 12
print(math.isqrt(10**41), math.fsum([0.1] * 10), math.prod([1.5, 2, 3]))  # expect: 316227766016837933199 1.0 9.0
print(math.hypot(3, 4), math.dist((1, 2), (4, 6)), math.log(10**100), math.log2(2**1000))  # expect: 5.0 5.0 230.25850929940458 1000.0
print(math.floor(-1.5), math.ceil(1.5), math.trunc(-1.9), math.modf(1.5), math.frexp(3))  # expect: -2 2 -1 (0.5, 1.0) (0.75, 2)
print(math.gamma(0.5), math.lgamma(10.5), math.ulp(1), math.nextafter(1, 2, steps=3))  # expect: 1.7724538509055159 13.940625219403763 2.220446049250313e-16 1.0000000000000007
print(math.isclose(1, 1 + 1e-10), math.copysign(1, -0.0), math.remainder(5, 3))  # expect: True -1.0 -1.0
