# An asynchronous generator that a loop leaves is closed by a task that the event loop makes.
import asyncio


async def numbers(n):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(0)
    finally:
        print('closed')


async def main():
    async for x in numbers(5):
        if x == 2:
            break
    print('after the loop')
    await asyncio.sleep(0)
    print('after a turn')
    await asyncio.sleep(0)
    print('end')


asyncio.run(main())

# expect-stdout:
# after the loop
# after a turn
# closed
# end
