# Handlers run in the main thread; SIGINT raises KeyboardInterrupt unless there is one.
import signal
import threading


def handler(number, frame):
    print('got', signal.Signals(number).name, threading.current_thread().name)


print(signal.signal(signal.SIGUSR1, handler) == signal.SIG_DFL)
signal.raise_signal(signal.SIGUSR1)
thread = threading.Thread(target=signal.raise_signal, args=(signal.SIGUSR1,))
thread.start()
thread.join()
print(signal.getsignal(signal.SIGUSR1) is handler)
try:
    signal.raise_signal(signal.SIGINT)
    print('not reached')
except KeyboardInterrupt as e:
    print(repr(e))
print(signal.signal(signal.SIGINT, handler) is signal.default_int_handler)
signal.raise_signal(signal.SIGINT)
signal.signal(signal.SIGINT, signal.SIG_IGN)
signal.raise_signal(signal.SIGINT)


def raises(number, frame):
    raise ValueError(number)


signal.signal(signal.SIGTERM, raises)
try:
    signal.raise_signal(signal.SIGTERM)
    print('not reached')
except ValueError as e:
    print(repr(e))
try:
    signal.signal(signal.SIGKILL, handler)
except OSError as e:
    print(e)
try:
    signal.signal(0, handler)
except ValueError as e:
    print(e)
print(signal.strsignal(signal.SIGTERM), repr(signal.SIGHUP), signal.SIG_IGN)

# expect-stdout:
# True
# got SIGUSR1 MainThread
# got SIGUSR1 MainThread
# True
# KeyboardInterrupt()
# True
# got SIGINT MainThread
# ValueError(15)
# [Errno 22] Invalid argument
# signal number out of range
# Terminated <Signals.SIGHUP: 1> 1
