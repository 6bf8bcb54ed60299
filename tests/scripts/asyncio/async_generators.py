# Asynchronous generators are closed when the loop ends.
import asyncio


async def ticker(n):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            yield i
    finally:
        await asyncio.sleep(0)
        print('ticker closed')


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n


kept = []


async def main():
    print([i async for i in ticker(3)])
    print({i: i * i async for i in Countdown(3) if i != 1})
    print(await anext(Countdown(5)))
    generator = ticker(5)
    kept.append(generator)
    print(await generator.__anext__(), await anext(generator))
    print('end of main')


asyncio.run(main())

# expect-stdout:
# ticker closed
# [0, 1, 2]
# {2: 4, 0: 0}
# 4
# 0 1
# end of main
# ticker closed
