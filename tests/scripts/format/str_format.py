class Point:
    x = [1, {'k': 'v'}]

    def __format__(self, spec):
        return f'<{spec}>'


print('{} {}'.format(1, 'a'), '{1}{0}{1}'.format(1, 2), '{a!r:>5}'.format(a='b'), '{{}}'.format())  # expect: 1 a 212   'b' {}
print('{0.x[1][k]} {0:q} {0.x[0]:{w}}|'.format(Point(), w=3), '{:,}'.format(10**10))  # expect: v <q>   1| 10,000,000,000
print('{:>10}|{:^10}|{:<10}|{:*^10}'.format('a', 'b', 'c', 'd'), '{x}'.format_map({'x': 1}))  # expect:          a|    b     |c         |****d***** 1
