# What spoils an iterator is not lost where a display or a call spreads it.
d = {1: 2, 3: 4}
for spread in (lambda it: [*it], lambda it: {*it}, lambda it: max(*it), lambda it: (0, *it), lambda it: sorted(it)):
    iterator = iter(d)
    next(iterator)
    d[len(d) + 10] = 1
    try:
        print(spread(iterator))
    except RuntimeError as error:
        print(error)
# expect: dictionary changed size during iteration
# expect: dictionary changed size during iteration
# expect: dictionary changed size during iteration
# expect: dictionary changed size during iteration
# expect: dictionary changed size during iteration
