import asyncio


async def worker(name, lock, log):
    async with lock:
        log.append(f'{name}+')
        await asyncio.sleep(0)
        log.append(f'{name}-')


async def main():
    log = []
    lock = asyncio.Lock()
    await asyncio.gather(*(worker(name, lock, log) for name in 'abc'))
    print(log, lock.locked())
    try:
        lock.release()
    except RuntimeError as e:
        print(e)

    event = asyncio.Event()
    waiters = [asyncio.create_task(event.wait()) for _ in range(3)]
    await asyncio.sleep(0)
    event.set()
    print(await asyncio.gather(*waiters), event.is_set())

    semaphore = asyncio.Semaphore(2)
    active = peak = 0

    async def limited():
        nonlocal active, peak
        async with semaphore:
            active += 1
            peak = max(peak, active)
            await asyncio.sleep(0)
            active -= 1

    await asyncio.gather(*(limited() for _ in range(6)))
    print(peak, semaphore.locked())
    bounded = asyncio.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as e:
        print(e)

    condition = asyncio.Condition()
    items = []

    async def taker():
        async with condition:
            await condition.wait_for(lambda: items)
            return items.pop()

    task = asyncio.create_task(taker())
    await asyncio.sleep(0)
    async with condition:
        items.append('item')
        condition.notify()
    print(await task)
    try:
        condition.notify()
    except RuntimeError as e:
        print(e)

    barrier = asyncio.Barrier(3)
    print(sorted(await asyncio.gather(*(barrier.wait() for _ in range(3)))), barrier.n_waiting)
    waiting = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    print(barrier.n_waiting, barrier.broken)
    await barrier.abort()
    try:
        await waiting
    except asyncio.BrokenBarrierError as e:
        print(repr(e), barrier.broken)


asyncio.run(main())

# expect-stdout:
# ['a+', 'a-', 'b+', 'b-', 'c+', 'c-'] False
# Lock is not acquired.
# [True, True, True] True
# 2 False
# BoundedSemaphore released too many times
# item
# cannot notify on un-acquired lock
# [0, 1, 2] 0
# 1 False
# BrokenBarrierError('Abort or reset of barrier') True
