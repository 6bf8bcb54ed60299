# Cancellation: cancel(), uncancel(), cancelling(), messages, shield().
import asyncio


async def sleeper(log):
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError as e:
        log.append(('cancelled', e.args))
        raise
    finally:
        log.append('finally')


async def stubborn():
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        return 'survived'


async def main():
    log = []
    task = asyncio.create_task(sleeper(log), name='sleeper')
    await asyncio.sleep(0)
    print(task.cancel('enough'), task.cancelling(), task.cancelled())
    try:
        await task
    except asyncio.CancelledError as e:
        print('main got', e.args)
    print(log, task.cancelled(), task.done(), task.cancel(), task.get_name())

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelled(), task.cancelling(), task.uncancel())

    never = asyncio.create_task(sleeper(log))
    never.cancel()
    try:
        await never
    except asyncio.CancelledError:
        print('never began', len(log))

    inner = asyncio.create_task(asyncio.sleep(0.001, 'inner'))
    outer = asyncio.shield(inner)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print('outer cancelled', inner.cancelled(), await inner)

    future = asyncio.get_running_loop().create_future()
    future.set_result(1)
    try:
        future.set_result(2)
    except asyncio.InvalidStateError as e:
        print(e)
    print(future)


asyncio.run(main())

# expect-stdout:
# True 1 False
# main got ('enough',)
# [('cancelled', ('enough',)), 'finally'] True True False sleeper
# survived False 1 0
# never began 2
# outer cancelled False inner
# invalid state
# <Future finished result=1>
