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
        import decimal
        if isinstance(dec, numbers.Integral):
            return cls(dec)
        if not isinstance(dec, decimal.Decimal):
            raise TypeError(f'{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} '
                            f'({type(dec).__name__})')
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
        parsed = _FormatSpec(spec)
        if parsed.kind is None:
            n, d = self._numerator, self._denominator
            body = f'{abs(n):{parsed.separator}}'
            if d > 1 or parsed.alternate:
                body += f'/{d:{parsed.separator}}'
            return parsed.padded('-' if n < 0 else parsed.plus, body)
        return self._format_number(parsed)

    def _format_number(self, spec):
        # Of ints throughout: exact where a float would not be.
        precision, kind = spec.precision, spec.kind
        if kind in 'fF%':
            places = precision
            shown = places + (2 if kind == '%' else 0)
            negative, digits = self._rounded(shown, spec.no_negative_zero)
            suffix = '%' if kind == '%' else ''
        else:
            figures = max(precision, 1) if kind in 'gG' else precision + 1
            negative, digits, exponent = self._significant(figures)
            if kind in 'eE' or exponent > 0 or exponent + figures <= -4:
                places = figures - 1
                suffix = f"{'E' if kind in 'EG' else 'e'}{exponent + places:+03d}"
            else:
                places = -exponent
                suffix = ''
        text = f'{digits:0{places + 1}d}'
        whole, part = text[:len(text) - places], text[len(text) - places:]
        if kind in 'gG' and not spec.alternate:
            part = part.rstrip('0')
        point = '.' if part or spec.alternate else ''
        return spec.padded('-' if negative else spec.plus, whole, point + part + suffix)

    def _rounded(self, places, no_negative_zero=False):
        """(negative, digits) with so many decimal places, rounded half to even."""
        n, d = self._numerator, self._denominator
        if places >= 0:
            n *= 10 ** places
        else:
            d *= 10 ** -places
        q, r = divmod(abs(n), d)
        if 2 * r > d or 2 * r == d and q % 2:
            q += 1
        return n < 0 and (q > 0 or not no_negative_zero), q

    def _significant(self, figures):
        """(negative, digits, exponent): digits * 10 ** exponent has so many figures."""
        if not self._numerator:
            return False, 0, 1 - figures
        n, d = str(abs(self._numerator)), str(self._denominator)
        exponent = len(n) - len(d) + (d <= n) - figures
        negative, digits = self._rounded(-exponent)
        if digits == 10 ** figures:
            return negative, digits // 10, exponent + 1
        return negative, digits, exponent

    def _binary(self, other, exact, fallback, complex_too=True):
        if isinstance(other, Fraction):
            return exact(self._numerator, self._denominator, other._numerator, other._denominator)
        if isinstance(other, int):
            return exact(self._numerator, self._denominator, int(other), 1)
        if isinstance(other, float):
            return fallback(float(self), other)
        if isinstance(other, complex) and complex_too:
            return fallback(complex(self), other)
        return NotImplemented

    def _reflected(self, other, exact, fallback, complex_too=True):
        if isinstance(other, numbers.Rational):
            return exact(int(other.numerator), int(other.denominator), self._numerator,
                         self._denominator)
        if isinstance(other, numbers.Real):
            return fallback(float(other), float(self))
        if isinstance(other, numbers.Complex) and complex_too:
            return fallback(complex(other), complex(self))
        return NotImplemented

    def __add__(self, other):
        return self._binary(other, _add, operator.add)

    def __radd__(self, other):
        return self._reflected(other, _add, operator.add)

    def __sub__(self, other):
        return self._binary(other, _sub, operator.sub)

    def __rsub__(self, other):
        return self._reflected(other, _sub, operator.sub)

    def __mul__(self, other):
        return self._binary(other, _mul, operator.mul)

    def __rmul__(self, other):
        return self._reflected(other, _mul, operator.mul)

    def __truediv__(self, other):
        return self._binary(other, _div, operator.truediv)

    def __rtruediv__(self, other):
        return self._reflected(other, _div, operator.truediv)

    def __floordiv__(self, other):
        return self._binary(other, _floordiv, operator.floordiv, False)

    def __rfloordiv__(self, other):
        return self._reflected(other, _floordiv, operator.floordiv, False)

    def __mod__(self, other):
        return self._binary(other, _mod, operator.mod, False)

    def __rmod__(self, other):
        return self._reflected(other, _mod, operator.mod, False)

    def __divmod__(self, other):
        return self._binary(other, _divmod, divmod, False)

    def __rdivmod__(self, other):
        return self._reflected(other, _divmod, divmod, False)

    def __pow__(self, other, modulus=None):
        if modulus is not None:
            return NotImplemented
        if not isinstance(other, numbers.Rational):
            if isinstance(other, (float, complex)):
                return float(self) ** other
            return NotImplemented
        if other.denominator != 1:
            return float(self) ** float(other)
        power = other.numerator
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
        return bool(self._numerator)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        if type(self) is Fraction:
            return self
        return self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


class _FormatSpec:
    """A format spec taken apart: of floats where it ends with a type, else of whole fractions."""

    def __init__(self, spec):
        self.spec = spec
        self.kind = spec[-1] if spec[-1:] in tuple('eEfFgG%') else None
        rest = spec[:-1] if self.kind else spec
        self.fill, self.align, aligned = ' ', '>', False
        if rest[1:2] in tuple('<>=^'):
            self.fill, self.align, rest, aligned = rest[0], rest[1], rest[2:], True
        elif rest[:1] in tuple('<>=^'):
            self.align, rest, aligned = rest[0], rest[1:], True
        sign, rest = _taken(rest, '-+ ')
        self.plus = '' if sign == '-' else sign
        negative_zero, rest = _taken(rest, 'z' if self.kind else '')
        self.no_negative_zero = bool(negative_zero)
        alternate, rest = _taken(rest, '#')
        self.alternate = bool(alternate)
        self.zeros = bool(self.kind) and rest[:1] == '0' and rest[1:2].isdecimal()
        if self.zeros:
            rest = rest[1:]
        width, rest = self._number(rest)
        self.width = width or 0
        self.separator, rest = _taken(rest, ',_')
        self.precision = 6
        if self.kind and rest[:1] == '.':
            self.precision, rest = self._number(rest[1:])
            if self.precision is None:
                self._fail()
        if rest or self.zeros and aligned:
            self._fail()

    def _fail(self):
        raise ValueError(f'Invalid format specifier {self.spec!r} for object of type \'Fraction\'')

    def _number(self, text):
        end = 0
        while text[end:end + 1] in tuple('0123456789'):
            end += 1
        if end > 1 and text[0] == '0':
            self._fail()
        return (int(text[:end]) if end else None), text[end:]

    def padded(self, sign, body, tail=''):
        if self.kind is not None:
            if self.zeros:
                least = self.width - len(sign) - len(tail)
                body = body.zfill(3 * least // 4 + 1 if self.separator else least)
            if self.separator:
                first = 1 + (len(body) - 1) % 3
                body = self.separator.join([body[:first]] + [body[i:i + 3] for i in
                                                             range(first, len(body), 3)])
        body += tail
        padding = self.fill * (self.width - len(sign) - len(body))
        if self.align == '>':
            return padding + sign + body
        if self.align == '<':
            return sign + body + padding
        if self.align == '^':
            half = len(padding) // 2
            return padding[:half] + sign + body + padding[half:]
        return sign + padding + body


def _taken(text, characters):
    """(the first character when it is one of some, the rest)"""
    if text and text[0] in characters:
        return text[0], text[1:]
    return '', text


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
