import calendar
import time

print(calendar.month(2024, 2))
print(calendar.monthrange(2024, 2)[1], calendar.isleap(1900), calendar.timegm((2024, 1, 1, 0, 0, 0)))
print(calendar.monthcalendar(2024, 2)[0], calendar.day_name[0], calendar.month_abbr[12])
print(time.strptime('2024-03-10', '%Y-%m-%d')[:3])
# expect-stdout:
#    February 2024
# Mo Tu We Th Fr Sa Su
#           1  2  3  4
#  5  6  7  8  9 10 11
# 12 13 14 15 16 17 18
# 19 20 21 22 23 24 25
# 26 27 28 29
#
# 29 False 1704067200
# [0, 0, 0, 1, 2, 3, 4] Monday Dec
# (2024, 3, 10)
