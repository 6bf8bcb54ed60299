# options: --clock virtual
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(0.5) as cm:
            await asyncio.sleep(10)
    except TimeoutError as e:
        print(repr(e), repr(e.__cause__), cm.expired())
    async with asyncio.timeout(5) as cm:
        await asyncio.sleep(1)
    print(cm.expired(), cm)
    try:
        async with asyncio.timeout_at(loop.time() + 1) as outer:
            async with asyncio.timeout(10) as inner:
                await asyncio.sleep(20)
    except TimeoutError:
        print('outer', outer.expired(), inner.expired())
    async with asyncio.timeout(None) as cm:
        cm.reschedule(loop.time() + 3)
        await asyncio.sleep(1)
    print(await asyncio.wait_for(asyncio.sleep(1, 'fast'), 2))
    try:
        await asyncio.wait_for(asyncio.sleep(3, 'slow'), timeout=2)
    except asyncio.TimeoutError as e:
        print('wait_for', repr(e))
    done, pending = await asyncio.wait(
        [asyncio.create_task(asyncio.sleep(n, n)) for n in (1, 2, 30)], timeout=2.5)
    print(sorted(t.result() for t in done), len(pending))
    done, pending = await asyncio.wait(
        [asyncio.create_task(asyncio.sleep(n, n)) for n in (1, 2)],
        return_when=asyncio.FIRST_COMPLETED)
    print([t.result() for t in done], len(pending))
    try:
        for future in asyncio.as_completed([asyncio.sleep(1, 'x'), asyncio.sleep(9)], timeout=5):
            print(await future)
    except TimeoutError as e:
        print('as_completed', repr(e))


asyncio.run(main())

# expect-stdout:
# TimeoutError() CancelledError() True
# False <Timeout [finished]>
# outer True False
# fast
# wait_for TimeoutError()
# [1, 2] 1
# [1] 1
# x
# as_completed TimeoutError()
