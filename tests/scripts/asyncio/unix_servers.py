# Servers on paths: each has its own, and takes its file away when it is closed.
import asyncio
import os
import tempfile


def answering(word):
    async def answer(reader, writer):
        writer.write(word + b' ' + await reader.readline())
        await writer.drain()
        writer.close()
    return answer


async def ask(path):
    reader, writer = await asyncio.open_unix_connection(path)
    writer.write(b'hello\n')
    line = await reader.readline()
    writer.close()
    await writer.wait_closed()
    return line


async def main():
    with tempfile.TemporaryDirectory() as folder:
        first, second = os.path.join(folder, 'first'), os.path.join(folder, 'second')
        a = await asyncio.start_unix_server(answering(b'first'), first)
        b = await asyncio.start_unix_server(answering(b'second'), second)
        print(await ask(first), await ask(second))  # expect: b'first hello\n' b'second hello\n'
        a.close()
        await a.wait_closed()
        print(os.path.exists(first), os.path.exists(second))  # expect: False True
        b.close()
        await b.wait_closed()
    loop = asyncio.get_running_loop()
    for options in dict(ssl_handshake_timeout=1), dict(host=None):
        try:
            await loop.create_server(asyncio.Protocol, **{'host': '127.0.0.1', 'port': None if 'host' in options else 0, **options})
        except ValueError as e:
            print(e)
    # expect: ssl_handshake_timeout is only meaningful with ssl
    # expect: Neither host/port nor sock were specified


asyncio.run(main())
