"""Decimal arithmetic: the General Decimal Arithmetic Specification of IBM, as PEP 327 has it."""

__all__ = ['Decimal', 'Context', 'DecimalTuple', 'DefaultContext', 'BasicContext',
           'ExtendedContext', 'DecimalException', 'Clamped', 'InvalidOperation', 'DivisionByZero',
           'Inexact', 'Rounded', 'Subnormal', 'Overflow', 'Underflow', 'FloatOperation',
           'DivisionImpossible', 'InvalidContext', 'ConversionSyntax', 'DivisionUndefined',
           'ROUND_DOWN', 'ROUND_HALF_UP', 'ROUND_HALF_EVEN', 'ROUND_CEILING', 'ROUND_FLOOR',
           'ROUND_UP', 'ROUND_HALF_DOWN', 'ROUND_05UP', 'setcontext', 'getcontext', 'localcontext',
           'MAX_PREC', 'MAX_EMAX', 'MIN_EMIN', 'MIN_ETINY', 'HAVE_THREADS', 'HAVE_CONTEXTVAR']

import contextvars
import math
import numbers
import sys
from collections import namedtuple

ROUND_DOWN = 'ROUND_DOWN'
ROUND_HALF_UP = 'ROUND_HALF_UP'
ROUND_HALF_EVEN = 'ROUND_HALF_EVEN'
ROUND_CEILING = 'ROUND_CEILING'
ROUND_FLOOR = 'ROUND_FLOOR'
ROUND_UP = 'ROUND_UP'
ROUND_HALF_DOWN = 'ROUND_HALF_DOWN'
ROUND_05UP = 'ROUND_05UP'
_roundings = (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN,
              ROUND_HALF_EVEN, ROUND_05UP)

MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)
HAVE_THREADS = True
HAVE_CONTEXTVAR = True

DecimalTuple = namedtuple('DecimalTuple', 'sign digits exponent')
DecimalTuple.__module__ = 'decimal'


class DecimalException(ArithmeticError):
    """Something that an operation signals."""


class Clamped(DecimalException):
    """The exponent was changed to fit."""


class InvalidOperation(DecimalException):
    """An operation without a result."""


class ConversionSyntax(InvalidOperation):
    """Text that is no number."""


class DivisionByZero(DecimalException, ZeroDivisionError):
    """A number divided by zero."""


class DivisionImpossible(InvalidOperation):
    """The integer result of a division has too many digits."""


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    """Zero divided by zero."""


class Inexact(DecimalException):
    """Digits that were not zero were rounded off."""


class InvalidContext(InvalidOperation):
    """A context that does not make sense."""


class Rounded(DecimalException):
    """Digits were rounded off."""


class Subnormal(DecimalException):
    """The exponent was below Emin before rounding."""


class Overflow(Inexact, Rounded):
    """The exponent is too large."""


class Underflow(Inexact, Rounded, Subnormal):
    """The result was rounded to zero."""


class FloatOperation(DecimalException, TypeError):
    """Floats and decimals were mixed."""


_signals = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal,
            Inexact, Rounded, Clamped)
_order = (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded,
          Subnormal, Underflow)
_condition_signals = {ConversionSyntax: InvalidOperation, DivisionImpossible: InvalidOperation,
                      DivisionUndefined: InvalidOperation, InvalidContext: InvalidOperation}


class _SignalMap(dict):
    """Which signals were seen, or raise."""

    def __setitem__(self, key, value):
        if key not in _signals:
            raise KeyError('invalid error flag')
        dict.__setitem__(self, key, bool(value))

    def __delitem__(self, key):
        raise ValueError('signal keys cannot be deleted')

    def __repr__(self):
        return '{' + ', '.join([f"<class 'decimal.{s.__name__}'>:{self[s]}"
                                for s in (InvalidOperation, FloatOperation, DivisionByZero,
                                          Overflow, Underflow, Subnormal, Inexact, Rounded,
                                          Clamped)]) + '}'

    def copy(self):
        return dict(self)


def _signal_map(signals):
    if isinstance(signals, dict):
        if set(signals) != set(_signals):
            raise KeyError('invalid error flag')
        return _SignalMap({s: bool(signals[s]) for s in _signals})
    return _SignalMap({s: s in signals for s in _signals})


class Context:
    """How precise results are, how they are rounded, and which signals raise."""

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None,
                 flags=None, traps=None):
        base = _template
        self.prec = base.prec if prec is None else prec
        self.rounding = base.rounding if rounding is None else rounding
        self.Emin = base.Emin if Emin is None else Emin
        self.Emax = base.Emax if Emax is None else Emax
        self.capitals = base.capitals if capitals is None else capitals
        self.clamp = base.clamp if clamp is None else clamp
        object.__setattr__(self, 'traps',
                           _signal_map(base.traps if traps is None else traps))
        object.__setattr__(self, 'flags', _signal_map(() if flags is None else flags))

    def __setattr__(self, name, value):
        bounds = _context_bounds.get(name)
        if bounds is not None:
            if not isinstance(value, int):
                raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an "
                                'integer')
            low, high, text = bounds
            if not low <= value <= high:
                raise ValueError(f'valid {text}')
        elif name == 'rounding':
            if value not in _roundings:
                raise TypeError('valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, '
                                'ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, '
                                'ROUND_HALF_EVEN,\n   ROUND_05UP]')
        elif name in ('flags', 'traps'):
            if not isinstance(value, dict):
                raise TypeError('argument must be a signal dict')
            value = _signal_map(value)
        else:
            raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        raise AttributeError(f'{name} cannot be deleted')

    def __repr__(self):
        flags = ', '.join([s.__name__ for s in _order if self.flags[s]])
        traps = ', '.join([s.__name__ for s in _order if self.traps[s]])
        return (f'Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, '
                f'Emax={self.Emax}, capitals={self.capitals}, clamp={self.clamp}, '
                f'flags=[{flags}], traps=[{traps}])')

    def __reduce__(self):
        return (Context, (self.prec, self.rounding, self.Emin, self.Emax, self.capitals,
                          self.clamp, [s for s in _signals if self.flags[s]],
                          [s for s in _signals if self.traps[s]]))

    def clear_flags(self):
        for signal in self.flags:
            self.flags[signal] = False

    def clear_traps(self):
        for signal in self.traps:
            self.traps[signal] = False

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                       dict(self.flags), dict(self.traps))

    __copy__ = copy
    __hash__ = None

    def _raise(self, condition, explanation=None, result=None):
        """Signals; returns the result where the signal is not trapped."""
        signal = _condition_signals.get(condition, condition)
        self.flags[signal] = True
        if not self.traps[signal]:
            return _nan if result is None else result
        raise signal([condition] if explanation is None else explanation)

    def _signal(self, *signals):
        """Several signals of one operation, the gravest first: all flags are set before one
        raises."""
        for signal in signals:
            self.flags[signal] = True
        for signal in signals:
            if self.traps[signal]:
                raise signal([signal])

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def _quiet(self):
        """A copy without traps."""
        context = self.copy()
        context.clear_traps()
        return context

    def _with(self, prec=None, rounding=None):
        context = self._quiet()
        if prec is not None:
            object.__setattr__(context, 'prec', prec)
        if rounding is not None:
            object.__setattr__(context, 'rounding', rounding)
        return context

    def create_decimal(self, num='0', /):
        if isinstance(num, str) and (num != num.strip() or '_' in num):
            return self._raise(ConversionSyntax, 'trailing or leading whitespace and underscores '
                                                 'are not permitted.')
        d = Decimal(num, self)
        if d._special == 'nan' or d._special == 'snan':
            if len(d._digits()) > self.prec - self.clamp:
                return self._raise(ConversionSyntax)
        return d._fix(self)

    def create_decimal_from_float(self, f, /):
        return Decimal.from_float(f)._fix(self)


_max = 999999999999999999
_context_bounds = {
    'prec': (1, _max, 'range for prec is [1, MAX_PREC]'),
    'Emin': (-_max, 0, 'range for Emin is [MIN_EMIN, 0]'),
    'Emax': (0, _max, 'range for Emax is [0, MAX_EMAX]'),
    'capitals': (0, 1, 'values for capitals are [0, 1]'),
    'clamp': (0, 1, 'values for clamp are [0, 1]'),
}


def _operand(a):
    return _convert(a, True)


