"""The run's clock: real, virtual, or that of a controlled schedule."""

import _time
from _thread import sleep
from _time import (time, time_ns, monotonic, monotonic_ns, perf_counter, perf_counter_ns,
                   process_time, process_time_ns, thread_time, thread_time_ns, mktime)

__all__ = ['time', 'time_ns', 'monotonic', 'monotonic_ns', 'perf_counter', 'perf_counter_ns',
           'process_time', 'process_time_ns', 'thread_time', 'thread_time_ns', 'sleep', 'gmtime',
           'localtime', 'mktime', 'asctime', 'ctime', 'strftime', 'strptime', 'struct_time',
           'timezone', 'altzone', 'daylight', 'tzname', 'tzset', 'get_clock_info', 'clock_gettime',
           'clock_gettime_ns', 'clock_getres', 'CLOCK_REALTIME', 'CLOCK_MONOTONIC',
           'CLOCK_PROCESS_CPUTIME_ID', 'CLOCK_THREAD_CPUTIME_ID', 'CLOCK_MONOTONIC_RAW',
           'CLOCK_BOOTTIME', 'CLOCK_TAI']

CLOCK_REALTIME = 0
CLOCK_MONOTONIC = 1
CLOCK_PROCESS_CPUTIME_ID = 2
CLOCK_THREAD_CPUTIME_ID = 3
CLOCK_MONOTONIC_RAW = 4
CLOCK_BOOTTIME = 7
CLOCK_TAI = 11

_DAYS = ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')
_MONTHS = ('Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')
_FIELDS = ('tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec', 'tm_wday', 'tm_yday',
           'tm_isdst')


class struct_time(tuple):
    """A date and time in nine fields, with the zone besides."""

    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0
    __match_args__ = _FIELDS

    def __new__(cls, sequence, /):
        fields = tuple(sequence)
        if not 9 <= len(fields) <= 11:
            raise TypeError('time.struct_time() takes an at least 9-sequence '
                            f'({len(fields)}-sequence given)')
        self = tuple.__new__(cls, fields[:9])
        self.tm_gmtoff = fields[9] if len(fields) > 9 else None
        self.tm_zone = fields[10] if len(fields) > 10 else None
        return self

    tm_year = property(lambda self: self[0])
    tm_mon = property(lambda self: self[1])
    tm_mday = property(lambda self: self[2])
    tm_hour = property(lambda self: self[3])
    tm_min = property(lambda self: self[4])
    tm_sec = property(lambda self: self[5])
    tm_wday = property(lambda self: self[6])
    tm_yday = property(lambda self: self[7])
    tm_isdst = property(lambda self: self[8])

    def __repr__(self):
        shown = ', '.join([f'{name}={value!r}' for name, value in zip(_FIELDS, self)])
        return f'time.struct_time({shown})'


def gmtime(seconds=None, /):
    return struct_time(_time.gmtime_fields(seconds))


def localtime(seconds=None, /):
    return struct_time(_time.localtime_fields(seconds))


def asctime(t=None, /):
    if t is None:
        t = localtime()
    return (f'{_DAYS[t[6]]} {_MONTHS[t[1] - 1]} {t[2]:2d} '
            f'{t[3]:02d}:{t[4]:02d}:{t[5]:02d} {t[0]}')


def ctime(seconds=None, /):
    return asctime(localtime(seconds))


def strftime(format, t=None, /):
    if not isinstance(format, str):
        raise TypeError(f'strftime() argument 1 must be str, not {type(format).__name__}')
    return _time.strftime_fields(format, localtime() if t is None else t)


def strptime(string, format='%a %b %d %H:%M:%S %Y', /):
    import _strptime
    return _strptime._strptime_time(string, format)


def tzset():
    global timezone, altzone, daylight, tzname
    timezone, altzone, daylight, tzname = _time.zone()


def get_clock_info(name):
    import types
    adjustable = name == 'time'
    if name not in ('time', 'monotonic', 'perf_counter', 'process_time', 'thread_time'):
        raise ValueError('unknown clock')
    return types.SimpleNamespace(implementation='heddle', monotonic=not adjustable,
                                 adjustable=adjustable, resolution=1e-09)


def clock_gettime(clock, /):
    if clock == CLOCK_REALTIME:
        return time()
    return monotonic() if clock == CLOCK_MONOTONIC else process_time()


def clock_gettime_ns(clock, /):
    return int(clock_gettime(clock) * 10**9)


tzset()


_clocks = {CLOCK_REALTIME: time_ns, CLOCK_TAI: time_ns, CLOCK_MONOTONIC: monotonic_ns,
           CLOCK_MONOTONIC_RAW: monotonic_ns, CLOCK_BOOTTIME: monotonic_ns,
           CLOCK_PROCESS_CPUTIME_ID: process_time_ns, CLOCK_THREAD_CPUTIME_ID: thread_time_ns}


def clock_gettime_ns(clk_id, /):
    clock = _clocks.get(clk_id)
    if clock is None:
        raise OSError(22, 'Invalid argument')
    return clock()


def clock_gettime(clk_id, /):
    return clock_gettime_ns(clk_id) / 1e9


def clock_getres(clk_id, /):
    clock_gettime_ns(clk_id)
    return 1e-09
