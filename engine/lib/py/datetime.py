"""Dates and times of day."""

__all__ = ['date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo', 'MINYEAR', 'MAXYEAR',
           'UTC']

import time as _time

MINYEAR = 1
MAXYEAR = 9999

_month_days = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_days_before = [0, 0]
for _n in _month_days[1:-1]:
    _days_before.append(_days_before[-1] + _n)
_month_names = (None, 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov',
                'Dec')
_day_names = (None, 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')
_MAXORDINAL = 3652059


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    return 29 if month == 2 and _is_leap(year) else _month_days[month]


def _days_before_year(year):
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400


def _days_before_month(year, month):
    return _days_before[month] + (month > 2 and _is_leap(year))


def _ymd2ord(year, month, day):
    return _days_before_year(year) + _days_before_month(year, month) + day


def _ord2ymd(n):
    n -= 1
    n400, n = divmod(n, 146097)
    year = n400 * 400 + 1
    n100, n = divmod(n, 36524)
    n4, n = divmod(n, 1461)
    n1, n = divmod(n, 365)
    year += n100 * 100 + n4 * 4 + n1
    if n1 == 4 or n100 == 4:
        return year - 1, 12, 31
    month = 1
    while True:
        days = _days_in_month(year, month)
        if n < days:
            return year, month, n + 1
        n -= days
        month += 1


def _int(value):
    if isinstance(value, int):
        return value
    method = getattr(type(value), '__index__', None)
    if method is None:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return method(value)


def _check_date(year, month, day):
    year, month, day = _int(year), _int(month), _int(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'year {year} is out of range')
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError('day is out of range for month')
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    hour, minute, second = _int(hour), _int(minute), _int(second)
    microsecond = _int(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError('hour must be in 0..23')
    if not 0 <= minute <= 59:
        raise ValueError('minute must be in 0..59')
    if not 0 <= second <= 59:
        raise ValueError('second must be in 0..59')
    if not 0 <= microsecond <= 999999:
        raise ValueError('microsecond must be in 0..999999')
    if fold not in (0, 1):
        raise ValueError('fold must be either 0 or 1')
    return hour, minute, second, microsecond, fold


def _check_tz(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError('tzinfo argument must be None or of a tzinfo subclass, '
                        f"not type '{type(tz).__name__}'")


def _of_zone(zone, name, moment):
    """What utcoffset(), dst() or tzname() of a zone says, checked."""
    if zone is None:
        return None
    value = getattr(zone, name)(moment)
    if type(zone) is timezone or value is None:
        return value
    if name == 'tzname':
        if not isinstance(value, str):
            raise TypeError('tzinfo.tzname() must return None or a string, '
                            f"not '{type(value).__name__}'")
    elif not isinstance(value, timedelta):
        raise TypeError(f'tzinfo.{name}() must return None or timedelta, '
                        f"not '{type(value).__name__}'")
    elif not -timedelta(1) < value < timedelta(1):
        raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and '
                         'timedelta(hours=24).')
    return value


def _has_two_offsets(moment):
    """Whether the clock is put on or back at that time."""
    zone = moment._tzinfo
    if zone is None or type(zone) is timezone:
        return False
    return moment.utcoffset() != moment.replace(fold=not moment._fold).utcoffset()


def _format_offset(offset, separator=':'):
    if offset is None:
        return ''
    sign = '+'
    if offset.days < 0:
        sign = '-'
        offset = -offset
    seconds = offset.days * 86400 + offset.seconds
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    text = f'{sign}{hours:02d}{separator}{minutes:02d}'
    if seconds or offset.microseconds:
        text += f'{separator}{seconds:02d}'
        if offset.microseconds:
            text += f'.{offset.microseconds:06d}'
    return text


def _format_time(hour, minute, second, microsecond, timespec):
    if timespec == 'auto':
        timespec = 'microseconds' if microsecond else 'seconds'
    if timespec == 'hours':
        return f'{hour:02d}'
    if timespec == 'minutes':
        return f'{hour:02d}:{minute:02d}'
    text = f'{hour:02d}:{minute:02d}:{second:02d}'
    if timespec == 'seconds':
        return text
    if timespec == 'milliseconds':
        return f'{text}.{microsecond // 1000:03d}'
    if timespec == 'microseconds':
        return f'{text}.{microsecond:06d}'
    raise ValueError('Unknown timespec value')


def _strftime(obj, format, timetuple):
    """strftime with what time.strftime does not know: %f, %z, %:z and %Z."""
    out = []
    i, n = 0, len(format)
    while i < n:
        c = format[i]
        i += 1
        if c != '%' or i >= n:
            out.append(c)
            continue
        c = format[i]
        i += 1
        if c == 'f':
            out.append(f"{getattr(obj, 'microsecond', 0):06d}")
        elif c == 'z':
            out.append(_offset_text(obj, ''))
        elif c == ':' and format[i:i + 1] == 'z':
            i += 1
            out.append(_offset_text(obj, ':'))
        elif c == 'Z':
            name = obj.tzname() if hasattr(obj, 'tzname') else None
            out.append('' if name is None else name.replace('%', '%%'))
        elif c in 'YG' and timetuple[0] < 1000:
            year = timetuple[0] if c == 'Y' else date(*timetuple[:3]).isocalendar()[0]
            out.append(f'{year:04d}')
        elif c == 'F' and timetuple[0] < 1000:
            out.append('%04d-%02d-%02d' % timetuple[:3])
        else:
            out.append('%' + c)
    return _time.strftime(''.join(out), timetuple)


def _offset_text(obj, separator):
    offset = obj.utcoffset() if hasattr(obj, 'utcoffset') else None
    return _format_offset(offset, separator)


# ---- reading ISO 8601

def _digits_at(text, i, count):
    part = text[i:i + count]
    if len(part) != count or not part.isascii() or not part.isdigit():
        raise ValueError('not digits')
    return int(part)


def _parse_iso_date(text):
    """(year, month, day) of YYYY-MM-DD, YYYYMMDD, YYYY-Www-D and the like."""
    year = _digits_at(text, 0, 4)
    dash = text[4:5] == '-'
    i = 5 if dash else 4
    if text[i:i + 1] == 'W':
        week = _digits_at(text, i + 1, 2)
        i += 3
        day = 1
        if i < len(text):
            if dash:
                if text[i] != '-':
                    raise ValueError('no dash')
                i += 1
            day = _digits_at(text, i, 1)
            i += 1
        if i != len(text):
            raise ValueError('too long')
        return _iso_to_ymd(year, week, day)
    month = _digits_at(text, i, 2)
    i += 2
    if dash:
        if text[i:i + 1] != '-':
            raise ValueError('no dash')
        i += 1
    day = _digits_at(text, i, 2)
    if i + 2 != len(text):
        raise ValueError('too long')
    return year, month, day


def _end_of_date(text):
    """Where the date ends in the text of a date and a time, between which anything may stand."""
    n = len(text)
    dash = text[4] == '-'
    if text[4 + dash] != 'W':
        return 10 if dash else min(n, 8)
    if dash:
        if text[8:9] != '-' or n > 10 and text[10].isdigit():
            return 8
        return 10
    digits = 7
    while digits < n and text[digits].isdigit():
        digits += 1
    # All digits: whether there is a day of the week is told by how many they are.
    return digits if digits < 9 else 7 if digits % 2 == 0 else 8


def _parse_clock(text):
    """[hour, minute, second, microsecond] of HH[:MM[:SS[.f…]]] or HHMMSS."""
    parts = [0, 0, 0, 0]
    i = 0
    colon = text[2:3] == ':'
    for k in range(3):
        parts[k] = _digits_at(text, i, 2)
        i += 2
        if i >= len(text):
            return parts
        if text[i] in '.,' and k == 2:
            break
        if colon:
            if text[i] != ':' or k == 2:
                raise ValueError('no colon')
            i += 1
        elif k == 2:
            raise ValueError('too long')
    fraction = text[i + 1:]
    if not fraction or not fraction.isascii() or not fraction.isdigit():
        raise ValueError('no fraction')
    parts[3] = int(fraction[:6].ljust(6, '0'))
    return parts


def _parse_iso_time(text):
    """(hour, minute, second, microsecond, tzinfo, day is over)"""
    text = text.removeprefix('T')
    tz = None
    for i, c in enumerate(text):
        if c in '+-Z':
            if c == 'Z':
                if i + 1 != len(text):
                    raise ValueError('after Z')
                tz = timezone.utc
            else:
                zone = text[i + 1:]
                if len(zone) < 2:
                    raise ValueError('zone too short')
                h, m, s, us = _parse_clock(zone)
                if h > 23 or m > 59 or s > 59:
                    raise ValueError('zone')
                offset = timedelta(hours=h, minutes=m, seconds=s, microseconds=us)
                if not offset:
                    tz = timezone.utc
                else:
                    tz = timezone(-offset if c == '-' else offset)
            text = text[:i]
            break
    return (*_parse_clock(text), tz)


def _iso_week1(year):
    """The ordinal of the Monday of week 1."""
    first = _ymd2ord(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def _iso_to_ymd(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'Year is out of range: {year}')
    if not 0 < week < 53:
        if not (week == 53 and _iso_week1(year + 1) - _iso_week1(year) == 371):
            raise ValueError(f'Invalid week: {week}')
    if not 0 < day < 8:
        raise ValueError(f'Invalid weekday: {day} (range is [1, 7])')
    return _ord2ymd(_iso_week1(year) + (week - 1) * 7 + day - 1)


# ---- timedelta

def _round_half_even(numerator, denominator):
    q, r = divmod(numerator, denominator)
    r *= 2
    if r > denominator or r == denominator and q % 2:
        q += 1
    return q


class timedelta:
    """A duration: days, seconds and microseconds."""

    __slots__ = ('_days', '_seconds', '_microseconds')

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0,
                weeks=0):
        if type(days) is int and type(seconds) is int and type(microseconds) is int \
                and not (milliseconds or minutes or hours or weeks):
            return cls._of(days, seconds, microseconds)
        us = 0
        # Whole numbers exactly; the fractions of floats together, rounded once.
        rest = 0.0
        for name, value, unit in (('days', days, 86400000000), ('seconds', seconds, 1000000),
                                  ('microseconds', microseconds, 1),
                                  ('milliseconds', milliseconds, 1000),
                                  ('minutes', minutes, 60000000), ('hours', hours, 3600000000),
                                  ('weeks', weeks, 604800000000)):
            if isinstance(value, int):
                us += value * unit
            elif isinstance(value, float):
                whole = int(value)
                part = value - whole
                us += whole * unit
                part *= unit
                whole = int(part)
                us += whole
                rest += part - whole
            else:
                raise TypeError(f'unsupported type for timedelta {name} component: '
                                f'{type(value).__name__}')
        if rest:
            whole = round(rest)
            # Half-way cases round so that the whole is even.
            if abs(whole - rest) == 0.5 or abs(rest - int(rest)) == 0.5:
                low = int(rest // 1)
                whole = low if (us + low) % 2 == 0 else low + 1
            us += whole
        return cls._of(0, 0, us)

    @classmethod
    def _of(cls, days, seconds, us):
        s, us = divmod(us, 1000000)
        d, s = divmod(seconds + s, 86400)
        days += d
        if not -999999999 <= days <= 999999999:
            raise OverflowError(f'days={days}; must have magnitude <= 999999999')
        self = object.__new__(cls)
        self._days = days
        self._seconds = s
        self._microseconds = us
        return self

    days = property(lambda self: self._days)
    seconds = property(lambda self: self._seconds)
    microseconds = property(lambda self: self._microseconds)

    def _us(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    def __repr__(self):
        parts = []
        if self._days:
            parts.append(f'days={self._days}')
        if self._seconds:
            parts.append(f'seconds={self._seconds}')
        if self._microseconds:
            parts.append(f'microseconds={self._microseconds}')
        cls = self.__class__
        return f"{cls.__module__}.{cls.__qualname__}({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f'{hours}:{minutes:02d}:{seconds:02d}'
        if self._days:
            plural = '' if abs(self._days) == 1 else 's'
            text = f'{self._days} day{plural}, {text}'
        if self._microseconds:
            text += f'.{self._microseconds:06d}'
        return text

    def total_seconds(self):
        return self._us() / 1000000

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._days + other._days, self._seconds + other._seconds,
                                 self._microseconds + other._microseconds)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._days - other._days, self._seconds - other._seconds,
                                 self._microseconds - other._microseconds)
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return other - self
        return NotImplemented

    def __neg__(self):
        return timedelta._of(-self._days, -self._seconds, -self._microseconds)

    def __pos__(self):
        return self

    def __abs__(self):
        return -self if self._days < 0 else self

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(0, 0, self._us() * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._of(0, 0, _round_half_even(self._us() * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._us() // other._us()
        if isinstance(other, int):
            return timedelta._of(0, 0, self._us() // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._us() / other._us()
        if isinstance(other, int):
            if not other:
                raise ZeroDivisionError('division by zero')
            if other < 0:
                return timedelta._of(0, 0, _round_half_even(-self._us(), -other))
            return timedelta._of(0, 0, _round_half_even(self._us(), other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            if not a:
                raise ZeroDivisionError('division by zero')
            n, d = b * self._us(), a
            if d < 0:
                n, d = -n, -d
            return timedelta._of(0, 0, _round_half_even(n, d))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(0, 0, self._us() % other._us())
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            q, r = divmod(self._us(), other._us())
            return q, timedelta._of(0, 0, r)
        return NotImplemented

    def __eq__(self, other):
        return self._us() == other._us() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._us() < other._us() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._us() <= other._us() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._us() > other._us() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._us() >= other._us() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return bool(self._days or self._seconds or self._microseconds)

    def __reduce__(self):
        return self.__class__, (self._days, self._seconds, self._microseconds)


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, seconds=86399, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)


# ---- date

class _IsoCalendarDate(tuple):
    __slots__ = ()
    __match_args__ = ('year', 'week', 'weekday')

    def __new__(cls, year, week, weekday):
        return tuple.__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f'datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})'

    def __reduce__(self):
        return tuple, (tuple(self),)


_IsoCalendarDate.__name__ = _IsoCalendarDate.__qualname__ = 'IsoCalendarDate'


class date:
    """A day of the Gregorian calendar."""

    __slots__ = ('_year', '_month', '_day')

    def __new__(cls, year, month=None, day=None):
        if month is None and _is_state(year, 4, 2):
            return cls(*_date_of(year))
        if month is None or day is None:
            missing = "'month' (pos 2)" if month is None else "'day' (pos 3)"
            raise TypeError(f'function missing required argument {missing}')
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        return self

    @classmethod
    def fromtimestamp(cls, t):
        if t is None:
            raise TypeError("'NoneType' object cannot be interpreted as an integer")
        y, m, d, *_ = _time.localtime(t)
        return cls(y, m, d)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, n):
        if n < 1:
            raise ValueError('ordinal must be >= 1')
        if n > _MAXORDINAL:
            raise ValueError('year is out of range')
        return cls(*_ord2ymd(n))

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        if len(date_string) not in (7, 8, 10):
            raise ValueError(f'Invalid isoformat string: {date_string!r}')
        try:
            year, month, day = _parse_iso_date(date_string)
        except ValueError:
            raise ValueError(f'Invalid isoformat string: {date_string!r}') from None
        return cls(year, month, day)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls(*_iso_to_ymd(year, week, day))

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    def __repr__(self):
        cls = self.__class__
        return f'{cls.__module__}.{cls.__qualname__}({self._year}, {self._month}, {self._day})'

    def isoformat(self):
        return f'{self._year:04d}-{self._month:02d}-{self._day:02d}'

    __str__ = isoformat

    def ctime(self):
        weekday = self.toordinal() % 7 or 7
        return (f'{_day_names[weekday]} {_month_names[self._month]} {self._day:2d} 00:00:00 '
                f'{self._year:04d}')

    def strftime(self, format):
        return _strftime(self, format, self.timetuple())

    def __format__(self, fmt):
        if not isinstance(fmt, str):
            raise TypeError(f'must be str, not {type(fmt).__name__}')
        return self.strftime(fmt) if fmt else str(self)

    def timetuple(self):
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(),
                                  _days_before_month(self._year, self._month) + self._day, -1))

    def toordinal(self):
        return _ymd2ord(self._year, self._month, self._day)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year,
                          self._month if month is None else month,
                          self._day if day is None else day)

    __replace__ = replace

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        year = self._year
        today = self.toordinal()
        week, day = divmod(today - _iso_week1(year), 7)
        if week < 0:
            year -= 1
            week, day = divmod(today - _iso_week1(year), 7)
        elif week >= 52 and today >= _iso_week1(year + 1):
            year += 1
            week = 0
        return _IsoCalendarDate(year, week + 1, day + 1)

    def _key(self):
        return self._year, self._month, self._day

    def _comparable(self, other):
        return isinstance(other, date) and not isinstance(other, datetime)

    def __eq__(self, other):
        return self._key() == other._key() if self._comparable(other) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if self._comparable(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._comparable(other) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if isinstance(other, timedelta):
            n = self.toordinal() + other.days
            if 0 < n <= _MAXORDINAL:
                return type(self)(*_ord2ymd(n))
            raise OverflowError('date value out of range')
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __reduce__(self):
        return self.__class__, (_date_state(self),)


# What pickles hold: bytes, as CPython has them.

def _is_state(value, size, month_at):
    if isinstance(value, str):
        value = value.encode('latin-1', 'replace')
    return (isinstance(value, bytes) and len(value) == size
            and (month_at is None or 1 <= value[month_at] & 0x7F <= 12))


def _octets(value):
    return value.encode('latin-1') if isinstance(value, str) else value


def _date_state(d):
    return bytes([*divmod(d._year, 256), d._month, d._day])


def _date_of(state):
    high, low, month, day = _octets(state)[:4]
    return high * 256 + low, month & 0x7F, day


def _time_state(t):
    return bytes([t._hour, t._minute, t._second]) + t._microsecond.to_bytes(3)


def _time_of(state):
    state = _octets(state)
    return state[0] & 0x7F, state[1], state[2], int.from_bytes(state[3:6])


def _marked(state, at, fold, protocol):
    """With the fold in the highest bit of one byte."""
    if not fold or protocol <= 3:
        return state
    return state[:at] + bytes([state[at] | 0x80]) + state[at + 1:]


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)


# ---- tzinfo

class tzinfo:
    """Base of time zones."""

    __slots__ = ()

    def tzname(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def utcoffset(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

    def dst(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError('fromutc: argument must be a datetime')
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError('fromutc: non-None utcoffset() result required')
        dst = dt.dst()
        if dst is None:
            raise ValueError('fromutc: non-None dst() result required')
        standard = offset - dst
        if standard:
            dt += standard
            dst = dt.dst()
            if dst is None:
                raise ValueError('fromutc: tz.dst() gave inconsistent results; cannot convert')
        return dt + dst

    def __reduce__(self):
        arguments = getattr(self, '__getinitargs__', tuple)()
        return self.__class__, arguments, self.__getstate__()


_no_name = object()


class timezone(tzinfo):
    """A fixed distance from UTC."""

    __slots__ = ('_offset', '_name')

    def __new__(cls, offset, name=_no_name):
        if not isinstance(offset, timedelta):
            raise TypeError('timezone() argument 1 must be datetime.timedelta, '
                            f'not {type(offset).__name__}')
        if name is _no_name:
            if not offset:
                return cls.utc
            name = None
        elif not isinstance(name, str):
            raise TypeError(f'timezone() argument 2 must be str, not {type(name).__name__}')
        if not -timedelta(1) < offset < timedelta(1):
            raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) '
                             f'and timedelta(hours=24), not {offset!r}.')
        return cls._create(offset, name)

    def __init_subclass__(cls):
        raise TypeError("type 'datetime.timezone' is not an acceptable base type")

    @classmethod
    def _create(cls, offset, name=None):
        self = tzinfo.__new__(cls)
        self._offset = offset
        self._name = name
        return self

    def __eq__(self, other):
        if isinstance(other, timezone):
            return self._offset == other._offset
        return NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is self.utc:
            return 'datetime.timezone.utc'
        cls = self.__class__
        name = '' if self._name is None else f', {self._name!r}'
        return f'{cls.__module__}.{cls.__qualname__}({self._offset!r}{name})'

    def __str__(self):
        return self.tzname(None)

    def utcoffset(self, dt):
        return self._offset

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        if not self._offset:
            return 'UTC'
        return 'UTC' + _format_offset(self._offset)

    def dst(self, dt):
        return None

    def fromutc(self, dt):
        return dt + self._offset

    def __reduce__(self):
        return self.__class__, (self._offset,) if self._name is None else (self._offset, self._name)


UTC = timezone.utc = timezone._create(timedelta(0))
timezone.min = timezone._create(-timedelta(hours=23, minutes=59))
timezone.max = timezone._create(timedelta(hours=23, minutes=59))


# ---- time

class time:
    """A time of day."""

    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold')

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if _is_state(hour, 6, None):
            return cls(*_time_of(hour), minute or None, fold=_octets(hour)[0] >> 7)
        self = object.__new__(cls)
        (self._hour, self._minute, self._second, self._microsecond,
         self._fold) = _check_time(hour, minute, second, microsecond, fold)
        _check_tz(tzinfo)
        self._tzinfo = tzinfo
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def fromisoformat(cls, time_string):
        if not isinstance(time_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            parts = _parse_iso_time(time_string)
        except ValueError:
            raise ValueError(f'Invalid isoformat string: {time_string!r}') from None
        return cls(*parts)

    def _fields(self):
        return self._hour, self._minute, self._second, self._microsecond

    def _us(self):
        return ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 \
            + self._microsecond

    def _compare_key(self, other, equality):
        if self._tzinfo is other._tzinfo:
            return self._us(), other._us()
        mine, others = self.utcoffset(), other.utcoffset()
        if mine == others:
            return self._us(), other._us()
        if mine is None or others is None:
            if equality:
                return 0, 1
            raise TypeError("can't compare offset-naive and offset-aware times")
        return (self._us() - mine._us(), other._us() - others._us())

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self._compare_key(other, True)
        return a == b

    def __lt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self._compare_key(other, False)
        return a < b

    def __le__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self._compare_key(other, False)
        return a <= b

    def __gt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self._compare_key(other, False)
        return a > b

    def __ge__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self._compare_key(other, False)
        return a >= b

    def __hash__(self):
        offset = (self.replace(fold=0) if self._fold else self).utcoffset()
        return hash(self._us() - (offset._us() if offset else 0))

    def __repr__(self):
        parts = [str(self._hour), str(self._minute)]
        if self._second or self._microsecond:
            parts.append(str(self._second))
        if self._microsecond:
            parts.append(str(self._microsecond))
        if self._tzinfo is not None:
            parts.append(f'tzinfo={self._tzinfo!r}')
        if self._fold:
            parts.append('fold=1')
        cls = self.__class__
        return f"{cls.__module__}.{cls.__qualname__}({', '.join(parts)})"

    def isoformat(self, timespec='auto'):
        return _format_time(*self._fields(), timespec) + _format_offset(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def strftime(self, format):
        return _strftime(self, format, _time.struct_time(
            (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1)))

    def __format__(self, fmt):
        if not isinstance(fmt, str):
            raise TypeError(f'must be str, not {type(fmt).__name__}')
        return self.strftime(fmt) if fmt else str(self)

    def utcoffset(self):
        return _of_zone(self._tzinfo, 'utcoffset', None)

    def tzname(self):
        return _of_zone(self._tzinfo, 'tzname', None)

    def dst(self):
        return _of_zone(self._tzinfo, 'dst', None)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *,
                fold=None):
        return type(self)(self._hour if hour is None else hour,
                          self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo,
                          fold=self._fold if fold is None else fold)

    __replace__ = replace

    def __reduce_ex__(self, protocol):
        state = _marked(_time_state(self), 0, self._fold, protocol)
        zone = () if self._tzinfo is None else (self._tzinfo,)
        return self.__class__, (state, *zone)

    def __reduce__(self):
        return self.__reduce_ex__(2)


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
_time_class = time
_tzinfo_class = tzinfo


# ---- datetime

class datetime(date):
    """A day and a time of day."""

    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold')

    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0,
                tzinfo=None, *, fold=0):
        if _is_state(year, 10, 2):
            state = _octets(year)
            return cls(*_date_of(state), *_time_of(state[4:]), month, fold=state[2] >> 7)
        self = date.__new__(cls, year, month, day)
        (self._hour, self._minute, self._second, self._microsecond,
         self._fold) = _check_time(hour, minute, second, microsecond, fold)
        _check_tz(tzinfo)
        self._tzinfo = tzinfo
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def _from_timestamp(cls, t, utc, tz):
        if isinstance(t, float):
            a, b = t.as_integer_ratio()
            us = _round_half_even(a * 1000000, b)
        else:
            us = _int(t) * 1000000
        seconds, us = divmod(us, 1000000)
        convert = _time.gmtime if utc else _time.localtime
        y, m, d, hh, mm, ss, *_ = convert(seconds)
        result = cls(y, m, d, hh, mm, min(ss, 59), us, tz)
        if tz is None and not utc:
            # The second of two equal times at the end of summer time.
            earlier = _time.localtime(seconds - 86400)
            if earlier.tm_isdst and not _time.localtime(seconds).tm_isdst:
                again = _time.mktime((y, m, d, hh, mm, ss, 0, 0, 1))
                if again < seconds and _time.localtime(again)[:6] == (y, m, d, hh, mm, ss):
                    result._fold = 1
        elif tz is not None:
            result = tz.fromutc(result)
        return result

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_tz(tz)
        return cls._from_timestamp(timestamp, tz is not None, tz)

    @classmethod
    def utcfromtimestamp(cls, t):
        import warnings
        warnings.warn('datetime.datetime.utcfromtimestamp() is deprecated and scheduled for '
                      'removal in a future version. Use timezone-aware objects to represent '
                      'datetimes in UTC: datetime.datetime.fromtimestamp(t, datetime.UTC).',
                      DeprecationWarning, stacklevel=2)
        return cls._from_timestamp(t, True, None)

    @classmethod
    def now(cls, tz=None):
        _check_tz(tz)
        ns = _time.time_ns()
        seconds, rest = divmod(ns, 1000000000)
        result = cls._from_timestamp(seconds, tz is not None, tz)
        return result.replace(microsecond=rest // 1000)

    @classmethod
    def utcnow(cls):
        import warnings
        warnings.warn('datetime.datetime.utcnow() is deprecated and scheduled for removal in a '
                      'future version. Use timezone-aware objects to represent datetimes in UTC: '
                      'datetime.datetime.now(datetime.UTC).', DeprecationWarning, stacklevel=2)
        return cls.now(UTC).replace(tzinfo=None)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        if not isinstance(date, _date_class):
            raise TypeError('combine() argument 1 must be datetime.date, '
                            f'not {type(date).__name__}')
        if not isinstance(time, _time_class):
            raise TypeError('combine() argument 2 must be datetime.time, '
                            f'not {type(time).__name__}')
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second,
                   time.microsecond, time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        text = date_string
        try:
            if len(text) < 7:
                raise ValueError('too short')
            end = _end_of_date(text)
            parts = _parse_iso_date(text[:end])
            rest = text[end + 1:]
            if len(text) > end and not rest:
                raise ValueError('no time')
            clock = _parse_iso_time(rest) if rest and rest[0] != 'T' else (0, 0, 0, 0, None)
            if rest and rest[0] == 'T':
                raise ValueError('two separators')
        except ValueError:
            raise ValueError(f'Invalid isoformat string: {date_string!r}') from None
        return cls(*parts, *clock)

    @classmethod
    def strptime(cls, date_string, format):
        import _strptime
        return _strptime._strptime_datetime(cls, date_string, format)

    def timetuple(self):
        dst = self.dst()
        flag = -1 if dst is None else 1 if dst else 0
        return _time.struct_time((self._year, self._month, self._day, self._hour, self._minute,
                                  self._second, self.weekday(),
                                  _days_before_month(self._year, self._month) + self._day, flag))

    def utctimetuple(self):
        offset = self.utcoffset()
        moment = self - offset if offset else self
        return _time.struct_time((*moment.timetuple()[:8], 0))

    def timestamp(self):
        if self._tzinfo is None:
            seconds = _time.mktime((self._year, self._month, self._day, self._hour, self._minute,
                                    self._second, 0, 0, -1))
            return seconds + self._microsecond / 1e6
        return (self - _epoch).total_seconds()

    def date(self):
        return _date_class(self._year, self._month, self._day)

    def time(self):
        return _time_class(self._hour, self._minute, self._second, self._microsecond,
                           fold=self._fold)

    def timetz(self):
        return _time_class(self._hour, self._minute, self._second, self._microsecond,
                           self._tzinfo, fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None,
                microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._year if year is None else year,
                          self._month if month is None else month,
                          self._day if day is None else day,
                          self._hour if hour is None else hour,
                          self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo,
                          fold=self._fold if fold is None else fold)

    __replace__ = replace

    def _local_zone(self):
        seconds = self.timestamp() if self._tzinfo is None else (self - _epoch).total_seconds()
        moment = _time.localtime(seconds // 1)
        return timezone(timedelta(seconds=moment.tm_gmtoff), moment.tm_zone)

    def astimezone(self, tz=None):
        if tz is not None and not isinstance(tz, _tzinfo_class):
            raise TypeError('tz argument must be an instance of tzinfo')
        mine = self._tzinfo
        offset = None if mine is None else self.utcoffset()
        if offset is None:
            mine = self._local_zone()
            offset = mine.utcoffset(self)
        if tz is None:
            tz = self._local_zone()
        elif tz is mine:
            return self
        return tz.fromutc((self.replace(tzinfo=None) - offset).replace(tzinfo=tz))

    def ctime(self):
        weekday = self.toordinal() % 7 or 7
        return (f'{_day_names[weekday]} {_month_names[self._month]} {self._day:2d} '
                f'{self._hour:02d}:{self._minute:02d}:{self._second:02d} {self._year:04d}')

    def isoformat(self, sep='T', timespec='auto'):
        return (f'{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}'
                + _format_time(self._hour, self._minute, self._second, self._microsecond, timespec)
                + _format_offset(self.utcoffset()))

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute]
        if self._second or self._microsecond:
            parts.append(self._second)
        if self._microsecond:
            parts.append(self._microsecond)
        parts = [str(part) for part in parts]
        if self._tzinfo is not None:
            parts.append(f'tzinfo={self._tzinfo!r}')
        if self._fold:
            parts.append('fold=1')
        cls = self.__class__
        return f"{cls.__module__}.{cls.__qualname__}({', '.join(parts)})"

    def __str__(self):
        return self.isoformat(sep=' ')

    def utcoffset(self):
        return _of_zone(self._tzinfo, 'utcoffset', self)

    def tzname(self):
        return _of_zone(self._tzinfo, 'tzname', self)

    def dst(self):
        return _of_zone(self._tzinfo, 'dst', self)

    def _us(self):
        seconds = ((self.toordinal() * 24 + self._hour) * 60 + self._minute) * 60 + self._second
        return seconds * 1000000 + self._microsecond

    def _compare_key(self, other, equality):
        if self._tzinfo is other._tzinfo:
            return self._us(), other._us()
        mine, others = self.utcoffset(), other.utcoffset()
        if equality and (_has_two_offsets(self) or _has_two_offsets(other)):
            return 0, 1
        if mine == others:
            return self._us(), other._us()
        if mine is None or others is None:
            if equality:
                return 0, 1
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return self._us() - mine._us(), other._us() - others._us()

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        a, b = self._compare_key(other, True)
        return a == b

    def __lt__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        a, b = self._compare_key(other, False)
        return a < b

    def __le__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        a, b = self._compare_key(other, False)
        return a <= b

    def __gt__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        a, b = self._compare_key(other, False)
        return a > b

    def __ge__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        a, b = self._compare_key(other, False)
        return a >= b

    def __hash__(self):
        offset = (self.replace(fold=0) if self._fold else self).utcoffset()
        return hash(self._us() - (offset._us() if offset else 0))

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        seconds, us = divmod(self._us() + other._us(), 1000000)
        days, seconds = divmod(seconds, 86400)
        if not 0 < days <= _MAXORDINAL:
            raise OverflowError('date value out of range')
        hour, rest = divmod(seconds, 3600)
        minute, second = divmod(rest, 60)
        return type(self)(*_ord2ymd(days), hour, minute, second, us, self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        difference = self._us() - other._us()
        if self._tzinfo is not other._tzinfo:
            mine, others = self.utcoffset(), other.utcoffset()
            if (mine is None) != (others is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            if mine is not None:
                difference += others._us() - mine._us()
        return timedelta._of(0, 0, difference)

    def __reduce_ex__(self, protocol):
        state = _marked(_date_state(self) + _time_state(self), 2, self._fold, protocol)
        zone = () if self._tzinfo is None else (self._tzinfo,)
        return self.__class__, (state, *zone)

    def __reduce__(self):
        return self.__reduce_ex__(2)


_date_class = date
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
_epoch = datetime(1970, 1, 1, tzinfo=timezone.utc)
