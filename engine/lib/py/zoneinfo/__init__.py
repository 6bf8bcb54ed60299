"""Time zones of the IANA database (RFC 9636), from the system's files."""

__all__ = ['ZoneInfo', 'reset_tzpath', 'available_timezones', 'TZPATH', 'ZoneInfoNotFoundError',
           'InvalidTZPathWarning']

import os
from bisect import bisect_right
from datetime import datetime, timedelta, tzinfo

TZPATH = ('/usr/share/zoneinfo', '/usr/lib/zoneinfo', '/usr/share/lib/zoneinfo', '/etc/zoneinfo')
_EPOCH = datetime(1970, 1, 1)


class ZoneInfoNotFoundError(KeyError):
    """No zone of this name."""


class InvalidTZPathWarning(RuntimeWarning):
    """A search path that is not absolute."""


def reset_tzpath(to=None):
    global TZPATH
    if to is not None:
        if isinstance(to, (str, bytes)):
            raise TypeError(f'tzpath must be a list or tuple, not {type(to)}: {to!r}')
        TZPATH = tuple(to)
    else:
        TZPATH = ('/usr/share/zoneinfo', '/usr/lib/zoneinfo', '/usr/share/lib/zoneinfo',
                  '/etc/zoneinfo')


def _file_of(key):
    parts = key.split('/')
    if os.path.isabs(key) or '..' in parts or '' in parts:
        raise ValueError(f'ZoneInfo keys must refer to subdirectories of TZPATH, got: {key}')
    for folder in TZPATH:
        path = os.path.join(folder, key)
        if os.path.isfile(path):
            return path
    return None


def available_timezones():
    zones = set()
    for folder in TZPATH:
        for path, dirs, files in os.walk(folder):
            if path == folder:
                dirs[:] = [name for name in dirs if name not in ('right', 'posix')]
            for name in files:
                full = os.path.join(path, name)
                with open(full, 'rb') as file:
                    if file.read(4) == b'TZif':
                        zones.add(os.path.relpath(full, folder))
    zones.discard('posixrules')
    return zones


class _Kind:
    __slots__ = ('offset', 'dst', 'name')

    def __init__(self, offset, is_dst, name):
        self.offset = timedelta(seconds=offset)
        self.dst = timedelta(hours=1) if is_dst else timedelta(0)
        self.name = name


_UTC_DATA = (b'TZif2' + bytes(15) + bytes(24) + b'TZif2' + bytes(15)
             + b''.join([n.to_bytes(4) for n in (0, 0, 0, 0, 1, 4)]) + bytes(6) + b'UTC\0\nUTC0\n')


class ZoneInfo(tzinfo):
    """A time zone by its name, as 'Europe/Berlin'."""

    _cache = {}

    def __new__(cls, key):
        zone = cls._cache.get((cls, key))
        if zone is None:
            zone = cls._cache[cls, key] = cls.no_cache(key)
        return zone

    @classmethod
    def no_cache(cls, key):
        path = _file_of(key)
        if path is not None:
            with open(path, 'rb') as file:
                data = file.read()
        elif key == 'UTC':
            data = _UTC_DATA
        else:
            raise ZoneInfoNotFoundError(f'No time zone found with key {key}')
        return cls._made(key, data)

    @classmethod
    def from_file(cls, fobj, /, key=None):
        return cls._made(key, fobj.read())

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        for entry in list(cls._cache):
            if only_keys is None or entry[1] in only_keys:
                del cls._cache[entry]

    @classmethod
    def _made(cls, key, data):
        self = tzinfo.__new__(cls)
        self._key = key
        self._load(data)
        return self

    @property
    def key(self):
        return self._key

    def __str__(self):
        return repr(self) if self._key is None else self._key

    def __repr__(self):
        if self._key is None:
            return f'{self.__class__.__name__}.from_file(…)'
        return f'{self.__class__.__module__}.{self.__class__.__qualname__}(key={self._key!r})'

    def __reduce__(self):
        return self.__class__, (self._key,)

    # ---- the file

    def _load(self, data):
        if data[:4] != b'TZif':
            raise ValueError('Invalid TZif file: magic not found')
        start, size = 0, 4
        if data[4:5] >= b'2':
            counts = self._counts(data, 0)
            start = 44 + self._length(counts, 4)
            size = 8
        isutc, isstd, leap, times, kinds, chars = counts = self._counts(data, start)
        at = start + 44
        self._at = [int.from_bytes(data[at + i * size:at + (i + 1) * size], signed=True)
                    for i in range(times)]
        at += times * size
        which = data[at:at + times]
        at += times
        names = data[at + 6 * kinds:at + 6 * kinds + chars]
        all_kinds = []
        for i in range(kinds):
            entry = data[at + 6 * i:at + 6 * i + 6]
            name = names[entry[5]:names.index(b'\0', entry[5])].decode('ascii')
            all_kinds.append(_Kind(int.from_bytes(entry[:4], signed=True), entry[4], name))
        self._kinds = [all_kinds[i] for i in which]
        standard = [kind for kind in all_kinds if not kind.dst]
        self._first = standard[0] if standard else all_kinds[0]
        # Distances of summer time that are not an hour.
        last = self._first
        for kind in self._kinds:
            if kind.dst and not last.dst and kind.offset != last.offset:
                kind.dst = kind.offset - last.offset
            if not kind.dst:
                last = kind
        self._rule = None
        if size == 8:
            footer = data[start + 44 + self._length(counts, 8):].strip(b'\n').decode('ascii')
            if footer:
                self._rule = _Rule(footer)

    @staticmethod
    def _counts(data, start):
        return [int.from_bytes(data[start + 20 + 4 * i:start + 24 + 4 * i]) for i in range(6)]

    @staticmethod
    def _length(counts, size):
        isutc, isstd, leap, times, kinds, chars = counts
        return times * (size + 1) + kinds * 6 + chars + leap * (size + 4) + isstd + isutc

    # ---- looking up

    def _kind_of_utc(self, seconds):
        """(the kind of time then, whether it is the second of two equal local times)"""
        at = self._at
        if self._rule is not None and (not at or seconds >= at[-1]):
            return self._rule.kind_of_utc(seconds)
        i = bisect_right(at, seconds)
        return self._first if i == 0 else self._kinds[i - 1]

    def _kind_of_local(self, seconds, fold):
        # Both readings of the local time: the earlier one has the larger offset.
        early = self._kind_of_utc(seconds - 86400)
        late = self._kind_of_utc(seconds + 86400)
        if early.offset == late.offset:
            kind = self._kind_of_utc(seconds - early.offset.total_seconds())
            if kind.offset == early.offset:
                return kind
        first = self._kind_of_utc(seconds - early.offset.total_seconds())
        second = self._kind_of_utc(seconds - late.offset.total_seconds())
        if first.offset == early.offset and second.offset == late.offset:
            return second if fold else first
        if first.offset == early.offset:
            return first
        if second.offset == late.offset:
            return second
        # A time that was skipped.
        return late if fold else early

    def _find(self, dt):
        if dt is None:
            if self._rule is not None and self._rule.dst is None:
                return self._rule.standard
            return self._first if not self._at and self._rule is None else None
        local = dt.replace(tzinfo=None)
        difference = local - _EPOCH
        return self._kind_of_local(difference.days * 86400 + difference.seconds, dt.fold)

    def utcoffset(self, dt):
        kind = self._find(dt)
        return None if kind is None else kind.offset

    def dst(self, dt):
        kind = self._find(dt)
        return None if kind is None else kind.dst

    def tzname(self, dt):
        kind = self._find(dt)
        return None if kind is None else kind.name

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError('fromutc() requires a datetime argument')
        if dt.tzinfo is not self:
            raise ValueError('dt.tzinfo is not self')
        difference = dt.replace(tzinfo=None) - _EPOCH
        seconds = difference.days * 86400 + difference.seconds
        kind = self._kind_of_utc(seconds)
        local = seconds + kind.offset.total_seconds()
        fold = 0
        if self._kind_of_local(local, 0).offset != kind.offset:
            fold = 1
        return (dt + kind.offset).replace(fold=fold)


