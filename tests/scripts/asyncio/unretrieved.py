# An exception that nobody has looked at is told of when its future is gone.
import asyncio
import gc

told = []


def handler(loop, context):
    told.append((context['message'], repr(context['exception'])))


async def fail(number):
    raise ValueError(number)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    task = asyncio.create_task(fail(1))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(task.done(), told)  # expect: True []
    del task
    gc.collect()
    print(told)  # expect: [('Task exception was never retrieved', 'ValueError(1)')]
    told.clear()
    looked_at = asyncio.create_task(fail(2))
    await asyncio.wait([looked_at])
    print(repr(looked_at.exception()))  # expect: ValueError(2)
    del looked_at
    future = loop.create_future()
    future.set_exception(OSError('lost'))
    del future
    gc.collect()
    print(told)  # expect: [('Future exception was never retrieved', "OSError('lost')")]
    told.clear()
    asyncio.create_task(fail(3))
    await asyncio.sleep(0)
    await asyncio.sleep(0)


asyncio.run(main())
print(told)  # expect: [('Task exception was never retrieved', 'ValueError(3)')]


# At once: what is dropped is told of before the program goes on.
async def dropped():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context['exception']))
    asyncio.create_task(fail('dropped'))
    await asyncio.sleep(0)
    print('after')
    kept = asyncio.create_task(fail('kept'))
    await asyncio.sleep(0.01)
    print('still there')
    del kept
    print('gone')
    future = loop.create_future()
    future.set_exception(OSError('lost'))
    del future
    print('end')


asyncio.run(dropped())
# expect: dropped
# expect: after
# expect: still there
# expect: kept
# expect: gone
# expect: lost
# expect: end
asyncio.run(dropped(), debug=True)
# expect: dropped
# expect: after
# expect: still there
# expect: kept
# expect: gone
# expect: lost
# expect: end
