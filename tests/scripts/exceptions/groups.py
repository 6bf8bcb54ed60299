group = ExceptionGroup('g', [ValueError(1), TypeError(2), ExceptionGroup('in', [KeyError('k')])])
print(group, group.message, len(group.exceptions))  # expect: g (3 sub-exceptions) g 3
print(repr(group))  # expect: ExceptionGroup('g', [ValueError(1), TypeError(2), ExceptionGroup('in', [KeyError('k')])])
match, rest = group.split(ValueError)
print(repr(match), repr(rest))  # expect: ExceptionGroup('g', [ValueError(1)]) ExceptionGroup('g', [TypeError(2), ExceptionGroup('in', [KeyError('k')])])
print(repr(group.subgroup(lambda e: isinstance(e, KeyError))))  # expect: ExceptionGroup('g', [ExceptionGroup('in', [KeyError('k')])])
print(group.subgroup(OSError))  # expect: None
print(repr(group.derive([OSError(5)])))  # expect: ExceptionGroup('g', [OSError(5)])
try:
    raise group
except* ValueError as e:
    print('values', e.exceptions)  # expect: values (ValueError(1),)
except* (TypeError, KeyError) as e:
    print('others', e.exceptions)  # expect: others (TypeError(2), ExceptionGroup('in', [KeyError('k')]))
try:
    try:
        raise group
    except* ValueError:
        pass
except ExceptionGroup as e:
    print('left', repr(e))  # expect: left ExceptionGroup('g', [TypeError(2), ExceptionGroup('in', [KeyError('k')])])
results = []
for arguments in ((1, []), ('m', []), ('m', [1]), ('m', 5)):
    try:
        ExceptionGroup(*arguments)
    except (TypeError, ValueError) as e:
        results.append(f"{type(e).__name__} {e}")
print(results[0])  # expect: TypeError BaseExceptionGroup.__new__() argument 1 must be str, not int
print(results[1])  # expect: ValueError second argument (exceptions) must be a non-empty sequence
print(results[2])  # expect: ValueError Item 0 of second argument (exceptions) is not an exception
print(results[3])  # expect: TypeError second argument (exceptions) must be a sequence
print(type(BaseExceptionGroup('b', [ValueError()])).__name__)  # expect: ExceptionGroup