def _context_methods():
    """The operations of Decimal as methods of a context, with operands of either kind."""
    def unary(name, method):
        def operation(self, a, /):
            return getattr(_operand(a), method)(context=self)
        return operation

    def binary(name, method):
        def operation(self, a, b, /):
            a = _operand(a)
            result = getattr(a, method)(_operand(b), context=self)
            if result is NotImplemented:
                raise TypeError(f'Unable to convert {b} to Decimal')
            return result
        return operation

    def plain(name, method):
        def operation(self, a, /):
            return getattr(_operand(a), method)()
        return operation

    tables = (
        (unary, 'abs=__abs__ exp ln log10 logb minus=__neg__ plus=__pos__ sqrt next_minus '
                'next_plus normalize number_class is_normal is_subnormal logical_invert '
                'to_integral_exact to_integral_value to_eng_string'),
        (binary, 'add=__add__ subtract=__sub__ multiply=__mul__ divide=__truediv__ '
                 'divide_int=__floordiv__ remainder=__mod__ divmod=__divmod__ compare '
                 'compare_signal max min max_mag min_mag next_toward remainder_near quantize '
                 'rotate shift scaleb logical_and logical_or logical_xor same_quantum '
                 'compare_total compare_total_mag copy_sign'),
        (plain, 'canonical copy_abs copy_negate is_canonical is_finite is_infinite is_nan '
                'is_qnan is_signed is_snan is_zero'))
    for make, names in tables:
        for entry in names.split():
            name, _, method = entry.partition('=')
            operation = make(name, method or name)
            operation.__name__ = name
            operation.__qualname__ = f'Context.{name}'
            setattr(Context, name, operation)

    def copy_decimal(self, a, /):
        return _operand(a)

    def fma(self, a, b, c, /):
        return _operand(a).fma(b, c, context=self)

    def power(self, a, b, modulo=None):
        return _operand(a).__pow__(_operand(b), modulo, context=self)

    def to_sci_string(self, a, /):
        return _operand(a)._text(False, self)

    def radix(self):
        return Decimal(10)

    Context.copy_decimal = copy_decimal
    Context.fma = fma
    Context.power = power
    Context.to_sci_string = to_sci_string
    Context.to_integral = Context.to_integral_value
    Context.radix = radix


_current = contextvars.ContextVar('decimal_context')


def getcontext():
    """The context of this thread or task."""
    context = _current.get(None)
    if context is None:
        context = DefaultContext.copy()
        context.clear_flags()
        _current.set(context)
    return context


def setcontext(context, /):
    if not isinstance(context, Context):
        raise TypeError('argument must be a context')
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _current.set(context)


class _Local:
    def __init__(self, context):
        self.new = context

    def __enter__(self):
        self.saved = getcontext()
        setcontext(self.new)
        return self.new

    def __exit__(self, *details):
        setcontext(self.saved)


def localcontext(ctx=None, **kwargs):
    """A context for the time of a with statement."""
    if ctx is None:
        ctx = getcontext()
    elif not isinstance(ctx, Context):
        raise TypeError('optional argument must be a context')
    new = ctx.copy()
    for name, value in kwargs.items():
        if name not in ('prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'):
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        setattr(new, name, value)
    return _Local(new)


def _digit_count(n):
    """How many decimal digits n > 0 has."""
    bits = n.bit_length()
    guess = (bits - 1) * 1233 >> 12 if bits < 1000 else int((bits - 1) * 0.30102999566398119521)
    power = 10 ** guess
    while n >= power:
        guess += 1
        power *= 10
    return guess


