def conflict(*bases):
    try:
        type('X', bases, {})
    except TypeError as error:
        return str(error)

print(conflict(int, str))          # expect: multiple bases have instance lay-out conflict
print(conflict(list, dict))        # expect: multiple bases have instance lay-out conflict
print(conflict(ValueError, list))  # expect: multiple bases have instance lay-out conflict
print(conflict(bool))              # expect: type 'bool' is not an acceptable base type
class Both(KeyError, AttributeError): pass
print(Both.__mro__[1].__name__)    # expect: KeyError
