"""Rational numbers."""

__all__ = ['Fraction']

import math
import numbers
import operator

_P = 2 ** 61 - 1
_INF = 314159


def _parse(text):
    """(numerator, denominator) of '3', '-3/4', '1.5e3', with white space around it, or None."""
    s = text.strip()
    sign = 1
    if s[:1] in ('+', '-') and s:
        sign = -1 if s[0] == '-' else 1
        s = s[1:]
    if not s or s[0] in '+-' or s[-1] == '_' or s[0] == '_':
        return None
    if '/' in s:
        top, _, bottom = s.partition('/')
        if not _digits(top.rstrip()) or not _digits(bottom.lstrip()) or '_' in (top[-1:],):
            return None
        return sign * int(top), int(bottom)
    exponent = 0
    mantissa, e, power = s.replace('E', 'e').partition('e')
    if e:
        if not _digits(power.lstrip('+-')) or len(power) - len(power.lstrip('+-')) > 1:
            return None
        exponent = int(power)
    whole, point, part = mantissa.partition('.')
    if not whole and not part or whole and not _digits(whole) or part and not _digits(part):
        return None
    part = part.replace('_', '')
    numerator = int((whole or '0').replace('_', '') + part)
    denominator = 10 ** len(part)
    if exponent >= 0:
        numerator *= 10 ** exponent
    else:
        denominator *= 10 ** -exponent
    return sign * numerator, denominator


def _digits(s):
    return bool(s) and s.replace('_', '').isdecimal() and s[0] != '_' and s[-1] != '_' \
        and '__' not in s


