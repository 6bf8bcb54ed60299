"""Functions of complex numbers (Kahan, "Branch cuts for complex elementary functions", 1987)."""

import math
from math import pi, e, tau, inf, nan

infj = complex(0.0, inf)
nanj = complex(0.0, nan)
_large = 8.98846567431158e307 / 2  # half of half the largest float
_ln2 = math.log(2.0)


def _parts(z):
    if isinstance(z, str):
        raise TypeError('must be real number, not str')
    z = complex(z)
    return z.real, z.imag


def isfinite(z, /):
    x, y = _parts(z)
    return math.isfinite(x) and math.isfinite(y)


def isnan(z, /):
    x, y = _parts(z)
    return x != x or y != y


def isinf(z, /):
    x, y = _parts(z)
    return math.isinf(x) or math.isinf(y)


@staticmethod  # A class that has it as an attribute gets no method of it.
def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError('tolerances must be non-negative')
    a, b = complex(a), complex(b)
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    difference = abs(a - b)
    return (difference <= rel_tol * abs(b) or difference <= rel_tol * abs(a)
            or difference <= abs_tol)


def phase(z, /):
    x, y = _parts(z)
    return math.atan2(y, x)


def polar(z, /):
    z = complex(*_parts(z))
    return abs(z), phase(z)


def rect(r, phi, /):
    r, phi = float(r), float(phi)
    if not math.isfinite(r) or not math.isfinite(phi):
        if math.isinf(r) and math.isfinite(phi) and phi != 0.0:
            return complex(math.copysign(inf, math.cos(phi)) * (1 if r > 0 else -1),
                           math.copysign(inf, math.sin(phi)) * (1 if r > 0 else -1))
        if r != 0.0 and not phi != phi and math.isinf(phi) and not r != r:
            raise ValueError('math domain error')
        if phi == 0.0:
            return complex(r, math.copysign(phi, math.copysign(1.0, r) * math.copysign(1.0, phi)))
        if math.isinf(r):
            return complex(inf, nan)
        if r == 0.0:
            return complex(0.0, 0.0)
        return complex(nan, nan)
    if phi == 0.0:
        return complex(r, r * phi)
    return complex(r * math.cos(phi), r * math.sin(phi))


def sqrt(z, /):
    x, y = _parts(z)
    if x == 0.0 and y == 0.0:
        return complex(0.0, y)
    if not (math.isfinite(x) and math.isfinite(y)):
        if math.isinf(y):
            return complex(inf, y)
        if x != x:
            return complex(nan, nan if y != y else nan)
        if x == inf:
            return complex(inf, nan if y != y else math.copysign(0.0, y))
        if x == -inf:
            return complex(nan, inf) if y != y else complex(0.0, math.copysign(inf, y))
        return complex(nan, nan)
    ax, ay = abs(x), abs(y)
    if ax < 2.2250738585072014e-308 and ay < 2.2250738585072014e-308 and (ax > 0.0 or ay > 0.0):
        # An odd power of two: half of it goes into the root of a half.
        ax = math.ldexp(ax, 53)
        s = math.ldexp(math.sqrt(ax + math.hypot(ax, math.ldexp(ay, 53))), -27)
    else:
        ax /= 8.0
        s = 2.0 * math.sqrt(ax + math.hypot(ax, ay / 8.0))
    d = ay / (2.0 * s)
    if x >= 0.0:
        return complex(s, math.copysign(d, y))
    return complex(d, math.copysign(s, y))


def exp(z, /):
    x, y = _parts(z)
    if not (math.isfinite(x) and math.isfinite(y)):
        if math.isinf(x) and math.isfinite(y) and y != 0.0:
            size = inf if x > 0 else 0.0
            return complex(math.copysign(size, math.cos(y)), math.copysign(size, math.sin(y)))
        if math.isinf(y) and (math.isfinite(x) or x == inf):
            raise ValueError('math domain error')
        if x == -inf:
            return complex(0.0, 0.0 if y != 0.0 else y)
        if y == 0.0:
            return complex(x, y)
        return complex(x if x == inf else nan, nan)
    if x > 708.3964185322641:
        scale = math.exp(x - 1.0)
        result = complex(scale * math.cos(y) * e, scale * math.sin(y) * e)
    else:
        scale = math.exp(x)
        result = complex(scale * math.cos(y), scale * math.sin(y))
    if isinf(result):
        raise OverflowError('math range error')
    return result


