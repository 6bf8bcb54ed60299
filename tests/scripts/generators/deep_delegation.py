# A value comes out of, and is sent into, a chain of delegations of any depth on a small C stack.
# skip: cpython its C stack bounds the depth
import sys

sys.setrecursionlimit(10**9)


def echo():
    received = "ready"
    while received != "stop":
        received = yield received
    return "done"


def delegate(inner):
    return (yield from inner)


chain = echo()
for _ in range(50_000):
    chain = delegate(chain)
print(next(chain))  # expect: ready
print(chain.send("hello"))  # expect: hello
try:
    chain.throw(KeyError("thrown in"))
except KeyError as error:
    print(error)  # expect: 'thrown in'

chain = echo()
for _ in range(50_000):
    chain = delegate(chain)
next(chain)
try:
    chain.send("stop")
except StopIteration as end:
    print(end.value)  # expect: done
