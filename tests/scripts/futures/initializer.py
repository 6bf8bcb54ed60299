import threading
from concurrent.futures import ThreadPoolExecutor

local = threading.local()


def prepare(value):
    local.value = value


with ThreadPoolExecutor(2, initializer=prepare, initargs=('ready',)) as pool:
    print(set(pool.map(lambda _: local.value, range(20))))  # expect: {'ready'}
