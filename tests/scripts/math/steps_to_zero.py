# The step to zero keeps its sign, unless it is counted.
import math

least = 5e-324
print(math.nextafter(-least, 0.0), math.nextafter(least, 0.0), math.nextafter(-least, 1.0))
print(math.nextafter(-least, 0.0, steps=1), math.nextafter(least, -1.0, steps=1),
      math.nextafter(1.0, 2.0, steps=3), math.nextafter(0.0, 1.0), math.nextafter(math.inf, 0.0))
# expect-stdout:
# -0.0 0.0 -0.0
# 0.0 0.0 1.0000000000000007 5e-324 1.7976931348623157e+308
