"""Sockets in the event loop: readiness, the sock_… methods, and transports."""

__all__ = ('BaseSelectorEventLoop',)

import collections
import errno
import os
import selectors
import socket

from asyncio import base_events, constants, events, futures, protocols, transports, trsock
from asyncio.log import logger


def _identity(path):
    # The number of a file that is gone may be that of the next one.
    found = os.stat(path)
    return found.st_ino, found.st_mtime_ns


class BaseSelectorEventLoop(base_events.BaseEventLoop):
    """A loop that can wait for sockets. Without any it waits at an event alone."""

    def __init__(self, selector=None):
        super().__init__()
        if selector is not None:
            self._selector = selector
        self._transports = {}
        # Of servers on a path: (path, inode).
        self._socket_files = {}

    def _files(self):
        """The selector, made when the first socket comes."""
        selector = self._selector
        if isinstance(selector, base_events._Waker):
            self._selector = selectors.DefaultSelector()
            # Whoever waits at the old one is this thread itself.
            selector.wake()
        return self._selector

    def close(self):
        if self.is_running():
            raise RuntimeError('Cannot close a running event loop')
        if self.is_closed():
            return
        super().close()
        self._selector.close()

    def _process_events(self, event_list):
        for key, mask in event_list:
            reader, writer = key.data
            if mask & selectors.EVENT_READ and reader is not None:
                if reader._cancelled:
                    self._remove_reader(key.fileobj)
                else:
                    self._add_callback(reader)
            if mask & selectors.EVENT_WRITE and writer is not None:
                if writer._cancelled:
                    self._remove_writer(key.fileobj)
                else:
                    self._add_callback(writer)

    # ---- readers and writers

    def _ensure_fd_no_transport(self, fd):
        fileno = fd if isinstance(fd, int) else fd.fileno()
        transport = self._transports.get(fileno)
        if transport is not None and not transport.is_closing():
            raise RuntimeError(f'File descriptor {fd!r} is used by transport {transport!r}')

    def _add(self, fd, event, callback, args):
        self._check_closed()
        handle = events.Handle(callback, args, self, None)
        selector = self._files()
        key = selector.get_map().get(fd)
        index = 0 if event == selectors.EVENT_READ else 1
        if key is None:
            selector.register(fd, event, (handle, None) if index == 0 else (None, handle))
        else:
            data = list(key.data)
            if data[index] is not None:
                data[index].cancel()
            data[index] = handle
            selector.modify(fd, key.events | event, tuple(data))
        return handle

    def _remove(self, fd, event):
        if self.is_closed():
            return False
        selector = self._files()
        key = selector.get_map().get(fd)
        if key is None:
            return False
        index = 0 if event == selectors.EVENT_READ else 1
        data = list(key.data)
        handle, data[index] = data[index], None
        if key.events & ~event:
            selector.modify(fd, key.events & ~event, tuple(data))
        else:
            selector.unregister(fd)
        if handle is None:
            return False
        handle.cancel()
        return True

    def _add_reader(self, fd, callback, *args):
        return self._add(fd, selectors.EVENT_READ, callback, args)

    def _remove_reader(self, fd):
        return self._remove(fd, selectors.EVENT_READ)

    def _add_writer(self, fd, callback, *args):
        return self._add(fd, selectors.EVENT_WRITE, callback, args)

    def _remove_writer(self, fd):
        return self._remove(fd, selectors.EVENT_WRITE)

    def add_reader(self, fd, callback, *args):
        """Calls callback(*args) whenever there is something to read."""
        self._ensure_fd_no_transport(fd)
        self._add_reader(fd, callback, *args)

    def remove_reader(self, fd):
        self._ensure_fd_no_transport(fd)
        return self._remove_reader(fd)

    def add_writer(self, fd, callback, *args):
        """Calls callback(*args) whenever there is room to write."""
        self._ensure_fd_no_transport(fd)
        self._add_writer(fd, callback, *args)

    def remove_writer(self, fd):
        self._ensure_fd_no_transport(fd)
        return self._remove_writer(fd)

    # ---- sockets as coroutines

    async def _when_ready(self, sock, event, operation, *args):
        """The operation of the socket as soon as it does not block."""
        if self._debug and sock.gettimeout() != 0:
            raise ValueError('the socket must be non-blocking')
        try:
            return getattr(sock, operation)(*args)
        except (BlockingIOError, InterruptedError):
            pass
        future = self.create_future()
        fd = sock.fileno()
        self._ensure_fd_no_transport(fd)

        def attempt():
            if future.done():
                return
            try:
                result = getattr(sock, operation)(*args)
            except (BlockingIOError, InterruptedError):
                return
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as exc:
                future.set_exception(exc)
            else:
                future.set_result(result)

        handle = self._add(fd, event, attempt, ())
        try:
            return await future
        finally:
            if not handle.cancelled():
                self._remove(fd, event)

    async def sock_recv(self, sock, n):
        """Receives up to n bytes."""
        return await self._when_ready(sock, selectors.EVENT_READ, 'recv', n)

    async def sock_recv_into(self, sock, buf):
        return await self._when_ready(sock, selectors.EVENT_READ, 'recv_into', buf)

    async def sock_recvfrom(self, sock, bufsize):
        return await self._when_ready(sock, selectors.EVENT_READ, 'recvfrom', bufsize)

    async def sock_recvfrom_into(self, sock, buf, nbytes=0):
        return await self._when_ready(sock, selectors.EVENT_READ, 'recvfrom_into', buf,
                                      nbytes or len(buf))

    async def sock_sendall(self, sock, data):
        """Sends all the bytes."""
        view = memoryview(data)
        while view:
            view = view[await self._when_ready(sock, selectors.EVENT_WRITE, 'send', view):]

    async def sock_sendto(self, sock, data, address):
        return await self._when_ready(sock, selectors.EVENT_WRITE, 'sendto', data, address)

    async def sock_connect(self, sock, address):
        """Connects the socket."""
        if self._debug and sock.gettimeout() != 0:
            raise ValueError('the socket must be non-blocking')
        if sock.family in (socket.AF_INET, socket.AF_INET6):
            found = await self._ensure_resolved(address, family=sock.family, type=sock.type,
                                                proto=sock.proto)
            address = found[0][4]
        try:
            return await self._when_ready(sock, selectors.EVENT_WRITE, 'connect', address)
        except ConnectionRefusedError as exc:
            # It is the socket's state that says so, later than the call.
            raise OSError(exc.errno, f'Connect call failed {address}') from None

    async def sock_accept(self, sock):
        """Waits for a connection: (a socket, the address of the other side)."""
        conn, address = await self._when_ready(sock, selectors.EVENT_READ, 'accept')
        conn.setblocking(False)
        return conn, address

    def _make_socket_transport(self, sock, protocol, waiter=None, *, extra=None, server=None):
        return _SelectorSocketTransport(self, sock, protocol, waiter, server=server)

    def _make_datagram_transport(self, sock, protocol, address=None, waiter=None, extra=None):
        return _SelectorDatagramTransport(self, sock, protocol, address, waiter)

    # ---- paths

    async def create_unix_connection(self, protocol_factory, path=None, *, ssl=None, sock=None,
                                     server_hostname=None, ssl_handshake_timeout=None,
                                     ssl_shutdown_timeout=None):
        """Connects to a server on a path; (transport, protocol)."""
        if path is not None:
            if sock is not None:
                raise ValueError('path and sock can not be specified at the same time')
            sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            sock.setblocking(False)
            try:
                await self.sock_connect(sock, os.fspath(path))
            except:
                sock.close()
                raise
        elif sock is None:
            raise ValueError('no path and sock were specified')
        sock.setblocking(False)
        return await self._connected(sock, protocol_factory)

    async def create_unix_server(self, protocol_factory, path=None, *, sock=None, backlog=100,
                                 ssl=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None,
                                 start_serving=True, cleanup_socket=True):
        """A server on a path."""
        if path is not None:
            if sock is not None:
                raise ValueError('path and sock can not be specified at the same time')
            path = os.fspath(path)
            base_events._remove_stale_socket(path)
            sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                sock.bind(path)
            except OSError as exc:
                sock.close()
                if exc.errno == errno.EADDRINUSE:
                    raise OSError(errno.EADDRINUSE,
                                  f'Address {path!r} is already in use') from None
                raise
        elif sock is None:
            raise ValueError('path was not specified, and no sock specified')
        elif sock.family != socket.AF_UNIX or sock.type != socket.SOCK_STREAM:
            raise ValueError(f'A UNIX Domain Stream Socket was expected, got {sock!r}')
        path = sock.getsockname()
        if cleanup_socket and path and path[0] not in (0, '\x00'):
            try:
                self._socket_files[sock] = path, _identity(path)
            except FileNotFoundError:
                pass
        return await self._serve([sock], protocol_factory, backlog, start_serving)

    def _stop_serving(self, sock):
        super()._stop_serving(sock)
        path, identity = self._socket_files.pop(sock, (None, None))
        if path is not None:
            # Unless somebody else has put another one there.
            try:
                if _identity(path) == identity:
                    os.unlink(path)
            except FileNotFoundError:
                pass
            except OSError as exc:
                logger.error('Unable to clean up listening UNIX socket %r: %r', path, exc)

    # ---- servers

    def _start_serving(self, protocol_factory, sock, server, backlog):
        self._add_reader(sock.fileno(), self._accept_connection, protocol_factory, sock, server,
                         backlog)

    def _accept_connection(self, protocol_factory, sock, server=None, backlog=100):
        for _ in range(backlog):
            try:
                conn, address = sock.accept()
                if self._debug:
                    logger.debug('%r got a new connection from %r: %r', server, address, conn)
                conn.setblocking(False)
            except (BlockingIOError, InterruptedError, ConnectionAbortedError):
                return
            except OSError as exc:
                if exc.errno not in (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM):
                    raise
                # There is nothing free for it: that may get better.
                self.call_exception_handler({
                    'message': 'socket.accept() out of system resource',
                    'exception': exc, 'socket': sock})
                self._remove_reader(sock.fileno())
                self.call_later(constants.ACCEPT_RETRY_DELAY, self._start_serving,
                                protocol_factory, sock, server, backlog)
                return
            self.create_task(self._accepted(protocol_factory, conn, server))

    async def _accepted(self, protocol_factory, conn, server):
        if server is not None and not server.is_serving():
            # It was closed meanwhile.
            conn.close()
            return
        try:
            await self._connected(conn, protocol_factory, server)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self.call_exception_handler({
                'message': 'Error on transport creation for incoming connection',
                'exception': exc})


