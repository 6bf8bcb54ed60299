"""Averages and spreads."""

__all__ = ['NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean',
           'geometric_mean', 'harmonic_mean', 'kde', 'kde_random', 'linear_regression', 'mean',
           'median', 'median_grouped', 'median_high', 'median_low', 'mode', 'multimode', 'pstdev',
           'pvariance', 'quantiles', 'stdev', 'variance']

import math
import numbers
from bisect import bisect_left, bisect_right
from decimal import Decimal
from fractions import Fraction
from math import exp, fabs, fsum, hypot, log, sqrt, sumprod, tau

_SQRT2 = sqrt(2.0)


class StatisticsError(ValueError):
    pass


def _exact_ratio(x):
    """(numerator, denominator); (x, None) for infinities and NaN."""
    try:
        return x.as_integer_ratio()
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return x, None
    try:
        return x.numerator, x.denominator
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator") \
            from None


def _isfinite(x):
    try:
        return x.is_finite()
    except AttributeError:
        return math.isfinite(x)


def _fail_neg(values, errmsg='negative value'):
    """The values, until one is negative."""
    for x in values:
        if x < 0:
            raise StatisticsError(errmsg)
        yield x


def _coerce(a, b):
    """The type that results from numbers of both types."""
    if a is b or b is int or b is bool:
        return a
    if a is int:
        return b
    if issubclass(b, a):
        return b
    if issubclass(a, b) or issubclass(b, int):
        return a
    if issubclass(a, int):
        return b
    if issubclass(a, Fraction) and issubclass(b, float):
        return b
    if issubclass(a, float) and issubclass(b, Fraction):
        return a
    raise TypeError(f"don't know how to coerce {a.__name__} and {b.__name__}")


def _sum(data):
    """(type of the numbers, exact sum, how many)"""
    count = 0
    kind = int
    partials = {}
    for x in data:
        if type(x) is not kind:
            kind = _coerce(kind, type(x))
        count += 1
        n, d = _exact_ratio(x)
        partials[d] = partials.get(d, 0) + n
    if None in partials:
        return kind, partials[None], count
    return kind, sum([Fraction(n, d) for d, n in partials.items()], Fraction(0)), count


def _convert(value, kind):
    if type(value) is kind:
        return value
    if issubclass(kind, int) and getattr(value, 'denominator', 1) != 1:
        kind = float
    if not isinstance(value, Fraction):
        return kind(value)
    try:
        return kind(value)
    except TypeError:
        return kind(value.numerator) / kind(value.denominator)


def mean(data):
    """The arithmetic mean."""
    kind, total, n = _sum(data)
    if n < 1:
        raise StatisticsError('mean requires at least one data point')
    return _convert(total / n, kind)


def fmean(data, weights=None):
    """The mean in floating point."""
    if weights is None:
        if not hasattr(data, '__len__'):
            data = list(data)
        n = len(data)
        if not n:
            raise StatisticsError('fmean requires at least one data point')
        return fsum(data) / n
    if not isinstance(weights, (list, tuple)):
        weights = list(weights)
    if not isinstance(data, (list, tuple)):
        data = list(data)
    if len(data) != len(weights):
        raise StatisticsError('data and weights must be the same length')
    total = sumprod(data, weights)
    weight = fsum(weights)
    if not weight:
        raise StatisticsError('sum of weights must be non-zero')
    return total / weight


def geometric_mean(data):
    n = 0
    zero = False
    logarithms = []
    for x in data:
        n += 1
        if x > 0.0 or math.isnan(x):
            logarithms.append(log(x))
        elif x == 0.0:
            zero = True
        else:
            raise StatisticsError('No negative inputs allowed', x)
    total = fsum(logarithms)
    if not n:
        raise StatisticsError('Must have a non-empty dataset')
    if math.isnan(total):
        return math.nan
    if zero:
        return math.nan if total == math.inf else 0.0
    return exp(total / n)


