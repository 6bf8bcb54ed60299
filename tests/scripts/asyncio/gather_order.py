# options: --clock virtual
# gather() keeps the order of its arguments, whatever the order of the ends.
import asyncio


async def work(name, delay):
    print(name, 'begins')
    await asyncio.sleep(delay)
    print(name, 'ends')
    return name


async def main():
    print(await asyncio.gather(work('a', 0.3), work('b', 0.1), work('c', 0.2)))
    print(await asyncio.gather())
    results = await asyncio.gather(work('d', 0.1), asyncio.sleep(0.2, 'slept'), fails(),
                                   return_exceptions=True)
    print(results)
    try:
        await asyncio.gather(work('e', 0.1), fails())
    except ValueError as e:
        print(repr(e))
    await asyncio.sleep(0.2)


async def fails():
    raise ValueError('no')


asyncio.run(main())

# expect-stdout:
# a begins
# b begins
# c begins
# b ends
# c ends
# a ends
# ['a', 'b', 'c']
# []
# d begins
# d ends
# ['d', 'slept', ValueError('no')]
# e begins
# ValueError('no')
# e ends
