import asyncio


async def step(name):
    print(name, 'begins')
    await asyncio.sleep(0)
    print(name, 'ends')
    return name


async def at_once():
    return 'at once'


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(step('a'))
    print('created', task.done())
    done = asyncio.create_task(at_once())
    print(done.done(), done.result())
    print(await task)
    print(await asyncio.gather(step('b'), at_once()))


asyncio.run(main())

# expect-stdout:
# a begins
# created False
# True at once
# a ends
# a
# b begins
# b ends
# ['b', 'at once']