def _log(z):
    x, y = _parts(z)
    ax, ay = abs(x), abs(y)
    if not (math.isfinite(x) and math.isfinite(y)):
        size = inf if math.isinf(x) or math.isinf(y) else nan
        return complex(size, math.atan2(y, x))
    if ax > _large or ay > _large:
        size = math.log(math.hypot(ax / 2.0, ay / 2.0)) + _ln2
    elif ax < 2.2250738585072014e-308 and ay < 2.2250738585072014e-308:
        if ax == 0.0 and ay == 0.0:
            raise ValueError('math domain error')
        size = math.log(math.hypot(math.ldexp(ax, 53), math.ldexp(ay, 53))) - 53 * _ln2
    else:
        h = math.hypot(ax, ay)
        if 0.71 <= h <= 1.73:
            am, an = max(ax, ay), min(ax, ay)
            size = math.log1p((am - 1) * (am + 1) + an * an) / 2.0
        else:
            size = math.log(h)
    return complex(size, math.atan2(y, x))


def log(z, base=None, /):
    result = _log(z)
    if base is None:
        return result
    return result / _log(base)


def log10(z, /):
    result = _log(z)
    return complex(result.real / math.log(10.0), result.imag / math.log(10.0))


def cosh(z, /):
    x, y = _parts(z)
    if not (math.isfinite(x) and math.isfinite(y)):
        if math.isinf(y) and x == x:
            raise ValueError('math domain error')
        if math.isinf(x) and y == y:
            if y == 0.0:
                return complex(inf, math.copysign(0.0, y) if x > 0 else -y)
            return complex(math.copysign(inf, math.cos(y)),
                           math.copysign(inf, math.sin(y)) * (1 if x > 0 else -1))
        return complex(inf if math.isinf(x) else nan, 0.0 if y == 0.0 or x == 0.0 else nan)
    if abs(x) > 708.3964185322641:
        less = x - math.copysign(1.0, x)
        result = complex(math.cos(y) * math.cosh(less) * e, math.sin(y) * math.sinh(less) * e)
        if isinf(result):
            raise OverflowError('math range error')
        return result
    return complex(math.cos(y) * math.cosh(x), math.sin(y) * math.sinh(x))


def sinh(z, /):
    x, y = _parts(z)
    if not (math.isfinite(x) and math.isfinite(y)):
        if math.isinf(y) and math.isfinite(x):
            raise ValueError('math domain error')
        if math.isinf(x) and y == y:
            if y == 0.0:
                return complex(x, y)
            return complex(math.copysign(inf, math.cos(y)) * (1 if x > 0 else -1),
                           math.copysign(inf, math.sin(y)))
        return complex(x if x == 0.0 or math.isinf(x) else nan, y if y == 0.0 else nan)
    if abs(x) > 708.3964185322641:
        less = x - math.copysign(1.0, x)
        result = complex(math.cos(y) * math.sinh(less) * e, math.sin(y) * math.cosh(less) * e)
        if isinf(result):
            raise OverflowError('math range error')
        return result
    return complex(math.cos(y) * math.sinh(x), math.sin(y) * math.cosh(x))


def tanh(z, /):
    x, y = _parts(z)
    if not (math.isfinite(x) and math.isfinite(y)):
        if math.isinf(y) and math.isfinite(x):
            raise ValueError('math domain error')
        if math.isinf(x):
            if math.isfinite(y) and y != 0.0:
                sign = 2.0 * math.sin(y) * math.cos(y)
                return complex(math.copysign(1.0, x), math.copysign(0.0, sign))
            return complex(math.copysign(1.0, x), math.copysign(0.0, y))
        return complex(nan, y if y == 0.0 else nan)
    if abs(x) > 708.3964185322641:
        return complex(math.copysign(1.0, x),
                       4.0 * math.sin(y) * math.cos(y) * math.exp(-2.0 * abs(x)))
    tx, ty = math.tanh(x), math.tan(y)
    cx = 1.0 / math.cosh(x)
    txty = tx * ty
    denominator = 1.0 + txty * txty
    return complex(tx * (1.0 + ty * ty) / denominator, ty / denominator * cx * cx)


