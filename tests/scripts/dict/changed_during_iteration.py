d = {1: 1, 2: 2}
try:
    for k in d:
        d[k + 10] = 1
except RuntimeError as error:
    print(error)  # expect: dictionary changed size during iteration
s = {1, 2}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as error:
    print(error)  # expect: Set changed size during iteration
