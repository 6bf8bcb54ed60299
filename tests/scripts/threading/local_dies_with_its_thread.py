# What a thread has stored in a thread-local object ends with the thread, not with the object.
import gc
import threading
import weakref


class Thing:
    pass


local = threading.local()
references = []


def work():
    local.thing = Thing()
    references.append(weakref.ref(local.thing))


threads = [threading.Thread(target=work) for _ in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
gc.collect()
print([reference() for reference in references])  # expect: [None, None, None, None, None]
