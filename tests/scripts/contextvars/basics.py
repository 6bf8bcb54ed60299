import contextvars
import threading

v = contextvars.ContextVar('v', default=1)
token = v.set(5)
context = contextvars.copy_context()
v.reset(token)
print(v.get(), context[v], context.run(v.get))
v.set(9)
t = threading.Thread(target=lambda: print(v.get()))
t.start()
t.join()
# expect-stdout:
# 1 5 5
# 1
