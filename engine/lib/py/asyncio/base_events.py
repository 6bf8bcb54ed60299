"""The event loop.

A loop waits in one place: for an event with a deadline, which call_soon_threadsafe(), a ready
descriptor or the earliest timer ends.
"""

__all__ = ('BaseEventLoop', 'Server')

import _thread
import collections
import concurrent.futures
import errno
import functools
import heapq
import itertools
import os
import socket
import sys
import threading
import time
import types
import weakref

from _asyncio import let_go, new_future, new_task, run_next
from asyncio import constants, coroutines, events, exceptions, futures, protocols, tasks, trsock
from asyncio.log import logger

# Timers that were cancelled stay in the heap until there are this many, and they are half of it.
_MIN_SCHEDULED_TIMER_HANDLES = 100
_MIN_CANCELLED_TIMER_HANDLES_FRACTION = 0.5

MAXIMUM_SELECT_TIMEOUT = 24 * 3600


class _Waker:
    """What a loop without descriptors waits at."""

    def __init__(self):
        self._event = _thread.event()

    def select(self, timeout=None):
        _thread.event_wait(self._event, timeout)
        _thread.event_clear(self._event)
        return ()

    def wake(self):
        _thread.event_set(self._event)

    def close(self):
        pass


def _format_handle(handle):
    callback = handle._callback
    if isinstance(getattr(callback, '__self__', None), tasks.Task):
        return repr(callback.__self__)
    return str(handle)


def _set_reuseport(sock):
    if not hasattr(socket, 'SO_REUSEPORT'):
        raise ValueError('reuse_port not supported by socket module')
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    except OSError:
        raise ValueError('reuse_port not supported by socket module, SO_REUSEPORT defined but not '
                         'implemented.')


def _set_nodelay(sock):
    if (sock.family in {socket.AF_INET, socket.AF_INET6} and sock.type == socket.SOCK_STREAM and
            sock.proto == socket.IPPROTO_TCP):
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _ipaddr_info(host, port, family, type, proto, flowinfo=0, scopeid=0):
    """What getaddrinfo() says about a host that is an address; None for one that is not."""
    if not hasattr(socket, 'inet_pton') or host is None:
        return None
    if proto not in {0, socket.IPPROTO_TCP, socket.IPPROTO_UDP}:
        return None
    if type == socket.SOCK_STREAM:
        proto = socket.IPPROTO_TCP
    elif type == socket.SOCK_DGRAM:
        proto = socket.IPPROTO_UDP
    else:
        return None
    if port is None or port in (b'', ''):
        port = 0
    else:
        try:
            port = int(port)
        except (TypeError, ValueError):
            return None
    if isinstance(host, bytes):
        host = host.decode('ascii')
    if '%' in host:
        # With a scope id, which inet_pton() does not know.
        return None
    families = [socket.AF_INET, socket.AF_INET6] if family == socket.AF_UNSPEC else [family]
    for family in families:
        try:
            socket.inet_pton(family, host)
        except OSError:
            continue
        address = (host, port) if family != socket.AF_INET6 else (host, port, flowinfo, scopeid)
        return family, type, proto, '', address
    return None


def _interleave_addrinfos(addrinfos, first_address_family_count=1):
    """The addresses with their families in turn."""
    by_family = {}
    for info in addrinfos:
        by_family.setdefault(info[0], []).append(info)
    lists = list(by_family.values())
    ordered = []
    if first_address_family_count > 1:
        ordered.extend(lists[0][:first_address_family_count - 1])
        del lists[0][:first_address_family_count - 1]
    ordered.extend(info for infos in itertools.zip_longest(*lists) for info in infos
                   if info is not None)
    return ordered


def _check_ssl(ssl, handshake_timeout, shutdown_timeout):
    if ssl:
        raise NotImplementedError('ssl: connections are not encrypted in Heddle')
    if handshake_timeout is not None:
        raise ValueError('ssl_handshake_timeout is only meaningful with ssl')
    if shutdown_timeout is not None:
        raise ValueError('ssl_shutdown_timeout is only meaningful with ssl')


def _check_sendfile_params(sock, file, offset, count):
    if 'b' not in getattr(file, 'mode', 'b'):
        raise ValueError('file should be opened in binary mode')
    if sock.type != socket.SOCK_STREAM:
        raise ValueError('only SOCK_STREAM type sockets are supported')
    if count is not None:
        message = f'count must be a positive integer (got {count!r})'
        if not isinstance(count, int):
            raise TypeError(message)
        if count <= 0:
            raise ValueError(message)
    message = f'offset must be a non-negative integer (got {offset!r})'
    if not isinstance(offset, int):
        raise TypeError(message)
    if offset < 0:
        raise ValueError(message)


def _remove_stale_socket(path):
    # Left over by a socket that was closed.
    if os.path.exists(path) and not socket._is_bound(path):
        os.unlink(path)


