# Indentation that is none, and what recursive_repr() keeps of a method.
import reprlib

shown = reprlib.Repr(indent='>> ')
print(shown.repr([1, [2, {'a': 3}], ()]))
for wrong in (-1, (), 1.5):
    shown.indent = wrong
    try:
        print(shown.repr([1]))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class Nested:
    @reprlib.recursive_repr('<again>')
    def __repr__[T](self) -> str:
        """Shows itself."""
        return f'Nested({self!r})'


print(Nested(), Nested.__repr__.__annotations__, Nested.__repr__.__doc__,
      len(Nested.__repr__.__type_params__))
# expect-stdout:
# [
# >> 1,
# >> [
# >> >> 2,
# >> >> {
# >> >> >> 'a': 3,
# >> >> },
# >> ],
# >> (),
# ]
# ValueError Repr.indent cannot be negative int (was -1)
# TypeError Repr.indent must be a str, int or None, not <class 'tuple'>
# TypeError Repr.indent must be a str, int or None, not <class 'float'>
# Nested(<again>) {'return': <class 'str'>} Shows itself. 1
