# What natives do by themselves they leave to classes that have methods of their own.
import asyncio
import contextvars
import logging
from asyncio.staggered import staggered_race

logging.disable()
var = contextvars.ContextVar('var', default='-')


class Watched(asyncio.Future):
    def add_done_callback(self, callback, *, context=None):
        print('added')
        super().add_done_callback(callback, context=context)


class Loud(asyncio.Queue):
    def _put(self, item):
        super()._put(('loud', item))


class Stack(asyncio.Queue):
    def _init(self, maxsize):
        self.items = []

    def _put(self, item):
        self.items.append(item)

    def _get(self):
        return self.items.pop()

    def qsize(self):
        return len(self.items)

    def empty(self):
        return not self.items


async def value(n):
    await asyncio.sleep(0)
    return n


async def callbacks():
    loop = asyncio.get_running_loop()
    problems = []
    loop.set_exception_handler(lambda loop, context: problems.append(
        (context['message'].split(' callbacks.')[0].split(' at ')[0], type(context['exception']).__name__)))
    seen = []

    class Owner:
        def method(self, future):
            seen.append(('method', var.get(), future.result()))

    def plain(future):
        seen.append(('plain', var.get()))
        var.set('changed')

    async def coroutine_function(future):
        pass

    future = loop.create_future()
    var.set('outer')
    future.add_done_callback(plain)
    inner = contextvars.copy_context()
    inner.run(var.set, 'inner')
    future.add_done_callback(Owner().method, context=inner)
    future.add_done_callback(lambda future: 1 / 0)
    future.add_done_callback(seen.append)
    future.set_result(7)
    print(seen)  # expect: []
    await asyncio.sleep(0)
    print(seen[:2], seen[2] is future, var.get())  # expect: [('plain', 'outer'), ('method', 'inner', 7)] True outer
    print(problems)  # expect: [('Exception in callback', 'ZeroDivisionError')]
    removed = loop.create_future()
    removed.add_done_callback(plain)
    print(removed.remove_done_callback(plain))  # expect: 1
    removed.set_result(None)
    await asyncio.sleep(0)
    print(len(seen))  # expect: 3
    never = coroutine_function(future)
    never.close()


async def main():
    await callbacks()
    future = Watched()
    asyncio.get_running_loop().call_soon(future.set_result, 'watched')
    print(await future)
    # expect: added
    # expect: watched

    queue = Loud(1)
    await queue.put(1)
    print(queue.full(), await queue.get(), queue._unfinished_tasks)  # expect: True ('loud', 1) 1
    stack = Stack()
    for n in range(3):
        await stack.put(n)
    print([await stack.get() for _ in range(3)])  # expect: [2, 1, 0]

    queue = asyncio.Queue(maxsize=2)
    order = []

    async def produce():
        for n in range(5):
            await queue.put(n)
            order.append(f'put {n}')

    producer = asyncio.create_task(produce())
    for _ in range(5):
        order.append(f'got {await queue.get()}')
        queue.task_done()
    await asyncio.gather(queue.join(), producer)
    print(order)
    # expect: ['put 0', 'put 1', 'got 0', 'got 1', 'put 2', 'put 3', 'got 2', 'got 3', 'put 4', 'got 4']
    try:
        queue.task_done()
    except ValueError as e:
        print(e)  # expect: task_done() called too many times
    await queue.put(1)
    joiner = asyncio.create_task(queue.join())
    await asyncio.sleep(0)
    print(joiner.done(), queue.get_nowait())  # expect: False 1
    queue.task_done()
    await joiner
    queue.shutdown()
    try:
        await queue.put(1)
    except asyncio.QueueShutDown:
        print('shut down')  # expect: shut down

    # A task factory takes part in every way of making a task.
    loop = asyncio.get_running_loop()
    made = []

    def factory(loop, coro, **options):
        made.append(coro.__name__)
        return asyncio.Task(coro, loop=loop, **options)

    loop.set_task_factory(factory)
    print(await asyncio.create_task(value(1)), await loop.create_task(value(2)),
          await asyncio.gather(value(3), value(4)), made)  # expect: 1 2 [3, 4] ['value', 'value', 'value', 'value']
    loop.set_task_factory(None)
    task = asyncio.create_task(value(5), name='five', context=contextvars.Context())
    print(task.get_name(), await task)  # expect: five 5
    try:
        asyncio.create_task(5)
    except TypeError as e:
        print(e)  # expect: a coroutine was expected, got 5

    # ---- races
    async def attempt(n):
        if n == 0:
            raise OSError('refused')
        await asyncio.sleep(0.001 if n == 1 else 10)
        return f'attempt {n}'

    print(await staggered_race([lambda n=n: attempt(n) for n in range(3)], delay=None))
    # expect: ('attempt 1', 1, [OSError('refused'), None])


asyncio.run(main())
