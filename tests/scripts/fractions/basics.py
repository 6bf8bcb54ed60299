from fractions import Fraction as F

print(F(3, 6), F('0.75'), F(0.5), F('-3/4'), repr(F(1, 3)))
print(F(1, 3) + F(1, 6), F(1, 3) * 3, F(7, 2) // 1, F(7, 2) % 1, F(2, 3) ** -2, 1 + F(1, 2))
print(F(1, 3) == 1 / 3, F(1, 2) == 0.5, round(F(5, 2)), float(F(1, 3)), f'{F(1, 3):.5f}')
print(hash(F(1, 2)) == hash(0.5), F(355, 113).limit_denominator(10), sorted([F(1, 2), F(1, 3)]))
try:
    F(1, 0)
except ZeroDivisionError as error:
    print(error)
# expect-stdout:
# 1/2 3/4 1/2 -3/4 Fraction(1, 3)
# 1/2 1 3 1/2 9/4 3/2
# False True 2 0.3333333333333333 0.33333
# True 22/7 [Fraction(1, 3), Fraction(1, 2)]
# Fraction(1, 0)
