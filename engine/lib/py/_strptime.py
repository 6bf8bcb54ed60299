"""Times from text: what strptime() of time and datetime share.

The format is followed from left to right without going back, but for numbers, which take as many
digits as the rest of the format leaves them.
"""

import time

_days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
_months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september',
           'october', 'november', 'december']
_expanded = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S', 'D': '%m/%d/%y',
             'T': '%H:%M:%S', 'R': '%H:%M', 'r': '%I:%M:%S %p', 'F': '%Y-%m-%d'}
# directive -> (fewest digits, most digits, smallest, largest)
_numbers = {'d': (1, 2, 1, 31), 'H': (1, 2, 0, 23), 'I': (1, 2, 1, 12), 'j': (1, 3, 1, 366),
            'm': (1, 2, 1, 12), 'M': (1, 2, 0, 59), 'S': (1, 2, 0, 61), 'U': (1, 2, 0, 53),
            'W': (1, 2, 0, 53), 'V': (1, 2, 1, 53), 'y': (2, 2, 0, 99), 'Y': (4, 4, 0, 9999),
            'G': (4, 4, 0, 9999), 'w': (1, 1, 0, 6), 'u': (1, 1, 1, 7)}


def _expand(format):
    out = []
    i = 0
    while i < len(format):
        c = format[i]
        if c == '%':
            i += 1
            if i >= len(format):
                raise ValueError(f"stray % in format '{format}'")
            directive = format[i]
            if directive in _expanded:
                out.extend(_expand(_expanded[directive]))
            elif directive == '%':
                out.append(('text', '%'))
            elif directive in _numbers or directive in 'aAbBpfzZ':
                out.append(('field', directive))
            else:
                raise ValueError(f"'{directive}' is a bad directive in format '{format}'")
        elif c.isspace():
            if not out or out[-1] != ('space', ''):
                out.append(('space', ''))
        else:
            out.append(('text', c))
        i += 1
    return out


def _candidates(directive, text, i):
    """(end, value) of every way in which the directive may be read at i, the longest first."""
    if directive in _numbers:
        fewest, most, low, high = _numbers[directive]
        end = i
        if directive == 'd' and text[i:i + 1] == ' ':
            if text[i + 1:i + 2].isdigit() and low <= int(text[i + 1]) <= high:
                yield i + 2, int(text[i + 1])
            return
        while end < len(text) and end - i < most and '0' <= text[end] <= '9':
            end += 1
        for stop in range(end, i + fewest - 1, -1):
            value = int(text[i:stop])
            if low <= value <= high:
                yield stop, value
    elif directive == 'f':
        end = i
        while end < len(text) and end - i < 6 and '0' <= text[end] <= '9':
            end += 1
        for stop in range(end, i, -1):
            yield stop, int(text[i:stop].ljust(6, '0'))
    elif directive in 'aAbB':
        names = _days if directive in 'aA' else _months
        found = []
        for n, name in enumerate(names):
            shown = name if directive in 'AB' else name[:3]
            if text[i:i + len(shown)].lower() == shown:
                found.append((i + len(shown), n))
        yield from sorted(found, reverse=True)
    elif directive == 'p':
        half = text[i:i + 2].lower()
        if half in ('am', 'pm'):
            yield i + 2, half
    elif directive == 'z':
        yield from _offset(text, i)
    elif directive == 'Z':
        for name in ('utc', 'gmt', *[n.lower() for n in time.tzname if n]):
            if text[i:i + len(name)].lower() == name:
                yield i + len(name), text[i:i + len(name)]


def _offset(text, i):
    if text[i:i + 1] == 'Z':
        yield i + 1, (0, 0)
        return
    sign = text[i:i + 1]
    if sign not in ('+', '-') or not sign:
        return
    hours = text[i + 1:i + 3]
    k = i + 3
    colon = text[k:k + 1] == ':'
    k += colon
    minutes = text[k:k + 2]
    if not (len(hours) == len(minutes) == 2 and hours.isdigit() and minutes.isdigit()
            and int(minutes) < 60):
        return
    k += 2
    seconds = fraction = 0
    rest = text[k + 1:k + 3] if colon else text[k:k + 2]
    if (not colon or text[k:k + 1] == ':') and len(rest) == 2 and rest.isdigit():
        seconds = int(rest)
        k += 3 if colon else 2
        if text[k:k + 1] == '.':
            end = k + 1
            while end < len(text) and end - k <= 6 and text[end].isdigit():
                end += 1
            fraction = int(text[k + 1:end].ljust(6, '0'))
            k = end
    total = int(hours) * 3600 + int(minutes) * 60 + seconds
    yield k, (-total, -fraction) if sign == '-' else (total, fraction)


