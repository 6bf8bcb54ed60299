# Zones that a program defines: pickled, compared, and checked.
import pickle
from datetime import date, datetime, time, timedelta, timezone, tzinfo


class Zone(tzinfo):
    def __init__(self, offset=None, name=None):
        self.offset = offset
        self.name = name

    def utcoffset(self, dt):
        return self.offset

    def tzname(self, dt):
        return self.name

    def dst(self, dt):
        return None


class Wrong(tzinfo):
    def utcoffset(self, dt):
        return 3

    dst = tzname = utcoffset


class Autumn(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=-5 if dt.fold else -4)


west = Zone(timedelta(hours=-5), 'west')
moment = datetime(2020, 1, 2, 3, 4, 5, 6, tzinfo=west)
copy = pickle.loads(pickle.dumps(moment))
print(copy, copy == moment, copy.tzname(), type(copy.tzinfo).__name__)
print(pickle.loads(pickle.dumps(time(1, 2, tzinfo=west))))
wrong = datetime(2020, 1, 1, tzinfo=Wrong())
for name in ('utcoffset', 'dst', 'tzname', 'timetuple'):
    try:
        print(getattr(wrong, name)())
    except TypeError as e:
        print(e)
try:
    class Mine(timezone):
        pass
except TypeError as e:
    print(e)
early = time(1, tzinfo=west)
print(time(1) == early, early == time(6, tzinfo=timezone.utc), early < time(7, tzinfo=timezone.utc),
      hash(early) == hash(time(6, tzinfo=timezone.utc)), early == time(1, tzinfo=west))
twice = datetime(2020, 11, 1, 1, 30, tzinfo=Autumn())
print(twice == twice.astimezone(timezone.utc), twice == twice.replace(fold=1),
      hash(twice) == hash(twice.replace(fold=1)))
for text in ('2022W525', '2022-W52-5', '2022-W52', '2022-W52-5T10', '2022W521T10', '2022-01-01T12+0530'):
    print(text, datetime.fromisoformat(text))
print(date.fromisoformat('2022-W52'))
# expect-stdout:
# 2020-01-02 03:04:05.000006-05:00 True west Zone
# 01:02:00-05:00
# tzinfo.utcoffset() must return None or timedelta, not 'int'
# tzinfo.dst() must return None or timedelta, not 'int'
# tzinfo.tzname() must return None or a string, not 'int'
# tzinfo.dst() must return None or timedelta, not 'int'
# type 'datetime.timezone' is not an acceptable base type
# False True True True True
# False True True
# 2022W525 2022-12-30 00:00:00
# 2022-W52-5 2022-12-30 00:00:00
# 2022-W52 2022-12-26 00:00:00
# 2022-W52-5T10 2022-12-30 10:00:00
# 2022W521T10 2022-12-26 10:00:00
# 2022-01-01T12+0530 2022-01-01 12:00:00+05:30
# 2022-12-26