class _SelectorTransport(transports._FlowControlMixin, transports.Transport):
    max_size = 256 * 1024

    def __init__(self, loop, sock, protocol, extra=None, server=None):
        super().__init__(extra, loop)
        self._extra['socket'] = trsock.TransportSocket(sock)
        for name, get in ('sockname', sock.getsockname), ('peername', sock.getpeername):
            try:
                self._extra.setdefault(name, get())
            except OSError:
                self._extra.setdefault(name, None)
        self._sock = sock
        self._sock_fd = sock.fileno()
        self._protocol_connected = False
        self._server = server
        self._buffer = collections.deque()
        self._conn_lost = 0
        self._closing = False
        self._paused = False
        self.set_protocol(protocol)
        if server is not None:
            server._attach(self)
        loop._transports[self._sock_fd] = self

    def __repr__(self):
        info = [type(self).__name__]
        if self._sock is None:
            info.append('closed')
        elif self._closing:
            info.append('closing')
        info.append(f'fd={self._sock_fd}')
        if self._loop is not None and not self._loop.is_closed():
            mapping = self._loop._files().get_map()
            key = mapping.get(self._sock_fd) if mapping is not None else None
            events_ = key.events if key is not None else 0
            info.append('read=polling' if events_ & selectors.EVENT_READ else 'read=idle')
            state = 'polling' if events_ & selectors.EVENT_WRITE else 'idle'
            info.append(f'write=<{state}, bufsize={self.get_write_buffer_size()}>')
        return f'<{" ".join(info)}>'

    def set_protocol(self, protocol):
        self._protocol = protocol
        self._protocol_connected = True

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def is_reading(self):
        return not self.is_closing() and not self._paused

    def pause_reading(self):
        if self.is_reading():
            self._paused = True
            self._loop._remove_reader(self._sock_fd)

    def resume_reading(self):
        if self._closing or not self._paused:
            return
        self._paused = False
        self._loop._add_reader(self._sock_fd, self._read_ready)

    def abort(self):
        self._force_close(None)

    def close(self):
        if self._closing:
            return
        self._closing = True
        self._loop._remove_reader(self._sock_fd)
        if not self._buffer:
            self._conn_lost += 1
            self._loop._remove_writer(self._sock_fd)
            self._loop.call_soon(self._call_connection_lost, None)

    def _fatal_error(self, exc, message='Fatal error on transport'):
        if not isinstance(exc, OSError):
            self._loop.call_exception_handler({
                'message': message, 'exception': exc, 'transport': self,
                'protocol': self._protocol})
        self._force_close(exc)

    def _force_close(self, exc):
        if self._conn_lost:
            return
        if self._buffer:
            self._buffer.clear()
            self._loop._remove_writer(self._sock_fd)
        if not self._closing:
            self._closing = True
            self._loop._remove_reader(self._sock_fd)
        self._conn_lost += 1
        self._loop.call_soon(self._call_connection_lost, exc)

    def _call_connection_lost(self, exc):
        try:
            if self._protocol_connected:
                self._protocol.connection_lost(exc)
        finally:
            self._sock.close()
            if self._loop._transports.get(self._sock_fd) is self:
                del self._loop._transports[self._sock_fd]
            self._sock = None
            self._protocol = None
            self._loop = None
            server = self._server
            if server is not None:
                server._detach(self)
                self._server = None

    def get_write_buffer_size(self):
        return sum(len(data) for data in self._buffer)