def _match(items, n, text, i, fields):
    """The index after what the items from n on match, or -1; fills `fields`."""
    while n < len(items):
        kind, value = items[n]
        if kind == 'text':
            if text[i:i + 1].lower() != value.lower():
                return -1
            i += 1
        elif kind == 'space':
            start = i
            while i < len(text) and text[i].isspace():
                i += 1
            if i == start:
                return -1
        else:
            for end, found in _candidates(value, text, i):
                result = _match(items, n + 1, text, end, fields)
                if result >= 0:
                    fields[value] = found
                    return result
            return -1
        n += 1
    return i


def _parse(data_string, format):
    for name, value in (('data_string', data_string), ('format', format)):
        if not isinstance(value, str):
            position = 0 if name == 'data_string' else 1
            raise TypeError(f'strptime() argument {position} must be str, not {type(value)}')
    items = _expand(format)
    fields = {}
    end = _match(items, 0, data_string, 0, fields)
    if end < 0:
        raise ValueError(f'time data {data_string!r} does not match format {format!r}')
    if end != len(data_string):
        raise ValueError(f'unconverted data remains: {data_string[end:]}')
    return fields


def _strptime(data_string, format):
    """(year, month, day, hour, minute, second, weekday, day of the year, dst), microseconds,
    (offset, name of the zone)"""
    import datetime
    fields = _parse(data_string, format)
    year = fields.get('Y')
    if 'y' in fields:
        year = fields['y'] + (2000 if fields['y'] <= 68 else 1900)
    hour = fields.get('H', 0)
    if 'I' in fields:
        hour = fields['I'] % 12
        if fields.get('p') == 'pm':
            hour += 12
    month = fields.get('m', 1)
    for directive in 'bB':
        if directive in fields:
            month = fields[directive] + 1
    day = fields.get('d', 1)
    weekday = None
    for directive in 'aA':
        if directive in fields:
            weekday = fields[directive]
    if 'w' in fields:
        weekday = (fields['w'] - 1) % 7
    if 'u' in fields:
        weekday = fields['u'] - 1
    iso_year, iso_week = fields.get('G'), fields.get('V')
    if iso_year is not None:
        if 'j' in fields:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year "
                             "directive '%G'. Use '%Y' instead.")
        if iso_week is None or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive "
                             "'%V' and a weekday directive ('%A', '%a', '%w', or '%u').")
    elif iso_week is not None:
        if year is None or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive "
                             "'%G' and a weekday directive ('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. "
                         "Use the ISO year '%G' instead.")
    leap_day = False
    if year is None and month == 2 and day == 29:
        year = 1904
        leap_day = True
    elif year is None:
        year = 1900
    if iso_year is not None:
        made = datetime.date.fromisocalendar(iso_year, iso_week, weekday + 1)
        year, month, day = made.year, made.month, made.day
    julian = fields.get('j')
    if julian is None and weekday is not None and ('U' in fields or 'W' in fields):
        monday = 'W' in fields
        week = fields['W' if monday else 'U']
        first = datetime.date(year, 1, 1).weekday()
        offset = weekday
        if not monday:
            first = (first + 1) % 7
            offset = (weekday + 1) % 7
        before = (7 - first) % 7
        julian = (1 + offset - first if week == 0 else 1 + before + 7 * (week - 1) + offset)
        if julian <= 0:
            year -= 1
            julian += 366 if datetime.date(year, 12, 31).timetuple().tm_yday == 366 else 365
    if julian is None:
        made = datetime.date(year, month, day)
        julian = made.toordinal() - datetime.date(year, 1, 1).toordinal() + 1
    else:
        made = datetime.date.fromordinal(julian - 1 + datetime.date(year, 1, 1).toordinal())
        year, month, day = made.year, made.month, made.day
    if weekday is None:
        weekday = made.weekday()
    if leap_day:
        year = 1900
    dst = -1
    zone = fields.get('Z')
    if zone is not None:
        if zone.lower() in ('utc', 'gmt'):
            dst = 0
        elif time.tzname[0] != time.tzname[1]:
            dst = 1 if zone.lower() == time.tzname[1].lower() else 0
    return ((year, month, day, hour, fields.get('M', 0), fields.get('S', 0), weekday, julian, dst),
            fields.get('f', 0), (fields.get('z'), zone))


def _strptime_time(data_string, format='%a %b %d %H:%M:%S %Y'):
    values, _, (offset, zone) = _strptime(data_string, format)
    return time.struct_time((*values, zone, None if offset is None else offset[0]))


def _strptime_datetime(cls, data_string, format='%a %b %d %H:%M:%S %Y'):
    import datetime
    values, fraction, (offset, zone) = _strptime(data_string, format)
    args = (*values[:6], fraction)
    if offset is None:
        return cls(*args)
    delta = datetime.timedelta(seconds=offset[0], microseconds=offset[1])
    tz = datetime.timezone(delta, zone) if zone else datetime.timezone(delta)
    return cls(*args, tz)
