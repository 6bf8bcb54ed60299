# Loops as older tutorials use them.
import asyncio
import warnings

warnings.simplefilter('ignore', DeprecationWarning)


async def hello(name):
    await asyncio.sleep(0)
    print('hello', name)
    return name


loop = asyncio.get_event_loop()
print(loop.run_until_complete(hello('one')))
tasks = [loop.create_task(hello('two')), asyncio.ensure_future(hello('three'), loop=loop)]
print(loop.run_until_complete(asyncio.wait(tasks))[1])
print(loop.is_running(), loop.is_closed())


def callback(n):
    print('callback', n)
    if n == 3:
        loop.stop()


now = loop.time()
loop.call_at(now + 0.002, callback, 3)
loop.call_soon(callback, 1)
loop.call_at(now + 0.001, callback, 2)
loop.run_forever()
loop.close()
print(loop)
try:
    loop.call_soon(print)
except RuntimeError as e:
    print(e)

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
future = loop.create_future()
future.add_done_callback(lambda f: print('done', f.result()))
loop.call_soon(future.set_result, 42)
print(loop.run_until_complete(future))
loop.close()
try:
    asyncio.run(42)
except ValueError as e:
    print(e)


async def nested():
    inner = hello('never')
    try:
        asyncio.run(inner)
    except RuntimeError as e:
        print(e)
    inner.close()


asyncio.run(nested())

# expect-stdout:
# hello one
# one
# hello two
# hello three
# set()
# False False
# callback 1
# callback 2
# callback 3
# <_UnixSelectorEventLoop running=False closed=True debug=False>
# Event loop is closed
# done 42
# 42
# a coroutine was expected, got 42
# asyncio.run() cannot be called from a running event loop
