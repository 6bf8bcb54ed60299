import statistics
from decimal import Decimal
from fractions import Fraction

print(statistics.harmonic_mean([Decimal('0.05'), Decimal('0.10'), Decimal('0.20')]))
print(statistics.harmonic_mean([40, 60], weights=[5, 30]), statistics.harmonic_mean([10, 0]))
print(statistics.fmean([Decimal('3.5'), Fraction(1, 2)]), statistics.geometric_mean([54, 24, 36]))
print(statistics.stdev([Decimal('1.5'), Decimal('2.5'), Decimal('2.75')]))
print(statistics.pstdev([Fraction(1, 2), Fraction(5, 4)]))
print(statistics.linear_regression([Fraction(1), Fraction(2)], [1, 3]))
density = statistics.kde([-2.1, -1.3, 1.9, 6.2], h=1.5, kernel='parabolic')
total = statistics.kde([-2.1, -1.3, 1.9, 6.2], h=1.5, kernel='parabolic', cumulative=True)
print(round(density(0.5), 6), total(-10), round(total(0.5), 6), total(10))
print(statistics.kde_random([1.0, 2.0, 3.0], h=0.1, kernel='rectangular', seed=1)() < 4)
try:
    statistics.harmonic_mean([1, -2])
except statistics.StatisticsError as e:
    print(e)

# expect-stdout:
# 0.08571428571428571428571428571
# 56.0 0
# 2.0 36.000000000000014
# 0.6614378277661476476254039384
# 0.375
# LinearRegression(slope=2.0, intercept=-1.0)
# 0.016111 0.0 0.500815 1.0
# True
# harmonic mean does not support negative values
