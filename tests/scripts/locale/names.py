import locale

print(locale.setlocale(locale.LC_ALL, 'C'), locale.localeconv()['decimal_point'], locale.strcoll('a', 'b'))
print(locale.format_string('%d items', 12345, grouping=True), locale.atof('1.5') + locale.atoi('2'), locale.str(1.5))
try:
    locale.setlocale(locale.LC_ALL, 'nothing')
except locale.Error as error:
    print(error)

# expect-stdout:
# C . -1
# 12345 items 3.5 1.5
# unsupported locale setting