class _SelectorSocketTransport(_SelectorTransport):
    def __init__(self, loop, sock, protocol, waiter=None, extra=None, server=None):
        self._eof = False
        super().__init__(loop, sock, protocol, extra, server)
        loop.call_soon(self._protocol.connection_made, self)
        loop.call_soon(self._begin_reading)
        if waiter is not None:
            loop.call_soon(futures._set_result_unless_cancelled, waiter, None)

    def _begin_reading(self):
        if self.is_reading():
            self._loop._add_reader(self._sock_fd, self._read_ready)

    def _read_ready(self):
        if self._conn_lost:
            return
        try:
            data = self._sock.recv(self.max_size)
        except (BlockingIOError, InterruptedError):
            return
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._fatal_error(exc, 'Fatal read error on socket transport')
            return
        if not data:
            self._read_eof()
            return
        try:
            if isinstance(self._protocol, protocols.BufferedProtocol):
                protocols._feed_data_to_buffered_proto(self._protocol, data)
            else:
                self._protocol.data_received(data)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._fatal_error(exc, 'Fatal error: protocol.data_received() call failed.')

    def _read_eof(self):
        try:
            keep_open = self._protocol.eof_received()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._fatal_error(exc, 'Fatal error: protocol.eof_received() call failed.')
            return
        if keep_open:
            # The other direction stays; nothing more is read.
            self._loop._remove_reader(self._sock_fd)
        else:
            self.close()

    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError('data argument must be a bytes-like object, '
                            f'not {type(data).__name__!r}')
        if self._eof:
            raise RuntimeError('Cannot call write() after write_eof()')
        if not data:
            return
        if self._conn_lost:
            if self._conn_lost >= constants.LOG_THRESHOLD_FOR_CONNLOST_WRITES:
                logger.warning('socket.send() raised exception.')
            self._conn_lost += 1
            return
        if not self._buffer:
            try:
                n = self._sock.send(data)
            except (BlockingIOError, InterruptedError):
                n = 0
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as exc:
                self._fatal_error(exc, 'Fatal write error on socket transport')
                return
            data = memoryview(data)[n:]
            if not data:
                return
            self._loop._add_writer(self._sock_fd, self._write_ready)
        self._buffer.append(bytes(data))
        self._maybe_pause_protocol()

    def _write_ready(self):
        if self._conn_lost:
            return
        while self._buffer:
            data = self._buffer.popleft()
            try:
                n = self._sock.send(data)
            except (BlockingIOError, InterruptedError):
                self._buffer.appendleft(data)
                break
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as exc:
                self._loop._remove_writer(self._sock_fd)
                self._buffer.clear()
                self._fatal_error(exc, 'Fatal write error on socket transport')
                return
            if n < len(data):
                self._buffer.appendleft(data[n:])
                break
        self._maybe_resume_protocol()
        if not self._buffer:
            self._loop._remove_writer(self._sock_fd)
            if self._closing:
                self._call_connection_lost(None)
            elif self._eof:
                self._sock.shutdown(socket.SHUT_WR)

    def write_eof(self):
        if self._closing or self._eof:
            return
        self._eof = True
        if not self._buffer:
            self._sock.shutdown(socket.SHUT_WR)

    def can_write_eof(self):
        return True