class Fraction(numbers.Rational):
    """A fraction in lowest terms."""

    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None):
        self = super().__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator = numerator
                self._denominator = 1
                return self
            if isinstance(numerator, numbers.Rational):
                self._numerator = numerator.numerator
                self._denominator = numerator.denominator
                return self
            if isinstance(numerator, str):
                parsed = _parse(numerator)
                if parsed is None:
                    raise ValueError(f'Invalid literal for Fraction: {numerator!r}')
                numerator, denominator = parsed
                if denominator == 0:
                    raise ZeroDivisionError(f'Fraction({numerator}, 0)')
            elif hasattr(numerator, 'as_integer_ratio'):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            else:
                raise TypeError('argument should be a string or a Rational instance or have the '
                                'as_integer_ratio() method')
        elif type(numerator) is int is type(denominator):
            pass
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        else:
            raise TypeError('both arguments should be Rational instances')
        if denominator == 0:
            raise ZeroDivisionError(f'Fraction({numerator}, 0)')
        g = math.gcd(numerator, denominator)
        if denominator < 0:
            g = -g
        self._numerator = numerator // g
        self._denominator = denominator // g
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f'{cls.__name__}.from_float() only takes floats, not {f!r} '
                            f'({type(f).__name__})')
        return cls._coprime(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        return cls._coprime(*dec.as_integer_ratio())

    @classmethod
    def _coprime(cls, numerator, denominator):
        self = super(Fraction, cls).__new__(cls)
        self._numerator = numerator
        self._denominator = denominator
        return self

    def is_integer(self):
        return self._denominator == 1

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The closest fraction with a denominator that is no larger."""
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction._coprime(p1, q1)
        return Fraction._coprime(p0 + k * p1, q0 + k * q1)

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def __repr__(self):
        return f'{self.__class__.__name__}({self._numerator}, {self._denominator})'

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return f'{self._numerator}/{self._denominator}'

    def __format__(self, spec):
        if not spec:
            return str(self)
        kind = spec[-1]
        if kind in 'eEfFgG%':
            return self._format_number(spec, kind)
        return format(str(self), spec)

    def _format_number(self, spec, kind):
        # Through an int of as many digits as are shown: exact where a float would not be.
        head, point, digits = spec[:-1].partition('.')
        places = int(digits) if point else 6
        if kind in 'eEgG':
            return format(float(self), spec)
        scale = 10 ** (places + (2 if kind == '%' else 0))
        shown = round(abs(self) * scale)
        whole, part = divmod(shown, 10 ** places)
        sign = '-' if self._numerator < 0 else ''
        if head[:1] in ('+', ' ') and not sign:
            sign = head[0]
        head = head.lstrip('+- ')
        text = f"{whole:{',' if ',' in head else '_' if '_' in head else ''}}"
        if places:
            text += f'.{part:0{places}}'
        text = sign + text + ('%' if kind == '%' else '')
        head = head.replace(',', '').replace('_', '')
        if not head:
            return text
        if head[0] == '0':
            return sign + text[len(sign):].rjust(int(head) - len(sign), '0')
        if not any([c in head for c in '<>^=']):
            head = '>' + head
        return format(text, head)

    def _operands(self, other):
        """(numerator, denominator) of an exact operand, or None."""
        if isinstance(other, Fraction):
            return other._numerator, other._denominator
        if isinstance(other, int):
            return int(other), 1
        if isinstance(other, numbers.Rational):
            return other.numerator, other.denominator
        return None

    def _binary(self, other, exact, fallback, reflected=False):
        ratio = self._operands(other)
        if ratio is not None:
            n, d = ratio
            if reflected:
                return exact(n, d, self._numerator, self._denominator)
            return exact(self._numerator, self._denominator, n, d)
        if isinstance(other, float):
            return fallback(other, float(self)) if reflected else fallback(float(self), other)
        if isinstance(other, complex):
            return fallback(other, complex(self)) if reflected else fallback(complex(self), other)
        return NotImplemented

    def __add__(self, other):
        return self._binary(other, _add, operator.add)

    def __radd__(self, other):
        return self._binary(other, _add, operator.add, True)

    def __sub__(self, other):
        return self._binary(other, _sub, operator.sub)

    def __rsub__(self, other):
        return self._binary(other, _sub, operator.sub, True)

    def __mul__(self, other):
        return self._binary(other, _mul, operator.mul)

    def __rmul__(self, other):
        return self._binary(other, _mul, operator.mul, True)

    def __truediv__(self, other):
        return self._binary(other, _div, operator.truediv)

    def __rtruediv__(self, other):
        return self._binary(other, _div, operator.truediv, True)

    def __floordiv__(self, other):
        return self._binary(other, _floordiv, operator.floordiv)

    def __rfloordiv__(self, other):
        return self._binary(other, _floordiv, operator.floordiv, True)

    def __mod__(self, other):
        return self._binary(other, _mod, operator.mod)

    def __rmod__(self, other):
        return self._binary(other, _mod, operator.mod, True)

    def __divmod__(self, other):
        return self._binary(other, _divmod, divmod)

    def __rdivmod__(self, other):
        return self._binary(other, _divmod, divmod, True)

    def __pow__(self, other, modulus=None):
        if modulus is not None:
            return NotImplemented
        ratio = self._operands(other)
        if ratio is None:
            if isinstance(other, (float, complex)):
                return float(self) ** other
            return NotImplemented
        power, d = ratio
        if d != 1:
            return float(self) ** float(other)
        n, d = self._numerator, self._denominator
        if power >= 0:
            return Fraction._coprime(n ** power, d ** power)
        if n > 0:
            return Fraction._coprime(d ** -power, n ** -power)
        if n == 0:
            raise ZeroDivisionError(f'Fraction({d ** -power}, 0)')
        return Fraction._coprime((-d) ** -power, (-n) ** -power)

    def __rpow__(self, other, modulus=None):
        if modulus is not None:
            return NotImplemented
        if self._denominator == 1 and self._numerator >= 0:
            return other ** self._numerator
        if isinstance(other, numbers.Rational):
            return Fraction(other.numerator, other.denominator) ** self
        if self._denominator == 1:
            return other ** self._numerator
        return other ** float(self)

    def __pos__(self):
        return Fraction._coprime(self._numerator, self._denominator)

    def __neg__(self):
        return Fraction._coprime(-self._numerator, self._denominator)

    def __abs__(self):
        return Fraction._coprime(abs(self._numerator), self._denominator)

    def __int__(self):
        return self.__trunc__()

    def __trunc__(self):
        n = self._numerator
        return -(-n // self._denominator) if n < 0 else n // self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, rest = divmod(self._numerator, self._denominator)
            if rest * 2 < self._denominator:
                return floor
            if rest * 2 > self._denominator:
                return floor + 1
            return floor if floor % 2 == 0 else floor + 1
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        try:
            inverse = pow(self._denominator, -1, _P)
        except ValueError:
            value = _INF
        else:
            value = hash(hash(abs(self._numerator)) * inverse)
        result = value if self._numerator >= 0 else -value
        return -2 if result == -1 else result

    def __eq__(self, other):
        if type(other) is int:
            return self._numerator == other and self._denominator == 1
        if isinstance(other, numbers.Rational):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, complex) and other.imag == 0:
            other = other.real
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return 0.0 == other
            return self == Fraction(other)
        return NotImplemented

    def _richcmp(self, other, op):
        if isinstance(other, numbers.Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return op(0.0, other)
            return op(self, Fraction(other))
        return NotImplemented

    def __lt__(self, other):
        return self._richcmp(other, operator.lt)

    def __gt__(self, other):
        return self._richcmp(other, operator.gt)

    def __le__(self, other):
        return self._richcmp(other, operator.le)

    def __ge__(self, other):
        return self._richcmp(other, operator.ge)

    def __bool__(self):
        return self._numerator != 0

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _add(a, b, c, d):
    return Fraction(a * d + c * b, b * d)


def _sub(a, b, c, d):
    return Fraction(a * d - c * b, b * d)


def _mul(a, b, c, d):
    return Fraction(a * c, b * d)


def _div(a, b, c, d):
    return Fraction(a * d, b * c)


def _floordiv(a, b, c, d):
    return a * d // (b * c)


def _mod(a, b, c, d):
    return Fraction(a * d % (c * b), b * d)


def _divmod(a, b, c, d):
    whole, rest = divmod(a * d, b * c)
    return whole, Fraction(rest, b * d)
