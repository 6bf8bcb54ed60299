# Sets of small ints iterate in CPython's order, which shows how the set came about.
print(frozenset([5, 2, 3, -3]), set([5, 2, 3, -3]), {5, 2, 3, -3})
s = set()
for x in [5, 2, 3, -3]:
    s.add(x)
print(s)
t = set()
t.update(frozenset([5, 2, 3, -3]))
print(t)
a = 5
print({a, 2, 3, -3}, {5, 2, -3}, {-3, 5}, {-3, 1, 5}, {-3, 2, 3, 5})
print(set((1, 5, -3)), set([-3, 5, 1]), {1, 9, 17}, {17, 9, 1}, {33, 1, 65, 97, 129, 2})
u = {1, 9}
u.clear()
u |= {17, 1, 9}
print(u, u | {25}, {25} | u)
u.discard(1)
u |= {1}
print(u)
print([x for x in {-3, 5}], list(x for x in {-3, 5}), {-3, 5}, -3 in {-3, 5})
for x in {-3, 5}:
    print(x, end=' ')
print(next(x for x in [[], ()][:1]))

# expect-stdout:
# frozenset({-3, 2, 3, 5}) {-3, 2, 3, 5} {5, 2, 3, -3}
# {-3, 2, 3, 5}
# {-3, 2, 3, 5}
# {-3, 2, 3, 5} {2, 5, -3} {5, -3} {1, -3, 5} {5, 2, 3, -3}
# {1, -3, 5} {1, 5, -3} {1, 9, 17} {1, 9, 17} {65, 129, 97, 1, 33, 2}
# {1, 9, 17} {1, 25, 9, 17} {25, 17, 1, 9}
# {1, 9, 17}
# [-3, 5] [-3, 5] {5, -3} True
# -3 5 []
