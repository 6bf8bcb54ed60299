# What nobody catches goes to the loop's exception handler.
import asyncio


async def fails():
    raise ValueError('lost')


def handler(loop, context):
    print(context['message'].split(' at ')[0].split('(')[0], repr(context.get('exception')))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)

    def bad():
        1 / 0

    loop.call_soon(bad)
    await asyncio.sleep(0)
    task = asyncio.create_task(fails())
    await asyncio.sleep(0)
    print(repr(task.exception()))
    try:
        await task
    except ValueError as e:
        print('caught', e)
    try:
        task.set_result(1)
    except RuntimeError as e:
        print(e)
    try:
        asyncio.current_task().add_done_callback(print, context=None)
        asyncio.current_task().remove_done_callback(print)
        print(asyncio.current_task().get_name(), len(asyncio.all_tasks()))
    finally:
        pass


asyncio.run(main())

# expect-stdout:
# Exception in callback main.<locals>.bad ZeroDivisionError('division by zero')
# ValueError('lost')
# caught lost
# Task does not support set_result operation
# Task-1 1
