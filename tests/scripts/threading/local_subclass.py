# A subclass of local runs __init__ once in each thread, with the arguments of its construction.
import threading


class Local(threading.local):
    shared = 1

    def __init__(self, value):
        self.values = [value]
        print('made for', value)


local = Local(5)         # expect: made for 5
local.values.append(6)


def see():
    print(local.values, local.shared)
    local.shared = 2
    print(local.__dict__)


thread = threading.Thread(target=see)
thread.start()
thread.join()
# expect-stdout:
# made for 5
# [5] 1
# {'values': [5], 'shared': 2}
print(local.values, local.shared)  # expect: [5, 6] 1
