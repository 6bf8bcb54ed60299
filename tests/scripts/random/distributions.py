# Rounded: the last digit is the mathematical library's.
import random


def show(*values):
    print(*[round(v, 9) for v in values])


r = random.Random(1)
show(r.uniform(1, 2), r.gauss(0, 1), r.gauss(0, 1), r.normalvariate(10, 2))
show(r.expovariate(2), r.triangular(0, 1, 0.3), r.betavariate(1, 2), r.gammavariate(2, 3))
show(r.lognormvariate(0, 1), r.vonmisesvariate(1, 2), r.paretovariate(3), r.weibullvariate(1, 2))
print(r.binomialvariate(100, 0.3), r.binomialvariate(5, 0.2), r.gammavariate(0.5, 1) > 0)
# expect-stdout:
# 1.134364244 0.976242949 -1.390283264 8.334462515
# 0.298456046 0.50615294 0.468713605 2.974565075
# 3.378668877 0.752854173 1.087133236 0.758981843
# 30 0 True
