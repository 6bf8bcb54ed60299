# What except* handlers raise again comes out in the shape of the original group.
try:
    try:
        raise ExceptionGroup('all', [ValueError(1), TypeError(2), KeyError(3)])
    except* (ValueError, TypeError):
        raise
except ExceptionGroup as group:
    print(repr(group))
# expect-stdout:
# ExceptionGroup('all', [ValueError(1), TypeError(2), KeyError(3)])

try:
    raise ValueError('alone')
except* ValueError as group:
    print(group.exceptions)    # expect: (ValueError('alone'),)
