"""Sockets that let other greenlets run while one waits."""

import socket as _socket
from socket import *

from gevent.hub import get_hub

_WAITING = ('accept', 'connect', 'recv', 'recv_into', 'recvfrom', 'recvfrom_into', 'send',
            'sendall', 'sendto')


def _waiting(name):
    operation = getattr(_socket.socket, name)

    def method(self, *args):
        if self.gettimeout() == 0:
            return operation(self, *args)
        return get_hub().outside(operation, self, *args)

    method.__name__ = name
    method.__qualname__ = f'socket.{name}'
    return method


class socket(_socket.socket):
    """A socket of the library, with turns."""

    for _name in _WAITING:
        locals()[_name] = _waiting(_name)
    del _name


def create_connection(address, timeout=None, source_address=None):
    """A socket that is connected to the address."""
    failure = None
    for family, kind, proto, _, resolved in getaddrinfo(*address[:2], 0, SOCK_STREAM):
        sock = socket(family, kind, proto)
        try:
            if timeout is not None:
                sock.settimeout(timeout)
            if source_address:
                sock.bind(source_address)
            sock.connect(resolved)
            return sock
        except OSError as exc:
            failure = exc
            sock.close()
    raise failure or error('getaddrinfo returns an empty list')