def _run_until_complete_cb(future):
    if not future.cancelled():
        exc = future.exception()
        if isinstance(exc, (SystemExit, KeyboardInterrupt)):
            # It has left run_forever() by itself.
            return
    futures._get_loop(future).stop()


class BaseEventLoop(events.AbstractEventLoop):
    """Runs callbacks, one after the other."""

    def __init__(self):
        self._timer_cancelled_count = 0
        self._closed = False
        self._stopping = False
        self._ready = collections.deque()
        # Where natives may put tasks that are ready; None: they have to call call_soon().
        self._fast_ready = None
        self._scheduled = []
        # Futures that have just failed while nobody waited for them.
        self._failures = []
        self._default_executor = None
        self._internal_fds = 0
        self._thread_id = None
        self._clock_resolution = 1e-09
        self._exception_handler = None
        self._selector = _Waker()
        self.set_debug(coroutines._is_debug_mode())
        # A callback that takes longer is logged in debug mode.
        self.slow_callback_duration = 0.1
        self._current_handle = None
        self._task_factory = None
        self._coroutine_origin_tracking_enabled = False
        self._coroutine_origin_tracking_saved_depth = None
        self._asyncgens = set()  # weak references to those that have begun
        self._asyncgens_limit = 64
        self._asyncgens_shutdown_called = False
        self._executor_shutdown_called = False

    def __repr__(self):
        return (f'<{type(self).__name__} running={self.is_running()} closed={self.is_closed()} '
                f'debug={self.get_debug()}>')

    # ---- futures and tasks

    def create_future(self):
        """A Future of this loop."""
        return new_future(self) or futures.Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        """Starts a coroutine as a Task."""
        task = new_task(self, coro, name, context)
        if task is not None:
            return task
        self._check_closed()
        if self._task_factory is None:
            task = tasks.Task(coro, loop=self, name=name, context=context)
            if task._source_traceback:
                del task._source_traceback[-1]
        else:
            if context is None:
                task = self._task_factory(self, coro)
            else:
                task = self._task_factory(self, coro, context=context)
            task.set_name(name)
        try:
            return task
        finally:
            # The task's exception may lead here.
            del task

    def set_task_factory(self, factory):
        """Has create_task() call factory(loop, coro); None for Task."""
        if factory is not None and not callable(factory):
            raise TypeError('task factory must be a callable or None')
        self._task_factory = factory

    def get_task_factory(self):
        return self._task_factory

    # ---- running

    def _process_events(self, event_list):
        """Makes the handles of ready descriptors ready."""
        raise NotImplementedError

    def _check_closed(self):
        if self._closed:
            raise RuntimeError('Event loop is closed')

    def _check_default_executor(self):
        if self._executor_shutdown_called:
            raise RuntimeError('Executor shutdown has been called')

    def _check_running(self):
        if self.is_running():
            raise RuntimeError('This event loop is already running')
        if events._get_running_loop() is not None:
            raise RuntimeError('Cannot run the event loop while another loop is running')

    def _run_forever_setup(self):
        self._check_closed()
        self._check_running()
        self._set_coroutine_origin_tracking(self._debug)
        self._old_agen_hooks = sys.get_asyncgen_hooks()
        self._thread_id = threading.get_ident()
        sys.set_asyncgen_hooks(firstiter=self._asyncgen_firstiter_hook,
                               finalizer=self._asyncgen_finalizer_hook)
        events._set_running_loop(self)

    def _run_forever_cleanup(self):
        self._stopping = False
        self._thread_id = None
        events._set_running_loop(None)
        self._set_coroutine_origin_tracking(False)
        if self._old_agen_hooks is not None:
            sys.set_asyncgen_hooks(*self._old_agen_hooks)
            self._old_agen_hooks = None

    def run_forever(self):
        """Runs until stop() is called."""
        self._run_forever_setup()
        try:
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._run_forever_cleanup()

    def run_until_complete(self, future):
        """Runs until the future is done; its result."""
        self._check_closed()
        self._check_running()
        new_task = not futures.isfuture(future)
        future = tasks.ensure_future(future, loop=self)
        if new_task:
            # The caller gets its exception.
            future._log_destroy_pending = False
        future.add_done_callback(_run_until_complete_cb)
        try:
            self.run_forever()
        except:
            if new_task and future.done() and not future.cancelled():
                # The exception that comes out is the coroutine's own.
                future.exception()
            raise
        finally:
            future.remove_done_callback(_run_until_complete_cb)
            futures._report_failed()
        if not future.done():
            raise RuntimeError('Event loop stopped before Future completed.')
        return future.result()

    def stop(self):
        """Lets run_forever() return after the callbacks that are ready."""
        self._stopping = True

    def close(self):
        """Closes the loop for good."""
        if self.is_running():
            raise RuntimeError('Cannot close a running event loop')
        if self._closed:
            return
        if self._debug:
            logger.debug('Close %r', self)
        self._closed = True
        self._fast_ready = None
        futures._report_failed()
        self._ready.clear()
        self._scheduled.clear()
        self._executor_shutdown_called = True
        executor = self._default_executor
        if executor is not None:
            self._default_executor = None
            executor.shutdown(wait=False)

    def is_closed(self):
        return self._closed

    def is_running(self):
        return self._thread_id is not None

    # ---- asynchronous generators

    def _asyncgen_finalizer_hook(self, agen):
        self._asyncgens.discard(weakref.ref(agen))
        if not self.is_closed():
            self.call_soon_threadsafe(self.create_task, agen.aclose())

    def _asyncgen_firstiter_hook(self, agen):
        if self._asyncgens_shutdown_called:
            import warnings
            warnings.warn(f'asynchronous generator {agen!r} was scheduled after '
                          'loop.shutdown_asyncgens() call', ResourceWarning, source=self)
        if len(self._asyncgens) >= self._asyncgens_limit:
            # Those that have ended are forgotten.
            self._asyncgens = set(map(weakref.ref, self._suspended_asyncgens()))
            self._asyncgens_limit = max(64, 2 * len(self._asyncgens))
        self._asyncgens.add(weakref.ref(agen))

    def _suspended_asyncgens(self):
        return [agen for ref in self._asyncgens if (agen := ref()) is not None and agen.ag_suspended]

    async def shutdown_asyncgens(self):
        """Closes the asynchronous generators that have begun and not ended."""
        self._asyncgens_shutdown_called = True
        closing = self._suspended_asyncgens()
        self._asyncgens.clear()
        if not closing:
            return
        results = await tasks.gather(*[agen.aclose() for agen in closing], return_exceptions=True)
        for result, agen in zip(results, closing):
            if isinstance(result, Exception):
                self.call_exception_handler({
                    'message': f'an error occurred during closing of asynchronous generator '
                               f'{agen!r}',
                    'exception': result,
                    'asyncgen': agen,
                })

    # ---- the clock and callbacks

    def time(self):
        """The loop's clock, in seconds."""
        return time.monotonic()

    def call_later(self, delay, callback, *args, context=None):
        """Calls callback(*args) after `delay` seconds."""
        if delay is None:
            raise TypeError('delay must not be None')
        timer = self.call_at(self.time() + delay, callback, *args, context=context)
        if timer._source_traceback:
            del timer._source_traceback[-1]
        return timer

    def call_at(self, when, callback, *args, context=None):
        """Calls callback(*args) at a time of the loop's clock."""
        if when is None:
            raise TypeError('when cannot be None')
        self._check_closed()
        if self._debug:
            self._check_thread()
            self._check_callback(callback, 'call_at')
        timer = events.TimerHandle(when, callback, args, self, context)
        if timer._source_traceback:
            del timer._source_traceback[-1]
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        return timer

    def call_soon(self, callback, *args, context=None):
        """Calls callback(*args) in the next round of the loop."""
        self._check_closed()
        if self._debug:
            self._check_thread()
            self._check_callback(callback, 'call_soon')
        handle = self._call_soon(callback, args, context)
        if handle._source_traceback:
            del handle._source_traceback[-1]
        return handle

    def _check_callback(self, callback, method):
        if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
            raise TypeError(f'coroutines cannot be used with {method}()')
        if not callable(callback):
            raise TypeError(f'a callable object was expected by {method}(), got {callback!r}')

    def _call_soon(self, callback, args, context):
        handle = events.Handle(callback, args, self, context)
        if handle._source_traceback:
            del handle._source_traceback[-1]
        self._ready.append(handle)
        return handle

    def _check_thread(self):
        if self._thread_id is None:
            return
        if threading.get_ident() != self._thread_id:
            raise RuntimeError('Non-thread-safe operation invoked on an event loop other than the '
                               'current one')

    def call_soon_threadsafe(self, callback, *args, context=None):
        """As call_soon(), from any thread."""
        self._check_closed()
        if self._debug:
            self._check_callback(callback, 'call_soon_threadsafe')
        handle = events._ThreadSafeHandle(callback, args, self, context)
        self._ready.append(handle)
        if handle._source_traceback:
            del handle._source_traceback[-2:]
        self._write_to_self()
        return handle

    def _write_to_self(self):
        self._selector.wake()

    def _timer_handle_cancelled(self, handle):
        if handle._scheduled:
            self._timer_cancelled_count += 1

    # ---- threads

    def run_in_executor(self, executor, func, *args):
        """Calls func(*args) in a pool; a future for its result."""
        self._check_closed()
        if self._debug:
            self._check_callback(func, 'run_in_executor')
        if executor is None:
            executor = self._default_executor
            self._check_default_executor()
            if executor is None:
                executor = concurrent.futures.ThreadPoolExecutor(thread_name_prefix='asyncio')
                self._default_executor = executor
        return futures.wrap_future(executor.submit(func, *args), loop=self)

    def set_default_executor(self, executor):
        """Sets the pool of run_in_executor(None, …)."""
        if not isinstance(executor, concurrent.futures.ThreadPoolExecutor):
            raise TypeError('executor must be ThreadPoolExecutor instance')
        self._default_executor = executor

    async def shutdown_default_executor(self, timeout=None):
        """Waits for the threads of the default pool."""
        self._executor_shutdown_called = True
        if self._default_executor is None:
            return
        future = self.create_future()
        thread = threading.Thread(target=self._do_shutdown, args=(future,))
        thread.start()
        from asyncio import timeouts
        try:
            async with timeouts.timeout(timeout):
                await future
        except TimeoutError:
            import warnings
            warnings.warn('The executor did not finishing joining '
                          f'its threads within {timeout} seconds.',
                          RuntimeWarning, stacklevel=2)
            self._default_executor.shutdown(wait=False)
        else:
            thread.join()

    def _do_shutdown(self, future):
        try:
            self._default_executor.shutdown(wait=True)
            if not self.is_closed():
                self.call_soon_threadsafe(futures._set_result_unless_cancelled, future, None)
        except Exception as ex:
            if not self.is_closed() and not future.cancelled():
                self.call_soon_threadsafe(future.set_exception, ex)

    # ---- names and addresses

    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        return socket.getaddrinfo(host, port, family, type, proto, flags)

    async def getnameinfo(self, sockaddr, flags=0):
        return socket.getnameinfo(sockaddr, flags)

    async def _ensure_resolved(self, address, *, family=0, type=socket.SOCK_STREAM, proto=0,
                               flags=0):
        host, port = address[:2]
        info = _ipaddr_info(host, port, family, type, proto, *address[2:])
        if info is not None:
            # It is an address already.
            return [info]
        return await self.getaddrinfo(host, port, family=family, type=type, proto=proto,
                                      flags=flags)

    async def _resolved(self, address, **options):
        infos = await self._ensure_resolved(address, **options)
        if not infos:
            raise OSError('getaddrinfo() returned empty list')
        return infos

    # ---- files

    async def sock_sendfile(self, sock, file, offset=0, count=None, *, fallback=True):
        """Sends the rest of a file; how many bytes."""
        if self._debug and sock.gettimeout() != 0:
            raise ValueError('the socket must be non-blocking')
        _check_sendfile_params(sock, file, offset, count)
        try:
            return await self._sock_sendfile_native(sock, file, offset, count)
        except exceptions.SendfileNotAvailableError:
            if not fallback:
                raise
        return await self._sock_sendfile_fallback(sock, file, offset, count)

    async def _sock_sendfile_native(self, sock, file, offset, count):
        raise exceptions.SendfileNotAvailableError(
            f'syscall sendfile is not available for socket {sock!r} and file {file!r} combination')

    async def _sock_sendfile_fallback(self, sock, file, offset, count):
        if hasattr(file, 'seek'):
            file.seek(offset)
        blocksize = constants.SENDFILE_FALLBACK_READBUFFER_SIZE
        sent = 0
        try:
            while count is None or sent < count:
                data = file.read(blocksize if count is None else min(blocksize, count - sent))
                if not data:
                    break
                await self.sock_sendall(sock, data)
                sent += len(data)
            return sent
        finally:
            if sent > 0 and hasattr(file, 'seek'):
                file.seek(offset + sent)

    # ---- connections

    def _make_socket_transport(self, sock, protocol, waiter=None, *, extra=None, server=None):
        raise NotImplementedError

    def _make_datagram_transport(self, sock, protocol, address=None, waiter=None, extra=None):
        raise NotImplementedError

    async def _connected(self, sock, protocol_factory, server=None):
        sock.setblocking(False)
        protocol = protocol_factory()
        waiter = self.create_future()
        transport = self._make_socket_transport(sock, protocol, waiter, server=server)
        try:
            await waiter
        except:
            transport.close()
            raise
        return transport, protocol

    async def _connect_sock(self, failures, addr_info, local_infos=None):
        """A socket that is connected to one address. Its failures go to a list of their own."""
        family, kind, proto, _, address = addr_info
        own = []
        failures.append(own)
        sock = None
        try:
            sock = socket.socket(family=family, type=kind, proto=proto)
            sock.setblocking(False)
            if local_infos is not None:
                self._bind_to_any(sock, family, local_infos, own)
            await self.sock_connect(sock, address)
            return sock
        except OSError as exc:
            own.append(exc)
            if sock is not None:
                sock.close()
            raise
        except:
            if sock is not None:
                sock.close()
            raise

    def _bind_to_any(self, sock, family, local_infos, failures):
        for local_family, _, _, _, local_address in local_infos:
            if local_family != family:
                continue
            try:
                sock.bind(local_address)
                return
            except OSError as exc:
                failures.append(OSError(
                    exc.errno, 'error while attempting to bind on address '
                    f'{local_address!r}: {str(exc).lower()}'))
        raise failures.pop() if failures else OSError(
            f'no matching local address with family={family!r} found')

    async def create_connection(self, protocol_factory, host=None, port=None, *, ssl=None,
                                family=0, proto=0, flags=0, sock=None, local_addr=None,
                                server_hostname=None, ssl_handshake_timeout=None,
                                ssl_shutdown_timeout=None, happy_eyeballs_delay=None,
                                interleave=None, all_errors=False):
        """Connects to a server; (transport, protocol)."""
        if server_hostname is not None and not ssl:
            raise ValueError('server_hostname is only meaningful with ssl')
        if server_hostname is None and ssl and not host:
            raise ValueError('You must set server_hostname when using ssl without a host')
        _check_ssl(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
        if host is not None or port is not None:
            if sock is not None:
                raise ValueError('host/port and sock can not be specified at the same time')
            infos = await self._resolved((host, port), family=family, type=socket.SOCK_STREAM,
                                         proto=proto, flags=flags)
            local_infos = None
            if local_addr is not None:
                local_infos = await self._resolved(local_addr, family=family,
                                                   type=socket.SOCK_STREAM, proto=proto,
                                                   flags=flags)
            if interleave or interleave is None and happy_eyeballs_delay is not None:
                infos = _interleave_addrinfos(infos, interleave or 1)
            sock = await self._connect_to_any(infos, local_infos, happy_eyeballs_delay, all_errors)
        elif sock is None:
            raise ValueError('host and port was not specified and no sock specified')
        elif sock.type != socket.SOCK_STREAM:
            raise ValueError(f'A Stream Socket was expected, got {sock!r}')
        transport, protocol = await self._connected(sock, protocol_factory)
        if self._debug:
            sock = transport.get_extra_info('socket')
            logger.debug('%r connected to %s:%r: (%r, %r)', sock, host, port, transport, protocol)
        return transport, protocol

    async def _connect_to_any(self, infos, local_infos, delay, all_errors):
        failures = []
        sock = None
        if delay is None:
            for info in infos:
                try:
                    sock = await self._connect_sock(failures, info, local_infos)
                    break
                except OSError:
                    continue
        else:
            from asyncio import staggered
            sock = (await staggered.staggered_race(
                [functools.partial(self._connect_sock, failures, info, local_infos)
                 for info in infos], delay, loop=self))[0]
        if sock is not None:
            return sock
        failures = [exc for own in failures for exc in own]
        try:
            if all_errors:
                raise ExceptionGroup('create_connection failed', failures)
            if len(failures) == 1:
                raise failures[0]
            if failures and all(str(exc) == str(failures[0]) for exc in failures):
                raise failures[0]
            raise OSError('Multiple exceptions: ' + ', '.join(str(exc) for exc in failures))
        finally:
            failures = None

    async def connect_accepted_socket(self, protocol_factory, sock, *, ssl=None,
                                      ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        """A transport for a socket that was accepted elsewhere."""
        if sock.type != socket.SOCK_STREAM:
            raise ValueError(f'A Stream Socket was expected, got {sock!r}')
        _check_ssl(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
        return await self._connected(sock, protocol_factory)

    # ---- servers

    async def _create_server_getaddrinfo(self, host, port, family, flags):
        infos = await self._ensure_resolved((host, port), family=family, type=socket.SOCK_STREAM,
                                            flags=flags)
        if not infos:
            raise OSError(f'getaddrinfo({host!r}) returned empty list')
        return infos

    async def create_server(self, protocol_factory, host=None, port=None, *,
                            family=socket.AF_UNSPEC, flags=socket.AI_PASSIVE, sock=None,
                            backlog=100, ssl=None, reuse_address=None, reuse_port=None,
                            keep_alive=None, ssl_handshake_timeout=None,
                            ssl_shutdown_timeout=None, start_serving=True):
        """A server that makes a protocol for each connection."""
        if isinstance(ssl, bool):
            raise TypeError('ssl argument must be an SSLContext or None')
        _check_ssl(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
        if host is not None or port is not None:
            if sock is not None:
                raise ValueError('host/port and sock can not be specified at the same time')
            if host == '':
                hosts = [None]
            elif isinstance(host, str) or not isinstance(host, collections.abc.Iterable):
                hosts = [host]
            else:
                hosts = host
            found = await tasks.gather(*[
                self._create_server_getaddrinfo(each, port, family, flags) for each in hosts])
            infos = dict.fromkeys(info for each in found for info in each)
            options = []
            if reuse_address or reuse_address is None:
                options.append((socket.SO_REUSEADDR, True))
            if keep_alive:
                options.append((socket.SO_KEEPALIVE, True))
            sockets = self._listening_sockets(infos, options, reuse_port)
        else:
            if sock is None:
                raise ValueError('Neither host/port nor sock were specified')
            if sock.type != socket.SOCK_STREAM:
                raise ValueError(f'A Stream Socket was expected, got {sock!r}')
            sockets = [sock]
        return await self._serve(sockets, protocol_factory, backlog, start_serving)

    def _listening_sockets(self, infos, options, reuse_port):
        sockets = []
        try:
            for family, kind, proto, _, address in infos:
                try:
                    sock = socket.socket(family, kind, proto)
                except socket.error:
                    # The family is there, and this machine has none of it.
                    if self._debug:
                        logger.warning('create_server() failed to create socket.socket(%r, %r, '
                                       '%r)', family, kind, proto, exc_info=True)
                    continue
                sockets.append(sock)
                for option, value in options:
                    sock.setsockopt(socket.SOL_SOCKET, option, value)
                if reuse_port and family in (socket.AF_INET, socket.AF_INET6):
                    _set_reuseport(sock)
                if family == socket.AF_INET6 and hasattr(socket, 'IPPROTO_IPV6'):
                    sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, True)
                try:
                    sock.bind(address)
                except OSError as err:
                    message = ('error while attempting to bind on address '
                               f'{address!r}: {str(err).lower()}')
                    if err.errno == errno.EADDRNOTAVAIL:
                        sockets.pop().close()
                        if self._debug:
                            logger.warning(message)
                        continue
                    raise OSError(err.errno, message) from None
            if not sockets:
                raise OSError('could not bind on any address out of '
                              f'{[info[4] for info in infos]!r}')
        except:
            for sock in sockets:
                sock.close()
            raise
        return sockets

    def _stop_serving(self, sock):
        self._remove_reader(sock.fileno())
        sock.close()

    async def _serve(self, sockets, protocol_factory, backlog, start_serving):
        for sock in sockets:
            sock.setblocking(False)
        server = Server(self, sockets, protocol_factory, backlog)
        if start_serving:
            server._start_serving()
            # Connections may come from now on; the first of them in the next round.
            await tasks.sleep(0)
        if self._debug:
            logger.info('%r is serving', server)
        return server

    # ---- datagrams

    async def create_datagram_endpoint(self, protocol_factory, local_addr=None, remote_addr=None,
                                       *, family=0, proto=0, flags=0, reuse_port=None,
                                       allow_broadcast=None, sock=None):
        """A transport for datagrams; (transport, protocol)."""
        if sock is not None:
            if sock.type == socket.SOCK_STREAM:
                raise ValueError(f'A datagram socket was expected, got {sock!r}')
            options = dict(local_addr=local_addr, remote_addr=remote_addr, family=family,
                           proto=proto, flags=flags, reuse_port=reuse_port,
                           allow_broadcast=allow_broadcast)
            problems = ', '.join(f'{name}={value}' for name, value in options.items() if value)
            if problems:
                raise ValueError('socket modifier keyword arguments can not be used when sock is '
                                 f'specified. ({problems})')
            sock.setblocking(False)
            remote = None
        else:
            pairs = await self._datagram_addresses(local_addr, remote_addr, family, proto, flags)
            failures = []
            for (family, proto), (local, remote) in pairs:
                if remote_addr is None:
                    remote = None
                try:
                    sock = await self._datagram_socket(family, proto, local_addr and local,
                                                       remote, reuse_port, allow_broadcast)
                    break
                except OSError as exc:
                    failures.append(exc)
            else:
                raise failures[0]
        protocol = protocol_factory()
        waiter = self.create_future()
        transport = self._make_datagram_transport(sock, protocol, remote, waiter)
        if self._debug:
            if local_addr:
                logger.info('Datagram endpoint local_addr=%r remote_addr=%r created: (%r, %r)',
                            local_addr, remote_addr, transport, protocol)
            else:
                logger.debug('Datagram endpoint remote_addr=%r created: (%r, %r)',
                             remote_addr, transport, protocol)
        try:
            await waiter
        except:
            transport.close()
            raise
        return transport, protocol

    async def _datagram_addresses(self, local_addr, remote_addr, family, proto, flags):
        """A list of ((family, proto), (local address, remote address))."""
        if not (local_addr or remote_addr):
            if family == 0:
                raise ValueError('unexpected address family')
            return [((family, proto), (None, None))]
        if hasattr(socket, 'AF_UNIX') and family == socket.AF_UNIX:
            for address in local_addr, remote_addr:
                if address is not None and not isinstance(address, str):
                    raise TypeError('string is expected')
            if local_addr and local_addr[0] not in (0, '\x00'):
                _remove_stale_socket(local_addr)
            return [((family, proto), (local_addr, remote_addr))]
        found = {}
        for index, address in enumerate((local_addr, remote_addr)):
            if address is None:
                continue
            if not isinstance(address, tuple) or len(address) != 2:
                raise TypeError('2-tuple is expected')
            for family_, _, proto_, _, resolved in await self._resolved(
                    address, family=family, type=socket.SOCK_DGRAM, proto=proto, flags=flags):
                found.setdefault((family_, proto_), [None, None])[index] = resolved
        pairs = [(key, pair) for key, pair in found.items()
                 if not (local_addr and pair[0] is None or remote_addr and pair[1] is None)]
        if not pairs:
            raise ValueError('can not get address information')
        return pairs

    async def _datagram_socket(self, family, proto, local, remote, reuse_port, allow_broadcast):
        sock = socket.socket(family=family, type=socket.SOCK_DGRAM, proto=proto)
        try:
            if reuse_port:
                _set_reuseport(sock)
            if allow_broadcast:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
            sock.setblocking(False)
            if local:
                sock.bind(local)
            if remote and not allow_broadcast:
                await self.sock_connect(sock, remote)
        except:
            sock.close()
            raise
        return sock

    # ---- exceptions

    def get_exception_handler(self):
        return self._exception_handler

    def set_exception_handler(self, handler):
        """Has handler(loop, context) called for what nobody catches; None for the default."""
        if handler is not None and not callable(handler):
            raise TypeError(f'A callable object or None is expected, got {handler!r}')
        self._exception_handler = handler

    def default_exception_handler(self, context):
        """Logs what nobody has caught."""
        import traceback
        message = context.get('message') or 'Unhandled exception in event loop'
        exception = context.get('exception')
        exc_info = False
        if exception is not None:
            exc_info = (type(exception), exception, exception.__traceback__)
        if ('source_traceback' not in context and self._current_handle is not None and
                self._current_handle._source_traceback):
            context['handle_traceback'] = self._current_handle._source_traceback
        lines = [message]
        for key in sorted(context):
            if key in ('message', 'exception'):
                continue
            value = context[key]
            if key == 'source_traceback':
                text = ''.join(traceback.format_list(value))
                value = f'Object created at (most recent call last):\n{text.rstrip()}'
            elif key == 'handle_traceback':
                text = ''.join(traceback.format_list(value))
                value = f'Handle created at (most recent call last):\n{text.rstrip()}'
            else:
                value = repr(value)
            lines.append(f'{key}: {value}')
        logger.error('\n'.join(lines), exc_info=exc_info)

    def call_exception_handler(self, context):
        """Calls the exception handler, whatever it does."""
        if self._exception_handler is None:
            try:
                self.default_exception_handler(context)
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException:
                logger.error('Exception in default exception handler', exc_info=True)
            return
        try:
            handler_context = None
            thing = context.get('task')
            if thing is None:
                thing = context.get('future')
            if thing is None:
                thing = context.get('handle')
            if thing is not None and hasattr(thing, 'get_context'):
                handler_context = thing.get_context()
            if handler_context is not None and hasattr(handler_context, 'run'):
                handler_context.run(self._exception_handler, self, context)
            else:
                self._exception_handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            try:
                self.default_exception_handler({
                    'message': 'Unhandled error in exception handler',
                    'exception': exc,
                    'context': context,
                })
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException:
                logger.error('Exception in default exception handler while handling an unexpected '
                             'error in custom exception handler', exc_info=True)

    # ---- one round

    def _add_callback(self, handle):
        if not handle._cancelled:
            self._ready.append(handle)

    def _add_callback_signalsafe(self, handle):
        self._add_callback(handle)
        self._write_to_self()

    def _drop_cancelled_timers(self):
        scheduled = self._scheduled
        count = len(scheduled)
        if (count > _MIN_SCHEDULED_TIMER_HANDLES and
                self._timer_cancelled_count / count > _MIN_CANCELLED_TIMER_HANDLES_FRACTION):
            kept = []
            for handle in scheduled:
                if handle._cancelled:
                    handle._scheduled = False
                else:
                    kept.append(handle)
            heapq.heapify(kept)
            self._scheduled = kept
            self._timer_cancelled_count = 0
        else:
            while scheduled and scheduled[0]._cancelled:
                self._timer_cancelled_count -= 1
                handle = heapq.heappop(scheduled)
                handle._scheduled = False

    def _run_once(self):
        """Waits until something is ready, and runs all that is."""
        if self._scheduled:
            self._drop_cancelled_timers()
        ready = self._ready
        timeout = None
        if ready or self._stopping:
            timeout = 0
        elif self._scheduled:
            timeout = min(max(0, self._scheduled[0]._when - self.time()), MAXIMUM_SELECT_TIMEOUT)
        selector = self._selector
        if timeout != 0 or not isinstance(selector, _Waker):
            event_list = selector.select(timeout)
            self._process_events(event_list)
            event_list = None
        if self._scheduled:
            end_time = self.time() + self._clock_resolution
            while self._scheduled and self._scheduled[0]._when < end_time:
                handle = heapq.heappop(self._scheduled)
                handle._scheduled = False
                ready.append(handle)
        # Those that come in meanwhile are of the next round.
        count = len(ready)
        failures = self._failures
        while count > 0:
            if failures:
                let_go(failures)
            count -= 1
            handle = run_next(ready)
            if handle is None or handle._cancelled:
                continue
            if self._debug:
                self._run_timed(handle)
            else:
                handle._run()
            handle = None
        if failures:
            let_go(failures)

    def _run_timed(self, handle):
        try:
            self._current_handle = handle
            start = self.time()
            handle._run()
            duration = self.time() - start
            if duration >= self.slow_callback_duration:
                logger.warning('Executing %s took %.3f seconds', _format_handle(handle), duration)
        finally:
            self._current_handle = None

    def _set_coroutine_origin_tracking(self, enabled):
        if bool(enabled) == bool(self._coroutine_origin_tracking_enabled):
            return
        if enabled:
            self._coroutine_origin_tracking_saved_depth = (
                sys.get_coroutine_origin_tracking_depth())
            sys.set_coroutine_origin_tracking_depth(constants.DEBUG_STACK_DEPTH)
        else:
            sys.set_coroutine_origin_tracking_depth(self._coroutine_origin_tracking_saved_depth)
        self._coroutine_origin_tracking_enabled = enabled

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled
        cls = type(self)
        plain = (cls.call_soon is BaseEventLoop.call_soon and
                 cls.create_future is BaseEventLoop.create_future and
                 cls.create_task is BaseEventLoop.create_task)
        self._fast_ready = self._ready if plain and not enabled and not self._closed else None
        if self.is_running():
            self.call_soon_threadsafe(self._set_coroutine_origin_tracking, enabled)


class Server(events.AbstractServer):
    """Listening sockets and the connections that came through them."""

    def __init__(self, loop, sockets, protocol_factory, backlog):
        self._loop = loop
        self._sockets = sockets
        self._protocol_factory = protocol_factory
        self._backlog = backlog
        self._clients = set()
        self._waiters = []
        self._serving = False
        self._serving_forever = None

    def __repr__(self):
        return f'<{type(self).__name__} sockets={self.sockets!r}>'

    def _attach(self, transport):
        assert self._sockets is not None
        self._clients.add(transport)

    def _detach(self, transport):
        self._clients.discard(transport)
        if not self._clients and self._sockets is None:
            self._wakeup()

    def _wakeup(self):
        waiters, self._waiters = self._waiters, None
        for waiter in waiters or ():
            if not waiter.done():
                waiter.set_result(None)

    def _start_serving(self):
        if self._serving:
            return
        self._serving = True
        for sock in self._sockets:
            sock.listen(self._backlog)
            self._loop._start_serving(self._protocol_factory, sock, self, self._backlog)

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    @property
    def sockets(self):
        return tuple(trsock.TransportSocket(sock) for sock in self._sockets or ())

    def close(self):
        """Takes no more connections; those that there are stay."""
        sockets = self._sockets
        if sockets is None:
            return
        self._sockets = None
        for sock in sockets:
            self._loop._stop_serving(sock)
        self._serving = False
        if self._serving_forever is not None and not self._serving_forever.done():
            self._serving_forever.cancel()
            self._serving_forever = None
        if not self._clients:
            self._wakeup()

    def close_clients(self):
        for transport in self._clients.copy():
            transport.close()

    def abort_clients(self):
        for transport in self._clients.copy():
            transport.abort()

    async def start_serving(self):
        """Begins to take connections."""
        self._start_serving()
        await tasks.sleep(0)

    async def serve_forever(self):
        """Takes connections until it is cancelled."""
        if self._serving_forever is not None:
            raise RuntimeError(f'server {self!r} is already being awaited on serve_forever()')
        if self._sockets is None:
            raise RuntimeError(f'server {self!r} is closed')
        self._start_serving()
        self._serving_forever = self._loop.create_future()
        try:
            await self._serving_forever
        except exceptions.CancelledError:
            try:
                self.close()
                self.close_clients()
                await self.wait_closed()
            finally:
                raise
        finally:
            self._serving_forever = None

    async def wait_closed(self):
        """Waits until the server is closed and its connections are."""
        if self._waiters is None:
            return
        waiter = self._loop.create_future()
        self._waiters.append(waiter)
        await waiter
