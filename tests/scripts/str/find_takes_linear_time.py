# A search that compares at every place would take hours.
n = 200_000
for make in (str, str.encode):
    a, b = make('a') * n, make('b') * n
    haystack = a + a + b + a + a
    needle = a + b + b + a
    print(haystack.find(needle), haystack.count(needle))
    print((haystack + needle).find(needle) == len(haystack), needle in haystack)
wide = 'é中' * n + 'x'
print(wide.find('中é' * n + 'y'), ('中é' * n).find('é中' * 1000))

# expect-stdout:
# -1 0
# True False
# -1 0
# True False
# -1 1
