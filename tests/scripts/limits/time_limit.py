# --time-limit ends a program that would not end.
# options: --time-limit 0.3
# expect-status: 124
# skip: cpython it has no time limit
print('begins')    # expect: begins
while True:
    pass