class Decimal:
    """A number of decimal digits with an exponent: exact where binary fractions are not."""

    # A finite number is (-1) ** _sign * _int * 10 ** _exp; _special is None, 'inf', 'nan' or
    # 'snan', and the _int of a NaN is its diagnostic digits (-1: none).
    __slots__ = ('_sign', '_int', '_exp', '_special')
    __module__ = 'decimal'

    def __new__(cls, value='0', context=None):
        if isinstance(value, str):
            parts = _parse(value.strip().replace('_', ''))
            if parts is None:
                if context is None:
                    context = getcontext()
                bad = context._raise(ConversionSyntax)
                parts = bad._sign, bad._int, bad._exp, bad._special
            return _make(cls, *parts)
        if isinstance(value, int):
            return _make(cls, 1 if value < 0 else 0, abs(int(value)), 0, None)
        if isinstance(value, Decimal):
            return _make(cls, value._sign, value._int, value._exp, value._special)
        if isinstance(value, (list, tuple)):
            return _make(cls, *_from_tuple(value))
        if isinstance(value, float):
            if context is None:
                context = getcontext()
            context._raise(FloatOperation)
            d = Decimal.from_float(value)
            return _make(cls, d._sign, d._int, d._exp, d._special)
        raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')

    @classmethod
    def from_float(cls, f, /):
        if isinstance(f, int):
            d = _finite(1 if f < 0 else 0, abs(int(f)), 0)
        elif isinstance(f, float):
            if f != f:
                d = _nan
            elif math.isinf(f):
                d = _infinity if f > 0 else _minus_infinity
            else:
                sign = 1 if math.copysign(1.0, f) < 0 else 0
                n, denominator = abs(f).as_integer_ratio()
                k = denominator.bit_length() - 1
                d = _finite(sign, n * 5 ** k, -k)
        else:
            raise TypeError('argument must be int or float')
        return d if cls is Decimal else cls(d)

    # ---- taking apart

    def _digits(self):
        return str(self._int) if self._int > 0 else '' if self._special else '0'

    def adjusted(self):
        if self._special:
            return 0
        return self._exp + (_digit_count(self._int) if self._int else 1) - 1

    def as_tuple(self):
        if self._special == 'inf':
            return DecimalTuple(self._sign, (0,), 'F')
        if self._special:
            digits = tuple(map(int, str(self._int))) if self._int > 0 else ()
            return DecimalTuple(self._sign, digits, 'n' if self._special == 'nan' else 'N')
        return DecimalTuple(self._sign, tuple(map(int, str(self._int))), self._exp)

    def as_integer_ratio(self):
        if self._special:
            if self._special == 'inf':
                raise OverflowError('cannot convert Infinity to integer ratio')
            raise ValueError('cannot convert NaN to integer ratio')
        if not self._int:
            return 0, 1
        n, d = self._int, 1
        if self._exp >= 0:
            n *= 10 ** self._exp
        else:
            d = 10 ** -self._exp
            common = math.gcd(n, d)
            n //= common
            d //= common
        return (-n if self._sign else n), d

    def __reduce__(self):
        return self.__class__, (str(self),)

    def __copy__(self):
        return self if type(self) is Decimal else self.__class__(str(self))

    def __deepcopy__(self, memo):
        return self if type(self) is Decimal else self.__class__(str(self))

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return _zero

    def conjugate(self):
        return self

    def __complex__(self):
        return complex(float(self))

    # ---- text

    def __repr__(self):
        return f"Decimal('{self}')"

    def __str__(self):
        return self._text(False, None)

    def to_eng_string(self, context=None):
        return self._text(True, context)

    def _text(self, engineering, context):
        sign = '-' if self._sign else ''
        if self._special:
            if self._special == 'inf':
                return sign + 'Infinity'
            return sign + ('NaN' if self._special == 'nan' else 'sNaN') + self._digits()
        digits = str(self._int)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            point = left
        elif not engineering:
            point = 1
        elif not self._int:
            point = (left + 1) % 3 - 1
        else:
            point = (left - 1) % 3 + 1
        if point <= 0:
            text = '0.' + '0' * -point + digits
        elif point >= len(digits):
            text = digits + '0' * (point - len(digits))
        else:
            text = digits[:point] + '.' + digits[point:]
        if left == point:
            return sign + text
        if context is None:
            context = getcontext()
        return f'{sign}{text}{"E" if context.capitals else "e"}{left - point:+d}'

    # ---- comparing

    def _is_nan(self):
        return self._special is not None and self._special != 'inf'

    def _check_nans(self, other=None, context=None):
        """The NaN that is the result, or None."""
        first = self if self._is_nan() else None
        second = other if other is not None and other._is_nan() else None
        if first is None and second is None:
            return None
        if context is None:
            context = getcontext()
        for each in (first, second):
            if each is not None and each._special == 'snan':
                return context._raise(InvalidOperation, None, each._quieted(context))
        return (first if first is not None else second)._fix_nan(context)

    def _quieted(self, context):
        return _make(Decimal, self._sign, self._int, self._exp, 'nan')._fix_nan(context)

    def _fix_nan(self, context):
        limit = context.prec - context.clamp
        if self._int > 0 and len(str(self._int)) > limit:
            digits = str(self._int)[-limit:].lstrip('0') if limit else ''
            return _make(Decimal, self._sign, int(digits) if digits else -1, 0, self._special)
        return self

    def _cmp(self, other):
        """-1, 0 or 1. REQUIRES: no NaN."""
        if self._special or other._special:
            a = 0 if not self._special else -1 if self._sign else 1
            b = 0 if not other._special else -1 if other._sign else 1
            return (a > b) - (a < b)
        if not self._int or not other._int:
            a = 0 if not self._int else -1 if self._sign else 1
            b = 0 if not other._int else -1 if other._sign else 1
            return (a > b) - (a < b)
        if self._sign != other._sign:
            return -1 if self._sign else 1
        mine, theirs = self.adjusted(), other.adjusted()
        if mine != theirs:
            result = 1 if mine > theirs else -1
        else:
            a, b = self._int, other._int
            if self._exp > other._exp:
                a *= 10 ** (self._exp - other._exp)
            else:
                b *= 10 ** (other._exp - self._exp)
            result = (a > b) - (a < b)
        return -result if self._sign else result

    def __bool__(self):
        return self._special is not None or self._int != 0

    def __eq__(self, other, context=None):
        other = _convert_for_comparison(self, other, True)
        if other is NotImplemented:
            return other
        if self._is_nan() or other._is_nan():
            if self._special == 'snan' or other._special == 'snan':
                (context or getcontext())._raise(InvalidOperation)
            return False
        return self._cmp(other) == 0

    def _ordered(self, other, test):
        other = _convert_for_comparison(self, other)
        if other is NotImplemented:
            return other
        if self._is_nan() or other._is_nan():
            getcontext()._raise(InvalidOperation)
            return False
        return test(self._cmp(other))

    def __lt__(self, other):
        return self._ordered(other, lambda order: order < 0)

    def __le__(self, other):
        return self._ordered(other, lambda order: order <= 0)

    def __gt__(self, other):
        return self._ordered(other, lambda order: order > 0)

    def __ge__(self, other):
        return self._ordered(other, lambda order: order >= 0)

    def compare(self, other, context=None):
        other = _convert(other, True)
        if self._special or other._special:
            nan = self._check_nans(other, context)
            if nan is not None:
                return nan
        return Decimal(self._cmp(other))

    def compare_signal(self, other, context=None):
        other = _convert(other, True)
        if self._is_nan() or other._is_nan():
            context = context or getcontext()
            bad = self if self._is_nan() else other
            return context._raise(InvalidOperation, None, bad._quieted(context))
        return Decimal(self._cmp(other))

    def compare_total(self, other, context=None):
        other = _convert(other, True)
        if self._sign != other._sign:
            return _minus_one if self._sign else _one

        def kind(d):
            return {None: 0, 'inf': 1, 'snan': 2, 'nan': 3}[d._special]

        a, b = kind(self), kind(other)
        if a == b:
            if a >= 2:
                a, b = self._int, other._int
            else:
                order = self._cmp(other)
                if order:
                    return Decimal(order)
                a, b = (0, 0) if self._special else (self._exp, other._exp)
        order = (a > b) - (a < b)
        return Decimal(-order if self._sign else order)

    def compare_total_mag(self, other, context=None):
        return self.copy_abs().compare_total(_convert(other, True).copy_abs())

    def __hash__(self):
        if self._special == 'snan':
            raise TypeError('Cannot hash a signaling NaN value')
        if self._special == 'nan':
            return object.__hash__(self)
        if self._special:
            return -sys.hash_info.inf if self._sign else sys.hash_info.inf
        modulus = sys.hash_info.modulus
        if self._exp >= 0:
            scale = pow(10, self._exp, modulus)
        else:
            scale = pow(pow(10, modulus - 2, modulus), -self._exp, modulus)
        result = self._int * scale % modulus
        if self._sign:
            result = -result
        return -2 if result == -1 else result

    # ---- rounding

    def _fix(self, context):
        """The number as the context allows it."""
        if self._special:
            return self if self._special == 'inf' else self._fix_nan(context)
        exp, n = self._exp, self._int
        tiny = context.Emin - context.prec + 1
        top = context.Emax - context.prec + 1
        if not n:
            high = top if context.clamp else context.Emax
            new = min(max(exp, tiny), high)
            if new != exp:
                context._raise(Clamped)
                return _finite(self._sign, 0, new)
            return self
        count = _digit_count(n)
        least = count + exp - context.prec
        if least > top:
            context._signal(Overflow, Inexact, Rounded)
            return self._overflowed(context)
        is_subnormal = least < tiny
        if is_subnormal:
            least = tiny
        if exp < least:
            new, changed = _rounded(self._sign, n, least - exp, context.rounding)
            if new >= 10 ** context.prec:
                new //= 10
                least += 1
            signals = [Rounded]
            if changed:
                signals.insert(0, Inexact)
            if least > top:
                result = self._overflowed(context)
                signals.insert(0, Overflow)
            else:
                result = _finite(self._sign, new, least)
            if is_subnormal:
                signals.insert(0, Subnormal)
                if changed:
                    signals.insert(0, Underflow)
            if not new:
                signals.append(Clamped)
            context._signal(*signals)
            return result
        if is_subnormal:
            context._raise(Subnormal)
        if context.clamp and exp > top:
            context._raise(Clamped)
            return _finite(self._sign, n * 10 ** (exp - top), top)
        return self

    def _overflowed(self, context):
        rounding, sign = context.rounding, self._sign
        if (rounding in (ROUND_DOWN, ROUND_05UP) or rounding == ROUND_CEILING and sign
                or rounding == ROUND_FLOOR and not sign):
            return _finite(sign, 10 ** context.prec - 1, context.Emax - context.prec + 1)
        return _minus_infinity if sign else _infinity

    def _rescale(self, exp, rounding):
        """With another exponent, however many digits that takes."""
        if self._special:
            return self
        if not self._int:
            return _finite(self._sign, 0, exp)
        if self._exp >= exp:
            return _finite(self._sign, self._int * 10 ** (self._exp - exp), exp)
        n, _ = _rounded(self._sign, self._int, exp - self._exp, rounding)
        return _finite(self._sign, n, exp)

    def __round__(self, n=None):
        if n is not None:
            if not isinstance(n, int):
                raise TypeError('optional arg must be an integer')
            return self.quantize(_finite(0, 1, -n))
        return self._to_int(ROUND_HALF_EVEN)

    def _to_int(self, rounding):
        if self._special:
            if self._special == 'inf':
                raise OverflowError('cannot convert Infinity to integer')
            raise ValueError('cannot convert NaN to integer')
        d = self._rescale(0, rounding)
        return -d._int if d._sign else d._int

    def __floor__(self):
        return self._to_int(ROUND_FLOOR)

    def __ceil__(self):
        return self._to_int(ROUND_CEILING)

    def __int__(self):
        return self._to_int(ROUND_DOWN)

    __trunc__ = __int__

    def __float__(self):
        if self._special == 'snan':
            raise ValueError('Cannot convert signaling NaN to float')
        if self._special == 'nan':
            return -math.nan if self._sign else math.nan
        return float(str(self))

    def quantize(self, exp, rounding=None, context=None):
        """With the exponent of another number."""
        exp = _convert(exp, True)
        if context is None:
            context = getcontext()
        if rounding is None:
            rounding = context.rounding
        elif rounding not in _roundings:
            raise TypeError('valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, '
                            'ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, '
                            'ROUND_HALF_EVEN,\n   ROUND_05UP]')
        if self._special or exp._special:
            nan = self._check_nans(exp, context)
            if nan is not None:
                return nan
            if self._special and exp._special:
                return self
            return context._raise(InvalidOperation)
        if not context.Emin - context.prec + 1 <= exp._exp <= context.Emax:
            return context._raise(InvalidOperation)
        if not self._int:
            return _finite(self._sign, 0, exp._exp)._fix(context)
        adjusted = self.adjusted()
        if adjusted > context.Emax or adjusted - exp._exp + 1 > context.prec:
            return context._raise(InvalidOperation)
        result = self._rescale(exp._exp, rounding)
        if result._int and (result.adjusted() > context.Emax
                            or _digit_count(result._int) > context.prec):
            return context._raise(InvalidOperation)
        if result._int and result.adjusted() < context.Emin:
            context._raise(Subnormal)
        if result._exp > self._exp:
            if result._cmp(self) != 0:
                context._signal(Inexact, Rounded)
            else:
                context._raise(Rounded)
        return result._fix(context)

    def same_quantum(self, other, context=None):
        other = _convert(other, True)
        if self._special or other._special:
            return (self._is_nan() and other._is_nan()
                    or self._special == 'inf' and other._special == 'inf')
        return self._exp == other._exp

    def to_integral_exact(self, rounding=None, context=None):
        if self._special:
            nan = self._check_nans(None, context)
            return self if nan is None else nan
        if self._exp >= 0:
            return self
        if not self._int:
            return _finite(self._sign, 0, 0)
        if context is None:
            context = getcontext()
        result = self._rescale(0, context.rounding if rounding is None else rounding)
        if result._cmp(self) != 0:
            context._signal(Inexact, Rounded)
        else:
            context._raise(Rounded)
        return result

    def to_integral_value(self, rounding=None, context=None):
        if self._special:
            nan = self._check_nans(None, context)
            return self if nan is None else nan
        if self._exp >= 0:
            return self
        if context is None:
            context = getcontext()
        return self._rescale(0, context.rounding if rounding is None else rounding)

    to_integral = to_integral_value

    # ---- arithmetic

    def __neg__(self, context=None):
        if self._special:
            nan = self._check_nans(None, context)
            if nan is not None:
                return nan
        if context is None:
            context = getcontext()
        if not self and context.rounding != ROUND_FLOOR:
            return self.copy_abs()._fix(context)
        return self.copy_negate()._fix(context)

    def __pos__(self, context=None):
        if self._special:
            nan = self._check_nans(None, context)
            if nan is not None:
                return nan
        if context is None:
            context = getcontext()
        if not self and context.rounding != ROUND_FLOOR:
            return self.copy_abs()._fix(context)
        return _make(Decimal, self._sign, self._int, self._exp, self._special)._fix(context)

    def __abs__(self, round=True, context=None):
        if self._special:
            nan = self._check_nans(None, context)
            if nan is not None:
                return nan
        return self.__neg__(context) if self._sign else self.__pos__(context)

    def __add__(self, other, context=None):
        other = _convert(other)
        if other is NotImplemented:
            return other
        if context is None:
            context = getcontext()
        if self._special or other._special:
            nan = self._check_nans(other, context)
            if nan is not None:
                return nan
            if self._special:
                if other._special and self._sign != other._sign:
                    return context._raise(InvalidOperation)
                return Decimal(self)
            return Decimal(other)
        exp = min(self._exp, other._exp)
        a, b = self._int, other._int
        negative_zero = context.rounding == ROUND_FLOOR and self._sign != other._sign
        if not a and not b:
            sign = min(self._sign, other._sign)
            return _finite(1 if negative_zero else sign, 0, exp)._fix(context)
        if not a:
            exp = max(exp, other._exp - context.prec - 1)
            return other._rescale(exp, context.rounding)._fix(context)
        if not b:
            exp = max(exp, self._exp - context.prec - 1)
            return self._rescale(exp, context.rounding)._fix(context)
        big, small = (self, other) if self._exp >= other._exp else (other, self)
        low, exp = small._int, small._exp
        if big._exp > exp:
            # What lies far below the digits that are kept only matters for rounding.
            digits = _digit_count(low)
            far = big._exp + min(-1, _digit_count(big._int) - context.prec - 2)
            if digits + exp - 1 < far:
                low, exp = 1, far
        high = big._int * 10 ** (big._exp - exp)
        total = (-high if big._sign else high) + (-low if small._sign else low)
        if not total:
            return _finite(1 if negative_zero else 0, 0, exp)._fix(context)
        return _finite(1 if total < 0 else 0, abs(total), exp)._fix(context)

    __radd__ = __add__

    def __sub__(self, other, context=None):
        other = _convert(other)
        if other is NotImplemented:
            return other
        if self._special or other._special:
            nan = self._check_nans(other, context)
            if nan is not None:
                return nan
        return self.__add__(other.copy_negate(), context)

    def __rsub__(self, other, context=None):
        other = _convert(other)
        if other is NotImplemented:
            return other
        return other.__sub__(self, context)

    def __mul__(self, other, context=None):
        other = _convert(other)
        if other is NotImplemented:
            return other
        if context is None:
            context = getcontext()
        sign = self._sign ^ other._sign
        if self._special or other._special:
            nan = self._check_nans(other, context)
            if nan is not None:
                return nan
            if not self or not other:
                return context._raise(InvalidOperation)
            return _minus_infinity if sign else _infinity
        return _finite(sign, self._int * other._int, self._exp + other._exp)._fix(context)

    __rmul__ = __mul__

    def __truediv__(self, other, context=None):
        other = _convert(other)
        if other is NotImplemented:
            return NotImplemented
        if context is None:
            context = getcontext()
        sign = self._sign ^ other._sign
        if self._special or other._special:
            nan = self._check_nans(other, context)
            if nan is not None:
                return nan
            if self._special and other._special:
                return context._raise(InvalidOperation)
            if self._special:
                return _minus_infinity if sign else _infinity
            context._raise(Clamped)
            return _finite(sign, 0, context.Etiny())
        if not other._int:
            if not self._int:
                return context._raise(DivisionUndefined)
            return context._raise(DivisionByZero, None,
                                  _minus_infinity if sign else _infinity)
        if not self._int:
            return _finite(sign, 0, self._exp - other._exp)._fix(context)
        shift = _digit_count(other._int) - _digit_count(self._int) + context.prec + 1
        exp = self._exp - other._exp - shift
        if shift >= 0:
            n, rest = divmod(self._int * 10 ** shift, other._int)
        else:
            n, rest = divmod(self._int, other._int * 10 ** -shift)
        if rest:
            # A last digit that is not 0 or 5 rounds as the digits left out would.
            if n % 5 == 0:
                n += 1
        else:
            ideal = self._exp - other._exp
            while exp < ideal and n % 10 == 0:
                n //= 10
                exp += 1
        return _finite(sign, n, exp)._fix(context)

    def __rtruediv__(self, other, context=None):
        other = _convert(other)
        if other is NotImplemented:
            return other
        return other.__truediv__(self, context)

    def _divided(self, other, context):
        """(quotient, remainder) of finite numbers and of a number by infinity; the divisor is not
        zero."""
        sign = self._sign ^ other._sign
        exp = self._exp if other._special else min(self._exp, other._exp)
        if not self._int or other._special or self.adjusted() - other.adjusted() <= -2:
            return _finite(sign, 0, 0), self._rescale(exp, context.rounding)
        if self.adjusted() - other.adjusted() <= context.prec:
            a, b = self._int, other._int
            if self._exp >= other._exp:
                a *= 10 ** (self._exp - other._exp)
            else:
                b *= 10 ** (other._exp - self._exp)
            q, r = divmod(a, b)
            if q < 10 ** context.prec:
                return _finite(sign, q, 0), _finite(self._sign, r, exp)
        bad = context._raise(DivisionImpossible)
        return bad, bad

    def __divmod__(self, other, context=None):
        other = _convert(other)
        if other is NotImplemented:
            return other
        if context is None:
            context = getcontext()
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan, nan
        sign = self._sign ^ other._sign
        if self._special:
            if other._special:
                bad = context._raise(InvalidOperation)
                return bad, bad
            return (_minus_infinity if sign else _infinity), context._raise(InvalidOperation)
        if not other:
            if not self:
                bad = context._raise(DivisionUndefined)
                return bad, bad
            return (context._raise(DivisionByZero, None,
                                   _minus_infinity if sign else _infinity),
                    context._raise(InvalidOperation))
        q, r = self._divided(other, context)
        return q, r._fix(context)

    def __rdivmod__(self, other, context=None):
        other = _convert(other)
        if other is NotImplemented:
            return other
        return other.__divmod__(self, context)

    def __floordiv__(self, other, context=None):
        other = _convert(other)
        if other is NotImplemented:
            return other
        if context is None:
            context = getcontext()
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        sign = self._sign ^ other._sign
        if self._special:
            if other._special:
                return context._raise(InvalidOperation)
            return _minus_infinity if sign else _infinity
        if not other:
            if self:
                return context._raise(DivisionByZero, None,
                                      _minus_infinity if sign else _infinity)
            return context._raise(DivisionUndefined)
        return self._divided(other, context)[0]

    def __rfloordiv__(self, other, context=None):
        other = _convert(other)
        if other is NotImplemented:
            return other
        return other.__floordiv__(self, context)

    def __mod__(self, other, context=None):
        other = _convert(other)
        if other is NotImplemented:
            return other
        if context is None:
            context = getcontext()
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        if self._special:
            return context._raise(InvalidOperation)
        if not other:
            return context._raise(InvalidOperation if self else DivisionUndefined)
        return self._divided(other, context)[1]._fix(context)

    def __rmod__(self, other, context=None):
        other = _convert(other)
        if other is NotImplemented:
            return other
        return other.__mod__(self, context)

    def remainder_near(self, other, context=None):
        if context is None:
            context = getcontext()
        other = _convert(other, True)
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        if self._special:
            return context._raise(InvalidOperation)
        if not other:
            return context._raise(InvalidOperation if self else DivisionUndefined)
        if other._special:
            return Decimal(self)._fix(context)
        exp = min(self._exp, other._exp)
        if not self:
            return _finite(self._sign, 0, exp)._fix(context)
        distance = self.adjusted() - other.adjusted()
        if distance >= context.prec + 1:
            return context._raise(DivisionImpossible)
        if distance <= -2:
            return self._rescale(exp, context.rounding)._fix(context)
        a, b = self._int * 10 ** (self._exp - exp), other._int * 10 ** (other._exp - exp)
        q, r = divmod(a, b)
        if 2 * r + (q & 1) > b:
            r -= b
            q += 1
        if q >= 10 ** context.prec:
            return context._raise(DivisionImpossible)
        sign = self._sign
        if r < 0:
            sign, r = 1 - sign, -r
        return _finite(sign, r, exp)._fix(context)

    def fma(self, other, third, context=None):
        """self * other + third, rounded once."""
        other, third = _convert(other, True), _convert(third, True)
        if context is None:
            context = getcontext()
        if self._special or other._special:
            for each in (self, other):
                if each._special == 'snan':
                    return context._raise(InvalidOperation, None, each._quieted(context))
            if self._is_nan():
                product = self
            elif other._is_nan():
                product = other
            elif not self or not other:
                return context._raise(InvalidOperation)
            else:
                product = _minus_infinity if self._sign ^ other._sign else _infinity
        else:
            product = _finite(self._sign ^ other._sign, self._int * other._int,
                              self._exp + other._exp)
        return product.__add__(third, context)

    def __pow__(self, other, modulo=None, context=None):
        if modulo is not None:
            return self._power_modulo(other, modulo, context)
        other = _convert(other)
        if other is NotImplemented:
            return other
        if context is None:
            context = getcontext()
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        if not other:
            if not self:
                return context._raise(InvalidOperation)
            return _one
        sign = 0
        base = self
        if self._sign:
            if other._is_integer():
                if not other._is_even():
                    sign = 1
            elif self:
                return context._raise(InvalidOperation)
            base = self.copy_negate()
        if not base:
            if not other._sign:
                return _finite(sign, 0, 0)
            return _minus_infinity if sign else _infinity
        if base._special:
            if not other._sign:
                return _minus_infinity if sign else _infinity
            return _finite(sign, 0, 0)
        if base == _one:
            if other._is_integer():
                if other._sign:
                    count = 0
                elif other > context.prec:
                    count = context.prec
                else:
                    count = int(other)
                exp = base._exp * count
                if exp < 1 - context.prec:
                    exp = 1 - context.prec
                    context._raise(Rounded)
            else:
                context._raise(Inexact)
                context._raise(Rounded)
                exp = 1 - context.prec
            return _finite(sign, 10 ** -exp, exp)
        adjusted = base.adjusted()
        if other._special:
            if (other._sign == 0) == (adjusted < 0):
                return _finite(sign, 0, 0)
            return _minus_infinity if sign else _infinity
        result = None
        exact = False
        bound = base._log10_exp_bound() + other.adjusted()
        if (adjusted >= 0) == (other._sign == 0):
            if bound >= len(str(context.Emax)):
                result = _finite(sign, 1, context.Emax + 1)
        elif bound >= len(str(-context.Etiny())):
            result = _finite(sign, 1, context.Etiny() - 1)
        if result is None:
            result = base._power_exact(other, context.prec + 1)
            if result is not None:
                result = _finite(sign, result._int, result._exp)
                exact = True
        if result is None:
            n, exp = base._power(other, context.prec)
            result = _finite(sign, n, exp)
        if exact and not other._is_integer():
            # An exact power with a fractional exponent counts as rounded.
            missing = context.prec + 1 - _digit_count(result._int)
            if missing > 0:
                result = _finite(sign, result._int * 10 ** missing, result._exp - missing)
            quiet = context._quiet()
            quiet.clear_flags()
            result = result._fix(quiet)
            quiet._raise(Inexact)
            if quiet.flags[Subnormal]:
                quiet._raise(Underflow)
            if quiet.flags[Overflow]:
                context._raise(Overflow, None, result)
            for signal in (Underflow, Subnormal, Inexact, Rounded, Clamped):
                if quiet.flags[signal]:
                    context._raise(signal)
            return result
        return result._fix(context)

    def __rpow__(self, other, modulo=None, context=None):
        other = _convert(other)
        if other is NotImplemented:
            return other
        return other.__pow__(self, modulo, context=context)

    def _power_modulo(self, other, modulo, context=None):
        other, modulo = _convert(other), _convert(modulo)
        if other is NotImplemented or modulo is NotImplemented:
            return NotImplemented
        if context is None:
            context = getcontext()
        for each in (self, other, modulo):
            if each._special == 'snan':
                return context._raise(InvalidOperation, None, each._quieted(context))
        for each in (self, other, modulo):
            if each._is_nan():
                return each._fix_nan(context)
        if not (self._is_integer() and other._is_integer() and modulo._is_integer()):
            return context._raise(InvalidOperation, 'pow() 3rd argument not allowed unless all '
                                                    'arguments are integers')
        if other < 0 or not modulo or modulo.adjusted() >= context.prec or not other and not self:
            return context._raise(InvalidOperation)
        sign = 0 if other._is_even() else self._sign
        n = pow(abs(int(self)), int(other), abs(int(modulo)))
        return _finite(sign, n, 0)

    def _log10_exp_bound(self):
        """A lower bound for the adjusted exponent of log10(self)."""
        adjusted = self.adjusted()
        if adjusted >= 1:
            return len(str(adjusted)) - 1
        if adjusted <= -2:
            return len(str(-1 - adjusted)) - 1
        n = self._int
        if adjusted == 0:
            return len(str(n - 10 ** -self._exp)) - len(str(n)) - 1 if n != 10 ** -self._exp else -1
        return len(str(10 ** -self._exp - n)) + self._exp - 1

    def _power_exact(self, other, limit):
        """self ** other where that has at most `limit` digits, else None. REQUIRES: self > 0."""
        ratio_n, ratio_d = other.as_integer_ratio()
        if ratio_d > 1 and ratio_d.bit_length() > 64 or abs(ratio_n).bit_length() > 64:
            return None
        n, exp = self._int, self._exp
        while n % 10 == 0:
            n //= 10
            exp += 1
        if n == 1:
            power = exp * ratio_n
            if power % ratio_d:
                return None
            power //= ratio_d
            if other._is_integer() and not other._sign:
                ideal = self._exp * int(other)
                zeros = min(power - ideal, limit - 1)
            else:
                zeros = 0
            zeros = max(zeros, 0)
            return _finite(0, 10 ** zeros, power - zeros)
        if ratio_d > 1:
            if exp % ratio_d:
                return None
            root = _integer_root(n, ratio_d)
            if root is None:
                return None
            n, exp = root, exp // ratio_d
        if ratio_n < 0:
            # Only powers of 2 and of 5 have a finite inverse.
            twos = fives = 0
            while n % 2 == 0:
                n //= 2
                twos += 1
            while n % 5 == 0:
                n //= 5
                fives += 1
            if n != 1:
                return None
            count = -ratio_n
            shift = max(twos, fives) * count
            if shift > limit * 4:
                return None
            result = 10 ** shift // (2 ** (twos * count) * 5 ** (fives * count))
            exp = -exp * count - shift
        else:
            if _digit_count(n) > 1 and ratio_n * (_digit_count(n) - 1) > limit \
                    or ratio_n * n.bit_length() > limit * 4 + n.bit_length():
                return None
            result = n ** ratio_n
            exp *= ratio_n
        if _digit_count(result) > limit:
            return None
        if other._is_integer() and not other._sign:
            ideal = self._exp * int(other)
            zeros = max(0, min(exp - ideal, limit - _digit_count(result)))
            result *= 10 ** zeros
            exp -= zeros
        return _finite(0, result, exp)

    def _power(self, other, precision):
        """(coefficient, exponent) of a result that rounds correctly."""
        extra = 3
        while True:
            digits = precision + extra
            work = digits + max(0, other.adjusted()) + len(str(abs(self.adjusted()) + 1)) + 5
            log = _ln_scaled(self._int, self._exp, work)
            if other._exp >= 0:
                scaled = log * other._int * 10 ** other._exp
            else:
                scaled = log * other._int // 10 ** -other._exp
            if other._sign:
                scaled = -scaled
            n, exp = _exp_scaled(scaled, work, digits)
            if n % (5 * 10 ** (len(str(n)) - precision - 1)):
                return n, exp
            extra += 3

    def exp(self, context=None):
        if context is None:
            context = getcontext()
        nan = self._check_nans(None, context)
        if nan is not None:
            return nan
        if self._special:
            return _zero if self._sign else Decimal(self)
        if not self:
            return _one
        adjusted = self.adjusted()
        precision = context.prec
        if not self._sign and adjusted > len(str((context.Emax + 1) * 3)):
            result = _finite(0, 1, context.Emax + 1)
        elif self._sign and adjusted > len(str((-context.Etiny() + 1) * 3)):
            result = _finite(0, 1, context.Etiny() - 1)
        elif not self._sign and adjusted < -precision:
            result = _finite(0, 10 ** precision + 1, -precision)
        elif self._sign and adjusted < -precision - 1:
            result = _finite(0, 10 ** (precision + 1) - 1, -precision - 1)
        else:
            extra = 3
            while True:
                digits = precision + extra
                work = digits + max(0, adjusted) + 5
                scaled = (self._int * 10 ** (self._exp + work) if self._exp + work >= 0
                          else self._int // 10 ** -(self._exp + work))
                n, exp = _exp_scaled(-scaled if self._sign else scaled, work, digits)
                if n % (5 * 10 ** (len(str(n)) - precision - 1)):
                    break
                extra += 3
            result = _finite(0, n, exp)
        return result._fix(context._keeping(ROUND_HALF_EVEN))

    def _log(self, context, is_exact, scaled):
        """The logarithm that `scaled(n, exp, places)` computes; is_exact: its exact value."""
        if context is None:
            context = getcontext()
        nan = self._check_nans(None, context)
        if nan is not None:
            return nan
        if not self:
            return _minus_infinity
        if self._sign:
            return context._raise(InvalidOperation)
        if self._special:
            return _infinity
        exact = is_exact(self)
        if exact is not None:
            return exact._fix(context._keeping(ROUND_HALF_EVEN))
        precision = context.prec
        places = precision - self._log10_exp_bound() + 2
        while True:
            n = scaled(self._int, self._exp, places)
            if n and n % (5 * 10 ** max(0, len(str(abs(n))) - precision - 1)) \
                    and len(str(abs(n))) > precision:
                break
            places += 3
        return _finite(1 if n < 0 else 0, abs(n), -places)._fix(
            context._keeping(ROUND_HALF_EVEN))

    def ln(self, context=None):
        return self._log(context, lambda d: _zero if d == _one else None, _ln_scaled)

    def log10(self, context=None):
        def exact(d):
            n, exp = d._int, d._exp
            while n % 10 == 0:
                n //= 10
                exp += 1
            return Decimal(exp) if n == 1 else None

        def scaled(n, exp, places):
            work = places + 10 + len(str(abs(exp)))
            return _ln_scaled(n, exp, work) * 10 ** places // _ln_scaled(10, 0, work)

        return self._log(context, exact, scaled)

    def sqrt(self, context=None):
        if context is None:
            context = getcontext()
        if self._special:
            nan = self._check_nans(None, context)
            if nan is not None:
                return nan
            if not self._sign:
                return Decimal(self)
        if not self:
            return _finite(self._sign, 0, self._exp >> 1)._fix(context)
        if self._sign:
            return context._raise(InvalidOperation)
        prec = context.prec + 1
        exp = self._exp >> 1
        n = self._int
        count = _digit_count(n)
        if self._exp & 1:
            n *= 10
            half = (count >> 1) + 1
        else:
            half = count + 1 >> 1
        shift = prec - half
        if shift >= 0:
            n *= 100 ** shift
            exact = True
        else:
            n, rest = divmod(n, 100 ** -shift)
            exact = not rest
        exp -= shift
        root = math.isqrt(n)
        exact = exact and root * root == n
        if exact:
            if shift >= 0:
                root //= 10 ** shift
            else:
                root *= 10 ** -shift
            exp += shift
        elif root % 5 == 0:
            root += 1
        return _finite(0, root, exp)._fix(context._keeping(ROUND_HALF_EVEN))

    # ---- other operations

    def normalize(self, context=None):
        if self._special:
            nan = self._check_nans(None, context)
            if nan is not None:
                return nan
        if context is None:
            context = getcontext()
        d = self._fix(context)
        if d._special:
            return d
        if not d._int:
            return _finite(d._sign, 0, 0)
        top = context.Etop() if context.clamp else context.Emax
        n, exp = d._int, d._exp
        while n % 10 == 0 and exp < top:
            n //= 10
            exp += 1
        return _finite(d._sign, n, exp)

    def copy_abs(self):
        return _make(Decimal, 0, self._int, self._exp, self._special)

    def copy_negate(self):
        return _make(Decimal, 1 - self._sign, self._int, self._exp, self._special)

    def copy_sign(self, other, context=None):
        other = _convert(other, True)
        return _make(Decimal, other._sign, self._int, self._exp, self._special)

    def canonical(self):
        return self

    def is_canonical(self):
        return True

    def is_finite(self):
        return self._special is None

    def is_infinite(self):
        return self._special == 'inf'

    def is_nan(self):
        return self._is_nan()

    def is_qnan(self):
        return self._special == 'nan'

    def is_snan(self):
        return self._special == 'snan'

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return self._special is None and not self._int

    def is_normal(self, context=None):
        if self._special or not self:
            return False
        return (context or getcontext()).Emin <= self.adjusted()

    def is_subnormal(self, context=None):
        if self._special or not self:
            return False
        return self.adjusted() < (context or getcontext()).Emin

    def _is_integer(self):
        if self._special:
            return False
        return self._exp >= 0 or self._int % 10 ** -self._exp == 0

    def _is_even(self):
        if not self._int or self._exp > 0:
            return True
        return self._int // 10 ** -self._exp % 2 == 0

    def number_class(self, context=None):
        if self._special == 'snan':
            return 'sNaN'
        if self._special == 'nan':
            return 'NaN'
        sign = '-' if self._sign else '+'
        if self._special:
            return sign + 'Infinity'
        if not self._int:
            return sign + 'Zero'
        return sign + ('Subnormal' if self.is_subnormal(context) else 'Normal')

    def radix(self):
        return Decimal(10)

    def logb(self, context=None):
        nan = self._check_nans(None, context)
        if nan is not None:
            return nan
        context = context or getcontext()
        if self._special:
            return _infinity
        if not self:
            return context._raise(DivisionByZero, None, _minus_infinity)
        return Decimal(self.adjusted())._fix(context)

    def scaleb(self, other, context=None):
        context = context or getcontext()
        other = _convert(other, True)
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        if other._special or other._exp != 0:
            return context._raise(InvalidOperation)
        limit = 2 * (context.Emax + context.prec)
        if not -limit <= int(other) <= limit:
            return context._raise(InvalidOperation)
        if self._special:
            return Decimal(self)
        return _finite(self._sign, self._int, self._exp + int(other))._fix(context)

    def _extreme(self, other, context, sign, magnitude):
        """max() and its like: the larger of sign * self and sign * other."""
        other = _convert(other, True)
        context = context or getcontext()
        if self._special or other._special:
            mine, theirs = self._is_nan(), other._is_nan()
            if mine or theirs:
                if theirs and not mine and other._special == 'nan':
                    return self._fix(context)
                if mine and not theirs and self._special == 'nan':
                    return other._fix(context)
                return self._check_nans(other, context)
        order = (self.copy_abs()._cmp(other.copy_abs()) if magnitude else self._cmp(other))
        if order == 0 and magnitude:
            order = self._cmp(other)
        if order == 0:
            order = int(self.compare_total(other))
        return (other if order * sign < 0 else self)._fix(context)

    def max(self, other, context=None):
        return self._extreme(other, context, 1, False)

    def min(self, other, context=None):
        return self._extreme(other, context, -1, False)

    def max_mag(self, other, context=None):
        return self._extreme(other, context, 1, True)

    def min_mag(self, other, context=None):
        return self._extreme(other, context, -1, True)

    def _next(self, context, rounding, edge, sign):
        context = context or getcontext()
        nan = self._check_nans(None, context)
        if nan is not None:
            return nan
        if self._special:
            if self._sign == (1 if sign > 0 else 0):
                return _finite(self._sign, 10 ** context.prec - 1, context.Etop())
            return edge
        quiet = context._with(rounding=rounding)
        new = self._fix(quiet)
        if new != self:
            return new
        step = _finite(0 if sign > 0 else 1, 1, context.Etiny() - 1)
        return self.__add__(step, quiet)

    def next_plus(self, context=None):
        return self._next(context, ROUND_CEILING, _infinity, 1)

    def next_minus(self, context=None):
        return self._next(context, ROUND_FLOOR, _minus_infinity, -1)

    def next_toward(self, other, context=None):
        other = _convert(other, True)
        context = context or getcontext()
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        order = self._cmp(other)
        if order == 0:
            return self.copy_sign(other)
        result = self.next_plus(context) if order < 0 else self.next_minus(context)
        if result._special:
            context._raise(Overflow, None, result)
            context._raise(Inexact)
            context._raise(Rounded)
        elif result.adjusted() < context.Emin:
            context._raise(Underflow)
            context._raise(Subnormal)
            context._raise(Inexact)
            context._raise(Rounded)
            if not result:
                context._raise(Clamped)
        return result

    def _moved(self, other, context, rotate):
        context = context or getcontext()
        other = _convert(other, True)
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        if other._special or other._exp != 0 or not -context.prec <= int(other) <= context.prec:
            return context._raise(InvalidOperation)
        if self._special:
            return Decimal(self)
        places = int(other)
        digits = str(self._int).zfill(context.prec)[-context.prec:]
        if rotate:
            digits = digits[places:] + digits[:places]
        elif places < 0:
            digits = digits[:places]
        else:
            digits = (digits + '0' * places)[-context.prec:]
        return _finite(self._sign, int(digits or '0'), self._exp)

    def rotate(self, other, context=None):
        return self._moved(other, context, True)

    def shift(self, other, context=None):
        return self._moved(other, context, False)

    def _logical(self):
        return (self._special is None and self._sign == 0 and self._exp == 0
                and not set(str(self._int)) - {'0', '1'})

    def _bitwise(self, other, context, operation):
        context = context or getcontext()
        other = _convert(other, True)
        if not self._logical() or not other._logical():
            return context._raise(InvalidOperation)
        a = int(str(self._int)[-context.prec:], 2)
        b = int(str(other._int)[-context.prec:], 2)
        return _finite(0, int(bin(operation(a, b))[2:]), 0)

    def logical_and(self, other, context=None):
        return self._bitwise(other, context, lambda a, b: a & b)

    def logical_or(self, other, context=None):
        return self._bitwise(other, context, lambda a, b: a | b)

    def logical_xor(self, other, context=None):
        return self._bitwise(other, context, lambda a, b: a ^ b)

    def logical_invert(self, context=None):
        context = context or getcontext()
        return self.logical_xor(_finite(0, int('1' * context.prec), 0), context)

    # ---- format()

    def __format__(self, specifier, context=None):
        spec = _parse_format(specifier)
        if context is None:
            context = getcontext()
        if self._special:
            body = self.copy_abs()._text(False, context)
            if spec['type'] == '%':
                body += '%'
            return _aligned(self._sign, body, spec, zeros=False)
        kind = spec['type'] or ('G' if context.capitals else 'g')
        d = _finite(self._sign, self._int, self._exp + 2) if kind == '%' else self
        precision = spec['precision']
        rounding = context.rounding
        if precision is not None:
            if kind in 'eE':
                d = d._to_digits(precision + 1, rounding)
            elif kind in 'fF%':
                d = d._rescale(-precision, rounding)
            elif d._int and _digit_count(d._int) > precision:
                d = d._to_digits(max(precision, 1), rounding)
        if not d._int and d._exp > 0 and kind in 'fF%':
            d = d._rescale(0, rounding)
        sign = d._sign
        if not d._int and spec['no_negative_zero']:
            sign = 0
        digits = str(d._int)
        left = d._exp + len(digits)
        if kind in 'eE':
            point = 1 - precision if not d._int and precision is not None else 1
        elif kind in 'fF%':
            point = left
        elif d._exp <= 0 and left > -6:
            point = left
        else:
            point = 1
        if point < 0:
            whole, fraction = '0', '0' * -point + digits
        elif point > len(digits):
            whole, fraction = digits + '0' * (point - len(digits)), ''
        else:
            whole, fraction = digits[:point] or '0', digits[point:]
        exponent = left - point
        tail = ''
        if exponent != 0 or kind in 'eE':
            tail = f'{"E" if kind in "EG" else "e"}{exponent:+d}'
        if kind == '%':
            tail += '%'
        if fraction or spec['alternate']:
            tail = '.' + fraction + tail
        return _aligned(sign, whole, spec, tail)

    def _to_digits(self, places, rounding):
        """Rounded to that many significant digits."""
        if not self._int:
            return _finite(self._sign, 0, self.adjusted() + 1 - places)
        d = self._rescale(self.adjusted() + 1 - places, rounding)
        if d.adjusted() != self.adjusted():
            d = d._rescale(d.adjusted() + 1 - places, rounding)
        return d


def _make(cls, sign, n, exp, special):
    d = object.__new__(cls)
    d._sign = sign
    d._int = n
    d._exp = exp
    d._special = special
    return d


def _finite(sign, n, exp):
    d = object.__new__(Decimal)
    d._sign = sign
    d._int = n
    d._exp = exp
    d._special = None
    return d


_infinity = _make(Decimal, 0, 0, 0, 'inf')
_minus_infinity = _make(Decimal, 1, 0, 0, 'inf')
_nan = _make(Decimal, 0, -1, 0, 'nan')
_zero, _one, _minus_one = _finite(0, 0, 0), _finite(0, 1, 0), _finite(1, 1, 0)


def _parse(text):
    """(sign, coefficient, exponent, special) of text, or None."""
    sign = 0
    if text[:1] in ('+', '-'):
        sign = 1 if text[0] == '-' else 0
        text = text[1:]
    lower = text.lower()
    if lower in ('inf', 'infinity'):
        return sign, 0, 0, 'inf'
    for start, special in (('nan', 'nan'), ('snan', 'snan')):
        if lower.startswith(start):
            digits = lower[len(start):]
            if digits and not digits.isdecimal():
                return None
            return sign, int(digits or '0') or -1, 0, special
    mantissa, has_exponent, exponent = lower.partition('e')
    whole, _, fraction = mantissa.partition('.')
    digits = whole + fraction
    if not digits or not digits.isdecimal():
        return None
    exp = 0
    if has_exponent:
        if not exponent.lstrip('+-').isdecimal() or len(exponent) - len(exponent.lstrip('+-')) > 1:
            return None
        exp = int(exponent)
    limit = sys.get_int_max_str_digits()
    if limit and len(digits) > limit:
        n = 0
        for i in range(0, len(digits), limit):
            part = digits[i:i + limit]
            n = n * 10 ** len(part) + int(part)
    else:
        n = int(digits)
    return sign, n, exp - len(fraction), None


def _from_tuple(value):
    if len(value) != 3:
        raise ValueError('argument must be a sequence of length 3')
    sign, digits, exponent = value
    if not isinstance(sign, int) or sign not in (0, 1):
        raise ValueError('sign must be an integer with the value 0 or 1')
    n = 0
    for digit in digits:
        if not isinstance(digit, int) or not 0 <= digit <= 9:
            raise ValueError('coefficient must be a tuple of digits')
        n = n * 10 + digit
    if exponent == 'F':
        return sign, 0, 0, 'inf'
    if exponent in ('n', 'N'):
        return sign, n or -1, 0, 'nan' if exponent == 'n' else 'snan'
    if not isinstance(exponent, int):
        raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
    return sign, n, exponent, None


def _convert(other, required=False):
    if isinstance(other, Decimal):
        return other
    if isinstance(other, int):
        return _finite(1 if other < 0 else 0, abs(int(other)), 0)
    if required:
        raise TypeError(f'conversion from {type(other).__name__} to Decimal is not supported')
    return NotImplemented


def _convert_for_comparison(self, other, equality=False):
    if isinstance(other, Decimal):
        return other
    if isinstance(other, int):
        return _finite(1 if other < 0 else 0, abs(int(other)), 0)
    if isinstance(other, numbers.Rational):
        if self._special:
            return _finite(1 if other < 0 else 0, abs(other.numerator), 0)
        # Whether self is above or below numerator / denominator, as a number of that order.
        n, d = self.as_integer_ratio()
        left, right = n * other.denominator, other.numerator * d
        order = (left > right) - (left < right)
        return self if order == 0 else _minus_infinity if order > 0 else _infinity
    if equality and isinstance(other, complex) and other.imag == 0:
        other = other.real
    if isinstance(other, float):
        context = getcontext()
        if equality:
            context.flags[FloatOperation] = True
        else:
            context._raise(FloatOperation)
        return Decimal.from_float(other)
    return NotImplemented


def _rounded(sign, n, places, rounding):
    """(n without its last digits, whether they were not zero)"""
    unit = 10 ** min(places, 2 * n.bit_length() + 10)
    kept, rest = divmod(n, unit)
    if not rest:
        return kept, False
    if rounding == ROUND_HALF_EVEN:
        up = 2 * rest > unit or 2 * rest == unit and kept & 1
    elif rounding == ROUND_HALF_UP:
        up = 2 * rest >= unit
    elif rounding == ROUND_DOWN:
        up = False
    elif rounding == ROUND_UP:
        up = True
    elif rounding == ROUND_HALF_DOWN:
        up = 2 * rest > unit
    elif rounding == ROUND_CEILING:
        up = not sign
    elif rounding == ROUND_FLOOR:
        up = sign
    else:
        up = kept % 5 == 0
    return (kept + 1 if up else kept), True


def _integer_root(n, k):
    """The k-th root of n where it is an integer, else None."""
    if k > n.bit_length():
        return 1 if n == 1 else None
    low, high = 1, 1 << n.bit_length() // k + 1
    while low < high:
        middle = (low + high + 1) // 2
        if middle ** k <= n:
            low = middle
        else:
            high = middle - 1
    return low if low ** k == n else None


# Logarithms and exponentials in fixed point: integers that stand for x * 2 ** bits.

def _ln2_fixed(bits):
    """ln 2 by Machin's formula: 18 atanh 1/26 - 2 atanh 1/4801 + 8 atanh 1/8749."""
    bits += 10
    total = 0
    for factor, x in ((18, 26), (-2, 4801), (8, 8749)):
        term = (1 << bits) // x
        square = x * x
        k, part = 1, 0
        while term:
            part += term // k
            term //= square
            k += 2
        total += factor * part
    return total >> 10


def _ln_fixed(x, bits):
    """ln(x / 2 ** bits), for x > 0."""
    guard = 20
    shift = x.bit_length() - bits - 1
    # m in [1, 2), made close to 1 by square roots, then ln m = 2 atanh((m - 1) / (m + 1)).
    work = bits + guard
    m = x << guard - shift if guard >= shift else x >> shift - guard
    roots = max(2, math.isqrt(bits) // 4)
    work += roots
    m <<= roots
    for _ in range(roots):
        m = math.isqrt(m << work)
    one = 1 << work
    y = (m - one << work) // (m + one)
    square = y * y >> work
    total, term, k = 0, y, 1
    while term:
        total += term // k
        term = term * square >> work
        k += 2
    result = total << roots + 1
    result = result >> work - bits
    return result + shift * _ln2_fixed(bits)


def _ln_scaled(n, exp, places):
    """About ln(n * 10 ** exp) * 10 ** places; wrong by a few units at most."""
    bits = int(places * 3.3219280948873626) + 30 + n.bit_length() + abs(exp).bit_length()
    result = _ln_fixed(n << bits, bits)
    if exp:
        result += exp * _ln_fixed(10 << bits, bits)
    scaled = result * 10 ** (places + 3) >> bits
    return (scaled + 500) // 1000


def _exp_scaled(x, places, digits):
    """(n, exponent) of e ** (x / 10 ** places), n of about `digits` digits."""
    # e ** x = 10 ** q * e ** r with r in [0, ln 10).
    bits = int(max(places, digits) * 3.3219280948873626) + 40
    fixed = (x << bits) // 10 ** places
    ln10 = _ln_fixed(10 << bits, bits)
    q, r = divmod(fixed, ln10)
    halvings = max(4, math.isqrt(bits))
    work = bits + 2 * halvings
    r = r << work - bits
    r >>= halvings
    total = term = 1 << work
    k = 1
    while term:
        term = (term * r >> work) // k
        total += term
        k += 1
    for _ in range(halvings):
        total = total * total >> work
    n = total * 10 ** digits >> work
    return n, q - digits


def _keeping(self, rounding):
    """This context with another rounding; signals still go to it."""
    context = object.__new__(Context)
    for name in ('prec', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'):
        object.__setattr__(context, name, getattr(self, name))
    object.__setattr__(context, 'rounding', rounding)
    return context


Context._keeping = _keeping


def _parse_format(text):
    spec = {'fill': ' ', 'align': None, 'sign': '-', 'no_negative_zero': False,
            'alternate': False, 'zeros': False, 'width': 0, 'separator': '', 'precision': None,
            'type': ''}

    def invalid():
        raise ValueError('invalid format string')

    if not isinstance(text, str):
        raise TypeError('__format__() argument 1 must be str, not ' + type(text).__name__)
    rest = text
    if len(rest) > 1 and rest[1] in '<>=^':
        spec['fill'], spec['align'], rest = rest[0], rest[1], rest[2:]
    elif rest[:1] and rest[0] in '<>=^':
        spec['align'], rest = rest[0], rest[1:]
    if rest[:1] and rest[0] in '+- ':
        spec['sign'], rest = rest[0], rest[1:]
    if rest[:1] == 'z':
        spec['no_negative_zero'], rest = True, rest[1:]
    if rest[:1] == '#':
        spec['alternate'], rest = True, rest[1:]
    if rest[:1] == '0':
        if spec['align'] is not None:
            invalid()
        spec['zeros'], rest = True, rest[1:]

    def number(rest):
        end = 0
        while end < len(rest) and rest[end].isdecimal():
            end += 1
        return rest[:end], rest[end:]

    width, rest = number(rest)
    spec['width'] = int(width or '0')
    if rest[:1] and rest[0] in ',_':
        spec['separator'], rest = rest[0], rest[1:]
    if rest[:1] == '.':
        precision, rest = number(rest[1:])
        if not precision:
            invalid()
        spec['precision'] = int(precision)
    if rest[:1] == 'n':
        rest = 'g' + rest[1:]
    if rest:
        if len(rest) > 1 or rest not in 'eEfFgG%':
            invalid()
        spec['type'] = rest
    if spec['precision'] == 0 and spec['type'] in ('', 'g', 'G'):
        spec['precision'] = 1
    return spec


def _aligned(sign, whole, spec, tail='', zeros=True):
    mark = '-' if sign else spec['sign'] if spec['sign'] in '+ ' else ''
    width = spec['width']
    least = width - len(mark) - len(tail) if spec['zeros'] and zeros else 0
    separator = spec['separator']
    if separator and zeros:
        groups = []
        digits = whole
        while True:
            room = min(max(len(digits), least, 1), 3)
            groups.append('0' * (room - len(digits)) + digits[-room:])
            digits = digits[:-room]
            least -= room
            if not digits and least <= 0:
                break
            least -= 1
        whole = separator.join(reversed(groups))
    else:
        whole = '0' * (least - len(whole)) + whole
    body = whole + tail
    padding = spec['fill'] * (width - len(mark) - len(body))
    align = spec['align'] or '>'
    if align == '<':
        return mark + body + padding
    if align == '=':
        return mark + padding + body
    if align == '^':
        half = len(padding) // 2
        return padding[:half] + mark + body + padding[half:]
    return padding + mark + body


class _Template:
    prec, rounding, Emin, Emax, capitals, clamp = 28, ROUND_HALF_EVEN, -999999, 999999, 1, 0
    traps = (DivisionByZero, Overflow, InvalidOperation)


_template = _Template
DefaultContext = Context()
_template = DefaultContext
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP,
                       traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow],
                       flags=[])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[], flags=[])
_context_methods()
numbers.Number.register(Decimal)