def cos(z, /):
    x, y = _parts(z)
    return cosh(complex(-y, x))


def sin(z, /):
    x, y = _parts(z)
    if math.isinf(x) and y == 0.0:
        raise ValueError('math domain error')
    r = sinh(complex(-y, x))
    return complex(r.imag, -r.real)


def tan(z, /):
    x, y = _parts(z)
    r = tanh(complex(-y, x))
    return complex(r.imag, -r.real)


def _huge(x, y):
    return abs(x) > _large or abs(y) > _large


def acos(z, /):
    x, y = _parts(z)
    if x == 0.0 and y != y:
        return complex(pi / 2, y)
    if _huge(x, y):
        real = math.atan2(abs(y), x)
        size = math.log(math.hypot(x / 2.0, y / 2.0)) + _ln2 * 2.0
        return complex(real, math.copysign(size, -y if x >= 0.0 or y == y else y))
    s1 = sqrt(complex(1.0 - x, -y))
    s2 = sqrt(complex(1.0 + x, y))
    return complex(2.0 * math.atan2(s1.real, s2.real),
                   math.asinh(s2.real * s1.imag - s2.imag * s1.real))


def acosh(z, /):
    x, y = _parts(z)
    if _huge(x, y):
        return complex(math.log(math.hypot(x / 2.0, y / 2.0)) + _ln2 * 2.0, math.atan2(y, x))
    s1 = sqrt(complex(x - 1.0, y))
    s2 = sqrt(complex(x + 1.0, y))
    return complex(math.asinh(s1.real * s2.real + s1.imag * s2.imag),
                   2.0 * math.atan2(s1.imag, s2.real))


def asinh(z, /):
    x, y = _parts(z)
    if x != x and y == 0.0:
        return complex(x, y)
    if _huge(x, y):
        size = math.log(math.hypot(x / 2.0, y / 2.0)) + _ln2 * 2.0
        return complex(math.copysign(size, x), math.atan2(y, abs(x)))
    s1 = sqrt(complex(1.0 + y, -x))
    s2 = sqrt(complex(1.0 - y, x))
    return complex(math.asinh(s1.real * s2.imag - s2.real * s1.imag),
                   math.atan2(y, s1.real * s2.real - s1.imag * s2.imag))


def asin(z, /):
    x, y = _parts(z)
    s = asinh(complex(-y, x))
    return complex(s.imag, -s.real)


def atanh(z, /):
    x, y = _parts(z)
    if x < 0.0 or x == 0.0 and math.copysign(1.0, x) < 0.0:
        r = atanh(complex(-x, -y))
        return complex(-r.real, -r.imag)
    ay = abs(y)
    if y != y and (x == 0.0 or x == inf):
        return complex(0.0, y)
    if x > 6.7e153 or ay > 6.7e153:
        h = math.hypot(x / 2.0, y / 2.0)
        return complex(0.0 if math.isinf(h) else x / 4.0 / h / h, -math.copysign(pi / 2.0, -y))
    if x == 1.0 and ay < 1.4916681462400413e-154:
        if ay == 0.0:
            raise ValueError('math domain error')
        return complex(-math.log(math.sqrt(ay) / math.sqrt(math.hypot(ay, 2.0))),
                       math.copysign(math.atan2(2.0, -ay) / 2, y))
    return complex(math.log1p(4.0 * x / ((1 - x) * (1 - x) + ay * ay)) / 4.0,
                   -math.atan2(-2.0 * y, (1 - x) * (1 + x) - ay * ay) / 2.0)


def atan(z, /):
    x, y = _parts(z)
    s = atanh(complex(-y, x))
    return complex(s.imag, -s.real)


__all__ = [_name for _name in globals() if not _name.startswith('_') and _name != 'math']
