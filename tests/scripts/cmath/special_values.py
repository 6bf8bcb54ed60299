import cmath

nan, inf = cmath.nan, cmath.inf


def show(function, *args):
    try:
        print(function.__name__, function(*args))
    except (ValueError, TypeError, OverflowError) as e:
        print(function.__name__, type(e).__name__, e)


show(cmath.sqrt, 5e-324)
show(cmath.sqrt, complex(-1e-310, 1e-320))
show(cmath.acos, complex(0, nan))
show(cmath.atan, complex(nan, 0.0))
show(cmath.atanh, complex(inf, nan))
show(cmath.sinh, complex(0.0, inf))
show(cmath.rect, -inf, 0.0)
show(cmath.sqrt, '1')


class Holder:
    close = cmath.isclose


print(Holder().close(1, 1 + 1e-12j), cmath.isclose(1, 1.1, rel_tol=0.2))

# expect-stdout:
# sqrt (2.2227587494850775e-162+0j)
# sqrt (4.999944335913422e-166+9.999999999999986e-156j)
# acos (1.5707963267948966+nanj)
# atan (nan+0j)
# atanh nanj
# sinh ValueError math domain error
# rect (-inf-0j)
# sqrt TypeError must be real number, not str
# True True
