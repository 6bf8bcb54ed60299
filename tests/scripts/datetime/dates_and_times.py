from datetime import UTC, date, datetime, time, timedelta, timezone

d = date(2024, 2, 29)
print(d, repr(d), d.weekday(), d.isocalendar(), d + timedelta(days=1), d - date(2023, 1, 1))
print(d.strftime('%Y/%m/%d %A %B %j'), f'{d:%d.%m.%y}', d.replace(year=2020), d.ctime())
t = timedelta(days=1.5, hours=3, microseconds=7)
print(t, repr(t), t.total_seconds(), t * 2, t / 2, -t, t // timedelta(hours=1))
dt = datetime(2024, 3, 10, 12, 30, 45, 123456)
print(dt, repr(dt), dt.isoformat(timespec='milliseconds'), dt.time(), dt + timedelta(hours=13))
print(dt.strftime('%H:%M:%S.%f %p'), dt - datetime(2024, 1, 1), datetime.combine(d, time(1, 2)))
u = dt.replace(tzinfo=timezone(timedelta(hours=5, minutes=30)))
print(u, u.astimezone(UTC), u.timestamp(), u.tzname(), repr(u.tzinfo), u.strftime('%z'))
print(datetime.fromisoformat('2011-11-04T00:05:23+04:00'), datetime.fromtimestamp(1.5, UTC))
print(datetime.strptime('10/Mar/24 1:05 PM', '%d/%b/%y %I:%M %p'))
for call in (lambda: date(2023, 2, 29), lambda: dt < u, lambda: datetime.strptime('x', '%Y'),
             lambda: datetime.fromisoformat('nonsense')):
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(error)
print(sorted([date(2024, 1, 2), date(2023, 5, 5)]), time(9) < time(10), dt.date() == date(2024, 3, 10))
# expect-stdout:
# 2024-02-29 datetime.date(2024, 2, 29) 3 datetime.IsoCalendarDate(year=2024, week=9, weekday=4) 2024-03-01 424 days, 0:00:00
# 2024/02/29 Thursday February 060 29.02.24 2020-02-29 Thu Feb 29 00:00:00 2024
# 1 day, 15:00:00.000007 datetime.timedelta(days=1, seconds=54000, microseconds=7) 140400.000007 3 days, 6:00:00.000014 19:30:00.000004 -2 days, 8:59:59.999993 39
# 2024-03-10 12:30:45.123456 datetime.datetime(2024, 3, 10, 12, 30, 45, 123456) 2024-03-10T12:30:45.123 12:30:45.123456 2024-03-11 01:30:45.123456
# 12:30:45.123456 PM 69 days, 12:30:45.123456 2024-02-29 01:02:00
# 2024-03-10 12:30:45.123456+05:30 2024-03-10 07:00:45.123456+00:00 1710054045.123456 UTC+05:30 datetime.timezone(datetime.timedelta(seconds=19800)) +0530
# 2011-11-04 00:05:23+04:00 1970-01-01 00:00:01.500000+00:00
# 2024-03-10 13:05:00
# day is out of range for month
# can't compare offset-naive and offset-aware datetimes
# time data 'x' does not match format '%Y'
# Invalid isoformat string: 'nonsense'
# [datetime.date(2023, 5, 5), datetime.date(2024, 1, 2)] True True
