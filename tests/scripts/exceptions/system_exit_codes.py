# expect-status: 7
import atexit
import sys

atexit.register(print, 'first registered, last called')
atexit.register(print, 'at exit')
try:
    sys.exit('caught')
except SystemExit as error:
    print(error.code)
try:
    raise SystemExit
except SystemExit as error:
    print(error.code)
sys.exit(7)

# expect-stdout:
# caught
# None
# at exit
# first registered, last called
