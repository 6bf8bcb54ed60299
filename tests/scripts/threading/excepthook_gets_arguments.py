import threading


def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.thread.name)


def fail():
    raise ValueError('boom')


threading.excepthook = hook
thread = threading.Thread(target=fail, name='worker')
thread.start()
thread.join()
# expect-stdout:
# ValueError boom worker