class _SelectorDatagramTransport(_SelectorTransport, transports.DatagramTransport):
    def __init__(self, loop, sock, protocol, address=None, waiter=None, extra=None):
        super().__init__(loop, sock, protocol, extra)
        self._address = address
        loop.call_soon(self._protocol.connection_made, self)
        loop.call_soon(self._begin_reading)
        if waiter is not None:
            loop.call_soon(futures._set_result_unless_cancelled, waiter, None)

    def _begin_reading(self):
        if not self._closing:
            self._loop._add_reader(self._sock_fd, self._read_ready)

    def _read_ready(self):
        if self._conn_lost:
            return
        try:
            data, address = self._sock.recvfrom(self.max_size)
        except (BlockingIOError, InterruptedError):
            return
        except OSError as exc:
            self._protocol.error_received(exc)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._fatal_error(exc, 'Fatal read error on datagram transport')
        else:
            self._protocol.datagram_received(data, address)

    def sendto(self, data, addr=None):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError('data argument must be a bytes-like object, '
                            f'not {type(data).__name__!r}')
        if self._address:
            if addr not in (None, self._address):
                raise ValueError(f'Invalid address: must be None or {self._address}')
            addr = self._address
        try:
            if self._extra['peername']:
                self._sock.send(data)
            else:
                self._sock.sendto(data, addr)
        except (BlockingIOError, InterruptedError):
            pass
        except OSError as exc:
            self._protocol.error_received(exc)
