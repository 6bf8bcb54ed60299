# Threads and the loop: to_thread, run_in_executor, call_soon_threadsafe, run_coroutine_threadsafe.
import asyncio
import concurrent.futures
import contextvars
import threading

name = contextvars.ContextVar('name', default='none')


def blocking(x):
    return x * 2, name.get(), threading.current_thread() is threading.main_thread()


async def main():
    name.set('main')
    print(await asyncio.to_thread(blocking, 21))
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, blocking, 1))
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        print(await asyncio.gather(*(loop.run_in_executor(pool, pow, 2, n) for n in range(8))))
    future = loop.create_future()
    threading.Thread(target=lambda: loop.call_soon_threadsafe(future.set_result, 'told')).start()
    print(await future)

    async def double(x):
        await asyncio.sleep(0)
        return x * 2

    def other():
        try:
            asyncio.get_running_loop()
        except RuntimeError as e:
            print(e)
        return asyncio.run_coroutine_threadsafe(double(4), loop).result()

    print(await asyncio.to_thread(other))
    try:
        await asyncio.to_thread(int, 'x')
    except ValueError as e:
        print(e)


asyncio.run(main())

# expect-stdout:
# (42, 'main', False)
# (2, 'none', False)
# [1, 2, 4, 8, 16, 32, 64, 128]
# told
# no running event loop
# 8
# invalid literal for int() with base 10: 'x'