class _Rule:
    """The rule for the times after the table: as in the environment variable TZ of POSIX."""

    def __init__(self, text):
        name, rest = self._name(text)
        offset, rest = self._offset(rest)
        self.standard = _Kind(-offset, False, name)
        self.dst = None
        if not rest:
            return
        name, rest = self._name(rest)
        summer = -offset + 3600
        if rest and rest[0] != ',':
            offset, rest = self._offset(rest)
            summer = -offset
        self.dst = _Kind(summer, True, name)
        self.dst.dst = self.dst.offset - self.standard.offset
        _, start, end = rest.split(',')
        self.start, self.end = self._day(start), self._day(end)

    @staticmethod
    def _name(text):
        if text[0] == '<':
            end = text.index('>')
            return text[1:end], text[end + 1:]
        end = 0
        while end < len(text) and text[end].isalpha():
            end += 1
        return text[:end], text[end:]

    @staticmethod
    def _offset(text):
        end = 0
        while end < len(text) and (text[end] in '+-:' or text[end].isdigit()):
            end += 1
        return _seconds(text[:end]), text[end:]

    @staticmethod
    def _day(text):
        day, _, time = text.partition('/')
        return day, _seconds(time) if time else 7200

    def _at(self, year, rule):
        """Seconds since 1970, local time, at which a change happens."""
        day, seconds = rule
        if day[0] == 'M':
            month, week, weekday = map(int, day[1:].split('.'))
            first = datetime(year, month, 1)
            ahead = (weekday - (first.weekday() + 1)) % 7 + 7 * (week - 1)
            date = first + timedelta(days=ahead)
            while date.month != month:
                date -= timedelta(days=7)
        elif day[0] == 'J':
            n = int(day[1:])
            leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
            date = datetime(year, 1, 1) + timedelta(days=n - 1 + (leap and n >= 60))
        else:
            date = datetime(year, 1, 1) + timedelta(days=int(day))
        return (date - _EPOCH).days * 86400 + seconds

    def kind_of_utc(self, seconds):
        if self.dst is None:
            return self.standard
        offset = self.standard.offset.total_seconds()
        year = (_EPOCH + timedelta(seconds=seconds + offset)).year
        start = self._at(year, self.start) - offset
        end = self._at(year, self.end) - self.dst.offset.total_seconds()
        if start < end:
            in_summer = start <= seconds < end
        else:
            in_summer = not end <= seconds < start
        return self.dst if in_summer else self.standard


def _seconds(text):
    sign = -1 if text.startswith('-') else 1
    parts = [int(part) for part in text.lstrip('+-').split(':')]
    parts += [0] * (3 - len(parts))
    return sign * (parts[0] * 3600 + parts[1] * 60 + parts[2])
