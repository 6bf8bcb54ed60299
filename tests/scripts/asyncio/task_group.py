# options: --clock virtual
import asyncio


async def work(n):
    await asyncio.sleep(n)
    print('done', n)
    return n


async def fails(n):
    await asyncio.sleep(n)
    raise ValueError(n)


async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(n)) for n in (3, 1, 2)]
        print(group)
    print([t.result() for t in tasks])
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails(1))
            slow = group.create_task(work(5))
            await asyncio.sleep(10)
    except* ValueError as e:
        print(e.exceptions, e.message)
    print(slow.cancelled())
    try:
        group.create_task(work(0))
    except RuntimeError as e:
        print(str(e)[:20], str(e)[-11:])
    try:
        async with asyncio.TaskGroup() as group:
            child = group.create_task(work(5))
            await asyncio.sleep(0)
            raise KeyError('body')
    except* KeyError as e:
        print(repr(e), child.cancelled())


asyncio.run(main())

# expect-stdout:
# <TaskGroup tasks=3 entered>
# done 1
# done 2
# done 3
# [3, 1, 2]
# (ValueError(1),) unhandled errors in a TaskGroup
# True
# TaskGroup <TaskGroup is finished
# ExceptionGroup('unhandled errors in a TaskGroup', [KeyError('body')]) True
