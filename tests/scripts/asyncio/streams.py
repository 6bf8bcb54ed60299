# Streams and servers on loopback.
import asyncio


async def handle(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    host, port = server.sockets[0].getsockname()
    async with server:
        reader, writer = await asyncio.open_connection(host, port)
        writer.write(b'hello\nworld\n')
        await writer.drain()
        print(await reader.readline(), await reader.readuntil(b'\n'))  # expect: b'HELLO\n' b'WORLD\n'
        writer.write_eof()
        print(await reader.read(), reader.at_eof())  # expect: b'' True
        writer.close()
        await writer.wait_closed()

        async def client(i):
            reader, writer = await asyncio.open_connection('127.0.0.1', port)
            writer.write(f'c{i}\n'.encode())
            data = await reader.readexactly(3)
            writer.close()
            await writer.wait_closed()
            return data

        print(await asyncio.gather(*(client(i) for i in range(3))))  # expect: [b'C0\n', b'C1\n', b'C2\n']
        try:
            await asyncio.wait_for(reader.readexactly(4), 1)
        except asyncio.IncompleteReadError as error:
            print(error)  # expect: 0 bytes read on a total of 4 expected bytes
    print(server.is_serving())  # expect: False


asyncio.run(main())
