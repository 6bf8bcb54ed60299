import asyncio


async def producer(queue, n):
    for i in range(n):
        await queue.put(i)
    await queue.put(None)


async def consumer(queue, out):
    while (item := await queue.get()) is not None:
        out.append(item)
        queue.task_done()
    queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=2)
    out = []
    await asyncio.gather(producer(queue, 10), consumer(queue, out))
    await queue.join()
    print(out, queue.empty(), queue.maxsize)

    priority = asyncio.PriorityQueue()
    for item in (3, 1, 2):
        priority.put_nowait(item)
    print([priority.get_nowait() for _ in range(3)])
    lifo = asyncio.LifoQueue()
    for item in (3, 1, 2):
        lifo.put_nowait(item)
    print([await lifo.get() for _ in range(3)])

    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as e:
        print(repr(e))
    queue.put_nowait(1)
    queue.put_nowait(2)
    try:
        queue.put_nowait(3)
    except asyncio.QueueFull as e:
        print(repr(e), queue.full())
    queue.shutdown()
    try:
        await queue.put(4)
    except asyncio.QueueShutDown as e:
        print(repr(e))
    print(await queue.get(), await queue.get())
    try:
        await queue.get()
    except asyncio.QueueShutDown as e:
        print(repr(e))
    try:
        for _ in range(4):
            queue.task_done()
    except ValueError as e:
        print(e)


asyncio.run(main())

# expect-stdout:
# [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] True 2
# [1, 2, 3]
# [2, 1, 3]
# QueueEmpty()
# QueueFull() True
# QueueShutDown()
# 1 2
# QueueShutDown()
# task_done() called too many times
