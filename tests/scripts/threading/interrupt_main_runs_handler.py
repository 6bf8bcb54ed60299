# interrupt_main() in the main thread runs the handler as part of the call; without one it does
# nothing.
import _thread
import signal


def handler(number, frame):
    raise LookupError(number)


signal.signal(signal.SIGINT, handler)
try:
    _thread.interrupt_main()
except LookupError as error:
    print('handled', error.args[0])  # expect: handled 2
try:
    signal.raise_signal(signal.SIGINT)
except LookupError as error:
    print('handled', error.args[0])  # expect: handled 2
for action in signal.SIG_IGN, signal.SIG_DFL:
    signal.signal(signal.SIGTERM, action)
    _thread.interrupt_main(signal.SIGTERM)
print('alive')                       # expect: alive
