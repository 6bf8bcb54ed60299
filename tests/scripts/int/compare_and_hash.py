print(10**50 == 1e50, 2**53 + 1 == float(2**53), 10**22 == 1e22)  # expect: False False True
print(2**1000 > 1e300, 10**400 > 1.0, -(10**400) < float('-inf'))  # expect: True True False
print(hash(2**61 - 1), hash(2**61), hash(-1), hash(10**50), hash(-(10**50)))  # expect: 0 1 -2 619332571178673746 -619332571178673746
print(1 == 1.0 == True == 1 + 0j, hash(1) == hash(1.0) == hash(True))  # expect: True True
