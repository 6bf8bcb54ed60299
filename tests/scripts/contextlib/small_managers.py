import contextlib
import io

with contextlib.suppress(ZeroDivisionError, ValueError):
    int('x')
print('on')  # expect: on
out = io.StringIO()
with contextlib.redirect_stdout(out):
    print('hidden')
print(repr(out.getvalue()))  # expect: 'hidden\n'


class Door:
    def close(self):
        print('closed')


with contextlib.closing(Door()):
    print('open')  # expect: open
  # expect: closed
with contextlib.nullcontext(5) as five:
    print(five)  # expect: 5
