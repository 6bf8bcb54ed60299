d = {i: i for i in range(20)}
for i in range(0, 20, 2):
    del d[i]
d[0] = 'again'
print(d)  # expect: {1: 1, 3: 3, 5: 5, 7: 7, 9: 9, 11: 11, 13: 13, 15: 15, 17: 17, 19: 19, 0: 'again'}
d[1] = 'kept in place'
print(list(d.items())[:2])  # expect: [(1, 'kept in place'), (3, 3)]
