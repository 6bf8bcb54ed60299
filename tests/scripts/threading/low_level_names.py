# The names of _thread, before anybody imports threading.
import _thread

print(_thread.stack_size(), _thread.stack_size(65536), _thread.stack_size(0))
print(_thread._local.__name__, callable(_thread._excepthook), _thread._ExceptHookArgs.__name__)
try:
    _thread.no_such_name
except AttributeError as error:
    print(error)

# expect-stdout:
# 0 0 65536
# _local True _ExceptHookArgs
# module '_thread' has no attribute 'no_such_name'
