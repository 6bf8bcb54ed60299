class Point:
    def __str__(self):
        return 'point'

    def __repr__(self):
        return 'Point()'


print('%5c|%-5c|%+05d|%#o %#x %#X' % ('a', 66, 3, 8, 255, 255))  # expect:     a|B    |+0003|0o10 0xff 0XFF
print('%.3d|%5s|%.2s|%-5d|% d|%010.3f|%.0f|%g' % (5, 'a', 'abc', 3, 3, 3.14159, 2.5, 1e20))  # expect: 005|    a|ab|3    | 3|000003.142|2|1e+20
print('%s %r %a %5s|%%' % (Point(), Point(), 'é', 'x'))  # expect: point Point() '\xe9'     x|%
print('%(a)s-%(b)d' % {'a': [1], 'b': 2.9}, '%*d' % (5, 3), '%s' % (None,))  # expect: [1]-2     3 None