def harmonic_mean(data, weights=None):
    if iter(data) is data:
        data = list(data)
    negative = 'harmonic mean does not support negative values'
    n = len(data)
    if n < 1:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if n == 1 and weights is None:
        x = data[0]
        if not isinstance(x, (numbers.Real, Decimal)):
            raise TypeError('unsupported type')
        if x < 0:
            raise StatisticsError(negative)
        return x
    if weights is None:
        weights = [1] * n
        total = n
    else:
        if iter(weights) is weights:
            weights = list(weights)
        if len(weights) != n:
            raise StatisticsError('Number of weights does not match data size')
        _, total, _ = _sum(_fail_neg(weights, negative))
    try:
        kind, inverse, _ = _sum([w / x if w else 0
                                 for w, x in zip(weights, _fail_neg(data, negative))])
    except ZeroDivisionError:
        return 0
    if inverse <= 0:
        raise StatisticsError('Weighted sum must be positive')
    return _convert(total / inverse, kind)


def median(data):
    """The middle value, or the mean of the two in the middle."""
    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError('no median for empty data')
    if n % 2:
        return data[n // 2]
    return (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError('no median for empty data')
    return data[(n - 1) // 2]


def median_high(data):
    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError('no median for empty data')
    return data[n // 2]


def median_grouped(data, interval=1.0):
    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError('no median for empty data')
    x = data[n // 2]
    i = bisect_left(data, x)
    j = bisect_right(data, x, lo=i)
    try:
        interval = float(interval)
        x = float(x)
    except ValueError:
        raise TypeError('Value cannot be converted to a float') from None
    return x - interval / 2.0 + interval * (n / 2 - i) / (j - i)


def mode(data):
    """The most frequent value, the first of them."""
    from collections import Counter
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError('no mode for empty data')
    return pairs[0][0]


def multimode(data):
    from collections import Counter
    counts = Counter(iter(data))
    if not counts:
        return []
    most = max(counts.values())
    return [value for value, count in counts.items() if count == most]


def _square_deviations(data, c=None):
    """(type, sum of squares around c or the mean, mean, how many)"""
    data = list(data)
    kind, total, n = _sum(data)
    if n == 0:
        return kind, Fraction(0), None, 0
    center = total / n if c is None else c
    squares = Fraction(0)
    for x in data:
        numerator, denominator = _exact_ratio(x)
        if denominator is None:
            return kind, numerator * 0, center, n
        squares += (Fraction(numerator, denominator) - Fraction(center)) ** 2
    return kind, squares, center, n


def variance(data, xbar=None):
    """Of a sample."""
    kind, squares, _, n = _square_deviations(data, xbar)
    if n < 2:
        raise StatisticsError('variance requires at least two data points')
    return _convert(squares / (n - 1), kind)


def pvariance(data, mu=None):
    """Of a whole population."""
    kind, squares, _, n = _square_deviations(data, mu)
    if n < 1:
        raise StatisticsError('pvariance requires at least one data point')
    return _convert(squares / n, kind)


def _integer_sqrt_of_frac_rto(n, m):
    """The square root of n / m as an int, rounded to odd."""
    root = math.isqrt(n // m)
    return root | (root * root * m != n)


def _float_sqrt_of_frac(n, m):
    """The square root of n / m, correctly rounded."""
    # So many bits that rounding to odd keeps what the last rounding needs.
    shift = (n.bit_length() - m.bit_length() - 109) // 2
    if shift >= 0:
        return float(_integer_sqrt_of_frac_rto(n, m << 2 * shift) << shift)
    return _integer_sqrt_of_frac_rto(n << -2 * shift, m) / (1 << -shift)


def _decimal_sqrt_of_frac(n, m):
    """The same as a Decimal."""
    if n == 0:
        return Decimal('0.0')
    if n < 0:
        n, m = -n, -m
    exact = Fraction(n, m)
    root = (Decimal(n) / Decimal(m)).sqrt()
    above, below = root.next_plus(), root.next_minus()
    if exact > ((Fraction(root) + Fraction(above)) / 2) ** 2:
        return above
    if exact < ((Fraction(root) + Fraction(below)) / 2) ** 2:
        return below
    return root


def _root(value, kind):
    root = _decimal_sqrt_of_frac if issubclass(kind, Decimal) else _float_sqrt_of_frac
    return root(value.numerator, value.denominator)


def stdev(data, xbar=None):
    kind, squares, _, n = _square_deviations(data, xbar)
    if n < 2:
        raise StatisticsError('stdev requires at least two data points')
    return _root(squares / (n - 1), kind)


def pstdev(data, mu=None):
    kind, squares, _, n = _square_deviations(data, mu)
    if n < 1:
        raise StatisticsError('pstdev requires at least one data point')
    return _root(squares / n, kind)


def quantiles(data, *, n=4, method='exclusive'):
    """The n - 1 points that divide the data into n equal parts."""
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    size = len(data)
    if size < 2:
        if size == 1:
            return data * (n - 1)
        raise StatisticsError('must have at least one data point')
    result = []
    if method == 'inclusive':
        m = size - 1
        for i in range(1, n):
            j, delta = divmod(i * m, n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method == 'exclusive':
        m = size + 1
        for i in range(1, n):
            j = i * m // n
            j = 1 if j < 1 else size - 1 if j > size - 1 else j
            delta = i * m - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return result
    raise ValueError(f'Unknown method: {method!r}')


def _deviations(x, y, what):
    n = len(x)
    if len(y) != n:
        raise StatisticsError(f'{what} requires that both inputs have same number of data points')
    if n < 2:
        raise StatisticsError(f'{what} requires at least two data points')
    xbar = fsum(x) / n
    ybar = fsum(y) / n
    return n, xbar, ybar, [a - xbar for a in x], [b - ybar for b in y]


def covariance(x, y, /):
    n, _, _, dx, dy = _deviations(x, y, 'covariance')
    return sumprod(dx, dy) / (n - 1)


def _ranks(data):
    order = sorted(range(len(data)), key=data.__getitem__)
    ranks = [0.0] * len(data)
    i = 0
    while i < len(order):
        j = i
        while j < len(order) and data[order[j]] == data[order[i]]:
            j += 1
        for k in range(i, j):
            ranks[order[k]] = (i + j - 1) / 2 - (len(data) - 1) / 2
        i = j
    return ranks


def correlation(x, y, /, *, method='linear'):
    """Pearson's correlation coefficient, or Spearman's ('ranked')."""
    if method not in ('linear', 'ranked'):
        raise ValueError(f'Unknown method: {method!r}')
    n = len(x)
    if len(y) != n:
        raise StatisticsError('correlation requires that both inputs have same number of data '
                              'points')
    if n < 2:
        raise StatisticsError('correlation requires at least two data points')
    if method == 'ranked':
        x, y = _ranks(x), _ranks(y)
    _, _, _, dx, dy = _deviations(x, y, 'correlation')
    spread = _sqrtprod(sumprod(dx, dx), sumprod(dy, dy))
    if not spread:
        raise StatisticsError('at least one of the inputs is constant')
    return sumprod(dx, dy) / spread


def _sqrtprod(x, y):
    """sqrt(x * y), correctly rounded."""
    if not (math.isfinite(x) and math.isfinite(y)):
        return sqrt(x * y)
    product = Fraction(x) * Fraction(y)
    return _float_sqrt_of_frac(product.numerator, product.denominator) if product else 0.0


class LinearRegression(tuple):
    """(slope, intercept)"""

    __slots__ = ()
    _fields = __match_args__ = ('slope', 'intercept')

    def __new__(cls, slope, intercept):
        return tuple.__new__(cls, (slope, intercept))

    slope = property(lambda self: self[0])
    intercept = property(lambda self: self[1])

    def __repr__(self):
        return f'LinearRegression(slope={self[0]!r}, intercept={self[1]!r})'


def linear_regression(x, y, /, *, proportional=False):
    n = len(x)
    if len(y) != n:
        raise StatisticsError('linear regression requires that both inputs have same number of '
                              'data points')
    if n < 2:
        raise StatisticsError('linear regression requires at least two data points')
    if not proportional:
        _, xbar, ybar, dx, dy = _deviations(x, y, 'linear regression')
    else:
        dx, dy = [float(a) for a in x], [float(b) for b in y]
    try:
        slope = (sumprod(dx, dy) + 0.0) / sumprod(dx, dx)
    except ZeroDivisionError:
        raise StatisticsError('x is constant') from None
    return LinearRegression(slope, 0.0 if proportional else ybar - slope * xbar)


class NormalDist:
    """A normal distribution."""

    __slots__ = {'_mu': 'Arithmetic mean of a normal distribution',
                 '_sigma': 'Standard deviation of a normal distribution'}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        return cls(fmean(data), stdev(data))

    def samples(self, n, *, seed=None):
        import random
        source = random if seed is None else random.Random(seed)
        return [self.inv_cdf(source.random()) for _ in range(n)]

    def pdf(self, x):
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError('pdf() not defined when sigma is zero')
        difference = x - self._mu
        return exp(difference * difference / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x):
        if not self._sigma:
            raise StatisticsError('cdf() not defined when sigma is zero')
        return 0.5 * math.erfc((self._mu - x) / (self._sigma * _SQRT2))

    def inv_cdf(self, p):
        """The x up to which the probability is p."""
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError('p must be in the range 0.0 < p < 1.0')
        return _normal_dist_inv_cdf(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError('zscore() not defined when sigma is zero')
        return (x - self._mu) / self._sigma

    def overlap(self, other):
        if not isinstance(other, NormalDist):
            raise TypeError('Expected another NormalDist instance')
        x, y = self, other
        if (y._sigma, y._mu) < (x._sigma, x._mu):
            x, y = y, x
        xv, yv = x.variance, y.variance
        if not xv or not yv:
            raise StatisticsError('overlap() not defined when sigma is zero')
        dv = yv - xv
        dm = fabs(y._mu - x._mu)
        if not dv:
            return math.erfc(dm / (2.0 * x._sigma * _SQRT2))
        a = x._mu * yv - y._mu * xv
        b = x._sigma * y._sigma * sqrt(dm * dm + dv * log(yv / xv))
        x1 = (a + b) / dv
        x2 = (a - b) / dv
        return 1.0 - (fabs(y.cdf(x1) - x.cdf(x1)) + fabs(y.cdf(x2) - x.cdf(x2)))

    mean = property(lambda self: self._mu)
    median = property(lambda self: self._mu)
    mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __mul__(self, other):
        return NormalDist(self._mu * other, self._sigma * fabs(other))

    def __truediv__(self, other):
        return NormalDist(self._mu / other, self._sigma / fabs(other))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other):
        return -(self - other)

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state

    def __repr__(self):
        return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'


def _polynomial(x, coefficients):
    value = 0.0
    for c in coefficients:
        value = value * x + c
    return value


# Wichura, Algorithm AS 241: The Percentage Points of the Normal Distribution (1988).
_AS241 = (
    ((2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
      13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608),
     (5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
      5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1.0)),
    ((7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177,
      1.27045825245236838258, 3.64784832476320460504, 5.7694972214606914055,
      4.6303378461565452959, 1.42343711074968357734),
     (1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966,
      0.14810397642748007459, 0.68976733498510000455, 1.6763848301838038494,
      2.05319162663775882187, 1.0)),
    ((2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386,
      0.026532189526576123093, 0.29656057182850489123, 1.7848265399172913358,
      5.4637849111641143699, 6.6579046435011037772),
     (2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5,
      7.868691311456132591e-4, 0.0148753612908506148525, 0.13692988092273580531,
      0.59983220655588793769, 1.0)),
)


def _normal_dist_inv_cdf(p, mu, sigma):
    q = p - 0.5
    if fabs(q) <= 0.425:
        top, bottom = _AS241[0]
        r = 0.180625 - q * q
        return mu + q * _polynomial(r, top) / _polynomial(r, bottom) * sigma
    r = sqrt(-log(p if q <= 0.0 else 1.0 - p))
    if r <= 5.0:
        top, bottom = _AS241[1]
        r -= 1.6
    else:
        top, bottom = _AS241[2]
        r -= 5.0
    x = _polynomial(r, top) / _polynomial(r, bottom)
    return mu + (-x if q < 0.0 else x) * sigma


def _solved(cdf, pdf):
    """The inverse of the distribution function of a kernel on -1 .. 1: bisection, then Newton."""
    def invcdf(p):
        low, high = -1.0, 1.0
        for _ in range(20):
            middle = (low + high) / 2
            if cdf(middle) < p:
                low = middle
            else:
                high = middle
        t = (low + high) / 2
        for _ in range(4):
            slope = pdf(t)
            if not slope:
                break
            t = min(1.0, max(-1.0, t - (cdf(t) - p) / slope))
        return t
    return invcdf


# name -> (density, distribution function, where the density ends or None)
_kernels = {
    'normal': (lambda t: exp(-t * t / 2) / sqrt(tau), NormalDist().cdf, None),
    'logistic': (lambda t: 0.5 / (1.0 + math.cosh(t)), lambda t: 1 - 1 / (exp(t) + 1), None),
    'sigmoid': (lambda t: 1 / math.pi / math.cosh(t), lambda t: 2 / math.pi * math.atan(exp(t)),
                None),
    'rectangular': (lambda t: 0.5, lambda t: 0.5 * t + 0.5, 1.0),
    'triangular': (lambda t: 1.0 - abs(t),
                   lambda t: t * t * (0.5 if t < 0.0 else -0.5) + t + 0.5, 1.0),
    'parabolic': (lambda t: 0.75 * (1.0 - t * t), lambda t: -0.25 * t ** 3 + 0.75 * t + 0.5, 1.0),
    'quartic': (lambda t: 15 / 16 * (1.0 - t * t) ** 2,
                lambda t: (0.1875 * t ** 4 - 0.625 * t ** 2 + 0.9375) * t + 0.5, 1.0),
    'triweight': (lambda t: 35 / 32 * (1.0 - t * t) ** 3,
                  lambda t: 35 / 32 * (-1 / 7 * t ** 7 + 3 / 5 * t ** 5 - t ** 3 + t) + 0.5, 1.0),
    'cosine': (lambda t: math.pi / 4 * math.cos(math.pi / 2 * t),
               lambda t: 0.5 * math.sin(math.pi / 2 * t) + 0.5, 1.0),
}

_kernel_invcdfs = {
    'normal': NormalDist().inv_cdf,
    'logistic': lambda p: log(p / (1 - p)),
    'sigmoid': lambda p: log(math.tan(p * math.pi / 2)),
    'rectangular': lambda p: 2 * p - 1,
    'triangular': lambda p: sqrt(2 * p) - 1 if p < 0.5 else 1 - sqrt(2 - 2 * p),
    'parabolic': lambda p: 2 * math.cos((math.acos(2 * p - 1) + math.pi) / 3),
    'quartic': _solved(_kernels['quartic'][1], _kernels['quartic'][0]),
    'triweight': _solved(_kernels['triweight'][1], _kernels['triweight'][0]),
    'cosine': lambda p: 2 * math.asin(2 * p - 1) / math.pi,
}
for _alias, _name in (('gauss', 'normal'), ('uniform', 'rectangular'), ('biweight', 'quartic'),
                      ('epanechnikov', 'parabolic')):
    _kernels[_alias] = _kernels[_name]
    _kernel_invcdfs[_alias] = _kernel_invcdfs[_name]


def _check_kernel(data, h, kernel):
    if not len(data):
        raise StatisticsError('Empty data sequence')
    if not isinstance(data[0], (int, float)):
        raise TypeError('Data sequence must contain ints or floats')
    if h <= 0.0:
        raise StatisticsError(f'Bandwidth h must be positive, not h={h!r}')
    if kernel not in _kernels:
        raise StatisticsError(f'Unknown kernel name: {kernel!r}')


def kde(data, h, kernel='normal', *, cumulative=False):
    """An estimate of the density that the data come from, as a function, or of its integral."""
    _check_kernel(data, h, kernel)
    density, distribution, support = _kernels[kernel]
    if support is None:
        def pdf(x):
            return sum([density((x - x_i) / h) for x_i in data]) / (len(data) * h)

        def cdf(x):
            return sum([distribution((x - x_i) / h) for x_i in data]) / len(data)
    else:
        sample = sorted(data)
        width = h * support

        def near(x):
            nonlocal sample
            if len(sample) != len(data):
                sample = sorted(data)
            return bisect_left(sample, x - width), bisect_right(sample, x + width)

        def pdf(x):
            i, j = near(x)
            return sum([density((x - x_i) / h) for x_i in sample[i:j]]) / (len(sample) * h)

        def cdf(x):
            i, j = near(x)
            return sum([distribution((x - x_i) / h) for x_i in sample[i:j]], i) / len(sample)

    made = cdf if cumulative else pdf
    made.__doc__ = f'{"CDF" if cumulative else "PDF"} estimate with {h=!r} and {kernel=!r}'
    return made


def kde_random(data, h, kernel='normal', *, seed=None):
    """A function that draws from the estimate of kde()."""
    _check_kernel(data, h, kernel)
    import random
    generator = random.Random(seed)
    invcdf = _kernel_invcdfs[kernel]

    def rand():
        return generator.choice(data) + h * invcdf(generator.random())

    rand.__doc__ = f'Random KDE selection with {h=!r} and {kernel=!r}'
    return rand
